"""The charts of a report, drawn with Pillow as PNG bytes; the same input gives the same bytes.

A plotting library would take a second for them, most of it under Python's lock, while a window waits.
"""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from forensic_lpr import paths
from forensic_lpr.core.metrics import Rate
from forensic_lpr.core.performance import WidthResult
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.imaging.png import to_png
from forensic_lpr.report.language import Texts

_DOTS_PER_INCH = 300
_PAPER, _INK, _BLUE, _GREY = (255, 255, 255), (28, 33, 38), (0, 114, 178), (180, 185, 190)
_SANS, _PLATE = "IBMPlexSans/IBMPlexSans-Regular.ttf", "BarlowSemiCondensed/BarlowSemiCondensed-Bold.ttf"
_FINER = 3
"""The chart with slanted lines is drawn so many times larger and reduced, which smooths its edges."""


@lru_cache(maxsize=8)
def _font(name: str, points: float, finer: int = 1) -> ImageFont.FreeTypeFont:
    # The basic layout is that of Pillow itself, on every machine.
    return ImageFont.truetype(
        paths.resources() / "fonts" / name,
        points * finer * _DOTS_PER_INCH / 72,
        layout_engine=ImageFont.Layout.BASIC,
    )


def _write(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    font: ImageFont.FreeTypeFont,
    side: str = "l",
) -> None:
    """Write a text whose capitals have their middle at a height; ``side`` is l, m or r as in Pillow's anchors."""
    top, bottom = font.getbbox("H", anchor="ls")[1::2]
    draw.text((at[0], at[1] - (top + bottom) / 2), text, fill=_INK, font=font, anchor=f"{side}s")


def slot_chart(slots: SlotProbabilities, count: int, t: Texts, empty: str) -> bytes:
    """One column per slot with its likeliest characters as bars, longest first.

    Args:
        slots: What the pixels say.
        count: Characters per slot.
        t: The language.
        empty: What stands for the pad, "no character here".
    """
    columns = slots.top(count)
    row, wide = round(0.2 * _DOTS_PER_INCH), 6.7 * _DOTS_PER_INCH / len(columns)
    picture = Image.new("RGB", (round(wide * len(columns)), 2 * row + row * count), _PAPER)
    draw = ImageDraw.Draw(picture)
    sans, plate = _font(_SANS, 7), _font(_PLATE, 11)
    certain = wide / 3  # the bar of a probability of one, which leaves room for the percentage behind it
    for index, column in enumerate(columns):
        left = round(wide * index + 0.45 * certain)
        _write(draw, (left - 0.28 * certain, 0.7 * row), t("slot", number=index + 1), sans)
        draw.line([(left, 1.3 * row), (left, row * (count + 1.5))], fill=_INK, width=3)
        for rank, (symbol, probability) in enumerate(column):
            middle = row * (rank + 1.9)
            high = (middle - 0.31 * row, middle + 0.31 * row)
            if probability * certain >= 0.5:
                bar = (left + 2, round(high[0]), left + 1 + round(probability * certain), round(high[1]))
                draw.rectangle((min(bar[0], bar[2]), *bar[1:]), fill=_BLUE if rank == 0 else _GREY)
            shown = empty if symbol == slots.alphabet.pad else symbol
            _write(draw, (left - 0.26 * certain, middle), shown, plate, "m")
            _write(draw, (left + (probability + 0.07) * certain, middle), t.percent(probability), sans)
    return to_png(np.asarray(picture))


def reliability_chart(result: WidthResult, t: Texts) -> bytes:
    """Share of characters that were right against the probability that was said, one point per bin.

    The bars are 95 % intervals; on the diagonal the probabilities mean what they say. Bins without slots are left out.
    """
    unit = _DOTS_PER_INCH * _FINER
    width, height = 3 * unit, round(2.9 * unit)
    picture = Image.new("RGB", (width, height), _PAPER)
    draw = ImageDraw.Draw(picture)
    left, right, bottom, top = 0.17 * width, 0.96 * width, 0.85 * height, 0.04 * height
    thin = round(0.6 * unit / 72)
    small, sans = _font(_SANS, 6.5, _FINER), _font(_SANS, 7, _FINER)

    def at(said: float, is_right: float) -> tuple[float, float]:
        """Where a pair of percentages lies; the axes end a little behind 100."""
        return left + (right - left) * said / 101, bottom - (bottom - top) * is_right / 101

    draw.line([at(0, 0), at(100, 100)], fill=_GREY, width=round(0.8 * unit / 72))
    draw.line([at(0, 101), at(0, 0), at(101, 0)], fill=_INK, width=thin)
    tick = 2.5 * unit / 72
    for percent in range(0, 101, 20):
        x, y = at(percent, 0)
        draw.line([(x, y), (x, y + tick)], fill=_INK, width=thin)
        _write(draw, (x, y + 3.4 * tick), str(percent), small, "m")
        x, y = at(0, percent)
        draw.line([(x - tick, y), (x, y)], fill=_INK, width=thin)
        _write(draw, (x - 1.6 * tick, y), str(percent), small, "r")
    for part in result.bins:
        if part.n == 0:
            continue
        rate = Rate(part.right, part.n)
        low, high = rate.interval
        said = 100 * part.said / part.n
        draw.line([at(said, 100 * low), at(said, 100 * high)], fill=_BLUE, width=round(0.9 * unit / 72))
        draw.circle(at(said, 100 * rate.value), 1.7 * unit / 72, fill=_BLUE)
    _write(draw, ((left + right) / 2, 0.965 * height), t("reliability said"), sans, "m")
    upright = Image.new("RGB", (height, round(0.09 * width)), _PAPER)
    middle = (height - (top + bottom) / 2, upright.height / 2)
    _write(ImageDraw.Draw(upright), middle, t("reliability right"), sans, "m")
    picture.paste(upright.transpose(Image.Transpose.ROTATE_90), (0, 0))
    return to_png(np.asarray(picture.reduce(_FINER)))
