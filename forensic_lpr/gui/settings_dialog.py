"""The settings: what is the same in all cases. What belongs to a case is asked for in the case."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.chooser import Chooser
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.language import LANGUAGES
from forensic_lpr.gui.preferences import SCALES, Preferences
from forensic_lpr.gui.theme import Look


class SettingsDialog(QDialog):
    """Nothing is changed before OK."""

    def __init__(self, look: Look, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._preferences = look, preferences
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.theme = Chooser(look)
        for words, name in ((self.tr("Dark"), "dark"), (self.tr("Light"), "light")):
            self.theme.addItem(words, name)
        self.theme.setCurrentIndex(self.theme.findData(look.theme.name))
        self.size_ = Chooser(look)
        for percent in SCALES:
            self.size_.addItem(f"{percent} %", percent)
        self.size_.setCurrentIndex(self.size_.findData(preferences.scale))
        self.language = Chooser(look)
        self.language.addItem(self.tr("As the desktop"), "")
        for code, words in LANGUAGES.items():
            self.language.addItem(words, code)
        self.language.setCurrentIndex(max(0, self.language.findData(preferences.text("language"))))
        self.laboratory = QLineEdit(preferences.text("report/laboratory"))
        self.examiner = QLineEdit(preferences.text("report/examiner"))
        self.cases = QLineEdit(preferences.text("case/folder"))
        self.reports = QLineEdit(preferences.text("report/folder"))
        for field in (self.cases, self.reports):
            field.setPlaceholderText(str(Path.home()))
        self.problem = QLabel(" ")
        self.problem.setProperty("kind", "failure")
        self.problem.setWordWrap(True)
        self._lay_out(look)

    def _lay_out(self, look: Look) -> None:
        form = QFormLayout()
        form.setSpacing(look.px("space"))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.addRow(self.tr("&Theme"), self.theme)
        form.addRow(self.tr("&Size of everything"), self.size_)
        form.addRow(self.tr("Lan&guage"), self.language)
        form.addRow("", self._note(self.tr("A new size or language holds from the next start.")))
        form.addRow(self.tr("&Laboratory"), self.laboratory)
        form.addRow(self.tr("E&xaminer"), self.examiner)
        form.addRow("", self._note(self.tr("Proposed for new cases and reports; each can say otherwise.")))
        for label, field, words in (
            (self.tr("&Cases"), self.cases, self.tr("Choose the folder for cases")),
            (self.tr("&Reports"), self.reports, self.tr("Choose the folder for reports")),
        ):
            name = QLabel(label)
            name.setBuddy(field)
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(name, self._with_browse(look, field, words))
        form.addRow("", self._note(self.tr("Folders in which the file dialogs begin.")))
        form.addRow(
            self.tr("Computing"),
            self._note(
                self.tr(
                    "Readings are always made on the processor by one thread, so that they can be repeated."
                )
            ),
        )
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.setMinimumWidth(look.px("dialog"))

    def _note(self, words: str) -> QLabel:
        note = QLabel(words)
        note.setProperty("kind", "muted")
        note.setWordWrap(True)
        note.setFont(self._look.font("small"))
        return note

    def _with_browse(self, look: Look, field: QLineEdit, words: str) -> QHBoxLayout:
        browse = QToolButton()
        browse.setIcon(icon(look, "folder"))
        browse.setToolTip(words)
        browse.setAccessibleName(words)
        browse.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        browse.clicked.connect(lambda: self._browse(field, words))
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(browse)
        return row

    def _browse(self, field: QLineEdit, words: str) -> None:
        chosen = QFileDialog.getExistingDirectory(self, words, field.text() or str(Path.home()))
        if chosen:
            field.setText(chosen)

    def _on_accepted(self) -> None:
        for field in (self.cases, self.reports):
            text = field.text().strip()
            if text and not Path(text).expanduser().is_dir():
                self.problem.setText(self.tr("There is no folder {path}.").format(path=text))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        texts = (
            ("report/laboratory", self.laboratory.text()),
            ("report/examiner", self.examiner.text()),
            ("case/folder", _folder(self.cases)),
            ("report/folder", _folder(self.reports)),
            ("theme", self.theme.currentData()),
            ("language", self.language.currentData()),
        )
        for name, text in texts:
            self._preferences.set_text(name, text)
        self._preferences.set_scale(self.size_.currentData())
        self._look.use(self.theme.currentData())
        self.accept()


def _folder(field: QLineEdit) -> str:
    text = field.text().strip()
    return str(Path(text).expanduser().absolute()) if text else ""
