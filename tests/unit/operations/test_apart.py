"""Work in a process of its own: told, paused, stopped, and never longer alive than this one."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the process looks for its work where this one does

from apart_works import Count, Deaf, Fail, Mute, Save

from forensic_lpr.errors import Cancelled, RunInvalid, TrainingFailed
from forensic_lpr.operations.apart import run_apart
from forensic_lpr.training.control import TrainingControl

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 60.0


def nothing() -> None:
    """Look at nothing."""


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_what_is_told_and_the_result_arrive_in_order() -> None:
    told: list[object] = []
    assert run_apart(Count(5), told.append, TrainingControl(), nothing) == "counted to 5"
    assert told == [0, 1, 2, 3, 4]


def test_a_known_error_arrives_as_what_it_is() -> None:
    with pytest.raises(RunInvalid, match="not as it should be"):
        run_apart(Fail("known"), nothing_told, TrainingControl(), nothing)


def nothing_told(event: object) -> None:
    """Hear nothing."""


@pytest.mark.parametrize(
    ("how", "words"), [("memory", "Memory ran out"), ("killed", "memory ran out"), ("ends", "code 3")]
)
def test_an_end_in_the_middle_is_told_in_a_sentence(how: str, words: str) -> None:
    with pytest.raises(TrainingFailed, match=words):
        run_apart(Fail(how), nothing_told, TrainingControl(), nothing)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of Linux")
def test_a_library_that_ends_the_process_for_lack_of_memory_is_told_as_that(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(TrainingFailed, match=r"^Memory ran out; the last saved state is kept\."):
        run_apart(Fail("library"), nothing_told, TrainingControl(), nothing)
    assert "OpenBLAS" in capsys.readouterr().err


def test_what_libraries_say_reaches_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(TrainingFailed, match="code 3"):
        run_apart(Fail("says"), nothing_told, TrainingControl(), nothing)
    assert capsys.readouterr().err == "a library says something\n"


def test_without_a_temporary_folder_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(
        TrainingFailed, match=r"^No temporary folder could be made: No such file or directory\.$"
    ):
        run_apart(Count(1), nothing_told, TrainingControl(), nothing)


def test_it_is_stopped_while_it_works() -> None:
    control = TrainingControl()

    def tell(event: object) -> None:
        if event == 2:
            control.stop()

    with pytest.raises(Cancelled):
        run_apart(Count(100_000), tell, control, nothing)


def test_looking_may_stop_it_too() -> None:
    told: list[object] = []

    def look() -> None:
        if told:
            raise Cancelled

    with pytest.raises(Cancelled):
        run_apart(Count(100_000), told.append, TrainingControl(), look)


def test_work_that_does_not_listen_is_ended() -> None:
    control = TrainingControl()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        run_apart(Deaf(), lambda event: control.stop(), control, nothing, grace_s=0.3)
    assert time.monotonic() - started < PATIENCE_S


def test_work_that_has_told_nothing_yet_may_be_given_less_time() -> None:
    control = TrainingControl()
    control.stop()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        run_apart(Mute(), nothing_told, control, nothing, grace_s=600, start_grace_s=0.1)
    assert time.monotonic() - started < PATIENCE_S
    # Once it told something, it has as long as it needs.
    again = TrainingControl()
    told: list[object] = []

    def tell(event: object) -> None:
        told.append(event)
        again.stop()

    assert run_apart(Save(), tell, again, nothing, start_grace_s=0.0) == "saved"
    assert told == ["begun"]


def test_it_waits_while_paused() -> None:
    control = TrainingControl()
    told: list[object] = []
    results: list[object] = []
    thread = threading.Thread(
        target=lambda: results.append(run_apart(Count(40), told.append, control, nothing))
    )
    thread.start()
    until(lambda: len(told) > 1)
    control.pause()
    # What was under way when it was told still comes; then nothing does.
    quiet: list[int] = []
    until(lambda: (quiet.append(len(told)), time.sleep(0.1), len(quiet) > 6 and quiet[-1] == quiet[-6])[-1])
    assert len(told) < 40
    control.resume()
    thread.join(PATIENCE_S)
    assert results == ["counted to 40"]


PARENT = """
import sys
sys.path.insert(0, sys.argv[1])
from apart_works import SayWho
from forensic_lpr.operations.apart import run_apart
from forensic_lpr.training.control import TrainingControl
if __name__ == "__main__":
    run_apart(SayWho(sys.argv[2]), print, TrainingControl(), lambda: None)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_it_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    script, number = tmp_path / "parent.py", tmp_path / "number"
    script.write_text(PARENT)
    parent = subprocess.Popen(
        [sys.executable, str(script), str(Path(__file__).parent), str(number)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    until(lambda: number.exists() and number.read_text() != "")
    child = int(number.read_text())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until(lambda: not alive(child))


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_the_names_of_works_do_not_bring_torch() -> None:
    script = (
        "import sys, forensic_lpr.operations.apart, forensic_lpr.operations.trainwork, "
        "forensic_lpr.operations.modelwork; print('torch' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
