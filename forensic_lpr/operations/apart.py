"""Long work in a process of its own, told and steered through a pipe.

A training must not take the window with it: not when memory runs out and the system ends it, not with Python's lock
while it draws plates to evaluate itself, and not when the program is closed in the middle of a step. So the work runs
apart. What it tells arrives here; pausing and stopping go the other way. The process never outlives this one: when
the pipe closes it stops, and when that takes too long it ends itself.
"""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol, TypeVar

from forensic_lpr import errors
from forensic_lpr.errors import Cancelled, ForensicLprError, TrainingFailed
from forensic_lpr.operations.errorstream import ErrorStream, divert_errors
from forensic_lpr.training.control import TrainingControl

_LOOK_S = 0.05
GRACE_S = 20.0
"""So long may work take to save and end after it was told to; then it is ended, and what was saved before stays."""
_PATIENCE_S = 60.0
"""So long an orphan may take."""
_POLITE = 19
"""Steps of niceness, the most there are: the window and what the examiner does come first, what is left is for this."""
_NO_MEMORY = "Memory ran out; the last saved state is kept. Smaller batches need less."

Tell = Callable[[object], None]
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Work(Protocol[R_co]):
    """Something to be done apart; it travels to the process, and so do its result and all that it tells."""

    def __call__(self, tell: Tell, control: TrainingControl) -> R_co:
        """Do it; raises Cancelled after ``control`` was told to stop, and known errors."""
        ...


def run_apart(
    work: Work[R],
    tell: Tell,
    control: TrainingControl,
    look: Callable[[], None],
    grace_s: float = GRACE_S,
    start_grace_s: float | None = None,
) -> R:
    """Do work in a process of its own and wait for its end; call it on any thread but the window's.

    Args:
        work: What to do.
        tell: Told what the work tells, on this thread.
        control: Pauses, resumes and stops it, from any thread.
        look: Called several times a second; may raise Cancelled, which stops it too.
        grace_s: Seconds that it may take to end after it was told to stop.
        start_grace_s: The same while it has told nothing yet, ``None`` for as long; less for work that then has
            nothing to save.

    Raises:
        Cancelled: it was told to stop, and did or was ended.
        TrainingFailed: the process ended by itself, or memory ran out.
        ForensicLprError: whatever known error the work raised.
    """
    graces_s = (grace_s if start_grace_s is None else start_grace_s, grace_s)
    with ErrorStream() as errors_said:
        return _run(work, tell, control, look, graces_s, errors_said)


def _run(
    work: Work[R],
    tell: Tell,
    control: TrainingControl,
    look: Callable[[], None],
    graces_s: tuple[float, float],
    errors_said: ErrorStream,
) -> R:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work_apart, args=(work, there, errors_said.path), name="work apart")
    try:
        process.start()
        there.close()
        result: R = _follow(here, process.is_alive, tell, control, look, graces_s)
        return result
    except EOFError:
        process.join(_LOOK_S * 20)
        if control.stopped:
            raise Cancelled from None
        raise TrainingFailed(_how_it_ended(process.exitcode, errors_said)) from None
    finally:
        if process.pid is not None:
            process.kill()
            process.join()
        here.close()


def _follow(
    pipe: "Connection[Any, Any]",
    alive: Callable[[], bool],
    tell: Tell,
    control: TrainingControl,
    look: Callable[[], None],
    graces_s: tuple[float, float],
) -> Any:
    """Pass on what comes and what goes until there is a result; patient for so long before and after it told any."""
    paused = begun = False
    stopped_at: float | None = None
    while True:
        try:
            look()
        except Cancelled:
            control.stop()
        if control.stopped and stopped_at is None:
            stopped_at = time.monotonic()
            _send(pipe, "stop")
        if control.paused != paused:
            paused = control.paused
            _send(pipe, "pause" if paused else "resume")
        if stopped_at is not None and time.monotonic() - stopped_at > graces_s[begun]:
            raise Cancelled
        if not pipe.poll(_LOOK_S):
            if not alive() and not pipe.poll(0):
                raise EOFError
            continue
        kind, value = pipe.recv()
        if kind == "told":
            begun = True
            tell(value)
        elif kind == "done":
            return value
        elif kind == "cancelled":
            raise Cancelled
        else:
            name, sentence = value
            known: type[ForensicLprError] = getattr(errors, name, ForensicLprError)
            raise known(sentence)


def _send(pipe: "Connection[Any, Any]", word: str) -> None:
    try:
        pipe.send(word)
    except OSError:
        return  # it has ended; that is seen at the next look


def _how_it_ended(code: int | None, errors_said: ErrorStream) -> str:
    if sys.platform != "win32" and code == -signal.SIGKILL:
        return (
            "The system ended the work, most likely because memory ran out; what was saved last is whole. "
            "Smaller batches need less."
        )
    if errors_said.tells_of_no_memory:
        return _NO_MEMORY
    return f"The work ended unexpectedly (code {code}); what was saved last is whole."


def _work_apart(work: Work[object], pipe: "Connection[Any, Any]", errors_said: Path) -> None:
    """What the process does."""
    divert_errors(errors_said)
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the parent, which stops this in order
    control = TrainingControl()
    threading.Thread(target=_listen, args=(pipe, control), daemon=True).start()

    def tell(event: object) -> None:
        _answer(pipe, ("told", event))

    try:
        _answer(pipe, ("done", work(tell, control)))
    except Cancelled:
        _answer(pipe, ("cancelled", None))
    except MemoryError:
        _answer(pipe, ("failed", ("TrainingFailed", _NO_MEMORY)))
    except ForensicLprError as error:
        _answer(pipe, ("failed", (type(error).__name__, str(error))))


def _answer(pipe: "Connection[Any, Any]", message: object) -> None:
    try:
        pipe.send(message)
    except OSError:
        return  # nobody listens any more; the listening thread has seen that too and stops the work


def _listen(pipe: "Connection[Any, Any]", control: TrainingControl) -> None:
    """Do what the other side says; stop when there is no other side any more."""
    try:
        while True:
            word = pipe.recv()
            if word == "pause":
                control.pause()
            elif word == "resume":
                control.resume()
            else:
                control.stop()
    except (EOFError, OSError):
        control.stop()
        time.sleep(_PATIENCE_S)
        os._exit(1)
