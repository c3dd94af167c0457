"""Rows of characters stand where the format says, with the looseness it allows."""

from dataclasses import replace

import numpy as np

from forensic_lpr.core.formats import PlateFormat, load_formats, select
from forensic_lpr.synthesis.plates import CleanPlate, PlateDesign, draw_plate

(GREY,) = select(load_formats(), "br-grey")
SCALE = 1.0


def drawn(plate_format: PlateFormat, seed: int, text: str = "HHH0000") -> CleanPlate:
    layout = next(layout for layout in plate_format.layouts if layout.name == "car")
    bare = replace(layout, strip=None, holes_mm=(), seal_mm=None, separator="none")
    design = PlateDesign(plate_format, bare, plate_format.colours[0], text)
    return draw_plate(np.random.default_rng(seed), design, SCALE, 1, 0.0)


def inked(plate: CleanPlate) -> tuple[float, float]:
    """First and last column of ink in the characters' rows, in millimetres of the sheet."""
    (left, top), (right, _) = plate.quad.array()[0], plate.quad.array()[2]
    band = plate.image[int(top) + 60 : int(top) + 90, int(left) : int(right)]
    dark = np.flatnonzero((band < 100).any(axis=0))
    dark = dark[(dark > 7) & (dark < 392)]  # not the rim
    return float(dark[0]) / SCALE, float(dark[-1]) / SCALE


def with_looseness(loose_mm: float) -> PlateFormat:
    layouts = tuple(
        replace(layout, rows=tuple(replace(row, loose_mm=loose_mm) for row in layout.rows))
        for layout in GREY.layouts
    )
    return replace(GREY, layouts=layouts, faces={"charles-wright": 1})


def test_characters_begin_further_in_only_where_the_format_is_loose() -> None:
    strict, loose = (
        [inked(drawn(with_looseness(loose_mm), seed))[0] for seed in range(30)] for loose_mm in (0.0, 24.0)
    )
    spread = [np.quantile(lefts, 0.8) - np.quantile(lefts, 0.2) for lefts in (strict, loose)]
    assert spread[0] < 6 and spread[1] > spread[0] + 2
    assert 7 < np.median(loose) - np.median(strict) < 17  # most are half as far in as some may be


def test_every_shipped_row_lies_on_its_sheet() -> None:
    for plate_format in load_formats():
        for layout in plate_format.layouts:
            width, height = layout.size_mm
            for row in layout.rows:
                assert 0 <= row.left_mm + row.loose_mm < row.right_mm - row.loose_mm <= width
                assert 0 <= row.top_mm < row.top_mm + row.height_mm <= height
