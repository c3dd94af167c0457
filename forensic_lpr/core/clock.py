"""The scene clock: what a clock in the picture shows at one frame, and so at every other."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from forensic_lpr.core.evidence import FrameRef


@dataclass(frozen=True)
class SceneClock:
    """An offset from a clip's own time to the time that the examiner read off the picture.

    Attributes:
        frame: The frame in which the clock was read.
        shown: What it shows there. Without an offset from UTC it is the clock's own time, whatever zone that is.
    """

    frame: FrameRef
    shown: datetime

    def at(self, frame: FrameRef) -> datetime | None:
        """What the clock shows at another frame, to the microsecond below; ``None`` outside the years 1 to 9999."""
        seconds = frame.seconds - self.frame.seconds
        try:
            return self.shown + timedelta(microseconds=int(seconds * 1_000_000 // 1))
        except OverflowError:
            return None


def parse_shown(text: str) -> datetime | None:
    """The date and time in a text such as ``2026-03-01 12:00:00.48``, ISO 8601; ``None`` when it is none."""
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None


def clock_text(shown: datetime | None) -> str:
    """A date and time to the millisecond below; empty when there is none."""
    return "" if shown is None else shown.isoformat(sep=" ", timespec="milliseconds")
