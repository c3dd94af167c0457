"""The report workspace: the case's facts, what goes in, pages that follow the record, the export and its record."""

import hashlib
import json
from pathlib import Path

import pypdfium2
import pytest
from gui_evidence import plate_scene
from gui_hands import WAIT, mark, open_file, wait_for_reading
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from signing_key import NAME, SECRET, validated, write_key

from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import CaseView
from forensic_lpr.core.conclusion import parse_conclusion
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.case_dialogs import FactsDialog
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.second_thoughts import ChangeReadingDialog, WithdrawDialog
from forensic_lpr.operations.case import new_case

QUAD = plate_scene()[1]
pytestmark = [pytest.mark.timeout(300), pytest.mark.usefixtures("own_folder")]


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, still: Path) -> MainWindow:
    """A still with a plate that was read blind and concluded on."""
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    window.casework.seal(BlindReading(("K", "V", "R", "4", "8", "?", "7")))
    wait_for_reading(qtbot, window)
    assert window.casework.reconcile(1, parse_conclusion("KVR48(1)7")) == ""
    return window


def view_of(window: MainWindow) -> CaseView:
    view = window.casework.view
    assert view is not None
    return view


def kinds(window: MainWindow) -> list[str]:
    return [event.kind for event in view_of(window).events]


def show_report(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["workspace-report"].trigger()
    qtbot.waitUntil(lambda: window.report.up_to_date, timeout=6 * WAIT)


def export(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.report.export_to(path)
    qtbot.waitUntil(lambda: not window.report.working, timeout=6 * WAIT)


def test_the_pages_follow_facts_language_and_record(qtbot: QtBot, window: MainWindow) -> None:
    report = window.report
    show_report(qtbot, window)
    first = report.pages.count
    assert first >= 8 and report.pages.grab().toImage().pixelColor(200, 200).isValid()
    assert report.state.text() == "as it would be written now"
    report.facts.number.setText("2026-7")
    report.facts.number.editingFinished.emit()
    assert view_of(window).case.number == "2026-7"
    assert kinds(window)[-1] == "case described"
    assert not report.up_to_date and "out of date" in report.state.text()
    qtbot.waitUntil(lambda: report.up_to_date, timeout=6 * WAIT)
    report.options.language.setCurrentIndex(1)
    report.options.language.activated.emit(1)
    assert not report.up_to_date
    qtbot.waitUntil(lambda: report.up_to_date, timeout=6 * WAIT)
    report.pages.go_to(3)
    assert report.pages.page() == 3 and report.place.text() == f"page 4 of {report.pages.count}"
    qtbot.keyClick(report.pages, Qt.Key.Key_PageDown)
    assert report.pages.page() == 4
    assert report.pages.fits
    qtbot.keyClick(report.pages, Qt.Key.Key_Plus)
    assert not report.pages.fits and report.pages.page() == 4


def test_the_report_is_written_with_its_twin_and_recorded_as_the_command_records_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    target = tmp_path / "r.pdf"
    export(qtbot, window, target)
    assert kinds(window)[-2:] == ["report made", "report made"]
    pdf, twin = view_of(window).reports
    assert pdf.act.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert twin.act.path == tmp_path / "r.json" and pdf.act.plates == (1,)
    assert twin.act.sha256 == hashlib.sha256(twin.act.path.read_bytes()).hexdigest()
    assert (
        json.loads(twin.act.path.read_text())["record"]["plates"][0]["conclusions"][0]["text"] == "KVR48(1)7"
    )
    document = pypdfium2.PdfDocument(target)
    assert "KVR48(1)7" in "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert window.message_bar.severity == "success" and str(target) in window.message_bar.text
    window.report.options.twin.setChecked(False)
    export(qtbot, window, tmp_path / "second.pdf")
    assert not (tmp_path / "second.json").exists()
    assert len(view_of(window).reports) == 3


def test_a_plate_is_left_out_and_the_report_says_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    selection = window.report.options.selection
    top = selection.topLevelItem(0)
    assert top is not None and "KVR48(1)7" in top.text(0)
    top.setCheckState(0, Qt.CheckState.Unchecked)
    assert window.report.options.chosen.plates == ()
    export(qtbot, window, tmp_path / "r.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "r.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "plate 1; the case holds more than this report tells" in text.replace("\r\n", " ")
    assert "KVR48(1)7" not in text
    assert json.loads((tmp_path / "r.json").read_text())["plates_left_out"] == [1]
    top = selection.topLevelItem(0)
    assert top is not None and top.checkState(0) == Qt.CheckState.Unchecked  # as the examiner left it
    top.setCheckState(0, Qt.CheckState.Checked)
    assert window.report.options.chosen.plates is None


def test_what_cannot_be_written_is_one_sentence_and_leaves_no_trace_in_the_record(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = view_of(window).head.rows
    export(qtbot, window, tmp_path / "no such folder" / "r.pdf")
    assert "cannot be written" in window.report.problem.text()
    assert view_of(window).head.rows == rows
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: ("", ""))
    window.actions_["report"].trigger()  # and the examiner thinks better of it
    assert window.workspaces.shown == "report" and not window.report.working
    window.report.export_to(tmp_path / "r.pdf")
    window.report.stop.click()
    qtbot.waitUntil(lambda: not window.report.working, timeout=6 * WAIT)
    assert view_of(window).head.rows == rows and not (tmp_path / "r.pdf").exists()


def test_the_report_is_signed_with_the_key_of_the_laboratory(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, options = tmp_path / "signed.pdf", window.report.options
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(target), ""))
    window.actions_["workspace-report"].trigger()
    assert options.can_sign and options.sign.isEnabled() and not options.key.isVisible()
    options.sign.click()
    assert options.key.isVisible() and options.passphrase.isVisible()
    window.actions_["report"].trigger()
    assert window.report.problem.text() == "Choose the key to sign with."
    options.key.field.setText(str(write_key(tmp_path / "laboratory.p12")))
    qtbot.keyClicks(options.passphrase, "wrong")
    window.actions_["report"].trigger()
    qtbot.waitUntil(lambda: not window.report.working, timeout=6 * WAIT)
    assert "the passphrase is wrong" in window.report.problem.text() and not target.exists()
    options.passphrase.setText(SECRET)
    qtbot.mouseClick(window.report.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.report.working, timeout=6 * WAIT)
    assert window.report.problem.text() == ""
    status = validated(target.read_bytes())
    assert status.intact and status.valid and status.trusted and status.coverage.name == "ENTIRE_FILE"
    document = pypdfium2.PdfDocument(target)
    assert NAME in "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    pdf = view_of(window).reports[0]
    assert pdf.act.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert window.message_bar.severity == "success"
    settings = (tmp_path / "settings.ini").read_text() if (tmp_path / "settings.ini").exists() else ""
    assert SECRET not in settings and "sesame" not in settings  # the passphrase is not kept


def test_a_report_that_ends_in_another_case_is_not_recorded_there(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    new_case(tmp_path / "b.flpr", Case("", number="9")).close()
    window.report.export_to(tmp_path / "r.pdf")
    window.caseflow.open(tmp_path / "b.flpr")
    qtbot.waitUntil(lambda: window.windowTitle() == "9 – Forensic LPR", timeout=WAIT)
    qtbot.waitUntil(lambda: not window.report.working, timeout=6 * WAIT)
    assert view_of(window).reports == ()
    assert "not in the record" in window.report.problem.text()
    qtbot.waitUntil(lambda: not window.runner.busy, timeout=6 * WAIT)


def test_the_facts_are_changed_and_the_old_ones_stay_in_the_log(qtbot: QtBot, window: MainWindow) -> None:
    for number in ("7", "8"):
        window.actions_["facts"].trigger()
        dialog = [d for d in window.findChildren(FactsDialog) if d.isVisible()][-1]
        dialog.facts.number.setText(number)
        dialog.facts.authoriser.setText("C. Head")
        qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    case = view_of(window).case
    assert (case.number, case.authoriser) == ("8", "C. Head")
    told = [
        json.loads(e.parameters)["case"]["number"]
        for e in view_of(window).events
        if e.kind == "case described"
    ]
    assert told == ["7", "8"]
    assert window.report.facts.number.text() == "8"


def test_the_own_reading_is_changed_with_a_reason_and_the_seal_stays(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.actions_["change-reading"].trigger()
    dialog = window.findChild(ChangeReadingDialog)
    assert dialog is not None
    dialog.reading.setText("KVR481[7")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert "is not closed" in dialog.problem.text()
    dialog.reading.setText("KVR4817")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert "Say why" in dialog.problem.text() and "reading changed after unmasking" not in kinds(window)
    dialog.reason.setText("Seen beside the frame before.")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    blind = view_of(window).plates[0].blind
    assert blind is not None
    assert (blind.reading.text, blind.latest.text) == ("KVR48?7", "KVR4817")
    assert "changed to KVR4817" in window.reading.own.text()


def test_a_conclusion_is_withdrawn_with_a_reason(qtbot: QtBot, window: MainWindow) -> None:
    assert window.actions_["withdraw"].isEnabled()
    window.actions_["withdraw"].trigger()
    dialog = window.findChild(WithdrawDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert "Say why" in dialog.problem.text()
    dialog.reason.setText("The wrong exhibit.")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert kinds(window)[-1] == "conclusion withdrawn"
    assert view_of(window).plates[0].conclusion is None
    assert "withdrawn" in window.reading.own.text()
    assert not window.actions_["withdraw"].isEnabled()


def test_keys_of_examining_do_nothing_while_the_report_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    marking = window.session.marking
    show_report(qtbot, window)
    window.report.pages.setFocus()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_M, Qt.Key.Key_R):
        qtbot.keyClick(window.report.pages, key)
    assert window.session.marking == marking
    window.actions_["workspace-examine"].trigger()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.session.marking.empty
