"""The Models tab: probabilities fitted anew, models handed out and taken in, two on one plate, and what a case says."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui_hands import LEFT, mark, open_file
from own_models import weights
from own_plates import write_set
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from train_hands import LONG, choose_set, open_train, show_tab

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.lineage import OwnRecord
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.jobs import Recognizers
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.training.dialogs import TwoModelsDialog
from forensic_lpr.gui.training.workspace import TrainWorkspace
from forensic_lpr.operations import models
from forensic_lpr.training.labelreading import read_labelled_set

pytestmark = pytest.mark.timeout(900)  # a busy machine takes its time to load the network
CORNERS = [(220.0, 180.0), (360.0, 180.0), (360.0, 226.0), (220.0, 226.0)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of models and cases of this test alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def real_desk(home: Path, qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> Iterator[Desk]:
    """The window with real weights."""
    desk = Desk(qapp, preferences, Recognizers())
    desk.window.show()
    yield desk
    desk.close()
    qapp.setStyleSheet("")


def open_models(qtbot: QtBot, desk: Desk, name: str) -> TrainWorkspace:
    """Show the tab and choose a model."""
    train = open_train(qtbot, desk)
    show_tab(qtbot, train, "models")
    train.pages.models.list.choose(name)
    assert train.models.chosen is not None
    assert train.models.chosen.name == name
    return train


def wait_for_work(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.window.train.models.working and not desk.runner.busy, timeout=LONG)


def test_probabilities_are_fitted_anew_on_drawn_plates_and_on_the_set_it_learnt(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    folder = write_set(tmp_path / "gate", 24, 2)
    labelled = read_labelled_set(folder, load_formats())
    models.keep(weights(own=(OwnRecord(labelled.name, labelled.digest, 1, 30, ()),)))
    before = models.show_model("mine")
    train = open_models(qtbot, desk, "mine")
    train.models.drawn = 300
    button = train.pages.models.buttons["train-recalibrate"]
    with qtbot.waitSignal(train.models.replaced, timeout=LONG) as replaced:
        qtbot.mouseClick(button, LEFT)
        assert train.pages.models.cancel.isVisible()
        assert not button.isEnabled()
    assert replaced.args == ["mine"]
    wait_for_work(qtbot, desk)
    assert "on drawn plates" in train.message.text
    after = models.show_model("mine")
    assert after.sha256 != before.sha256
    assert train.models.chosen is not None
    assert train.models.chosen.sha256 == after.sha256
    assert dict(train.pages.models.facts.rows)["SHA-256"] == after.sha256

    choose_set(qtbot, desk, folder)
    with qtbot.waitSignal(train.models.replaced, timeout=LONG):
        qtbot.mouseClick(button, LEFT)
    wait_for_work(qtbot, desk)
    assert "on held pictures of gate" in train.message.text
    assert "own pictures of the set gate" in dict(train.pages.models.facts.rows)["Calibration"]


def test_fitting_can_be_cancelled_and_the_model_stays(qtbot: QtBot, desk: Desk) -> None:
    before = models.keep(weights())
    train = open_models(qtbot, desk, "mine")
    with qtbot.waitSignal(train.models.progressed, timeout=LONG):
        qtbot.mouseClick(train.pages.models.buttons["train-recalibrate"], LEFT)
    with qtbot.waitSignal(train.models.working_changed, timeout=LONG):
        qtbot.mouseClick(train.pages.models.cancel, LEFT)
    assert train.models.working == ""
    assert models.show_model("mine").sha256 == before.sha256
    wait_for_work(qtbot, desk)


def test_a_model_is_handed_out_and_taken_in_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = models.keep(weights())
    train = open_models(qtbot, desk, "mine")
    buttons, told = train.pages.models.buttons, tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(told), ""))
    with qtbot.waitSignal(train.models.changed, timeout=LONG):
        qtbot.mouseClick(buttons["train-export"], LEFT)
    file = told.with_suffix(".safetensors")
    assert file.read_bytes() == kept.path.read_bytes()
    assert json.loads(told.with_suffix(".card.json").read_text())["sha256"] == kept.sha256
    assert str(file) in train.message.text
    qtbot.mouseClick(buttons["train-export"], LEFT)
    qtbot.waitUntil(lambda: "exists already" in train.message.text, timeout=LONG)

    with qtbot.waitSignal(train.models.changed, timeout=LONG):
        qtbot.mouseClick(buttons["train-delete"], LEFT)
    assert "mine" not in train.models.names("recognizer")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(train.models.changed, timeout=LONG):
        desk.window.actions_["train-import"].trigger()
    assert train.models.chosen is not None
    assert (train.models.chosen.name, train.models.chosen.sha256) == ("mine", kept.sha256)

    models.remove_model("mine")
    file.write_bytes(weights("other"))
    desk.window.actions_["train-import"].trigger()
    qtbot.waitUntil(lambda: train.message.severity == "failure", timeout=LONG)
    assert "is not the file that its card" in train.message.text
    assert not list(paths.models().glob("*.safetensors"))
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)


def test_two_models_read_one_plate_side_by_side(qtbot: QtBot, real_desk: Desk, still: Path) -> None:
    models.keep(weights())
    window = real_desk.window
    train = open_models(qtbot, real_desk, "mine")
    button = train.pages.models.buttons["train-two"]
    qtbot.mouseClick(button, LEFT)
    assert "Mark a plate in Examine first" in train.message.text

    window.workspaces.show("examine")
    open_file(qtbot, real_desk, still)
    mark(qtbot, window, CORNERS)
    window.workspaces.show("train")
    qtbot.mouseClick(button, LEFT)
    assert "Seal your own reading" in train.message.text
    assert train.findChildren(TwoModelsDialog) == []

    window.casework.unblind("a test")
    qtbot.mouseClick(button, LEFT)
    (dialog,) = train.findChildren(TwoModelsDialog)
    qtbot.waitUntil(lambda: "An illustration" in dialog.said.text(), timeout=LONG)
    first, second = (dialog.cells[0, column].text() for column in (0, 2))
    assert first == second != ""  # a little bias changes the probability and not the plate
    assert dialog.cells[0, 1].text().endswith("%")
    dialog.reject()
    qtbot.waitUntil(lambda: not real_desk.runner.busy, timeout=LONG)


def test_an_open_case_says_which_weights_were_activated_and_taken_back(
    qtbot: QtBot, desk: Desk, still: Path, own_folder: Path
) -> None:
    kept, window = models.keep(weights()), desk.window
    train = open_models(qtbot, desk, "mine")
    buttons = train.pages.models.buttons
    with qtbot.waitSignal(train.models.activated, timeout=LONG):
        qtbot.mouseClick(buttons["train-activate"], LEFT)
    assert window.casework.view is None  # a training alone begins no case
    open_file(qtbot, desk, still)
    with qtbot.waitSignal(train.models.activated, timeout=LONG):
        qtbot.mouseClick(buttons["train-back"], LEFT)
    train.pages.models.list.choose("mine")  # the one in use now is shown
    with qtbot.waitSignal(train.models.activated, timeout=LONG):
        qtbot.mouseClick(buttons["train-activate"], LEFT)
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    assert window.casework.view is not None
    said = [
        json.loads(event.parameters)
        for event in window.casework.view.events
        if event.kind == "model activated"
    ]
    shipped = models.show_model("default")
    assert said == [
        {"name": "default", "sha256": shipped.sha256},
        {"name": "mine", "sha256": kept.sha256},
    ]
