"""Dialogs of a case: its facts, a reason, and long work on it with its result in words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.case import Case
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.casejobs import LeftBehind
from forensic_lpr.gui.facts_form import FactsForm
from forensic_lpr.gui.flow import Scrolling, WrappedLabel
from forensic_lpr.gui.form_dialog import FormDialog, PathField, button_row
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.tasks import Job, Task, TaskRunner
from forensic_lpr.gui.theme import Look

CASE_LANE = "case"
Telling = Callable[[object], str]
"""What a job gave, in words: what is said of it, and after an empty line what was found one by one."""


class NewCaseDialog(FormDialog):
    """What the case is about, and where its file lies."""

    chosen = Signal(object, object)
    """Path and :class:`Case`."""

    def __init__(self, look: Look, preferences: Preferences, parent: QWidget) -> None:
        self.facts = FactsForm(look)
        super().__init__(look, self.tr("New case"), self.tr("Make case"), parent)
        self._preferences = preferences
        laboratory, examiner = (preferences.text(f"report/{name}") for name in ("laboratory", "examiner"))
        self.facts.show_case(Case("", laboratory=laboratory, examiner=examiner))
        folder = preferences.text("case/folder") or str(Path.home())
        self.path = PathField(
            look,
            self.tr("Case file"),
            self.tr("Cases (*.flpr)"),
            str(Path(folder) / self.tr("case.flpr")),
            saving=True,
        )
        self.facts.form.addRow(self.tr("Case &file"), self.path)
        self.put(Scrolling(self.facts))

    def confirm(self) -> None:
        """Tell what was filled in, where it can be."""
        if self.path.path is None:
            self.refuse(self.tr("Say where the case file is to lie."))
            return
        path = self.path.path
        if path.exists():
            self.refuse(self.tr("There is a file of that name already; choose another."))
            return
        case = self.facts.case()
        for key, text in (("laboratory", case.laboratory), ("examiner", case.examiner)):
            self._preferences.set_text(f"report/{key}", text)
        self._preferences.set_text("case/folder", str(path.parent))
        self.chosen.emit(path, case)
        self.accept()


class FactsDialog(FormDialog):
    """What the case is about, while it goes on."""

    changed = Signal(object)
    """The :class:`Case` as it is to be."""

    def __init__(self, look: Look, case: Case, parent: QWidget) -> None:
        self.facts = FactsForm(look)
        super().__init__(look, self.tr("Facts of the case"), self.tr("Record"), parent)
        self.facts.show_case(case)
        self.put(Scrolling(self.facts))
        self.put(self.muted(self.tr("What they were before stays in the audit log.")))

    def confirm(self) -> None:
        """Tell the facts as they stand in the fields."""
        self.changed.emit(self.facts.case())
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
        column.addLayout(button_row(look, self.show_, cancel))
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
        self._look, self._telling = look, telling
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = WrappedLabel()
        self.words.tell(self.tr("Working…"))
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.found = QPlainTextEdit()
        self.found.setReadOnly(True)
        self.found.setAccessibleName(self.tr("What was found"))
        self.found.hide()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.button = QPushButton(self.tr("Cancel"))
        self.button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addWidget(self.words)
        column.addWidget(self.found, 1)
        column.addWidget(self.progress)
        column.addLayout(button_row(look, self.button))
        self.setMinimumWidth(look.px("dialog"))
        self.button.setFocus()
        self._task: Task | None = runner.start(job, CASE_LANE)
        self._task.progressed.connect(self._on_progressed)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.cancelled.connect(self._on_cancelled)

    def _on_progressed(self, done: int, total: int | None, text: str) -> None:
        self.words.tell(in_words(text) or self.tr("Working…"))
        self.progress.setRange(0, 1000 if total else 0)
        self.progress.setValue(1000 * done // total if total else 0)

    def _on_succeeded(self, result: object) -> None:
        self._end(self._telling(result))

    def _on_failed(self, error: ForensicLprError) -> None:
        self._end(in_words(error))

    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled."))

    def _end(self, words: str) -> None:
        self._task = None
        head, _, lines = words.partition("\n\n")
        self.words.tell(head)
        self.found.setPlainText(lines)
        if lines:
            self.found.show()
            self.resize(self._look.px("dialog") * 5 // 4, self._look.px("dialog") * 3 // 4)
        self.progress.hide()
        self.button.setText(self.tr("Close"))
        self.ended.emit()

    def reject(self) -> None:
        """While the work goes on this only stops it."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()


class RecoveryDialog(QDialog):
    """Offers an unsaved case that a session left behind: to go on with it, to discard it, or to keep it for later."""

    opened = Signal(object)
    discarded = Signal(object)
    """Path of the case, both."""

    def __init__(self, look: Look, left: LeftBehind, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = left.path
        self.setWindowTitle(self.tr("Unsaved case"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr(
            "The program was not closed last time. Nothing that was recorded is lost: the unsaved case of {when} "
            "holds {exhibits} exhibits and {plates} plates. It is offered this once; kept for later, it stands in "
            "File, Recent cases."
        )
        self.words = QLabel(words.format(when=left.when, exhibits=left.exhibits, plates=left.plates))
        self.words.setWordWrap(True)
        self.open_ = QPushButton(self.tr("Go on with it"))
        self.open_.setProperty("primary", True)
        self.open_.setDefault(True)
        self.open_.clicked.connect(self._on_open)
        later = QPushButton(self.tr("Keep it for later"))
        later.clicked.connect(self.reject)
        self.discard = QPushButton(self.tr("Delete it"))
        self.discard.clicked.connect(self._on_discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addWidget(self.words)
        column.addLayout(button_row(look, self.discard, later, self.open_))
        self.setMinimumWidth(look.px("dialog"))

    def _on_open(self) -> None:
        self.opened.emit(self._path)
        self.accept()

    def _on_discard(self) -> None:
        self.discarded.emit(self._path)
        self.accept()
