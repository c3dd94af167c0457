"""Long work on own models, done apart: keep what a run gives, judge it, calibrate it.

Nothing here imports torch before the work begins.
"""

from dataclasses import dataclass
from pathlib import Path

from forensic_lpr.core.gate import GateResult
from forensic_lpr.errors import Cancelled
from forensic_lpr.operations.apart import Tell
from forensic_lpr.training.control import TrainingControl


@dataclass(frozen=True)
class HowFar:
    """Units done, units in all or ``None``, and a short text."""

    done: int
    total: int | None
    text: str


class _Progress:
    """A progress callback that tells, and that cancels when the work was told to stop."""

    def __init__(self, tell: Tell, control: TrainingControl, text: str) -> None:
        self._tell, self._control, self._text = tell, control, text
        self._last = -1

    def __call__(self, done: int, total: int | None, text: str = "") -> None:
        if self._control.stopped:
            raise Cancelled
        share = 200 * done // total if total else done
        if share != self._last:
            self._last = share
            self._tell(HowFar(done, total, self._text))


@dataclass(frozen=True)
class Kept:
    """A model that was made of a run: its name, ``recognizer`` or ``dgm``, and the digest of its file."""

    name: str
    kind: str
    sha256: str


@dataclass(frozen=True)
class KeepRun:
    """Make a model of where a run stands; a name that is taken gets a number.

    Attributes:
        folder: The run.
        name: Name of the model.
    """

    folder: Path
    name: str

    def __call__(self, tell: Tell, control: TrainingControl) -> Kept:
        """The model. Raises RunInvalid, SetInvalid, ModelRefused or WeightsInvalid."""
        from forensic_lpr import weightsfile
        from forensic_lpr.operations.models import keep, plain_model_name
        from forensic_lpr.operations.train import export_weights

        taken = {*weightsfile.shipped(), *weightsfile.own()}
        names = [self.name, *(f"{self.name}-{number}" for number in range(2, 1000))]
        name = plain_model_name(next(name for name in names if name not in taken))
        model = keep(export_weights(self.folder, name))
        return Kept(model.name, model.kind, model.sha256)


@dataclass(frozen=True)
class JudgeModel:
    """Compare an own model with other weights on held plates, and write the verdict onto its card.

    Attributes:
        name: The model.
        set_folder: The labelled set.
        against: The weights to compare with.
        standard: Drawn plates per standard set, ``None`` for the usual number.
    """

    name: str
    set_folder: Path
    against: str
    standard: int | None = None

    def __call__(self, tell: Tell, control: TrainingControl) -> GateResult:
        """The verdict. Raises SetInvalid, ModelRefused, WeightsInvalid or Cancelled."""
        from forensic_lpr.operations.gate import STANDARD_COUNT, gate, record_gate

        progress = _Progress(tell, control, "judging")
        count = STANDARD_COUNT if self.standard is None else self.standard
        gated = gate(self.name, self.set_folder, self.against, count, progress)
        record_gate(self.name, gated)
        return gated.result


@dataclass(frozen=True)
class CalibrationErrors:
    """Expected calibration errors before and after, and the set on whose held pictures, empty for drawn plates."""

    before: float
    after: float
    set_name: str


@dataclass(frozen=True)
class CalibrateModel:
    """Fit the probabilities of an own model anew.

    Attributes:
        name: The model.
        set_folder: The set that it learnt, ``None`` for drawn plates alone.
        plates: Drawn plates per family, ``None`` for the usual number.
    """

    name: str
    set_folder: Path | None = None
    plates: int | None = None

    def __call__(self, tell: Tell, control: TrainingControl) -> CalibrationErrors:
        """How honest it is now. Raises SetInvalid, ModelRefused, WeightsInvalid or Cancelled."""
        from forensic_lpr.operations.calibrate import PLATES
        from forensic_lpr.operations.models import replace_model
        from forensic_lpr.operations.recalibrate import recalibrate

        count = PLATES if self.plates is None else self.plates
        done = recalibrate(self.name, self.set_folder, count, _Progress(tell, control, "calibrating"))
        replace_model(self.name, done.data)
        name = "" if self.set_folder is None else self.set_folder.name
        return CalibrationErrors(done.before.error, done.after.error, name)
