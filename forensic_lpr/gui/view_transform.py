"""Which part of a picture is seen, and how large. Free of Qt.

Convention: image coordinates have their origin at the centre of the top-left pixel; a screen position is
``offset + (image + 0.5) * scale``, so that at whole scales pixels are even squares.
"""

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from forensic_lpr.core.geometry import Point

LEVELS = tuple(1 / n for n in (64, 48, 32, 24, 16, 12, 8, 6, 4, 3, 2)) + tuple(
    float(n) for n in (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)
)
"""Zoom steps: whole numbers, so that no pixel is drawn wider than its neighbour."""
GRID_FROM = 8.0
"""Scale from which pixels are large enough to be told apart by a grid."""
_NEAR = 1e-6


@dataclass(frozen=True)
class View:
    """A scale in screen pixels per image pixel, and where the picture's upper left edge falls on the screen."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_screen(self, point: Point) -> Point:
        """Screen position of an image point."""
        return self.x + (point[0] + 0.5) * self.scale, self.y + (point[1] + 0.5) * self.scale

    def to_image(self, point: Point) -> Point:
        """Image point under a screen position."""
        return (point[0] - self.x) / self.scale - 0.5, (point[1] - self.y) / self.scale - 0.5

    def panned(self, dx: float, dy: float) -> "View":
        """The view with the picture moved by (dx, dy) screen pixels."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def scaled(self, scale: float, anchor: Point) -> "View":
        """The view at another scale, the image point at the anchor staying where it is."""
        image = self.to_image(anchor)
        x = anchor[0] - (image[0] + 0.5) * scale
        y = anchor[1] - (image[1] + 0.5) * scale
        return View(scale, x, y)

    def stepped(self, steps: int, anchor: Point) -> "View":
        """The view some zoom levels on, positive closer."""
        if steps > 0:
            index = bisect_right(LEVELS, self.scale * (1 + _NEAR)) + steps - 1
        else:
            index = bisect_left(LEVELS, self.scale * (1 - _NEAR)) + steps
        return self.scaled(LEVELS[max(0, min(len(LEVELS) - 1, index))], anchor)

    def clamped(self, image: tuple[int, int], view: tuple[int, int], keep: float = 48.0) -> "View":
        """The view moved so that some of the picture (``keep`` screen pixels) stays in sight, on whole pixels."""
        x = _clamp(self.x, keep - image[0] * self.scale, view[0] - keep)
        y = _clamp(self.y, keep - image[1] * self.scale, view[1] - keep)
        return replace(self, x=float(round(x)), y=float(round(y)))


def _clamp(value: float, low: float, high: float) -> float:
    return max(min(value, max(low, high)), min(low, high))


def fit(image: tuple[int, int], view: tuple[int, int], margin: int = 0) -> View:
    """The whole picture in the middle; small pictures are enlarged to whole multiples only."""
    room = max(1, view[0] - 2 * margin), max(1, view[1] - 2 * margin)
    scale = min(room[0] / image[0], room[1] / image[1])
    if scale >= 1:
        scale = min(float(math.floor(scale)), LEVELS[-1])
    return centred((image[0] / 2 - 0.5, image[1] / 2 - 0.5), scale, view)


def centred(point: Point, scale: float, view: tuple[int, int]) -> View:
    """The view at a scale with an image point in the middle of the screen."""
    return View(
        scale,
        float(round(view[0] / 2 - (point[0] + 0.5) * scale)),
        float(round(view[1] / 2 - (point[1] + 0.5) * scale)),
    )


def around(bounds: tuple[float, float, float, float], view: tuple[int, int], share: float = 0.6) -> View:
    """The view in which a rectangle (x0, y0, x1, y1) of the image fills a share of the screen, at a zoom level."""
    x0, y0, x1, y1 = bounds
    wanted = min(view[0] * share / max(1.0, x1 - x0), view[1] * share / max(1.0, y1 - y0))
    level = max(0, bisect_right(LEVELS, wanted) - 1)
    return centred(((x0 + x1) / 2, (y0 + y1) / 2), LEVELS[level], view)
