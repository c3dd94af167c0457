"""From the evidence to the training: the marked plate or its track to be labelled, the pairs of a track."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from forensic_lpr import paths
from forensic_lpr.core.evidence import EvidenceItem, FrameTable
from forensic_lpr.core.track import Track
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.training.data_jobs import CutPlate, CutTrack, NewPicture, TakePairs
from forensic_lpr.gui.training.dialogs import PairsDialog
from forensic_lpr.gui.training.material import LANE, Material
from forensic_lpr.gui.training.pairs import Pairs

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow


class EvidenceForTraining(QObject):
    """Takes what is marked and followed in Examine as material; the evidence stays as it is."""

    def __init__(self, window: "MainWindow", material: Material, pairs: Pairs, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._material, self._pairs = window, material, pairs

    def label_plate(self) -> None:
        """Take the marked plate, to be labelled in Train."""
        session = self._window.session
        current, quad = session.current, session.marking.quad
        if session.frame is None or quad is None or current is None or current.item is None:
            return
        if self._must_be_sealed():
            return
        job = CutPlate(_name(current.path), session.frame.image, quad, current.item.digests.sha256)
        task = self._window.runner.start(job, LANE)
        task.succeeded.connect(self._on_cut)
        task.failed.connect(self._on_failed)

    def label_track(self) -> None:
        """Take the plate out of frames of the track that is shown, to be labelled in Train."""
        followed = self._followed()
        if followed is None or self._must_be_sealed():
            return
        path, item, table, track = followed
        job = CutTrack(_name(path), item, table, track)
        task = self._window.runner.start(job, LANE)
        task.succeeded.connect(self._on_track_cut)
        task.failed.connect(self._on_failed)
        self._window.session.message_posted.emit(
            "info", self.tr("Taking the plate out of the track's frames…")
        )

    def _followed(self) -> tuple[Path, EvidenceItem, FrameTable, Track] | None:
        """The clip and the track that is shown, ``None`` where there is none."""
        current, track = self._window.session.current, self._window.tracker.track
        if track is None or current is None or current.item is None or current.table is None:
            return None
        return current.path, current.item, current.table, track.reading.track

    def _must_be_sealed(self) -> bool:
        """Whether the own reading must be sealed first: a training shows how the machine reads what it learns."""
        if self._window.casework.masked:
            self._window.session.message_posted.emit(
                "warning",
                self.tr("Seal your own reading first; then the plate can be labelled for training."),
            )
        return self._window.casework.masked

    def take_pairs(self) -> None:
        """Take near and far plates of the track that is shown."""
        if self._followed() is None:
            return
        if self._window.casework.masked:  # before the own reading is sealed nobody says what the plate reads
            self._take("")
            return
        dialog = PairsDialog(self._window.look, self._material.formats, self._window)
        dialog.told.connect(self._take)
        dialog.open()

    def _take(self, text: str) -> None:
        followed = self._followed()
        if followed is None:
            return
        path, item, table, track = followed
        number = 1
        while (folder := self._folder(path.stem, number)).exists():
            number += 1
        job = TakePairs(item, table, track, folder, text)
        task = self._window.runner.start(job, LANE)
        task.succeeded.connect(self._on_taken)
        task.failed.connect(self._on_failed)
        self._window.session.message_posted.emit("info", self.tr("Taking pairs of the track…"))

    def _folder(self, stem: str, number: int) -> Path:
        plain = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-") or "clip"
        return paths.labelled_sets() / "pairs" / f"{plain}-{number}"

    def _on_cut(self, new: NewPicture) -> None:
        self._material.add_pictures((new,))
        self._window.session.message_posted.emit(
            "success", self.tr("The plate waits in Train, Data, to be labelled.")
        )

    def _on_track_cut(self, new: tuple[NewPicture, ...]) -> None:
        self._material.add_pictures(new)
        self._window.session.message_posted.emit(
            "success",
            self.tr(
                "{n} pictures of the plate wait in Train, Data. Type what it says once; look at each and press Enter."
            ).format(n=len(new)),
        )

    def _on_taken(self, folder: Path) -> None:
        self._pairs.choose(folder.parent)
        self._window.session.message_posted.emit(
            "success",
            self.tr("The pairs were written to {folder}; the DGM can learn from them in Train.").format(
                folder=folder
            ),
        )

    def _on_failed(self, error: ForensicLprError) -> None:
        self._window.session.message_posted.emit("failure", in_words(error))


def _name(path: Path) -> str:
    return re.sub(r"\s+", "-", path.stem)
