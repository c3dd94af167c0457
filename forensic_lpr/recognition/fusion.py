"""Combine what the frames of a track say: the product rule, weighted and tempered.

If frames erred independently, the log-probabilities of a slot would simply add up. Frames of one track share blur,
light, dirt and the codec's predictions, so the plain sum is far too sure of itself. It is therefore divided by a
temperature that grows with the number of frames: fifteen frames count for a few independent ones. Nothing here votes.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.reading import SlotProbabilities

TEMPERATURES: tuple[tuple[int, float], ...] = ((1, 1.0), (3, 2.44), (5, 3.89), (15, 10.21))
"""Number of frames and temperature; between the rows it follows a straight line in the logarithms of both."""

_STEEPNESS = 3.0
"""A frame's weight falls by e to this power for each nat of doubt; 2 to 4 read alike well on synthetic tracks."""

_DOMINATED = 1e-6
"""Part of all weight below which the other frames are added up anew instead of by taking one out."""


def certainty_of(slots: SlotProbabilities) -> float:
    """How sure a frame is of its characters: the mean over the slots of the highest probability, 0 to 1."""
    return float(np.exp(slots.log_probabilities).max(axis=1).mean())


def doubt_of(slots: SlotProbabilities) -> float:
    """How unsure a frame is of its characters: the mean over the slots of the entropy, in nats (Shannon, 1948)."""
    probabilities = np.exp(slots.log_probabilities)
    # A character that is ruled out adds nothing: p log p goes to 0 with p.
    known = np.where(probabilities > 0, slots.log_probabilities, 0.0)
    return float(-(probabilities * known).sum(axis=1).mean())


def weight_of(slots: SlotProbabilities, score: float) -> float:
    """Weight of a frame from its legibility to the network, 0 to 1.

    The probabilities are calibrated by the plate's width, so doubt holds width, sharpness and everything else that
    keeps a frame from being read. On synthetic tracks it follows a frame's errors closer than width or sharpness
    measured in the picture, and a little closer than certainty: it also sees how many other characters are left.

    Args:
        slots: What the frame says.
        score: Likeness under which the frame was registered: a frame whose corners are in doubt, or whose plate is
            partly covered, counts less.
    """
    return float(np.exp(-_STEEPNESS * doubt_of(slots)) * np.clip(score, 0.05, 1.0))


def temperature_for(frames: int, table: Sequence[tuple[int, float]] = TEMPERATURES) -> float:
    """Temperature for a number of frames; beyond the table's end it goes on as in its last stretch."""
    if frames < 1:
        raise ValueError("no frame, no temperature")
    counts = np.log([count for count, _ in table])
    values = np.log([value for _, value in table])
    at = float(np.log(frames))
    if len(table) > 1 and at > counts[-1]:
        slope = (values[-1] - values[-2]) / (counts[-1] - counts[-2])
        return float(np.exp(values[-1] + slope * (at - counts[-1])))
    return float(np.exp(np.interp(at, counts, values)))


def shares(weights: Sequence[float]) -> NDArray[np.float64]:
    """Each frame's part of the whole weight, (F,); equal parts where all weights are 0.

    Raises:
        ValueError: there is no frame, or a weight is negative or not a number.
    """
    array = np.asarray(weights, dtype=np.float64)
    if array.size == 0 or not np.isfinite(array).all() or (array < 0).any():
        raise ValueError("weights must be one finite number of at least 0 per frame")
    total = float(array.sum())
    return array / total if total > 0 else np.full(array.size, 1 / array.size)


def fuse(
    frames: Sequence[SlotProbabilities], weights: Sequence[float], temperature: float
) -> SlotProbabilities:
    """The product rule: the sum of the frames' log-probabilities, weighted, divided by a temperature, normalised.

    Weights are relative: they are brought to a mean of 1, so that equal weights and temperature 1 give the plain
    product of the frames' probabilities, and temperature F their geometric mean.

    Args:
        frames: One entry per frame, each (S, C), of one alphabet.
        weights: One per frame, 0 or more.
        temperature: Above 0; see :func:`temperature_for`.

    Raises:
        ValueError: there are no frames, their shapes differ, or weights or temperature make no sense.
    """
    if len(frames) != len(weights):
        raise ValueError("every frame needs a weight")
    if not temperature > 0:
        raise ValueError("the temperature must be above 0")
    parts = shares(weights) * len(frames)
    alphabet = frames[0].alphabet
    shape = frames[0].log_probabilities.shape
    if any(f.alphabet != alphabet or f.log_probabilities.shape != shape for f in frames):
        raise ValueError("frames of one track must have the same slots and characters")
    # Frames of weight 0 are left out: 0 times minus infinity is not a number.
    counted = np.stack([f.log_probabilities for part, f in zip(parts, frames, strict=True) if part > 0])
    total = (parts[parts > 0][:, None, None] * counted).sum(axis=0)
    return SlotProbabilities(_normalised(total / temperature), alphabet)


def fuse_without_each(
    frames: Sequence[SlotProbabilities], weights: Sequence[float], temperature: float
) -> Iterator[SlotProbabilities]:
    """For each frame :func:`fuse` of all others, at the cost of one fusion: the frame is taken out of the sum.

    Args:
        frames: Two or more.
        weights: As for :func:`fuse`.
        temperature: That of one frame fewer.

    Raises:
        ValueError: as :func:`fuse`.
    """
    if len(frames) < 2:
        raise ValueError("without its only frame a track says nothing")
    fuse(frames, weights, temperature)  # for what it refuses
    heavy = np.asarray(weights, dtype=np.float64)
    stack = np.stack([frame.log_probabilities for frame in frames])
    # A character that a frame rules out is counted, for infinity can be added to a sum but not taken out of it.
    ruled_out = np.isneginf(stack) & (heavy > 0)[:, None, None]
    parts = heavy[:, None, None] * np.where(np.isneginf(stack), 0.0, stack)
    whole, ruling = parts.sum(axis=0), ruled_out.sum(axis=0)
    for number in range(len(frames)):
        others = [k for k in range(len(frames)) if k != number]
        rest = float(heavy.sum() - heavy[number])
        if rest < _DOMINATED * float(heavy.sum()) or rest <= 0:
            # What is left of the sum would be rounding.
            yield fuse([frames[k] for k in others], heavy[others].tolist(), temperature)
            continue
        scores = (whole - parts[number]) * len(others) / rest
        scores = np.where(ruling > ruled_out[number], -np.inf, scores)
        yield SlotProbabilities(_normalised(scores / temperature), frames[0].alphabet)


def _normalised(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows (S, C) as log-probabilities; a row that rules out every character says nothing instead."""
    highest = scores.max(axis=1, keepdims=True)
    scores = np.where(np.isfinite(highest), scores, 0.0)
    scores = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))
