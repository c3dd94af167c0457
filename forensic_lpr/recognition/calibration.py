"""Make probabilities mean what they say: temperatures and conformal sets by plate width.

Temperature scaling: Guo et al., *On Calibration of Modern Neural Networks*, ICML 2017. Conformal sets: Vovk et al.,
*Algorithmic Learning in a Random World*, 2005, in the form of Sadinle et al. (least ambiguous sets), JASA 2019.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WIDTH_EDGES = (24.0, 32.0, 42.0, 56.0, 80.0)
"""Borders of the width classes in pixels on the sensor."""
ERROR_RATE = 0.05
"""Share of slots whose true character may lie outside its set."""
_TEMPERATURES = np.exp(np.linspace(np.log(0.4), np.log(6.0), 136))
_SHRINKAGE = 60.0
"""A slot's own temperature counts as much as its class's once this many plates were seen."""


@dataclass(frozen=True)
class Calibration:
    """What was fitted on plates that were not trained on.

    Attributes:
        edges: Borders of the width classes in pixels, rising.
        temperatures: One per width class and slot; log-probabilities are divided by it.
        thresholds: Per width class, the least calibrated probability that keeps a character in its set.
        error_rate: Share of slots whose true character may lie outside its set.
        fitted_on: The data, in words.
    """

    edges: tuple[float, ...]
    temperatures: tuple[tuple[float, ...], ...]
    thresholds: tuple[float, ...]
    error_rate: float
    fitted_on: str

    def width_class(self, width: float) -> int:
        """Class of a plate width in pixels."""
        return int(np.searchsorted(self.edges, width, side="right"))

    def apply(self, log_probabilities: NDArray[np.float64], width: float) -> NDArray[np.float64]:
        """Calibrated log-probabilities (S, C) of a plate that is ``width`` pixels wide."""
        temperatures = np.array(self.temperatures[self.width_class(width)])
        return _tempered(log_probabilities, temperatures[:, None])

    def sets(self, calibrated: NDArray[np.float64], width: float) -> tuple[tuple[int, ...], ...]:
        """Per slot the classes that cannot be ruled out, likeliest first; never empty.

        Args:
            calibrated: Calibrated log-probabilities (S, C).
            width: Plate width in pixels.
        """
        least = self.thresholds[self.width_class(width)]
        result = []
        for row in np.exp(calibrated):
            order = np.argsort(-row, kind="stable")
            kept = [int(c) for c in order if row[c] >= least]
            result.append(tuple(kept or [int(order[0])]))
        return tuple(result)


def _tempered(
    log_probabilities: NDArray[np.float64], temperature: NDArray[np.float64]
) -> NDArray[np.float64]:
    scaled = log_probabilities / temperature
    peak = scaled.max(axis=-1, keepdims=True)
    return np.asarray(scaled - peak - np.log(np.exp(scaled - peak).sum(axis=-1, keepdims=True)))


def fit(
    log_probabilities: NDArray[np.float64],
    truth: NDArray[np.int64],
    widths: NDArray[np.float64],
    fitted_on: str,
) -> Calibration:
    """Fit temperatures on one half of the plates and sets on the other.

    Args:
        log_probabilities: (N, S, C), uncalibrated.
        truth: Classes (N, S).
        widths: Plate widths in pixels (N,).
        fitted_on: The data, in words.

    Raises:
        ValueError: a width class has fewer than 20 plates.
    """
    classes = np.searchsorted(WIDTH_EDGES, widths, side="right")
    temperatures, thresholds = [], []
    for width_class in range(len(WIDTH_EDGES) + 1):
        chosen = np.flatnonzero(classes == width_class)
        if len(chosen) < 20:
            raise ValueError(f"only {len(chosen)} plates in width class {width_class}")
        fitting, holding = chosen[::2], chosen[1::2]
        own = _slot_temperatures(log_probabilities[fitting], truth[fitting])
        temperatures.append(tuple(float(t) for t in own))
        held = _tempered(log_probabilities[holding], own[None, :, None])
        of_truth = np.exp(np.take_along_axis(held, truth[holding][..., None], axis=-1)).ravel()
        rank = int(np.floor(ERROR_RATE * (len(of_truth) + 1)))  # finite-sample correction
        thresholds.append(float(np.sort(of_truth)[max(rank - 1, 0)]))
    return Calibration(WIDTH_EDGES, tuple(temperatures), tuple(thresholds), ERROR_RATE, fitted_on)


def _slot_temperatures(
    log_probabilities: NDArray[np.float64], truth: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Per slot the temperature of least loss, drawn towards the one of all slots together; (S,)."""
    losses = np.stack([_loss(log_probabilities, truth, t) for t in _TEMPERATURES])  # (T, S)
    together = np.log(_TEMPERATURES[losses.sum(axis=1).argmin()])
    alone = np.log(_TEMPERATURES[losses.argmin(axis=0)])
    share = len(truth) / (len(truth) + _SHRINKAGE)
    return np.asarray(np.exp(share * alone + (1 - share) * together))


def _loss(
    log_probabilities: NDArray[np.float64], truth: NDArray[np.int64], temperature: float
) -> NDArray[np.float64]:
    """Mean negative log-likelihood per slot, (S,)."""
    tempered = _tempered(log_probabilities, np.array(temperature))
    return np.asarray(-np.take_along_axis(tempered, truth[..., None], axis=-1)[..., 0].mean(axis=0))


def expected_calibration_error(
    confidences: NDArray[np.float64], right: NDArray[np.bool_], bins: int = 15
) -> float:
    """Mean gap between confidence and share right, over bins of equal width weighted by their counts (Guo et al.)."""
    if len(confidences) == 0:
        return 0.0
    places = np.minimum((confidences * bins).astype(int), bins - 1)
    error = 0.0
    for place in range(bins):
        inside = places == place
        if inside.any():
            error += abs(confidences[inside].mean() - right[inside].mean()) * inside.mean()
    return float(error)
