"""The reading follows the corners, never shows what comes late, and is the one that the operation gives."""

from pathlib import Path

import pytest
from gui_evidence import FakeRecognizer, FakeRecognizers, plate_scene
from gui_hands import WAIT, go_to, mark_and_reveal, open_file, wait_for_reading
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from forensic_lpr.core.reading import PlateReading
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.jobs import Recognizers
from forensic_lpr.gui.panels.plates_list import PROBABILITY
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.remarks import Remarks
from forensic_lpr.operations.acquire import acquire, load_frame
from forensic_lpr.operations.read import capture, compute

QUAD = plate_scene()[1]


def reading_of(desk: Desk) -> PlateReading:
    reading = desk.window.session.reading
    assert reading is not None
    return reading


def same(first: PlateReading, second: PlateReading) -> bool:
    return (
        first.request == second.request
        and (first.slots.log_probabilities == second.slots.log_probabilities).all()
        and (first.plate_image == second.plate_image).all()
        and first.plates == second.plates
        and first.plates_without_syntax == second.plates_without_syntax
        and first.warnings == second.warnings
        and first.format_name == second.format_name
    )


def test_the_window_reads_what_the_operation_reads(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path
) -> None:
    open_file(qtbot, desk, still)
    mark_and_reveal(qtbot, desk.window, QUAD.points())
    wait_for_reading(qtbot, desk.window)
    shown = reading_of(desk)
    item = acquire(still)
    frame = load_frame(item)
    request = capture(item, frame, shown.request.quad)
    assert same(shown, compute(request, frame, FakeRecognizer(recognizers), desk.window.session.formats))


def test_shipped_weights_give_the_same_bits_in_the_window(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences, clip: Path
) -> None:
    real = Recognizers()
    if "default" not in real.names():
        pytest.skip("no weights are shipped yet")
    desk = Desk(qapp, preferences)
    try:
        desk.window.resize(1280, 800)
        desk.window.show()
        open_file(qtbot, desk, clip)
        go_to(qtbot, desk.window, 7)
        mark_and_reveal(qtbot, desk.window, QUAD.shifted(14, 0).points())
        wait_for_reading(qtbot, desk.window)
        shown = reading_of(desk)
        item = acquire(clip)
        frame = load_frame(item, shown.request.frame)
        request = capture(item, frame, shown.request.quad)
        assert same(shown, compute(request, frame, real.get("default"), desk.window.session.formats))
    finally:
        desk.close()


def test_a_moved_corner_is_followed(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    first = reading_of(desk)
    for _ in range(20):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    wait_for_reading(qtbot, window)
    assert reading_of(desk).request.quad == window.session.marking.quad != first.request.quad


def test_nothing_of_a_reading_is_drawn_anew_before_there_is_a_newer_one(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window, panel = desk.window, desk.window.reading
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    first, slots = reading_of(desk), panel.slots_table.slots
    changed = panel.plates.plates.dataChanged
    recognizers.gate.clear()
    with qtbot.assertNotEmitted(changed):
        for _ in range(5):
            qtbot.keyClick(window.canvas, Qt.Key.Key_Left)
        assert reading_of(desk) is first
        assert panel.slots_table.slots is slots
    with qtbot.waitSignal(changed, timeout=3 * WAIT):
        recognizers.gate.set()
    wait_for_reading(qtbot, window)
    assert panel.slots_table.slots is not slots


def test_remarks_that_stay_the_same_keep_their_labels(qtbot: QtBot, desk: Desk) -> None:
    remarks = Remarks(desk.look)
    qtbot.addWidget(remarks)
    remarks.show_sentences(("One.", "Two."))
    labels = remarks.findChildren(QLabel)
    remarks.show_sentences(["One.", "Two."])
    assert remarks.findChildren(QLabel) == labels
    remarks.show_sentences(("One.", "Two."), "info")
    assert remarks.findChildren(QLabel) != labels


def test_of_many_changes_only_the_last_is_computed(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    recognizers.gate.clear()
    mark_and_reveal(qtbot, window, QUAD.points())
    assert recognizers.started.acquire(timeout=20)
    for _ in range(30):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Left)
    recognizers.gate.set()
    wait_for_reading(qtbot, window)
    assert recognizers.started.acquire(timeout=20)
    assert not recognizers.started.acquire(blocking=False)


def test_an_answer_for_another_frame_is_dropped(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, clip: Path
) -> None:
    open_file(qtbot, desk, clip)
    window = desk.window
    recognizers.gate.clear()
    mark_and_reveal(qtbot, window, QUAD.points())
    assert recognizers.started.acquire(timeout=20)  # the reading of frame 0 is on its way
    go_to(qtbot, window, 3)
    window.actions_["again"].trigger()
    window.casework.unblind("a test")
    shown: list[PlateReading] = []
    window.session.reading_changed.connect(lambda: shown.append(reading_of(desk)))
    recognizers.gate.set()
    wait_for_reading(qtbot, window)
    assert {reading.request.frame.index for reading in shown} == {3}


def test_an_answer_after_the_corners_are_gone_is_dropped(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    recognizers.gate.clear()
    mark_and_reveal(qtbot, window, QUAD.points())
    assert recognizers.started.acquire(timeout=20)
    window.actions_["clear"].trigger()
    recognizers.gate.set()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
    assert window.session.reading is None
    assert not window.reading.shows_content


def test_the_format_changes_the_plates(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    chooser = window.reading.format
    row = chooser.findData("br-mercosur")
    chooser.setCurrentIndex(row)
    chooser.activated.emit(row)
    wait_for_reading(qtbot, window)
    assert all(plate.text[4].isalpha() for plate in reading_of(desk).plates)
    window.actions_["syntax"].trigger()
    assert window.reading.plates.plates.plates == reading_of(desk).plates_without_syntax


def test_missing_weights_are_one_sentence_and_can_be_mended(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    recognizers.problem = "There are no weights 'default'; shipped are none."
    mark_and_reveal(qtbot, window, QUAD.points())
    qtbot.waitUntil(lambda: window.reading.empty.text == recognizers.problem, timeout=WAIT)
    qtbot.waitUntil(lambda: window.plate.rectified.picture is not None, timeout=WAIT)  # the rest works
    recognizers.problem = ""
    window.reading.again.click()
    wait_for_reading(qtbot, window)


def test_the_probability_is_called_the_networks(qtbot: QtBot, desk: Desk) -> None:
    model = desk.window.reading.plates.plates
    assert "network" in str(model.headerData(PROBABILITY, Qt.Orientation.Horizontal)).lower()
    tip = model.headerData(PROBABILITY, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "not calibrated" in str(tip)


def test_the_slot_table_tells_each_slot_in_words(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    table = window.reading.slots_table
    assert len(table.slots) == 7
    assert table.accessibleDescription().count("Slot ") == 7
    centre = table.column(3).center()
    QApplication.sendEvent(table, QHelpEvent(QEvent.Type.ToolTip, centre, table.mapToGlobal(centre)))
    assert QToolTip.text().startswith("Slot 4")
    assert table.slot_at(QPoint(-5, 5)) is None
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=WAIT)


def test_the_reading_is_copied(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    assert not window.actions_["copy_text"].isEnabled()
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    clipboard = QGuiApplication.clipboard()
    for name, sign in (("copy_text", "KVR-4817"), ("copy_csv", "rank,plate"), ("copy_json", '"plates"')):
        window.actions_[name].trigger()
        assert sign in clipboard.text()
    window.status_line.clearMessage()
