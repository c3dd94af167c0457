"""Figures: pixels are repeated exactly, nothing covers the plate, the same input gives the same bytes."""

import io

import numpy as np
import pytest
import report_samples as samples
from numpy.typing import NDArray
from PIL import Image

from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.png import to_png
from forensic_lpr.report import charts, figures
from forensic_lpr.report.language import Texts


def decode(data: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def noise(height: int, width: int) -> NDArray[np.uint8]:
    return np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8)


@pytest.mark.parametrize("factor", [1, 2, 7])
def test_every_pixel_becomes_a_square_of_itself(factor: int) -> None:
    image = noise(5, 9)
    shown = decode(to_png(figures.enlarge(image, factor)))
    assert shown.shape == (5 * factor, 9 * factor, 3)
    for y in range(shown.shape[0]):
        for x in range(shown.shape[1]):
            assert (shown[y, x] == image[y // factor, x // factor]).all()


def test_a_grey_plate_is_enlarged_as_it_is() -> None:
    image = noise(4, 12)[:, :, 0]
    assert (decode(to_png(figures.enlarge(image, 3)))[1::3, 1::3, 0] == image).all()


def test_the_factor_fits_the_page() -> None:
    assert figures.factor_for(noise(4, 12)) == 100
    assert figures.factor_for(noise(30, 1300)) == 1


def test_the_crop_holds_the_frame_s_own_pixels_with_a_margin() -> None:
    image = noise(60, 100)
    crop = figures.native_crop(image, Quad.from_points([(30.4, 20), (60, 21), (60, 33.2), (30, 32)]))
    height, width = crop.image.shape[:2]
    assert crop.left < 30 - 2
    assert crop.top < 20 - 2
    assert crop.left + width > 60 + 3
    assert crop.top + height > 33 + 3
    assert (crop.image == image[crop.top : crop.top + height, crop.left : crop.left + width]).all()


def test_the_crop_ends_where_the_frame_ends() -> None:
    image = noise(20, 40)
    crop = figures.native_crop(image, Quad.from_box(0, 0, 40, 20))
    assert (crop.left, crop.top) == (0, 0)
    assert (crop.image == image).all()


def test_the_line_covers_nothing_of_the_plate_and_is_seen() -> None:
    image = noise(300, 400)
    quad = Quad.from_box(100, 80, 90, 40)
    picture = figures.frame_with_quad(image, quad)
    shown = decode(picture.png)
    factor = picture.factor
    assert factor == 4
    assert not picture.reduced
    plain = figures.enlarge(image, factor)
    # All of the corner pixels' centres and what lies between them.
    inside = np.s_[80 * factor + 2 : 119 * factor + 2, 100 * factor + 2 : 189 * factor + 2]
    assert (shown[inside] == plain[inside]).all()
    changed = {tuple(pixel) for pixel in shown[(shown != plain).any(axis=2)].tolist()}
    assert changed == {(255, 214, 0), (0, 0, 0)}
    far = np.s_[: 70 * factor]
    assert (shown[far] == plain[far]).all()


@pytest.mark.parametrize(("ground", "line"), [(0, (255, 214, 0)), (255, (0, 0, 0))])
def test_the_line_is_seen_on_dark_and_on_bright_ground(ground: int, line: tuple[int, int, int]) -> None:
    image = np.full((300, 400, 3), ground, dtype=np.uint8)
    shown = decode(figures.frame_with_quad(image, Quad.from_box(100, 80, 90, 40)).png)
    assert (shown == line).all(axis=2).sum() > 400


def test_the_line_follows_the_quad_of_a_reduced_frame() -> None:
    image = np.full((2160, 3840, 3), 90, dtype=np.uint8)
    quad = Quad.from_box(1920, 1080, 480, 240)
    picture = figures.frame_with_quad(image, quad)
    assert (picture.width, picture.height, picture.reduced, picture.located) == (1600, 900, True, False)
    rows, columns = np.nonzero((decode(picture.png) != 90).any(axis=2))
    for found, wanted in ((columns.min(), 800), (columns.max(), 1000), (rows.min(), 450), (rows.max(), 550)):
        assert abs(int(found) - wanted) < 14


def test_a_plate_too_small_to_find_gets_a_locator() -> None:
    image = np.full((1200, 1600, 3), 90, dtype=np.uint8)
    picture = figures.frame_with_quad(image, Quad.from_box(800, 600, 12, 4))
    assert picture.located
    # Above the plate and away from the line round it.
    assert (decode(picture.png)[540:570, 800:812] != 90).any()


def test_the_chart_is_the_same_every_time_and_names_no_program() -> None:
    given = samples.slots()
    chart = charts.slot_chart(given, 5, Texts("en"), "-")
    assert chart == charts.slot_chart(given, 5, Texts("en"), "-")
    assert b"Software" not in chart
    assert chart != charts.slot_chart(samples.slots("XYZ9W87"), 5, Texts("en"), "-")


def test_the_bars_are_as_long_as_the_probabilities() -> None:
    def blue(text_sure: float) -> int:
        shown = decode(charts.slot_chart(samples.slots(sure=text_sure), 5, Texts("en"), "-"))
        return int((shown == (0, 114, 178)).all(axis=2).sum())

    assert blue(6.0) > 1.05 * blue(3.0) > 1.1 * blue(0.0)
