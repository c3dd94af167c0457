"""Fit the temperatures of the fusion on tracks that are not measured on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.evaluation.tracks import TrackOutcome, choose
from forensic_lpr.recognition.fusion import fuse

_GRID = np.exp(np.linspace(np.log(0.4), np.log(25.0), 121))


def fit_temperature(outcomes: Sequence[TrackOutcome], count: int, seed: int, draws: int = 4) -> float:
    """The temperature under which the truth is likeliest when ``count`` frames are fused.

    Smallest mean negative log-likelihood of the true characters over a grid of temperatures, with up to ``draws``
    different choices of frames from each track (temperature scaling, Guo et al., ICML 2017, on the fused scores).
    """
    sums: list[NDArray[np.float64]] = []
    truths: list[int] = []
    for number, outcome in enumerate(outcomes):
        length = len(outcome.frames)
        for draw in range(draws if count < length else 1):
            chosen = choose(length, count, seed + 1000 * (draw + 1), number)
            plain = fuse([outcome.frames[k] for k in chosen], [outcome.weights[k] for k in chosen], 1.0)
            sums.append(plain.log_probabilities)
            truths.extend(plain.alphabet.encode(outcome.truth, len(plain.log_probabilities)))
    scores = np.concatenate(sums)
    rows, right = np.arange(len(scores)), np.array(truths)
    losses = []
    for temperature in _GRID:
        scaled = scores / temperature
        losses.append(float((np.log(np.exp(scaled).sum(axis=1)) - scaled[rows, right]).mean()))
    return float(_GRID[int(np.argmin(losses))])
