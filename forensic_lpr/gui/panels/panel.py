"""What all panels have in common: a title line with actions, and a sentence while there is nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.flow import FlowLayout, Scrolling
from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.theme import Look


class EmptyState(QWidget):
    """An icon, one sentence and the actions that would change it."""

    def __init__(
        self, look: Look, drawing: str, colour: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._drawing = drawing
        self._colour = colour
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._text.setProperty("kind", "muted")
        self._buttons = FlowLayout(look.px("space"), centred=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addWidget(self._text)
        column.addLayout(self._buttons)
        column.addStretch(1)
        self.setMinimumHeight(look.px("native_height") + look.px("wide"))
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def say(self, text: str, drawing: str | None = None) -> None:
        """Change the sentence, and the icon."""
        self._text.setText(text)
        if drawing is not None and drawing != self._drawing:
            self._drawing = drawing
            self._on_look_changed()

    def offer(self, action: QAction, primary: bool = False, follow: bool = True) -> QPushButton:
        """Put a button for an action below the sentence; it is there while the action can be done, if it follows it."""
        button = QPushButton(action.text().replace("&", ""))
        button.setToolTip(action.toolTip())
        button.setProperty("primary", primary)
        button.clicked.connect(action.trigger)
        if follow:
            button.setVisible(action.isEnabled())
            action.enabledChanged.connect(button.setVisible)
        self._buttons.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the words need it."""
        super().resizeEvent(event)
        self._picture.setVisible(self.height() >= 2 * self._look.px("native_height"))

    def _on_look_changed(self) -> None:
        self._picture.setPixmap(pixmap(self._look, self._drawing, self._colour, "big_icon", 2))


class TitleLine(QFrame):
    """The name of a panel at the left, its actions at the right."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "head")
        self.setFixedHeight(look.px("title"))
        name = QLabel(title.upper())
        name.setFont(look.font("title"))
        name.setProperty("kind", "title")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(look.px("wide"), 0, look.px("tight"), 0)
        self.row.setSpacing(look.px("line"))
        self.row.addWidget(name)
        self.row.addStretch(1)

    def add_button(self, action: QAction) -> QToolButton:
        """Put an action at the right of the title line."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(button)
        return button


class Panel(QFrame):
    """A title line and below it either the content, scrolled where it is asked for, or the empty state."""

    def __init__(
        self, look: Look, title: str, drawing: str, parent: QWidget | None = None, scrolls: bool = False
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.setProperty("kind", "panel")
        self.setAccessibleName(title)
        head = TitleLine(look, title)
        self.head = head.row
        self.add_button = head.add_button
        self.empty = EmptyState(look, drawing)
        self.content = QWidget()
        self._others: dict[QWidget, Scrolling] = {}
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.empty)
        self._page: QWidget = Scrolling(self.content) if scrolls else self.content
        self._stack.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(body, 1)

    def show_content(self, shown: bool) -> None:
        """Show the content, or the empty state."""
        self._stack.setCurrentWidget(self._page if shown else self.empty)

    def add_page(self, page: QWidget) -> None:
        """Add something else that can stand in the content's place, scrolled where the panel is low."""
        self._others[page] = Scrolling(page)
        self._stack.addWidget(self._others[page])

    def show_page(self, page: QWidget) -> None:
        """Show what was added."""
        self._stack.setCurrentWidget(self._others[page])

    @property
    def shows_content(self) -> bool:
        """Whether the content is shown."""
        return self._stack.currentWidget() is self._page
