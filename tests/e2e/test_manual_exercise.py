"""The manual's chapter on an ambiguous plate tells what the shipped weights read in its picture, and no more.

When this fails the weights have changed: take the pictures anew (``docs/pictures.py``) and tell their figures.
"""

import json

import pytest

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.gui.manual import chapters
from forensic_lpr.operations.acquire import acquire, choose_frame
from forensic_lpr.operations.read import capture, compute
from forensic_lpr.recognition.recognizer import Recognizer

FOLDER = paths.resources() / "manual" / "exercise"
TRUTH = json.loads((FOLDER / "truth.json").read_text("utf-8"))
TOLD = ("OUM5G83", "DUM5G83", "OUM5G63")
SETS = ("OD", "U", "M", "5", "G", "86", "3")


@pytest.fixture(scope="module")
def reading() -> PlateReading:
    item = acquire(FOLDER / TRUTH["file"])
    frame = choose_frame(item, None, None)
    request = capture(item, frame, Quad.from_points(TRUTH["quad"]))
    return compute(request, frame, Recognizer.load("default"), load_formats())


def test_the_two_likeliest_plates_are_wrong_and_the_third_is_the_true_one(reading: PlateReading) -> None:
    assert tuple(plate.text for plate in reading.plates[:3]) == TOLD
    assert TRUTH["text"] == TOLD[2]
    assert 0.42 < reading.plates[0].probability < 0.455


def test_the_sets_leave_open_what_the_chapter_says(reading: PlateReading) -> None:
    assert reading.slots.sets == SETS
    assert all(character in kept for character, kept in zip(TRUTH["text"], SETS, strict=True))


@pytest.mark.parametrize("language", ["en", "pt_BR"])
def test_the_chapter_names_these_plates(language: str) -> None:
    text = next(chapter.text for chapter in chapters(language) if "ambiguous" in chapter.file.name)
    for plate in TOLD:
        assert f"{plate[:3]} {plate[3:]}" in text
