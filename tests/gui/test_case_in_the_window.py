"""The window works in a case: made by itself, saved, opened again, verified, packaged, its log shown."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from gui_evidence import plate_scene
from gui_hands import WAIT, mark, open_file, wait_for_reading
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from forensic_lpr.case.store import CaseFile
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import CaseView
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.audit_dialog import AuditDialog
from forensic_lpr.gui.case_dialogs import NewCaseDialog, RecoveryDialog, WorkDialog
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.reconcile_dialog import ReconcileDialog
from forensic_lpr.operations.case import new_case, open_case

QUAD = plate_scene()[1]
pytestmark = pytest.mark.usefixtures("own_folder")


def view_of(window: MainWindow) -> CaseView:
    view = window.casework.view
    assert view is not None
    return view


def kinds(window: MainWindow) -> list[str]:
    return [event.kind for event in view_of(window).events]


def examined(qtbot: QtBot, desk: Desk, still: Path) -> MainWindow:
    """A still with a plate that was read blind."""
    open_file(qtbot, desk, still)
    mark(qtbot, desk.window, QUAD.points())
    boxes = desk.window.reading.blind.boxes
    qtbot.keyClicks(boxes, "kvr48??")
    qtbot.keyClick(boxes, Qt.Key.Key_Return)
    wait_for_reading(qtbot, desk.window)
    return desk.window


def worked(qtbot: QtBot, window: MainWindow) -> str:
    """The result, in words, of the work that was started."""
    dialog = window.findChild(WorkDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.button.text() == "Close", timeout=WAIT)
    words = dialog.words.text()
    dialog.reject()
    qtbot.waitUntil(lambda: window.casework.case is not None, timeout=WAIT)  # open again
    return words


def save(qtbot: QtBot, window: MainWindow, target: Path) -> None:
    """Save the case under a name and wait until it is open again."""
    window.caseflow.save_to(target)
    qtbot.waitUntil(lambda: window.casework.case is not None, timeout=WAIT)


def test_a_newcomer_needs_no_dialog(qtbot: QtBot, desk: Desk, still: Path, own_folder: Path) -> None:
    assert not own_folder.exists()
    assert "case" not in desk.window.windowTitle()
    window = examined(qtbot, desk, still)
    assert window.windowTitle() == "gate.png – unsaved case – Forensic LPR"
    assert kinds(window)[:2] == ["case created", "evidence acquired"]
    assert len(list(own_folder.glob("*.flpr"))) == 1


def test_a_case_is_saved_and_opened_again_with_all_that_was_done(
    qtbot: QtBot, desk: Desk, still: Path, own_folder: Path, tmp_path: Path
) -> None:
    window = examined(qtbot, desk, still)
    before = window.session.reading
    save(qtbot, window, tmp_path / "kept" / "a.flpr")
    assert window.message_bar.severity == "failure"  # no such folder; the unsaved case is still there
    assert window.casework.unsaved
    (tmp_path / "kept").mkdir()
    save(qtbot, window, tmp_path / "kept" / "a")
    assert list(own_folder.glob("*")) == []
    assert window.windowTitle() == "gate.png – a – Forensic LPR"
    assert desk.preferences.recent_cases == (tmp_path / "kept" / "a.flpr",)
    rows = view_of(window).head.rows
    window.casework.close()
    for exhibit in window.session.exhibits:
        window.loader.remove(exhibit.number)
    window.caseflow.open(tmp_path / "kept" / "a.flpr")
    wait_for_reading(qtbot, window)
    assert view_of(window).head.rows == rows  # opening and looking changes nothing
    after = window.session.reading
    assert before is not None and after is not None
    assert after.request == before.request
    assert window.reading.own.text() == "Your own reading: KVR48??"
    assert window.session.marking.quad == before.request.quad


def test_evidence_that_moved_with_the_case_is_found_and_told(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    first.mkdir()
    shutil.copy(still, first)
    window = examined(qtbot, desk, first / still.name)
    save(qtbot, window, first / "a.flpr")
    window.casework.close()
    first.rename(second)
    for exhibit in window.session.exhibits:
        window.loader.remove(exhibit.number)
    window.caseflow.open(second / "a.flpr")
    wait_for_reading(qtbot, window)
    assert view_of(window).exhibits[0].item.path == second / still.name
    assert kinds(window)[-1] == "evidence relocated"


def test_evidence_that_changed_is_told_and_not_taken_for_new(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path
) -> None:
    copy = tmp_path / still.name
    shutil.copy(still, copy)
    window = examined(qtbot, desk, copy)
    save(qtbot, window, tmp_path / "a.flpr")
    window.casework.close()
    window.loader.remove(window.session.exhibits[0].number)
    data = bytearray(copy.read_bytes())
    data[200] ^= 1
    copy.write_bytes(bytes(data))
    window.caseflow.open(tmp_path / "a.flpr")
    qtbot.waitUntil(lambda: window.message_bar.severity == "failure", timeout=WAIT)
    assert "is no longer the file that was acquired" in window.message_bar.text
    assert len(view_of(window).exhibits) == 1


def test_a_new_case_asks_what_it_is_about(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    window.actions_["new-case"].trigger()
    dialog = window.findChild(NewCaseDialog)
    assert dialog is not None
    dialog.facts.number.setText("2026-7")
    dialog.facts.examiner.setText("A. Examiner")
    dialog.facts.question.setPlainText("Which plate?")
    dialog.path.field.setText("")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert dialog.problem.text().strip()
    dialog.path.field.setText(str(tmp_path / "b.flpr"))
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    case = view_of(window).case
    assert (case.number, case.examiner, case.question) == ("2026-7", "A. Examiner", "Which plate?")
    assert window.windowTitle() == "2026-7 – Forensic LPR"


def test_what_cannot_be_opened_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.flpr").write_bytes(b"no case")
    desk.window.caseflow.open(tmp_path / "a.flpr")
    qtbot.waitUntil(lambda: "no case file" in desk.window.message_bar.text, timeout=WAIT)
    new_case(tmp_path / "b.flpr", Case("")).close()
    with open_case(tmp_path / "b.flpr"):
        desk.window.caseflow.open(tmp_path / "b.flpr")
        qtbot.waitUntil(lambda: "open in another window" in desk.window.message_bar.text, timeout=WAIT)


def test_closing_the_window_leaves_one_file(qtbot: QtBot, desk: Desk, still: Path, own_folder: Path) -> None:
    window = examined(qtbot, desk, still)
    rows = view_of(window).head.rows
    window.close()
    (left,) = own_folder.iterdir()
    with CaseFile.open(left, writable=False) as file:
        assert file.head().rows == rows


def crashed(window: MainWindow, folder: Path, name: str) -> Path:
    """A copy of the open case as a crash would have left it."""
    (case,) = [path for path in folder.glob("*.flpr") if not path.name.startswith("unsaved-crashed")]
    copy = folder / f"unsaved-crashed-{name}.flpr"
    shutil.copy(case, copy)
    shutil.copy(case.with_name(case.name + "-wal"), copy.with_name(copy.name + "-wal"))
    return copy


def offered(qtbot: QtBot, window: MainWindow) -> RecoveryDialog:
    qtbot.waitUntil(lambda: window.findChild(RecoveryDialog) is not None, timeout=WAIT)
    dialog = window.findChild(RecoveryDialog)
    assert dialog is not None
    return dialog


def test_after_a_crash_the_unsaved_case_is_offered_once(
    qtbot: QtBot, desk: Desk, still: Path, own_folder: Path
) -> None:
    window = examined(qtbot, desk, still)
    left = crashed(window, own_folder, "a")
    rows = view_of(window).head.rows
    window.caseflow.recover(own_folder)
    dialog = offered(qtbot, window)
    assert "1 exhibits and 1 plates" in dialog.words.text()
    dialog.reject()  # for later
    assert left in desk.preferences.recent_cases
    assert left.name in [action.text() for action in window.actions_.recent_cases.actions()]
    with open_case(left, writable=False) as again:
        assert again.view.head.rows == rows
    qtbot.waitUntil(lambda: window.findChild(RecoveryDialog) is None, timeout=WAIT)
    window.caseflow.recover(own_folder)
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
    assert window.findChild(RecoveryDialog) is None


def test_an_unsaved_case_is_opened_or_deleted_as_the_examiner_says(
    qtbot: QtBot, desk: Desk, still: Path, own_folder: Path
) -> None:
    window = examined(qtbot, desk, still)
    left = crashed(window, own_folder, "a")
    window.caseflow.recover(own_folder)
    qtbot.mouseClick(offered(qtbot, window).discard, Qt.MouseButton.LeftButton)
    assert not left.exists() and left not in desk.preferences.recent_cases
    qtbot.waitUntil(lambda: window.findChild(RecoveryDialog) is None, timeout=WAIT)
    left = crashed(window, own_folder, "b")
    window.caseflow.recover(own_folder)
    qtbot.mouseClick(offered(qtbot, window).open_, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: window.casework.case is not None and window.casework.case.path == left, timeout=WAIT
    )
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def test_an_unsaved_case_in_which_nothing_was_done_is_not_kept(
    qtbot: QtBot, desk: Desk, still: Path, own_folder: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    left = crashed(window, own_folder, "a")
    window.caseflow.recover(own_folder)
    qtbot.waitUntil(lambda: not left.exists(), timeout=WAIT)
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
    assert window.findChild(RecoveryDialog) is None
    window.close()
    assert list(own_folder.iterdir()) == []


def test_verify_says_in_words_what_holds(qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path) -> None:
    copy = tmp_path / still.name
    shutil.copy(still, copy)
    open_file(qtbot, desk, copy)
    window = desk.window
    window.actions_["verify"].trigger()
    assert worked(qtbot, window).startswith("Everything holds.")
    copy.write_bytes(b"other" * 1000)
    qtbot.waitUntil(lambda: window.findChild(WorkDialog) is None, timeout=WAIT)
    window.actions_["verify"].trigger()
    assert worked(qtbot, window).startswith("Something does not hold: Exhibit 1, gate.png")


def test_whatever_was_found_can_be_read(qtbot: QtBot, desk: Desk) -> None:
    said = [f"✓  reading {n}: " + "Repeated, it comes out the same to the bit. " * 3 for n in range(60)]
    told = "\n".join(["Everything holds.", "", *said])
    window = desk.window
    dialog = WorkDialog(window.look, window.runner, "Work", lambda progress: told, str, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.button.text() == "Close", timeout=WAIT)
    assert dialog.words.text() == "Everything holds."
    assert dialog.found.toPlainText().splitlines() == said
    dialog.found.moveCursor(QTextCursor.MoveOperation.End)
    last = dialog.found.cursorRect()
    assert dialog.found.isVisible() and dialog.found.viewport().rect().contains(last)
    assert dialog.height() <= 520  # of a small screen
    dialog.reject()


def test_what_arrives_while_the_case_is_away_is_recorded_afterwards(
    qtbot: QtBot, desk: Desk, still: Path, clip: Path, own_folder: Path
) -> None:
    window = examined(qtbot, desk, still)
    window.casework.leave()
    window.loader.open([clip])
    qtbot.waitUntil(lambda: [e.state for e in window.session.exhibits] == ["ready"] * 2, timeout=WAIT)
    assert len(list(own_folder.glob("*.flpr"))) == 1  # no second case was begun
    window.casework.adopt(open_case(next(own_folder.glob("*.flpr"))))
    assert len(view_of(window).exhibits) == 2
    assert window.casework.unsaved


def test_package_copies_the_case_with_its_evidence(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path
) -> None:
    window = examined(qtbot, desk, still)
    window.caseflow.package_to(tmp_path / "out.zip")
    assert worked(qtbot, window).startswith("4 files were packaged")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert f"evidence/1/{still.name}" in archive.namelist()
    assert kinds(window)[-1] == "packaged"
    assert window.casework.case is not None


def test_the_log_is_shown_filtered_and_exported(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = examined(qtbot, desk, still)
    window.actions_["audit"].trigger()
    dialog = window.findChild(AuditDialog)
    assert dialog is not None
    rows = view_of(window).head.rows
    assert dialog.model.rowCount() == rows
    assert view_of(window).head.hash in dialog.head.text()
    dialog.filter.setText("BLIND")
    assert dialog.model.rowCount() == 1
    dialog.table.selectRow(0)
    assert '"slots"' in dialog.whole.toPlainText()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / "log.json"), ""))
    qtbot.mouseClick(dialog.json, Qt.MouseButton.LeftButton)
    assert json.loads((tmp_path / "log.json").read_text())[0]["kind"] == "blind reading sealed"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / "none" / "l.csv"), ""))
    qtbot.mouseClick(dialog.csv, Qt.MouseButton.LeftButton)
    assert dialog.problem.text().startswith("The log cannot be written")
    dialog.filter.clear()
    dialog.kind.setCurrentIndex(dialog.kind.findData("quad set"))
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    assert dialog.model.rowCount() == 1
    dialog.close()


def test_the_conclusion_is_drawn_slot_by_slot(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = examined(qtbot, desk, still)
    window.actions_["reconcile"].trigger()
    dialog = window.findChild(ReconcileDialog)
    assert dialog is not None
    # What both readings agree on is proposed, all else is left open.
    assert [row.characters.text() for row in dialog.rows] == ["K", "V", "R", "4", "8", "", ""]
    dialog.rows[0].characters.setText("X")
    assert dialog.rows[0].reason.placeholderText()
    qtbot.mouseClick(dialog.record, Qt.MouseButton.LeftButton)
    assert "Slot 1 departs from the readings" in dialog.problem.text()
    dialog.rows[0].reason.setText("both strokes cross")
    qtbot.mouseClick(dialog.record, Qt.MouseButton.LeftButton)
    plate = window.casework.plate
    assert plate is not None and plate.conclusion is not None
    assert plate.conclusion.text == "XVR48??"
    assert "Conclusion: XVR48??" in window.reading.own.text()
    assert kinds(window)[-2:] == ["overridden", "reconciled"]


def test_a_case_file_given_at_the_start_is_opened(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path
) -> None:
    new_case(tmp_path / "b.flpr", Case("", number="7")).close()
    desk.window.start([tmp_path / "b.flpr"])
    qtbot.waitUntil(lambda: desk.window.casework.case is not None, timeout=WAIT)
    assert desk.window.windowTitle() == "7 – Forensic LPR"
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def test_undo_is_an_event(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = examined(qtbot, desk, still)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    window.actions_["undo"].trigger()
    assert kinds(window)[-1] == "undo"
    assert window.session.marking.quad == view_of(window).plates[0].place.quad


def test_a_dropped_case_is_opened_and_not_acquired(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    new_case(tmp_path / "b.flpr", Case("", number="9")).close()
    desk.window.caseflow.open_any([tmp_path / "b.flpr"])
    qtbot.waitUntil(lambda: desk.window.windowTitle() == "9 – Forensic LPR", timeout=WAIT)
    assert desk.window.session.exhibits == ()
