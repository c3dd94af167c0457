"""Calibrate weights: fit on one family of unseen degradations, judge on the other."""

from dataclasses import dataclass, replace

from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.evaluation.calibration import CalibrationScore, fit_calibration, judge, predict
from forensic_lpr.recognition.checkpoint import find, load_file, to_bytes
from forensic_lpr.recognition.recognizer import Recognizer

PLATES = 3000
"""Plates per family."""


@dataclass(frozen=True)
class Calibrated:
    """Weights with their new calibration, and how honest they are before and after.

    Attributes:
        data: The weights file.
        before: Uncalibrated, on the judging family.
        after: Calibrated, on the judging family.
    """

    data: bytes
    before: CalibrationScore
    after: CalibrationScore


def calibrate(weights: str, plates: int = PLATES, progress: Progress = silent) -> Calibrated:
    """Fit the calibration of weights by name or path; the weights themselves stay as they are.

    Raises:
        WeightsInvalid: the weights cannot be used.
        Cancelled: by the progress callback.
    """
    checkpoint = load_file(find(weights))
    recognizer = Recognizer(checkpoint)
    formats = load_formats()
    calibration = fit_calibration(predict(recognizer, "fitting", formats, plates, progress))
    judging = predict(recognizer, "judging", formats, plates, progress)
    card = replace(checkpoint.card, calibration=calibration)
    return Calibrated(
        to_bytes(card, checkpoint.network.state_dict()), judge(judging, None), judge(judging, calibration)
    )
