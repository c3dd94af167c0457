"""What the examiner does with the record of a plate: unblind, conclude, change, withdraw, go to the next one."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from forensic_lpr.core.caseview import RecordedPlate
from forensic_lpr.core.conclusion import Conclusion
from forensic_lpr.gui.audit_dialog import AuditDialog
from forensic_lpr.gui.case_dialogs import UnblindDialog
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.loader import Loader
from forensic_lpr.gui.reconcile_dialog import ReconcileDialog
from forensic_lpr.gui.second_thoughts import ChangeReadingDialog, WithdrawDialog
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.theme import Look


class PlateFlow(QObject):
    """Verbs on the record of the marked plate; the dialogs belong to the window."""

    def __init__(
        self, look: Look, session: Session, casework: Casework, loader: Loader, window: QWidget
    ) -> None:
        super().__init__(window)
        self._look, self._session, self._casework = look, session, casework
        self._loader, self._window = loader, window

    @property
    def shown(self) -> RecordedPlate | None:
        """The marked plate, if its readings may be shown."""
        plate = self._casework.plate
        return plate if plate is not None and self._casework.is_shown(plate) else None

    def show_audit(self) -> None:
        """Show the audit log beside the window."""
        if not self._casework.waiting:
            AuditDialog(self._look, self._casework, self._window).show()

    def close_audit(self) -> None:
        """Take the audit log away from one who is to read blind."""
        for dialog in self._window.findChildren(AuditDialog):
            dialog.close()

    def ask_to_unblind(self) -> None:
        """Ask before the machine's reading is shown without an own one."""
        if self._casework.masked and not self._casework.second:
            dialog = UnblindDialog(self._look, self._window)
            dialog.confirmed.connect(self._casework.unblind)
            dialog.open()

    def ask_for_conclusion(self) -> None:
        """Ask for the conclusion on the marked plate."""
        self._casework.flush()
        plate = self.shown
        if plate is None:
            return
        dialog = ReconcileDialog(self._look, plate, self._window)
        dialog.concluded.connect(self._on_concluded)
        dialog.open()

    def _on_concluded(self, conclusion: Conclusion) -> None:
        dialog = self.sender()
        assert isinstance(dialog, ReconcileDialog)
        problem = self._casework.reconcile(dialog.plate_number, conclusion)
        if problem:
            dialog.refuse(problem)
        else:
            dialog.accept()

    def ask_for_change(self) -> None:
        """Ask for another own reading of the marked plate, and why."""
        plate = self.shown
        if plate is not None and plate.blind is not None:
            ChangeReadingDialog(self._look, plate, self._casework.change_reading, self._window).open()

    def ask_to_withdraw(self) -> None:
        """Ask why the conclusion on the marked plate is not to count any more."""
        plate = self.shown
        if plate is not None and plate.conclusion is not None:
            WithdrawDialog(self._look, plate, self._casework.withdraw, self._window).open()

    def go_to_next(self) -> None:
        """Show the next plate of the case, round and round; in a second reading the next that is still to be read."""
        view, here = self._casework.view, self._casework.plate
        plates = self._casework.waiting or (view.plates if view is not None else ())
        if not plates or view is None:
            return
        after = here.number if here is not None else 0
        plate = next((p for p in plates if p.number > after), plates[0])
        item = view.exhibits[plate.marked.exhibit - 1].item
        exhibit = next(
            (e for e in self._session.exhibits if e.item is not None and view.exhibit_of(e.item) is not None
             and e.item.digests == item.digests and e.item.media.taken == item.media.taken),
            None,
        )  # fmt: skip
        if exhibit is not None:
            self._loader.select(exhibit.number)
            self._loader.show(plate.marked.frame)
