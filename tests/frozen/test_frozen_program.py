"""The frozen program on its own: no source tree, no Python in reach, a home that is empty, another folder.

Run with ``--frozen FOLDER`` after ``python3 run.py build``; ``.ci/frozen`` does both. The window is driven by real
key presses of xdotool on a virtual screen, as an examiner without a mouse would.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from key_marking import TEXT, marking_keys

from forensic_lpr.errors import QuadInvalid

PATIENCE_S = 300
CONSOLE, WINDOW = "forensic-lpr", "ForensicLPR"


@dataclass(frozen=True)
class Frozen:
    """The program in its folder, and a person's empty home."""

    folder: Path
    home: Path

    def environment(self, **more: str) -> dict[str, str]:
        """Nothing of ours: no PATH to a Python, no variables, another home."""
        return {"HOME": str(self.home), "PATH": "/nowhere", "LANG": "C.UTF-8", **more}

    def run(self, *arguments: str, seconds: float = PATIENCE_S) -> str:
        """What a command prints; it must succeed."""
        done = subprocess.run(
            [self.folder / CONSOLE, *arguments],
            cwd=self.home,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


pytestmark = pytest.mark.timeout(4 * PATIENCE_S)


@pytest.fixture
def frozen(request: pytest.FixtureRequest, tmp_path: Path) -> Frozen:
    folder = request.config.getoption("--frozen")
    if folder is None:
        pytest.skip("no frozen program was named with --frozen")
    home = tmp_path / "home"
    home.mkdir()
    return Frozen(Path(folder).resolve(), home)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """A virtual screen of the size of a small laptop's."""
    for tool in ("Xvfb", "xdotool"):
        assert shutil.which(tool), f"{tool} is needed to press keys in a window"
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def until(what: str, condition: Callable[[], bool]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.2)


def test_the_way_to_the_plate_is_a_plate_all_along() -> None:
    try:
        pressed = marking_keys()
    except QuadInvalid as error:
        pytest.fail(f"a corner cannot go that way: {error}")
    assert len(pressed) > 40


def test_the_self_test_passes(frozen: Frozen) -> None:
    text = frozen.run("selftest")
    assert TEXT in text and "RFG2H68" in text


def test_child_processes_make_training_samples(frozen: Frozen) -> None:
    frozen.run("train", "recognizer", "--help")
    frozen.run("synth", "preview", str(frozen.home / "grid.png"))
    assert (frozen.home / "grid.png").stat().st_size > 10_000


def test_the_window_reads_the_sample_and_exports_the_report(frozen: Frozen, display: str) -> None:
    environment = frozen.environment(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    window = subprocess.Popen([frozen.folder / WINDOW], cwd=frozen.home, env=environment)
    cases = frozen.home / ".local" / "share" / "forensic-lpr" / "cases"
    report = frozen.home / "sample.pdf"

    def press(*words: str) -> None:
        subprocess.run(
            ["xdotool", *words], env={**os.environ, "DISPLAY": display}, check=True, timeout=PATIENCE_S
        )

    def told(*words: str) -> bool:
        """Whether the case file, or what is written ahead of it, holds all of the words."""
        held = b"".join(path.read_bytes() for path in cases.glob("*.flpr*"))
        return all(word.encode() in held for word in words)

    try:
        press("search", "--sync", "--onlyvisible", "--name", "Forensic LPR", "windowfocus")
        until("both sample files in the case", lambda: told("car-park.jpg", "gate-camera.mp4"))
        press("key", "--delay", "12", *marking_keys())
        press("key", "ctrl+Return")
        press("type", "--delay", "12", TEXT)
        press("key", "Return")
        until("the machine's reading in the case", lambda: told("machine reading shown"))
        press("key", "ctrl+e")
        press("search", "--sync", "--onlyvisible", "--name", "Write the report to", "windowfocus")
        press("key", "alt+w", "ctrl+a")
        press("type", "--delay", "12", str(report))
        press("key", "Return")
        until("the report", report.exists)
        press("search", "--onlyvisible", "--name", "Forensic LPR", "windowfocus")
        press("key", "ctrl+q")
        assert window.wait(PATIENCE_S) == 0
    finally:
        window.kill()
        window.wait()
    with pypdfium2.PdfDocument(report) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert TEXT in text
    shown = frozen.run("case", "show", str(next(cases.glob("*.flpr"))))
    assert TEXT in shown
