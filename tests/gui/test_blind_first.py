"""Until the own reading is sealed, nothing in the window tells the machine's: every way out is tried."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from gui_evidence import TEXT, FakeRecognizers, plate_scene
from gui_hands import WAIT, go_to, mark, open_file, wait_for_reading
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.case_dialogs import UnblindDialog
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.marking import Marking

QUAD = plate_scene()[1]
SPELLINGS = (TEXT, "KVR-4817", "KVR 4817", "K, V, R", "K V R")


def texts(widget: QWidget) -> Iterator[str]:
    """Everything that a widget tells the eye, the mouse and the screen reader."""
    for read in ("text", "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription",
                 "windowTitle", "toPlainText", "placeholderText", "currentText"):  # fmt: skip
        told = getattr(widget, read, None)
        if callable(told):
            yield str(told())
    model = getattr(widget, "model", None)
    if callable(model) and model() is not None:
        table = model()
        yield from cells(table, QModelIndex())


def cells(table: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """Everything that a list, a table or a tree tells."""
    for row in range(table.rowCount(parent)):
        for column in range(table.columnCount(parent) if isinstance(table, QAbstractTableModel) else 1):
            index = table.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
                         Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.UserRole):  # fmt: skip
                yield str(table.data(index, role))
            if isinstance(table.parent(), QTreeWidget):
                yield from cells(table, index)


def tips(widget: QWidget) -> Iterator[str]:
    """Tool-tips that a widget makes up when the mouse rests on it."""
    for x in range(10, widget.width(), 40):
        for y in range(10, widget.height(), 40):
            at = widget.rect().topLeft() + type(widget.rect().topLeft())(x, y)
            QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
            yield QToolTip.text()
    QToolTip.hideText()


def leaks(qtbot: QtBot, window: MainWindow) -> list[str]:
    """Where the machine's reading is told."""
    clipboard, found = QGuiApplication.clipboard(), []
    for widget in [window, *window.findChildren(QWidget)]:
        found += [f"{type(widget).__name__}: {text}" for text in texts(widget)]
    for widget in (
        window.reading.slots_table,
        window.reading.plates,
        window.reading.blind.boxes,
        window.plate,
    ):
        found += [f"tip: {text}" for text in tips(widget)]
    for copy in (window.copier.as_text, window.copier.as_csv, window.copier.as_json):
        clipboard.setText("empty")
        copy()
        found.append(f"clipboard: {clipboard.text()}")
    for action in window.actions_.by_name.values():
        found.append(f"action: {action.text()} {action.toolTip()} {action.statusTip()}")
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=WAIT)
    window.status_line.clearMessage()
    return [text for text in found if any(spelling in text for spelling in SPELLINGS)]


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def kinds(window: MainWindow) -> list[str]:
    view = window.casework.view
    return [event.kind for event in view.events] if view is not None else []


def test_before_the_seal_the_machine_neither_reads_nor_tells(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    settle(qtbot, desk)
    assert window.reading.blind.isVisible()
    assert not recognizers.started.acquire(blocking=False)  # it was not even asked
    assert leaks(qtbot, window) == []
    for name in ("copy_text", "copy_csv", "copy_json", "report", "reconcile"):
        assert not window.actions_[name].isEnabled()
    for change in (window.reader.read_again, lambda: window.session.request_format("br-grey")):
        change()
        settle(qtbot, desk)
    for _ in range(3):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Left)
    settle(qtbot, desk)
    assert not recognizers.started.acquire(blocking=False)
    assert leaks(qtbot, window) == []
    assert not {"reading recorded", "machine reading shown"} & set(kinds(window))


def test_the_search_for_leaks_finds_them_after_the_seal(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    boxes = window.reading.blind.boxes
    boxes.setFocus()
    qtbot.keyClicks(boxes, "a/b?")
    qtbot.mouseClick(window.reading.blind.seal_button, Qt.MouseButton.LeftButton)
    wait_for_reading(qtbot, window)
    found = {text.partition(":")[0] for text in leaks(qtbot, window)}
    assert {"QLabel", "clipboard", "Selection"} <= found
    assert window.reading.own.text() == "Your own reading: [AB]??????"
    assert kinds(window)[-5:] == [
        "frame opened", "quad set", "blind reading sealed", "reading recorded", "machine reading shown",
    ]  # fmt: skip


def test_after_the_seal_the_reading_follows_the_corners_and_is_recorded_at_rest(
    qtbot: QtBot, desk: Desk, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    window.actions_["cannot-read"].trigger()
    wait_for_reading(qtbot, window)
    for _ in range(5):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        wait_for_reading(qtbot, window)
    plate = window.casework.plate
    assert plate is not None and len(plate.readings) == 1
    qtbot.waitUntil(lambda: kinds(window).count("reading recorded") == 2, timeout=WAIT)
    plate = window.casework.plate
    assert plate is not None
    assert plate.marked.quad == window.session.marking.quad
    assert plate.readings[-1].reading.request.quad == window.session.marking.quad  # type: ignore[union-attr]
    window.casework.flush()
    assert kinds(window).count("reading recorded") == 2  # not twice the same


def test_another_plate_in_the_same_frame_waits_for_its_own_seal(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    window.actions_["cannot-read"].trigger()
    wait_for_reading(qtbot, window)
    assert leaks(qtbot, window)
    while recognizers.started.acquire(blocking=False):
        pass
    window.session.mark(Marking((), QUAD.shifted(0, 150), 0))
    settle(qtbot, desk)
    assert window.session.reading is None
    assert leaks(qtbot, window) == []
    assert not recognizers.started.acquire(blocking=False)
    assert not window.reading.blind.same.isVisible()  # two places in one frame are two plates
    window.session.mark(Marking((), QUAD.shifted(1, 1), 0))
    wait_for_reading(qtbot, window)  # back on the plate that was sealed


def test_a_late_answer_does_not_reach_a_masked_plate(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    recognizers.gate.clear()
    window.actions_["cannot-read"].trigger()
    assert recognizers.started.acquire(timeout=20)
    window.session.mark(Marking((), QUAD.shifted(0, 150), 0))
    recognizers.gate.set()
    settle(qtbot, desk)
    assert window.session.reading is None
    assert leaks(qtbot, window) == []


def test_without_an_own_reading_it_is_asked_for_and_recorded(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    window.actions_["unblind"].trigger()
    dialog = window.findChild(UnblindDialog)
    assert dialog is not None
    dialog.reject()
    assert window.casework.masked
    window.actions_["unblind"].trigger()
    dialog = [d for d in window.findChildren(UnblindDialog) if d.isVisible()][-1]
    dialog.reason.setText("training")
    qtbot.mouseClick(dialog.show_, Qt.MouseButton.LeftButton)
    wait_for_reading(qtbot, window)
    plate = window.casework.plate
    assert plate is not None
    assert (plate.blind, plate.unblinded_reason) == (None, "training")
    assert "without an own reading" in window.reading.own.text()


def test_in_another_frame_the_examiner_says_whether_it_is_the_same_plate(
    qtbot: QtBot, desk: Desk, clip: Path
) -> None:
    open_file(qtbot, desk, clip)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    window.actions_["cannot-read"].trigger()
    wait_for_reading(qtbot, window)
    go_to(qtbot, window, 5)
    window.session.mark(Marking((), QUAD.shifted(10, 0), 0))
    settle(qtbot, desk)
    assert leaks(qtbot, window) == []
    assert window.reading.blind.same.text() == "This is plate 1 again"
    window.actions_["same-plate"].trigger()
    wait_for_reading(qtbot, window)
    view = window.casework.view
    assert view is not None
    assert len(view.plates) == 1
    assert [place.frame.index for place in view.plates[0].places] == [0, 5]


def test_what_was_typed_for_one_plate_is_not_sealed_for_another(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    open_file(qtbot, desk, clip)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    boxes = window.reading.blind.boxes
    qtbot.keyClicks(boxes, "abc")
    assert boxes.entry.ready
    window.session.mark(Marking((), QUAD.shifted(2, 0), 0))
    assert boxes.entry.ready  # the corners of the same plate were only moved
    window.session.mark(Marking((), QUAD.shifted(0, 150), 0))
    assert not boxes.entry.ready
    qtbot.keyClicks(boxes, "abc")
    go_to(qtbot, window, 3)
    window.session.mark(Marking((), QUAD.shifted(6, 150), 0))
    assert not boxes.entry.ready


@pytest.mark.parametrize(("format_name", "slots"), [("br-grey", 7), ("auto", 7)])
def test_there_is_one_box_per_slot_of_the_format(
    qtbot: QtBot, desk: Desk, still: Path, format_name: str, slots: int
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    window.session.request_format(format_name)
    mark(qtbot, window, QUAD.points())
    assert len(window.reading.blind.boxes.entry.slots) == slots


def test_a_recorded_act_that_fails_leaves_the_plate_masked(
    qtbot: QtBot, desk: Desk, still: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No room for the record, no reading: what is shown is always in the record."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setattr("forensic_lpr.paths.cases", lambda: blocked / "cases")
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    window.actions_["cannot-read"].trigger()
    settle(qtbot, desk)
    assert window.casework.masked
    assert window.session.reading is None
    assert window.message_bar.severity == "failure"
    assert leaks(qtbot, window) == []
