"""Which frame is due while a clip plays at true speed. Free of Qt."""

from bisect import bisect_right
from itertools import accumulate

from forensic_lpr.core.evidence import FrameTable


class PlayClock:
    """Maps time passed since the start of playing to the frame that is due.

    Frames are skipped, never delayed, when the machine is too slow; so the speed stays true.
    """

    def __init__(self, table: FrameTable, start: int, speed: int, now: float) -> None:
        """Start playing.

        Args:
            table: The clip's frames.
            start: Number of the frame shown now.
            speed: 1 for true speed, negative for backward.
            now: The time on any steady clock, in seconds.
        """
        # Where recorders' clocks jump back, the frames follow one another without a pause.
        self._times = list(accumulate((float(row.ref.seconds) for row in table.rows), max))
        self._from = self._times[start]
        self._began = now
        self.speed = speed

    def due(self, now: float) -> int:
        """Number of the frame that is due."""
        time = self._from + (now - self._began) * self.speed
        return max(0, min(len(self._times) - 1, bisect_right(self._times, time + 1e-9) - 1))

    def ended(self, index: int) -> bool:
        """Whether there is nothing left to play in this direction after a frame."""
        return index <= 0 if self.speed < 0 else index >= len(self._times) - 1
