"""The training that runs behind the window: begun, told, paused, stopped, found again. Knows no widget."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.tasks import Task, TaskRunner
from forensic_lpr.gui.training.curves import Curves
from forensic_lpr.gui.training.jobs import RunApart
from forensic_lpr.gui.training.place import UNFINISHED
from forensic_lpr.training.control import TrainingControl

if TYPE_CHECKING:
    from forensic_lpr.training.status import DgmStatus, TrainingStatus

LANE = "training"
_START_GRACE_S = 0.5
"""A training that has told nothing yet has nothing to save; loading the network for it is not waited for."""
State = Literal["idle", "starting", "running", "paused", "stopping"]


class Trainer(QObject):
    """At most one training at a time, whichever network it is of.

    Args:
        runner: Runs the job that follows the training's process.
        preferences: Where an unfinished run is remembered, so that it is offered at the next start.
        name: ``recognizer`` or ``dgm``.
    """

    state_changed = Signal()
    told = Signal()
    """There is a new :attr:`status`."""
    finished = Signal(object)
    """Folder of a run that came to its end."""
    stopped = Signal(object)
    """Folder of a run that was stopped; its state is saved."""
    failed = Signal(str)
    """One sentence; what was saved last is whole."""

    def __init__(
        self, runner: TaskRunner, preferences: Preferences, name: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._preferences, self.name = runner, preferences, name
        self._task: Task | None = None
        self._control = TrainingControl()
        self._state: State = "idle"
        self.folder: Path | None = None
        self.status: TrainingStatus | DgmStatus | None = None
        self.curves = Curves()

    @property
    def state(self) -> State:
        """What it does now."""
        return self._state

    @property
    def busy(self) -> bool:
        """Whether a training is under way, also one that waits."""
        return self._state != "idle"

    @property
    def unfinished(self) -> Path | None:
        """The run that was under way when the program ended last, if its folder is still there."""
        text = self._preferences.text(UNFINISHED + self.name)
        return Path(text) if text and Path(text).is_dir() else None

    def start(self, work: Any, folder: Path, curves: Curves | None = None) -> None:
        """Begin a run or go on with one; nothing happens while another is under way.

        Args:
            work: What the process is to do (see :mod:`forensic_lpr.operations.apart`).
            folder: The run's folder.
            curves: What an earlier part of the run told.
        """
        if self.busy:
            return
        self._control = TrainingControl()
        self.folder, self.status, self.curves = folder, None, curves or Curves()
        self._preferences.set_text(UNFINISHED + self.name, str(folder))
        self._preferences.sync()  # a kill must find it
        self._task = self._runner.start(RunApart(work, self._control, _START_GRACE_S), f"{LANE} {self.name}")
        self._task.told.connect(self._on_told)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.cancelled.connect(self._on_cancelled)
        self._set_state("starting")

    def pause(self) -> None:
        """Wait, or go on."""
        if self._state in ("starting", "running"):
            self._control.pause()
            self._set_state("paused")
        elif self._state == "paused":
            self._control.resume()
            self._set_state("running" if self.status is not None else "starting")

    def stop(self) -> None:
        """End it in order; it says so when its state is saved."""
        if self.busy and self._state != "stopping":
            self._control.stop()
            self._set_state("stopping")

    def forget(self) -> None:
        """Do not offer the unfinished run again."""
        self._preferences.set_text(UNFINISHED + self.name, "")

    def _set_state(self, state: State) -> None:
        self._state = state
        self.state_changed.emit()

    def _on_told(self, status: "TrainingStatus | DgmStatus") -> None:
        self.status = status
        if self.name == "dgm":
            self.curves.add_dgm(status)  # type: ignore[arg-type]
        else:
            self.curves.add(status)  # type: ignore[arg-type]
        if self._state == "starting":
            self._set_state("running")
        self.told.emit()

    def _end(self) -> Path:
        self._task = None
        assert self.folder is not None
        self._set_state("idle")
        return self.folder

    def _on_succeeded(self, result: object) -> None:
        self.forget()
        self.finished.emit(self._end())

    def _on_cancelled(self) -> None:
        self.forget()
        self.stopped.emit(self._end())

    def _on_failed(self, error: ForensicLprError) -> None:
        self._end()
        self.failed.emit(in_words(error))
