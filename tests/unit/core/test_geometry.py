import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_lpr.core.geometry import Quad, corner_pixels, homography, project
from forensic_lpr.errors import QuadInvalid

PLATE = [(10.0, 20.0), (110.0, 25.0), (108.0, 60.0), (9.0, 52.0)]


def test_corners_in_any_order_make_the_same_quad() -> None:
    quads = {Quad.from_points(order) for order in itertools.permutations(PLATE)}
    assert quads == {Quad(*PLATE)}


@given(st.floats(-44, 44), st.floats(20, 300), st.floats(2.5, 5))
def test_a_turned_plate_is_still_read_from_left_to_right(degrees: float, width: float, aspect: float) -> None:
    a = math.radians(degrees)
    corners = [
        (500 + x * math.cos(a) - y * math.sin(a), 400 + x * math.sin(a) + y * math.cos(a))
        for x, y in ((0, 0), (width, 0), (width, width / aspect), (0, width / aspect))
    ]
    quad = Quad.from_points([corners[k] for k in (2, 0, 3, 1)])
    assert np.allclose(quad.array(), corners)
    assert quad.width == pytest.approx(width)
    assert quad.height == pytest.approx(width / aspect)
    assert quad.angle == pytest.approx(degrees, abs=1e-6)


@pytest.mark.parametrize(
    "points",
    [
        [(0, 0), (10, 0), (10, 10)],
        [(0, 0), (10, 0), (20, 0), (30, 0)],
        [(0, 0), (10, 0), (10, 10), (10, 10)],
        [(0, 0), (100, 0), (100, 100), (60, 40)],
        [(0, 0), (1, 0), (1, 1), (0, 1)],
        [(0, 0), (100, 0), (100, float("nan")), (0, 40)],
        [(0, 0), (100, 0), (100, float("inf")), (0, 40)],
    ],
)
def test_what_encloses_no_plate_is_refused(points: list[tuple[float, float]]) -> None:
    with pytest.raises(QuadInvalid) as caught:
        Quad.from_points(points)
    assert str(caught.value).endswith(".")


def test_a_self_crossing_drag_is_refused() -> None:
    quad = Quad(*PLATE)
    with pytest.raises(QuadInvalid):
        quad.moved(0, (200.0, 200.0))
    assert quad.moved(0, (11.0, 21.0)).top_left == (11.0, 21.0)


def test_inside_reaches_to_the_outer_edge_of_the_border_pixels() -> None:
    quad = Quad.from_points([(-0.5, -0.5), (99.5, -0.5), (99.5, 49.5), (-0.5, 49.5)])
    quad.require_inside(100, 50)
    with pytest.raises(QuadInvalid):
        quad.require_inside(99, 50)
    with pytest.raises(QuadInvalid):
        quad.shifted(-1, 0).require_inside(100, 50)


def test_a_box_covers_its_pixels() -> None:
    assert Quad.from_box(10, 20, 30, 15).points() == ((10, 20), (39, 20), (39, 34), (10, 34))


@given(st.lists(st.floats(-8, 8), min_size=8, max_size=8))
def test_a_homography_carries_each_corner_to_its_place(offsets: list[float]) -> None:
    target = np.array(PLATE) + np.array(offsets).reshape(4, 2)
    matrix = homography(corner_pixels(120, 40), target)
    assert np.allclose(project(matrix, corner_pixels(120, 40)), target)


def test_rotation_turns_the_reading_direction_by_a_quarter() -> None:
    quad = Quad(*PLATE)
    assert quad.rotated().top_left == quad.top_right
    assert quad.rotated().rotated().rotated().rotated() == quad
