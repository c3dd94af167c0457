"""Trainings in the window that end otherwise than meant: killed, closed at any moment, out of memory."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from gui_hands import LEFT, open_file
from memory_limits import leave_no_memory
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from train_hands import LONG, open_train, show_tab

from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.jobs import Recognizers
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.training.workspace import TrainWorkspace
from forensic_lpr.operations.apart import GRACE_S
from forensic_lpr.training.runs import progress_of

pytestmark = [
    pytest.mark.timeout(1800),  # a busy machine takes its time to load the network
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="kills and limits of Linux"),
]
ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = LONG / 1000
BATCH = 2
SMALL = (("samples", 100_000), ("batch", BATCH), ("minutes", 0), ("warm_up", 0), ("evaluate_every", 100_000))
"""A training that goes on until somebody ends it."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of runs and models of this test alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def set_up(train: TrainWorkspace, **others: float) -> None:
    """Set the form for a small training."""
    for name, value in (dict(SMALL) | others).items():
        train.pages.recognizer.form.set_value(name, value)


def saved_run(qtbot: QtBot, desk: Desk) -> tuple[TrainWorkspace, Path]:
    """A training that was begun and stopped in order; its folder."""
    train = open_train(qtbot, desk)
    show_tab(qtbot, train, "recognizer")
    set_up(train, evaluate_every=16)
    with qtbot.waitSignal(train.trainer.told, timeout=LONG):
        desk.window.actions_["train-start"].trigger()
    with qtbot.waitSignal(train.models.kept, timeout=LONG):
        desk.window.actions_["train-stop"].trigger()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    assert train.trainer.folder is not None
    return train, train.trainer.folder


def children(process: int) -> list[int]:
    """Processes that a process began, by any of its threads."""
    found = [path.read_text().split() for path in Path(f"/proc/{process}/task").glob("*/children")]
    return [int(number) for numbers in found for number in numbers]


def workers(process: int) -> list[int]:
    """Those of them that work: trainings of a window, makers of samples of a training."""
    return [n for n in children(process) if b"spawn_main" in Path(f"/proc/{n}/cmdline").read_bytes()]


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def goes_on(qtbot: QtBot, desk: Desk, train: TrainWorkspace, run: Path, verb: Callable[[], None]) -> None:
    """What was offered goes on at the saved state, and is stopped in order."""
    done = progress_of(run)
    assert done.step > 0
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    with qtbot.waitSignal(train.trainer.told, timeout=LONG):
        verb()
    assert train.trainer.folder == run
    assert train.trainer.status is not None
    assert train.trainer.status.samples > BATCH * done.step
    with qtbot.waitSignal(train.trainer.stopped, timeout=LONG):
        desk.window.actions_["train-stop"].trigger()
    qtbot.waitUntil(lambda: not train.models.working and not desk.runner.busy, timeout=LONG)
    assert progress_of(run).step > done.step


def test_the_process_that_makes_samples_is_killed(qtbot: QtBot, desk: Desk) -> None:
    train = open_train(qtbot, desk)
    show_tab(qtbot, train, "recognizer")
    set_up(train)
    with qtbot.waitSignal(train.trainer.told, timeout=LONG):
        desk.window.actions_["train-start"].trigger()
    (training,) = workers(os.getpid())
    (maker,) = workers(training)
    with qtbot.waitSignal(train.trainer.failed, timeout=LONG) as failed:
        os.kill(maker, signal.SIGKILL)
    assert failed.args == ["The process that makes training samples has ended unexpectedly."]
    assert train.message.text == failed.args[0]
    assert train.trainer.state == "idle"
    run = train.trainer.folder
    assert run is not None
    qtbot.waitUntil(lambda: train.pages.recognizer.runs.chosen == run, timeout=LONG)
    goes_on(qtbot, desk, train, run, desk.window.actions_["train-resume"].trigger)


@pytest.mark.parametrize("megabytes", [2, 16])
def test_memory_that_runs_out_ends_a_training_in_one_sentence(
    qtbot: QtBot, desk: Desk, megabytes: int
) -> None:
    """With two megabytes it is mostly torch that runs out, which can be told; with more a library that exits."""
    train, run = saved_run(qtbot, desk)
    good, done = (run / "state.safetensors").read_bytes(), progress_of(run)
    with qtbot.waitSignal(train.trainer.told, timeout=LONG):
        desk.window.actions_["train-resume"].trigger()
    (process,) = workers(os.getpid())
    with qtbot.waitSignal(train.trainer.failed, timeout=LONG) as failed:
        leave_no_memory(process, megabytes)
    sentence = failed.args[0]
    assert sentence.startswith("Memory ran out")
    assert sentence.endswith("the last saved state is kept. Smaller batches need less.")
    assert train.message.text == sentence
    assert train.message.severity == "failure"
    assert (run / "state.safetensors").read_bytes() == good
    assert progress_of(run) == done
    assert train.trainer.state == "idle"
    qtbot.waitUntil(lambda: train.pages.recognizer.runs.chosen == run, timeout=LONG)
    goes_on(qtbot, desk, train, run, desk.window.actions_["train-resume"].trigger)


WINDOW = """
import sys, time
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.preferences import Preferences
if __name__ == "__main__":
    application = QApplication([])
    desk = Desk(application, Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
    window, train = desk.window, desk.window.train
    window.show()

    def spin(until):
        loop, look = QEventLoop(), QTimer(interval=10)
        look.timeout.connect(lambda: loop.quit() if until() else None)
        look.start()
        loop.exec()

    window.workspaces.show("train")
    spin(lambda: bool(train.models.all) and not desk.runner.busy)
    train.show_tab("recognizer")
    for setting in sys.argv[3:]:
        name, value = setting.split("=")
        train.pages.recognizer.form.set_value(name, float(value))
    window.actions_["train-start"].trigger()
    wait = sys.argv[2]
    began = time.monotonic()
    if wait == "told":
        spin(lambda: train.trainer.status is not None)
        print("RUN", train.trainer.folder, flush=True)
    elif wait != "0":
        spin(lambda: time.monotonic() - began > float(wait))
    if sys.stdin.readline():
        began = time.monotonic()
        desk.close()
        print("CLOSED", time.monotonic() - began, flush=True)
"""


def start_window(folder: Path, wait: str) -> "subprocess.Popen[str]":
    """A window in a process of its own, in which a training was started so long ago."""
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(folder / "s.ini"), wait, *(f"{n}={v}" for n, v in SMALL)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_killed_window_offers_to_go_on_where_the_training_was_saved(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = start_window(tmp_path, "told")
    assert window.stdout is not None
    told = next(line for line in window.stdout if line.startswith("RUN"))
    run = Path(told.removeprefix("RUN ").strip())
    (training,) = workers(window.pid)
    (maker,) = workers(training)
    window.kill()
    window.communicate()
    until(lambda: not alive(training) and not alive(maker))

    preferences = Preferences(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    desk = Desk(qapp, preferences, Recognizers())
    desk.window.show()
    desk.window.start([])
    train = desk.window.train
    assert run.name in train.message.text
    assert run.name in desk.window.message_bar.text
    desk.window.workspaces.show("train")
    qtbot.waitUntil(lambda: bool(train.models.all) and not desk.runner.busy, timeout=LONG)
    goes_on(qtbot, desk, train, run, lambda: qtbot.mouseClick(train.message.action, LEFT))
    desk.close()
    qapp.setStyleSheet("")


@pytest.mark.parametrize("wait", ["0", "0.3", "1.5", "told"])
def test_closing_at_any_moment_neither_hangs_nor_aborts(tmp_path: Path, wait: str) -> None:
    window = start_window(tmp_path, wait)
    out, err = window.communicate("close\n", timeout=PATIENCE_S)
    assert window.returncode == 0, err
    assert "Traceback" not in err
    seconds = float(next(line for line in out.splitlines() if line.startswith("CLOSED")).split()[1])
    if wait != "told":
        assert seconds < 10.0  # loading the network is not waited for
        return
    assert seconds < GRACE_S
    run = Path(next(line for line in out.splitlines() if line.startswith("RUN")).removeprefix("RUN ").strip())
    assert progress_of(run).step > 0


def test_an_open_case_says_which_model_was_trained(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    train, first = saved_run(qtbot, desk)
    assert window.casework.view is None  # a training alone begins no case
    open_file(qtbot, desk, still)
    window.workspaces.show("train")
    with qtbot.waitSignal(train.trainer.told, timeout=LONG):
        window.actions_["train-resume"].trigger()
    assert train.trainer.folder == first
    with qtbot.waitSignal(train.models.kept, timeout=LONG) as kept:
        window.actions_["train-stop"].trigger()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    assert window.casework.view is not None
    said = [json.loads(e.parameters) for e in window.casework.view.events if e.kind == "model trained"]
    model = kept.args[0]
    assert said == [{"name": model.name, "sha256": model.sha256}]
    assert model.name != first.name  # the name of the first one was taken
