"""Damage is shown: the lane, the sign, the list, the reading; streams are chosen; variable rates play in time."""

from pathlib import Path

import pytest
from gui_hands import LEFT, WAIT, go_to, open_file, wait_for_reading
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_lpr.core.geometry import Quad
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.clock_dialog import ClockDialog
from forensic_lpr.gui.integrity_dialog import IntegrityDialog
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.marking import Marking
from forensic_lpr.synthesis.numbered import CLIPS, WOVEN, number_in

TS_PACKET = 188


def numbered(name: str, folder: Path) -> Path:
    return next(clip for clip in CLIPS if clip.name == name).write(folder)


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = numbered("h264-ts", tmp_path_factory.mktemp("damaged"))
    data = bytearray(path.read_bytes())
    for at in range(55 * TS_PACKET + 60, 55 * TS_PACKET + 160, 9):
        data[at] ^= 0x55
    path.write_bytes(data)
    return path


def dialog_of(window: MainWindow) -> IntegrityDialog:
    window.actions_["integrity"].trigger()
    dialog = window.findChild(IntegrityDialog)
    assert isinstance(dialog, IntegrityDialog)
    return dialog


def test_damage_is_counted_listed_and_gone_to(qtbot: QtBot, desk: Desk, damaged: Path) -> None:
    open_file(qtbot, desk, damaged)
    window = desk.window
    bar = window.frame_bar
    table = window.transport.table
    assert table is not None
    assert bar.integrity.text() == str(len(table.remarks))
    assert bar.integrity.accessibleName() == f"Remarks on damage: {len(table.remarks)}"
    assert bar.lane.isVisible()
    dialog = dialog_of(window)
    assert dialog.table.rowCount() == sum(max(1, len(remark.stretches)) for remark in table.remarks)
    assert not dialog.go.isEnabled()
    row = next(
        row for row in range(dialog.table.rowCount()) if dialog.table.item(row, 0).text() == "Missing frames"
    )
    dialog.table.selectRow(row)
    qtbot.mouseClick(dialog.go, LEFT)
    first = next(remark for remark in table.remarks if remark.kind == "gap").stretches[0].first
    qtbot.waitUntil(lambda: window.session.key is not None and window.session.key[1] == first, timeout=WAIT)
    qtbot.mouseClick(dialog.copy, LEFT)
    assert QApplication.clipboard().text() == "\n".join(remark.text for remark in table.remarks)
    dialog.reject()


def test_the_lane_tells_and_goes(qtbot: QtBot, desk: Desk, damaged: Path) -> None:
    open_file(qtbot, desk, damaged)
    lane, table = desk.window.frame_bar.lane, desk.window.transport.table
    assert table is not None
    place = table.remarks[0].stretches[0]
    left, width = lane.span(place)
    assert lane.remarks_at(left + width / 2)[0][1].doubtful_pixels
    assert lane.remarks_at(0.0) == ()
    qtbot.mouseClick(lane, LEFT, pos=QPoint(int(left + width / 2), lane.height() // 2))
    session = desk.window.session
    reached = {stretch.first for remark in table.remarks for stretch in remark.stretches}
    qtbot.waitUntil(lambda: session.key is not None and session.key[1] in reached, timeout=WAIT)
    grabbed = lane.grab().toImage()
    inside = grabbed.pixelColor(int(left + width / 2), lane.height() // 2)
    assert inside == desk.window.look.colour("failure")


def test_a_reading_is_made_again_once_the_damage_is_known(qtbot: QtBot, desk: Desk, damaged: Path) -> None:
    open_file(qtbot, desk, damaged)
    window = desk.window
    table = window.transport.table
    assert table is not None
    doubtful = next(at for at in range(60) if table.doubts_on(at))
    go_to(qtbot, window, doubtful)
    window.session.mark(Marking(quad=Quad.from_points([(10, 10), (70, 10), (70, 40), (10, 40)])))
    window.casework.unblind("a test")
    wait_for_reading(qtbot, window)
    reading = window.session.reading
    assert reading is not None and reading.remarks == table.remarks
    assert any("is damaged or built on a damaged one" in warning for warning in reading.warnings)


def test_a_sound_clip_says_so(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    window = desk.window
    assert not window.actions_["integrity"].isEnabled()
    open_file(qtbot, desk, clip)
    bar = window.frame_bar
    assert not bar.lane.isVisible()
    assert bar.integrity.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert bar.integrity.accessibleName() == "No damage found"
    assert window.session.frame is not None and window.session.frame.remarks == ()
    dialog = dialog_of(window)
    assert "nothing is missing or damaged" in dialog.summary.text()
    assert not dialog.table.isVisible() and not dialog.copy.isEnabled()
    dialog.reject()


def test_the_next_video_stream_is_an_exhibit_of_its_own(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = numbered("h264-two-streams-mkv", tmp_path)
    open_file(qtbot, desk, path)
    window, session = desk.window, desk.window.session
    assert "holds 2 video streams; number 0 is shown" in window.message_bar.text
    assert session.frame is not None and number_in(session.frame.image) == 0
    window.actions_["next-stream"].trigger()
    qtbot.waitUntil(lambda: len(session.exhibits) == 2 and session.frame is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: session.frame is not None and number_in(session.frame.image) == 59, timeout=WAIT)
    qtbot.waitUntil(lambda: window.transport.table is not None, timeout=WAIT)
    go_to(qtbot, window, 10)
    assert session.frame is not None and number_in(session.frame.image) == 49
    window.actions_["next-stream"].trigger()
    qtbot.waitUntil(lambda: session.frame is not None and number_in(session.frame.image) == 0, timeout=WAIT)
    assert len(session.exhibits) == 2
    assert Qt.Key.Key_T in [key.key() for key in window.actions_["next-stream"].shortcut()]


def test_the_fields_of_a_clip_are_stepped_one_by_one(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = next(clip for clip in WOVEN if clip.woven == "bottom").write(tmp_path)
    open_file(qtbot, desk, path)
    window, session = desk.window, desk.window.session
    assert "weaves two fields" in window.message_bar.text and "Fields as pictures" in window.message_bar.text
    assert session.frame is not None and number_in(session.frame.image) == -1
    window.actions_["fields"].trigger()
    qtbot.waitUntil(lambda: session.frame is not None and number_in(session.frame.image) == 0, timeout=WAIT)
    qtbot.waitUntil(lambda: window.transport.table is not None, timeout=WAIT)
    assert "shown field by field, the bottom one first" in window.message_bar.text
    for index in (1, 2, 3):
        window.actions_["forward"].trigger()
        qtbot.waitUntil(
            lambda index=index: session.frame is not None and session.frame.ref.index == index, timeout=WAIT
        )
        assert session.frame is not None and number_in(session.frame.image) == index
    assert window.transport.table is not None and len(window.transport.table.rows) == 60
    assert window.exhibits.model.words(session.exhibits[1]) == "60 fields, bottom first"
    window.actions_["fields"].trigger()
    qtbot.waitUntil(lambda: session.frame is not None and number_in(session.frame.image) == 1, timeout=WAIT)
    assert [exhibit.fields for exhibit in session.exhibits] == ["", "bottom", "top"]
    assert [recorded.item.media.taken[1] for recorded in window.casework.view.exhibits] == [
        "",
        "bottom",
        "top",
    ]


def test_one_video_stream_has_no_next(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    open_file(qtbot, desk, clip)
    assert not desk.window.actions_["next-stream"].isEnabled()


def test_the_scene_clock_is_set_and_shown(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    window = desk.window
    assert not window.actions_["clock"].isEnabled()
    open_file(qtbot, desk, clip)
    bar = window.frame_bar
    assert not bar.clock.isVisible()
    go_to(qtbot, window, 10)
    window.actions_["clock"].trigger()
    dialog = window.findChild(ClockDialog)
    assert isinstance(dialog, ClockDialog)
    dialog.field.setText("noon")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.problem.text().strip()
    dialog.field.setText("2026-03-01 12:00:00")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert bar.clock.isVisible() and bar.clock.text() == "2026-03-01 12:00:00.000"
    go_to(qtbot, window, 35)
    assert bar.clock.text() == "2026-03-01 12:00:01.000"
    window.session.mark(Marking(quad=Quad.from_points([(220, 180), (340, 180), (340, 220), (220, 220)])))
    window.casework.unblind("a test")
    wait_for_reading(qtbot, window)
    window.actions_["copy_json"].trigger()
    assert '"at_this_frame": "2026-03-01 12:00:01.000"' in QApplication.clipboard().text()
    window.session.set_clock(None)
    assert not bar.clock.isVisible()


def test_what_was_told_of_one_exhibit_does_not_stay_for_another(
    qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path
) -> None:
    window = desk.window
    open_file(qtbot, desk, numbered("h264-anamorphic-mp4", tmp_path))
    assert "not square" in window.message_bar.text
    window.loader.open([clip])
    qtbot.waitUntil(
        lambda: window.session.current is not None and window.session.current.path == clip, timeout=WAIT
    )
    assert window.message_bar.text == ""
    window.loader.select(1)
    assert "not square" in window.message_bar.text
    window.session.message_posted.emit("failure", "Something else went wrong.")
    window.loader.select(2)
    assert window.message_bar.text == "Something else went wrong."
