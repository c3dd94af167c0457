"""Axes of the plots of a training, and lengths of time in words."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_lpr.gui.training.scales import axis, duration, round_step, short_number, upto

values = st.floats(-1e9, 1e9)


@given(values, values, st.integers(1, 12))
def test_an_axis_holds_all_values_between_round_numbers(a: float, b: float, most: int) -> None:
    low, high = min(a, b), max(a, b)
    found = axis(low, high, most)
    slack = 1e-6 * max(1.0, abs(low), abs(high))
    assert found.low <= low + slack
    assert found.high >= high - slack
    assert found.high > found.low
    assert found.share(found.low) == 0
    assert found.share(found.high) == pytest.approx(1)
    assert len(found.ticks) <= most + 3


def test_a_growing_axis_ends_where_it_is_told() -> None:
    found = upto(960, 6)
    assert (found.low, found.high) == (0, 960)
    assert found.ticks == (0, 200, 400, 600, 800)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -1.0, 0.0])
def test_an_axis_of_nothing_is_still_one(bad: float) -> None:
    assert upto(bad, 5).high == 1
    assert axis(bad, bad, 5).high > axis(bad, bad, 5).low


def test_steps_are_round() -> None:
    assert [round_step(x) for x in (0.03, 1.0, 1.1, 21.0, 26.0, 700.0)] == [
        0.05,
        1.0,
        2.0,
        25.0,
        50.0,
        1000.0,
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (200, "200"),
        (25_600, "25.6 k"),
        (1_200_000, "1.2 M"),
        (6e-4, "6e-4"),
        (1.5e-4, "1.5e-4"),
        (0.875, "0.875"),
    ],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert short_number(value) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(3.4, "3 s"), (-1, "0 s"), (120, "2 min"), (3900, "65 min"), (7500, "2 h 05 min")]
)
def test_time_is_told_for_people(seconds: float, text: str) -> None:
    assert duration(seconds) == text
