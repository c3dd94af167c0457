"""Follows the marking with an inspection: what is told of a plate before a character of it is read."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.inspection import Inspection
from forensic_lpr.core.progress import Progress
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.tasks import Follower, TaskRunner

LANE = "inspection"


@dataclass(frozen=True)
class Inspect:
    """Inspect the marked place of a frame."""

    image: NDArray[np.uint8]
    quad: Quad

    def __call__(self, progress: Progress) -> Inspection:
        """Raises WeightsInvalid."""
        from forensic_lpr.operations.inspect import inspect, shipped_inspector

        return inspect(self.image, self.quad, shipped_inspector())


class PlaceInspector(QObject):
    """From the session's marking to its inspection; needs no unsealing, since no character is in it."""

    changed = Signal(object)
    """The :class:`forensic_lpr.core.inspection.Inspection`, or ``None``."""

    def __init__(self, session: Session, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: tuple[object, Quad | None] | None = None
        self._follower = Follower(runner, LANE, self)
        self._follower.answered.connect(self._on_answered)
        self._follower.failed.connect(self._on_failed)
        session.marking_changed.connect(self._on_changed)
        session.request_changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        frame, quad = self._session.frame, self._session.marking.quad
        wish = (self._session.key, quad)
        if wish == self._asked:
            return
        elsewhere = self._asked is None or wish[0] != self._asked[0]
        self._asked = wish
        if elsewhere or quad is None:
            self._follower.forget()
            self.changed.emit(None)
        if frame is not None and quad is not None:
            self._follower.ask(Inspect(frame.image, quad))

    def _on_answered(self, inspection: Inspection, newest: bool) -> None:
        self.changed.emit(inspection)

    def _on_failed(self, error: Exception) -> None:
        self.changed.emit(None)
