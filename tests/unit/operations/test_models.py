"""Own models: kept and handed out with their digests, activated and taken back, judged on what nobody learnt."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from own_models import BETTER, weights
from own_plates import FORMATS, write_set

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.gate import PairedCounts
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.lineage import OwnRecord, plate_mark
from forensic_lpr.errors import ModelRefused, SetInvalid, WeightsInvalid
from forensic_lpr.evaluation.calibration import Predictions
from forensic_lpr.operations import models
from forensic_lpr.operations.gate import compare_on_plate, gate, held_crops, record_gate
from forensic_lpr.operations.recalibrate import fit_camera, recalibrate
from forensic_lpr.recognition.calibration import Calibration
from forensic_lpr.recognition.checkpoint import available, find, load_file
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.training.labelreading import read_labelled_set


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """On a busy machine several threads wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(autouse=True)
def no_models() -> Iterator[None]:
    assert "forensic-lpr-tests" in str(paths.models())
    shutil.rmtree(paths.models(), ignore_errors=True)
    yield
    shutil.rmtree(paths.models(), ignore_errors=True)


def test_a_kept_model_is_found_by_its_name_and_knows_where_it_came_from() -> None:
    kept = models.keep(weights())
    assert (kept.name, kept.kind, kept.shipped, kept.active) == ("mine", "recognizer", False, False)
    assert available()[-1] == "mine" and find("mine") == kept.path
    assert Recognizer.load("mine").identity.sha256 == kept.sha256
    assert models.lineage("mine") == (("default", load_file(find("default")).sha256),)
    assert [model.name for model in models.list_models()][-1] == "mine"
    with pytest.raises(ModelRefused, match="already a model mine"):
        models.keep(weights())
    with pytest.raises(ModelRefused, match="already a model default"):
        models.keep(weights("default"))
    with pytest.raises(ModelRefused, match="not a name"):
        models.keep(weights("../mine"))
    with pytest.raises(WeightsInvalid):
        models.keep(b"nothing")
    assert [path.name for path in paths.models().iterdir()] == ["mine.safetensors"]


def test_activating_can_always_be_taken_back() -> None:
    assert models.active_weights() == "default" and models.active_model() is None
    for name in ("one", "two"):
        models.keep(weights(name))
        models.activate(name)
        assert models.active_weights() == name
    with pytest.raises(ModelRefused, match="stays"):
        models.remove_model("two")
    back = models.deactivate()
    assert back is not None and back.name == "one" == models.active_weights()
    models.remove_model("two")
    assert models.deactivate() is None and models.active_weights() == "default"
    with pytest.raises(ModelRefused, match="No own model"):
        models.deactivate()


def test_an_active_model_that_changed_or_went_is_refused_not_replaced() -> None:
    kept = models.keep(weights())
    models.activate("mine")
    data = kept.path.read_bytes()
    kept.path.write_bytes(weights(result=None))
    with pytest.raises(ModelRefused, match="no longer the file"):
        models.active_weights()
    kept.path.unlink()
    with pytest.raises(ModelRefused, match="is gone"):
        models.active_weights()
    kept.path.write_bytes(data)
    assert models.active_weights() == "mine"
    for damaged in ("{", "[]", '{"choices": [1]}', "\x00"):
        (paths.models() / models.ACTIVE).write_text(damaged)
        with pytest.raises(ModelRefused, match="damaged"):
            models.active_weights()


def test_only_a_model_that_was_shown_to_be_better_is_activated_without_a_word() -> None:
    models.keep(weights("raw", result=None))
    with pytest.raises(ModelRefused, match="not judged"):
        models.activate("raw")
    even = replace(BETTER, held=PairedCounts(5, 2, 3, 1, 2, 3, 11))
    models.keep(weights("even", result=even))
    with pytest.raises(ModelRefused, match="not shown to be better"):
        models.activate("even")
    assert models.active_weights() == "default"
    models.activate("even", anyway=True)
    assert models.active_weights() == "even"


def test_a_model_is_handed_out_and_taken_in_to_the_byte(tmp_path: Path) -> None:
    kept = models.keep(weights())
    models.export_model("mine", tmp_path / "out.safetensors")
    told = json.loads((tmp_path / "out.card.json").read_text())
    assert told["sha256"] == kept.sha256 and told["card"]["name"] == "mine"
    with pytest.raises(ModelRefused, match="exists already"):
        models.export_model("mine", tmp_path / "out.safetensors")
    with pytest.raises(ModelRefused, match="must end"):
        models.export_model("mine", tmp_path / "out.bin")
    models.remove_model("mine")
    assert models.import_model(tmp_path / "out.safetensors").sha256 == kept.sha256
    models.remove_model("mine")

    data = bytearray((tmp_path / "out.safetensors").read_bytes())
    data[-1] ^= 1
    (tmp_path / "out.safetensors").write_bytes(data)
    with pytest.raises(ModelRefused, match="not the file that its card"):
        models.import_model(tmp_path / "out.safetensors")
    (tmp_path / "out.card.json").write_text("{}")
    with pytest.raises(ModelRefused, match=r"card .* damaged"):
        models.import_model(tmp_path / "out.safetensors")
    (tmp_path / "cut.safetensors").write_bytes(bytes(data[:5000]))
    with pytest.raises(WeightsInvalid):
        models.import_model(tmp_path / "cut.safetensors")
    with pytest.raises(WeightsInvalid, match="cannot be read"):
        models.import_model(tmp_path / "missing.safetensors")
    assert list(paths.models().glob("*.safetensors")) == []


def test_the_gate_judges_on_plates_that_were_not_learnt(tmp_path: Path) -> None:
    folder = write_set(tmp_path / "cam", 16, 1)
    labelled = read_labelled_set(folder, FORMATS)
    learnt = labelled.plates[:4]
    record = OwnRecord("cam", labelled.digest, 1, 4, tuple(sorted(plate_mark(text) for text in learnt)))
    models.keep(weights(own=(record,), result=None))
    held = held_crops(labelled, (load_file(find("mine")), load_file(find("default"))))
    assert {crop.text for crop in held} == set(labelled.plates) - set(learnt)

    gated = gate("mine", folder, standard=20)
    result = gated.result
    assert result.held.n == 12 and result.left_out == 4
    assert [name for name, _ in result.standard] == ["drawn, 104 px", "drawn, 49 px"]
    assert all(counts.n == 20 for _, counts in result.standard)
    models.activate("mine", anyway=True)
    after = record_gate("mine", gated)
    assert after.verdict == result.sentence and after.active
    assert models.active_weights() == "mine"  # with its new digest
    assert load_file(after.path).card.gate == result

    # Renaming the set, or adding a picture to it, does not make what was learnt unknown.
    again = Path(shutil.copytree(folder, tmp_path / "another"))
    lines = (again / "labels.csv").read_text().splitlines()
    (again / "labels.csv").write_text("\n".join([lines[0], *lines[2:]]) + "\n")
    assert gate("mine", again, standard=20).result.left_out in (3, 4)

    all_marks = tuple(sorted(plate_mark(text) for text in labelled.plates))
    models.keep(weights("all", own=(replace(record, marks=all_marks),), result=None))
    with pytest.raises(ModelRefused, match="0 pictures show plates that were not learnt"):
        gate("all", folder, standard=20)
    with pytest.raises(SetInvalid):
        gate("mine", tmp_path / "nowhere", standard=20)


def test_marks_do_not_give_plates_away() -> None:
    assert plate_mark("ABC1D23") == plate_mark("ABC1D23") != plate_mark("ABC1D24")
    assert len(plate_mark("ABC1D23")) == 6


def test_a_camera_s_factor_is_that_of_its_overconfidence() -> None:
    rng = np.random.default_rng(0)
    true = rng.normal(0, 2.5, (60, 7, 36))
    probabilities = np.exp(true) / np.exp(true).sum(-1, keepdims=True)
    truth = np.array([[rng.choice(36, p=slot) for slot in plate] for plate in probabilities])
    boasting = 2.0 * true
    said = boasting - np.log(np.exp(boasting).sum(-1, keepdims=True))
    plain = Calibration((50.0,), ((1.0,) * 7,) * 2, (0.01, 0.9), 0.05, "drawn")
    factor, own = fit_camera(plain, Predictions(said, truth, np.full(60, 40.0)), "cam")
    assert 1.6 < factor < 2.4
    assert own.temperatures[0] == (factor,) * 7
    assert own.thresholds[0] <= 0.01 and own.thresholds[1] < 0.9  # sets only grow
    assert "60 own pictures of the set cam" in own.fitted_on


def test_only_the_set_that_was_learnt_calibrates(tmp_path: Path) -> None:
    folder = write_set(tmp_path / "cam", 12, 2)
    models.keep(weights())
    with pytest.raises(ModelRefused, match="did not learn the set"):
        recalibrate("mine", folder)


def test_two_models_read_one_plate_side_by_side(tmp_path: Path) -> None:
    models.keep(weights())
    labelled = read_labelled_set(write_set(tmp_path / "cam", 10, 2), load_formats())
    crop = labelled.crops[0]
    image = np.repeat(crop.image[..., None], 3, axis=2)
    found = compare_on_plate(image, crop.quad, Recognizer.load("default"), Recognizer.load("mine"), FORMATS)
    assert [weights.name for weights in found.weights] == ["default", "mine"]
    assert crop.text in [plate.text for plate in found.plates[0]]
    difference = found.slots[0].log_probabilities - found.slots[1].log_probabilities
    assert np.abs(difference).max() > 1e-6
    with pytest.raises(Exception, match="outside"):
        compare_on_plate(
            image, Quad.from_box(0, 0, 9000, 50), Recognizer.load("default"), Recognizer.load("mine"), FORMATS
        )
