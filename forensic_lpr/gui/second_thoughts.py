"""Second thoughts on a plate: the own reading changed after its seal, a conclusion withdrawn; each with its reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from forensic_lpr.core.blind import parse_slots
from forensic_lpr.core.caseview import RecordedPlate
from forensic_lpr.errors import ActRefused
from forensic_lpr.gui.facts_form import Paragraph
from forensic_lpr.gui.form_dialog import FormDialog
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look

Change = Callable[[int, tuple[str, ...], str], str]
"""Records another reading of a plate with a reason; one sentence on why it was refused, else empty."""
Withdraw = Callable[[int, str], str]
"""Records that the conclusion on a plate is withdrawn, with a reason; likewise."""


class ChangeReadingDialog(FormDialog):
    """Another own reading; the sealed one stays."""

    def __init__(self, look: Look, plate: RecordedPlate, change: Change, parent: QWidget) -> None:
        title = self.tr("Change my reading of plate {n}").format(n=plate.number)
        super().__init__(look, title, self.tr("Record the change"), parent)
        assert plate.blind is not None
        self._plate, self._record = plate.number, change
        now = plate.blind.latest
        sealed = QLabel(in_words(plate.blind.reading.text))
        sealed.setFont(look.font("plate_row"))
        self.reading = QLineEdit("" if now.cannot_read else now.text)
        self.reading.setFont(look.font("plate_row"))
        self.reading.setAccessibleName(self.tr("Reading"))
        self.reading.setPlaceholderText(self.tr("As in AB?1[C6]34; empty for “cannot read”"))
        self.reason = Paragraph(look, self.tr("What made you read it otherwise"))
        self.reason.setAccessibleName(self.tr("Reason"))
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(look.px("space"))
        form.addRow(self.tr("Sealed"), sealed)
        form.addRow(self.tr("&Now"), self.reading)
        form.addRow(self.tr("&Reason"), self.reason)
        self.put(fields)
        words = self.tr(
            "The sealed reading stays in the record and in the report, with this change beside it."
        )
        self.put(self.muted(words))

    def confirm(self) -> None:
        """Record the change."""
        try:
            slots = parse_slots(self.reading.text())
        except ActRefused as error:
            self.refuse(in_words(error))
            return
        problem = self._record(self._plate, slots, self.reason.text())
        if problem:
            self.refuse(problem)
        else:
            self.accept()


class WithdrawDialog(FormDialog):
    """A conclusion that is not to count any more."""

    def __init__(self, look: Look, plate: RecordedPlate, withdraw: Withdraw, parent: QWidget) -> None:
        title = self.tr("Withdraw the conclusion on plate {n}").format(n=plate.number)
        super().__init__(look, title, self.tr("Withdraw it"), parent)
        self._plate, self._record = plate.number, withdraw
        text = plate.conclusion.text if plate.conclusion is not None else "–"
        stands = QLabel(text)
        stands.setFont(look.font("plate_row"))
        self.reason = Paragraph(look, self.tr("Why it is not to count any more"))
        self.reason.setAccessibleName(self.tr("Reason"))
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(look.px("space"))
        form.addRow(self.tr("Conclusion"), stands)
        form.addRow(self.tr("&Reason"), self.reason)
        self.put(fields)
        words = self.tr("It stays in the record and in the report, which says that it was withdrawn and why.")
        self.put(self.muted(words))

    def confirm(self) -> None:
        """Record the withdrawal."""
        problem = self._record(self._plate, self.reason.text())
        if problem:
            self.refuse(problem)
        else:
            self.accept()
