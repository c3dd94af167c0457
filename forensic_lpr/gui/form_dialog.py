"""What the dialogs that ask for something have in common: fields, what stands in the way, confirm or cancel."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.theme import Look


def button_row(look: Look, *buttons: QWidget) -> QHBoxLayout:
    """Buttons at the right end of a line."""
    row = QHBoxLayout()
    row.setSpacing(look.px("space"))
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


class PathField(QWidget):
    """A path to type, or to choose."""

    chosen = Signal()
    """Another path stands in the field, and the field was left."""

    def __init__(self, look: Look, title: str, kinds: str, path: str = "", saving: bool = False) -> None:
        super().__init__()
        self._title, self._kinds, self._saving = title, kinds, saving
        self.field = QLineEdit(path)
        self.field.setAccessibleName(title)
        self.field.editingFinished.connect(self.chosen)
        browse = QToolButton()
        browse.setIcon(icon(look, "folder"))
        browse.setToolTip(self.tr("Choose a file"))
        browse.setAccessibleName(self.tr("Choose a file"))
        browse.clicked.connect(self._on_browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px("tight"))
        row.addWidget(self.field, 1)
        row.addWidget(browse)
        self.setFocusProxy(self.field)

    @property
    def path(self) -> Path | None:
        """The path, ``None`` while the field is empty."""
        text = self.field.text().strip()
        return Path(text).expanduser().absolute() if text else None

    def _on_browse(self) -> None:
        ask = QFileDialog.getSaveFileName if self._saving else QFileDialog.getOpenFileName
        chosen, _ = ask(self, self._title, self.field.text(), self._kinds)
        if chosen:
            self.field.setText(chosen)
            self.chosen.emit()


class FormDialog(QDialog):
    """Fields one below the other; :meth:`confirm` says what the confirming button does."""

    def __init__(self, look: Look, title: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("kind", "failure")
        self.problem.hide()
        self.verb = QPushButton(verb)
        self.verb.setProperty("primary", True)
        self.verb.setDefault(True)
        self.verb.clicked.connect(self._on_verb)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(look.px("wide"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addLayout(self._fields)
        column.addWidget(self.problem)
        column.addLayout(button_row(look, cancel, self.verb))
        self.setMinimumWidth(look.px("dialog"))
        self._frame = 2 * look.px("title")  # the desktop's own title and border

    def put(self, field: QWidget) -> None:
        """Add a field below the others."""
        self._fields.addWidget(field)

    def muted(self, words: str) -> QLabel:
        """A remark in words, to be put between fields."""
        label = QLabel(words)
        label.setWordWrap(True)
        label.setProperty("kind", "muted")
        return label

    def confirm(self) -> None:
        """Check the fields and tell what they say; :meth:`refuse` or close."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Say what stands in the way."""
        self.problem.setText(sentence)
        self.problem.show()
        self._take_room()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as all fields need, where the screen is."""
        super().showEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        """Qt by itself would give two thirds of the screen's height and scroll the rest."""
        self.adjustSize()
        column = self.layout()
        assert column is not None
        high = max(column.totalHeightForWidth(self.width()), column.totalSizeHint().height())
        self.resize(self.width(), min(high, self.screen().availableSize().height() - self._frame))

    def _on_verb(self) -> None:
        self.confirm()
