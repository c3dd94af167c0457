"""The marking of a plate while it is made and changed: frozen values, free of Qt."""

from dataclasses import dataclass, replace

from forensic_lpr.core.geometry import Point, Quad
from forensic_lpr.errors import QuadInvalid

_START_ASPECT = 3.0
_START_SHARE = 0.3
_SMALLEST_START = 12.0


@dataclass(frozen=True)
class Marking:
    """Corners placed so far, or the quad that four of them made.

    Attributes:
        points: Up to three corners in the order they were placed; empty once there is a quad.
        quad: The quad, ``None`` before the fourth corner.
        selected: Corner that keys move, counted in ``points`` or in the quad's canonical order; ``None`` for none.
    """

    points: tuple[Point, ...] = ()
    quad: Quad | None = None
    selected: int | None = None

    @property
    def corners(self) -> tuple[Point, ...]:
        """All corners there are."""
        return self.quad.points() if self.quad is not None else self.points

    @property
    def empty(self) -> bool:
        """Whether nothing is marked."""
        return not self.corners

    def placed(self, point: Point) -> "Marking":
        """With one more corner; the fourth makes the quad.

        Raises:
            QuadInvalid: the four corners make no plate; the three before them remain with the caller.
        """
        if self.quad is not None:
            raise QuadInvalid("The plate already has four corners.")
        points = (*self.points, point)
        if len(points) < 4:
            return Marking(points, None, len(points) - 1)
        quad = Quad.from_points(points)
        return Marking((), quad, quad.points().index((float(point[0]), float(point[1]))))

    def moved(self, corner: int, point: Point) -> "Marking":
        """With one corner elsewhere; raises :class:`QuadInvalid` when that makes no plate."""
        if self.quad is not None:
            return Marking((), self.quad.moved(corner, point), corner)
        points = tuple(point if k == corner else old for k, old in enumerate(self.points))
        return Marking(points, None, corner)

    def shifted(self, dx: float, dy: float) -> "Marking":
        """With the whole quad moved."""
        return self if self.quad is None else replace(self, quad=self.quad.shifted(dx, dy))

    def nudged(self, dx: float, dy: float, size: tuple[int, int]) -> "Marking":
        """With the selected corner moved by (dx, dy) pixels but not out of a picture of that size."""
        if self.selected is None or self.selected >= len(self.corners):
            return self
        x, y = self.corners[self.selected]
        return self.moved(self.selected, confined((x + dx, y + dy), size))

    def turned(self) -> "Marking":
        """With the reading direction turned by a quarter; the same point stays selected."""
        if self.quad is None:
            return self
        selected = None if self.selected is None else (self.selected - 1) % 4
        return Marking((), self.quad.rotated(), selected)

    def cycled(self, step: int) -> "Marking":
        """With the next (1) or previous (-1) corner selected."""
        count = len(self.corners)
        if not count:
            return self
        if self.selected is None:
            return replace(self, selected=0 if step > 0 else count - 1)
        return replace(self, selected=(self.selected + step) % count)


NO_MARKING = Marking()


def confined(point: Point, size: tuple[int, int]) -> Point:
    """The nearest point inside a picture of (width, height) pixels."""
    return min(max(point[0], -0.5), size[0] - 0.5), min(max(point[1], -0.5), size[1] - 0.5)


def confined_shift(quad: Quad, dx: float, dy: float, size: tuple[int, int]) -> tuple[float, float]:
    """The part of a shift that leaves the whole quad inside a picture of (width, height) pixels."""
    x0, y0, x1, y1 = quad.bounds()
    return (
        min(max(dx, -0.5 - x0), size[0] - 0.5 - x1),
        min(max(dy, -0.5 - y0), size[1] - 0.5 - y1),
    )


def middle_of(seen: tuple[float, float, float, float], size: tuple[int, int]) -> Marking:
    """A plate-shaped quad in the middle of what is seen, so that the keyboard alone can mark a plate.

    Args:
        seen: Visible rectangle (x0, y0, x1, y1) in image coordinates.
        size: Width and height of the picture.

    Raises:
        QuadInvalid: the picture is too small for a plate.
    """
    x0, y0 = confined((seen[0], seen[1]), size)
    x1, y1 = confined((seen[2], seen[3]), size)
    width = max(_SMALLEST_START, (x1 - x0) * _START_SHARE)
    height = width / _START_ASPECT
    left, top = (x0 + x1 - width) / 2, (y0 + y1 - height) / 2
    corners = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]
    return Marking((), Quad.from_points([confined(corner, size) for corner in corners]), 0)
