"""From slot probabilities to ranked plates: exact, not a beam."""

import heapq
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
        ranked = np.argsort(-row, kind="stable")
        ranked = ranked[permitted[ranked] & np.isfinite(row[ranked])]
        classes: list[int] = ranked.tolist()
        if not classes:
            return
        order.append(classes)
        values.append(row[ranked].tolist())
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


@lru_cache(maxsize=64)
def _mask(alphabet: Alphabet, sets: SlotSets) -> NDArray[np.bool_]:
    mask = np.array([[symbol in allowed for symbol in alphabet.symbols] for allowed in sets])
    mask.setflags(write=False)
    return mask


def _masks(
    shape: tuple[int, ...], alphabet: Alphabet, syntaxes: Sequence[SlotSets]
) -> list[NDArray[np.bool_]]:
    """The syntaxes that fit the number of slots; all characters where no syntax is asked for."""
    if not syntaxes:
        return [np.ones(shape, dtype=bool)]
    return [_mask(alphabet, sets) for sets in syntaxes if len(sets) == shape[0]]


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
    masks = _masks(log_probabilities.shape, alphabet, syntaxes)
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


def probability_of(
    text: str, log_probabilities: NDArray[np.float64], alphabet: Alphabet, syntaxes: Sequence[SlotSets]
) -> float:
    """Probability of one plate text, as :func:`rank_plates` would give it at whatever rank.

    Args:
        text: Plate text; 0 comes back where no syntax allows it.
        log_probabilities: (S, C), each slot normalised.
        alphabet: Names of the classes.
        syntaxes: As for :func:`rank_plates`.

    Raises:
        ValueError: the text does not fit the slots and the alphabet.
    """
    slots = range(len(log_probabilities))
    classes = list(alphabet.encode(text, len(log_probabilities)))
    masks = _masks(log_probabilities.shape, alphabet, syntaxes)
    whole = mass(log_probabilities, masks)
    if whole <= 0 or not any(mask[slots, classes].all() for mask in masks):
        return 0.0
    return float(np.exp(log_probabilities[slots, classes].sum())) / whole
