"""The two-sample test: what is the same cannot be told apart, what differs is."""

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from forensic_lpr.core.formats import load_formats
from forensic_lpr.evaluation import twosample
from forensic_lpr.synthesis.dgm import Dgm
from forensic_lpr.synthesis.pairs import PAIRS_PER_CLIP


def clouds(seed: int, count: int, softness: float) -> NDArray[np.uint8]:
    """Smoothed noise with a grey level of its own."""
    rng = np.random.default_rng(seed)
    return np.stack(
        [
            np.clip(
                cv2.GaussianBlur(rng.normal(rng.uniform(90, 160), 40, (40, 120)), (0, 0), softness), 0, 255
            )
            for _ in range(count)
        ]
    ).astype(np.uint8)


def parts(seed: int, softness: float) -> twosample._Set:
    return twosample._Set(clouds(seed, 64, softness), clouds(seed + 1, 60, softness))


def test_likes_are_not_told_apart_and_others_are() -> None:
    same = twosample._spectral(parts(0, 1.5), parts(10, 1.5))
    other = twosample._spectral(parts(0, 1.5), parts(10, 3.0))
    assert same.n == other.n == 120
    assert abs(same.value - 0.5) < 0.18
    assert other.value > 0.9


def test_bicubic_plates_keep_their_size_and_lose_what_is_finer_than_the_width() -> None:
    near = np.zeros((40, 120), np.uint8)
    near[:, ::2] = 255
    near[:, 60:] = 255
    far = twosample.bicubic(near, 30.0)
    assert far.shape == near.shape and far.dtype == np.uint8
    assert far[:, 5:50].std() < 12 and abs(far[:, 5:50].mean() - 127) < 4
    assert far[:, 70:].min() > 240


def test_both_makers_are_tried_on_clips_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twosample, "_EPOCHS", 1)
    monkeypatch.setattr(twosample, "_BATCH", 8)
    asked: list[int] = []
    make = twosample.PairMaker.__call__
    monkeypatch.setattr(
        twosample.PairMaker, "__call__", lambda self, index: asked.append(index) or make(self, index)
    )
    told: list[int] = []
    torch.manual_seed(0)
    results = twosample.two_sample_test(
        Dgm(), load_formats(), 12, lambda done, total, text="": told.append(done)
    )
    assert told == list(range(1, 13))
    assert sorted(asked) == sorted(set(asked))
    assert sum(index // PAIRS_PER_CLIP < 6 for index in asked) == len(asked) / 2
    assert [(r.maker, r.classifier) for r in results] == [
        ("DGM", "CNN"), ("DGM", "spectrum"), ("bicubic", "CNN"), ("bicubic", "spectrum"),
    ]  # fmt: skip
    assert all(r.told.n == 4 and 0 <= r.told.hits <= 4 for r in results)
