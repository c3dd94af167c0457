"""Fit and judge the calibration of a recognizer on degradations that were not trained on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.metrics import Rate
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.recognition.calibration import Calibration, expected_calibration_error, fit
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.synthesis.unseen import Family, unseen_sample

FITTED_ON = (
    "synthetic plates, 18 to 130 pixels wide, disc defocus, speckle and WebP, none of them in training; "
    "a quarter made smaller"
)
_SEED = 515_000


@dataclass(frozen=True)
class Predictions:
    """What a recognizer said of plates whose truth is known.

    Attributes:
        log_probabilities: (N, S, C), uncalibrated.
        truth: Classes (N, S).
        widths: Plate widths in pixels (N,).
    """

    log_probabilities: NDArray[np.float64]
    truth: NDArray[np.int64]
    widths: NDArray[np.float64]


@dataclass(frozen=True)
class CalibrationScore:
    """How honest the probabilities are.

    Attributes:
        error: Expected calibration error of the likeliest character per slot, 15 bins.
        coverage: Slots whose true character is in its set.
        set_size: Mean number of characters in a set.
        accuracy: Slots whose likeliest character is right.
    """

    error: float
    coverage: Rate
    set_size: float
    accuracy: Rate


def predict(
    recognizer: Recognizer,
    family: Family,
    formats: tuple[PlateFormat, ...],
    count: int,
    progress: Progress = silent,
) -> Predictions:
    """Predictions on ``count`` plates of a family of unseen degradations."""
    found, truth, widths = [], [], []
    for index in range(count):
        progress(index, count, family)
        sample = unseen_sample(_SEED, index, family, formats, recognizer.input_size)
        found.append(recognizer.look(sample.image))
        truth.append(recognizer.alphabet.encode(sample.text, found[-1].shape[0]))
        widths.append(sample.width)
    return Predictions(np.stack(found), np.array(truth, dtype=np.int64), np.array(widths))


def fit_calibration(predictions: Predictions) -> Calibration:
    """The calibration of these predictions; raises ``ValueError`` when a width class has too few plates."""
    return fit(predictions.log_probabilities, predictions.truth, predictions.widths, FITTED_ON)


def judge(predictions: Predictions, calibration: Calibration | None) -> CalibrationScore:
    """How honest predictions are, as they are or under a calibration."""
    confidences: list[float] = []
    right: list[bool] = []
    covered: list[bool] = []
    sizes: list[int] = []
    for raw, truth, width in zip(
        predictions.log_probabilities, predictions.truth, predictions.widths, strict=True
    ):
        said = raw if calibration is None else calibration.apply(raw, width)
        best = said.argmax(axis=1)
        confidences.extend(np.exp(said.max(axis=1)))
        right.extend(best == truth)
        sets = [(int(c),) for c in best] if calibration is None else calibration.sets(said, width)
        covered.extend(int(t) in kept for t, kept in zip(truth, sets, strict=True))
        sizes.extend(len(kept) for kept in sets)
    return CalibrationScore(
        expected_calibration_error(np.array(confidences), np.array(right)),
        Rate(int(sum(covered)), len(covered)),
        float(np.mean(sizes)),
        Rate(int(sum(right)), len(right)),
    )
