"""A second examiner reads with no other reading in sight: every way out of the window is tried for a leak."""

from pathlib import Path

import pytest
from gui_evidence import FakeRecognizers, plate_scene
from gui_hands import WAIT, go_to, mark, open_file, wait_for_reading
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from test_blind_first import leaks, settle

from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.caseview import CaseView
from forensic_lpr.core.conclusion import parse_conclusion
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.audit_dialog import AuditDialog
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.marking import Marking
from forensic_lpr.gui.reconcile_dialog import ReconcileDialog
from forensic_lpr.gui.second_reading import SecondReadingDialog

QUAD = plate_scene()[1]
pytestmark = pytest.mark.usefixtures("own_folder")
SECOND = "B. Second"


def view_of(window: MainWindow) -> CaseView:
    view = window.casework.view
    assert view is not None
    return view


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, still: Path, short_clip: Path) -> MainWindow:
    """A still read and concluded on, and a clip with a track: all that can be told of a plate is told."""
    window = desk.window
    open_file(qtbot, desk, still)
    mark(qtbot, window, QUAD.points())
    window.casework.seal(BlindReading(tuple("KVR4817")))
    wait_for_reading(qtbot, window)
    window.casework.reconcile(1, parse_conclusion("KVR4817"))
    window.loader.open([short_clip])
    qtbot.waitUntil(lambda: [e.state for e in window.session.exhibits] == ["ready"] * 2, timeout=WAIT)
    window.loader.select(window.session.exhibits[1].number)
    qtbot.waitUntil(
        lambda: window.transport.table is not None and window.session.frame is not None, timeout=WAIT
    )
    go_to(qtbot, window, 2)
    window.session.mark(Marking((), QUAD.shifted(4, 0), 0))
    window.casework.seal(BlindReading(tuple("KVR4817")))
    wait_for_reading(qtbot, window)
    window.tracker.follow()
    qtbot.waitUntil(lambda: window.tracker.track is not None, timeout=WAIT)
    settle(qtbot, desk)
    return window


def begin(qtbot: QtBot, window: MainWindow, name: str = SECOND) -> None:
    window.actions_["second-reading"].trigger()
    dialog = [d for d in window.findChildren(SecondReadingDialog) if d.isVisible()][-1]
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert "Give your name" in dialog.problem.text()
    dialog.name.setText(name)
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.casework.case is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.runner.busy, timeout=WAIT)


def test_nothing_leaks_before_the_second_seal(
    qtbot: QtBot, desk: Desk, window: MainWindow, recognizers: FakeRecognizers
) -> None:
    window.actions_["audit"].trigger()
    window.workspaces.show("report")
    assert leaks(qtbot, window)  # the search finds what is shown
    begin(qtbot, window)
    assert window.casework.second == SECOND and window.workspaces.shown == "examine"
    assert "2 of 2 plates are still to be read" in window.second_bar.words.text()
    while recognizers.started.acquire(blocking=False):
        pass
    for number in (2, 1):  # it began at the first
        window.actions_["next-plate"].trigger()
        qtbot.waitUntil(lambda number=number: window.casework.plate is not None
                        and window.casework.plate.number == number, timeout=WAIT)  # fmt: skip
        settle(qtbot, desk)
        for name in ("facts", "audit", "verify", "package", "report", "reconcile", "unblind", "change-reading",
                     "withdraw", "copy_text", "copy_csv", "copy_json", "track"):  # fmt: skip
            assert not window.actions_[name].isEnabled(), name
        for verb in (
            window.plateflow.show_audit, window.plateflow.ask_for_conclusion, window.plateflow.ask_for_change,
            window.plateflow.ask_to_withdraw, window.plateflow.ask_to_unblind, window.export_report,
            window.reader.read_again, window.tracker.follow, window.tracker.show_next, window.casework.flush,
            lambda: window.casework.unblind("why not"), lambda: window.session.request_format("br-grey"),
            lambda: window.session.request_format("auto"),
        ):  # fmt: skip
            verb()
            settle(qtbot, desk)
            assert leaks(qtbot, window) == [], verb
        for mode in ("report", "examine"):
            window.workspaces.show(mode)
            settle(qtbot, desk)
            assert leaks(qtbot, window) == [], mode
    assert window.report.pages.count == 0
    assert [d for d in window.findChildren(AuditDialog) if d.isVisible()] == []
    assert window.session.reading is None and window.tracker.track is None
    assert not recognizers.started.acquire(blocking=False)  # the network was not even asked
    told = [event.kind for event in view_of(window).events]
    assert told[-1] != "unblinded" and "second reading begun" in told


def test_plate_by_plate_the_second_seals_and_then_sees(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    begin(qtbot, window)
    qtbot.waitUntil(
        lambda: window.casework.plate is not None and window.casework.plate.number == 1, timeout=WAIT
    )
    settle(qtbot, desk)
    boxes = window.reading.blind.boxes
    qtbot.keyClicks(boxes, "kvr48?")
    qtbot.keyClick(boxes, Qt.Key.Key_Return)
    wait_for_reading(qtbot, window)
    plate = view_of(window).plates[0]
    assert [(s.examiner, s.reading.text) for s in plate.second] == [(SECOND, "KVR48??")]
    assert f"Second reading, {SECOND}: KVR48??" in window.reading.own.text()
    assert "1 of 2 plates" in window.second_bar.words.text()
    assert not window.actions_["audit"].isEnabled()  # it tells of the other plate, too
    window.actions_["reconcile"].trigger()
    dialog = window.findChild(ReconcileDialog)
    assert dialog is not None
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert f"Second, {SECOND}" in told and told.count("?") == 2  # beside the own and the machine's
    dialog.reject()
    window.actions_["next-plate"].trigger()
    qtbot.waitUntil(
        lambda: window.casework.plate is not None and window.casework.plate.number == 2, timeout=WAIT
    )
    settle(qtbot, desk)
    assert leaks(qtbot, window) == []
    window.actions_["cannot-read"].trigger()
    wait_for_reading(qtbot, window)
    assert "all plates that could be read blind are read" in window.second_bar.words.text()
    assert window.actions_["audit"].isEnabled() and window.actions_["report"].isEnabled()
    window.actions_["end-second"].trigger()
    qtbot.waitUntil(lambda: window.casework.case is not None and not window.casework.second, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.runner.busy, timeout=WAIT)
    assert not window.second_bar.isVisible()
    who = {e.kind: e.who for e in view_of(window).events}
    assert who["second reading sealed"] == SECOND


def test_one_who_has_read_is_no_second_examiner(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    first = window.casework.case
    assert first is not None
    begin(qtbot, window, f"  {first.who.upper()} ")
    assert window.casework.second == ""
    assert window.message_bar.severity == "failure"
    assert "no plate that" in window.message_bar.text
    assert "second reading begun" not in [event.kind for event in view_of(window).events]
