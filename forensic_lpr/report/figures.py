"""The pictures of a report, as PNG bytes; the same input gives the same bytes.

Convention: coordinates are those of the frame, with the origin at the centre of its top-left pixel.
"""

import io
import math
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from forensic_lpr import paths
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.metrics import Rate
from forensic_lpr.core.performance import WidthResult
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.report.language import Texts

MAX_FRAME_SIDE = 1600
"""Longest side of the frame in the report, in pixels: about 240 to an inch on the page."""
_ENLARGED_SIDE = 1200
_SMALL_ON_PAGE = 0.06
_BRIGHT, _DARK = (255, 214, 0), (0, 0, 0)
_BLUE, _GREY, _INK = "#0072b2", "#b4b9be", "#1c2126"


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


def png(image: NDArray[np.uint8]) -> bytes:
    """A picture, uint8 (H, W) or (H, W, 3) in RGB, as PNG without any metadata."""
    target = io.BytesIO()
    Image.fromarray(image).save(target, format="PNG", compress_level=6)
    return target.getvalue()


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
    return FramePicture(png(np.asarray(drawn)), *drawn.size, scale < 1.0, factor, located)


def _outline(picture: Image.Image, ring: list[tuple[float, float]], stroke: int) -> None:
    """A closed line, bright within dark: one of the two is seen on any ground."""
    draw = ImageDraw.Draw(picture)
    closed = [*ring, ring[0], ring[1]]
    draw.line(closed, fill=_DARK, width=4 * stroke + 1, joint="curve")
    draw.line(closed, fill=_BRIGHT, width=2 * stroke + 1, joint="curve")


def slot_chart(slots: SlotProbabilities, count: int, t: Texts, empty: str) -> bytes:
    """One column per slot with its likeliest characters as bars, longest first.

    Args:
        slots: What the pixels say.
        count: Characters per slot.
        t: The language.
        empty: What stands for the pad, "no character here".
    """
    columns = slots.top(count)
    figure = Figure(figsize=(6.7, 0.4 + 0.2 * count), dpi=300)
    FigureCanvasAgg(figure)
    for index, column in enumerate(columns):
        axes = figure.add_axes((index / len(columns), 0.0, 1 / len(columns), 1.0))
        shown = [(empty if s == slots.alphabet.pad else s, p) for s, p in column]
        _column(axes, t("slot", number=index + 1), shown, t)
    return _saved(figure)


def _saved(figure: Figure) -> bytes:
    target = io.BytesIO()
    # Without this the picture names the version of matplotlib.
    figure.savefig(target, format="png", dpi=figure.dpi, metadata={"Software": None})
    return target.getvalue()


def _sans(size: float) -> FontProperties:
    return FontProperties(
        fname=paths.resources() / "fonts" / "IBMPlexSans" / "IBMPlexSans-Regular.ttf", size=size
    )


def _column(axes: Axes, title: str, column: list[tuple[str, float]], t: Texts) -> None:
    fonts = paths.resources() / "fonts"
    sans = _sans(7)
    plate = FontProperties(fname=fonts / "BarlowSemiCondensed" / "BarlowSemiCondensed-Bold.ttf", size=11)
    axes.set_axis_off()
    axes.set_xlim(-0.45, 2.3)
    axes.set_ylim(len(column) - 0.4, -1.4)
    axes.text(-0.28, -0.95, title, fontproperties=sans, color=_INK, va="center", ha="left")
    axes.plot([0, 0], [-0.5, len(column) - 0.5], color=_INK, linewidth=0.6)
    for rank, (symbol, probability) in enumerate(column):
        colour = _BLUE if rank == 0 else _GREY
        axes.barh(rank, probability, height=0.62, color=colour, linewidth=0)
        axes.text(-0.2, rank, symbol, fontproperties=plate, color=_INK, va="center_baseline", ha="center")
        axes.text(
            probability + 0.07,
            rank,
            t.percent(probability),
            fontproperties=sans,
            color=_INK,
            va="center_baseline",
        )


def reliability_chart(result: WidthResult, t: Texts) -> bytes:
    """Share of characters that were right against the probability that was said, one point per bin.

    The bars are 95 % intervals; on the diagonal the probabilities mean what they say. Bins without slots are left out.
    """
    figure = Figure(figsize=(3.0, 2.9), dpi=300)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.17, 0.15, 0.79, 0.81))
    axes.plot([0, 100], [0, 100], color=_GREY, linewidth=0.8)
    for part in result.bins:
        if part.n == 0:
            continue
        rate = Rate(part.right, part.n)
        low, high = rate.interval
        said = 100 * part.said / part.n
        axes.plot([said, said], [100 * low, 100 * high], color=_BLUE, linewidth=0.9)
        axes.plot([said], [100 * rate.value], "o", color=_BLUE, markersize=3.4)
    axes.set_xlim(0, 101)
    axes.set_ylim(0, 101)
    axes.set_xlabel(t("reliability said"), fontproperties=_sans(7), color=_INK)
    axes.set_ylabel(t("reliability right"), fontproperties=_sans(7), color=_INK)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(_sans(6.5))
        label.set_color(_INK)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(_INK)
        axes.spines[side].set_linewidth(0.6)
    axes.tick_params(width=0.6, length=2.5, color=_INK)
    return _saved(figure)
