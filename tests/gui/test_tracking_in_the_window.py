"""Following a plate, its strip of frames, switches, corrections, cancelling and closing."""

import json
from pathlib import Path

import numpy as np
import pytest
from gui_evidence import FakeRecognizer, FakeRecognizers, plate_scene
from gui_hands import LEFT, NO_KEY, WAIT, go_to, mark_and_reveal, open_file, wait_for_reading
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.track import Mark
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.marking import Marking
from forensic_lpr.gui.track_state import FollowedPlate
from forensic_lpr.operations.acquire import acquire, open_item
from forensic_lpr.operations.track import capture_track, read_track, track

START = 3
QUAD = plate_scene(2 * START)[1]


def track_of(window: MainWindow) -> FollowedPlate:
    track = window.tracker.track
    assert track is not None
    return track


def wait_for_work(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def followed(qtbot: QtBot, desk: Desk, clip: Path) -> MainWindow:
    """Open a clip, where it is not yet, mark the plate in a middle frame and follow it."""
    open_file(qtbot, desk, clip)
    window = desk.window
    go_to(qtbot, window, START)
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    window.actions_["track"].trigger()
    assert window.track.cancel.isVisible()
    qtbot.waitUntil(lambda: window.tracker.track is not None, timeout=WAIT)
    wait_for_work(qtbot, desk)
    return window


def cell(window: MainWindow, place: int) -> QPoint:
    """The middle of a frame's cell in the strip."""
    strip = window.track.strip
    strip.scrollTo(strip.strip.index(place))
    return strip.visualRect(strip.strip.index(place)).center()


def click_switch(qtbot: QtBot, window: MainWindow, place: int) -> None:
    strip = window.track.strip
    strip.scrollTo(strip.strip.index(place))
    at = strip.delegate.switch_rect(strip.visualRect(strip.strip.index(place))).center()
    qtbot.mouseClick(strip.viewport(), LEFT, NO_KEY, at)


def test_the_plate_is_followed_and_read_as_the_operation_does(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, short_clip: Path
) -> None:
    open_file(qtbot, desk, short_clip)
    assert not desk.window.actions_["track"].isEnabled()
    window = followed(qtbot, desk, short_clip)
    shown = track_of(window).reading
    quad = window.session.marking.quad
    item = acquire(short_clip)
    with open_item(item) as source:
        table = source.table()
        request = capture_track(item, table, [Mark(table.rows[START].ref, quad)])
        expected = read_track(
            track(request, source), source, FakeRecognizer(recognizers), window.session.formats
        )
    assert shown.track == expected.track
    assert shown.fused.plates == expected.fused.plates and shown.fused.shares == expected.fused.shares
    assert len(window.track.strip.strip.rows) == 8 == len(shown.track.quads)
    assert window.tracker.shown == "fused" and window.reading.switch.buttons["fused"].isChecked()
    assert window.reading.switch.buttons["fused"].text() == "Fused, 8 frames"
    assert window.reading.plates.plates.plates == shown.fused.plates
    assert "Begins at frame 0: The clip begins here." in window.track.ends.text()
    assert window.track.lane.isVisible() and not window.tracker.working


def test_a_frame_switched_off_counts_no_more_at_once(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = followed(qtbot, desk, short_clip)
    before = track_of(window)
    click_switch(qtbot, window, 1)
    assert not window.track.strip.strip.rows[1].used  # the switch itself does not wait
    assert window.session.key is not None and window.session.key[1] == START  # and does not go there
    wait_for_work(qtbot, desk)
    after = track_of(window)
    assert after.current and not after.used[1] and after.reading.fused.shares[1] == 0
    assert after.reading.fused.plates[0].probability != before.reading.fused.plates[0].probability
    assert window.reading.plates.plates.plates == after.reading.fused.plates
    assert window.reading.switch.buttons["fused"].text() == "Fused, 7 frames"
    assert sum(after.average.used) == 7
    window.actions_["use-all-frames"].trigger()
    wait_for_work(qtbot, desk)
    assert track_of(window).reading.fused.plates == before.reading.fused.plates


def test_one_frame_stays_in_use(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = followed(qtbot, desk, short_clip)
    for place in range(8):
        click_switch(qtbot, window, place)
    wait_for_work(qtbot, desk)
    assert track_of(window).used == (False,) * 7 + (True,)
    assert "At least one frame" in window.message_bar.text


def test_a_click_on_a_crop_shows_that_frame_with_its_corners(
    qtbot: QtBot, desk: Desk, short_clip: Path
) -> None:
    window = followed(qtbot, desk, short_clip)
    qtbot.mouseClick(window.track.strip.viewport(), LEFT, NO_KEY, cell(window, 5))
    qtbot.waitUntil(lambda: window.session.key is not None and window.session.key[1] == 5, timeout=WAIT)
    quad = window.session.marking.quad
    assert quad is not None and quad == track_of(window).reading.track.quads[5].quad
    assert np.abs(quad.array() - plate_scene(10)[1].array()).max() < 1.5
    wait_for_reading(qtbot, window)  # and the frame is read alone, too
    window.actions_["best-frame"].trigger()
    best = track_of(window).best.index
    qtbot.waitUntil(lambda: window.session.key is not None and window.session.key[1] == best, timeout=WAIT)
    wait_for_work(qtbot, desk)


def test_the_space_bar_turns_a_switch_and_arrows_go_along(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = followed(qtbot, desk, short_clip)
    strip = window.track.strip
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.waitUntil(
        lambda: window.session.key is not None and window.session.key[1] == START + 1, timeout=WAIT
    )
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    assert track_of(window).used[START + 1] is False
    wait_for_work(qtbot, desk)


def test_the_examiner_chooses_which_reading_is_shown(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = followed(qtbot, desk, short_clip)
    buttons, plates = window.reading.switch.buttons, window.reading.plates.plates
    remarks = window.reading.warnings
    assert any("whichever frame is left out" in label.text() for label in remarks.findChildren(QLabel))
    qtbot.mouseClick(buttons["frame"], LEFT)
    assert window.session.reading is not None and plates.plates == window.session.reading.plates
    qtbot.mouseClick(buttons["average"], LEFT)
    assert plates.plates == track_of(window).average.plates
    window.actions_["copy_json"].trigger()
    data = json.loads(QGuiApplication.clipboard().text())
    assert len(data["frames"]) == 8 and data["average_reading"]["frames"] == 8
    window.actions_["next-reading"].trigger()
    assert window.tracker.shown == "frame"
    assert window.actions_["report"].isEnabled()  # it is of the case, whatever is shown
    window.status_line.clearMessage()


def test_a_correction_bends_the_track_and_is_undone(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = followed(qtbot, desk, short_clip)
    before = track_of(window).reading.track
    go_to(qtbot, window, 6)
    assert not window.actions_["correct-track"].isEnabled()
    quad = before.quads[6].quad.shifted(0.0, 3.0)
    window.history.change(window.session.marking, Marking((), quad, None), "Move the plate")
    assert window.actions_["correct-track"].isEnabled()
    window.actions_["correct-track"].trigger()
    qtbot.waitUntil(lambda: track_of(window).reading.track is not before, timeout=WAIT)
    wait_for_work(qtbot, desk)
    bent = track_of(window).reading.track
    assert bent.quads[6].quad == quad and [t.by_hand for t in bent.quads] == [
        k in (START, 6) for k in range(8)
    ]
    assert middle(bent.quads[7].quad) - middle(before.quads[7].quad) == pytest.approx(3.0, abs=1.0)
    assert abs(middle(bent.quads[1].quad) - middle(before.quads[1].quad)) < 0.5
    assert window.track.strip.strip.rows[6].by_hand and "2 set by hand" in window.track.summary.text()
    assert not window.actions_["correct-track"].isEnabled()
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: track_of(window).reading.track is not bent, timeout=WAIT)
    wait_for_work(qtbot, desk)
    assert track_of(window).reading.track == before


def middle(quad: Quad) -> float:
    return float(quad.array()[:, 1].mean())


def test_frames_switched_off_stay_off_when_the_format_changes(
    qtbot: QtBot, desk: Desk, short_clip: Path
) -> None:
    window = followed(qtbot, desk, short_clip)
    click_switch(qtbot, window, 2)
    window.session.request_format("br-mercosur")
    qtbot.waitUntil(lambda: track_of(window).reading.format_requested == "br-mercosur", timeout=WAIT)
    wait_for_work(qtbot, desk)
    assert track_of(window).used[2] is False and track_of(window).current
    assert all(plate.text[4].isalpha() for plate in window.reading.plates.plates.plates)


def test_the_strip_is_folded_away(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = followed(qtbot, desk, short_clip)
    canvas, panel = window.canvas.height(), window.track.height()
    window.actions_["track-strip"].trigger()
    assert not window.track.strip.isVisible() and window.track.lane.isVisible()
    strip = window.track.strip.height()
    qtbot.waitUntil(lambda: window.track.height() < panel - strip, timeout=WAIT)
    qtbot.waitUntil(lambda: window.canvas.height() > canvas + strip, timeout=WAIT)


def test_only_the_stretch_asked_for_is_followed(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    open_file(qtbot, desk, short_clip)
    window = desk.window
    for index, name in ((2, "range-begin"), (5, "range-end")):
        go_to(qtbot, window, index)
        window.actions_[name].trigger()
    assert window.tracker.stretch == (2, 5)
    followed(qtbot, desk, short_clip)
    assert [row.index for row in window.track.strip.strip.rows] == [2, 3, 4, 5]
    assert "It was asked to begin here" in window.track.ends.text()
    window.actions_["range-clear"].trigger()
    assert window.tracker.stretch == (0, 7)


def test_following_is_cancelled(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, short_clip: Path
) -> None:
    open_file(qtbot, desk, short_clip)
    window = desk.window
    mark_and_reveal(qtbot, window, plate_scene()[1].points())
    wait_for_reading(qtbot, window)
    while recognizers.started.acquire(blocking=False):
        pass
    recognizers.gate.clear()
    window.actions_["track"].trigger()
    assert recognizers.started.acquire(timeout=20)  # it has been followed; its first frame is being read
    qtbot.mouseClick(window.track.cancel, LEFT)
    assert not window.tracker.working and window.actions_["track"].isEnabled()
    recognizers.gate.set()
    wait_for_work(qtbot, desk)
    assert not recognizers.started.acquire(blocking=False)  # no further frame was read
    assert window.tracker.track is None and not window.track.strip.isVisible()


def test_a_track_arrives_though_another_exhibit_is_looked_at_meanwhile(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, short_clip: Path, still: Path
) -> None:
    open_file(qtbot, desk, short_clip)
    window = desk.window
    clip = window.session.current
    assert clip is not None
    mark_and_reveal(qtbot, window, plate_scene()[1].points())
    wait_for_reading(qtbot, window)
    while recognizers.started.acquire(blocking=False):
        pass
    recognizers.gate.clear()
    window.actions_["track"].trigger()
    assert recognizers.started.acquire(timeout=20)
    window.loader.open([still])
    qtbot.waitUntil(
        lambda: window.session.current is not None and not window.session.current.is_clip, timeout=WAIT
    )
    recognizers.gate.set()
    wait_for_work(qtbot, desk)
    window.loader.select(clip.number)
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    assert track_of(window).exhibit == clip.number
    view = window.casework.view
    assert view is not None and view.readings[-1].act.what == "track"


def test_an_exhibit_that_is_removed_takes_its_track_along(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, short_clip: Path, still: Path
) -> None:
    window = followed(qtbot, desk, short_clip)
    number = track_of(window).exhibit
    window.loader.open([still])
    qtbot.waitUntil(
        lambda: len([e for e in window.session.exhibits if e.state == "ready"]) == 2, timeout=WAIT
    )
    qtbot.waitUntil(
        lambda: window.session.current is not None and not window.session.current.is_clip, timeout=WAIT
    )
    assert window.tracker.track is None and not window.track.isVisible()
    assert window.tracker.shown == "frame" and not window.reading.switch.isVisible()
    window.loader.select(number)
    assert track_of(window).exhibit == number and window.tracker.shown == "fused"
    recognizers.gate.clear()
    window.tracker.follow()  # no frame is shown yet, so nothing is asked
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    go_to(qtbot, window, 2)
    window.actions_["track"].trigger()
    assert window.tracker.working
    window.actions_["remove"].trigger()
    recognizers.gate.set()
    wait_for_work(qtbot, desk)
    assert window.tracker.track is None and window.tracker._tracks == {}
    assert window.reading.isVisible() and not window.reading.switch.isVisible()


def test_closing_the_window_while_following_joins_the_work(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, clip: Path
) -> None:
    open_file(qtbot, desk, clip)
    window = desk.window
    mark_and_reveal(qtbot, window, plate_scene()[1].points())
    wait_for_reading(qtbot, window)
    window.actions_["track"].trigger()
    with qtbot.waitSignal(window.tracker.progressed, timeout=WAIT):
        pass
    window.close()  # what is left behind fails the test
    assert not window.isVisible()
