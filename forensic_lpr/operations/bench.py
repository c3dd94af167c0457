"""Measure this machine: medians of wall-clock times, and the reading against the machine's own arithmetic."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import rank_plates
from forensic_lpr.errors import BenchFailed
from forensic_lpr.operations.bench_frames import frame_figures
from forensic_lpr.operations.figures import Figure
from forensic_lpr.operations.read import PLATES, look, slot_sets
from forensic_lpr.recognition.flops import matmul_seconds, multiply_adds
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.synthesis.sampler import Sampler, use_one_thread
from forensic_lpr.training.speed import samples_per_second

REPEATS = 60
SYNTHESIS_SAMPLES = 600
_WINDOW_STARTS = 3


def measure(weights: str, progress: Progress = silent) -> tuple[Figure, ...]:
    """All figures, some minutes; the machine should be otherwise idle.

    Raises:
        WeightsInvalid: the weights cannot be used.
    """
    recognizer = Recognizer.load(weights)
    parts: list[Callable[[], list[Figure]]] = [
        lambda: _reading(recognizer),
        _synthesis,
        lambda: _training(recognizer),
        frame_figures,
        _starting,
    ]
    figures: list[Figure] = []
    for done, part in enumerate(parts):
        progress(done, len(parts))
        figures.extend(part())
    progress(len(parts), len(parts))
    return tuple(figures)


def _median_ms(action: Callable[[], object], repeats: int = REPEATS) -> float:
    times = []
    for _ in range(repeats + 5):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return 1e3 * median(times[5:])  # the first calls warm caches up


def _reading(recognizer: Recognizer) -> list[Figure]:
    """Forward pass, its ratio to a plain matrix multiply of the same work, and the whole read."""
    rng = np.random.default_rng(0)
    width, height = recognizer.input_size
    plate = rng.integers(0, 255, (height, width), dtype=np.uint8)
    picture = rng.integers(0, 255, (720, 1280, 3), dtype=np.uint8)
    quad = Quad.from_points([(600.2, 300.1), (720.4, 310.7), (719.0, 350.2), (598.8, 340.0)])
    syntaxes = [slot_sets(f) for f in load_formats()]

    def whole() -> None:
        _, slots = look(picture, quad, recognizer)
        rank_plates(slots.log_probabilities, slots.alphabet, syntaxes, PLATES)
        rank_plates(slots.log_probabilities, slots.alphabet, (), PLATES)

    forward = _median_ms(lambda: recognizer.look(plate))
    work = multiply_adds(recognizer)
    bound = 1e3 * matmul_seconds(work)
    return [
        Figure("forward_ms", f"forward pass, batch 1 ({recognizer.identity.network})", forward, "ms"),
        Figure("forward_mmac", "multiply-adds of a forward pass", work / 1e6, "M"),
        Figure("matmul_ms", "matrix multiply of the same number of multiply-adds, 1 thread", bound, "ms"),
        Figure("forward_ratio", "forward pass over that matrix multiply", forward / bound, "x"),
        Figure("read_ms", "whole read, rectification to ranked plates", _median_ms(whole), "ms"),
    ]


def _synthesis() -> list[Figure]:
    use_one_thread()
    sampler = Sampler(1, load_formats(), (120, 40))
    for index in range(60):
        sampler(index)
    start = time.process_time()
    for index in range(300, 300 + SYNTHESIS_SAMPLES):
        sampler(index)
    rate = SYNTHESIS_SAMPLES / (time.process_time() - start)
    return [Figure("synthesis_per_s", "synthetic samples per second of one core", rate, "/s")]


def _training(recognizer: Recognizer) -> list[Figure]:
    network = recognizer.identity.network
    fixed, fed = samples_per_second(network, load_formats())
    return [
        Figure("training_per_s", f"training samples per second, with synthesis ({network})", fed, "/s"),
        Figure("training_fixed_per_s", "training samples per second on one batch over and over", fixed, "/s"),
    ]


_START = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.preferences import Preferences
application = QApplication([])
desk = Desk(application, Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
desk.window.show()
application.processEvents()
print("shown", flush=True)
desk.close()
"""


def _starting() -> list[Figure]:
    """From nothing to the painted window, in a process of its own without a screen."""
    if paths.frozen():
        return []  # its Python cannot be told to run a script
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(_WINDOW_STARTS):
            start = time.perf_counter()
            process = subprocess.Popen(
                [sys.executable, "-c", _START, str(Path(folder) / "settings.ini")],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                cwd=paths.resources().parent,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )
            assert process.stdout is not None
            shown = process.stdout.readline().strip() == "shown"
            times.append(time.perf_counter() - start)
            process.communicate()
            if not shown:
                raise BenchFailed("The window could not be started without a screen.")
    return [
        Figure(
            "window_start_ms", "window start to first paint, from a new process", 1e3 * median(times), "ms"
        )
    ]
