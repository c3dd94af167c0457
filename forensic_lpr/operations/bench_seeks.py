"""Measure access to frames: is every frame of every kind of clip the right one, and how long does a jump take?"""

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.media.fields import FieldSource
from forensic_lpr.media.source import FrameSource
from forensic_lpr.media.video import VideoSource
from forensic_lpr.synthesis.numbered import CLIPS, WOVEN, NumberedClip

SEEKS = 500
SEED = 20261124


@dataclass(frozen=True)
class SeekScore:
    """Random jumps in one clip.

    Attributes:
        clip: Name of the clip.
        right: Jumps that gave the frame asked for, by the number drawn in it.
        total: Jumps.
        median_ms: Median time of a jump in milliseconds, nothing kept from earlier ones.
    """

    clip: str
    right: int
    total: int
    median_ms: float


def measure_seeks(
    seeks: int = SEEKS, clips: Sequence[NumberedClip] = (*CLIPS, *WOVEN), progress: Progress = silent
) -> tuple[SeekScore, ...]:
    """Jump at random in every clip, with no decoded picture kept, and look at the drawn numbers.

    Args:
        seeks: Jumps per clip, of which each frame gets at least one where there are enough.
        clips: The clips; they are made in a temporary folder.
        progress: Told clips done.
    """
    scores = []
    with tempfile.TemporaryDirectory() as folder:
        for done, clip in enumerate(clips):
            progress(done, len(clips), clip.name)
            scores.append(_score(clip, clip.write(Path(folder)), seeks))
    progress(len(clips), len(clips))
    return tuple(scores)


def _score(clip: NumberedClip, path: Path, seeks: int) -> SeekScore:
    rng = np.random.default_rng(SEED)
    every = np.arange(clip.frames)
    wanted = np.concatenate([every, rng.integers(0, clip.frames, max(0, seeks - clip.frames))])[:seeks]
    times, right = [], 0
    with _opened(path, clip) as source:
        table = source.table()
        for index in rng.permutation(wanted):
            start = time.perf_counter()
            try:
                image = source.frame(table.rows[index].ref).image
            except (ForensicLprError, IndexError):
                continue  # no frame is not the right frame
            times.append(time.perf_counter() - start)
            right += clip.seen(image) == clip.drawn(int(index))
    return SeekScore(clip.name, right, len(wanted), 1e3 * median(times) if times else float("nan"))


def _opened(path: Path, clip: NumberedClip) -> FrameSource:
    """The clip with no decoded picture kept; its fields where they have the numbers."""
    frames = VideoSource(path, cache_bytes=1)
    return FieldSource(frames, clip.woven, path.name) if clip.woven else frames
