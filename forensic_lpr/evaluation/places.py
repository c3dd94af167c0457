"""What is measured of inspections: how often warnings are right or false, and how well legibility foretells reading."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.inspection import GRADES, CautionKind, Grade, grade_of
from forensic_lpr.core.metrics import Rate
from forensic_lpr.imaging.quality import LegibilityFit

MOST_CHARACTERS = 5
"""Characters of seven that count as most of them."""
_BORDERS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0001)
_ROUNDS = 50


@dataclass(frozen=True)
class ReadPlace:
    """A plate that was inspected and read.

    Attributes:
        legibility: As foretold.
        terms: What it was computed from, (5,).
        right: Characters read right.
        slots: Characters there are.
        exact: Whether the whole plate was read.
    """

    legibility: float
    terms: NDArray[np.float64]
    right: int
    slots: int
    exact: bool

    @property
    def truth(self) -> Grade:
        """What the reading showed the plate to be."""
        if self.exact:
            return "recoverable"
        return "partly" if self.right >= self.slots - (7 - MOST_CHARACTERS) else "not"


@dataclass(frozen=True)
class LegibilityScore:
    """How well legibility foretold reading.

    Attributes:
        confusion: For each grade foretold, counts of what the readings showed, in the order of the grades.
        bins: (least legibility, plates, mean legibility, share of characters right) by class of legibility.
        error: Mean distance of foretold and true share over the bins, weighted by plates.
    """

    confusion: tuple[tuple[int, int, int], ...]
    bins: tuple[tuple[float, int, float, float], ...]
    error: float

    def kept(self, grade: Grade, shown: Sequence[Grade]) -> Rate:
        """Of the plates foretold to be of a grade, those that the readings showed to be one of others."""
        row = self.confusion[GRADES.index(grade)]
        return Rate(sum(row[GRADES.index(one)] for one in shown), sum(row))


@dataclass(frozen=True)
class WarningScore:
    """How often a group of marked places was warned of.

    Attributes:
        name: The group.
        n: Places.
        warned: Places with any caution.
        named: Places with one of the cautions that are right there.
        kinds: How often each caution was given.
    """

    name: str
    n: int
    warned: int
    named: int
    kinds: tuple[tuple[CautionKind, int], ...]


def score_legibility(places: Sequence[ReadPlace]) -> LegibilityScore:
    """The score of plates that were inspected and read."""
    confusion = np.zeros((3, 3), np.int64)
    for place in places:
        confusion[GRADES.index(grade_of(place.legibility)), GRADES.index(place.truth)] += 1
    said = np.array([place.legibility for place in places])
    right = np.array([place.right / place.slots for place in places])
    bins, error = [], 0.0
    for low, high in itertools.pairwise(_BORDERS):
        inside = (said >= low) & (said < high)
        if inside.any():
            bins.append((low, int(inside.sum()), float(said[inside].mean()), float(right[inside].mean())))
            error += inside.mean() * abs(bins[-1][2] - bins[-1][3])
    rows = [(int(a), int(b), int(c)) for a, b, c in confusion]
    return LegibilityScore(tuple(rows), tuple(bins), float(error))


def fit_legibility(places: Sequence[ReadPlace]) -> LegibilityFit:
    """The logistic regression of the share of characters right (iteratively reweighted least squares)."""
    terms = np.stack([place.terms for place in places])
    right = np.array([float(place.right) for place in places])
    slots = np.array([float(place.slots) for place in places])
    weights = np.zeros(terms.shape[1])
    for _ in range(_ROUNDS):
        share = 1 / (1 + np.exp(-terms @ weights))
        pull = terms.T @ (right - slots * share)
        curve = (terms * (slots * share * (1 - share) + 1e-9)[:, None]).T @ terms
        weights = weights + np.linalg.solve(curve + 1e-6 * np.eye(len(weights)), pull)
    return LegibilityFit(*(round(float(w), 3) for w in weights))


def count_warnings(
    name: str, found: Sequence[Sequence[CautionKind]], right: Sequence[CautionKind]
) -> WarningScore:
    """The score of a group from the cautions of its places.

    Args:
        name: The group.
        found: Kinds of the cautions of each place.
        right: Kinds that are right for this group; none for well marked plates.
    """
    kinds: dict[CautionKind, int] = {}
    for cautions in found:
        for kind in cautions:
            kinds[kind] = kinds.get(kind, 0) + 1
    return WarningScore(
        name,
        len(found),
        sum(bool(cautions) for cautions in found),
        sum(any(kind in right for kind in cautions) for cautions in found),
        tuple(sorted(kinds.items(), key=lambda item: -item[1])),
    )
