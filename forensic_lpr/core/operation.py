"""What an enhancement is: its parameters with their ranges, what it does, where it is described."""

import math
from dataclasses import dataclass
from typing import Literal

from forensic_lpr.errors import RecipeInvalid

Value = int | float | str
Purpose = Literal["light", "colour", "noise", "sharpness", "interlacing"]


@dataclass(frozen=True)
class Number:
    """A parameter that is a number.

    Attributes:
        name: Name in recipes.
        title: Name for people.
        unit: Unit with its leading space where one is written, empty for a plain number.
        low: Least value.
        high: Greatest value.
        default: Value of a new step.
        words: What it means, one sentence.
        decimals: Digits after the point that are worth setting; 0 for a whole number.
        step: Distance of two values that are allowed, for whole numbers.
        logarithmic: Whether equal ratios, not equal differences, are equal changes to the eye.
    """

    name: str
    title: str
    unit: str
    low: float
    high: float
    default: float
    words: str
    decimals: int = 0
    step: int = 1
    logarithmic: bool = False

    def checked(self, value: object) -> Value:
        """The value as a recipe holds it: int for whole numbers, else float.

        Raises:
            RecipeInvalid: It is no number, or outside of its range.
        """
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise RecipeInvalid(f"{self.title} must be a number, not {_shown(value)}.")
        if not (math.isfinite(value) if isinstance(value, float) else True):
            raise RecipeInvalid(f"{self.title} must be a finite number.")
        if not self.low <= value <= self.high:
            raise RecipeInvalid(
                f"{self.title} must lie from {self.low:g} to {self.high:g}{self.unit}, not {_shown(value)}."
            )
        if self.decimals:
            return float(value) + 0.0  # no negative zero: one value, one way to write it
        if value != int(value) or (int(value) - int(self.low)) % self.step:
            wanted = "a whole number" if self.step == 1 else f"{self.low:g} plus a multiple of {self.step}"
            raise RecipeInvalid(f"{self.title} must be {wanted}, not {_shown(value)}.")
        return int(value)

    def told(self, value: Value) -> str:
        """A value with its unit."""
        return f"{value:.{self.decimals}f}{self.unit}" if self._is_short(value) else f"{value}{self.unit}"

    def _is_short(self, value: Value) -> bool:
        """Whether nothing is lost by writing no more than the usual decimals."""
        return isinstance(value, int | float) and round(value, self.decimals) == value


@dataclass(frozen=True)
class Choice:
    """A parameter that is one of a few words.

    Attributes:
        name: Name in recipes.
        title: Name for people.
        options: Value in recipes and name for people of each.
        default: Value of a new step.
        words: What it means, one sentence.
    """

    name: str
    title: str
    options: tuple[tuple[str, str], ...]
    default: str
    words: str

    def checked(self, value: object) -> Value:
        """The value; raises :class:`RecipeInvalid` when it is none of the options."""
        if value not in [option for option, _ in self.options]:
            known = ", ".join(option for option, _ in self.options)
            raise RecipeInvalid(f"{self.title} must be one of {known}, not {_shown(value)}.")
        return str(value)

    def told(self, value: Value) -> str:
        """The name of an option for people."""
        return dict(self.options)[str(value)]


Parameter = Number | Choice


@dataclass(frozen=True)
class Operation:
    """An enhancement.

    Attributes:
        name: Name in recipes.
        title: Name for people.
        purpose: What it is used for; menus and tables are grouped by it.
        parameters: In the order in which they are set.
        does: What it does, in plain words.
        cannot: What it cannot do, or may do wrong, in plain words.
        reference: Where it is described.
        ascending: Names of two parameters of which the first must be the smaller one; empty for none.
        heavy: Whether a large picture takes long, so that the part seen is shown first.
    """

    name: str
    title: str
    purpose: Purpose
    parameters: tuple[Parameter, ...]
    does: str
    cannot: str
    reference: str
    ascending: tuple[str, ...] = ()
    heavy: bool = False

    def parameter(self, name: str) -> Parameter:
        """The parameter with a name.

        Raises:
            RecipeInvalid: There is none.
        """
        found = next((parameter for parameter in self.parameters if parameter.name == name), None)
        if found is None:
            raise RecipeInvalid(f"{self.title} has no parameter {_shown(name)}.")
        return found

    def checked(self, given: tuple[tuple[str, object], ...]) -> tuple[tuple[str, Value], ...]:
        """Parameters complete and in range, sorted by name.

        Raises:
            RecipeInvalid: One is missing, unknown, given twice or out of its range.
        """
        values = {name: self.parameter(name).checked(value) for name, value in given}
        if len(values) < len(given):
            raise RecipeInvalid(f"{self.title} has a parameter twice.")
        missing = [parameter.name for parameter in self.parameters if parameter.name not in values]
        if missing:
            raise RecipeInvalid(f"{self.title} lacks the parameter {missing[0]!r}.")
        if self.ascending:
            lower, upper = (self.parameter(name) for name in self.ascending)
            if not float(values[lower.name]) < float(values[upper.name]):
                raise RecipeInvalid(
                    f"{self.title}: {lower.title} must be smaller than {upper.title}, "
                    f"not {values[lower.name]} and {values[upper.name]}."
                )
        return tuple(sorted(values.items()))


def _shown(value: object) -> str:
    """A value from a file, short enough for a sentence."""
    text = repr(value) if not isinstance(value, int) or abs(value) < 10**12 else "a huge number"
    return text if len(text) <= 40 else text[:39] + "…"
