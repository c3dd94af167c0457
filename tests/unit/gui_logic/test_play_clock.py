"""Playing follows the time stamps of a clip, not a constant rate."""

from itertools import pairwise
from pathlib import Path

import pytest

from forensic_lpr.gui.play_clock import PlayClock
from forensic_lpr.media.table import build_table, frame_at_time
from forensic_lpr.synthesis.numbered import CLIPS


@pytest.mark.parametrize("name", ["h264-vfr-mkv", "h264-vfr-mp4", "h264-vfr-ts"])
@pytest.mark.parametrize("speed", [1, 2, -1])
def test_a_clip_of_variable_rate_plays_in_true_time(name: str, speed: int, tmp_path: Path) -> None:
    table = build_table(next(clip for clip in CLIPS if clip.name == name).write(tmp_path))
    times = [row.ref.seconds for row in table.rows]
    steps = {round(float(later - earlier), 3) for earlier, later in pairwise(times)}
    assert len(steps) > 2  # or a constant rate would pass as well
    start = 0 if speed > 0 else len(times) - 1
    clock = PlayClock(table, start, speed, 100.0)
    for passed in range(0, int(float(times[-1] - times[0]) / abs(speed) * 1000), 7):
        shown = float(times[start]) + speed * passed / 1000
        assert clock.due(100.0 + passed / 1000) == frame_at_time(table, shown + 1e-9).index
