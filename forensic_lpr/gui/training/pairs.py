"""What a DGM learns from, and what it made at each time of its training. Knows no widget."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.tasks import Follower, TaskRunner
from forensic_lpr.gui.training.dgm_jobs import ListSnapshots, MakeFar, PairsView, ReadPairs, Triple
from forensic_lpr.gui.training.trainer import Trainer

LANE, PICTURE_LANE = "pairs", "far plates"


class Pairs(QObject):
    """State of the DGM tab."""

    changed = Signal()
    """Other pair sets."""
    snapshots_changed = Signal()
    pictures_changed = Signal()

    def __init__(
        self,
        runner: TaskRunner,
        preferences: Preferences,
        formats: tuple[PlateFormat, ...],
        trainer: Trainer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._preferences, self._formats = runner, preferences, formats
        self._trainer = trainer
        self.folder: Path | None = None
        self.view: PairsView | None = None
        self.problem = ""
        self.snapshots: tuple[tuple[int, Path], ...] = ()
        self.shown = -1
        """Place of the snapshot that is shown, -1 for none."""
        self.triples: tuple[Triple, ...] = ()
        self._seen = 0
        self._reading = Follower(runner, LANE, self)
        self._reading.answered.connect(self._on_read)
        self._reading.failed.connect(self._on_unreadable)
        self._making = Follower(runner, PICTURE_LANE, self)
        self._making.answered.connect(self._on_made)
        self._making.failed.connect(self._on_not_made)
        trainer.told.connect(self._on_told)
        trainer.state_changed.connect(self._on_state)
        trainer.finished.connect(self.list_snapshots)
        trainer.stopped.connect(self.list_snapshots)

    def restore(self) -> None:
        """Take the pair sets of the last time, or pairs of drawn clips."""
        remembered = self._preferences.text("train/pairs")
        self.folder = Path(remembered) if remembered and Path(remembered).is_dir() else None
        self._reading.ask(ReadPairs(self.folder, self._formats))

    def choose(self, folder: Path | None) -> None:
        """Take a pair set or a folder of them; ``None`` for drawn clips only."""
        self.folder, self.view, self.problem = folder, None, ""
        self._preferences.set_text("train/pairs", str(folder) if folder is not None else "")
        self._reading.ask(ReadPairs(folder, self._formats))
        self.changed.emit()

    def show_snapshot(self, place: int) -> None:
        """Show what the DGM made at a time of its training."""
        if place != self.shown and 0 <= place < len(self.snapshots):
            self.shown = place
            self.snapshots_changed.emit()
            self._make()

    def list_snapshots(self, folder: Path | None = None) -> None:
        """Look for snapshots of the training, or of another run."""
        folder = folder or self._trainer.folder
        if folder is not None:
            task = self._runner.start(ListSnapshots(folder), LANE)
            task.succeeded.connect(self._on_listed)

    def _make(self) -> None:
        if self.view is not None:
            weights = str(self.snapshots[self.shown][1]) if self.shown >= 0 else ""
            self._making.ask(MakeFar(weights, self.view.pairs))

    def _on_read(self, view: PairsView, newest: bool) -> None:
        self.view, self.problem = view, view.problem
        self.changed.emit()
        self._make()

    def _on_unreadable(self, error: ForensicLprError) -> None:
        self.view, self.problem, self.triples = None, in_words(error), ()
        self.changed.emit()
        self.pictures_changed.emit()

    def _on_listed(self, found: tuple[tuple[int, Path], ...]) -> None:
        newest = self.shown < 0 or self.shown == len(self.snapshots) - 1
        self.snapshots = found
        if not found:
            self.shown = -1
        elif newest or self.shown >= len(found):
            self.shown = len(found) - 1
            self._make()
        self.snapshots_changed.emit()

    def _on_told(self) -> None:
        kept = getattr(self._trainer.status, "snapshots", 0)
        if kept != self._seen:
            self._seen = kept
            self.list_snapshots()

    def _on_state(self) -> None:
        if self._trainer.state == "starting":
            self._seen, self.snapshots, self.shown = 0, (), -1
            self.snapshots_changed.emit()

    def _on_made(self, triples: tuple[Triple, ...], newest: bool) -> None:
        self.triples = triples
        self.pictures_changed.emit()

    def _on_not_made(self, error: ForensicLprError) -> None:
        self.triples, self.problem = (), in_words(error)
        self.pictures_changed.emit()
        self.changed.emit()
