"""Dialogs of a case: its facts, a reason, and long work on it with its result in words."""

from collections.abc import Callable
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

from forensic_lpr.core.case import Case
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.tasks import Job, Task, TaskRunner
from forensic_lpr.gui.theme import Look

CASE_LANE = "case"
Telling = Callable[[object], str]
"""What a job gave, in words."""


def _buttons(look: Look, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.px("space"))
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


class NewCaseDialog(QDialog):
    """What the case is about, and where its file lies."""

    chosen = Signal(object, object)
    """Path and :class:`Case`."""

    def __init__(self, look: Look, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setWindowTitle(self.tr("New case"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.number = QLineEdit()
        self.laboratory = QLineEdit(preferences.text("report/laboratory"))
        self.examiner = QLineEdit(preferences.text("report/examiner"))
        self.question = QPlainTextEdit()
        self.question.setTabChangesFocus(True)
        self.question.setFixedHeight(look.px("native_height"))
        self.question.setPlaceholderText(
            self.tr("For example: Which plate does the vehicle in the picture carry?")
        )
        self.context = QPlainTextEdit()
        self.context.setTabChangesFocus(True)
        self.context.setFixedHeight(look.px("native_height"))
        self.context.setPlaceholderText(self.tr("What you know of the case beforehand, and since when"))
        folder = preferences.text("case/folder") or str(Path.home())
        self.path = QLineEdit(str(Path(folder) / self.tr("case.flpr")))
        browse = QToolButton()
        browse.setIcon(icon(look, "folder"))
        browse.setToolTip(self.tr("Choose where the case file lies"))
        browse.setAccessibleName(self.tr("Choose where the case file lies"))
        browse.clicked.connect(self._on_browse)
        self.problem = QLabel(" ")
        self.problem.setWordWrap(True)
        self.problem.setProperty("kind", "failure")
        self.make = QPushButton(self.tr("Make case"))
        self.make.setProperty("primary", True)
        self.make.setDefault(True)
        self.make.clicked.connect(self._on_make)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(look.px("space"))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.addRow(self.tr("Case &number"), self.number)
        form.addRow(self.tr("&Laboratory"), self.laboratory)
        form.addRow(self.tr("E&xaminer"), self.examiner)
        form.addRow(self.tr("&Question"), self.question)
        form.addRow(self.tr("Con&text"), self.context)
        target = QHBoxLayout()
        target.addWidget(self.path, 1)
        target.addWidget(browse)
        label = QLabel(self.tr("Case &file"))
        label.setBuddy(self.path)
        form.addRow(label, target)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addLayout(_buttons(look, cancel, self.make))
        self.setMinimumWidth(look.px("dialog"))

    def _on_browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Case file"), self.path.text(), self.tr("Cases (*.flpr)")
        )
        if chosen:
            self.path.setText(chosen)

    def _on_make(self) -> None:
        name = self.path.text().strip()
        if not name:
            self.problem.setText(self.tr("Say where the case file is to lie."))
            return
        path = Path(name).expanduser().absolute()
        if path.exists():
            self.problem.setText(self.tr("There is a file of that name already; choose another."))
            return
        for key, text in (("laboratory", self.laboratory.text()), ("examiner", self.examiner.text())):
            self._preferences.set_text(f"report/{key}", text)
        self._preferences.set_text("case/folder", str(path.parent))
        case = Case(
            "",
            number=self.number.text(),
            laboratory=self.laboratory.text(),
            examiner=self.examiner.text(),
            question=self.question.toPlainText(),
            context=self.context.toPlainText(),
        )
        self.chosen.emit(path, case)
        self.accept()


class UnblindDialog(QDialog):
    """Asks whether the machine's reading is really to be shown without an own one, and why."""

    confirmed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Show without my own reading"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QLabel(
            self.tr(
                "The machine's reading will be shown before you have read the plate yourself. "
                "The record and the report say so, and the plate cannot be read blind afterwards."
            )
        )
        words.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why, for example: training"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.show_ = QPushButton(self.tr("Show it"))
        self.show_.clicked.connect(self._on_show)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("primary", True)
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addWidget(words)
        column.addWidget(self.reason)
        column.addLayout(_buttons(look, self.show_, cancel))
        self.setMinimumWidth(look.px("reading_minimum"))

    def _on_show(self) -> None:
        self.confirmed.emit(self.reason.text().strip())
        self.accept()


class WorkDialog(QDialog):
    """Long work on the closed case: progress, Cancel, and the result in words."""

    ended = Signal()
    """The work ended in whatever way; the case may be opened again."""

    def __init__(
        self, look: Look, runner: TaskRunner, title: str, job: Job, telling: Telling, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._telling = telling
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QLabel(self.tr("Working…"))
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.button = QPushButton(self.tr("Cancel"))
        self.button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addWidget(self.words)
        column.addWidget(self.progress)
        column.addLayout(_buttons(look, self.button))
        self.setMinimumWidth(look.px("dialog"))
        self._task: Task | None = runner.start(job, CASE_LANE)
        self._task.progressed.connect(self._on_progressed)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.cancelled.connect(self._on_cancelled)

    def _on_progressed(self, done: int, total: int | None, text: str) -> None:
        self.words.setText(text or self.tr("Working…"))
        self.progress.setRange(0, 1000 if total else 0)
        self.progress.setValue(1000 * done // total if total else 0)

    def _on_succeeded(self, result: object) -> None:
        self._end(self._telling(result))

    def _on_failed(self, error: ForensicLprError) -> None:
        self._end(str(error))

    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled."))

    def _end(self, words: str) -> None:
        self._task = None
        self.words.setText(words)
        self.progress.hide()
        self.button.setText(self.tr("Close"))
        self.ended.emit()

    def reject(self) -> None:
        """While the work goes on this only stops it."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()
