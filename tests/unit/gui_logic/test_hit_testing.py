"""What lies under the cursor."""

from forensic_lpr.gui.hit_testing import INSIDE, NOTHING, Target, hit, inside

SQUARE = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]


def test_the_nearest_corner_within_reach_wins() -> None:
    assert hit(SQUARE, (97, 4), 11) == Target("corner", 1)
    assert hit([(0, 0), (8, 0)], (5, 0), 11) == Target("corner", 1)
    assert hit(SQUARE, (50, 50), 11) is INSIDE
    assert hit(SQUARE, (130, 50), 11) is NOTHING


def test_a_corner_outside_the_quad_is_caught_too() -> None:
    assert hit(SQUARE, (-7, -7), 11) == Target("corner", 0)
    assert hit(SQUARE, (-9, -9), 11) is NOTHING


def test_fewer_than_four_corners_have_no_inside() -> None:
    assert hit(SQUARE[:3], (80, 30), 11) is NOTHING
    assert hit([], (0, 0), 11) is NOTHING


def test_inside_does_not_depend_on_the_turn() -> None:
    assert inside(SQUARE, (1, 1))
    assert inside(SQUARE[::-1], (1, 1))
    assert not inside(SQUARE, (101, 1))
    assert inside(SQUARE, (100, 50))
