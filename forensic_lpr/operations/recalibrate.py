"""Calibrate own weights: on drawn plates as shipped ones are, then on the validation part of the set they learnt.

Of one camera there are far too few pictures to fit every width class anew. So one number is fitted, a factor on all
temperatures, and the least probability that keeps a character in its set may only fall, so that sets may only grow.
How honest the result is, is judged on the held part.

Public here: :func:`recalibrate`, :class:`Recalibrated`.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import ModelRefused
from forensic_lpr.evaluation.calibration import (
    CalibrationScore,
    Predictions,
    fit_calibration,
    judge,
    predict,
)
from forensic_lpr.operations.calibrate import PLATES, calibrate
from forensic_lpr.recognition.calibration import ERROR_RATE, Calibration
from forensic_lpr.recognition.checkpoint import find, load_file, to_bytes
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.training.labelreading import read_labelled_set
from forensic_lpr.training.labels import LabelledCrop
from forensic_lpr.training.split import split_set

_FACTORS = np.exp(np.linspace(np.log(0.5), np.log(4.0), 84))


@dataclass(frozen=True)
class Recalibrated:
    """Weights with a calibration for one camera, judged on held pictures.

    Attributes:
        data: The weights file.
        factor: What the temperatures of drawn plates were multiplied with.
        before: On held pictures with the calibration of drawn plates; without a set, on drawn plates with none.
        after: On the same with the new one.
    """

    data: bytes
    factor: float
    before: CalibrationScore
    after: CalibrationScore


def recalibrate(
    weights: str, set_folder: Path | None, plates: int = PLATES, progress: Progress = silent
) -> Recalibrated:
    """Fit the calibration of own weights; the weights themselves and the verdict on them stay.

    Args:
        weights: Own weights, by name or path.
        set_folder: The set that they learnt, unchanged; ``None`` for the first step alone.
        plates: Drawn plates for the first step.
        progress: Told what is done.

    Raises:
        WeightsInvalid: the weights cannot be used.
        SetInvalid: the set cannot be read.
        ModelRefused: the weights did not learn this set, so nothing of it is known to be held.
        Cancelled: by the progress callback.
    """
    if set_folder is None:
        done = calibrate(weights, plates, progress)
        return Recalibrated(done.data, 1.0, done.before, done.after)
    checkpoint = load_file(find(weights))
    formats = load_formats()
    labelled = read_labelled_set(set_folder, formats, progress)
    record = next((r for r in checkpoint.card.own if r.set_digest == labelled.digest), None)
    if record is None:
        raise ModelRefused(
            f"The weights {checkpoint.card.name} did not learn the set {labelled.name} as it is now, so they cannot "
            "be calibrated on it."
        )
    split = split_set(labelled, record.split_seed)
    recognizer = Recognizer(checkpoint)
    drawn = fit_calibration(predict(recognizer, "fitting", formats, plates, progress))
    fitting = _predictions(recognizer, split.crops(labelled, "validation"))
    factor, own = fit_camera(drawn, fitting, labelled.name)
    held = _predictions(recognizer, split.crops(labelled, "held"))
    card = replace(checkpoint.card, calibration=own)
    data = to_bytes(card, checkpoint.network.state_dict())
    return Recalibrated(data, factor, judge(held, drawn), judge(held, own))


def fit_camera(drawn: Calibration, fitting: Predictions, name: str) -> tuple[float, Calibration]:
    """The factor of least loss on a camera's pictures, and the calibration with it."""
    losses = [_loss(_scaled(drawn, float(factor)), fitting) for factor in _FACTORS]
    factor = float(_FACTORS[int(np.argmin(losses))])
    scaled = _scaled(drawn, factor)
    of_truth = np.sort(_of_truth(scaled, fitting))
    rank = int(np.floor(ERROR_RATE * (len(of_truth) + 1)))
    least = float(of_truth[max(rank - 1, 0)])
    words = (
        f"{drawn.fitted_on}; then temperatures times {factor:.2f} on {len(of_truth)} characters of "
        f"{len(fitting.truth)} own pictures of the set {name}"
    )
    thresholds = tuple(min(threshold, least) for threshold in drawn.thresholds)
    return factor, replace(scaled, thresholds=thresholds, fitted_on=words)


def _scaled(calibration: Calibration, factor: float) -> Calibration:
    return replace(
        calibration,
        temperatures=tuple(tuple(factor * t for t in slots) for slots in calibration.temperatures),
    )


def _of_truth(calibration: Calibration, plates: Predictions) -> NDArray[np.float64]:
    """Calibrated probabilities of the true characters of all plates."""
    found = [
        np.exp(np.take_along_axis(calibration.apply(raw, float(width)), truth[:, None], axis=1)[:, 0])
        for raw, truth, width in zip(plates.log_probabilities, plates.truth, plates.widths, strict=True)
    ]
    return np.concatenate(found)


def _loss(calibration: Calibration, plates: Predictions) -> float:
    return float(-np.log(np.maximum(_of_truth(calibration, plates), 1e-12)).mean())


def _predictions(recognizer: Recognizer, crops: tuple[LabelledCrop, ...]) -> Predictions:
    """What a recognizer says of labelled crops at their corners."""
    looked = [recognizer.look(crop.plate_image(recognizer.input_size)) for crop in crops]
    truth = [recognizer.alphabet.encode(crop.text, len(looked[0])) for crop in crops]
    return Predictions(
        np.stack(looked), np.array(truth, dtype=np.int64), np.array([crop.width for crop in crops])
    )
