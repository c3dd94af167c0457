"""What the examiner trains on: the labelled set, pictures without labels yet, the mixture, its samples. No widget."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forensic_lpr import paths
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.tasks import Follower, TaskRunner
from forensic_lpr.gui.training.box_hits import Box
from forensic_lpr.gui.training.data_jobs import (
    AddLabel,
    ChangeLabel,
    DrawSamples,
    Mixtures,
    NewPicture,
    OpenPictures,
    ReadSet,
    SampleView,
    SetView,
)
from forensic_lpr.training.shares import NARROW, SOURCES, USUAL, Shares

if TYPE_CHECKING:
    from forensic_lpr.training.labels import LabelledCrop
    from forensic_lpr.training.pairplates import PairPlate

LANE, SAMPLE_LANE = "labels", "samples"
SAMPLES = 60
"""Samples shown at once."""
OWN_FOLDER = "own-plates"
"""Name of the set that pictures labelled here go into unless another one was chosen."""


class Material(QObject):
    """State of the Data tab.

    Args:
        runner: Runs the jobs.
        preferences: Where the folder of the set is remembered.
        formats: Plate formats that labels may follow and that are drawn.
    """

    set_changed = Signal()
    """Another set, or it was read anew, or it cannot be read."""
    pictures_changed = Signal()
    """The pictures without a label."""
    labelled = Signal()
    """A label was written."""
    mixture_changed = Signal()
    samples_changed = Signal()
    message_posted = Signal(str, str)
    """Severity and one sentence."""

    def __init__(
        self,
        runner: TaskRunner,
        preferences: Preferences,
        formats: tuple[PlateFormat, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.runner, self._preferences = runner, preferences
        self.formats = formats
        self.folder: Path | None = None
        self.view: SetView | None = None
        self.problem = ""
        self.reading = False
        self.pictures: tuple[NewPicture, ...] = ()
        self._texts: dict[str, str] = {}
        self.shares = USUAL
        self.dgm = ""
        self.pair_sets: Path | None = None
        self.with_pairs = True
        self._pair_plates: tuple[PairPlate, ...] = ()
        self.seed = 1
        self._narrow: float | None = None
        self.drawn: tuple[str, ...] = tuple(f.name for f in formats)
        self.samples: tuple[SampleView, ...] = ()
        self.sample_problem = ""
        self.only = ""
        self._first = 0
        self._mixtures = Mixtures()
        self._sets = Follower(runner, LANE, self)
        self._sets.answered.connect(self._on_read)
        self._sets.failed.connect(self._on_unreadable)
        self._drawing = Follower(runner, SAMPLE_LANE, self)
        self._drawing.answered.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_not_drawn)

    @property
    def busy_drawing(self) -> bool:
        """Whether samples are being drawn."""
        return self._drawing.busy

    @property
    def usable(self) -> bool:
        """Whether there is a set that can be divided."""
        return self.view is not None and self.view.split is not None

    def restore(self) -> None:
        """Take the set of the last time, where it is still there."""
        remembered = self._preferences.text("train/set")
        if remembered and Path(remembered).is_dir():
            self.choose(Path(remembered))
        else:
            self.draw()

    # --- the set

    def choose(self, folder: Path) -> None:
        """Take a folder of labelled plates."""
        self.folder, self.view, self.problem = folder, None, ""
        self._preferences.set_text("train/set", str(folder))
        self.read()

    def read(self) -> None:
        """Read the set anew."""
        if self.folder is None:
            return
        self.reading = True
        self._sets.ask(ReadSet(self.folder, self.formats, self.seed))
        self.set_changed.emit()

    def _on_read(self, view: SetView, newest: bool) -> None:
        if not newest:
            return
        self.reading, self.view, self.problem = False, view, ""
        self.set_changed.emit()
        self.draw()

    def _on_unreadable(self, error: ForensicLprError) -> None:
        self.reading, self.view, self.problem = False, None, in_words(error)
        self.set_changed.emit()
        self.draw()

    # --- pictures without a label

    def open_pictures(self, files: Sequence[Path]) -> None:
        """Take pictures of plates, to be labelled."""
        task = self.runner.start(OpenPictures(tuple(files)), LANE)
        task.succeeded.connect(self._on_opened)
        task.failed.connect(self._on_failed)

    def add_pictures(self, new: Sequence[NewPicture]) -> None:
        """Take more pictures, for example cut out of frames."""
        self.pictures = (*self.pictures, *new)
        self.pictures_changed.emit()

    def drop_picture(self, new: NewPicture) -> None:
        """Give a picture up."""
        self.pictures = tuple(other for other in self.pictures if other is not new)
        self.pictures_changed.emit()

    def label(self, new: NewPicture, text: str, format_name: str, boxes: tuple[Box, ...] | None) -> None:
        """Write a picture with its text into the set; it leaves the pictures without a label."""
        if self.folder is None:
            self.folder = paths.labelled_sets() / OWN_FOLDER
            self._preferences.set_text("train/set", str(self.folder))
        self._write(AddLabel(self.folder, new, text, format_name, boxes))
        if new.plate:
            self._texts[new.plate] = text
        self.drop_picture(new)

    def known_text(self, new: NewPicture) -> str:
        """What another picture of the same plate was last labelled with, or nothing."""
        return self._texts.get(new.plate, "")

    def correct(self, file: str, text: str, boxes: tuple[Box, ...] | None) -> None:
        """Correct a label of the set."""
        if self.folder is not None:
            self._write(ChangeLabel(self.folder, file, text, boxes))

    def take_out(self, file: str) -> None:
        """Take a picture out of the set; its file stays in the folder."""
        if self.folder is not None:
            self._write(ChangeLabel(self.folder, file, "", None, remove=True))

    def _write(self, job: AddLabel | ChangeLabel) -> None:
        task = self.runner.start(job, LANE)
        task.succeeded.connect(self._on_written)
        task.failed.connect(self._on_failed)

    def _on_opened(self, found: tuple[tuple[NewPicture, ...], tuple[str, ...]]) -> None:
        pictures, problems = found
        self.pictures = (*self.pictures, *pictures)
        self.pictures_changed.emit()
        if problems:
            self.message_posted.emit("warning", " ".join(problems[:3]))

    def _on_written(self, file: str) -> None:
        self.labelled.emit()
        self.read()

    def _on_failed(self, error: ForensicLprError) -> None:
        self.message_posted.emit("failure", in_words(error))

    # --- the mixture and its samples

    def set_share(self, source: str, value: float) -> None:
        """Change the share of a source."""
        values = replace(self.shares, **{source: value})
        if values != self.shares:
            self.shares = values
            self.mixture_changed.emit()
            self.draw()

    def set_dgm(self, name: str) -> None:
        """Choose the DGM that makes far plates, empty for none."""
        if name != self.dgm:
            self.dgm = name
            self.mixture_changed.emit()
            self.draw()

    def set_pairs(self, folder: Path | None, plates: "tuple[PairPlate, ...]") -> None:
        """Take other pair sets, and their plates of which it is known what they read."""
        self.pair_sets = folder
        if plates is not self._pair_plates:
            self._pair_plates = plates
            self.mixture_changed.emit()
            self.draw()

    def learn_pairs(self, wanted: bool) -> None:
        """Learn those plates as own ones, or not."""
        if wanted != self.with_pairs:
            self.with_pairs = wanted
            self.mixture_changed.emit()
            self.draw()

    @property
    def pair_plates_there(self) -> "tuple[PairPlate, ...]":
        """Plates of the pair sets that may be learnt beside the set; none without one."""
        if self.view is None or self.view.split is None:
            return ()
        kept_back = self.view.split.kept_back(self.view.labelled)
        return tuple(plate for plate in self._pair_plates if plate.text not in kept_back)

    @property
    def pair_plates(self) -> "tuple[PairPlate, ...]":
        """Those that are to be learnt."""
        return self.pair_plates_there if self.with_pairs else ()

    def follow_settings(self, seed: int, narrow: float) -> None:
        """Divide the set and draw as a training with these settings does."""
        if (seed, narrow) == (self.seed, self._narrow):
            return
        other = seed != self.seed
        self.seed, self._narrow = seed, narrow
        if other:
            self.read()
        self.draw()

    def set_drawn(self, name: str, drawn: bool) -> None:
        """Draw plates of a format, or not; one always stays."""
        wanted = {*self.drawn, name} if drawn else {*self.drawn} - {name}
        if wanted:
            self.drawn = tuple(f.name for f in self.formats if f.name in wanted)
        self.mixture_changed.emit()
        self.draw()

    def show_only(self, source: str) -> None:
        """Show samples of one source, or of the mixture for the empty name."""
        if source != self.only:
            self.only = source
            self._first = 0
            self.draw()

    def show_others(self) -> None:
        """Show the next samples."""
        self._first += SAMPLES
        self.draw()

    def draw(self) -> None:
        """Make the samples that are shown."""
        crops: tuple[LabelledCrop, ...] = ()
        if self.view is not None and self.view.split is not None:
            crops = self.view.split.crops(self.view.labelled, "train")
        shares = self.shares
        if self.only:
            shares = Shares(**{name: 1.0 if name == self.only else 0.0 for name in SOURCES})
        self._drawing.ask(
            DrawSamples(
                self._mixtures,
                crops,
                self.pair_plates,
                shares,
                self.dgm,
                self.formats,
                self.drawn,
                self.seed,
                (NARROW if crops else 0.0) if self._narrow is None else self._narrow,
                self._first,
                SAMPLES,
            )
        )
        self.samples_changed.emit()

    def _on_drawn(self, samples: tuple[SampleView, ...], newest: bool) -> None:
        self.samples, self.sample_problem = samples, ""
        self.samples_changed.emit()

    def _on_not_drawn(self, error: ForensicLprError) -> None:
        self.samples, self.sample_problem = (), in_words(error)
        self.samples_changed.emit()
