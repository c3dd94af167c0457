"""Puts the reading on the clipboard."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.gui import reading_text, track_text
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.tracking import Tracker


class Copier(QObject):
    """Copies the reading shown, in the form asked for."""

    copied = Signal()

    def __init__(self, session: Session, tracker: Tracker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tracker = session, tracker

    def as_text(self) -> None:
        """A few lines for a message or a file note."""
        reading, item, track = self._session.reading, self._item(), self._tracker.track
        if item is None:
            return
        if track is not None and self._tracker.shown != "frame":
            self._put(track_text.as_text(item, track, self._tracker.shown, self._session.formats, self.tr))
        elif reading is not None:
            self._put(reading_text.as_text(item, reading, self._session.formats, self.tr))

    def as_csv(self) -> None:
        """The ranked plates as a table."""
        reading = track_text.shown_reading(self._session, self._tracker)
        if reading is not None:
            self._put(reading_text.as_csv(reading))

    def as_json(self) -> None:
        """The reading with all that is needed to repeat it."""
        reading, item, track = self._session.reading, self._item(), self._tracker.track
        if item is None:
            return
        if track is not None and self._tracker.shown != "frame":
            self._put(track_text.as_json(item, track))
        elif reading is not None:
            self._put(reading_text.as_json(item, reading, self._clock()))

    def _item(self) -> EvidenceItem | None:
        current = self._session.current
        return current.item if current is not None else None

    def _clock(self) -> SceneClock | None:
        current = self._session.current
        return current.clock if current is not None else None

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()
