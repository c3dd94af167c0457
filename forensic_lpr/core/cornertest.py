"""The corner test: how a reading moves when one corner lies a pixel elsewhere."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["left", "right", "up", "down"]
STEPS: tuple[tuple[Direction, float, float], ...] = (
    ("left", -1.0, 0.0),
    ("right", 1.0, 0.0),
    ("up", 0.0, -1.0),
    ("down", 0.0, 1.0),
)
"""Directions with their shift (dx, dy) in pixels."""


@dataclass(frozen=True)
class CornerShift:
    """The reading with one corner moved.

    Attributes:
        corner: 0 to 3, in the order of the quad.
        direction: Where it was moved by one pixel.
        plate: The likeliest plate then, empty when none follows the syntax.
        probability: Its probability.
        of_first: Probability that the plate read first at the corners as marked has then.
    """

    corner: int
    direction: Direction
    plate: str
    probability: float
    of_first: float


@dataclass(frozen=True)
class CornerTest:
    """All shifts of one reading.

    Attributes:
        first: The likeliest plate at the corners as marked, repeated for this test; empty when there is none.
        probability: Its probability.
        shifts: Every corner in every direction; those that reach outside the picture or leave no plate are missing.
        frames: Number of frames whose corners were moved alike: 1, or all frames of a track in use.
    """

    first: str
    probability: float
    shifts: tuple[CornerShift, ...]
    frames: int = 1

    @property
    def range(self) -> tuple[float, float]:
        """Least and greatest probability of the first plate, at the marked corners and under all shifts."""
        found = [self.probability, *(shift.of_first for shift in self.shifts)]
        return min(found), max(found)

    @property
    def plates(self) -> tuple[str, ...]:
        """Every likeliest plate that came out, the one at the marked corners first, then by how often."""
        others = [shift.plate for shift in self.shifts if shift.plate != self.first]
        counted = sorted(set(others), key=lambda plate: (-others.count(plate), plate))
        return (self.first, *counted)

    @property
    def kept(self) -> int:
        """Number of shifts under which the likeliest plate stays the same."""
        return sum(shift.plate == self.first for shift in self.shifts)
