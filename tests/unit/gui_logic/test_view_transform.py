"""The view: what stays under the cursor, whole zoom steps, fitting."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_lpr.gui.view_transform import LEVELS, View, around, centred, fit

numbers = st.floats(-5000, 5000)
scales = st.sampled_from(LEVELS)


@given(scales, numbers, numbers, numbers, numbers)
def test_screen_and_image_are_inverse(scale: float, x: float, y: float, px: float, py: float) -> None:
    view = View(scale, x, y)
    assert view.to_image(view.to_screen((px, py))) == pytest.approx((px, py), abs=1e-6)


def test_the_centre_of_the_first_pixel_is_the_origin() -> None:
    assert View(8, 100, 50).to_screen((0, 0)) == (104, 54)


@given(scales, numbers, numbers, st.integers(-3, 3), numbers, numbers)
def test_zooming_keeps_the_point_under_the_cursor(
    scale: float, x: float, y: float, steps: int, ax: float, ay: float
) -> None:
    view = View(scale, x, y)
    zoomed = view.stepped(steps, (ax, ay))
    assert zoomed.scale in LEVELS
    assert zoomed.to_image((ax, ay)) == pytest.approx(view.to_image((ax, ay)), rel=1e-6, abs=1e-6)


def test_steps_go_level_by_level_also_from_between() -> None:
    assert View(1.0).stepped(1, (0, 0)).scale == 2
    assert View(1.0).stepped(-1, (0, 0)).scale == 0.5
    assert View(0.7).stepped(1, (0, 0)).scale == 1
    assert View(0.7).stepped(-1, (0, 0)).scale == 0.5
    assert View(LEVELS[-1]).stepped(2, (0, 0)).scale == LEVELS[-1]
    assert View(LEVELS[0]).stepped(-2, (0, 0)).scale == LEVELS[0]


def test_fit_shows_all_and_enlarges_by_whole_numbers() -> None:
    view = fit((4000, 3000), (800, 600), 0)
    assert view.scale == pytest.approx(0.2)
    assert view.to_screen((-0.5, -0.5)) == pytest.approx((0, 0))
    assert fit((100, 40), (850, 600), 0).scale == 8


def test_some_of_the_picture_stays_in_sight() -> None:
    lost = View(1.0, 5000, -5000).clamped((100, 100), (800, 600))
    assert lost.x < 800
    assert lost.y + 100 > 0


def test_around_centres_the_plate_at_a_level() -> None:
    view = around((100, 100, 140, 112), (800, 600))
    assert view.scale == 12
    assert view.to_screen((120, 106)) == pytest.approx((400, 300), abs=1)
    assert math.isclose(centred((10, 10), 2, (100, 100)).to_screen((10, 10))[0], 50)
