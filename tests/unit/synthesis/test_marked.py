import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.synthesis.marked import PLACES, MarkedPlaces, flattened, led_astray, overexposed, turned

FORMATS = load_formats()
STEP = len(PLACES)


def test_a_place_is_a_function_of_seed_and_index_in_any_order() -> None:
    forward, other = MarkedPlaces(3, FORMATS), MarkedPlaces(3, FORMATS)
    there = [forward(index) for index in range(2 * STEP)]
    back = [other(index) for index in reversed(range(2 * STEP))][::-1]
    for one, two in zip(there, back, strict=True):
        assert np.array_equal(one.image, two.image) and (one.quad, one.text) == (two.quad, two.text)
    assert [place.place for place in there] == [*PLACES, *PLACES]
    assert not np.array_equal(there[0].image, there[STEP].image)


def test_turned_pictures_are_the_same_pixels_the_other_way_round() -> None:
    plate = MarkedPlaces(4, FORMATS, (60, 90))(0)
    mirrored, quad = turned(plate.image, plate.quad, "mirrored")
    assert np.array_equal(mirrored[:, ::-1], plate.image)
    assert quad.width == pytest.approx(plate.quad.width) and quad.height == pytest.approx(plate.quad.height)
    again, back = turned(mirrored, quad, "mirrored")
    assert np.array_equal(again, plate.image) and np.allclose(back.array(), plate.quad.array())
    head, _ = turned(plate.image, plate.quad, "upside-down")
    assert np.array_equal(head[::-1, ::-1], plate.image)


def test_a_quad_led_astray_lies_elsewhere_inside_the_picture() -> None:
    places = MarkedPlaces(5, FORMATS, (50, 80))
    for index in range(0, 12 * STEP, STEP):
        plate = places(index)
        height, width = plate.image.shape
        quad = led_astray(index, plate.quad, (width, height))
        assert quad is not None
        quad.require_inside(width, height)
        moved = np.abs(quad.array() - plate.quad.array()).max(axis=0)
        assert moved[0] > 0.2 * plate.quad.width or moved[1] > 0.2 * plate.quad.height


def test_spoilt_places_are_saturated_and_made_of_blocks() -> None:
    plate = MarkedPlaces(6, FORMATS, (60, 90))(0)
    x0, y0, x1, y1 = (round(v) for v in plate.quad.bounds())
    assert (overexposed(plate).image[y0:y1, x0:x1] == 255).mean() > 0.7
    flat = flattened(plate, 1)
    height, width = (side // 8 * 8 for side in flat.image.shape)
    blocks = flat.image[:height, :width].reshape(height // 8, 8, width // 8, 8)
    even = (blocks.max(axis=(1, 3)) == blocks.min(axis=(1, 3))).mean()
    assert 0.45 < even < 0.95
    assert np.array_equal(flattened(plate, 1).image, flat.image)
