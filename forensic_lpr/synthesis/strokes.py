"""Plate faces drawn from strokes, each plate with its own proportions.

No free font has the letter shapes of Brazilian plates (O a rounded rectangle, Q with a short tail, M and W wide and
square, 1 a plain bar). The centre lines below were drawn by eye in a unit box, x to the right and y downward;
a point may carry a corner radius as a share of the glyph's width. Widths and proportions were fitted to the mean
picture of each character on development photographs. Everything is jittered per plate.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Vertex = tuple[float, float, float]
"""x, y, corner radius."""

_BEYOND = 0.3
"""Strokes that end at the box run on this far and are cut off, which makes their ends flat."""
_SHIFT = 4


@dataclass(frozen=True)
class StrokeStyle:
    """Proportions of one plate's face.

    Attributes:
        family: ``charles-wright`` or ``fe``.
        aspect: Width of a round character over its height, outer edges.
        radius: Corner radius of round characters (0, 2, 3, 5, 6, 8, 9, B, C, D, G, J, P, R, S, U) over their width.
        box: Corner radius of O and Q over their width; it may be a box where digits are round.
        waist: How much narrower the upper half of 8 and of B is, over their width.
        middle: Height of middle bars, 0 top, 1 bottom.
        peak: Depth of the V in M and W.
        hook: Length of the ends of C, G, S, 2, 3, 5, 6 and 9, in glyph heights.
        lean: How far the outer strokes of W run inward, over its width.
        tail: Where the tail of Q starts, over its width.
        slab: How far the bars of B and D stand out behind the stem, over their width.
        apex: Half width of the flat top of A and V.
        flag: Whether 1 has an upstroke.
        serif: Whether I has serifs.
        square: Whether corners are mitred.
        jitter: Standard deviation of every vertex, in glyph heights.
    """

    family: str
    aspect: float
    radius: float
    box: float
    waist: float
    middle: float
    peak: float
    hook: float
    lean: float
    tail: float
    slab: float
    apex: float
    flag: bool
    serif: bool
    square: bool
    jitter: float


def random_weight(rng: np.random.Generator, family: str) -> float:
    """Thickness of one plate's strokes over what its format says."""
    low, high = (0.74, 1.36) if family == _SEEN else (0.82, 1.4)
    return _between(rng, family, low, high)


_SEEN = "charles-wright"
"""The face that photographs showed: of its proportions most are near the middle, of those of others any is as good."""


def usual(rng: np.random.Generator, low: float, high: float) -> float:
    """The mean of two even draws: what most plates have near the middle."""
    return float(rng.uniform(low, high, 2).mean())


def _between(rng: np.random.Generator, family: str, low: float, high: float) -> float:
    return usual(rng, low, high) if family == _SEEN else float(rng.uniform(low, high))


def random_style(rng: np.random.Generator, family: str) -> StrokeStyle:
    """A style as the stamping shops of a country differ."""
    fe = family == "fe"

    def between(low: float, high: float) -> float:
        return _between(rng, family, low, high)

    return StrokeStyle(
        family=family,
        aspect=between(0.58, 0.74) if fe else between(0.59, 0.79),
        radius=between(0.15, 0.5) if fe else between(0.15, 0.39),
        box=between(0.15, 0.4) if fe else between(0.13, 0.27),
        waist=between(0.0, 0.08),
        middle=between(0.46, 0.54),
        peak=between(0.38, 0.85) if fe else between(0.42, 0.88),
        hook=between(0.02, 0.24) if fe else between(0.0, 0.15),
        lean=between(0.06, 0.28),
        tail=between(0.5, 0.85) if fe else between(0.52, 0.76),
        slab=0.0 if fe else between(0.06, 0.15),
        apex=between(0.0, 0.13),
        flag=bool(rng.random() < (0.97 if fe else 0.1)),
        serif=bool(rng.random() < (0.7 if fe else 0.03)),
        square=bool(rng.random() < 0.7),
        jitter=float(rng.uniform(0.0, 0.012)),
    )


# Width of a glyph over the style's aspect; the rest is 1.
_WIDTHS = {"J": 0.9, "L": 0.98, "E": 0.96, "F": 0.96, "M": 1.0, "W": 0.98, "N": 1.02, "P": 1.02, "A": 0.95,
           "V": 1.0, "X": 1.0, "Y": 0.98, "K": 1.05, "Q": 1.0, "Z": 1.03, "4": 1.03}  # fmt: skip


def _glyph(character: str, style: StrokeStyle) -> list[list[Vertex]]:
    """Centre lines of a character; a closed line ends where it starts."""
    r, m, b = style.radius, style.middle, _BEYOND
    p, a, h, w = style.peak, style.apex, style.hook, style.lean
    o, n, s = style.box, style.waist / 2, style.slab
    lower_bowl: list[Vertex] = [(0, m - 0.01, r), (1, m - 0.01, r), (1, 1, r), (0, 1, r)]
    table: dict[str, Callable[[], list[list[Vertex]]]] = {
        "0": lambda: [_closed([(0, 0, r), (1, 0, r), (1, 1, r), (0, 1, r)])],
        "1": lambda: (
            [[(0, 0.27, 0), (1, 0, 0), (1, 1 + b, 0)]] if style.flag else [[(0.5, -b, 0), (0.5, 1 + b, 0)]]
        ),
        "2": lambda: [[(0, h, 0), (0, 0, r), (1, 0, r), (1, 0.36, r * 0.4), (0, 1, 0), (1, 1, 0)]],
        "3": lambda: [
            [(0, h, 0), (0, 0, r), (1, 0, r), (1, m, r), (0.53, m, 0)],
            [(0.53, m, 0), (1, m, r), (1, 1, r), (0, 1, r), (0, 1 - h, 0)],
        ],
        "4": lambda: [[(0.7, 1 + b, 0), (0.7, 0, 0), (0, 0.75, 0), (0.97, 0.75, 0)]],
        "5": lambda: [
            [
                (0.95, 0, 0),
                (0.06, 0, 0),
                (0.03, m - 0.03, 0),
                (1, m - 0.03, r),
                (1, 1, r),
                (0, 1, r),
                (0, 1 - 0.75 * h, 0),
            ]
        ],
        "6": lambda: [_closed(lower_bowl), [(1, h, 0), (1, 0, r), (0, 0, r), (0, 0.7, 0)]],
        "7": lambda: [[(0, 0, 0), (1, 0, 0), (0.18, 1 + b, 0)]],
        "8": lambda: [
            _closed([(n, 0, r), (1 - n, 0, r), (1 - n, m, r), (n, m, r)]),
            _closed([(0, m, r), (1, m, r), (1, 1, r), (0, 1, r)]),
        ],
        "9": lambda: [[(1 - x, 1 - y, q) for x, y, q in line] for line in _glyph("6", style)],
        "A": lambda: [
            [(0.07 - 0.5 * b, 1 + b, 0), (0.5 - a, 0, 0), (0.5 + a, 0, 0), (0.93 + 0.5 * b, 1 + b, 0)],
            [(0.2, 0.8, 0), (0.8, 0.8, 0)],
        ],
        "B": lambda: [
            [(0, 0, 0), (1 - n, 0, r), (1 - n, m, r * 0.8), (s, m, 0)],
            [(s, m, 0), (1, m, r * 0.8), (1, 1, r), (0, 1, 0)],
            [(s, 0, 0), (s, 1, 0)],
        ],
        "C": lambda: [
            [(0.95, h + 0.02, 0), (0.94, 0, r), (0, 0, r), (0, 1, r), (0.94, 1, r), (0.95, 0.99 - h, 0)]
        ],
        "D": lambda: [[(0, 0, 0), (1, 0, r + 0.08), (1, 1, r + 0.08), (0, 1, 0)], [(s, 0, 0), (s, 1, 0)]],
        "E": lambda: [[(1, 0, 0), (0, 0, 0), (0, 1, 0), (1, 1, 0)], [(0, m, 0), (0.68, m, 0)]],
        "F": lambda: [[(1, 0, 0), (0, 0, 0), (0, 1 + b, 0)], [(0, m + 0.01, 0), (0.66, m + 0.01, 0)]],
        "G": lambda: [
            [
                (1, 0.7 * h, 0),
                (1, 0, r),
                (0, 0, r),
                (0, 1, r),
                (1, 1, r),
                (1, m + 0.11, 0),
                (0.64, m + 0.11, 0),
            ]
        ],
        "H": lambda: [[(0, -b, 0), (0, 1 + b, 0)], [(1, -b, 0), (1, 1 + b, 0)], [(0, m, 0), (1, m, 0)]],
        "I": lambda: (
            [[(0.5, 0, 0), (0.5, 1, 0)], [(0, 0, 0), (1, 0, 0)], [(0, 1, 0), (1, 1, 0)]]
            if style.serif
            else [[(0.5, -b, 0), (0.5, 1 + b, 0)]]
        ),
        "J": lambda: [[(1, -b, 0), (1, 1, r), (0, 1, r), (0, 0.98 - h, 0)]],
        "K": lambda: [
            [(0, -b, 0), (0, 1 + b, 0)],
            [(1 + b * 0.6, -b * 0.9, 0), (0, 0.74, 0)],
            [(0.38, 0.52, 0), (1.02 + b * 0.4, 1 + b, 0)],
        ],
        "L": lambda: [[(0, -b, 0), (0, 1, 0), (1, 1, 0)]],
        "M": lambda: [[(0, 1 + b, 0), (0.03, 0, 0), (0.5, p, 0), (0.97, 0, 0), (1, 1 + b, 0)]],
        "N": lambda: [[(0, 1 + b, 0), (0, 0, 0), (1, 1, 0), (1, -b, 0)]],
        "O": lambda: [_closed([(0, 0, o), (1, 0, o), (1, 1, o), (0, 1, o)])],
        "P": lambda: [
            _closed([(0, 0, 0), (1, 0, r), (1, m + 0.02, r), (0, m + 0.02, 0)]),
            [(0, 0.3, 0), (0, 1 + b, 0)],
        ],
        "Q": lambda: [
            _closed([(0, 0, o), (1, 0, o), (1, 1, o), (0, 1, o)]),
            [(style.tail, 0.56 + style.tail * 0.42, 0), (0.97, 1.03, 0)],
        ],
        "R": lambda: [
            _closed([(0, 0, 0), (1, 0, r), (1, m + 0.01, r), (0, m + 0.01, 0)]),
            [(0, 0.3, 0), (0, 1 + b, 0)],
            [(0.48, m + 0.01, 0), (1.02 + b * 0.35, 1 + b, 0)],
        ],
        "S": lambda: [
            [
                (1, h, 0),
                (1, 0, r),
                (0, 0, r),
                (0, m - 0.07, r * 0.7),
                (1, m + 0.07, r * 0.7),
                (1, 1, r),
                (0, 1, r),
                (0, 1 - h, 0),
            ]
        ],
        "T": lambda: [[(-0.03, 0, 0), (1.03, 0, 0)], [(0.5, 0, 0), (0.5, 1 + b, 0)]],
        "U": lambda: [[(0, -b, 0), (0, 1, r), (1, 1, r), (1, -b, 0)]],
        "V": lambda: [[(-b * 0.45, -b, 0), (0.5 - a, 1, 0), (0.5 + a, 1, 0), (1 + b * 0.45, -b, 0)]],
        "W": lambda: [
            [(-b * w, -b, 0), (w, 1, 0), (0.5, 1 - 0.85 * p, 0), (1 - w, 1, 0), (1 + b * w, -b, 0)]
        ],
        "X": lambda: [[(-b, -b, 0), (1 + b, 1 + b, 0)], [(1 + b, -b, 0), (-b, 1 + b, 0)]],
        "Y": lambda: [[(-b, -b, 0), (0.5, m + 0.12, 0), (1 + b, -b, 0)], [(0.5, m, 0), (0.5, 1 + b, 0)]],
        "Z": lambda: [[(0, 0, 0), (1, 0, 0), (0, 1, 0), (1, 1, 0)]],
    }
    if style.family == "fe":
        table |= {
            "3": lambda: [
                [
                    (0.05, 0, 0),
                    (0.95, 0, 0),
                    (0.42, m - 0.06, 0),
                    (0.6, m - 0.06, 0),
                    (1, m - 0.06, r),
                    (1, 1, r),
                    (0, 1, r),
                    (0, 1 - h, 0),
                ]
            ],
            "4": lambda: [
                [(0.42, -b * 0.6, 0), (0, 0.72, 0), (1.04, 0.72, 0)],
                [(0.76, 0.42, 0), (0.76, 1 + b, 0)],
            ],
            "6": lambda: [_closed(lower_bowl), [(0.72, -b * 0.6, 0), (0.02, m + 0.16, 0)]],
            "J": lambda: [[(0.35, 0, 0), (1, 0, 0), (1, 1, r), (0, 1, r), (0, 0.7, 0)]],
            "0": lambda: [
                _closed([(0.04, 0, r * 0.8), (0.96, 0, r * 0.8), (0.96, 1, r * 0.8), (0.04, 1, r * 0.8)])
            ],
            "O": lambda: [_closed([(0, 0, 0.5), (1, 0, 0.5), (1, 1, 0.5), (0, 1, 0.5)])],
            "Q": lambda: [
                _closed([(0, 0, 0.5), (1, 0, 0.5), (1, 1, 0.5), (0, 1, 0.5)]),
                [(style.tail, 0.7, 0), (1.06, 1.04, 0)],
            ],
        }
    return table[character]()


def _closed(corners: list[Vertex]) -> list[Vertex]:
    """A ring that starts and ends in the middle of its first side."""
    (x0, y0, _), (x1, y1, _) = corners[0], corners[1]
    middle: Vertex = ((x0 + x1) / 2, (y0 + y1) / 2, 0)
    return [middle, *corners[1:], corners[0], middle]


def glyph_width(character: str, style: StrokeStyle) -> float:
    """Outer width of a glyph over its outer height."""
    if character == "I":
        return style.aspect * 0.55 if style.serif else 0.18
    if character == "1":
        return style.aspect * 0.55 if style.flag else 0.18
    return style.aspect * _WIDTHS.get(character, 1.0)


def _flatten(
    line: list[Vertex], scale: NDArray[np.float64], origin: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Polyline in pixels with its rounded corners as short chords, (N, 2)."""
    points = np.array([(x, y) for x, y, _ in line]) * scale + origin
    result = [points[0]]
    for k in range(1, len(points) - 1):
        before, here, after = points[k - 1], points[k], points[k + 1]
        arms = [float(np.hypot(*(before - here))), float(np.hypot(*(after - here)))]
        # The radius is a share of the width; a corner takes at most 0.49 of either arm.
        reach = min(line[k][2] * float(scale[0]), 0.97 * arms[0], 0.97 * arms[1])
        if reach < 0.75:
            result.append(here)
            continue
        start = here + (before - here) * (reach / arms[0])
        end = here + (after - here) * (reach / arms[1])
        for t in (0.0, 0.14, 0.32, 0.5, 0.68, 0.86, 1.0):
            # A conic with weight sqrt(1/2) is a quarter circle at a right angle.
            weights = np.array([(1 - t) ** 2, 2 * t * (1 - t) * 0.7071, t * t])
            result.append((weights[0] * start + weights[1] * here + weights[2] * end) / weights.sum())
    result.append(points[-1])
    return np.array(result)


def draw_glyph(
    canvas: NDArray[np.uint8],
    character: str,
    style: StrokeStyle,
    box: tuple[float, float, float, float],
    thickness: float,
    rng: np.random.Generator,
) -> None:
    """Draw a character into a mask.

    Args:
        canvas: uint8 (H, W), 0 where no ink is; drawn upon in place.
        character: Letter or digit.
        style: The plate's face.
        box: Outer left, top, width and height in pixels.
        thickness: Stroke in pixels.
        rng: Source of the jitter.
    """
    left, top, width, height = box
    if width < thickness:  # a bare bar is never thinner than the stroke
        left, width = left - (thickness - width) / 2, thickness
    x0, y0 = max(0, round(left)), max(0, round(top))
    x1, y1 = min(canvas.shape[1], round(left + width)), min(canvas.shape[0], round(top + height))
    if x1 - x0 < 1 or y1 - y0 < 1:
        return
    # Serifs and tails may leave the box sideways, never above or below.
    side = round(width * 0.12) if character in "AVWXYKRQ" else 0
    x0, x1 = max(0, x0 - side), min(canvas.shape[1], x1 + side)
    window = canvas[y0:y1, x0:x1]
    origin = np.array([left + thickness / 2 - x0, top + thickness / 2 - y0])
    scale = np.array([max(width - thickness, 0.5), max(height - thickness, 1.0)])
    pixels = max(1, round(thickness))
    for line in _glyph(character, style):
        points = _flatten(line, scale, origin)
        if style.jitter:
            points = points + rng.normal(0, style.jitter * height, 2)
        fixed = np.rint(points * (1 << _SHIFT)).astype(np.int32)
        cv2.polylines(window, [fixed], False, 255, pixels, cv2.LINE_AA, _SHIFT)
        if style.square:
            half = thickness / 2
            for (x, y, radius), point in zip(
                line, np.array([(x, y) for x, y, _ in line]) * scale + origin, strict=True
            ):
                if radius == 0 and x in (0, 1) and y in (0, 1):
                    a = np.rint(point - half).astype(int).tolist()
                    c = np.rint(point + half).astype(int).tolist()
                    cv2.rectangle(window, (a[0], a[1]), (c[0] - 1, c[1] - 1), 255, -1)
