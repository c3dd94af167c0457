"""The corner test: sixteen shifts of one corner by one pixel, each read as a reading is."""

import json

import numpy as np
import pytest

from forensic_lpr import paths
from forensic_lpr.core.cornertest import CornerShift, CornerTest
from forensic_lpr.core.evidence import Frame
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.ranking import rank_plates
from forensic_lpr.errors import Cancelled, FormatInvalid
from forensic_lpr.operations.acquire import acquire, choose_frame
from forensic_lpr.operations.cornertest import MarkedPlace, corner_test
from forensic_lpr.operations.read import capture, compute, look, slot_sets
from forensic_lpr.recognition.fusion import fuse, temperature_for, weight_of
from forensic_lpr.recognition.recognizer import Recognizer

SAMPLE = paths.resources() / "sample"
STILL = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))[0]
QUAD = Quad.from_points(STILL["quad"])


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load("default")


@pytest.fixture(scope="module")
def frame() -> Frame:
    return choose_frame(acquire(SAMPLE / STILL["file"]), None, None)


def test_every_shift_is_what_reading_at_the_moved_corners_gives(recognizer: Recognizer, frame: Frame) -> None:
    formats, item = load_formats(), acquire(SAMPLE / STILL["file"])
    test = corner_test([MarkedPlace(frame.image, QUAD)], recognizer, formats, "auto")
    assert len(test.shifts) == 16
    assert {(s.corner, s.direction) for s in test.shifts} == {
        (corner, direction) for corner in range(4) for direction in ("left", "right", "up", "down")
    }
    plain = compute(capture(item, frame, QUAD), frame, recognizer, formats)
    assert (test.first, test.probability) == (plain.plates[0].text, plain.plates[0].probability)
    x, y = QUAD.bottom_right
    moved = QUAD.moved(2, (x, y + 1))
    again = compute(capture(item, frame, moved), frame, recognizer, formats)
    shift = next(s for s in test.shifts if (s.corner, s.direction) == (2, "down"))
    assert (shift.plate, shift.probability) == (again.plates[0].text, again.plates[0].probability)
    assert test.range[0] <= test.probability <= test.range[1]
    assert test == corner_test([MarkedPlace(frame.image, QUAD)], recognizer, formats, "auto")


def test_shifts_out_of_the_picture_are_missing(recognizer: Recognizer) -> None:
    image = np.random.default_rng(1).integers(0, 256, (40, 120, 3), dtype=np.uint8)
    place = MarkedPlace(image, Quad.from_box(0, 0, 120, 40))
    test = corner_test([place], recognizer, load_formats(), "auto")
    assert {(s.corner, s.direction) for s in test.shifts} == {
        (0, "right"), (0, "down"), (1, "left"), (1, "down"), (2, "left"), (2, "up"), (3, "right"), (3, "up"),
    }  # fmt: skip


def test_it_can_be_cancelled_and_refuses_an_unknown_format(recognizer: Recognizer, frame: Frame) -> None:
    def stop(done: int, total: int | None, text: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        corner_test([MarkedPlace(frame.image, QUAD)], recognizer, load_formats(), "auto", stop)
    with pytest.raises(FormatInvalid):
        corner_test([MarkedPlace(frame.image, QUAD)], recognizer, load_formats(), "mars")


def test_what_a_test_says_of_its_shifts() -> None:
    shifts = (
        CornerShift(0, "left", "ABC", 0.6, 0.6),
        CornerShift(0, "right", "ABD", 0.5, 0.3),
        CornerShift(1, "up", "XYZ", 0.4, 0.0),
        CornerShift(1, "down", "ABD", 0.9, 0.1),
    )
    test = CornerTest("ABC", 0.7, shifts)
    assert test.plates == ("ABC", "ABD", "XYZ")
    assert test.range == (0.0, 0.7)
    assert test.kept == 1


def test_of_a_track_the_same_corner_of_every_frame_is_moved_and_all_are_fused(
    recognizer: Recognizer, frame: Frame
) -> None:
    """Three frames, the third with corners of its own and a lower likeness: by hand, what the fusion would give."""
    formats = load_formats()
    x, y = QUAD.top_left
    other = QUAD.moved(0, (x + 3, y + 2))
    places = [
        MarkedPlace(frame.image, QUAD),
        MarkedPlace(frame.image, QUAD),
        MarkedPlace(frame.image, other, 0.4),
    ]
    test = corner_test(places, recognizer, formats, "auto")
    said = [
        look(frame.image, quad.moved(1, (quad.top_right[0] - 1, quad.top_right[1])), recognizer)[1]
        for quad in (QUAD, QUAD, other)
    ]
    weights = [weight_of(slots, place.likeness) for slots, place in zip(said, places, strict=True)]
    slots = fuse(said, weights, temperature_for(3))
    expected = rank_plates(slots.log_probabilities, slots.alphabet, [slot_sets(f) for f in formats], 1)[0]
    shift = next(s for s in test.shifts if (s.corner, s.direction) == (1, "left"))
    assert test.frames == 3 and len(test.shifts) == 16
    assert (shift.plate, shift.probability) == (expected.text, pytest.approx(expected.probability))
