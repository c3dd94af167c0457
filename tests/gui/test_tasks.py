"""The task runner: results on the main thread, cancelling, lateness, joining."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from forensic_lpr.core.progress import Progress
from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.gui.tasks import Follower, Job, TaskRunner

WAIT = 10_000


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


def answer(value: object) -> Job:
    def job(progress: Progress) -> object:
        return value

    return job


def held(gate: threading.Event, value: object = None, started: threading.Event | None = None) -> Job:
    """A job that waits for a gate and looks after cancelling meanwhile."""

    def job(progress: Progress) -> object:
        if started is not None:
            started.set()
        while not gate.wait(0.005):
            progress(0, None)
        return value

    return job


def test_results_and_progress_come_on_the_main_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    threads: list[object] = []

    def job(progress: Progress) -> str:
        progress(1, 2, "half")
        threads.append(threading.current_thread())
        progress(2, 2, "whole")
        return "done"

    task = runner.start(job)
    told: list[tuple[object, ...]] = []
    task.progressed.connect(
        lambda *values: told.append((*values, QThread.currentThread() is runner.thread()))
    )
    with qtbot.waitSignal(task.succeeded, timeout=WAIT) as result:
        pass
    assert result.args == ["done"]
    assert told[-1] == (2, 2, "whole", True)
    assert threads[0] is not threading.main_thread()


def test_a_known_error_is_told_and_the_lane_goes_on(qtbot: QtBot, runner: TaskRunner) -> None:
    def job(progress: Progress) -> None:
        raise EvidenceUnreadable("gate.png is empty.")

    task = runner.start(job)
    with qtbot.waitSignal(task.failed, timeout=WAIT) as told:
        pass
    assert str(told.args[0]) == "gate.png is empty."
    with qtbot.waitSignal(runner.start(answer(1)).succeeded, timeout=WAIT):
        pass


@pytest.mark.parametrize("wait_for_start", [True, False])
def test_cancelling(qtbot: QtBot, runner: TaskRunner, wait_for_start: bool) -> None:
    gate, started = threading.Event(), threading.Event()
    blocker = runner.start(held(gate, started=started))
    task = blocker if wait_for_start else runner.start(answer("never"))
    assert started.wait(10)
    with qtbot.waitSignal(task.cancelled, timeout=WAIT):
        task.cancel()
        if not wait_for_start:
            gate.set()


def test_lanes_do_not_wait_for_one_another(qtbot: QtBot, runner: TaskRunner) -> None:
    gate = threading.Event()
    slow = runner.start(held(gate), "slow")
    with qtbot.waitSignal(runner.start(answer(1), "quick").succeeded, timeout=WAIT):
        pass
    with qtbot.waitSignal(slow.succeeded, timeout=WAIT):
        gate.set()


def test_close_cancels_and_joins(qtbot: QtBot) -> None:
    runner, started = TaskRunner(), threading.Event()
    runner.start(held(threading.Event(), started=started))
    assert started.wait(10)
    runner.close()
    assert not [t for t in threading.enumerate() if t.name == "interactive lane"]
    late = runner.start(answer(1))
    assert late.stopping


@pytest.fixture
def follower(runner: TaskRunner) -> Callable[[], tuple[Follower, list[tuple[object, bool]]]]:
    def make() -> tuple[Follower, list[tuple[object, bool]]]:
        follower = Follower(runner, "lane", runner)
        answers: list[tuple[object, bool]] = []
        follower.answered.connect(lambda value, newest: answers.append((value, newest)))
        return follower, answers

    return make


def test_only_the_newest_waiting_request_is_computed(
    qtbot: QtBot, follower: Callable[[], tuple[Follower, list[tuple[object, bool]]]]
) -> None:
    asked, answers = follower()
    gate = threading.Event()
    asked.ask(held(gate, "first"))
    for number in range(5):
        asked.ask(answer(number))
    assert asked.busy
    gate.set()
    qtbot.waitUntil(lambda: not asked.busy, timeout=WAIT)
    assert answers == [("first", False), (4, True)]


def test_late_answers_are_dropped(
    qtbot: QtBot, follower: Callable[[], tuple[Follower, list[tuple[object, bool]]]]
) -> None:
    asked, answers = follower()
    gate, started = threading.Event(), threading.Event()

    def deaf(progress: Progress) -> str:  # does not look after cancelling, so its answer does come
        started.set()
        gate.wait(10)
        return "late"

    asked.ask(deaf)
    assert started.wait(10)
    asked.forget()
    assert not asked.busy
    asked.ask(answer("new"))
    gate.set()
    qtbot.waitUntil(lambda: not asked.busy, timeout=WAIT)
    assert answers == [("new", True)]
