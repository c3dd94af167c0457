"""From the start to the exported report by keys alone, as a newcomer does it with the sample case."""

from pathlib import Path

import pytest
from gui_hands import WAIT, wait_for_reading
from key_marking import TEXT, marking_keys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from forensic_lpr.core.audit import Event
from forensic_lpr.gui.app import Desk

KEYS = {
    "Tab": Qt.Key.Key_Backtab,  # with Shift, as a keyboard sends it
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "f": Qt.Key.Key_F,
    "m": Qt.Key.Key_M,
}
MODIFIERS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "": Qt.KeyboardModifier.NoModifier,
}
CONTROL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.usefixtures("own_folder")


def keyboard() -> QWidget:
    """What has the keyboard; there is always something, or the keys go nowhere."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(keyboard(), key, modifier)


def test_from_start_to_report_without_a_mouse(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, report = desk.window, tmp_path / "sample.pdf"
    window.start([])
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: all(e.state == "ready" for e in window.session.exhibits), timeout=WAIT)
    assert window.tour.running
    press(Qt.Key.Key_F2)  # on to the stop that asks for the corners
    assert window.tour.number == 1
    for key in marking_keys():
        modifier, _, name = key.rpartition("+")
        press(KEYS[name], MODIFIERS[modifier])
    quad = window.session.marking.quad
    assert quad is not None
    assert quad.bounds() == pytest.approx((648.64, 503.57, 746.29, 537.09), abs=1)
    assert window.tour.number == 2  # marking led on by itself
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Return, CONTROL)
    QTest.keyClicks(keyboard(), TEXT.lower())
    press(Qt.Key.Key_Return)
    wait_for_reading(qtbot, window)
    assert window.tour.number == 4
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F2)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(report), "")
    )  # the desktop's own dialog
    press(Qt.Key.Key_E, CONTROL)
    assert window.workspaces.shown == "report"
    qtbot.waitUntil(report.exists, timeout=3 * WAIT)
    qtbot.waitUntil(lambda: window.tour.number == 7, timeout=WAIT)
    press(Qt.Key.Key_F2)
    assert not window.tour.running
    view = window.casework.view
    assert view is not None
    events: tuple[Event, ...] = view.events
    assert {"blind reading sealed", "machine reading shown", "report made"} <= {
        event.kind for event in events
    }
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
