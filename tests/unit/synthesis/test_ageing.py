"""What hangs over a plate's upper edge shades it or shines along it, and leaves its lower half as it was."""

import numpy as np
import pytest
from numpy.typing import NDArray

from forensic_lpr.synthesis import ageing
from forensic_lpr.synthesis.ageing import age, overhang

SHAPE = (60, 180)


def test_an_overhang_shades_or_lights_the_upper_edge_of_some_plates() -> None:
    shaded = lit = 0
    for seed in range(400):
        sheet = np.full(SHAPE, 100, np.float32)
        overhang(sheet, np.random.default_rng(seed))
        top, bottom = float(sheet[0].mean()), float(sheet[50:].mean())
        shaded += top < 88
        lit += top > 104
        assert abs(bottom - 100) < 2, seed
    assert 20 <= shaded <= 80 and 12 <= lit <= 60


def test_a_coloured_sheet_is_shaded_as_the_grey_one() -> None:
    for seed in range(60):
        grey, colour = np.full(SHAPE, 100, np.float32), np.full((*SHAPE, 3), 100, np.float32)
        overhang(grey, np.random.default_rng(seed))
        overhang(colour, np.random.default_rng(seed))
        assert np.allclose(colour, grey[..., None], atol=1e-3), seed


def test_an_overhang_is_part_of_ageing_and_leaves_the_other_draws_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def aged(seed: int) -> NDArray[np.float32]:
        sheet = np.full(SHAPE, 100, np.float32)
        age(sheet, np.random.default_rng(seed), 1.0)
        return sheet

    hung = [aged(seed) for seed in range(60)]
    monkeypatch.setattr(ageing, "overhang", lambda sheet, rng: None)
    without = [aged(seed) for seed in range(60)]
    same = [bool(np.array_equal(a, b)) for a, b in zip(hung, without, strict=True)]
    assert 40 <= sum(same) < 60
