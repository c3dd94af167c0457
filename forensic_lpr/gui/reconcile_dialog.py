"""The conclusion slot by slot: own, second and machine's reading side by side, and what is held of each slot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.blind import UNKNOWN
from forensic_lpr.core.caseview import RecordedPlate
from forensic_lpr.core.conclusion import MARKS, Conclusion, SlotConclusion, State, departs
from forensic_lpr.errors import ActRefused
from forensic_lpr.gui.chooser import Chooser
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look
from forensic_lpr.operations.examine import machine_characters

_STATES: tuple[State, ...] = ("certain", "probable", "undetermined")


class SlotRow:
    """The fields of one slot."""

    def __init__(
        self, look: Look, dialog: "ReconcileDialog", number: int, own: str, machine: str, others: list[str]
    ) -> None:
        self.own, self.machine = own, machine
        self.state = Chooser(look)
        for state, words in zip(_STATES, dialog.state_names, strict=True):
            self.state.addItem(f"{MARKS[state]} {words}", state)
        self.characters = QLineEdit()
        self.characters.setMaxLength(6)
        self.reason = QLineEdit()
        name = dialog.tr("Slot {n}").format(n=number + 1)
        self.state.setAccessibleName(dialog.tr("{slot}: how sure").format(slot=name))
        self.characters.setAccessibleName(dialog.tr("{slot}: characters").format(slot=name))
        self.reason.setAccessibleName(dialog.tr("{slot}: reason").format(slot=name))
        agreed = own[:1] == machine != UNKNOWN and len(own) == 1 and all(o == machine for o in others)
        self.characters.setText(machine if agreed else "")
        self.state.setCurrentIndex(0 if agreed else 2)

    def slot(self) -> SlotConclusion:
        """What the fields say; raises ActRefused."""
        state: State = self.state.currentData()
        return SlotConclusion(state, self.characters.text().strip().upper(), self.reason.text().strip())


class ReconcileDialog(QDialog):
    """Proposes what all readings agree on, and leaves everything else open."""

    concluded = Signal(object)
    """The :class:`Conclusion`; answer with :meth:`accept` or :meth:`refuse`."""

    def __init__(self, look: Look, plate: RecordedPlate, parent: QWidget) -> None:
        super().__init__(parent)
        self.plate_number = plate.number
        self.setWindowTitle(self.tr("Conclusion on plate {n}").format(n=plate.number))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.state_names = (self.tr("certain"), self.tr("probable"), self.tr("undetermined"))
        self._blind = plate.blind.latest if plate.blind is not None else None
        self._second = plate.second
        self._machine = machine_characters(plate)
        own = self._blind.slots if self._blind is not None else ()
        count = max(len(own), len(self._machine), *(len(s.latest.slots) for s in self._second), 0)
        self.rows = [
            SlotRow(
                look,
                self,
                k,
                own[k] if k < len(own) else UNKNOWN,
                self._machine[k] if k < len(self._machine) else UNKNOWN,
                [s.latest.slots[k] for s in self._second if k < len(s.latest.slots)],
            )
            for k in range(count)
        ]
        self.remark = QLineEdit(plate.conclusion.remark if plate.conclusion is not None else "")
        self.remark.setAccessibleName(self.tr("Remark"))
        self.problem = QLabel(" ")
        self.problem.setWordWrap(True)
        self.problem.setProperty("kind", "failure")
        self.record = QPushButton(self.tr("Record conclusion"))
        self.record.setProperty("primary", True)
        self.record.setDefault(True)
        self.record.clicked.connect(self._on_record)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._lay_out(look, cancel)
        if plate.conclusion is not None:
            for row, slot in zip(self.rows, plate.conclusion.slots, strict=False):
                row.state.setCurrentIndex(_STATES.index(slot.state))
                row.characters.setText(slot.characters)
                row.reason.setText(slot.reason)
        for row in self.rows:
            row.state.currentIndexChanged.connect(self._on_changed)
            row.characters.textChanged.connect(self._on_changed)
        self._on_changed()

    def _lay_out(self, look: Look, cancel: QPushButton) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px("wide"))
        grid.setVerticalSpacing(look.px("tight"))
        heads = (
            self.tr("Slot"),
            self.tr("Yours"),
            *(self.tr("Second, {name}").format(name=sealed.examiner) for sealed in self._second),
            self.tr("Machine"),
            self.tr("Conclusion"),
            self.tr("How sure"),
            self.tr("Reason"),
        )
        for column, text in enumerate(heads):
            head = QLabel(text)
            head.setProperty("kind", "muted")
            head.setFont(look.font("small"))
            grid.addWidget(head, 0, column)
        for number, row in enumerate(self.rows):
            second = [s.latest.slots[number : number + 1] for s in self._second]
            others = ["/".join(slot[0]) if slot else UNKNOWN for slot in second]
            texts = (str(number + 1), "/".join(row.own), *others, row.machine)
            for column, text in enumerate(texts):
                label = QLabel(text)
                label.setFont(look.font("plate_row" if column else "figures"))
                grid.addWidget(label, number + 1, column, Qt.AlignmentFlag.AlignCenter)
            row.characters.setFont(look.font("plate_row"))
            row.characters.setFixedWidth(look.px("slot_width") * 2)
            after = len(texts)
            grid.addWidget(row.characters, number + 1, after)
            row.state.setFixedWidth(look.px("reading_minimum") * 2 // 5)
            grid.addWidget(row.state, number + 1, after + 1)
            grid.addWidget(row.reason, number + 1, after + 2)
        grid.setColumnStretch(len(heads) - 1, 1)
        remark = QHBoxLayout()
        remark.setSpacing(look.px("space"))
        label = QLabel(self.tr("Re&mark"))
        label.setBuddy(self.remark)
        remark.addWidget(label)
        remark.addWidget(self.remark, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px("space"))
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.record)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(*([look.px("loose")] * 4))
        column_.setSpacing(look.px("wide"))
        column_.addLayout(grid)
        column_.addLayout(remark)
        column_.addWidget(self.problem)
        column_.addLayout(buttons)
        self.setMinimumWidth(look.px("dialog") * 4 // 3)

    def _on_changed(self) -> None:
        """Ask for a reason where the conclusion departs from the readings."""
        for number, row in enumerate(self.rows):
            try:
                second = tuple(sealed.latest for sealed in self._second)
                needed = departs(row.slot(), number, self._blind, self._machine, second)
            except ActRefused:
                needed = False  # not finished yet
            row.reason.setPlaceholderText(self.tr("Why? It departs from the readings") if needed else "")

    def _on_record(self) -> None:
        try:
            conclusion = Conclusion(tuple(row.slot() for row in self.rows), self.remark.text().strip())
        except ActRefused as error:
            self.refuse(in_words(error))
            return
        self.concluded.emit(conclusion)

    def refuse(self, sentence: str) -> None:
        """Say why the conclusion was not recorded."""
        self.problem.setText(sentence)
