"""The marking, free of any mouse."""

import pytest

from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.gui.marking import NO_MARKING, Marking, confined, confined_shift, middle_of

CORNERS = [(10.0, 10.0), (50.0, 12.0), (50.0, 25.0), (10.0, 23.0)]
SIZE = (640, 480)


def marked() -> Marking:
    marking = NO_MARKING
    for corner in (CORNERS[2], CORNERS[0], CORNERS[3], CORNERS[1]):
        marking = marking.placed(corner)
    return marking


def test_four_corners_make_the_quad_and_the_last_stays_selected() -> None:
    marking = marked()
    assert marking.quad == Quad.from_points(CORNERS)
    assert marking.points == ()
    assert marking.selected == 1
    with pytest.raises(QuadInvalid):
        marking.placed((0, 0))


def test_a_fourth_corner_that_makes_no_plate_is_refused() -> None:
    three = Marking(tuple(CORNERS[:3]))
    with pytest.raises(QuadInvalid):
        three.placed((45.0, 14.0))
    assert three.points == tuple(CORNERS[:3])


def test_nudging_moves_only_the_selected_corner_and_not_out_of_the_picture() -> None:
    marking = marked().nudged(0.1, -1, SIZE)
    assert marking.quad is not None
    assert marking.quad.top_right == pytest.approx((50.1, 11))
    assert marking.quad.top_left == CORNERS[0]
    far = Marking((), Quad.from_points(CORNERS), 0).nudged(-500, -500, SIZE)
    assert far.corners[0] == (-0.5, -0.5)
    assert Marking((), marking.quad, None).nudged(1, 1, SIZE).quad == marking.quad


def test_turning_keeps_the_same_point_selected() -> None:
    marking = marked()
    assert marking.selected is not None
    turned = marking.turned()
    assert turned.selected is not None
    assert turned.corners[turned.selected] == marking.corners[marking.selected]
    again = turned.turned().turned().turned()
    assert again == marking


def test_cycling() -> None:
    marking = marked()
    assert marking.cycled(1).selected == 2
    assert marking.cycled(-1).selected == 0
    assert Marking((), marking.quad, None).cycled(1).selected == 0
    assert Marking((), marking.quad, None).cycled(-1).selected == 3
    assert Marking((), marking.quad, 3).cycled(1).selected == 0
    assert NO_MARKING.cycled(1) == NO_MARKING


def test_a_shift_ends_at_the_border() -> None:
    quad = Quad.from_points(CORNERS)
    assert confined_shift(quad, -100, 3, SIZE) == (-10.5, 3)
    assert confined_shift(quad, 1000, 1000, SIZE) == (639.5 - 50, 479.5 - 25)
    assert confined((700, -9), SIZE) == (639.5, -0.5)


def test_the_middle_of_a_view_larger_than_the_picture_is_inside_it() -> None:
    marking = middle_of((-500, -500, 2000, 2000), SIZE)
    assert marking.quad is not None
    marking.quad.require_inside(*SIZE)
    assert marking.quad.width / marking.quad.height == pytest.approx(3)
