"""What the examiner does with a case as a whole: new, open, save, verify, package, look at its log."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from forensic_lpr.case.opening import log_beside
from forensic_lpr.case.store import SUFFIX
from forensic_lpr.core.acts import EvidenceRelocated
from forensic_lpr.core.case import Case
from forensic_lpr.core.conclusion import Conclusion
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.audit_dialog import AuditDialog
from forensic_lpr.gui.case_dialogs import CASE_LANE, NewCaseDialog, UnblindDialog, WorkDialog
from forensic_lpr.gui.casejobs import OpenCaseFile, PackageCase, VerifyCase
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.loader import Loader
from forensic_lpr.gui.marking import Marking
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.reconcile_dialog import ReconcileDialog
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.tasks import Job, TaskRunner
from forensic_lpr.gui.theme import Look
from forensic_lpr.operations.case import OpenCase, new_case, open_case


class CaseFlow(QObject):
    """Verbs on the case; the dialogs belong to the window."""

    def __init__(
        self,
        look: Look,
        session: Session,
        casework: Casework,
        loader: Loader,
        runner: TaskRunner,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._look, self._session, self._casework = look, session, casework
        self._loader, self._runner, self._preferences, self._window = loader, runner, preferences, window

    # --- new, open, save

    def ask_for_new(self) -> None:
        """Ask what the case is about and where it lies."""
        dialog = NewCaseDialog(self._look, self._preferences, self._window)
        dialog.chosen.connect(self._on_new_chosen)
        dialog.open()

    def _on_new_chosen(self, path: Path, facts: Case) -> None:
        try:
            case = new_case(path, facts)
        except ForensicLprError as error:
            self._tell("failure", str(error))
            return
        self._take(case)

    def ask_for_case(self) -> None:
        """Let the examiner choose a case file."""
        folder = self._preferences.text("case/folder")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open case"), folder, self.tr("Cases (*.flpr);;All files (*)")
        )
        if chosen:
            self._preferences.set_text("case/folder", str(Path(chosen).parent))
            self.open(Path(chosen))

    def open_any(self, paths: Sequence[Path]) -> None:
        """Open the case among files, or else take the files in as evidence."""
        cases = [path for path in paths if path.suffix == SUFFIX]
        if cases:
            self.open(cases[-1])
        elif paths:
            self._loader.open(paths)

    def open(self, path: Path) -> None:
        """Open a case and find its evidence again."""
        case = self._casework.case
        if case is not None and case.path == path.absolute():
            return
        task = self._runner.start(OpenCaseFile(path), CASE_LANE)
        task.succeeded.connect(self._take)
        task.failed.connect(self._on_failed)

    def _take(self, case: OpenCase) -> None:
        self._casework.leave()
        for exhibit in self._session.exhibits:
            self._loader.remove(exhibit.number)
        self._casework.adopt(case)
        self._preferences.add_recent_case(case.path)
        for recorded in case.view.exhibits:
            number = self._loader.reopen(case.path, recorded)
            for plate in case.view.plates:
                if plate.place.exhibit == recorded.number:
                    for place in (*plate.places, plate.marked):
                        self._session.restore_marking(number, place.frame.index, Marking((), place.quad))

    def save_as(self) -> None:
        """Keep the case under a name; an unsaved one moves there."""
        case = self._casework.ensure()
        if case is None:
            return
        folder = self._preferences.text("case/folder") or str(Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save case as"),
            str(Path(folder) / f"case{SUFFIX}"),
            self.tr("Cases (*.flpr)"),
        )
        if chosen:
            self._preferences.set_text("case/folder", str(Path(chosen).parent))
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Copy the case to a file that is not there yet and work in that one; an unsaved one is not kept twice."""
        target = target if target.suffix else target.with_name(target.name + SUFFIX)
        case = self._casework.case
        if case is None:
            return
        source, unsaved = case.path, self._casework.unsaved
        self._casework.leave()
        partial = target.with_name(f".{target.name}.part")
        path = source
        try:
            if target.exists():
                raise FileExistsError(0, self.tr("there is a file of that name already"))
            shutil.copyfile(source, partial)
            partial.rename(target)
            path = target
            if unsaved:
                source.unlink()
        except OSError as error:
            partial.unlink(missing_ok=True)
            self._tell(
                "failure",
                self.tr("The case was not saved: {reason}.").format(reason=error.strerror or str(error)),
            )
        self._reopen(path)
        if path == target and self._casework.case is not None:
            self._renew_relative_paths(self._casework.case)
            self._preferences.add_recent_case(target)

    def _renew_relative_paths(self, case: OpenCase) -> None:
        """From the new folder the evidence lies elsewhere."""
        for exhibit in case.view.exhibits:
            relative = case.relative(exhibit.item.path)
            if relative != exhibit.relative:
                case.record(EvidenceRelocated(exhibit.number, exhibit.item.path, relative))

    def _reopen(self, path: Path) -> None:
        try:
            self._casework.adopt(open_case(path))
        except ForensicLprError as error:
            self._tell("failure", str(error))

    # --- recent

    def fill_recent(self, menu: QMenu) -> None:
        """List the cases that were open last."""
        menu.clear()
        for path in self._preferences.recent_cases:
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.setData(str(path))
            action.triggered.connect(self._on_recent)
        menu.setEnabled(bool(menu.actions()))

    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open(Path(action.data()))

    def tell_of_unclosed(self, folder: Path) -> None:
        """After a crash, say where the unsaved case of that session is."""
        left = sorted(path for path in folder.glob(f"*{SUFFIX}") if log_beside(path).exists())
        for path in left:
            self._preferences.add_recent_case(path)
        if left:
            self._tell(
                "warning",
                self.tr(
                    "The program was not closed last time. Nothing recorded is lost: "
                    "the case is in File, Recent cases, {name}."
                ).format(name=left[-1].name),
            )

    # --- long work on the closed case

    def verify(self) -> None:
        """Check everything, and say in words what was found."""
        self._work(self.tr("Verify case"), VerifyCase, self._verified)

    def ask_for_package(self) -> None:
        """Ask where the package goes, and make it."""
        if self._casework.ensure() is None:
            return
        folder = self._preferences.text("case/folder") or str(Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Package case"),
            str(Path(folder) / self.tr("case.zip")),
            self.tr("Packages (*.zip)"),
        )
        if chosen:
            self.package_to(Path(chosen))

    def package_to(self, target: Path) -> None:
        """Copy the case and its evidence to one new file."""
        self._work(
            self.tr("Package case"),
            lambda path: PackageCase(path, target),
            lambda names: self.tr("{n} files were packaged into {path}.").format(n=len(names), path=target),
        )

    def _verified(self, result: object) -> str:
        from forensic_lpr.operations.verify import Verification

        assert isinstance(result, Verification)
        lines = [f"{'✓' if f.holds else '✗'}  {f.what}: {f.detail}" for f in result.findings]
        head = (
            self.tr("Everything holds.")
            if result.holds
            else self.tr("Something does not hold: {first}").format(first=result.first_difference)
        )
        return "\n".join([head, "", *lines])

    def _work(self, title: str, job: Callable[[Path], Job], telling: Callable[..., str]) -> None:
        case = self._casework.ensure()
        if case is None:
            return
        path = case.path
        self._casework.leave()  # the work opens the file for itself
        dialog = WorkDialog(self._look, self._runner, title, job(path), telling, self._window)
        dialog.ended.connect(lambda: self._reopen(path))
        dialog.open()

    # --- the record of a plate

    def show_audit(self) -> None:
        """Show the audit log beside the window."""
        AuditDialog(self._look, self._casework, self._window).show()

    def ask_to_unblind(self) -> None:
        """Ask before the machine's reading is shown without an own one."""
        if self._casework.masked:
            dialog = UnblindDialog(self._look, self._window)
            dialog.confirmed.connect(self._casework.unblind)
            dialog.open()

    def ask_for_conclusion(self) -> None:
        """Ask for the conclusion on the marked plate."""
        self._casework.flush()
        plate = self._casework.plate
        if plate is None or not plate.unmasked:
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

    # --- telling

    def _on_failed(self, error: ForensicLprError) -> None:
        self._tell("failure", str(error))

    def _tell(self, severity: str, sentence: str) -> None:
        self._session.message_posted.emit(severity, sentence)
