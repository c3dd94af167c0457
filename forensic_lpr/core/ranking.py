"""From slot probabilities to ranked plates: exact, not a beam."""

import heapq
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.alphabet import Alphabet

SlotSets = tuple[frozenset[str], ...]
"""Characters allowed in every slot: the syntax of one format."""


@dataclass(frozen=True)
class Candidate:
    """A plate text with its probability.

    Attributes:
        text: Plate text.
        probability: Probability among all plates considered.
        cumulative: Probability of this and all better candidates together.
    """

    text: str
    probability: float
    cumulative: float


def best_first(
    log_probabilities: NDArray[np.float64], allowed: NDArray[np.bool_]
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """All class sequences from the likeliest on, with their summed log-probability; ties by class index.

    Best-first enumeration of a product of independent slots with a heap (Lawler 1972): a state is a rank per
    slot; each state is reached once, from the state in which its last raised rank is one lower.

    Args:
        log_probabilities: (S, C).
        allowed: (S, C); classes that the syntax permits.
    """
    order: list[list[int]] = []
    values: list[list[float]] = []
    for row, permitted in zip(log_probabilities, allowed, strict=True):
        classes = [int(c) for c in np.argsort(-row, kind="stable") if permitted[c] and np.isfinite(row[c])]
        if not classes:
            return
        order.append(classes)
        values.append([float(row[c]) for c in classes])
    slots = len(order)
    start = (0,) * slots
    heap: list[tuple[float, tuple[int, ...], int]] = [(-sum(v[0] for v in values), start, 0)]
    while heap:
        cost, ranks, last = heapq.heappop(heap)
        yield -cost, tuple(order[s][ranks[s]] for s in range(slots))
        for slot in range(last, slots):
            rank = ranks[slot] + 1
            if rank < len(order[slot]):
                step = values[slot][rank - 1] - values[slot][rank]
                heapq.heappush(heap, (cost + step, (*ranks[:slot], rank, *ranks[slot + 1 :]), slot))


def _mask(alphabet: Alphabet, sets: SlotSets) -> NDArray[np.bool_]:
    return np.array([[symbol in allowed for symbol in alphabet.symbols] for allowed in sets])


def mass(log_probabilities: NDArray[np.float64], masks: Sequence[NDArray[np.bool_]]) -> float:
    """Probability that the plate follows at least one of the syntaxes; exact, by inclusion and exclusion."""
    probabilities = np.exp(log_probabilities)
    total = 0.0
    for count in range(1, len(masks) + 1):
        for group in itertools.combinations(masks, count):
            common = np.logical_and.reduce(group)
            total += (-1) ** (count + 1) * float(np.prod((probabilities * common).sum(axis=1)))
    return total


def rank_plates(
    log_probabilities: NDArray[np.float64], alphabet: Alphabet, syntaxes: Sequence[SlotSets], count: int
) -> tuple[Candidate, ...]:
    """The ``count`` likeliest plates with the probability mass they cover.

    Args:
        log_probabilities: (S, C), each slot normalised.
        alphabet: Names of the classes.
        syntaxes: Allowed characters per slot of each format; a plate must follow at least one, and probabilities
            are then relative to all plates that do. Empty: no syntax, every text counts.
        count: Number of candidates wanted; fewer come when fewer exist.
    """
    slots, classes = log_probabilities.shape
    masks = [_mask(alphabet, sets) for sets in syntaxes if len(sets) == slots]
    if not syntaxes:
        masks = [np.ones((slots, classes), dtype=bool)]
    whole = mass(log_probabilities, masks)
    if whole <= 0:
        return ()
    merged = heapq.merge(
        *(best_first(log_probabilities, mask) for mask in masks), key=lambda item: (-item[0], item[1])
    )
    candidates: list[Candidate] = []
    seen: set[tuple[int, ...]] = set()
    covered = 0.0
    for score, sequence in merged:
        if sequence in seen:
            continue
        seen.add(sequence)
        probability = float(np.exp(score)) / whole
        covered += probability
        candidates.append(Candidate(alphabet.decode(sequence), probability, min(1.0, covered)))
        if len(candidates) == count:
            break
    return tuple(candidates)
