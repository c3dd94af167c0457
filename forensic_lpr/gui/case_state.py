"""Which actions on the case can be done now, and the title that says in which case one works."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.session import Session

_ON_A_CASE = ("save-case",)
_ON_ITS_READINGS = ("facts", "audit", "verify", "package")
"""They tell of readings, and wait until a second examiner has made all of hers or his."""


class CaseState(QObject):
    """Follows the record and the marking."""

    def __init__(self, session: Session, casework: Casework, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._casework, self._actions, self._window = session, casework, actions, window
        for changed in (
            casework.record_changed,
            casework.masking_changed,
            session.frame_changed,
            session.exhibits_changed,
            session.marking_changed,
        ):
            changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        casework, actions = self._casework, self._actions
        plate, masked = casework.plate, casework.masked
        actions.enable(("seal", "cannot-read"), masked)
        actions.enable(("unblind",), masked and not casework.second)
        actions.enable(("same-plate",), casework.candidate is not None)
        shown = plate if plate is not None and casework.is_shown(plate) else None
        actions.enable(("reconcile",), shown is not None)
        actions.enable(("change-reading",), shown is not None and shown.blind is not None)
        actions.enable(("withdraw",), shown is not None and shown.conclusion is not None)
        there = casework.case is not None
        actions.enable(_ON_A_CASE, there)
        actions.enable(_ON_ITS_READINGS, there and not casework.waiting)
        actions.enable(("report",), there and not casework.waiting and not masked)
        actions.enable(("end-second",), bool(casework.second))
        marked = casework.view is not None and bool(casework.view.plates)
        actions.enable(("next-plate",), marked)
        actions.enable(("blind-copy", "take-in"), marked and not casework.waiting)
        current = self._session.current
        titles = [current.path.name] if current is not None else []
        if casework.case is not None:
            named = casework.case.view.case.number or casework.case.path.stem
            titles.append(self.tr("unsaved case") if casework.unsaved else named)
        self._window.setWindowTitle(" – ".join([*titles, "Forensic LPR"]))
