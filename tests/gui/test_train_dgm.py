"""The DGM tab: pair sets side by side, a short training, its pictures through time, and what is done with it after."""

from pathlib import Path

import pytest
from gui_hands import LEFT
from pair_sets import write_sets
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from train_hands import LONG, choose_set, open_train, plate_texts, show_tab, write_set

from forensic_lpr.gui.app import Desk
from forensic_lpr.operations import models
from forensic_lpr.training.snapshots import snapshots

pytestmark = pytest.mark.timeout(1800)  # a busy machine takes its time to film 128 drawn plates


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of runs and models of this test alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def test_a_dgm_learns_from_pair_sets_and_is_used(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_sets(tmp_path / "pairs", 6)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    train = open_train(qtbot, desk)
    show_tab(qtbot, train, "dgm")
    tab = train.pages.dgm
    assert not tab.runs.isEnabled(), "there is no earlier run"
    assert not tab.time.isEnabled()
    desk.window.actions_["train-pairs"].trigger()
    qtbot.waitUntil(lambda: tab.sets.count() == 6 and not desk.runner.busy, timeout=LONG)
    assert "18 pairs in 6 sets" in tab.about_sets.text()
    assert [len(cell.pictures) for cell in tab.grid.cells] == [3, 3, 3], "without a DGM near, reduced and far"

    tab.samples.setValue(64)
    start = tab.head.buttons.itemAt(0).widget()
    with qtbot.waitSignal(train.models.kept, timeout=LONG) as kept:
        qtbot.mouseClick(start, LEFT)
        assert not tab.samples.isEnabled()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    run = train.dgm_trainer.folder
    assert run is not None
    stages = snapshots(run)
    assert len(stages) > 2
    assert (tab.time.maximum(), tab.time.value()) == (len(stages) - 1, len(stages) - 1)
    assert [len(cell.pictures) for cell in tab.grid.cells] == [4, 4, 4]
    names = [line.name for line in tab.score.lines]
    assert names == ["drawn clips", "own pairs", "bicubic, own pairs"]
    own, bicubic = train.dgm_trainer.curves.own_held_out[-1][1], train.dgm_trainer.curves.bicubic[-1][1]
    assert f"{own:.3f}" in tab.verdict.text()
    assert f"{bicubic:.3f}" in tab.verdict.text()

    last = tab.grid.cells[0].pictures[1]
    tab.time.setFocus()
    with qtbot.waitSignal(train.pairs.pictures_changed, timeout=LONG):
        qtbot.keyClick(tab.time, Qt.Key.Key_Home)
    assert str(stages[0].samples) in tab.when.text()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    assert tab.grid.cells[0].pictures[1] != last, "another time of the training makes other pictures"
    assert tab.grid.cells[0].pictures[0] == train.pairs.triples[0].near

    name = kept.args[0].name
    assert models.show_model(name).kind == "dgm"
    choose_set(qtbot, desk, write_set(tmp_path / "set", plate_texts(24)))
    qtbot.mouseClick(train.message.action, LEFT)
    assert train.pages.currentWidget() is train.pages.data
    assert train.material.dgm == name == train.pages.data.sources.dgm.currentData()
    qtbot.waitUntil(lambda: not train.material.busy_drawing and not desk.runner.busy, timeout=LONG)
    qtbot.mouseClick(train.pages.data.samples.filter.button("dgm"), LEFT)
    qtbot.waitUntil(lambda: not train.material.busy_drawing, timeout=LONG)
    assert {sample.source for sample in train.material.samples} == {"dgm"}
    assert train.verbs.order().dgm == name, "the recognizer's next training takes its samples"
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)


def test_pair_sets_that_are_wrong_say_so(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    train = open_train(qtbot, desk)
    show_tab(qtbot, train, "dgm")
    tab = train.pages.dgm
    empty = tmp_path / "empty"
    empty.mkdir()
    train.pairs.choose(empty)
    qtbot.waitUntil(lambda: bool(train.pairs.problem), timeout=LONG)
    assert tab.about_sets.text() == train.pairs.problem
    assert not tab.grid.isVisible()
    with qtbot.waitSignal(train.dgm_trainer.failed, timeout=LONG) as told:
        qtbot.mouseClick(tab.head.buttons.itemAt(0).widget(), LEFT)
    assert told.args[0] == train.message.text != ""
    assert train.dgm_trainer.state == "idle"
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
