"""Axes: round numbers to write at them, and values to lengths. Knows no widget."""

import math
from dataclasses import dataclass

from forensic_lpr.gui.language import number

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Axis:
    """A linear axis.

    Attributes:
        low: Value at its start.
        high: Value at its end, greater than ``low``.
        ticks: Round values between them, where lines are drawn and numbers written.
    """

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Where a value stands: 0 at the start, 1 at the end."""
        return (value - self.low) / (self.high - self.low)


def axis(low: float, high: float, most: int) -> Axis:
    """An axis that begins and ends at round numbers.

    Args:
        low: Least value to be shown.
        high: Greatest value to be shown.
        most: About how many ticks there is room for.
    """
    if not (math.isfinite(low) and math.isfinite(high)):
        low, high = 0.0, 1.0
    if high - low < 1e-12 * max(1.0, abs(high)):
        high = low + (abs(low) if abs(low) > 1e-9 else 1.0)
    step = round_step((high - low) / max(1, most))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(number * step for number in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks)


def upto(high: float, most: int) -> Axis:
    """An axis from nothing to exactly ``high``, with its ticks at round numbers: for what grows all the time."""
    high = high if math.isfinite(high) and high > 0 else 1.0
    step = round_step(high / max(1, most))
    return Axis(0.0, high, tuple(number * step for number in range(math.floor(high / step + 1e-9) + 1)))


def round_step(rough: float) -> float:
    """The least of 1, 2, 2.5, 5 times a power of ten that is not below a length."""
    power = 10.0 ** math.floor(math.log10(max(rough, 1e-300)))
    return next(power * step for step in _STEPS if power * step >= rough * (1 - 1e-9))


def short_number(value: float) -> str:
    """A number for an axis: 1,200,000 as 1.2 M, 25,600 as 25.6 k, small ones with the digits they need."""
    for factor, sign in ((1e6, " M"), (1e3, " k")):
        if abs(value) >= factor:
            return f"{number(value / factor, 'g')}{sign}"
    if value and abs(value) < 1e-3:
        digits, power = f"{value:.2e}".split("e")  # steps have up to three digits: 1.25e-4
        return f"{number(float(digits), 'g')}e{int(power)}"
    return number(round(value, 6), "g")


def duration(seconds: float) -> str:
    """A length of time for people: 48 s, 12 min, 1 h 05 min."""
    seconds = max(0.0, seconds)
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02d} min"
