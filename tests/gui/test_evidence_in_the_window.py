"""Opening, frames, damage, the report, closing."""

import hashlib
import threading
from pathlib import Path

from gui_evidence import FRAMES, FakeRecognizers, plate_scene
from gui_hands import WAIT, drag_line, go_to, mark_and_reveal, open_file, wait_for_reading
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.dialogs import JumpDialog
from forensic_lpr.gui.preferences import Preferences

QUAD = plate_scene()[1]


def export(qtbot: QtBot, desk: Desk, path: Path) -> None:
    window = desk.window
    wait_for_reading(qtbot, window)
    window.report.export_to(path)
    qtbot.waitUntil(lambda: str(path) in window.message_bar.text, timeout=3 * WAIT)
    assert window.message_bar.severity == "success"


def test_a_still_goes_to_a_report(qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path) -> None:
    before = hashlib.sha256(still.read_bytes()).hexdigest()
    open_file(qtbot, desk, still)
    mark_and_reveal(qtbot, desk.window, QUAD.points())
    export(qtbot, desk, tmp_path / "still.pdf")
    assert (tmp_path / "still.pdf").read_bytes().startswith(b"%PDF")
    assert hashlib.sha256(still.read_bytes()).hexdigest() == before


def test_a_frame_of_a_clip_goes_to_a_report(qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path) -> None:
    open_file(qtbot, desk, clip)
    go_to(qtbot, desk.window, 20)
    mark_and_reveal(qtbot, desk.window, QUAD.shifted(40, 0).points())
    export(qtbot, desk, tmp_path / "clip.pdf")
    assert (tmp_path / "clip.pdf").read_bytes().startswith(b"%PDF")


def test_bad_files_are_one_sentence_each_and_lose_nothing(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark_and_reveal(qtbot, window, QUAD.points())
    noise = tmp_path / "noise.jpg"
    noise.write_bytes(bytes(range(256)) * 40)
    for bad, sign in ((tmp_path / "missing.png", "does not exist"), (noise, "noise.jpg")):
        window.loader.open([bad])
        qtbot.waitUntil(lambda sign=sign: sign in window.message_bar.text, timeout=WAIT)
        assert window.message_bar.severity == "failure"
        assert window.message_bar.text.count("\n") == 0
        qtbot.mouseClick(window.message_bar.dismiss, Qt.MouseButton.LeftButton)
        assert window.message_bar.text == ""
    assert window.session.marking.quad is not None
    assert [exhibit.state for exhibit in window.session.exhibits] == ["ready", "failed", "failed"]
    wait_for_reading(qtbot, window)


def test_files_are_dropped_on_the_window(qtbot: QtBot, desk: Desk, still: Path, clip: Path) -> None:
    window = desk.window
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(still)), QUrl.fromLocalFile(str(clip))])
    enter = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(
        QDropEvent(
            QPoint(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: [e.state for e in window.session.exhibits] == ["ready", "ready"], timeout=WAIT)
    assert window.session.current is not None
    assert window.session.current.path == still
    assert window.preferences.recent == (clip, still)


def test_stepping_and_jumping_through_a_clip(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    open_file(qtbot, desk, clip)
    window = desk.window

    def at(index: int) -> None:
        qtbot.waitUntil(
            lambda: window.session.key is not None and window.session.key[1] == index, timeout=WAIT
        )

    assert window.frame_bar.isVisible()
    for name, index in (
        ("forward", 1),
        ("forward-ten", 11),
        ("back", 10),
        ("last", FRAMES - 1),
        ("first", 0),
    ):
        window.actions_[name].trigger()
        at(index)
    window.actions_["jump"].trigger()
    dialog = window.findChild(JumpDialog)
    assert dialog is not None
    dialog.field.setText("nonsense")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.problem.text().strip()
    dialog.field.setText("0.50 s")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    at(12)
    assert window.frame_bar.time.text() == "00:00:00.480"
    assert f"#12 of {FRAMES}" in window.frame_bar.count.text()
    window.frame_bar.slider.setValue(30)
    at(30)


def test_playing_reaches_the_end_and_stops(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    open_file(qtbot, desk, clip)
    window = desk.window
    go_to(qtbot, window, FRAMES - 8)
    window.actions_["play"].trigger()
    assert window.transport.speed == 1
    qtbot.waitUntil(lambda: window.transport.speed == 0, timeout=WAIT)
    assert window.session.key is not None
    assert window.session.key[1] == FRAMES - 1


def test_a_still_has_no_frame_bar(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    assert not desk.window.frame_bar.isVisible()
    assert not desk.window.actions_["forward"].isEnabled()


def test_removing_shows_the_next(qtbot: QtBot, desk: Desk, still: Path, clip: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    window.loader.open([clip])
    qtbot.waitUntil(
        lambda: window.session.current is not None and window.session.current.path == clip, timeout=WAIT
    )
    window.actions_["remove"].trigger()
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    assert window.session.current is not None
    assert window.session.current.path == still
    window.actions_["remove"].trigger()
    assert window.session.exhibits == ()
    assert window.welcome.isVisible()
    assert not window.exhibits.shows_content


def test_closing_joins_the_work(qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path) -> None:
    open_file(qtbot, desk, still)
    recognizers.gate.clear()
    mark_and_reveal(qtbot, desk.window, QUAD.points())
    assert recognizers.started.acquire(timeout=20)
    opener = threading.Timer(0.2, recognizers.gate.set)
    opener.start()
    desk.window.close()
    opener.join()
    assert not [thread for thread in threading.enumerate() if thread.name.endswith(" lane")]


def test_the_layout_and_the_theme_are_remembered(
    qtbot: QtBot, qapp: QApplication, desk: Desk, preferences: Preferences
) -> None:
    desk.window.resize(1280, 740)  # the screen of these tests is only 800 wide, so the height must do
    drag_line(qtbot, desk.window.panes.side, 70)
    sizes = desk.window.panes.side.sizes()
    desk.window.actions_["theme"].trigger()
    assert desk.look.theme.name == "light"
    desk.window.close()
    again = Desk(qapp, preferences)
    try:
        assert again.window.height() == 740
        again.window.show()
        assert again.window.panes.side.sizes() == sizes
        assert again.look.theme.name == "light"
    finally:
        again.close()
