"""What the examiner does with a case as a whole: new, open, save, verify, package, look at its log."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from forensic_lpr.case.opening import log_beside
from forensic_lpr.case.store import SUFFIX
from forensic_lpr.core.acts import EvidenceRelocated
from forensic_lpr.core.case import Case
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.case_dialogs import CASE_LANE, FactsDialog, NewCaseDialog, RecoveryDialog, WorkDialog
from forensic_lpr.gui.casejobs import (
    LeftBehind,
    MakeBlindCopy,
    OpenCaseFile,
    PackageCase,
    PutInOrder,
    SaveCaseAs,
    TakeIn,
    VerifyCase,
)
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.loader import Loader
from forensic_lpr.gui.marking import Marking
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.second_reading import BlindCopyDialog, SecondReadingDialog
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.tasks import Job, TaskRunner
from forensic_lpr.gui.theme import Look
from forensic_lpr.operations.case import OpenCase, new_case

if TYPE_CHECKING:
    from forensic_lpr.operations.blindcopy import TakenIn


class CaseFlow(QObject):
    """Verbs on the case; the dialogs belong to the window."""

    reopened = Signal(int, object)
    """Number in the session of an exhibit of the case that was opened, and the :class:`RecordedExhibit`."""
    second_begun = Signal()
    """A case was opened for its second examiner."""

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
        self._before: Path | None = None
        self._who = ""

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
            self._tell("failure", in_words(error))
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
        self._take_over(case, second=False)

    def _take_over(self, case: OpenCase, second: bool) -> None:
        self._casework.leave()
        for exhibit in self._session.exhibits:
            self._loader.remove(exhibit.number)
        self._casework.adopt(case, second)
        self._preferences.add_recent_case(case.path)
        for recorded in case.view.exhibits:
            number = self._loader.reopen(case.path, recorded)
            self.reopened.emit(number, recorded)
            for plate in case.view.plates:
                if plate.place.exhibit == recorded.number:
                    for place in (*plate.places, plate.marked):
                        self._session.restore_marking(number, place.frame.index, Marking((), place.quad))

    # --- a second reading

    def ask_for_second(self) -> None:
        """Ask who reads which case a second time."""
        case = self._casework.case
        dialog = SecondReadingDialog(self._look, str(case.path) if case is not None else "", self._window)
        dialog.asked.connect(self.begin_second)
        dialog.open()

    def begin_second(self, path: Path, name: str) -> None:
        """Open a case, also the one that is open, for its second examiner."""
        case = self._casework.case
        self._before = case.path if case is not None and case.path == path else None
        if self._before is not None:
            self._casework.leave()  # a case is open once at a time
        task = self._runner.start(OpenCaseFile(path, name, second=True), CASE_LANE)
        task.succeeded.connect(self._on_second_begun)
        task.failed.connect(self._on_second_refused)

    def _on_second_begun(self, case: OpenCase) -> None:
        self._take_over(case, second=True)
        self._tell(
            "info", self.tr("No reading of a plate is shown before {name} has read it.").format(name=case.who)
        )
        self.second_begun.emit()

    def _on_second_refused(self, error: ForensicLprError) -> None:
        if self._before is not None:
            self._reopen(self._before, "", told=error)
        else:
            self._on_failed(error)

    def end_second(self) -> None:
        """Go back to ordinary work in the case, under the name of its examiner."""
        case = self._casework.case
        if case is not None and self._casework.second:
            path = case.path
            self._casework.leave()
            task = self._runner.start(OpenCaseFile(path), CASE_LANE)
            task.succeeded.connect(self._take)
            task.failed.connect(self._on_failed)

    def ask_for_blind_copy(self) -> None:
        """Ask for whom a blind copy of the case is, and where it goes."""
        case = self._casework.ensure()
        if case is not None:
            # An unsaved case lies where no one looks for its copy.
            folder, name = case.path.parent, case.path.stem
            if self._casework.unsaved:
                folder, name = Path(self._preferences.text("case/folder") or Path.home()), self.tr("case")
            dialog = BlindCopyDialog(self._look, folder, name, self._window)
            dialog.asked.connect(self.blind_copy_to)
            dialog.open()

    def blind_copy_to(self, target: Path, name: str) -> None:
        """Make a blind copy of the case for a second examiner."""
        self._work(
            self.tr("Blind copy"),
            lambda path: MakeBlindCopy(path, target, name, self._who),
            lambda made: self.tr("The blind copy for {name} is {path}.").format(name=name, path=made),
        )

    def ask_to_take_in(self) -> None:
        """Let the examiner choose the blind copy that came back."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Take in a second reading"),
            self._preferences.text("case/folder"),
            self.tr("Cases (*.flpr);;All files (*)"),
        )
        if chosen:
            self.take_in_from(Path(chosen))

    def take_in_from(self, copy: Path) -> None:
        """Take the readings that were sealed in a blind copy into the case."""
        self._work(self.tr("Second reading"), lambda path: TakeIn(path, copy, self._who), self._taken_in)

    def _taken_in(self, result: "TakenIn") -> str:
        plates = ", ".join(map(str, result.plates))
        return "\n".join([self.tr("Taken in: plate {plates}.").format(plates=plates), *result.left])

    # --- facts

    def ask_for_facts(self) -> None:
        """Show what the case is about, to be changed."""
        case = self._casework.ensure()
        if case is not None:
            dialog = FactsDialog(self._look, case.view.case, self._window)
            dialog.changed.connect(self._casework.describe)
            dialog.open()

    # --- save

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
        self._before, self._who = case.path, case.who
        job = SaveCaseAs(case.path, target, case.who, moves=self._casework.unsaved)
        self._casework.leave()
        task = self._runner.start(job, CASE_LANE)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_not_saved)

    def _on_saved(self, case: OpenCase) -> None:
        self._casework.adopt(case)
        self._renew_relative_paths(case)
        self._preferences.add_recent_case(case.path)

    def _on_not_saved(self, error: ForensicLprError) -> None:
        if self._before is not None:
            self._reopen(self._before, self._who, told=error)

    def _renew_relative_paths(self, case: OpenCase) -> None:
        """From the new folder the evidence lies elsewhere."""
        for exhibit in case.view.exhibits:
            relative = case.relative(exhibit.item.path)
            if relative != exhibit.relative:
                case.record(EvidenceRelocated(exhibit.number, exhibit.item.path, relative))

    def _reopen(self, path: Path, who: str, told: ForensicLprError | None = None) -> None:
        """Go on in a case whose file was closed for work on it; what went wrong is told again once it is open."""
        task = self._runner.start(OpenCaseFile(path, who), CASE_LANE)
        task.succeeded.connect(self._casework.adopt)
        task.failed.connect(self._on_failed)
        if told is not None:
            self._on_failed(told)

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

    def recover(self, folder: Path) -> None:
        """After a crash put unsaved cases in order, and offer those that hold work, once."""
        if any(log_beside(path).exists() for path in folder.glob(f"*{SUFFIX}")):
            task = self._runner.start(PutInOrder(folder), CASE_LANE)
            task.succeeded.connect(self._on_recovered)

    def _on_recovered(self, left: tuple[LeftBehind, ...]) -> None:
        for one in reversed(left):
            self._preferences.add_recent_case(one.path)
        for one in left:
            dialog = RecoveryDialog(self._look, one, self._window)
            dialog.opened.connect(self.open)
            dialog.discarded.connect(self._on_discarded)
            dialog.open()

    def _on_discarded(self, path: Path) -> None:
        try:
            path.unlink()
        except OSError as error:
            self._tell(
                "failure",
                self.tr("{name} was not deleted: {reason}.").format(
                    name=path.name, reason=in_words(error.strerror or error)
                ),
            )
        self._preferences.recent_cases_changed.emit()

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
            lambda path: PackageCase(path, target, self._who),
            lambda names: self.tr("{n} files were packaged into {path}.").format(n=len(names), path=target),
        )

    def _verified(self, result: object) -> str:
        from forensic_lpr.operations.verify import Verification

        assert isinstance(result, Verification)
        lines = [
            f"{'✓' if f.holds else '✗'}  {in_words(f.what)}: {in_words(f.detail)}" for f in result.findings
        ]
        head = (
            self.tr("Everything holds.")
            if result.holds
            else self.tr("Something does not hold: {first}").format(first=in_words(result.first_difference))
        )
        return "\n".join([head, "", *lines])

    def _work(self, title: str, job: Callable[[Path], Job], telling: Callable[..., str]) -> None:
        case = self._casework.ensure()
        if case is None:
            return
        path, self._who = case.path, case.who
        self._casework.leave()  # the work opens the file for itself
        dialog = WorkDialog(self._look, self._runner, title, job(path), telling, self._window)
        dialog.ended.connect(partial(self._reopen, path, case.who))
        dialog.open()

    # --- telling

    def _on_failed(self, error: ForensicLprError) -> None:
        self._tell("failure", in_words(error))

    def _tell(self, severity: str, sentence: str) -> None:
        self._session.message_posted.emit(severity, sentence)
