"""The whole way in the window, by clicks: label plates, train, compare, activate, read, and take it back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from gui_hands import LEFT, mark_and_reveal, open_file, wait_for_reading
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from train_hands import (
    LONG,
    choose_set,
    open_recognizer,
    open_train,
    plate_texts,
    show_tab,
    type_label,
    write_plates,
    write_set,
)

from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.jobs import Recognizers
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.training.dialogs import AnywayDialog
from forensic_lpr.gui.training.place import UNFINISHED
from forensic_lpr.gui.training.trainer import Trainer
from forensic_lpr.operations import models
from forensic_lpr.operations.trainwork import RecognizerOrder, TrainRecognizer
from forensic_lpr.training.runs import progress_of
from forensic_lpr.training.shares import PRESETS, Shares

pytestmark = pytest.mark.timeout(1800)
REAL = (("samples", 1_000_000), ("batch", 8), ("warm_up", 64), ("evaluate_every", 1_000_000))
"""A training that its time limit ends; it is evaluated then."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder of runs, models and sets of this test alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def real_desk(home: Path, qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> Iterator[Desk]:
    """The window with real weights."""
    desk = Desk(qapp, preferences, Recognizers())
    desk.window.resize(1280, 800)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.window.activateWindow()
    yield desk
    desk.close()
    qapp.setStyleSheet("")


def test_label_train_compare_activate_read_and_take_back(
    qtbot: QtBot,
    real_desk: Desk,
    tmp_path: Path,
    still: Path,
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
) -> None:
    limit: float = pytestconfig.getoption("--whole-way-seconds")
    desk, window = real_desk, real_desk.window
    texts, held = plate_texts(32)[:20], plate_texts(32)[20:]
    files = write_plates(tmp_path / "new", texts)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in files], ""))
    train = open_train(qtbot, desk)
    window.actions_["train-label"].trigger()
    qtbot.waitUntil(lambda: len(train.material.pictures) == 20, timeout=LONG)
    for text in texts:
        type_label(qtbot, desk, text)
    qtbot.waitUntil(
        lambda: (
            train.material.view is not None
            and len(train.material.view.labelled.crops) == 20
            and not desk.runner.busy
        ),
        timeout=LONG,
    )
    assert train.material.view is not None
    assert train.material.view.split is not None, train.material.view.problem

    show_tab(qtbot, train, "recognizer")
    form = train.pages.recognizer.form
    for setting, value in (*REAL, ("minutes", limit / 60)):
        form.set_value(setting, value)
    start, pause, stop = (train.pages.recognizer.head.buttons.itemAt(n).widget() for n in range(3))
    assert not pause.isEnabled()
    with qtbot.waitSignal(train.trainer.told, timeout=LONG):
        qtbot.mouseClick(start, LEFT)
        assert not start.isEnabled()
        assert pause.isEnabled()
        assert stop.isEnabled()
    with qtbot.waitSignal(train.models.kept, timeout=LONG) as kept:
        pass
    name = kept.args[0].name
    run, status = train.trainer.folder, train.trainer.status
    assert run is not None
    assert status is not None
    done = progress_of(run)
    asked = 60 * form.fields["minutes"].value()
    assert done.seconds >= asked
    assert done.step > 1
    assert status.samples == 8 * done.step < status.total
    assert train.trainer.curves.scores
    assert len(train.trainer.curves.loss) > 1
    assert len(train.pages.recognizer.examples.cells) == len(status.examples) > 0
    assert models.show_model(name).sha256 != models.show_model("default").sha256
    assert train.message.action.isVisible()

    # Twenty plates leave too few held ones to judge by: here are others of the same camera.
    choose_set(qtbot, desk, write_set(tmp_path / "held", held))
    train.models.standard = 4  # drawn plates per standard set
    qtbot.mouseClick(train.message.action, LEFT)
    assert train.models.working
    qtbot.waitUntil(lambda: not train.models.working and not desk.runner.busy, timeout=LONG)
    assert train.pages.currentWidget() is train.pages.models
    assert train.models.chosen is not None
    assert train.models.chosen.name == name
    assert train.models.chosen.gate is not None, train.message.text
    assert [row.rates[0] is not None for row in train.pages.models.gate.rows] == [True, True, True]

    # So few plates cannot show that it is better, so the window asks whether it is meant.
    qtbot.mouseClick(train.pages.models.buttons["train-activate"], LEFT)
    (dialog,) = train.findChildren(AnywayDialog)
    with qtbot.waitSignal(train.models.activated, timeout=LONG):
        qtbot.mouseClick(dialog.activate_, LEFT)
    qtbot.waitUntil(lambda: train.models.active == name, timeout=LONG)
    assert window.session.weights == name

    window.workspaces.show("examine")
    open_file(qtbot, desk, still)
    mark_and_reveal(qtbot, window, [(220, 180), (360, 180), (360, 226), (220, 226)])
    qtbot.waitUntil(lambda: window.session.reading_is_current, timeout=LONG)
    wait_for_reading(qtbot, window)
    assert window.session.reading is not None
    assert window.session.reading.weights.name == name

    window.workspaces.show("train")
    with qtbot.waitSignal(train.models.activated, timeout=LONG) as back:
        qtbot.mouseClick(train.pages.models.buttons["train-back"], LEFT)
    assert back.args[0] == "default"
    qtbot.waitUntil(lambda: train.models.active == "default", timeout=LONG)
    assert window.session.weights == "default"
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)


def test_closing_in_the_middle_saves_and_the_next_start_offers_to_go_on(
    qtbot: QtBot, qapp: QApplication, home: Path, preferences: Preferences
) -> None:
    first = Desk(qapp, preferences, Recognizers())
    first.window.show()
    train = open_train(qtbot, first)
    show_tab(qtbot, train, "recognizer")
    for name, value in (("samples", 100_000), ("batch", 2), ("minutes", 0), ("evaluate_every", 100_000)):
        train.pages.recognizer.form.set_value(name, value)
    with qtbot.waitSignal(train.trainer.told, timeout=LONG):
        first.window.actions_["train-start"].trigger()
    folder = train.trainer.folder
    assert folder is not None
    first.close()
    assert (folder / "state.safetensors").is_file()

    second = Desk(qapp, preferences, Recognizers())
    second.window.show()
    second.window.start([])
    train = second.window.train
    assert folder.name in train.message.text
    assert folder.name in second.window.message_bar.text
    second.window.workspaces.show("train")
    qtbot.waitUntil(lambda: not second.runner.busy, timeout=LONG)
    with qtbot.waitSignal(train.trainer.told, timeout=LONG):
        qtbot.mouseClick(train.message.action, LEFT)
    assert train.trainer.folder == folder
    assert train.trainer.status is not None
    assert train.trainer.status.samples > 2
    with qtbot.waitSignal(train.trainer.stopped, timeout=LONG):
        second.window.actions_["train-stop"].trigger()
        assert train.trainer.state == "stopping"
    qtbot.waitUntil(lambda: not second.runner.busy, timeout=LONG)
    assert preferences.text(UNFINISHED + "recognizer") == ""
    second.close()
    qapp.setStyleSheet("")


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ({"set_folder": Path("/nowhere/set")}, "There is no folder"),
        ({"parent": "no-such-weights"}, "There are no weights"),
        (
            {"settings": (("learning_rate", 1e30), ("samples", 256), ("batch", 2), ("warm_up", 0))},
            "no number",
        ),
    ],
)
def test_a_training_that_cannot_go_on_says_why(
    qtbot: QtBot, desk: Desk, home: Path, order: dict[str, object], words: str
) -> None:
    train = open_train(qtbot, desk)
    show_tab(qtbot, train, "recognizer")
    usual = RecognizerOrder(None, "quick", "default", "", Shares(), "", ("br-grey",))
    changed = RecognizerOrder(**{**vars(usual), **order})  # type: ignore[arg-type]
    with qtbot.waitSignal(train.trainer.failed, timeout=LONG) as told:
        train.trainer.start(TrainRecognizer(home / "runs" / "bad", changed), home / "runs" / "bad")
    assert words in told.args[0]
    assert train.message.text == told.args[0]
    assert train.message.severity == "failure"
    assert train.trainer.state == "idle"
    assert desk.window.actions_["train-start"].isEnabled()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)


def test_a_run_that_cannot_be_written_says_so(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    train = open_train(qtbot, desk)
    usual = RecognizerOrder(None, "quick", "default", "", Shares(), "", ("br-grey",))
    with qtbot.waitSignal(train.trainer.failed, timeout=LONG) as told:
        train.trainer.start(TrainRecognizer(blocked / "run", usual), blocked / "run")
    assert "cannot be started" in told.args[0]
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)


def test_the_optimizer_can_be_chosen(qtbot: QtBot, desk: Desk, home: Path) -> None:
    form = open_train(qtbot, desk).pages.recognizer.form
    assert form.preset.current == "quick"
    assert form.optimizer.currentText() == "Muon"
    assert form.settings() == ()
    form.optimizer.setCurrentText("AdamW")
    assert form.settings() == (("optimizer", "adamw"),)
    order = RecognizerOrder(None, "quick", "default", "", Shares(), "", ("br-grey",), form.settings())
    assert order.config().optimizer == "adamw"
    assert replace(order, settings=()).config().optimizer == "muon"
    qtbot.mouseClick(form.preset.button("long"), LEFT)
    assert form.optimizer.currentText() == "AdamW"
    assert form.settings() == ()
    qtbot.mouseClick(form.preset.button("quick"), LEFT)
    assert form.optimizer.currentText() == "Muon"


def test_how_much_of_what_is_learnt_is_kept_can_be_chosen(qtbot: QtBot, desk: Desk, home: Path) -> None:
    form = open_train(qtbot, desk).pages.recognizer.form
    assert form.fields["mixing"].value() == PRESETS["quick"].mixing < 1
    form.set_value("mixing", 0.55)
    assert form.settings() == (("mixing", 0.55),)
    order = RecognizerOrder(None, "quick", "default", "", Shares(), "", ("br-grey",), form.settings())
    assert order.config().mixing == 0.55
    assert replace(order, settings=()).config().mixing == PRESETS["quick"].mixing
    qtbot.mouseClick(form.preset.button("scratch"), LEFT)
    assert form.fields["mixing"].value() == 1
    assert form.settings() == ()


@pytest.mark.parametrize("own", [False, True])
def test_the_settings_shown_are_those_of_the_training(
    qtbot: QtBot, desk: Desk, home: Path, tmp_path: Path, own: bool
) -> None:
    own_set = write_set(tmp_path / "set", plate_texts(24)) if own else None
    train = open_recognizer(qtbot, desk, own_set)
    form = train.pages.recognizer.form
    for preset in PRESETS:
        qtbot.mouseClick(form.preset.button(preset), LEFT)
        config = train.verbs.order().config()
        assert (config.own is not None) == own and form.settings() == ()
        told = {name: getattr(config, name) for name in form.fields}
        assert {name: field.value() for name, field in form.fields.items()} == pytest.approx(told), preset
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)


def test_one_training_at_a_time(qtbot: QtBot, desk: Desk, preferences: Preferences) -> None:
    trainer = Trainer(desk.runner, preferences, "recognizer")
    states = []
    trainer.state_changed.connect(lambda: states.append(trainer.state))
    with qtbot.waitSignal(trainer.failed, timeout=LONG):
        trainer.start(TrainRecognizer(Path("/nowhere/run"), None), Path("/nowhere/run"))
        trainer.start(TrainRecognizer(Path("/nowhere/other"), None), Path("/nowhere/other"))
    assert trainer.folder == Path("/nowhere/run")
    assert states == ["starting", "idle"]
