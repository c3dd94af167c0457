"""The columns of Examine share their height sensibly: exhibits are seen, and a low window still shows the picture."""

from pathlib import Path

import pytest
from gui_evidence import plate_scene
from gui_hands import WAIT, drag_line, mark, mark_and_read, open_file
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.preferences import Preferences

QUAD = plate_scene()[1]
pytestmark = pytest.mark.usefixtures("own_folder")


def open_stills(qtbot: QtBot, desk: Desk, folder: Path, count: int) -> MainWindow:
    window, paths = desk.window, [folder / f"still {number}.png" for number in range(count)]
    for number, path in enumerate(paths):
        Image.new("RGB", (64, 48), (8 * number, 90, 90)).save(path)
    window.loader.open(paths)
    qtbot.waitUntil(lambda: len(window.session.exhibits) == count and not desk.runner.busy, timeout=WAIT)
    QApplication.processEvents()
    return window


def scrolled(window: MainWindow) -> int:
    """By how many pixels the list of exhibits is too low for them."""
    QApplication.processEvents()
    return window.exhibits.view.verticalScrollBar().maximum()


def test_three_exhibits_are_seen_at_once(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_stills(qtbot, desk, tmp_path, 3)
    assert window.height() == 800 and scrolled(window) == 0
    assert window.enhancing.panel.height() > window.exhibits.height()


def test_a_higher_window_shows_more_exhibits(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_stills(qtbot, desk, tmp_path, 6)
    before = scrolled(window)
    window.resize(1280, 1000)
    qtbot.waitUntil(lambda: 0 < scrolled(window) < before, timeout=WAIT)
    assert window.enhancing.panel.height() > window.exhibits.height()


def test_the_chosen_exhibit_is_seen_in_a_lower_window_too(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_stills(qtbot, desk, tmp_path, 3)
    view = window.exhibits.view
    window.session.select(window.session.exhibits[2].number)
    assert scrolled(window) == 0
    window.resize(960, 520)
    qtbot.waitUntil(lambda: scrolled(window) > 0, timeout=WAIT)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_the_line_below_the_exhibits_stays_where_someone_drew_it(
    qtbot: QtBot, desk: Desk, tmp_path: Path, preferences: Preferences
) -> None:
    window = open_stills(qtbot, desk, tmp_path, 6)
    window.panes.keep(preferences)
    assert preferences.state("window/left").isEmpty()  # nobody drew it
    before = window.exhibits.height()
    drag_line(qtbot, window.panes.left, 100)
    drawn = window.exhibits.height()
    assert drawn == before + 100
    window.session.remove(window.session.exhibits[0].number)
    QApplication.processEvents()
    assert window.exhibits.height() == drawn
    window.panes.keep(preferences)
    assert not preferences.state("window/left").isEmpty()


def test_a_low_window_shows_the_boxes_for_the_own_reading(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    window.resize(960, 520)
    mark(qtbot, window, QUAD.points())
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
    QApplication.processEvents()
    boxes = window.reading.blind.boxes
    assert boxes.visibleRegion().boundingRect().height() == boxes.height()


def test_a_low_window_leaves_the_picture_above_a_track_its_height(
    qtbot: QtBot, desk: Desk, short_clip: Path
) -> None:
    window, track = desk.window, desk.window.track
    open_file(qtbot, desk, short_clip)
    window.resize(960, 520)
    mark_and_read(qtbot, window, QUAD.points())
    window.tracker.follow()
    qtbot.waitUntil(lambda: window.tracker.track is not None and not window.tracker.working, timeout=3 * WAIT)
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
    QApplication.processEvents()
    assert track.strip.isVisible() and window.canvas.height() >= 140
    assert not track.ends.isVisible() and track.below.toolTip() == track.ends.text()
    low = track.strip.height()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: track.ends.isVisible() and track.strip.height() > low, timeout=WAIT)
    window.transport.go(3)
    qtbot.waitUntil(lambda: track.strip.currentIndex().row() == 3, timeout=WAIT)
    window.resize(960, 520)
    qtbot.waitUntil(lambda: track.strip.height() == low, timeout=WAIT)
    QApplication.processEvents()
    at, seen = track.strip.visualRect(track.strip.currentIndex()), track.strip.viewport().rect()
    assert seen.left() <= at.left() and at.right() <= seen.right() + 1  # Qt leaves one pixel out
