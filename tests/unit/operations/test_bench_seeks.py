"""The measure of access to frames, and that it can fail."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from forensic_lpr.operations import bench_seeks
from forensic_lpr.synthesis.numbered import CLIPS, NumberedClip

CHOSEN = tuple(clip for clip in CLIPS if clip.name in ("h264-turned-mp4", "mpeg2-ps"))


def test_every_jump_is_right_in_sound_clips() -> None:
    told: list[str] = []
    scores = bench_seeks.measure_seeks(70, CHOSEN, lambda done, total, text="": told.append(text))
    assert [(score.clip, score.right, score.total) for score in scores] == [
        ("h264-turned-mp4", 70, 70),
        ("mpeg2-ps", 70, 70),
    ]
    assert all(score.median_ms > 0 for score in scores)
    assert told == ["h264-turned-mp4", "mpeg2-ps", ""]


def test_wrong_frames_are_counted() -> None:
    class Shifted(NumberedClip):
        def seen(self, image: NDArray[np.uint8]) -> int:
            return max(0, super().seen(image) - 1)

    (score,) = bench_seeks.measure_seeks(60, [Shifted("shifted", "mkv", "libx264", b_frames=2)])
    assert (score.right, score.total) == (1, 60)


def test_clips_differ_in_name_and_show_their_numbers(tmp_path: Path) -> None:
    assert len({clip.name for clip in CLIPS}) == len(CLIPS)
    clip = NumberedClip("two", "mkv", "libx264", streams=2, frames=9)
    assert [clip.drawn(index, 1) for index in (0, 8)] == [8, 0]
    with pytest.raises(ValueError, match="codec"):
        NumberedClip("none", "mkv", "no such codec").write(tmp_path)
