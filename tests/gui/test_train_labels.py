"""Labelling plates in the window: text by key, boxes by mouse, and what is written."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from gui_evidence import plate_scene
from gui_hands import LEFT, NO_KEY, WAIT, mark, mark_and_reveal, open_file, wait_for_reading
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
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
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.training.material import SAMPLES
from forensic_lpr.training.finetune import material
from forensic_lpr.training.labelreading import TABLE
from forensic_lpr.training.runs import Run
from forensic_lpr.training.shares import NARROW

QUAD = plate_scene()[1]
pytestmark = pytest.mark.timeout(900)  # a busy machine takes its time to load the network


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / TABLE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_pictures_are_labelled_one_after_the_other(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    texts = plate_texts(3)
    files = write_plates(tmp_path / "new", texts)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in files], ""))
    train = open_train(qtbot, desk)
    panel = train.pages.data.labels
    assert not panel.shows_content
    desk.window.actions_["train-label"].trigger()
    qtbot.waitUntil(lambda: len(train.material.pictures) == 3, timeout=LONG)
    assert panel.shows_content
    assert not panel.save.isEnabled()
    qtbot.keyClicks(panel.text, "AB")
    assert "no plate format yet" in panel.said.text()
    for text in texts:
        type_label(qtbot, desk, text)
    qtbot.waitUntil(lambda: train.material.view is not None and not desk.runner.busy, timeout=LONG)
    assert train.material.pictures == ()
    folder = train.material.folder
    assert folder is not None
    assert [row["text"] for row in rows(folder)] == texts
    assert {row["boxes"] for row in rows(folder)} == {""}
    assert train.material.view is not None
    assert {crop.text for crop in train.material.view.labelled.crops} == set(texts)


def test_a_box_that_is_dragged_is_written_with_the_label(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    folder = write_set(tmp_path / "set", plate_texts(2))
    open_train(qtbot, desk)
    train = choose_set(qtbot, desk, folder)
    panel = train.pages.data.labels
    qtbot.waitUntil(lambda: len(panel.editor.boxes) == 7, timeout=LONG)
    panel.grid.setFocus()
    qtbot.mouseClick(panel.grid, LEFT, NO_KEY, panel.grid.place(1).center())
    qtbot.waitUntil(lambda: len(panel.editor.boxes) == 7 and not desk.runner.busy, timeout=LONG)
    before = panel.editor.boxes[2]
    left, top, width, height = before
    held = panel.editor.to_screen(left + width / 2, top + height / 2).toPoint()
    there = panel.editor.to_screen(left + width / 2 + 3, top + height / 2).toPoint()
    qtbot.mousePress(panel.editor, LEFT, NO_KEY, held)
    qtbot.mouseMove(panel.editor, there)
    with qtbot.waitSignal(panel.editor.changed, timeout=WAIT):
        qtbot.mouseRelease(panel.editor, LEFT, NO_KEY, there)
    assert panel.editor.boxes[2][0] == pytest.approx(left + 3, abs=0.3)
    assert panel.editor.boxes[2][2] == pytest.approx(width)
    panel.editor.setFocus()
    qtbot.keyClick(panel.editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert panel.editor.boxes[2][2] == pytest.approx(width + 0.5)
    moved = panel.editor.boxes
    with qtbot.waitSignal(train.material.labelled, timeout=LONG):
        qtbot.mouseClick(panel.save, LEFT)
    qtbot.waitUntil(lambda: not train.material.reading and not desk.runner.busy, timeout=LONG)
    assert train.material.view is not None
    written = [crop.boxes for crop in train.material.view.labelled.crops if crop.boxes is not None]
    assert len(written) == 1
    assert written[0] is not None
    assert [value for box in written[0] for value in box] == pytest.approx(
        [value for box in moved for value in box], abs=0.01
    )


def test_a_plate_marked_in_examine_can_be_labelled(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    assert not window.actions_["label-plate"].isEnabled()
    open_file(qtbot, desk, still)
    mark(qtbot, window, [(220, 180), (360, 180), (360, 226), (220, 226)])
    window.actions_["label-plate"].trigger()
    qtbot.waitUntil(lambda: "Seal your own reading first" in window.message_bar.text, timeout=WAIT)
    window.casework.unblind("a test")
    window.actions_["label-plate"].trigger()
    qtbot.waitUntil(lambda: len(window.train.material.pictures) == 1, timeout=LONG)
    new = window.train.material.pictures[0]
    assert window.session.current is not None
    assert window.session.current.item is not None
    assert new.evidence_sha256 == window.session.current.item.digests.sha256
    assert new.image.shape[0] < 480
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)


def test_a_followed_plate_is_typed_once(
    qtbot: QtBot, desk: Desk, short_clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window
    assert not window.actions_["label-track"].isEnabled()
    open_file(qtbot, desk, short_clip)
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    window.actions_["track"].trigger()
    qtbot.waitUntil(lambda: window.tracker.track is not None and not desk.runner.busy, timeout=LONG)
    with monkeypatch.context() as patched:
        patched.setattr(type(window.casework), "masked", True)
        window.actions_["label-track"].trigger()
        qtbot.waitUntil(lambda: "Seal your own reading first" in window.message_bar.text, timeout=WAIT)
    train = desk.window.train
    window.actions_["label-track"].trigger()
    qtbot.waitUntil(lambda: len(train.material.pictures) == 8, timeout=LONG)
    open_train(qtbot, desk)
    panel, text = train.pages.data.labels, plate_texts(1)[0]
    type_label(qtbot, desk, text)
    for left in range(7, 0, -1):
        qtbot.waitUntil(lambda left=left: len(train.material.pictures) == left, timeout=LONG)
        assert panel.text.text() == text
        qtbot.keyClick(panel.text, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: train.material.view is not None and len(train.material.view.labelled.crops) == 8, timeout=LONG
    )
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    assert train.material.folder is not None
    written = rows(train.material.folder)
    assert [(row["text"], row["source"]) for row in written] == [(text, "cam2")] * 8


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("empty", "holds neither"),
        ("three", "at least 20 pictures"),
        ("labels", "NOPLATE99"),
        ("one", "be learnt from them"),
    ],
)
def test_a_set_that_is_wrong_says_so_in_the_window(
    qtbot: QtBot, desk: Desk, tmp_path: Path, kind: str, words: str
) -> None:
    folder = tmp_path / "wrong"
    if kind == "empty":
        folder.mkdir()
    elif kind == "three":
        write_set(folder, plate_texts(3))
    elif kind == "labels":
        write_set(folder, plate_texts(2))
        (folder / "NOPLATE99_1.png").write_bytes(next(folder.glob("*.png")).read_bytes())
    else:
        write_set(folder, plate_texts(1) * 24)
    open_train(qtbot, desk)
    train = choose_set(qtbot, desk, folder)
    show_tab(qtbot, train, "data")
    checks, sources = train.pages.data.checks, train.pages.data.sources
    said = [sources.set_facts.text(), checks.remark.text()]
    said += [checks.list.item(n).text() for n in range(checks.list.count())]
    assert words in " ".join(said), said


def test_samples_of_one_source_and_others_of_it(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    folder = write_set(tmp_path / "set", plate_texts(24))
    open_train(qtbot, desk)
    train = choose_set(qtbot, desk, folder)
    grid = train.pages.data.samples.grid
    qtbot.waitUntil(lambda: bool(grid.cells) and not desk.runner.busy, timeout=LONG)
    assert {sample.source for sample in train.material.samples} >= {"own", "permuted", "synthetic"}
    qtbot.mouseClick(train.pages.data.samples.filter.button("permuted"), LEFT)
    qtbot.waitUntil(lambda: not train.material.busy_drawing, timeout=LONG)
    assert {sample.source for sample in train.material.samples} == {"permuted"}
    known = set(plate_texts(24))
    assert any(sample.text not in known for sample in train.material.samples)
    first = [sample.text for sample in train.material.samples]
    desk.window.actions_["train-resample"].trigger()
    qtbot.waitUntil(lambda: not train.material.busy_drawing, timeout=LONG)
    assert [sample.text for sample in train.material.samples] != first
    slider = train.pages.data.sources.sliders["own"].slider
    before = train.material.shares.own
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert train.material.shares.own > before
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)


def test_the_share_of_narrow_plates_follows_the_set_unless_set_by_hand(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    train = open_train(qtbot, desk)
    show_tab(qtbot, train, "recognizer")
    form = train.pages.recognizer.form
    assert form.fields["narrow"].value() == 0
    choose_set(qtbot, desk, write_set(tmp_path / "set", plate_texts(24)))
    assert form.fields["narrow"].value() == NARROW
    assert form.settings() == ()
    form.set_value("narrow", 0.3)
    choose_set(qtbot, desk, write_set(tmp_path / "another", plate_texts(25)))
    assert form.settings() == (("narrow", 0.3),)


@pytest.mark.parametrize("own", [False, True])
def test_the_samples_shown_are_those_of_the_training_that_is_set(
    qtbot: QtBot, desk: Desk, tmp_path: Path, own: bool
) -> None:
    own_set = write_set(tmp_path / "set", plate_texts(24)) if own else None
    train = open_recognizer(qtbot, desk, own_set)
    form = train.pages.recognizer.form
    for settings in ((), (("narrow", 0.9),), (("narrow", 0.9), ("seed", 3))):
        train.material.set_drawn("br-grey", len(settings) < 2)
        for name, value in settings:
            form.set_value(name, value)
        qtbot.waitUntil(lambda: not train.material.busy_drawing and not desk.runner.busy, timeout=LONG)
        assert dict(form.settings()) == dict(settings)
        run = Run(tmp_path, replace(train.verbs.order().config(), batch=SAMPLES))
        batch = material(run).recipe.maker()(0)
        shown = train.material.samples
        assert [sample.picture for sample in shown] == [to_picture(image) for image in batch.images], settings
