"""Frames of short clips as photographs: where the plate is, and what the codec leaves."""

import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.clips import SMALLEST
from forensic_lpr.synthesis.plates import CleanPlate, draw_plate, random_design
from forensic_lpr.synthesis.recorder import FRAMES, record
from forensic_lpr.synthesis.sampler import SHOTS_PER_PLATE, Sampler

FORMATS = load_formats()


def _plate(seed: int) -> CleanPlate:
    rng = np.random.default_rng(seed)
    return draw_plate(rng, random_design(rng, FORMATS[:1]), 0.75, 1)


@pytest.mark.parametrize("seed", range(4))
def test_the_plate_is_where_each_frame_s_quad_says(seed: int) -> None:
    """Rectified, two frames of a clip show the same plate; with each other's quads they do not."""
    shots = record(np.random.default_rng([seed, 1]), _plate(seed), 110.0, FRAMES)
    far = max(range(FRAMES), key=lambda k: abs(shots[k].quad.array() - shots[0].quad.array()).max())
    if abs(shots[far].quad.array() - shots[0].quad.array()).max() < 3:
        pytest.skip("this clip hardly moves")
    own = [rectify(shots[k].image, shots[k].quad, 120, 40).astype(float) for k in (0, far)]
    swapped = rectify(shots[far].image, shots[0].quad, 120, 40).astype(float)
    assert abs(own[0] - own[1]).mean() < 0.7 * abs(own[0] - swapped).mean()


def test_a_clip_is_a_function_of_its_seed_and_fits_every_codec() -> None:
    for seed in range(12):
        first, again = (
            record(np.random.default_rng([seed, 2]), _plate(seed), 16.0 + seed, 3) for _ in range(2)
        )
        assert len(first) == 3
        for one, other in zip(first, again, strict=True):
            assert np.array_equal(one.image, other.image) and one.quad == other.quad
            assert min(one.image.shape) >= SMALLEST


def test_some_plates_are_filmed_and_their_shots_share_a_clip() -> None:
    sampler = Sampler(11, FORMATS, (120, 40))
    widths = np.array(
        [[sampler(SHOTS_PER_PLATE * n + k).width for k in range(SHOTS_PER_PLATE)] for n in range(60)]
    )
    filmed = np.ptp(widths, axis=1) < 1
    assert 0.1 < filmed.mean() < 0.6
