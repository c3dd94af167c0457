"""Fit the temperatures of the fusion on tracks that are not measured on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.ranking import SlotSets
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.evaluation.rules import likeliest
from forensic_lpr.evaluation.tracks import TrackOutcome, choose
from forensic_lpr.recognition.fusion import fuse

_GRID = np.exp(np.linspace(np.log(0.4), np.log(25.0), 241))
_PLATE_GRID = np.linspace(0.6, 1.6, 41)
_SURE = 1e-6
"""No plate is taken to be surer than this leaves open, so that one mistake does not decide a fit."""


@dataclass(frozen=True)
class FittedTemperature:
    """What was fitted for one number of frames.

    Attributes:
        frames: Number of frames.
        temperature: Under which the true characters are likeliest: it goes into the table of the fusion.
        left_for_plates: By what whole plates' log-probabilities would still have to be divided for their claims to be
            likeliest. At 1 the product of the slots is as honest for plates as the slots are for characters; it is
            measured to say so, and applied nowhere.
    """

    frames: int
    temperature: float
    left_for_plates: float


def fit_temperatures(
    outcomes: Sequence[TrackOutcome], counts: Sequence[int], syntaxes: Sequence[SlotSets], seed: int
) -> tuple[FittedTemperature, ...]:
    """The table of :mod:`forensic_lpr.recognition.fusion`; one frame says what it says alone, so 1 stands there."""
    fitted = []
    for count in counts:
        temperature = fit_temperature(outcomes, count, seed) if count > 1 else 1.0
        left = fit_plate_temperature(outcomes, count, temperature, syntaxes, seed)
        fitted.append(FittedTemperature(count, temperature, left))
    return tuple(fitted)


def fit_temperature(outcomes: Sequence[TrackOutcome], count: int, seed: int, draws: int = 4) -> float:
    """The temperature under which the truth is likeliest when ``count`` frames are fused.

    Smallest mean negative log-likelihood of the true characters over a grid of temperatures, with up to ``draws``
    different choices of frames from each track (temperature scaling, Guo et al., ICML 2017, on the fused scores).
    """
    sums: list[NDArray[np.float64]] = []
    truths: list[int] = []
    for truth, plain in _fusions(outcomes, count, 1.0, seed, draws):
        sums.append(plain.log_probabilities)
        truths.extend(plain.alphabet.encode(truth, len(plain.log_probabilities)))
    scores = np.concatenate(sums)
    rows, right = np.arange(len(scores)), np.array(truths)
    losses = []
    for temperature in _GRID:
        scaled = scores / temperature
        losses.append(float((np.log(np.exp(scaled).sum(axis=1)) - scaled[rows, right]).mean()))
    return float(_GRID[int(np.argmin(losses))])


def fit_plate_temperature(
    outcomes: Sequence[TrackOutcome],
    count: int,
    temperature: float,
    syntaxes: Sequence[SlotSets],
    seed: int,
    draws: int = 4,
) -> float:
    """By what the fused slots would have to be divided once more for the likeliest plate's probability to be honest.

    Smallest mean negative log-likelihood of "the likeliest plate is the true one" over a grid. The ranking of plates
    stays the same at every temperature.
    """
    fused = list(_fusions(outcomes, count, temperature, seed, draws))
    losses = []
    for further in _PLATE_GRID:
        loss = 0.0
        for truth, slots in fused:
            verdict = likeliest(_tempered(slots, float(further)), syntaxes)
            claimed = min(max(verdict.probability, _SURE), 1 - _SURE)
            loss -= float(np.log(claimed if verdict.text == truth else 1 - claimed))
        losses.append(loss)
    return float(_PLATE_GRID[int(np.argmin(losses))])


def _fusions(
    outcomes: Sequence[TrackOutcome], count: int, temperature: float, seed: int, draws: int
) -> Iterator[tuple[str, SlotProbabilities]]:
    """Truth and fused slots of every track, for up to ``draws`` different choices of its frames."""
    for number, outcome in enumerate(outcomes):
        length = len(outcome.frames)
        for draw in range(draws if count < length else 1):
            chosen = choose(length, count, seed + 1000 * (draw + 1), number)
            frames, weights = [outcome.frames[k] for k in chosen], [outcome.weights[k] for k in chosen]
            yield outcome.truth, fuse(frames, weights, temperature)


def _tempered(slots: SlotProbabilities, temperature: float) -> SlotProbabilities:
    return fuse([slots], [1.0], temperature)
