"""Where the mouse holds a character box, and what dragging makes of it. Knows no widget.

Boxes are (left, top, width, height) in pixels of the plate image.
"""

from dataclasses import dataclass
from typing import Literal

Box = tuple[float, float, float, float]
Part = Literal["whole", "left", "right", "top", "bottom"]
LEAST = 2.0
"""Least width and height of a box in pixels."""


@dataclass(frozen=True)
class Hold:
    """A box held at its middle or at an edge.

    Attributes:
        number: Number of the box.
        part: Which part is held.
    """

    number: int
    part: Part


def hold_at(boxes: tuple[Box, ...], x: float, y: float, reach: float) -> Hold | None:
    """What is held at a place: the nearest edge within reach, else the box round it, else nothing."""
    nearest: tuple[float, Hold] | None = None
    for number, (left, top, width, height) in enumerate(boxes):
        right, bottom = left + width, top + height
        beside = top - reach <= y <= bottom + reach
        above = left - reach <= x <= right + reach
        edges: tuple[tuple[Part, float, bool], ...] = (
            ("left", abs(x - left), beside),
            ("right", abs(x - right), beside),
            ("top", abs(y - top), above),
            ("bottom", abs(y - bottom), above),
        )
        for part, far, fits in edges:
            if fits and far <= reach and (nearest is None or far < nearest[0]):
                nearest = far, Hold(number, part)
    if nearest is not None:
        return nearest[1]
    for number, (left, top, width, height) in enumerate(boxes):
        if left <= x <= left + width and top <= y <= top + height:
            return Hold(number, "whole")
    return None


def moved(box: Box, part: Part, dx: float, dy: float, size: tuple[int, int]) -> Box:
    """A box after its part was moved, kept inside a picture of (width, height) and not smaller than the least."""
    left, top, width, height = box
    right, bottom = left + width, top + height
    if part == "whole":
        left = min(max(0.0, left + dx), size[0] - width)
        top = min(max(0.0, top + dy), size[1] - height)
        return left, top, width, height
    if part == "left":
        left = min(max(0.0, left + dx), right - LEAST)
    elif part == "right":
        right = max(min(float(size[0]), right + dx), left + LEAST)
    elif part == "top":
        top = min(max(0.0, top + dy), bottom - LEAST)
    else:
        bottom = max(min(float(size[1]), bottom + dy), top + LEAST)
    return left, top, right - left, bottom - top


@dataclass(frozen=True)
class Drag:
    """A box being dragged: what is held, the box as it was, and where the mouse took it."""

    hold: Hold
    before: Box
    x: float
    y: float

    def to(self, x: float, y: float, size: tuple[int, int]) -> Box:
        """The box with the mouse at another place."""
        return moved(self.before, self.hold.part, x - self.x, y - self.y, size)


def put(boxes: tuple[Box, ...], number: int, box: Box) -> tuple[Box, ...]:
    """The boxes with one of them exchanged."""
    return (*boxes[:number], box, *boxes[number + 1 :])
