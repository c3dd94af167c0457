"""Background work: jobs on worker threads, told on the main thread.

A job is a frozen callable that captured its inputs. It runs on one of a few lanes; the jobs of one lane follow
one another, so what is used by one lane alone needs no lock. Everything that a job says reaches the main thread
through one queued signal.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Any, Literal, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from forensic_lpr.core.progress import Progress
from forensic_lpr.errors import Cancelled, ForensicLprError


class Teller(Progress, Protocol):
    """What a job gets: the way to say how far it is, and to tell whatever else its owner wants to hear."""

    def tell(self, event: object) -> None:
        """Tell something; it reaches :attr:`Task.told`, all of it and in order."""


Job = Callable[[Teller], Any]
_Kind = Literal["progressed", "told", "succeeded", "failed", "cancelled", "broke"]
_PROGRESS_SECONDS = 0.05
_LOG = logging.getLogger(__name__)


class Task(QObject):
    """One started job; it emits exactly one of succeeded, failed and cancelled."""

    progressed = Signal(object, object, str)
    """Units done, units in all or ``None``, text."""
    told = Signal(object)
    """What the job tells beside that."""
    succeeded = Signal(object)
    failed = Signal(object)
    """A :class:`ForensicLprError`."""
    cancelled = Signal()

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self.job = job
        self.done = False
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask it to end; it does at its next progress call, or never starts."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to end."""
        return self._stop.is_set()


class TaskRunner(QObject):
    """Runs jobs, each lane on a thread of its own; the only place where the window makes threads."""

    broke = Signal(object)
    """A job raised what is no known error: a bug, for the crash dialog."""
    _told = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, tuple[queue.SimpleQueue[Task | None], threading.Thread]] = {}
        self._tasks: set[Task] = set()
        self._closed = False
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def start(self, job: Job, lane: str = "interactive") -> Task:
        """Queue a job; connect to the task's signals before the event loop turns."""
        task = Task(job, self)
        self._tasks.add(task)
        if self._closed:
            task.cancel()
            self._told.emit(task, "cancelled", None)
            return task
        if lane not in self._lanes:
            jobs: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
            thread = threading.Thread(target=self._work, args=(jobs,), name=f"{lane} lane", daemon=True)
            self._lanes[lane] = (jobs, thread)
            thread.start()
        self._lanes[lane][0].put(task)
        return task

    def close(self) -> None:
        """Cancel everything and wait for the threads to end; nothing can be started afterwards."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        for jobs, _ in self._lanes.values():
            jobs.put(None)
        for _, thread in self._lanes.values():
            thread.join()
        self._lanes.clear()

    @property
    def busy(self) -> bool:
        """Whether any job waits or runs."""
        return bool(self._tasks)

    def _work(self, jobs: "queue.SimpleQueue[Task | None]") -> None:
        while (task := jobs.get()) is not None:
            kind: _Kind = "cancelled"
            value: object = None
            if not task.stopping:
                try:
                    kind, value = "succeeded", task.job(_Reporter(task, self._told))
                except Cancelled:
                    kind = "cancelled"
                except ForensicLprError as error:
                    kind, value = "failed", error
                except Exception as error:
                    _LOG.exception("a job broke")
                    kind, value = "broke", error
            self._told.emit(task, kind, value)
            del task, value  # a waiting lane must not keep pictures alive

    def _on_told(self, task: Task, kind: _Kind, value: Any) -> None:
        if kind == "progressed":
            if not task.done and not task.stopping:
                task.progressed.emit(*value)
            return
        if kind == "told":
            if not self._closed:
                task.told.emit(value)
            return
        task.done = True
        self._tasks.discard(task)
        if self._closed:
            task.deleteLater()
            return
        if kind == "succeeded":
            task.succeeded.emit(value)
        elif kind == "cancelled":
            task.cancelled.emit()
        elif kind == "failed":
            task.failed.emit(value)
        else:
            task.failed.emit(ForensicLprError(self.tr("The program made a mistake; this step was not done.")))
            self.broke.emit(value)
        task.deleteLater()


class _Reporter:
    """The progress callback of one task: seldom enough for the window, and the place where cancelling happens."""

    def __init__(self, task: Task, told: Any) -> None:
        self._task = task
        self._told = told
        self._last = 0.0

    def __call__(self, done: int, total: int | None, text: str = "") -> None:
        if self._task.stopping:
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= _PROGRESS_SECONDS or done == total:
            self._last = now
            self._told.emit(self._task, "progressed", (done, total, text))

    def tell(self, event: object) -> None:
        """Tell something else, at once."""
        self._told.emit(self._task, "told", event)


class Follower(QObject):
    """Asks for the newest only: one job runs, the newest request waits, those between are never started.

    Requests are numbered. :meth:`forget` makes every answer to an earlier request late; late answers are
    dropped. So a dragged corner is followed fluidly, and an answer for another frame never arrives.
    """

    answered = Signal(object, bool)
    """The result, and whether it answers the newest request."""
    failed = Signal(object)
    busy_changed = Signal(bool)
    progressed = Signal(object, object, str)
    """Units done, units in all or ``None``, text; of the job that runs."""

    def __init__(self, runner: TaskRunner, lane: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._lane = lane
        self._number = 0
        self._valid_from = 1
        self._running: Task | None = None
        self._running_number = 0
        self._waiting: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer that still counts is awaited."""
        running = self._running is not None and self._running_number >= self._valid_from
        return running or self._waiting is not None

    def ask(self, job: Job) -> None:
        """Request an answer; a waiting older request is given up."""
        self._number += 1
        self._waiting = job
        self._next()
        self.busy_changed.emit(True)

    def forget(self) -> None:
        """Drop all requests so far; their answers, should they come, are late."""
        self._valid_from = self._number + 1
        self._waiting = None
        if self._running is not None:
            self._running.cancel()
        self.busy_changed.emit(False)

    def _next(self) -> None:
        if self._running is not None or self._waiting is None:
            return
        job, self._waiting = self._waiting, None
        self._running_number = self._number
        self._running = self._runner.start(job, self._lane)
        self._running.progressed.connect(self.progressed)
        self._running.succeeded.connect(self._on_succeeded)
        self._running.failed.connect(self._on_failed)
        self._running.cancelled.connect(self._on_cancelled)

    def _end(self) -> tuple[bool, bool]:
        """Start what waits; whether the ended request still counts, and whether it was the newest."""
        counts = self._running_number >= self._valid_from
        newest = self._running_number == self._number
        self._running = None
        self._next()
        return counts, newest

    def _on_succeeded(self, value: object) -> None:
        counts, newest = self._end()
        if counts:
            self.answered.emit(value, newest)
        self.busy_changed.emit(self.busy)

    def _on_failed(self, error: ForensicLprError) -> None:
        counts, newest = self._end()
        if counts and newest:
            self.failed.emit(error)
        self.busy_changed.emit(self.busy)

    def _on_cancelled(self) -> None:
        self._end()
        self.busy_changed.emit(self.busy)
