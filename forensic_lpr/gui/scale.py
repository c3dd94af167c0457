"""Where a parameter's value stands on a slider, and which values it can have. Free of Qt."""

import math

from forensic_lpr.core.operation import Number, Value
from forensic_lpr.core.recipe import Step

POSITIONS = 1000
"""Places on a slider."""


def position_of(number: Number, value: float) -> int:
    """The slider's place for a value, 0 to 1000."""
    low, high, at = (_bent(number, v) for v in (number.low, number.high, value))
    return round(POSITIONS * (at - low) / (high - low))


def value_at(number: Number, position: int) -> Value:
    """The value at a slider's place, one that the parameter can have."""
    low, high = _bent(number, number.low), _bent(number, number.high)
    at = low + (high - low) * position / POSITIONS
    return snapped(number, math.exp(at) if number.logarithmic else at)


def snapped(number: Number, value: float) -> Value:
    """The nearest value that the parameter can have, with no more decimals than are worth setting."""
    value = min(max(value, number.low), number.high)
    if number.decimals:
        return round(float(value), number.decimals)
    steps = math.floor((value - number.low) / number.step + 0.5)
    most = int(number.high - number.low) // number.step
    return int(number.low) + min(steps, most) * number.step


def fitted(step: Step, name: str, value: Value) -> Step:
    """The step with another value, kept on its side of a parameter that it must not pass."""
    if name in step.about.ascending:
        lower, upper = step.about.ascending
        if name == lower:
            value = min(int(value), int(step.value(upper)) - 1)
        else:
            value = max(int(value), int(step.value(lower)) + 1)
    return step.changed(name, value)


def _bent(number: Number, value: float) -> float:
    return math.log(value) if number.logarithmic else value
