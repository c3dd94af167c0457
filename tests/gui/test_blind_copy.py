"""A second examiner at another desk: the blind copy leaves the window, is read there, and its seal comes back."""

from pathlib import Path

import pytest
from gui_evidence import TEXT, plate_scene
from gui_hands import WAIT, mark, open_file, wait_for_reading
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from test_blind_first import leaks, settle
from test_case_in_the_window import save, worked

from forensic_lpr.core.blind import BlindReading
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.second_reading import BlindCopyDialog
from forensic_lpr.operations.case import open_case

pytestmark = pytest.mark.usefixtures("own_folder")
QUAD = plate_scene()[1]
SECOND = "B. Second"


def open_again(qtbot: QtBot, desk: Desk, path: Path) -> MainWindow:
    """Open a case in the window and wait until its plate is in sight."""
    window = desk.window
    window.caseflow.open(path)
    qtbot.waitUntil(
        lambda: window.casework.case is not None and window.casework.case.path == path, timeout=3 * WAIT
    )
    qtbot.waitUntil(lambda: window.casework.plate is not None, timeout=3 * WAIT)
    settle(qtbot, desk)
    return window


def copied(qtbot: QtBot, window: MainWindow, path: Path) -> str:
    """Ask for a blind copy as an examiner does; what the window says in the end."""
    window.actions_["blind-copy"].trigger()
    dialog = window.findChild(BlindCopyDialog)
    assert dialog is not None and dialog.copy.path == path.with_name("case-blind.flpr")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert "Say for whom" in dialog.problem.text()
    dialog.name.setText(SECOND)
    dialog.copy.field.setText(str(path))
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert "There is a file of that name already" in dialog.problem.text()
    dialog.copy.field.setText(str(path.with_name("blind.flpr")))
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    return worked(qtbot, window)


def test_a_reading_goes_out_blind_and_comes_back(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, case, copy = desk.window, tmp_path / "case.flpr", tmp_path / "blind.flpr"
    assert not window.actions_["blind-copy"].isEnabled()
    open_file(qtbot, desk, still)
    mark(qtbot, window, QUAD.points())
    window.casework.seal(BlindReading(tuple(TEXT)))
    wait_for_reading(qtbot, window)
    save(qtbot, window, case)
    told = copied(qtbot, window, case)
    assert SECOND in told and str(copy) in told

    open_again(qtbot, desk, copy)
    assert window.casework.masked and window.reading.blind.isVisible()
    assert leaks(qtbot, window) == []
    window.actions_["audit"].trigger()  # also in its log there is nothing to be found
    assert leaks(qtbot, window) == []
    boxes = window.reading.blind.boxes
    boxes.setFocus()
    qtbot.keyClicks(boxes, "kvr48")
    qtbot.keyClick(boxes, Qt.Key.Key_Return)
    wait_for_reading(qtbot, window)

    open_again(qtbot, desk, case)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args, **kwargs: (str(copy), ""))
    window.actions_["take-in"].trigger()
    assert worked(qtbot, window) == "Taken in: plate 1."
    view = window.casework.view
    assert view is not None
    (second,) = view.plates[0].second
    assert (second.examiner, second.reading.text) == (SECOND, "KVR48??")
    qtbot.waitUntil(lambda: f"Second reading, {SECOND}: KVR48??" in window.reading.own.text(), timeout=WAIT)
    with open_case(copy, writable=False) as opened:
        assert opened.view.plates[0].blind is not None
