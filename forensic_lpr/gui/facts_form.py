"""What a case is about, as a form: for a new case, for one that goes on, and beside its report."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from forensic_lpr.core.case import Case
from forensic_lpr.gui.theme import Look


class Paragraph(QPlainTextEdit):
    """A field of several lines; Tab leaves it."""

    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, look: Look, hint: str) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setFixedHeight(look.px("paragraph"))

    def text(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show a text."""
        self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()


class FactsForm(QWidget):
    """All facts that a laboratory gives a case."""

    edited = Signal()
    """A field was left with another text than it had."""

    def __init__(self, look: Look, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = Case("")
        tr = self.tr
        self.number, self.laboratory, self.examiner = QLineEdit(), QLineEdit(), QLineEdit()
        self.reviewer, self.authoriser, self.request = QLineEdit(), QLineEdit(), QLineEdit()
        self.received = QLineEdit()
        self.received.setPlaceholderText("2026-04-15")
        self.request.setPlaceholderText(tr("Who asked, and under which reference"))
        self.question = Paragraph(look, tr("For example: Which plate does the vehicle in the picture carry?"))
        self.context = Paragraph(look, tr("What you know of the case beforehand, and since when"))
        self.deviations = Paragraph(look, tr("What was done otherwise than the method or your rules say"))
        rows: tuple[tuple[str, QLineEdit | Paragraph], ...] = (
            (tr("Case &number"), self.number),
            (tr("&Laboratory"), self.laboratory),
            (tr("E&xaminer"), self.examiner),
            (tr("Re&viewer"), self.reviewer),
            (tr("&Authorised by"), self.authoriser),
            (tr("Re&quest"), self.request),
            (tr("Re&ceived"), self.received),
            (tr("Q&uestion"), self.question),
            (tr("Con&text"), self.context),
            (tr("&Deviations"), self.deviations),
        )
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(look.px("tight" if narrow else "space"))
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight)
        if narrow:
            self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for label, field in rows:
            field.setAccessibleName(label.replace("&", ""))
            self.form.addRow(label, field)
            (field.left if isinstance(field, Paragraph) else field.editingFinished).connect(self._on_left)

    def show_case(self, case: Case) -> None:
        """Show the facts of a case."""
        self._case = case
        for name, field in self._fields().items():
            text = getattr(case, name)
            if field.text() != text:
                field.setText(text)

    def case(self) -> Case:
        """The facts as they stand in the fields."""
        return replace(self._case, **{name: field.text().strip() for name, field in self._fields().items()})

    def _fields(self) -> dict[str, QLineEdit | Paragraph]:
        return {
            "number": self.number,
            "laboratory": self.laboratory,
            "examiner": self.examiner,
            "reviewer": self.reviewer,
            "authoriser": self.authoriser,
            "request": self.request,
            "received": self.received,
            "question": self.question,
            "context": self.context,
            "deviations": self.deviations,
        }

    def _on_left(self) -> None:
        facts = self.case()
        if facts != self._case:
            self._case = facts
            self.edited.emit()
