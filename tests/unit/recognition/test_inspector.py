from pathlib import Path

import numpy as np
import pytest
import torch

from forensic_lpr.core.formats import load_formats
from forensic_lpr.errors import WeightsInvalid
from forensic_lpr.imaging.rectify import with_surroundings
from forensic_lpr.operations.inspect import PLACE_WORDS, inspect, shipped_inspector
from forensic_lpr.recognition.checkpoint import available
from forensic_lpr.recognition.inspector import GROWTH, INPUT_SIZE, PLACES, Inspector, InspectorNetwork
from forensic_lpr.synthesis import marked
from forensic_lpr.synthesis.marked import MarkedPlaces

FORMATS = load_formats()


def test_network_and_synthesis_speak_of_the_same_places() -> None:
    assert PLACES == marked.PLACES and set(PLACE_WORDS) == set(PLACES[1:])


def test_the_network_gives_log_probabilities_of_every_place() -> None:
    found = InspectorNetwork().eval()(torch.zeros(2, 1, INPUT_SIZE[1], INPUT_SIZE[0]))
    assert found.shape == (2, len(PLACES))
    assert torch.allclose(found.exp().sum(dim=1), torch.ones(2))


def test_the_place_that_exceeds_its_threshold_most_is_warned_of() -> None:
    inspector = Inspector(InspectorNetwork(), (0.5, 0.9, 0.5, 0.5))
    assert inspector.warned(np.array([0.9, 0.05, 0.03, 0.01, 0.01])) == ""
    assert inspector.warned(np.array([0.2, 0.0, 0.8, 0.0, 0.0])) == ""
    assert inspector.warned(np.array([0.0, 0.55, 0.0, 0.0, 0.45])) == "nothing"


def test_the_shipped_inspector_tells_most_places_and_lets_plates_pass() -> None:
    places = MarkedPlaces(77, FORMATS, (60.0, 120.0), others=0.0)
    inspector = shipped_inspector()
    right = dict.fromkeys(PLACES, 0)
    for index in range(20 * len(PLACES)):
        place = places(index)
        kinds = {caution.kind for caution in inspect(place.image, place.quad, inspector).cautions}
        told = kinds & set(PLACES)
        right[place.place] += not told if place.place == "plate" else bool(told)
    assert right["plate"] >= 19
    # A mirrored plate is seldom told, see docs/BENCHMARKS.md.
    assert right["nothing"] >= 16 and right["beside"] >= 15 and right["upside-down"] >= 8, right


def test_the_same_view_gives_the_same_bits() -> None:
    place = MarkedPlaces(78, FORMATS)(0)
    view = with_surroundings(place.image, place.quad, GROWTH, *INPUT_SIZE)
    inspector = shipped_inspector()
    assert np.array_equal(inspector.look(view), inspector.look(view))
    with pytest.raises(ValueError, match="view"):
        inspector.look(view[:, :-1])


def test_other_weights_are_refused_and_the_inspector_is_no_recognizer(tmp_path: Path) -> None:
    assert "inspector" not in available()
    with pytest.raises(WeightsInvalid, match="no weights"):
        Inspector.load("default")
    damaged = tmp_path / "x.safetensors"
    damaged.write_bytes(b"\x00" * 40)
    with pytest.raises(WeightsInvalid):
        Inspector.load(str(damaged))
