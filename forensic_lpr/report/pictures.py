"""The figures of a report with their captions and with words for who cannot see them."""

from forensic_lpr.core.evidence import Frame
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.imaging.rectify import rectify, to_grey
from forensic_lpr.report import figures
from forensic_lpr.report.parts import Picture
from forensic_lpr.report.texts import in_pixels
from forensic_lpr.report.wire import SLOT_TOP

_PAGE_MM = 170.0
_FRAME_MM = (_PAGE_MM, 104.0)
_PLATE_MM = (82.0, 46.0)


def _width_mm(width: int, height: int, limit: tuple[float, float]) -> float:
    """Width on the page that keeps a picture within (width, height) in millimetres."""
    return round(min(limit[0], limit[1] * width / height), 2)


def frame_picture(frame: Frame, reading: PlateReading) -> Picture:
    """The whole frame with the quad, and what was done to fit it on the page."""
    drawn = figures.frame_with_quad(frame.image, reading.request.quad)
    height, width = frame.image.shape[:2]
    caption = (
        "The whole frame. The yellow and black line runs outside the marked corners and covers none of the "
        "plate."
    )
    if drawn.located:
        caption += " The upright rectangle only shows where to look."
    if drawn.reduced:
        shown = in_pixels(drawn.width, drawn.height)
        caption += f" Reduced for the page from {in_pixels(width, height)} to {shown}."
    elif drawn.factor > 1:
        caption += f" {_enlarged(drawn.factor)}"
    quad = reading.request.quad
    centre_x, centre_y = (round(float(v)) for v in quad.array().mean(axis=0))
    alt = f"The frame with the marked plate round x {centre_x}, y {centre_y} of {width} by {height} pixels."
    return Picture("frame.png", drawn.png, _width_mm(width, height, _FRAME_MM), caption, alt)


def crop_picture(frame: Frame, reading: PlateReading) -> Picture:
    """The plate as the frame holds it, only enlarged."""
    crop = figures.native_crop(frame.image, reading.request.quad)
    height, width = crop.image.shape[:2]
    factor = figures.factor_for(crop.image)
    caption = (
        f"From the frame: columns {crop.left} to {crop.left + width - 1}, rows {crop.top} to "
        f"{crop.top + height - 1}, {in_pixels(width, height)}. {_enlarged(factor)}"
    )
    image = figures.png(figures.enlarge(crop.image, factor))
    alt = f"The plate and its surroundings as the frame shows it. {_enlarged(factor)}"
    return Picture("crop.png", image, _width_mm(width, height, _PLATE_MM), caption, alt)


def plate_picture(reading: PlateReading) -> Picture:
    """The plate as the network saw it, only enlarged."""
    height, width = reading.plate_image.shape
    factor = figures.factor_for(reading.plate_image)
    how = "Rectified" if reading.request.recipe.is_original else "Enhanced and rectified"
    caption = f"{how}, as the network saw it: {in_pixels(width, height)}, grey. {_enlarged(factor)}"
    image = figures.png(figures.enlarge(reading.plate_image, factor))
    alt = f"The rectified plate as the network saw it. {_enlarged(factor)}"
    return Picture("plate.png", image, _width_mm(width, height, _PLATE_MM), caption, alt)


def original_picture(frame: Frame, reading: PlateReading) -> Picture | None:
    """The plate of the original beside that of an enhanced picture; none where the original was read."""
    if reading.request.recipe.is_original:
        return None
    height, width = reading.plate_image.shape
    plate = to_grey(rectify(frame.image, reading.request.quad, width, height))
    factor = figures.factor_for(plate)
    caption = f"For comparison: the original, rectified alike. {_enlarged(factor)}"
    image = figures.png(figures.enlarge(plate, factor))
    alt = f"The rectified plate of the original without enhancement. {_enlarged(factor)}"
    return Picture("original.png", image, _width_mm(width, height, _PLATE_MM), caption, alt)


def _enlarged(factor: int) -> str:
    return (
        "Not enlarged."
        if factor == 1
        else f"Enlarged {factor} times by repeating pixels, without interpolation."
    )


def chart_picture(reading: PlateReading, empty: str) -> Picture:
    """The slots as bars; ``empty`` stands for the pad."""
    image = figures.slot_chart(reading.slots, SLOT_TOP, empty)
    caption = "The likeliest characters of every slot, from the pixels alone, as in the table below."
    if reading.slots.alphabet.pad is not None:
        caption += f" {empty} stands for no character."
    alt = "Bar chart of the likeliest characters per slot; the table below gives the same figures."
    return Picture("chart.png", image, _PAGE_MM, caption, alt)
