"""Which actions on the case can be done now, and the title that says in which case one works."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.session import Session

_ON_A_CASE = ("save-case", "audit", "verify", "package")


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
        actions.enable(("seal", "cannot-read", "unblind"), masked)
        actions.enable(("same-plate",), casework.candidate is not None)
        actions.enable(("reconcile",), plate is not None and plate.unmasked)
        actions.enable(_ON_A_CASE, casework.case is not None)
        current = self._session.current
        titles = [current.path.name] if current is not None else []
        if casework.case is not None:
            named = casework.case.view.case.number or casework.case.path.stem
            titles.append(self.tr("unsaved case") if casework.unsaved else named)
        self._window.setWindowTitle(" – ".join([*titles, "Forensic LPR"]))
