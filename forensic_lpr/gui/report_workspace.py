"""The report workspace: the facts of the case, what goes in, its pages as they would be written now, the export."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import CaseView
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.facts_form import FactsForm
from forensic_lpr.gui.flow import Scrolling
from forensic_lpr.gui.pages_view import PagesView
from forensic_lpr.gui.panels.panel import Panel
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.report_jobs import Exported, ExportReport, MakePages, Pages
from forensic_lpr.gui.report_options import ReportOptions
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.tasks import Follower, Task, TaskRunner
from forensic_lpr.gui.theme import Look
from forensic_lpr.operations.case import OpenCase

if TYPE_CHECKING:
    from forensic_lpr.report.material import Material

PAGES_LANE, EXPORT_LANE = "pages", "report"
SETTLED_MS = 700
"""Pages are made anew when nothing changed for so long."""


class ReportWorkspace(QWidget):
    """Follows the case while it is looked at; nothing is made while it is not."""

    exported = Signal(object)
    """Path of the report that was written and recorded."""

    def __init__(
        self,
        look: Look,
        casework: Casework,
        runner: TaskRunner,
        preferences: Preferences,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._casework, self._runner, self._preferences = casework, runner, preferences
        self._shown: Pages | None = None
        self._known: Material | None = None
        self._export: Task | None = None
        self._exporting: OpenCase | None = None
        self.facts = FactsForm(look, narrow=True)
        self.options = ReportOptions(look, preferences)
        self.pages = PagesView(look, runner)
        self.state = QLabel()
        self.state.setProperty("kind", "muted")
        self.state.setFont(look.font("small"))
        self.state.setIndent(look.px("space"))
        self.place = QLabel()
        self.place.setFont(look.font("small_figures"))
        self.place.setProperty("kind", "muted")
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("kind", "failure")
        self.problem.hide()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.clicked.connect(self._on_stop)
        self.export = QPushButton(actions["report"].text().replace("&", ""))
        self.export.setToolTip(actions["report"].toolTip())
        self.export.setProperty("primary", True)
        self.export.clicked.connect(actions["report"].trigger)
        self._making = Follower(runner, PAGES_LANE, self)
        self._making.answered.connect(self._on_made)
        self._making.failed.connect(self._on_failed)
        self._making.busy_changed.connect(self._on_busy_changed)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self._make)
        self._lay_out(look, actions)
        self.facts.edited.connect(self._on_edited)
        self.options.changed.connect(self._on_chosen)
        self.pages.page_changed.connect(self._on_page_changed)
        casework.record_changed.connect(self._on_changed)
        casework.masking_changed.connect(self._on_changed)
        casework.case_changed.connect(self._on_case_changed)
        self._tell()
        self._show_working(False)

    def _lay_out(self, look: Look, actions: Actions) -> None:
        px = look.px
        self.form_panel = Panel(look, self.tr("Report"), "report")
        self.form_panel.empty.say(
            self.tr("What the report of the case says of it will stand here once a file is opened.")
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*([px("wide")] * 4))
        column.setSpacing(px("wide"))
        column.addWidget(_title(look, self.tr("What goes in")))
        column.addWidget(self.options)
        column.addWidget(_title(look, self.tr("Facts of the case")))
        column.addWidget(self.facts)
        column.addStretch(1)
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(*([px("wide")] * 4))
        below.setSpacing(px("space"))
        row = QHBoxLayout()
        row.setSpacing(px("space"))
        row.addWidget(self.stop)
        row.addWidget(self.export, 1)
        for widget in (self.problem, self.progress):
            below.addWidget(widget)
        below.addLayout(row)
        whole = QVBoxLayout(self.form_panel.content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolling(inside), 1)
        whole.addWidget(foot)
        self.form_panel.setFixedWidth(px("report_form"))
        self.page_panel = Panel(look, self.tr("Pages"), "report")
        self.page_panel.head.insertWidget(1, self.state)
        self.page_panel.head.addWidget(self.place)
        for name in ("previous-page", "next-page", "page-smaller", "page-larger", "page-fit"):
            self.page_panel.add_button(actions[name])
        pages = QVBoxLayout(self.page_panel.content)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.addWidget(self.pages)
        line = QHBoxLayout(self)
        line.setContentsMargins(*([px("tight")] * 4))
        line.setSpacing(px("tight"))
        line.addWidget(self.form_panel)
        line.addWidget(self.page_panel, 1)

    # --- what there is

    @property
    def _view(self) -> CaseView | None:
        """The case, unless a reading is still to be made blind, by the examiner or by a second one."""
        casework = self._casework
        return casework.view if not (casework.waiting or casework.masked) else None

    @property
    def up_to_date(self) -> bool:
        """Whether the pages are those of the case as it stands and of what is chosen."""
        view, shown = self._view, self._shown
        if view is None or shown is None:
            return False
        chosen, old = self.options.chosen, shown.chosen
        same = (chosen.language, chosen.plates, chosen.readings) == (old.language, old.plates, old.readings)
        return same and shown.head == view.head.hash

    @property
    def working(self) -> bool:
        """Whether a report is being written."""
        return self._export is not None

    # --- pages

    def _make(self) -> None:
        view, case = self._view, self._casework.case
        if view is None or case is None or not self.isVisible() or self.up_to_date:
            self._tell()
            return
        known = self._known
        self._making.forget()  # what runs is of a case that is no more
        self._making.ask(MakePages(case.path, view, self.options.chosen, known))
        self._tell()

    def _on_made(self, pages: Pages, newest: bool) -> None:
        if self._view is None:
            return
        self._shown, self._known = pages, pages.material
        self.pages.show_pages(pages.pages)
        self._say("")
        self._tell()

    def _on_failed(self, error: ForensicLprError) -> None:
        self._say(in_words(error))
        self._tell()

    def _on_changed(self) -> None:
        view = self._view
        if view is None:
            self._forget()
        else:
            self.options.selection.show_case(view)
            if not self.facts.isAncestorOf(self.facts.focusWidget() or self):
                self.facts.show_case(view.case)
            self._settling.start()
        self._tell()

    def _on_chosen(self) -> None:
        self._settling.start()
        self._tell()

    def _on_case_changed(self) -> None:
        """Nothing of the case before stays."""
        self._forget()
        self._known = None
        self._say("")
        if self._view is not None:
            self.facts.show_case(self._view.case)
        self._on_changed()

    def _forget(self) -> None:
        """Show nothing of any case, not even where it is hidden."""
        self._making.forget()
        self._settling.stop()
        self._shown = None
        self.pages.show_pages(())
        self.facts.show_case(Case(""))
        self.options.selection.forget()

    def _on_edited(self) -> None:
        case = self.facts.case()
        for key, text in (("laboratory", case.laboratory), ("examiner", case.examiner)):
            self._preferences.set_text(f"report/{key}", text)
        self._casework.describe(case)

    def _on_page_changed(self, number: int, count: int) -> None:
        self.place.setText(self.tr("page {n} of {count}").format(n=number, count=count) if count else "")

    def _on_busy_changed(self, busy: bool) -> None:
        self._tell()

    def _say(self, problem: str) -> None:
        """Say what stands in the way; an empty sentence when nothing does any more."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _tell(self) -> None:
        """Say how far the pages are, and why there are none."""
        view = self._view
        self.form_panel.show_content(view is not None)
        self.page_panel.show_content(view is not None and self._shown is not None)
        if view is None and self._casework.waiting:
            words = self.tr("The report is shown when you have sealed your own reading of every plate.")
            self.form_panel.empty.say(words, "report")
            self.page_panel.empty.say(words, "report")
        elif view is None and self._casework.masked:
            words = self.tr(
                "A plate is marked that waits for your own reading. Seal it, or clear its corners; then the report "
                "is shown."
            )
            self.form_panel.empty.say(words, "report")
            self.page_panel.empty.say(words, "report")
        elif view is None:
            self.page_panel.empty.say(
                self.tr("The pages of the report will stand here; open a still or a clip first."), "report"
            )
        elif self._shown is None:
            words = self.problem.text() or self.tr("The pages are being made…")
            self.page_panel.empty.say(words, "failure" if self.problem.text() else "report")
        if view is None or self._shown is None:
            self.state.clear()
        elif self.up_to_date:
            self.state.setText(self.tr("as it would be written now"))
        elif self._making.busy or self._settling.isActive():
            self.state.setText(self.tr("out of date; being made anew…"))
        else:
            self.state.setText(self.tr("out of date"))

    # --- export

    def ask_and_export(self) -> None:
        """Ask where the report goes, and write it."""
        view = self._view
        if view is None or self.working:
            return
        if self.options.problem:
            self._say(self.options.problem)
            return
        folder = self._preferences.text("report/folder") or str(Path.home())
        name = "".join(c if c.isalnum() or c in "-_." else "-" for c in view.case.number) or "report"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the report to"), str(Path(folder) / f"{name}.pdf"), self.tr("PDF (*.pdf)")
        )
        if chosen:
            path = Path(chosen).absolute()
            self.export_to(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def export_to(self, path: Path) -> None:
        """Make the report anew and write it, and its JSON beside it where that was chosen."""
        self._casework.flush()
        view, case = self._view, self._casework.case
        if view is None or case is None or self.working:
            return
        self._preferences.set_text("report/folder", str(path.parent))
        self.options.keep()
        twin = path.with_suffix(".json") if self.options.twin.isChecked() else None
        self._say("")
        self._show_working(True)
        self._exporting = case
        self._export = task = self._runner.start(
            ExportReport(case.path, view, self.options.chosen, path, twin), EXPORT_LANE
        )
        task.progressed.connect(self._on_progressed)
        task.succeeded.connect(self._on_exported)
        task.failed.connect(self._on_export_failed)
        task.cancelled.connect(self._on_export_cancelled)

    def _show_working(self, working: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(working)
        self.stop.setVisible(working)
        self.export.setEnabled(not working)

    def _on_progressed(self, done: int, total: int | None, text: str) -> None:
        self.progress.setRange(0, 1000 if total and done < total else 0)
        self.progress.setValue(1000 * done // total if total else 0)

    def _on_exported(self, exported: Exported) -> None:
        from forensic_lpr.operations.casereport import record_case_report

        same = self._exporting is self._casework.case
        self._end_export()
        report, files = exported.report, exported.files
        problem = self.tr(
            "Another case was opened meanwhile; the report was written, but is not in the record."
        )
        if same:
            problem = self._casework.attempt(lambda case: record_case_report(case, report, files))
        if problem:
            self._say(problem)
            return
        self.exported.emit(files[0][0])

    def _on_export_failed(self, error: ForensicLprError) -> None:
        self._end_export()
        self._say(in_words(error))

    def _on_export_cancelled(self) -> None:
        self._end_export()

    def _on_stop(self) -> None:
        if self._export is not None:
            self._export.cancel()

    def _end_export(self) -> None:
        self._export = self._exporting = None
        self._show_working(False)

    # --- events

    def showEvent(self, event: QShowEvent) -> None:
        """Make the pages of the case as it stands."""
        super().showEvent(event)
        self._casework.flush()
        self._settling.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make no further pages while nobody looks."""
        self._settling.stop()
        self._making.forget()
        super().hideEvent(event)


def _title(look: Look, words: str) -> QLabel:
    title = QLabel(words)
    title.setFont(look.font("strong"))
    return title
