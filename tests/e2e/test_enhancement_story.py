"""The story that the UK's regulator tells, with a plate that does not exist: enhancement makes another plate of it.

There, DUN 150J came out of a picture of OUM T5GJ. Here the smallest plate of the sample clip is enhanced harder and
harder until the likeliest plate is wrong. Whenever that happens, the reading must offer both and claim no calibration.
"""

import json

import pytest

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import ORIGINAL, Recipe, Step
from forensic_lpr.operations.acquire import acquire, choose_frame
from forensic_lpr.operations.read import capture, compute
from forensic_lpr.recognition.recognizer import Recognizer

SAMPLE = paths.resources() / "sample"
TOLD = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))[-1]
RECIPES = [
    Recipe(
        (
            Step.of("gamma", gamma=0.8),
            Step.of("stretch"),
            Step.of("lucy-defocus", radius=radius, iterations=12),
        )
    )
    for radius in (1.4, 2.0, 3.0, 4.0)
] + [Recipe((Step.of("wiener-motion", length=length, noise=0.001),)) for length in (7, 11)]


@pytest.fixture(scope="module")
def readings() -> list[PlateReading]:
    """The original's reading, then that of each recipe."""
    item = acquire(SAMPLE / TOLD["file"])
    frame = choose_frame(item, TOLD["frame"], None)
    quad, recognizer = Quad.from_points(TOLD["quad"]), Recognizer.load("default")
    return [
        compute(capture(item, frame, quad, recipe=recipe), frame, recognizer, load_formats())
        for recipe in (ORIGINAL, *RECIPES)
    ]


def test_too_much_enhancement_makes_another_plate(readings: list[PlateReading]) -> None:
    original, *enhanced = readings
    assert original.plates[0].text == TOLD["text"]
    assert any(reading.plates[0].text != TOLD["text"] for reading in enhanced)


def test_both_plates_are_offered_and_neither_is_sure(readings: list[PlateReading]) -> None:
    original, *enhanced = readings
    for reading in enhanced:
        assert not reading.slots.calibrated and not reading.slots.sets
        assert reading.plates_of_original == original.plates
        wrong, told = reading.plates[0].text, " ".join(reading.warnings)
        assert "calibrated for originals only" in told
        both = TOLD["text"] in told and wrong in told and "neither may be taken alone" in told
        assert both == (wrong != TOLD["text"])
