"""A second examiner reads the plates of a case with no other reading in sight: led through, or handed a copy."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.flow import FlowLayout
from forensic_lpr.gui.form_dialog import FormDialog, PathField
from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.theme import Look


class SecondReadingDialog(FormDialog):
    """Who reads, and which case: it is opened in this mode, so that nothing of it is seen before."""

    asked = Signal(object, str)
    """Path of the case file, and the second examiner's name."""

    def __init__(self, look: Look, path: str, parent: QWidget) -> None:
        super().__init__(look, self.tr("Second reading of a case"), self.tr("Begin"), parent)
        self.put(
            self.muted(
                self.tr(
                    "Another examiner reads every plate of the case before any reading of it is shown: "
                    "the first examiner's, the machine's and the conclusion are kept back plate by plate, "
                    "and with them the audit log and the report. The record says who read, and when."
                )
            )
        )
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Your name, not that of the first examiner"))
        self.case = PathField(look, self.tr("Case"), self.tr("Cases (*.flpr);;All files (*)"), path)
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(look.px("space"))
        form.addRow(self.tr("Second &examiner"), self.name)
        form.addRow(self.tr("&Case"), self.case)
        self.put(fields)
        self.name.setFocus()

    def confirm(self) -> None:
        """Tell who reads which case."""
        name, path = self.name.text().strip(), self.case.path
        if not name:
            self.refuse(self.tr("Give your name; the record says who read."))
        elif path is None:
            self.refuse(self.tr("Choose the case to be read."))
        else:
            self.asked.emit(path, name)
            self.accept()


class BlindCopyDialog(FormDialog):
    """For whom a blind copy of the case is, and where it goes."""

    asked = Signal(object, str)
    """Path of the copy, and the second examiner's name."""

    def __init__(self, look: Look, folder: Path, case: str, parent: QWidget) -> None:
        super().__init__(look, self.tr("Blind copy for a second examiner"), self.tr("Make the copy"), parent)
        self.put(
            self.muted(
                self.tr(
                    "The copy holds the evidence by its place and digest, the marked plates and the question. "
                    "No reading, conclusion, remark or log of this case is in it. The second examiner opens it as "
                    "a case and seals a reading of each plate; File, Take in a second reading brings them back."
                )
            )
        )
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name of the second examiner"))
        target = folder / self.tr("{case}-blind.flpr").format(case=case)
        self.copy = PathField(
            look, self.tr("Blind copy"), self.tr("Cases (*.flpr)"), str(target), saving=True
        )
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(look.px("space"))
        form.addRow(self.tr("Second &examiner"), self.name)
        form.addRow(self.tr("Blind &copy"), self.copy)
        self.put(fields)
        self.name.setFocus()

    def confirm(self) -> None:
        """Tell for whom it is and where it goes."""
        name, path = self.name.text().strip(), self.copy.path
        if not name:
            self.refuse(self.tr("Say for whom the copy is; the record names the second examiner."))
        elif path is None:
            self.refuse(self.tr("Say where the copy is to lie."))
        elif path.exists():
            self.refuse(self.tr("There is a file of that name already; choose another."))
        else:
            self.asked.emit(path, name)
            self.accept()


class SecondBar(QFrame):
    """Stands above the picture while a second examiner reads: who, how far, on to the next plate, the end."""

    def __init__(
        self, look: Look, casework: Casework, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._casework = look, casework
        self.setProperty("kind", "message")
        self.setAccessibleName(self.tr("Second reading"))
        self._mark = QLabel()
        self.words = QLabel()
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px("wide"), look.px("tight"), look.px("tight"), look.px("tight"))
        row.setSpacing(look.px("space"))
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        verbs = FlowLayout(look.px("tight"))
        row.addLayout(verbs)
        for name in ("next-plate", "end-second"):
            action = actions[name]
            button = QPushButton(action.text().replace("&", ""))
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            verbs.addWidget(button)
        casework.record_changed.connect(self._on_changed)
        casework.case_changed.connect(self._on_changed)
        look.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        casework = self._casework
        self.setVisible(bool(casework.second))
        if not casework.second or casework.view is None:
            return
        self._mark.setPixmap(pixmap(self._look, "unblind", "accent", scale=2))
        left = len(casework.waiting)
        if left:
            words = self.tr("Second reading by {name}: {left} of {all} plates are still to be read.")
        else:
            words = self.tr("Second reading by {name}: all plates that could be read blind are read.")
        self.words.setText(words.format(name=casework.second, left=left, all=len(casework.view.plates)))
