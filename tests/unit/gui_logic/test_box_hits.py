"""Holding and dragging character boxes, without a mouse."""

import pytest

from forensic_lpr.gui.training.box_hits import LEAST, Box, Drag, Hold, Part, hold_at, moved, put

SIZE = (120, 40)
BOXES: tuple[Box, ...] = ((10.0, 8.0, 12.0, 24.0), (26.0, 8.0, 12.0, 24.0))


@pytest.mark.parametrize(
    ("place", "held"),
    [
        ((16, 20), Hold(0, "whole")),
        ((10.5, 20), Hold(0, "left")),
        ((22.4, 20), Hold(0, "right")),
        ((25.4, 20), Hold(1, "left")),
        ((30, 8.3), Hold(1, "top")),
        ((30, 31.7), Hold(1, "bottom")),
        ((24, 20), None),
        ((16, 38), None),
    ],
)
def test_the_nearest_edge_is_held_else_the_box(place: tuple[float, float], held: Hold | None) -> None:
    assert hold_at(BOXES, *place, reach=1.0) == held


def test_of_two_edges_the_nearer_one_is_held() -> None:
    assert hold_at(BOXES, 24.2, 20, reach=3.0) == Hold(1, "left")
    assert hold_at(BOXES, 23.8, 20, reach=3.0) == Hold(0, "right")


@pytest.mark.parametrize(
    ("part", "by", "after"),
    [
        ("whole", (5, -2), (15.0, 6.0, 12.0, 24.0)),
        ("whole", (-50, 50), (0.0, 16.0, 12.0, 24.0)),
        ("left", (3, 9), (13.0, 8.0, 9.0, 24.0)),
        ("left", (90, 0), (20.0, 8.0, LEAST, 24.0)),
        ("right", (4, 0), (10.0, 8.0, 16.0, 24.0)),
        ("right", (500, 0), (10.0, 8.0, 110.0, 24.0)),
        ("top", (0, -20), (10.0, 0.0, 12.0, 32.0)),
        ("bottom", (0, -90), (10.0, 8.0, 12.0, LEAST)),
    ],
)
def test_what_is_moved_stays_inside_and_is_a_box(part: Part, by: tuple[float, float], after: Box) -> None:
    assert moved(BOXES[0], part, *by, SIZE) == after


def test_a_drag_counts_from_where_it_began() -> None:
    drag = Drag(Hold(0, "whole"), BOXES[0], 12.0, 10.0)
    drag.to(90.0, 30.0, SIZE)
    assert drag.to(13.0, 10.0, SIZE) == (11.0, 8.0, 12.0, 24.0)
    assert put(BOXES, 1, BOXES[0]) == (BOXES[0], BOXES[0])
