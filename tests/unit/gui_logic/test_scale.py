"""Sliders and values: there and back, only what a parameter can have, never past a limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_lpr.core.catalogue import OPERATIONS
from forensic_lpr.core.operation import Number
from forensic_lpr.core.recipe import Step
from forensic_lpr.gui.scale import POSITIONS, fitted, position_of, snapped, value_at

NUMBERS = [(o, p) for o in OPERATIONS for p in o.parameters if isinstance(p, Number)]


@pytest.mark.parametrize(("operation", "number"), NUMBERS, ids=lambda x: x.name)
def test_every_place_is_a_value_that_a_step_takes(operation: object, number: Number) -> None:
    assert value_at(number, 0) == number.low and value_at(number, POSITIONS) == number.high
    values = [value_at(number, position) for position in range(0, POSITIONS + 1, 7)]
    assert values == sorted(values)
    for value in values:
        assert number.checked(value) == value
    assert position_of(number, number.low) == 0 and position_of(number, number.high) == POSITIONS
    assert abs(float(value_at(number, position_of(number, number.default))) - number.default) <= max(
        (number.high - number.low) / POSITIONS, 10.0**-number.decimals
    )


def test_equal_ways_on_a_logarithmic_slider_are_equal_ratios() -> None:
    gamma = next(p for o, p in NUMBERS if o.name == "gamma")
    assert gamma.logarithmic
    low, middle, high = (float(value_at(gamma, p)) for p in (0, POSITIONS // 2, POSITIONS))
    assert middle / low == pytest.approx(high / middle, rel=0.02)


@given(st.floats(-100, 100))
def test_odd_sizes_stay_odd(value: float) -> None:
    patch = next(p for _, p in NUMBERS if p.name == "patch")
    found = snapped(patch, value)
    assert patch.checked(found) == found
    assert abs(float(found) - min(max(value, 3), 11)) <= 1


@pytest.mark.parametrize(("name", "value", "kept"), [("black", 250, 99), ("white", 3, 41), ("black", 7, 7)])
def test_black_and_white_do_not_pass_each_other(name: str, value: int, kept: int) -> None:
    step = Step.of("levels", black=40, white=100)
    assert fitted(step, name, value).value(name) == kept


def test_another_parameter_is_just_changed() -> None:
    assert fitted(Step.of("gamma"), "gamma", 2.5).value("gamma") == 2.5
