"""Photographs of drawn plates: what is copied smaller keeps its corners."""

import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.synthesis import camera
from forensic_lpr.synthesis.camera import Photograph, photograph
from forensic_lpr.synthesis.plates import draw_plate, random_design

FORMATS = load_formats()


def test_a_smaller_copy_has_its_corners_where_the_plate_is() -> None:
    image = np.zeros((90, 200), np.uint8)
    image[20:60, 40:160] = 240
    quad = Quad.from_points([(39.5, 19.5), (159.5, 19.5), (159.5, 59.5), (39.5, 59.5)])
    copy = camera.copied(Photograph(image, quad, quad), 0.37)
    assert copy.image.shape == (33, 74)
    (left, top), _, (right, bottom), _ = copy.quad.array()
    rows, columns = copy.image.max(axis=1) / 240, copy.image.max(axis=0) / 240
    assert columns.sum() == pytest.approx(right - left, abs=0.1)
    assert rows.sum() == pytest.approx(bottom - top, abs=0.1)
    assert float((columns * np.arange(74)).sum() / columns.sum()) == pytest.approx(
        (left + right) / 2, abs=0.1
    )
    assert float((rows * np.arange(33)).sum() / rows.sum()) == pytest.approx((top + bottom) / 2, abs=0.1)


def test_small_plates_are_as_wide_as_asked_for_whether_copied_or_not() -> None:
    plate = draw_plate(np.random.default_rng(3), random_design(np.random.default_rng(3), FORMATS), 0.75, 1)
    widths = [photograph(np.random.default_rng(seed), plate, 40.0).quad.width for seed in range(60)]
    # One in seven is enlarged by the camera before it is compressed.
    assert 38 < np.median(widths) < 43
    assert np.mean([34 < width < 48 for width in widths]) > 0.75
