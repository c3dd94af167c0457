"""One sentence with an icon for its severity, until it is dismissed or another comes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from forensic_lpr.gui.icons import icon, pixmap
from forensic_lpr.gui.theme import Look

_COLOURS = {"info": "accent", "success": "success", "warning": "warning", "failure": "failure"}


class MessageBar(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._severity = "info"
        self.setProperty("kind", "message")
        self._mark = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QToolButton()
        self.action.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.dismiss = QToolButton()
        self.dismiss.setToolTip(self.tr("Dismiss this message"))
        self.dismiss.setAccessibleName(self.tr("Dismiss this message"))
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px("wide"), look.px("tight"), look.px("tight"), look.px("tight"))
        row.setSpacing(look.px("space"))
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        self.setAccessibleName(self.tr("Message"))
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty when none is."""
        return "" if self.isHidden() else self._text.text()

    @property
    def severity(self) -> str:
        """Severity of the sentence."""
        return self._severity

    def post(self, severity: str, text: str) -> None:
        """Show a sentence; an empty one hides the bar."""
        self.action.hide()
        if not text:
            self.hide()
            return
        self._severity = severity if severity in _COLOURS else "info"
        self._text.setText(text)
        self._on_look_changed()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def withdraw(self, text: str) -> None:
        """Hide the bar if it still shows this sentence."""
        if self.text == text:
            self.post(self._severity, "")

    def offer(self, words: str) -> QToolButton:
        """Show a button beside the sentence; connect to its ``clicked``."""
        self.action.setText(words)
        self.action.show()
        return self.action

    def _on_look_changed(self) -> None:
        self.setProperty("severity", self._severity)
        self.style().unpolish(self)
        self.style().polish(self)
        drawing = self._severity
        self._mark.setPixmap(pixmap(self._look, drawing, _COLOURS[self._severity], scale=2))
        self._mark.setAccessibleName(self._severity)
        self.dismiss.setIcon(icon(self._look, "close", "muted"))
