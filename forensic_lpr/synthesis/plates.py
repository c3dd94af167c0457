"""Clean plates: the sheet, its characters and what years on the road do to it."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import Colour, ColourScheme, Layout, PlateFormat, Row, Strip
from forensic_lpr.core.geometry import Quad
from forensic_lpr.synthesis import faces, strokes
from forensic_lpr.synthesis.ageing import age, chip, emboss, fade

Float = NDArray[np.float32]
_PLAQUE_MM = (-10.0, 5.0)
"""How far the plaque with the town lies below its place in the format, in millimetres."""
MARGIN = 0.16
"""Surroundings shown round the sheet, as a share of its width."""


@dataclass(frozen=True)
class PlateDesign:
    """What is stamped: everything that the owner knows of the plate."""

    plate_format: PlateFormat
    layout: Layout
    colours: ColourScheme
    text: str


@dataclass(frozen=True)
class CleanPlate:
    """A drawn plate with its surroundings.

    Attributes:
        image: float32 (H, W) or (H, W, 3), grey levels 0 to 255.
        quad: Corners of the sheet.
        characters: Corners of the area that the characters fill.
    """

    design: PlateDesign
    image: Float
    quad: Quad
    characters: Quad


def random_design(rng: np.random.Generator, formats: tuple[PlateFormat, ...]) -> PlateDesign:
    """A plate that could be: format, layout and colours by weight, characters evenly."""
    plate_format = formats[int(rng.integers(len(formats)))]
    layout = plate_format.layouts[_weighted(rng, [layout.weight for layout in plate_format.layouts])]
    colours = plate_format.colours[_weighted(rng, [scheme.weight for scheme in plate_format.colours])]
    text = "".join(
        plate_format.allowed(slot)[int(rng.integers(len(plate_format.allowed(slot))))]
        for slot in range(len(plate_format.pattern))
    )
    return PlateDesign(plate_format, layout, colours, text)


def _weighted(rng: np.random.Generator, weights: list[float]) -> int:
    edges = np.cumsum(weights)
    return int(np.searchsorted(edges, rng.random() * edges[-1], side="right"))


def draw_plate(
    rng: np.random.Generator, design: PlateDesign, scale: float, channels: int, wear: float = 1.0
) -> CleanPlate:
    """Draw a plate at ``scale`` pixels per millimetre.

    Args:
        rng: Source of everything that differs between two plates of one design.
        design: What is stamped.
        scale: Pixels per millimetre.
        channels: 1 for the grey picture of some sensor (daylight or infra-red), 3 for sRGB.
        wear: 0 for a new plate in even light, 1 for all that the road does.
    """
    width, height = (round(side * scale) for side in design.layout.size_mm)
    margin = round(width * MARGIN)
    canvas = _surroundings(rng, height + 2 * margin, width + 2 * margin, channels)
    sheet = _sheet(rng, design, scale, (height, width), channels, wear)
    outline = np.zeros((height, width), np.uint8)
    _rounded_rectangle(outline, round(design.layout.corner_mm * scale))
    cover = (outline.astype(np.float32) / 255)[..., *([None] if channels == 3 else [])]
    inner = canvas[margin : margin + height, margin : margin + width]
    inner += cover * (sheet - inner)
    rows = design.layout.rows
    left, right = min(r.left_mm for r in rows) * scale, max(r.right_mm for r in rows) * scale
    top, bottom = rows[0].top_mm * scale, (rows[-1].top_mm + rows[-1].height_mm) * scale
    return CleanPlate(
        design,
        canvas,
        Quad.from_box(margin, margin, width, height),
        Quad.from_box(margin + left, margin + top, right - left, bottom - top),
    )


def _surroundings(rng: np.random.Generator, height: int, width: int, channels: int) -> Float:
    """Bodywork round the plate: a level with a gradient and coarse shapes."""
    coarse = rng.normal(0, float(rng.uniform(2, 35)), (4, 6)).astype(np.float32)
    canvas = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR) + np.float32(
        rng.uniform(5, 225)
    )
    if rng.random() < 0.3:
        y = int(rng.integers(height))
        canvas[y : y + int(rng.integers(2, 20))] += np.float32(rng.uniform(-70, 70))
    if channels == 1:
        return np.asarray(canvas, dtype=np.float32)
    tint = rng.uniform(0.85, 1.1, 3).astype(np.float32)
    return np.asarray(canvas[..., None] * tint, dtype=np.float32)


def _rounded_rectangle(mask: NDArray[np.uint8], radius: int) -> None:
    height, width = mask.shape
    radius = max(1, min(radius, height // 2 - 1))
    cv2.rectangle(mask, (radius, 0), (width - 1 - radius, height - 1), 255, -1)
    cv2.rectangle(mask, (0, radius), (width - 1, height - 1 - radius), 255, -1)
    for x in (radius, width - 1 - radius):
        for y in (radius, height - 1 - radius):
            cv2.circle(mask, (x, y), radius, 255, -1, cv2.LINE_AA)


def _levels(
    rng: np.random.Generator, scheme: ColourScheme, channels: int, wear: float
) -> tuple[Float, Float]:
    """Sheet and character level as a sensor sees them: (3,) for colour, () for grey."""
    background = np.array(scheme.background, np.float32)
    characters = np.array(scheme.characters, np.float32)
    if channels == 3:
        return background, characters
    weights = np.array([0.299, 0.587, 0.114], np.float32)
    if wear and rng.random() < 0.35:
        # Infra-red and colour-blind night sensors weigh the dyes in their own way.
        weights = rng.dirichlet([1.2, 1.0, 0.8]).astype(np.float32)
    back, front = float(background @ weights), float(characters @ weights)
    if wear:
        middle = (back + front) / 2
        contrast = float(rng.uniform(0.22, 1.0))
        back, front = middle + (back - middle) * contrast, middle + (front - middle) * contrast
        if abs(front - back) < 20:
            front = back + (20 if front >= back else -20)
        if rng.random() < 0.04:
            back, front = front, back
    return np.float32(back), np.float32(front)  # type: ignore[return-value]


def _sheet(
    rng: np.random.Generator,
    design: PlateDesign,
    scale: float,
    size: tuple[int, int],
    channels: int,
    wear: float,
) -> Float:
    height, width = size
    layout = design.layout
    back, front = _levels(rng, design.colours, channels, wear)
    shape = (height, width) if channels == 1 else (height, width, 3)
    sheet = np.empty(shape, np.float32)
    sheet[:] = back
    if layout.strip is not None:
        _draw_strip(sheet, layout.strip, rng, scale, back, front, channels)
    ink = np.zeros((height, width), np.uint8)
    _draw_characters(ink, rng, design, scale)
    if rng.random() < 0.5 * wear:
        emboss(sheet, ink, rng, scale)
    alpha = ink.astype(np.float32) * np.float32(1 / 255)
    if rng.random() < 0.14 * wear:
        chip(alpha, rng)
    own = rng.spawn(1)[0]  # a stream of its own, which leaves all other draws as they were
    if own.random() < 0.25 * wear:
        fade(alpha, own)
    if channels == 3:
        alpha = alpha[..., None]
    sheet += alpha * (front - sheet)
    _draw_fittings(sheet, rng, layout, scale, back, front)
    if wear:
        age(sheet, rng, wear)
    return sheet


def _draw_characters(
    ink: NDArray[np.uint8], rng: np.random.Generator, design: PlateDesign, scale: float
) -> None:
    names = list(design.plate_format.faces)
    face = names[_weighted(rng, list(design.plate_format.faces.values()))]
    style = strokes.random_style(rng, face) if face != "outline" else None
    fonts = faces.plate_fonts()
    font = fonts[int(rng.integers(len(fonts)))] if style is None else None
    stretch = float(rng.uniform(0.95, 1.35))
    weight = strokes.random_weight(rng, face)
    fixed_pitch = rng.random() < 0.8
    taken = 0
    for row in design.layout.rows:
        text = design.text[taken : taken + row.slots]
        taken += row.slots
        height = row.height_mm * scale * float(rng.uniform(0.94, 1.05))
        top = row.top_mm * scale + float(rng.normal(0, 2.5)) * scale
        if style is not None:
            widths = [strokes.glyph_width(c, style) * height for c in text]
        else:
            assert font is not None
            masks = [faces.text_mask(font, c) for c in text]
            widths = [m.shape[1] / faces.text_mask(font, "H").shape[0] * height * stretch for m in masks]
        lefts, widths = _spread(_loosened(rng, row), widths, scale, fixed_pitch)
        for k, character in enumerate(text):
            box = (lefts[k], top, widths[k], height)
            if style is not None:
                strokes.draw_glyph(ink, character, style, box, row.stroke_mm * scale * weight, rng)
            else:
                assert font is not None
                _paste(ink, faces.text_mask(font, character), box)
        if design.layout.separator == "dot" and row.gap_after and rng.random() < 0.95:
            x = (lefts[row.gap_after - 1] + widths[row.gap_after - 1] + lefts[row.gap_after]) / 2
            _draw_separator(ink, rng, (x, top + height * float(rng.uniform(0.42, 0.55))), scale)


def _loosened(rng: np.random.Generator, row: Row) -> Row:
    """The row as one plate has it: begun and ended further in, and with a gap of its own, as most have them."""
    inset = row.loose_mm * strokes.usual(rng, 0.0, 1.0)
    gap = row.gap_mm * strokes.usual(rng, 0.6, 1.4)
    return replace(row, left_mm=row.left_mm + inset, right_mm=row.right_mm - inset, gap_mm=gap)


def _spread(
    row: Row, widths: list[float], scale: float, fixed_pitch: bool
) -> tuple[list[float], list[float]]:
    """Left edges of the glyphs in pixels, and their widths narrowed where they would not fit."""
    left, right = row.left_mm * scale, row.right_mm * scale
    gap = row.gap_mm * scale if row.gap_after else 0.0
    count = len(widths)
    room = right - left - gap
    if fixed_pitch:
        cell = room / count
        widths = [min(w, cell * 0.93) for w in widths]
        centres = [
            left + (k + 0.5) * cell + (gap if row.gap_after and k >= row.gap_after else 0)
            for k in range(count)
        ]
        return [c - w / 2 for c, w in zip(centres, widths, strict=True)], widths
    space = 0.16 * sum(widths) / count
    squeeze = min(1.0, (room - space * (count - 1)) / sum(widths))
    widths = [w * squeeze for w in widths]
    between = min((room - sum(widths)) / max(1, count - 1), space * 2.2)
    x = left + (room - sum(widths) - between * (count - 1)) / 2
    lefts = []
    for k, w in enumerate(widths):
        if row.gap_after and k == row.gap_after:
            x += gap
        lefts.append(x)
        x += w + between
    return lefts, widths


def _draw_separator(
    ink: NDArray[np.uint8], rng: np.random.Generator, centre: tuple[float, float], scale: float
) -> None:
    half = float(rng.uniform(3.5, 6.0)) * scale
    x, y = centre
    kind = rng.random()
    if kind < 0.55:
        cv2.circle(ink, (round(x), round(y)), max(1, round(half)), 255, -1, cv2.LINE_AA)
    else:
        tall = half if kind < 0.85 else half * 0.6
        cv2.rectangle(ink, (round(x - half), round(y - tall)), (round(x + half), round(y + tall)), 255, -1)


def _paste(ink: NDArray[np.uint8], mask: NDArray[np.uint8], box: tuple[float, float, float, float]) -> None:
    """Put a glyph mask, scaled to the box, into the ink."""
    left, top, width, height = (round(v) for v in box)
    if width < 1 or height < 1:
        return
    glyph = cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(ink.shape[1], left + width), min(ink.shape[0], top + height)
    if x1 > x0 and y1 > y0:
        target = ink[y0:y1, x0:x1]
        np.maximum(target, glyph[y0 - top : y1 - top, x0 - left : x1 - left], out=target)


def _colour(colour: Colour, rng: np.random.Generator, channels: int) -> Float:
    """A colour as the sensor sees it."""
    values = np.array(colour, np.float32)
    if channels == 3:
        return values
    grey = float(values @ np.array([0.299, 0.587, 0.114], np.float32)) + float(rng.uniform(-10, 70))
    return np.float32(grey)  # type: ignore[return-value]


def _draw_strip(
    sheet: Float,
    strip: Strip,
    rng: np.random.Generator,
    scale: float,
    back: Float,
    front: Float,
    channels: int,
) -> None:
    """The strip above the characters, with its small print."""
    left, right = round(strip.left_mm * scale), round(strip.right_mm * scale)
    # A plaque with the town is screwed on where there is room; a printed band has its place.
    beside = float(rng.uniform(*_PLAQUE_MM)) if strip.text == "city" else 0.0
    top = max(0, round((strip.top_mm + beside) * scale))
    bottom = round((strip.top_mm + strip.height_mm + beside) * scale)
    text_colour = front
    if strip.colour is not None:
        sheet[top:bottom, left:right] = _colour(strip.colour, rng, channels)
        text_colour = _colour(strip.text_colour or (255, 255, 255), rng, channels)
    elif rng.random() < 0.45:
        sheet[top:bottom, left:right] += (front - back) * np.float32(rng.uniform(-0.3, 0.4))
    text = strip.text if strip.text != "city" else _town(rng)
    fonts = faces.plate_fonts()
    mask = faces.text_mask(fonts[int(rng.integers(len(fonts)))], text)
    height = (bottom - top) * float(rng.uniform(0.4, 0.8))
    spread = float(rng.uniform(0.8, 1.6))  # some shops space the small print widely
    width = min((right - left) * 0.96, mask.shape[1] * height / mask.shape[0] * spread)
    ink = np.zeros(sheet.shape[:2], np.uint8)
    _paste(ink, mask, ((left + right - width) / 2, (top + bottom - height) / 2, width, height))
    band = slice(max(0, top), bottom)
    alpha = ink[band].astype(np.float32) * np.float32(rng.uniform(0.35, 1.2) / 255)
    if channels == 3:
        alpha = alpha[..., None]
    sheet[band] += alpha * (text_colour - sheet[band])


_TOWNS = 240


def _town(rng: np.random.Generator) -> str:
    """One of a fixed number of made-up towns, ``XX-NAME``, so that their drawings can be kept."""
    own = np.random.default_rng([7, int(rng.integers(_TOWNS))])
    vowels, consonants = "AEIOU", "BCDFGLMNPRSTV"
    name = "".join(
        consonants[int(own.integers(len(consonants)))] + vowels[int(own.integers(5))]
        for _ in range(own.integers(2, 6))
    )
    return f"{consonants[int(own.integers(13))]}{vowels[int(own.integers(5))]}-{name}"


def _draw_fittings(
    sheet: Float, rng: np.random.Generator, layout: Layout, scale: float, back: Float, front: Float
) -> None:
    """Holes, screws, seal, emblem, rim."""
    for x, y in layout.holes_mm:
        if rng.random() < 0.7:
            level = float(rng.uniform(10, 120)) if rng.random() < 0.8 else float(rng.uniform(150, 240))
            place = (round((x + rng.normal(0, 4)) * scale), round((y + rng.normal(0, 1.5)) * scale))
            if y > layout.size_mm[1] / 2:
                axes = (max(1, round(rng.uniform(4, 8) * scale)), max(1, round(2.5 * scale)))
            else:
                radius = max(1, round(rng.uniform(3, 6) * scale))
                axes = (radius, radius)
            cv2.ellipse(sheet, place, axes, 0, 0, 360, _level(sheet, level), -1, cv2.LINE_AA)
    if layout.seal_mm is not None and rng.random() < 0.6:
        x, y = layout.seal_mm
        # Lead seals hang loose and often cover the top of the first letter.
        place = (round((x + rng.normal(-6, 16)) * scale), round((y + abs(rng.normal(0, 9))) * scale))
        radius = max(1, round(float(rng.uniform(4, 10)) * scale))
        cv2.circle(sheet, place, radius, _level(sheet, float(rng.uniform(10, 230))), -1, cv2.LINE_AA)
    if layout.emblem_mm is not None and rng.random() < 0.8:
        x, y, size = (value * scale for value in layout.emblem_mm)
        half = size / 2
        level = (np.asarray(front) * 0.5 + np.asarray(back) * 0.5).mean()
        cv2.rectangle(
            sheet,
            (round(x - half * 0.6), round(y - half)),
            (round(x + half * 0.6), round(y + half)),
            _level(sheet, float(level)),
            -1,
        )
    if rng.random() < 0.5:
        inset = max(1, round(float(rng.uniform(1.5, 5)) * scale))
        blend = np.asarray(back) + (np.asarray(front) - np.asarray(back)) * float(rng.uniform(-0.4, 0.9))
        height, width = sheet.shape[:2]
        colour = tuple(float(v) for v in np.atleast_1d(blend))
        cv2.rectangle(
            sheet, (inset, inset), (width - 1 - inset, height - 1 - inset), colour, max(1, round(1.5 * scale))
        )


def _level(sheet: Float, level: float) -> tuple[float, ...]:
    return (level,) * (1 if sheet.ndim == 2 else 3)
