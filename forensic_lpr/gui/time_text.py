"""Times and frame numbers as text in the language of the window, and back."""

import re
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from forensic_lpr.core.clock import clock_text
from forensic_lpr.core.numerals import number_text
from forensic_lpr.gui.language import spoken

_TIME = re.compile(r"^(?:(\d+):)?(?:(\d{1,2}):)?(\d+(?:[.,]\d+)?)\s*s?$")
_NUMBER = re.compile(r"^#?\s*(\d+)$")


def time_text(seconds: Fraction) -> str:
    """A time as hh:mm:ss.mmm, rounded down to the millisecond so that no frame is told later than it is."""
    milliseconds = int(abs(seconds) * 1000)
    sign = "-" if seconds < 0 and milliseconds else ""
    rest, milliseconds = divmod(milliseconds, 1000)
    minutes, second = divmod(rest, 60)
    hours, minute = divmod(minutes, 60)
    return number_text(f"{sign}{hours:02d}:{minute:02d}:{second:02d}.{milliseconds:03d}", spoken())


def moment_text(shown: datetime | None) -> str:
    """What a clock in the picture shows, to the millisecond below; empty when it shows nothing."""
    return number_text(clock_text(shown), spoken())


@dataclass(frozen=True)
class Jump:
    """Where to go: a frame number or a time, the other is ``None``."""

    index: int | None = None
    seconds: Fraction | None = None


def parse_jump(text: str) -> Jump | None:
    """Understand a frame number (``1042``, ``#1042``) or a time (``1:12.480``, ``72.48``, ``72s``).

    Returns:
        ``None`` when the text is neither.
    """
    text = text.strip()
    if number := _NUMBER.match(text):
        return Jump(index=int(number[1]))
    found = _TIME.match(text)
    if found is None:
        return None
    first, second, rest = found.groups()
    seconds = Fraction(rest.replace(",", "."))
    parts = [int(part) for part in (first, second) if part is not None]
    for weight, part in zip((60, 3600), reversed(parts), strict=False):
        seconds += weight * part
    return Jump(seconds=seconds)
