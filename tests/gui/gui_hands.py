"""What an examiner's hands do, for the tests of the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from forensic_lpr.core.geometry import Point
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.main_window import MainWindow

WAIT = 20_000
NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def open_file(qtbot: QtBot, desk: Desk, path: Path) -> None:
    """Open a file and wait for its first frame; of a clip, for its frame table too."""
    window = desk.window
    window.loader.open([path])
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    current = window.session.current
    assert current is not None
    if current.is_clip:
        qtbot.waitUntil(lambda: window.transport.table is not None, timeout=WAIT)


def screen(window: MainWindow, point: Point) -> QPoint:
    """Whole screen position of an image point."""
    x, y = window.canvas.view.to_screen(point)
    return QPoint(round(x), round(y))


def click(qtbot: QtBot, window: MainWindow, point: Point) -> None:
    """Move to an image point and click."""
    at = screen(window, point)
    qtbot.mouseMove(window.canvas, at)
    qtbot.mouseClick(window.canvas, LEFT, NO_KEY, at)


def mark(qtbot: QtBot, window: MainWindow, points: Sequence[Point]) -> None:
    """Zoom to a plate and click its corners."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    window.canvas.zoom_to((min(xs), min(ys), max(xs), max(ys)))
    for point in points:
        click(qtbot, window, point)


def mark_and_reveal(qtbot: QtBot, window: MainWindow, points: Sequence[Point]) -> None:
    """Mark a plate and have the machine's reading shown, for tests of what comes after."""
    mark(qtbot, window, points)
    window.casework.unblind("a test")


def drag_line(qtbot: QtBot, splitter: QSplitter, by: int) -> None:
    """Drag the line between the two parts of a vertical splitter down."""
    handle = splitter.handle(1)
    qtbot.mousePress(handle, LEFT, NO_KEY, QPoint(20, 1))
    qtbot.mouseMove(handle, QPoint(20, 1 + by))
    qtbot.mouseRelease(handle, LEFT, NO_KEY, QPoint(20, 1 + by))


def wait_for_reading(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the reading shown is of what is marked."""
    qtbot.waitUntil(lambda: window.session.reading_is_current and not window.reader.busy, timeout=3 * WAIT)


def mark_and_read(qtbot: QtBot, window: MainWindow, points: Sequence[Point]) -> None:
    """Mark a plate, seal that one cannot read it oneself, and have the machine read it."""
    mark(qtbot, window, points)
    window.casework.seal_cannot_read()
    wait_for_reading(qtbot, window)


def go_to(qtbot: QtBot, window: MainWindow, index: int) -> None:
    """Go to a frame and wait for it."""
    window.transport.go(index)
    qtbot.waitUntil(lambda: window.session.key is not None and window.session.key[1] == index, timeout=WAIT)
