import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from forensic_lpr.core.formats import load_formats
from forensic_lpr.synthesis.boxes import boxes_from_layout, fit_boxes, likely_layout

FORMATS = {f.name: f for f in load_formats()}
GREY = FORMATS["br-grey"]
CASES = [(f, k) for f in FORMATS.values() for k in range(len(f.layouts))]


def bars(boxes: NDArray[np.float64], sheet: int, ink: int) -> NDArray[np.uint8]:
    """A plate whose characters are frames that fill the given boxes."""
    image = np.full((400, 1200), sheet, np.uint8)
    for left, top, width, height in boxes * 10:
        a, b = (round(left), round(top)), (round(left + width) - 1, round(top + height) - 1)
        cv2.rectangle(image, a, b, ink, -1)
        cv2.rectangle(image, (a[0] + 20, a[1] + 25), (b[0] - 20, b[1] - 25), sheet, -1)
    return np.asarray(cv2.resize(image, (120, 40), interpolation=cv2.INTER_AREA), dtype=np.uint8)


@pytest.mark.parametrize(("plate_format", "layout"), CASES)
def test_layout_boxes_lie_in_the_rows_in_reading_order(plate_format, layout: int) -> None:  # type: ignore[no-untyped-def]
    chosen = plate_format.layouts[layout]
    boxes = boxes_from_layout(plate_format, chosen, (240, 80))
    assert boxes.shape == (7, 4)
    taken = 0
    for row in chosen.rows:
        part = boxes[taken : taken + row.slots]
        taken += row.slots
        rights = part[:, 0] + part[:, 2]
        assert (part[1:, 0] > rights[:-1]).all()
        assert part[0, 0] >= row.left_mm / chosen.size_mm[0] * 240 - 1e-9
        assert rights[-1] <= row.right_mm / chosen.size_mm[0] * 240 + 1e-9
        assert np.allclose(part[:, 1], row.top_mm / chosen.size_mm[1] * 80)
        if row.gap_after:
            gaps = part[1:, 0] - rights[:-1]
            assert np.argmax(gaps) == row.gap_after - 1


@pytest.mark.parametrize(("sheet", "ink"), [(200, 40), (60, 220), (120, 90)])
@pytest.mark.parametrize(("plate_format", "layout"), CASES)
def test_boxes_find_ink_that_lies_elsewhere(plate_format, layout: int, sheet: int, ink: int) -> None:  # type: ignore[no-untyped-def]
    chosen = plate_format.layouts[layout]
    told = boxes_from_layout(plate_format, chosen, (120, 40))
    true = told * [1.04, 1, 0.9, 0.95] + [-4.0, 1.2, 0, 0]
    found = fit_boxes(bars(true, sheet, ink), told, chosen)
    assert np.abs(told[:, 0] - true[:, 0]).max() > 2  # the layout alone is off
    assert np.abs(found[:, 0] - true[:, 0]).max() <= 1.3
    assert np.abs(found[:, 0] + found[:, 2] - true[:, 0] - true[:, 2]).max() <= 1.3
    assert np.abs(found[:, 1] - true[:, 1]).max() <= 1.5


def test_a_plate_without_ink_keeps_the_boxes_of_its_layout() -> None:
    told = boxes_from_layout(GREY, GREY.layouts[0], (120, 40))
    assert np.array_equal(fit_boxes(np.full((40, 120), 255, np.uint8), told, GREY.layouts[0]), told)


@pytest.mark.parametrize(("sheet", "ink"), [(200, 40), (60, 220)])
@pytest.mark.parametrize(("plate_format", "layout"), CASES)
def test_the_characters_tell_the_layout_whatever_the_shape(
    plate_format, layout: int, sheet: int, ink: int
) -> None:  # type: ignore[no-untyped-def]
    chosen = plate_format.layouts[layout]
    image = bars(boxes_from_layout(plate_format, chosen, (120, 40)), sheet, ink)
    for aspect in (1.1, 1.8, 3.1):  # as a car's plate seen from the side, too
        assert likely_layout(image, plate_format, aspect) is chosen


def test_the_shape_tells_the_layout_of_a_plate_without_ink() -> None:
    blank = np.full((40, 120), 255, np.uint8)
    assert likely_layout(blank, GREY, 3.1).name == "car"
    assert likely_layout(blank, GREY, 1.3).name == "motorcycle"
