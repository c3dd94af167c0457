"""What every test of the window is held to: it leaves no thread and no timer behind."""

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QSettings,
    QThread,
    QThreadPool,
    QTimer,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.preferences import Preferences

sys.path.insert(0, str(Path(__file__).parent))  # for what these tests share

from gui_evidence import FakeRecognizers, write_clip, write_still
from gui_language import spoken_in

GRACE_MS = 3000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Off the screen Qt warns of what only a screen can do (size hints, raising); that is no fault of the window."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support", extend=True))


def _alive() -> dict[int, str]:
    """What runs now, by identity: Python threads, Qt threads and active timers."""
    gc.unfreeze()  # what the window keeps out of the collector's sight is looked at, too
    found = {id(thread): f"thread {thread.name!r}" for thread in threading.enumerate()}
    for thing in gc.get_objects():
        # type() and not isinstance(): the latter asks proxies for __class__, and some answer with an import
        kind = type(thing)
        if issubclass(kind, QThread) and isValid(thing) and thing.isRunning():
            if thing is not QThread.currentThread():
                found[id(thing)] = f"running {kind.__name__} {thing.objectName()!r}"
        elif issubclass(kind, QTimer) and isValid(thing) and thing.isActive():
            found[id(thing)] = f"active {kind.__name__} {thing.objectName()!r} of {thing.parent()!r}"
    if QThreadPool.globalInstance().activeThreadCount():
        found[0] = "a job in the global thread pool"
    return found


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail a test after which a thread or a timer still runs.

    A QThread that is alive when Python collects it aborts the whole process, in a later and innocent test.
    """
    before = set(_alive())
    yield
    patience = QDeadlineTimer(GRACE_MS)
    while True:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        left = [text for key, text in _alive().items() if key not in before]
        if not left:
            return
        if patience.hasExpired():
            pytest.fail("left behind: " + "; ".join(left))


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture with a synthetic plate in it."""
    return write_still(tmp_path_factory.mktemp("still") / "gate.png")


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clip in which that plate moves."""
    return write_clip(tmp_path_factory.mktemp("clip") / "cam1.mp4")


@pytest.fixture(scope="session")
def short_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight frames of it, quick to be followed."""
    return write_clip(tmp_path_factory.mktemp("short") / "cam2.mp4", 8)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Settings in a file of this test."""
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where unsaved cases of this test alone lie."""
    monkeypatch.setattr("forensic_lpr.paths.cases", lambda: tmp_path / "cases")
    return tmp_path / "cases"


@pytest.fixture
def portuguese(qapp: QApplication) -> Iterator[None]:
    """What is built meanwhile speaks Portuguese."""
    with spoken_in(qapp, "pt_BR"):
        yield


@pytest.fixture
def recognizers() -> FakeRecognizers:
    """Weights that answer at once and always the same."""
    return FakeRecognizers()


@pytest.fixture
def desk(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences, recognizers: FakeRecognizers
) -> Iterator[Desk]:
    """The window on the screen, nothing opened, as large as a small laptop's."""
    desk = Desk(qapp, preferences, recognizers)
    desk.window.resize(1280, 800)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.window.activateWindow()
    yield desk
    desk.close()
    qapp.setStyleSheet("")
