"""The pictures of evidence in a report, as PNG bytes; the same input gives the same bytes.

Convention: coordinates are those of the frame, with the origin at the centre of its top-left pixel.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.png import to_png

MAX_FRAME_SIDE = 1600
"""Longest side of the frame in the report, in pixels: about 240 to an inch on the page."""
_ENLARGED_SIDE = 1200
_SMALL_ON_PAGE = 0.06
_BRIGHT, _DARK = (255, 214, 0), (0, 0, 0)


@dataclass(frozen=True)
class FramePicture:
    """The whole frame with the quad drawn.

    Attributes:
        png: The picture.
        width: Its width in pixels.
        height: Its height in pixels.
        reduced: Whether it is smaller than the frame.
        factor: How often every pixel of the frame is repeated; 1 when reduced.
        located: Whether a rectangle round the quad was drawn to make a small one findable.
    """

    png: bytes
    width: int
    height: int
    reduced: bool
    factor: int
    located: bool


@dataclass(frozen=True)
class Crop:
    """A part of the frame at its own resolution.

    Attributes:
        image: The pixels, unchanged.
        left: Column of its first pixel in the frame.
        top: Row of its first pixel in the frame.
    """

    image: NDArray[np.uint8]
    left: int
    top: int


def enlarge(image: NDArray[np.uint8], factor: int) -> NDArray[np.uint8]:
    """Every pixel as a square of ``factor`` x ``factor`` pixels: nothing is interpolated."""
    return image.repeat(factor, axis=0).repeat(factor, axis=1)


def factor_for(image: NDArray[np.uint8]) -> int:
    """The integer factor that makes the longest side about 1200 pixels, at least 1."""
    longest: int = max(image.shape[:2])
    return max(1, _ENLARGED_SIDE // longest)


def native_crop(image: NDArray[np.uint8], quad: Quad) -> Crop:
    """The quad with a margin of a third of its height, at least 2 pixels, where the frame has it."""
    x0, y0, x1, y1 = quad.bounds()
    margin = max(2.0, quad.height / 3)
    height, width = image.shape[:2]
    left, top = max(0, math.floor(x0 - margin)), max(0, math.floor(y0 - margin))
    right, bottom = min(width, math.ceil(x1 + margin) + 1), min(height, math.ceil(y1 + margin) + 1)
    return Crop(image[top:bottom, left:right], left, top)


def frame_with_quad(image: NDArray[np.uint8], quad: Quad) -> FramePicture:
    """The whole frame with a yellow and black line round the quad.

    The line lies outside the quad: no pixel of the plate is covered. A frame longer than 1600 pixels is
    reduced; the pixels of a small one are repeated, so that the line can be finer than they are.
    """
    height, width = image.shape[:2]
    longest = max(width, height)
    factor = max(1, MAX_FRAME_SIDE // longest)
    scale = min(1.0, MAX_FRAME_SIDE / longest) * factor
    plain = Image.fromarray(enlarge(image, factor)).convert("RGB")
    if scale < 1.0:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        plain = plain.resize(size, Image.Resampling.BOX if scale < 0.5 else Image.Resampling.LANCZOS)
    ring = [((x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5) for x, y in quad.points()]
    stroke = max(1, round(max(plain.size) / 1000))
    drawn = plain.copy()
    _outline(drawn, ring, 2 * stroke)
    mask = Image.new("1", plain.size)
    ImageDraw.Draw(mask).polygon(ring, fill=1, outline=1)
    drawn.paste(plain, mask=mask)
    located = quad.width * scale < _SMALL_ON_PAGE * max(plain.size)
    if located:
        (left, top), (right, bottom) = np.min(ring, axis=0), np.max(ring, axis=0)
        gap = 0.03 * max(plain.size)
        a, b, c, d = left - gap, top - gap, right + gap, bottom + gap
        _outline(drawn, [(a, b), (c, b), (c, d), (a, d)], stroke)
    return FramePicture(to_png(np.asarray(drawn)), *drawn.size, scale < 1.0, factor, located)


def _outline(picture: Image.Image, ring: list[tuple[float, float]], stroke: int) -> None:
    """A closed line, bright within dark: one of the two is seen on any ground."""
    draw = ImageDraw.Draw(picture)
    closed = [*ring, ring[0], ring[1]]
    draw.line(closed, fill=_DARK, width=4 * stroke + 1, joint="curve")
    draw.line(closed, fill=_BRIGHT, width=2 * stroke + 1, joint="curve")
