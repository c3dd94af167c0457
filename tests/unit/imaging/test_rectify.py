import numpy as np
import pytest

from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.rectify import rectify, to_grey
from forensic_lpr.imaging.resample import jpeg, shrink


def _ramp(width: int = 200, height: int = 100) -> np.ndarray:
    """Grey level = x + y / 2 at the pixel centre."""
    y, x = np.mgrid[:height, :width]
    return np.asarray(np.rint(x + y / 2), dtype=np.uint8)


def test_an_upright_quad_at_its_own_size_is_a_plain_crop() -> None:
    picture = np.random.default_rng(0).integers(0, 255, (60, 80), dtype=np.uint8)
    quad = Quad.from_box(10, 20, 30, 12)
    assert np.array_equal(rectify(picture, quad, 30, 12), picture[20:32, 10:40])


def test_the_corners_fall_on_the_centres_of_the_corner_pixels() -> None:
    quad = Quad.from_points([(20, 10), (180, 14), (176, 70), (24, 64)])
    plate = rectify(_ramp(), quad, 60, 20).astype(float)
    for (x, y), (row, column) in zip(quad.points(), ((0, 0), (0, 59), (19, 59), (19, 0)), strict=True):
        assert plate[row, column] == pytest.approx(x + y / 2, abs=1.5)


def test_a_larger_plate_is_averaged_without_a_shift() -> None:
    plate = rectify(_ramp(), Quad.from_box(10, 10, 160, 80), 40, 20).astype(float)
    x = 10 + np.arange(40) * 159 / 39
    y = 10 + np.arange(20) * 79 / 19
    assert np.abs(plate - (x[None, :] + y[:, None] / 2)).max() < 1.1


def test_averaging_leaves_no_moire() -> None:
    stripes = np.tile(np.array([0, 255], dtype=np.uint8), (100, 200))
    plate = rectify(stripes, Quad.from_box(20, 20, 360, 60), 60, 20)
    assert plate.std() < 12  # one sample per pixel gives about 100


def test_colour_stays_colour_and_grey_is_luma() -> None:
    picture = np.zeros((40, 60, 3), np.uint8)
    picture[..., 0] = 200
    plate = rectify(picture, Quad.from_box(5, 5, 40, 20), 12, 6)
    assert plate.shape == (6, 12, 3) and (plate == [200, 0, 0]).all()
    assert (to_grey(plate) == round(200 * 0.299)).all()


def test_shrinking_is_the_mean_over_the_area() -> None:
    picture = np.random.default_rng(1).integers(0, 255, (40, 60), dtype=np.uint8)
    expected = picture.reshape(10, 4, 15, 4).mean(axis=(1, 3))
    assert np.abs(shrink(picture, 15, 10) - expected).max() <= 0.5


def test_jpeg_keeps_the_order_of_the_channels() -> None:
    picture = np.zeros((16, 16, 3), np.uint8)
    picture[:] = (220, 40, 10)
    assert np.abs(jpeg(picture, 95).astype(int) - picture).max() < 12
    worse = jpeg(_ramp(), 10).astype(int) - _ramp()
    better = jpeg(_ramp(), 95).astype(int) - _ramp()
    assert np.abs(worse).mean() > np.abs(better).mean()
