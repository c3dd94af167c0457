"""What every test of the window is held to: it leaves no thread and no timer behind."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

GRACE_MS = 3000


def _alive() -> dict[int, str]:
    """What runs now, by identity: Python threads, Qt threads and active timers."""
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
