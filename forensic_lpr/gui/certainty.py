"""How sure a slot looks, in three classes with a shape and a word each, so that colour never stands alone."""

from dataclasses import dataclass

from forensic_lpr.gui.language import number

CERTAIN_FROM, PROBABLE_FROM = 0.95, 0.60
"""Probabilities of the likeliest character; the network's own, not yet calibrated."""


@dataclass(frozen=True)
class Certainty:
    """A class of certainty.

    Attributes:
        name: Token of its colour, and its English name.
        shape: Its mark.
    """

    name: str
    shape: str


CERTAIN = Certainty("certain", "●")
PROBABLE = Certainty("probable", "◐")
UNDETERMINED = Certainty("undetermined", "○")
CLASSES = (CERTAIN, PROBABLE, UNDETERMINED)


def certainty(probability: float) -> Certainty:
    """The class of a slot whose likeliest character has this probability."""
    if probability >= CERTAIN_FROM:
        return CERTAIN
    return PROBABLE if probability >= PROBABLE_FROM else UNDETERMINED


def percent(probability: float) -> str:
    """A probability for people: never 100 % or 0 % when it is not."""
    if 0.999 <= probability < 1:
        return f">{number(99.9, '.1f')} %"
    if 0 < probability < 0.001:
        return f"<{number(0.1, '.1f')} %"
    return f"{number(100 * probability, '.1f')} %"


def short_percent(probability: float) -> str:
    """A probability in few characters, for narrow columns."""
    if 0.995 <= probability < 1:
        return ">99"
    if 0 < probability < 0.005:
        return "<1"
    return f"{probability * 100:.0f}"
