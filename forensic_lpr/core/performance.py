"""How well certain weights read in certain conditions, as it was measured and stored.

A stored result is bound to the weights by their SHA-256: of other weights it says nothing.
"""

import json
from dataclasses import dataclass
from typing import Literal, get_args

from forensic_lpr.core.canonical import canonical, restored
from forensic_lpr.core.metrics import Rate

Blur = Literal["sharp", "soft", "blurred"]
Compression = Literal["light", "medium", "strong"]
BLURS: tuple[Blur, ...] = get_args(Blur)
COMPRESSIONS: tuple[Compression, ...] = get_args(Compression)
WIDTHS: tuple[tuple[float, float], ...] = (
    (18.0, 24.0),
    (24.0, 32.0),
    (32.0, 42.0),
    (42.0, 56.0),
    (56.0, 80.0),
    (80.0, 130.0),
)
"""Classes of plate width in pixels, those of the calibration; the last one stands for wider plates too."""
VERSION = 1


@dataclass(frozen=True)
class Counts:
    """How many of ``n`` plates and ``slots`` slots came out right.

    Attributes:
        exact: Whole plates.
        all_but_one: Plates with at most one wrong character.
        top5: Plates whose truth is among the five likeliest.
        characters: Slots, of the likeliest plate.
        covered: Slots whose true character is in the set that cannot be ruled out.
    """

    n: int
    exact: int
    all_but_one: int
    top5: int
    slots: int
    characters: int
    covered: int

    def rate(self, name: Literal["exact", "all_but_one", "top5"]) -> Rate:
        """A count of plates with its interval."""
        return Rate(int(getattr(self, name)), self.n)

    @property
    def character_rate(self) -> Rate:
        """Slots right, with the interval."""
        return Rate(self.characters, self.slots)


@dataclass(frozen=True)
class Condition:
    """What was counted in one class of conditions.

    Attributes:
        width: Limits of the plate width in pixels.
        detail: 10 %, 50 % and 90 % of the plates show less detail than this, see
            :func:`forensic_lpr.imaging.quality.detail`; so a plate in evidence can be set beside them.
    """

    width: tuple[float, float]
    blur: Blur
    compression: Compression
    counts: Counts
    detail: tuple[float, float, float]


@dataclass(frozen=True)
class Bin:
    """Slots whose likeliest character had a probability within the same limits.

    Attributes:
        low: Lower limit of the probability.
        n: Number of slots.
        said: Sum of their probabilities.
        right: How many were right.
    """

    low: float
    n: int
    said: float
    right: int


@dataclass(frozen=True)
class WidthResult:
    """What was counted in one class of widths, over all blurs and compressions.

    Attributes:
        width: Limits of the plate width in pixels.
        bins: Reliability, ten bins of equal width.
        confusions: (true character, character read, how often), the most frequent first.
    """

    width: tuple[float, float]
    bins: tuple[Bin, ...]
    confusions: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Performance:
    """All stored results of certain weights.

    Attributes:
        weights: Their name.
        weights_sha256: Their digest.
        program_version: Version of the program that measured.
        seed: Seed of the plates, with which they can be drawn again.
        per_condition: Plates drawn per class of conditions.
        conditions: By width, blur and compression.
        widths: By width.
        version: Of this form of storing.
    """

    weights: str
    weights_sha256: str
    program_version: str
    seed: int
    per_condition: int
    conditions: tuple[Condition, ...]
    widths: tuple[WidthResult, ...]
    version: int = VERSION

    @property
    def n(self) -> int:
        """Plates read in all."""
        return sum(condition.counts.n for condition in self.conditions)

    def at(self, width: float) -> tuple[Condition, ...]:
        """The conditions of the class that a plate width falls into."""
        wanted = width_class(width)
        return tuple(condition for condition in self.conditions if condition.width == wanted)

    def result_at(self, width: float) -> WidthResult | None:
        """The class that a plate width falls into."""
        return next((result for result in self.widths if result.width == width_class(width)), None)


def width_class(width: float) -> tuple[float, float]:
    """The class that a plate width in pixels falls into; narrower and wider plates fall into the outer ones."""
    return next((limits for limits in WIDTHS if width < limits[1]), WIDTHS[-1])


def performance_text(performance: Performance) -> str:
    """Stored results as text that people can read too; the same results give the same text."""
    return json.dumps(json.loads(canonical(performance)), indent=1, sort_keys=True) + "\n"


def performance_of(text: str) -> Performance:
    """Stored results from their text.

    Raises:
        ValueError: it is not well formed or of another version.
    """
    found = restored(text, Performance)
    if found.version != VERSION:
        raise ValueError(f"stored results of version {found.version} are not known here")
    return found
