"""The figures of a report with their captions and with words for who cannot see them."""

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.performance import WidthResult
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.imaging.png import to_png
from forensic_lpr.imaging.rectify import rectify, to_grey
from forensic_lpr.report import charts, figures
from forensic_lpr.report.language import Texts
from forensic_lpr.report.parts import Picture
from forensic_lpr.report.texts import DASH
from forensic_lpr.report.wire import SLOT_TOP

PAGE_MM = 170.0
_FRAME_MM = (PAGE_MM, 104.0)
_PLATE_MM = (82.0, 46.0)
_STRIP_MM = (36.0, 24.0)
_RELIABILITY_MM = 76.0


def _width_mm(width: int, height: int, limit: tuple[float, float]) -> float:
    """Width on the page that keeps a picture within (width, height) in millimetres."""
    return round(min(limit[0], limit[1] * width / height), 2)


def frame_picture(t: Texts, name: str, image: NDArray[np.uint8], quad: Quad) -> Picture:
    """The whole frame with the quad, and what was done to fit it on the page."""
    drawn = figures.frame_with_quad(image, quad)
    height, width = image.shape[:2]
    caption = [t("frame caption")]
    if drawn.located:
        caption.append(t("frame located"))
    if drawn.reduced:
        shown = t.pixels(drawn.width, drawn.height)
        caption.append(t("frame reduced", whole=t.pixels(width, height), shown=shown))
    elif drawn.factor > 1:
        caption.append(_enlarged(t, drawn.factor))
    x, y = (round(float(v)) for v in quad.array().mean(axis=0))
    alt = t("frame alt", x=x, y=y, width=width, height=height)
    return Picture(
        f"{name}.png", drawn.png, _width_mm(width, height, _FRAME_MM), " ".join(caption), alt, True
    )


def crop_picture(t: Texts, name: str, image: NDArray[np.uint8], quad: Quad) -> Picture:
    """The plate as the frame holds it, only enlarged."""
    crop = figures.native_crop(image, quad)
    height, width = crop.image.shape[:2]
    factor = figures.factor_for(crop.image)
    caption = t(
        "crop caption",
        left=crop.left,
        right=crop.left + width - 1,
        top=crop.top,
        bottom=crop.top + height - 1,
        size=t.pixels(width, height),
    )
    enlarged = _enlarged(t, factor)
    shown = to_png(figures.enlarge(crop.image, factor))
    alt = f"{t('crop alt')} {enlarged}"
    return Picture(f"{name}.png", shown, _width_mm(width, height, _PLATE_MM), f"{caption} {enlarged}", alt)


def strip_picture(t: Texts, name: str, crop: NDArray[np.uint8], index: int, share: str) -> Picture:
    """One frame of a track, small: the plate as the frame holds it, only enlarged.

    Args:
        t: The language.
        name: Name of the figure.
        crop: The pixels round the plate, unchanged.
        index: Number of the frame.
        share: Its share in the fusion, in words.
    """
    height, width = crop.shape[:2]
    factor = max(1, figures.factor_for(crop) // 2)
    shown = to_png(figures.enlarge(crop, factor))
    caption = t("strip caption", index=index, share=share)
    return Picture(
        f"{name}.png", shown, _width_mm(width, height, _STRIP_MM), caption, t("strip alt", index=index)
    )


def plate_picture(t: Texts, name: str, plate: NDArray[np.uint8], original: bool) -> Picture:
    """The plate as the network saw it, only enlarged."""
    height, width = plate.shape
    factor = figures.factor_for(plate)
    key = "rectified caption" if original else "enhanced caption"
    caption = t(key, size=t.pixels(width, height))
    return _plate(t, name, plate, caption, t("rectified alt"), factor)


def original_picture(
    t: Texts, name: str, image: NDArray[np.uint8], quad: Quad, size: tuple[int, int]
) -> Picture:
    """The plate of the original beside that of an enhanced picture."""
    plate = to_grey(rectify(image, quad, *size))
    return _plate(t, name, plate, t("original caption"), t("original alt"), figures.factor_for(plate))


def _plate(t: Texts, name: str, plate: NDArray[np.uint8], caption: str, alt: str, factor: int) -> Picture:
    height, width = plate.shape
    shown = to_png(figures.enlarge(plate, factor))
    enlarged = _enlarged(t, factor)
    return Picture(
        f"{name}.png",
        shown,
        _width_mm(width, height, _PLATE_MM),
        f"{caption} {enlarged}",
        f"{alt} {enlarged}",
    )


def _enlarged(t: Texts, factor: int) -> str:
    return t("not enlarged") if factor == 1 else t("enlarged", factor=factor)


def chart_picture(t: Texts, name: str, slots: SlotProbabilities) -> Picture:
    """The slots as bars; a dash stands for the pad."""
    image = charts.slot_chart(slots, SLOT_TOP, t, DASH)
    caption = t("chart caption")
    if slots.alphabet.pad is not None:
        caption += f" {t('chart pad', pad=DASH)}"
    return Picture(f"{name}.png", image, PAGE_MM, caption, t("chart alt"), True)


def reliability_picture(t: Texts, name: str, result: WidthResult) -> Picture:
    """How often characters were right against what was said of them."""
    image = charts.reliability_chart(result, t)
    return Picture(
        f"{name}.png", image, _RELIABILITY_MM, t("reliability caption"), t("reliability alt"), True
    )
