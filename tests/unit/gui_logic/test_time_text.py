"""Times as text and back; the clock of playing."""

from fractions import Fraction

import pytest

from forensic_lpr.core.evidence import FrameRef, FrameRow, FrameTable
from forensic_lpr.gui.play_clock import PlayClock
from forensic_lpr.gui.time_text import Jump, parse_jump, time_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (Fraction(0), "00:00:00.000"),
        (Fraction(7248, 100), "00:01:12.480"),
        (Fraction(1, 3), "00:00:00.333"),
        (Fraction(2, 3), "00:00:00.666"),
        (Fraction(3661), "01:01:01.000"),
        (Fraction(-1, 2), "-00:00:00.500"),
        (Fraction(360_000), "100:00:00.000"),
    ],
)
def test_time_text(seconds: Fraction, text: str) -> None:
    assert time_text(seconds) == text


@pytest.mark.parametrize(
    ("text", "jump"),
    [
        ("1042", Jump(index=1042)),
        (" #7 ", Jump(index=7)),
        ("1:12.480", Jump(seconds=Fraction(7248, 100))),
        ("01:01:01", Jump(seconds=Fraction(3661))),
        ("72,5 s", Jump(seconds=Fraction(145, 2))),
        ("72s", Jump(seconds=Fraction(72))),
        ("", None),
        ("soon", None),
        ("-3", None),
        ("1:2:3:4", None),
    ],
)
def test_parse_jump(text: str, jump: Jump | None) -> None:
    assert parse_jump(text) == jump


def test_text_and_back() -> None:
    for milliseconds in (0, 999, 59_999, 60_000, 3_599_999, 3_600_000):
        seconds = Fraction(milliseconds, 1000)
        assert parse_jump(time_text(seconds)) == Jump(seconds=seconds)


def table(*ticks: int) -> FrameTable:
    rows = [FrameRow(FrameRef(k, t, Fraction(1, 100)), "P", k == 0, "") for k, t in enumerate(ticks)]
    return FrameTable(tuple(rows), ())


def test_playing_skips_frames_but_keeps_the_speed() -> None:
    clock = PlayClock(table(0, 4, 8, 12, 16, 20), 1, 1, 50.0)
    assert clock.due(50.0) == 1
    assert clock.due(50.039) == 1
    assert clock.due(50.041) == 2
    assert clock.due(50.13) == 4
    assert clock.due(99.0) == 5
    assert clock.ended(5)
    assert not clock.ended(4)


def test_playing_backward_and_faster() -> None:
    frames = table(0, 4, 8, 12, 16, 20)
    assert PlayClock(frames, 5, -1, 0.0).due(0.081) == 2
    assert PlayClock(frames, 0, 2, 0.0).due(0.041) == 2
    assert PlayClock(frames, 5, -1, 0.0).due(9.0) == 0
    assert PlayClock(frames, 5, -1, 0.0).ended(0)


def test_a_clock_that_jumps_back_does_not_stop_the_clip() -> None:
    clock = PlayClock(table(0, 4, 2, 8), 0, 1, 0.0)
    assert clock.due(0.05) == 2
    assert clock.due(0.09) == 3
