"""Does the window stay fluid while a network trains behind it? Measured in a window of its own, without a screen.

A timer of 16 ms runs in the window while a corner of a marked plate is dragged and read live; once alone, once while a
recognizer trains. How late the timer comes is how long the window could not have answered.
"""

import json
import os
import subprocess
import sys
import tempfile

from forensic_lpr import paths
from forensic_lpr.errors import BenchFailed
from forensic_lpr.operations.figures import Figure

SECONDS = 40
_START_S = 300
_SCRIPT = """
import json, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication
from forensic_lpr.core.geometry import Quad
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.marking import Marking
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.operations.trainwork import RecognizerOrder, TrainRecognizer
from forensic_lpr.training.shares import USUAL

seconds, folder = float(sys.argv[1]), Path(sys.argv[2])
application = QApplication([])
desk = Desk(application, Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)))
window = desk.window
window.resize(1280, 800)
window.show()

def spin(seconds, until=lambda: False):
    loop, end = QEventLoop(), time.monotonic() + seconds
    look = QTimer(interval=20)
    look.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > end else None)
    look.start()
    loop.exec()
    look.stop()

def measure(seconds):
    late, last = [], [time.perf_counter()]
    def tick():
        now = time.perf_counter()
        late.append(1e3 * (now - last[0]))
        last[0] = now
    def drag():
        quad = window.session.marking.quad
        points = list(quad.points())
        points[0] = (points[0][0] + (0.5 if len(late) % 2 else -0.5), points[0][1])
        window.session.mark(Marking((), Quad(*points), 0))
    timer = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    hand = QTimer(interval=40)
    hand.timeout.connect(drag)
    read = [0]
    window.session.reading_changed.connect(lambda: read.__setitem__(0, read[0] + 1))
    timer.start()
    hand.start()
    spin(seconds)
    timer.stop()
    hand.stop()
    late.sort()
    return {"p50": late[len(late) // 2], "p99": late[int(0.99 * len(late))], "max": late[-1], "readings": read[0]}

window.open_sample()
spin(60, lambda: window.session.frame is not None)
window.reader.warm_up()
height, width = window.session.frame.image.shape[:2]
window.session.mark(
    Marking((), Quad.from_points([(width * x, height * y) for x, y in ((.4, .5), (.6, .5), (.6, .6), (.4, .6))]), 0)
)
window.casework.unblind("a measurement")
spin(120, lambda: window.session.reading_is_current)
window.workspaces.show("train")
spin(120, lambda: bool(window.train.models.all))
window.train.show_tab("recognizer")
spin(60, lambda: not desk.runner.busy)
window.workspaces.show("examine")
alone = measure(seconds)
settings = (("samples", 1_000_000), ("batch", 32), ("minutes", 0.0))
order = RecognizerOrder(None, "quick", "default", "", USUAL, "", window.train.material.drawn, settings)
window.train.trainer.start(TrainRecognizer(folder / "run", order), folder / "run")
window.workspaces.show("train")
spin(240, lambda: window.train.trainer.status is not None or not window.train.trainer.busy)
begun = window.train.trainer.status
window.workspaces.show("examine")
examining = measure(seconds / 2)
window.workspaces.show("train")
watching = measure(seconds / 2)
done = window.train.trainer.status
asked = time.perf_counter()
window.train.trainer.stop()
spin(30, lambda: not window.train.trainer.busy)
stopped = time.perf_counter() - asked
samples = done.samples - begun.samples if begun is not None and done is not None else 0
print("FIGURES" + json.dumps(
    {"alone": alone, "examining": examining, "watching": watching, "samples": samples, "stop": stopped}
), flush=True)
desk.close()
"""


def measure_window(seconds: float = SECONDS) -> tuple[Figure, ...]:
    """How late a timer of 16 ms comes, alone and while a network trains; some minutes on an idle machine.

    Raises:
        BenchFailed: the window could not be started, or the training did not run.
    """
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                [sys.executable, "-c", _SCRIPT, str(seconds), folder],
                capture_output=True,
                text=True,
                cwd=paths.resources().parent,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": folder},
                timeout=_START_S + 6 * seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise BenchFailed("The window did not come to its end in time.") from error
    line = next((line for line in done.stdout.splitlines() if line.startswith("FIGURES")), "")
    if not line:
        raise BenchFailed("The window could not be measured without a screen.")
    found = json.loads(line.removeprefix("FIGURES"))
    if not found["samples"]:
        raise BenchFailed("The training behind the window did not run.")
    figures = []
    for name, words in (
        ("alone", "alone"),
        ("examining", "while training, in Examine"),
        ("watching", "while training, in Train"),
    ):
        part = found[name]
        figures += [
            Figure(f"window_{name}_p99_ms", f"16 ms timer, 99 of 100 within, {words}", part["p99"], "ms"),
            Figure(f"window_{name}_max_ms", f"16 ms timer, longest stall, {words}", part["max"], "ms"),
            Figure(
                f"window_{name}_readings", f"readings that followed the corner, {words}", part["readings"], ""
            ),
        ]
    figures.append(Figure("window_samples", "training samples seen meanwhile", found["samples"], ""))
    figures.append(Figure("window_stop_s", "from Stop to saved and ended", found["stop"], "s"))
    return tuple(figures)
