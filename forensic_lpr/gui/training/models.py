"""The models there are, the chosen one, and what is being done with them. Knows no widget."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from forensic_lpr.core.gate import GateResult
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.language import number
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.tasks import Task, TaskRunner
from forensic_lpr.gui.training.jobs import ChangeModels, ListModels, ModelView, RunApart
from forensic_lpr.operations.modelwork import CalibrateModel, CalibrationErrors, JudgeModel, KeepRun, Kept
from forensic_lpr.training.control import TrainingControl

if TYPE_CHECKING:
    from forensic_lpr.training.labels import LabelledSet

LANE, WORK_LANE = "models", "model work"


class Models(QObject):
    """State of the Models tab."""

    changed = Signal()
    """There are other models, or their cards changed."""
    choice_changed = Signal()
    working_changed = Signal()
    progressed = Signal(object, object, str)
    activated = Signal(str, str)
    """Name and digest of the weights that are to be read with from now on: others, or the same with another card."""
    replaced = Signal(str)
    """A model whose file changed, by name: what is loaded of it is old."""
    kept = Signal(object)
    """What was made of a run: :class:`forensic_lpr.operations.modelwork.Kept`."""
    message_posted = Signal(str, str)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.all: tuple[ModelView, ...] = ()
        self.chosen: ModelView | None = None
        self.wanted = ""
        self.working = ""
        self.standard: int | None = None
        """Drawn plates per standard set in a comparison, ``None`` for the usual number."""
        self.drawn: int | None = None
        """Drawn plates per family in a calibration, ``None`` for the usual number."""
        self._task: Task | None = None
        self._verb = ""

    @property
    def active(self) -> str:
        """Name of the recognizer that is in use."""
        return self._in_use[0]

    @property
    def _in_use(self) -> tuple[str, str]:
        return next(((m.name, m.sha256) for m in self.all if m.active and m.kind == "recognizer"), ("", ""))

    def names(self, kind: str) -> tuple[str, ...]:
        """Names of the models of a kind."""
        return tuple(model.name for model in self.all if model.kind == kind)

    def choose(self, model: ModelView | None) -> None:
        """Take a model as the one that verbs are about."""
        self.chosen = model
        self.wanted = model.name if model is not None else ""
        self.choice_changed.emit()

    def refresh(self, wanted: str = "") -> None:
        """Look again at what there is."""
        if wanted:
            self.wanted = wanted
        task = self._runner.start(ListModels(), LANE)
        task.succeeded.connect(self._on_listed)
        task.failed.connect(self._on_failed)

    def _on_listed(self, models: tuple[ModelView, ...]) -> None:
        known, before = bool(self.all), self._in_use
        self.all = models
        self.changed.emit()
        if known and self._in_use != before:
            self.activated.emit(*self._in_use)

    def _on_failed(self, error: ForensicLprError) -> None:
        self.message_posted.emit("failure", in_words(error))

    # --- long work

    def keep(self, run: Path) -> None:
        """Make a model of where a run stands."""
        self._work(KeepRun(run, run.name), self.tr("Keeping the model…"), "keep")

    def judge(self, set_folder: Path) -> None:
        """Compare the chosen model with the one in use."""
        if self.chosen is not None:
            against = self.active if self.active != self.chosen.name else "default"
            work = JudgeModel(self.chosen.name, set_folder, against, self.standard)
            self._work(
                work, self.tr("Comparing {a} with {b}…").format(a=self.chosen.name, b=against), "judge"
            )

    def recalibrate(self, labelled: "LabelledSet | None") -> None:
        """Fit the probabilities of the chosen model, on a set too where it is the one that the model learnt."""
        if self.chosen is not None:
            learnt = labelled is not None and any(r.set_digest == labelled.digest for r in self.chosen.own)
            folder = labelled.folder if labelled is not None and learnt else None
            words = self.tr("Calibrating {name}…").format(name=self.chosen.name)
            self._work(CalibrateModel(self.chosen.name, folder, self.drawn), words, "calibrate")

    def cancel(self) -> None:
        """Stop the long work."""
        if self._task is not None:
            self._task.cancel()

    def _work(self, work: Any, words: str, verb: str) -> None:
        if self.working:
            return
        self._verb, self.working = verb, words
        self._task = self._runner.start(RunApart(work, TrainingControl()), WORK_LANE)
        self._task.progressed.connect(self.progressed)
        self._task.succeeded.connect(self._on_worked)
        self._task.failed.connect(self._on_work_failed)
        self._task.cancelled.connect(self._end)
        self.working_changed.emit()

    def _end(self) -> None:
        self._task, self.working = None, ""
        self.working_changed.emit()

    def _on_worked(self, result: object) -> None:
        verb, name = self._verb, self.wanted
        self._end()
        if isinstance(result, GateResult):
            better = result.judgement == "better"
            self.message_posted.emit(
                "success" if better else "warning",
                self.tr(
                    "{name} was compared with {before} and reads held plates better; it can be activated."
                ).format(name=name, before=result.before)
                if better
                else self.tr("{name} was compared with {before} and is not better; see its card.").format(
                    name=name, before=result.before
                ),
            )
        elif isinstance(result, Kept):
            name = result.name
            self.kept.emit(result)
        elif isinstance(result, CalibrationErrors):
            said = (
                self.tr(
                    "Expected calibration error on held pictures of {set}: {before} % before, {after} % after."
                )
                if result.set_name
                else self.tr(
                    "Expected calibration error on drawn plates: {before} % before, {after} % after. Choose "
                    "the set that it learnt in Data to fit it to the camera too."
                )
            )
            before, after = (number(100 * error, ".1f") for error in (result.before, result.after))
            self.message_posted.emit("success", said.format(before=before, after=after, set=result.set_name))
        if verb != "keep":
            self.replaced.emit(name)
        self.refresh(name)

    def _on_work_failed(self, error: ForensicLprError) -> None:
        self._end()
        self.message_posted.emit("failure", in_words(error))

    # --- short verbs

    def activate(self, anyway: bool = False) -> None:
        """Read with the chosen model from now on."""
        if self.chosen is not None:
            self._change(ChangeModels("activate", self.chosen.name, anyway=anyway))

    def take_back(self) -> None:
        """Read with the model that was in use before."""
        self._change(ChangeModels("back"))

    def export(self, path: Path) -> None:
        """Write the chosen model to a file."""
        if self.chosen is not None:
            self._change(ChangeModels("export", self.chosen.name, path))

    def take_in(self, path: Path) -> None:
        """Take a model from a file."""
        self._change(ChangeModels("import", path=path))

    def delete(self) -> None:
        """Delete the chosen model."""
        if self.chosen is not None:
            self._change(ChangeModels("delete", self.chosen.name))

    def _change(self, job: ChangeModels) -> None:
        task = self._runner.start(job, LANE)
        task.succeeded.connect(_Done(self, job))
        task.failed.connect(self._on_failed)

    def done(self, job: ChangeModels, name: str) -> None:
        """A short verb was done."""
        tr = self.tr
        said = {
            "activate": tr("From now on {name} reads. The activation can be taken back."),
            "back": tr("The activation was taken back; {name} reads."),
            "export": tr("{name} was written to {path}, its card beside it."),
            "import": tr("{name} was taken in. Compare it with the model in use before it reads."),
            "delete": tr("The model was deleted."),
        }[job.verb]
        self.message_posted.emit("success", said.format(name=name, path=job.path))
        self.refresh(name)


class _Done:
    """Tells the models which verb succeeded."""

    def __init__(self, models: Models, job: ChangeModels) -> None:
        self._models, self._job = models, job

    def __call__(self, name: object) -> None:
        self._models.done(self._job, str(name))
