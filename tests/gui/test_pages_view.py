"""Pages of a report on the screen: unpacked behind the window, so that it never waits for one."""

import gc
import time
from collections.abc import Callable

import numpy as np
import pytest
from gui_evidence import FakeRecognizers
from gui_hands import WAIT
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.jobs import WarmUp
from forensic_lpr.gui.pages_view import PagesView
from forensic_lpr.gui.preload import settle_libraries
from forensic_lpr.imaging.png import to_png

OWN_MS = 30
"""What the window may work at one go for pages: a screen's two moves, whatever else the machine does."""


def page(colour: int, width: int = 1190, height: int = 1684) -> bytes:
    """A page as large as one is typeset, with something on it that takes time to unpack."""
    image = np.full((height, width, 3), colour, np.uint8)
    image[height // 4 : height // 2] = np.random.default_rng(colour).integers(0, 256, (1, width, 3), np.uint8)
    return to_png(image)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> PagesView:
    view = PagesView(desk.look, desk.runner)
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view


def top(view: PagesView) -> int:
    """Brightness of what is seen near the top of the view, in the middle."""
    image = view.viewport().grab().toImage()
    return QColor(image.pixel(image.width() // 2, 60)).lightness()


def settled(qtbot: QtBot, desk: Desk, view: PagesView) -> None:
    view.viewport().repaint()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=3 * WAIT)


def test_pages_are_seen_once_they_are_unpacked(qtbot: QtBot, desk: Desk, view: PagesView) -> None:
    view.show_pages((page(60), page(90)))
    assert top(view) == 255  # a sheet of paper at once
    qtbot.waitUntil(lambda: top(view) == 60, timeout=3 * WAIT)
    view.show_pages((page(120), page(90)))
    assert top(view) == 60  # it stays until what takes its place is there
    qtbot.waitUntil(lambda: top(view) == 120, timeout=3 * WAIT)
    view.go_to(1)
    qtbot.waitUntil(lambda: top(view) == 90, timeout=3 * WAIT)
    settled(qtbot, desk, view)
    view.show_pages(())
    assert top(view) != 90  # nothing stays of a case that is gone
    assert not desk.runner.busy


def test_many_pages_in_sight_are_unpacked_once_each(qtbot: QtBot, desk: Desk, view: PagesView) -> None:
    view.show_pages(tuple(page(20 * n, 40, 30) for n in range(12)))
    settled(qtbot, desk, view)
    assert not desk.runner.busy and top(view) == 20


def test_the_window_does_little_itself_while_pages_are_scrolled_and_enlarged(
    qtbot: QtBot, desk: Desk, view: PagesView
) -> None:
    view.show_pages(tuple(page(10 * n) for n in range(8)))
    own, last = [], [time.thread_time()]

    def tick() -> None:
        now = time.thread_time()
        own.append(1e3 * (now - last[0]))
        last[0] = now

    timer = QTimer(view, interval=4)
    timer.timeout.connect(tick)
    timer.start()
    steps: list[Callable[[], None]] = [
        *(lambda n=n: view.go_to(n) for n in range(8)),  # type: ignore[misc]
        lambda: view.zoom(1),
        lambda: view.zoom(-1),
        view.fit,
        lambda: view.resize(700, 500),
    ]
    for step in steps:
        step()
        settled(qtbot, desk, view)
    timer.stop()
    assert len(own) > 10 and max(own) < OWN_MS, sorted(own)[-5:]


def test_what_the_libraries_brought_is_not_looked_through_for_garbage(recognizers: FakeRecognizers) -> None:
    settle_libraries.cache_clear()
    try:
        WarmUp(recognizers, "default")(lambda done, total, text="": None)
        assert gc.get_freeze_count() > 100_000
    finally:
        gc.unfreeze()
