"""Measure how quickly frames come: random jumps, steps back, the whole table, and opening an hour of recording."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.media.container import open_clip
from forensic_lpr.media.pump import Pump
from forensic_lpr.media.source import open_source
from forensic_lpr.operations.acquire import acquire
from forensic_lpr.operations.figures import Figure
from forensic_lpr.synthesis.codec import write_clip

SEEKS = 41
STEPS = 100
_HD = (1920, 1080)
_GOP = 250
_HOUR_SECONDS = 3600
_HOUR_RATE = 5
_HOUR_SIZE = (320, 240)


def frame_figures() -> list[Figure]:
    """All figures on frames; some minutes, nearly all of them for making the clips."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_long_groups(Path(folder) / "long.mp4"), *_an_hour(Path(folder) / "hour.mp4")]


def _long_groups(path: Path) -> list[Figure]:
    """A 1080p H.264 clip with a key frame every 250 frames."""
    rng = np.random.default_rng(0)
    options = {"g": str(_GOP), "preset": "ultrafast", "sc_threshold": "0", "bf": "2"}
    write_clip(path, _moving(_HD, 2 * _GOP), 25, 4_000_000, options)
    half = _half_a_group(path)
    with open_source(path) as source:
        start = time.perf_counter()
        table = source.table()
        whole = time.perf_counter() - start
        refs = [row.ref for row in table.rows]
        seeks = []
        for index in rng.choice(len(refs), SEEKS, replace=False):
            source.rest()
            start = time.perf_counter()
            source.frame(refs[index])
            seeks.append(time.perf_counter() - start)
        source.frame(refs[-10])
        steps = []
        for index in range(len(refs) - 11, len(refs) - 11 - STEPS, -1):
            start = time.perf_counter()
            source.frame(refs[index])
            steps.append(time.perf_counter() - start)
    seek = median(seeks)
    return [
        Figure("seek_ms", "random seek, 1080p H.264, 250-frame GOP, nothing kept (median)", 1e3 * seek, "ms"),
        Figure("half_gop_ms", "decoding half such a GOP (125 frames)", 1e3 * half, "ms"),
        Figure("seek_ratio", "random seek over decoding half a GOP", seek / half, "x"),
        Figure("step_back_ms", f"one frame back, of {STEPS} in a row (median)", 1e3 * median(steps), "ms"),
        Figure("step_back_most_ms", f"one frame back, of {STEPS} in a row (slowest)", 1e3 * max(steps), "ms"),
        Figure("table_per_s", "frame table, frames per second", len(refs) / whole, "/s"),
    ]


def _half_a_group(path: Path) -> float:
    """Seconds for decoding half a group of pictures and nothing else, from the first key on; the median of five."""
    times = []
    for _ in range(5):
        clip = open_clip(path)
        pump, frames = Pump(clip), 0
        start = time.perf_counter()
        while frames < _GOP // 2 and (decoded := pump.step()) is not None:
            frames += len(decoded)
        times.append(time.perf_counter() - start)
        clip.close()
    return median(times)


def _an_hour(path: Path) -> list[Figure]:
    """An hour of small pictures: hashing, probing, the first frame; the table follows in the background."""
    count = _HOUR_SECONDS * _HOUR_RATE
    write_clip(path, _moving(_HOUR_SIZE, count), _HOUR_RATE, 400_000, {"g": "50", "preset": "ultrafast"})
    start = time.perf_counter()
    item = acquire(path)
    with open_source(path) as source:
        source.first()
        opened = time.perf_counter() - start
    size = item.digests.size / 1e6
    return [
        Figure("open_hour_s", f"opening an hour of recording ({size:.0f} MB) to its first frame", opened, "s")
    ]


def _moving(size: tuple[int, int], count: int) -> Iterator[NDArray[np.uint8]]:
    """Pictures of coarse noise that moves to the right."""
    width, height = size
    rng = np.random.default_rng(0)
    ground = rng.integers(0, 255, (height // 8, width // 8, 3), dtype=np.uint8).repeat(8, 0).repeat(8, 1)
    return (np.roll(ground, 3 * k, axis=1) for k in range(count))
