"""The report dialog: what the examiner says of the case, and where the report goes."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.jobs import ExportReport, ReportFields
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.tasks import Task, TaskRunner
from forensic_lpr.gui.theme import Look

_LANE = "report"


class ReportDialog(QDialog):
    """Works on the reading that was shown when it opened, frozen."""

    exported = Signal(object)
    """Path of the report."""

    def __init__(
        self,
        look: Look,
        runner: TaskRunner,
        preferences: Preferences,
        evidence: tuple[EvidenceItem, Frame, PlateReading],
        parent: QWidget | None = None,
        clock: SceneClock | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._runner, self._preferences, self._evidence = runner, preferences, evidence
        self._task: Task | None = None
        self.setWindowTitle(self.tr("Export report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        item = evidence[0]
        self.laboratory = QLineEdit(preferences.text("report/laboratory"))
        self.examiner = QLineEdit(preferences.text("report/examiner"))
        self.case_number = QLineEdit(preferences.text("report/case"))
        self.exhibit = QLineEdit(item.path.name)
        self.question = QPlainTextEdit()
        self.question.setPlaceholderText(
            self.tr("For example: Which plate does the vehicle in the picture carry?")
        )
        self.question.setTabChangesFocus(True)
        self.question.setFixedHeight(look.px("native_height"))
        folder = preferences.text("report/folder") or str(Path.home())
        self.path = QLineEdit(str(Path(folder) / f"{item.path.stem}-report.pdf"))
        self._browse = QToolButton()
        self._browse.setIcon(icon(look, "folder"))
        self._browse.setToolTip(self.tr("Choose where the report is written"))
        self._browse.setAccessibleName(self.tr("Choose where the report is written"))
        self._browse.clicked.connect(self._on_browse)
        self.problem = QLabel(" ")
        self.problem.setWordWrap(True)
        self.problem.setProperty("kind", "failure")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.export = QPushButton(self.tr("Export"))
        self.export.setProperty("primary", True)
        self.export.setDefault(True)
        self.export.clicked.connect(self._on_export)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self._lay_out(look)

    def _lay_out(self, look: Look) -> None:
        form = QFormLayout()
        form.setSpacing(look.px("space"))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.addRow(self.tr("&Laboratory"), self.laboratory)
        form.addRow(self.tr("E&xaminer"), self.examiner)
        form.addRow(self.tr("&Case"), self.case_number)
        form.addRow(self.tr("Ex&hibit"), self.exhibit)
        form.addRow(self.tr("&Question"), self.question)
        target = QHBoxLayout()
        target.addWidget(self.path, 1)
        target.addWidget(self._browse)
        label = QLabel(self.tr("&Write to"))
        label.setBuddy(self.path)
        form.addRow(label, target)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px("space"))
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        reading = self._evidence[2]
        best = reading.plates[0].text if reading.plates else self.tr("no plate")
        head = QLabel(
            self.tr("Report on {name}, frame {n}: {best}").format(
                name=self._evidence[0].path.name, n=self._evidence[1].ref.index, best=best
            )
        )
        head.setFont(look.font("heading"))
        head.setWordWrap(True)
        column.addWidget(head)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self.setMinimumWidth(look.px("dialog"))

    def _on_browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the report to"), self.path.text(), self.tr("PDF (*.pdf)")
        )
        if chosen:
            self.path.setText(chosen)

    def _on_export(self) -> None:
        if self._task is not None:
            return
        name = self.path.text().strip()
        if not name:
            self.problem.setText(self.tr("Say where the report is to be written."))
            return
        path = Path(name).expanduser().absolute()
        if path.suffix.lower() != ".pdf":
            path = path.with_name(path.name + ".pdf")
        fields = ReportFields(
            self.laboratory.text(),
            self.examiner.text(),
            self.case_number.text(),
            self.exhibit.text(),
            self.question.toPlainText(),
        )
        for key, text in (
            ("laboratory", fields.laboratory),
            ("examiner", fields.examiner),
            ("case", fields.case_number),
            ("folder", str(path.parent)),
        ):
            self._preferences.set_text(f"report/{key}", text)
        self.problem.setText(" ")
        self._set_working(True)
        self._task = self._runner.start(ExportReport(fields, *self._evidence, path, self._clock), _LANE)
        self._task.progressed.connect(self._on_progressed)
        self._task.succeeded.connect(self._on_exported)
        self._task.failed.connect(self._on_failed)
        self._task.cancelled.connect(self._on_cancelled)

    def _set_working(self, working: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(working)
        self.export.setEnabled(not working)

    def _on_progressed(self, done: int, total: int | None, text: str) -> None:
        # Hashing is the part whose end is known; typesetting follows.
        self.progress.setRange(0, 1000 if total and done < total else 0)
        self.progress.setValue(1000 * done // total if total else 0)

    def _on_exported(self, path: Path) -> None:
        self._task = None
        self.exported.emit(path)
        self.accept()

    def _on_failed(self, error: ForensicLprError) -> None:
        self._task = None
        self._set_working(False)
        self.problem.setText(str(error))

    def _on_cancelled(self) -> None:
        self._task = None
        self._set_working(False)

    def reject(self) -> None:
        """While the report is made the first press only stops that."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()
