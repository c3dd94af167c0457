"""What is recorded beside readings: enhancement steps, the scene clock, frames switched in a track; and back again."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from gui_evidence import plate_scene
from gui_hands import WAIT, go_to, mark_and_reveal, open_file, wait_for_reading
from pytestqt.qtbot import QtBot

from forensic_lpr.core.acts import ModelActivated
from forensic_lpr.core.caseview import CaseView
from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.main_window import MainWindow

QUAD = plate_scene()[1]
pytestmark = pytest.mark.usefixtures("own_folder")


def view_of(window: MainWindow) -> CaseView:
    view = window.casework.view
    assert view is not None
    return view


def told(window: MainWindow, kind: str) -> list[Any]:
    return [json.loads(event.parameters) for event in view_of(window).events if event.kind == kind]


def test_steps_are_recorded_when_they_rest_and_come_back_with_the_case(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    verbs = window.enhancing.verbs
    verbs.add("gamma")
    for value in (1.2, 1.4, 1.6):  # one drag of a slider
        verbs.set_value("gamma", value, "drag")
    assert told(window, "enhancement changed") == []
    qtbot.waitUntil(lambda: len(told(window, "enhancement changed")) == 1, timeout=WAIT)
    verbs.read_enhanced(True)
    window.casework.flush()  # it does not wait where the case is closed
    changes = told(window, "enhancement changed")
    assert [change["read"] for change in changes] == [False, True]
    assert json.loads(changes[0]["new"])["steps"][0]["parameters"] == [["gamma", 1.6]]
    assert changes[1]["old"] == changes[0]["new"]
    recipe = window.enhancing.state.recipe
    window.caseflow.save_to(tmp_path / "a.flpr")
    qtbot.waitUntil(lambda: window.casework.case is not None, timeout=WAIT)
    window.casework.close()
    for exhibit in window.session.exhibits:
        window.loader.remove(exhibit.number)
    window.caseflow.open(tmp_path / "a.flpr")
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    assert window.enhancing.state.recipe == recipe and window.enhancing.state.treatment.read
    rows = view_of(window).head.rows
    window.casework.flush()
    assert view_of(window).head.rows == rows  # coming back is no change
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def test_the_scene_clock_is_kept_in_the_case(qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path) -> None:
    open_file(qtbot, desk, clip)
    window = desk.window
    frame = window.session.frame
    assert frame is not None
    clock = SceneClock(frame.ref, datetime(2026, 4, 14, 17, 3, 21))
    window.session.set_clock(clock)
    assert view_of(window).exhibits[0].clock == clock
    window.caseflow.save_to(tmp_path / "a.flpr")
    qtbot.waitUntil(lambda: window.casework.case is not None, timeout=WAIT)
    window.casework.close()
    window.loader.remove(window.session.exhibits[0].number)
    window.caseflow.open(tmp_path / "a.flpr")
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    current = window.session.current
    assert current is not None and current.clock == clock
    window.session.set_clock(None)
    assert view_of(window).exhibits[0].clock is None
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def test_frames_switched_are_an_act_each_and_the_fused_reading_at_rest_is_recorded(
    qtbot: QtBot, desk: Desk, short_clip: Path
) -> None:
    open_file(qtbot, desk, short_clip)
    window = desk.window
    go_to(qtbot, window, 2)
    mark_and_reveal(qtbot, window, QUAD.shifted(4, 0).points())
    wait_for_reading(qtbot, window)
    window.tracker.follow()
    qtbot.waitUntil(lambda: window.tracker.track is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
    track = window.tracker.track
    assert track is not None
    frames = [frame.tracked.frame.index for frame in track.reading.frames]
    before = len(view_of(window).readings)
    window.tracker.switch(1, False)
    window.tracker.switch(0, False)
    window.tracker.switch(1, True)
    switched = [change["off"] for change in told(window, "track frames switched")]
    assert switched == [[frames[1]], [frames[0], frames[1]], [frames[0]]]
    qtbot.waitUntil(lambda: len(view_of(window).readings) == before + 1, timeout=WAIT)
    last = view_of(window).plates[0].readings[-1].reading
    assert isinstance(last, TrackReading)
    assert last.fused.used == (False, *(True for _ in frames[1:]))
    window.tracker.use_all()
    window.casework.flush()
    assert told(window, "track frames switched")[-1]["off"] == []
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
    window.casework.flush()
    last = view_of(window).plates[0].readings[-1].reading
    assert isinstance(last, TrackReading) and all(last.fused.used)


def test_other_parts_of_the_program_can_note_what_they_did(qtbot: QtBot, desk: Desk) -> None:
    desk.window.casework.note(ModelActivated("own", "a" * 64))
    assert told(desk.window, "model activated") == [{"name": "own", "sha256": "a" * 64}]
