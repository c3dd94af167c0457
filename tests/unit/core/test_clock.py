"""The scene clock: other frames follow from the one that was read."""

from datetime import datetime
from fractions import Fraction

import pytest

from forensic_lpr.core.clock import SceneClock, clock_text, parse_shown
from forensic_lpr.core.evidence import FrameRef

TICK = Fraction(1, 90000)


def at(pts: int) -> FrameRef:
    return FrameRef(0, pts, TICK)


def test_times_follow_from_the_frame_that_was_read() -> None:
    clock = SceneClock(at(90000), datetime(2026, 3, 1, 12, 0, 0))
    assert clock.at(at(90000)) == datetime(2026, 3, 1, 12, 0, 0)
    assert clock.at(at(90000 + 3600)) == datetime(2026, 3, 1, 12, 0, 0, 40000)
    assert clock.at(at(0)) == datetime(2026, 3, 1, 11, 59, 59)
    third = SceneClock(FrameRef(0, 0, Fraction(1, 3)), datetime(2026, 3, 1))
    assert clock_text(third.at(FrameRef(1, 2, Fraction(1, 3)))) == "2026-03-01 00:00:00.666"


def test_a_time_beyond_all_calendars_is_none() -> None:
    clock = SceneClock(at(0), datetime(9999, 12, 31, 23, 59, 59))
    assert clock.at(at(2**62)) is None and clock.at(at(-(2**62))) is None
    assert clock_text(None) == ""


@pytest.mark.parametrize("text", ["2026-03-01T12:00:00.480", " 2026-03-01 12:00:00.48 "])
def test_a_date_and_time_is_understood(text: str) -> None:
    assert parse_shown(text) == datetime(2026, 3, 1, 12, 0, 0, 480000)


@pytest.mark.parametrize("text", ["", "noon", "12:00:00", "2026-02-30 12:00:00"])
def test_anything_else_is_none(text: str) -> None:
    assert parse_shown(text) is None
