"""What is recorded beside readings and conclusions: the steps an exhibit is looked at through, its scene clock.

Steps change with every move of a slider; they are recorded when they rested, and before the case is closed.
"""

from PySide6.QtCore import QObject, QTimer

from forensic_lpr.core.canonical import restored
from forensic_lpr.core.caseview import RecordedExhibit
from forensic_lpr.core.recipe import ORIGINAL, Recipe
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.enhancement import Enhancement, Treatment
from forensic_lpr.gui.session import Session

SETTLED_MS = 1200


class Recording(QObject):
    """Between the window's state of an exhibit and the record, both ways."""

    def __init__(
        self, session: Session, enhancement: Enhancement, casework: Casework, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._enhancement, self._casework = session, enhancement, casework
        self._changed: set[int] = set()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self._record)
        enhancement.treated.connect(self._on_treated)
        session.clock_set.connect(self._on_clock_set)
        casework.flushing.connect(self._record)

    def restore(self, number: int, recorded: RecordedExhibit) -> None:
        """Look at an exhibit of a case that was opened as it was looked at last."""
        if recorded.clock is not None:
            self._session.update(number, clock=recorded.clock)
        if recorded.recipe:
            recipe = restored(recorded.recipe, Recipe)
            self._enhancement.treat(number, Treatment(recipe, recorded.reads_enhanced))

    def _on_treated(self, number: int) -> None:
        self._changed.add(number)
        self._settling.start()

    def _record(self) -> None:
        self._settling.stop()
        changed, self._changed = self._changed, set()
        for number in sorted(changed):
            exhibit, treatment = self._session.find(number), self._enhancement.of(number)
            if exhibit is None or exhibit.item is None:
                continue
            reads = treatment.read and treatment.recipe != ORIGINAL
            self._casework.set_enhancement(exhibit.item, treatment.recipe, reads)

    def _on_clock_set(self, number: int) -> None:
        exhibit = self._session.find(number)
        if exhibit is not None and exhibit.item is not None:
            self._casework.set_clock(exhibit.item, exhibit.clock)
