"""What lies under the cursor: pure functions on screen positions, so handles keep their size at every zoom."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from forensic_lpr.core.geometry import Point


@dataclass(frozen=True)
class Target:
    """What a press would take hold of.

    Attributes:
        kind: A corner, the inside of the quad, or nothing.
        corner: Number of the corner, -1 for the other kinds.
    """

    kind: Literal["corner", "inside", "nothing"]
    corner: int = -1


NOTHING = Target("nothing")
INSIDE = Target("inside")


def hit(corners: Sequence[Point], cursor: Point, reach: float) -> Target:
    """What of a marking lies under the cursor.

    Args:
        corners: Corners on the screen; four make a quad that has an inside.
        cursor: Position on the screen.
        reach: Greatest distance in screen pixels at which a corner is caught; the nearest wins.
    """
    distances = [math.dist(corner, cursor) for corner in corners]
    if distances and min(distances) <= reach:
        return Target("corner", distances.index(min(distances)))
    if len(corners) == 4 and inside(corners, cursor):
        return INSIDE
    return NOTHING


def inside(corners: Sequence[Point], point: Point) -> bool:
    """Whether a point lies in a convex polygon, its edge included, whichever way the corners turn."""
    turns = []
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        turns.append((x1 - x0) * (point[1] - y0) - (y1 - y0) * (point[0] - x0))
    return all(turn >= 0 for turn in turns) or all(turn <= 0 for turn in turns)
