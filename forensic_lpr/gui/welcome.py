"""The welcome page: what can be done first, and the cases worked on last. It stands while nothing is open."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAction,
    QEnterEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr import paths
from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.flow import FlowLayout
from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.recent_list import RecentList, RecentModel
from forensic_lpr.gui.theme import Look

_SHARP = 2


def emblem(look: Look) -> QPixmap:
    """The program's own picture, as large as the welcome page and the About box show it."""
    side = look.px("emblem") * _SHARP
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(paths.resources() / "desktop" / "forensic-lpr.svg")).render(painter)
    painter.end()
    picture.setDevicePixelRatio(_SHARP)
    return picture


class WayIn(QAbstractButton):
    """One way to begin: an icon, what it does, and what comes of it."""

    def __init__(self, look: Look, drawing: str, action: QAction, hint: str, primary: bool = False) -> None:
        super().__init__()
        self._look, self._drawing, self._hint, self._primary = look, drawing, hint, primary
        self.setText(action.text().replace("&", "").rstrip("…"))
        self.setToolTip(action.toolTip())
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(f"{hint} ({action.shortcut().toString()})")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px("way_in"))
        self.clicked.connect(action.trigger)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A framed field; the border tells the focus."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent" if self._primary else "hover" if self.underMouse() or self.isDown() else "panel"
        edge = "text" if self.hasFocus() and self._primary else "focus" if self.hasFocus() else "control"
        painter.setPen(QPen(look.colour(edge), look.px("line" if self.hasFocus() else "hair")))
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), look.px("corner"), look.px("corner"))
        text, words = ("on_accent", "on_accent") if self._primary else ("text", "muted")
        side, wide = look.px("icon"), look.px("wide")
        mark = pixmap(look, self._drawing, text, scale=_SHARP)
        painter.drawPixmap(wide, (self.height() - side) // 2, mark)
        room = self.rect().adjusted(side + 2 * wide, look.px("space"), -wide, -look.px("space"))
        painter.setPen(look.colour(text))
        painter.setFont(look.font("strong"))
        upper, lower = room.adjusted(0, 0, 0, -room.height() // 2), room.adjusted(0, room.height() // 2, 0, 0)
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setPen(look.colour(words))
        painter.setFont(look.font("small"))
        hint = painter.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, hint)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the border of the focus."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the plain border."""
        self.update()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Answer to the mouse."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Answer to the mouse."""
        self.update()
        super().leaveEvent(event)


class Welcome(QWidget):
    """Four ways to begin, the recent cases, and where help is."""

    def __init__(
        self, look: Look, actions: Actions, model: RecentModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(self.tr("Welcome"))
        picture = QLabel()
        picture.setPixmap(emblem(look))
        title = QLabel("Forensic LPR")
        title.setFont(look.font("display"))
        words = QLabel(self.tr("Reads licence plates from poor pictures, and documents how."))
        words.setProperty("kind", "muted")
        words.setWordWrap(True)
        titles = QVBoxLayout()
        titles.setSpacing(look.px("line"))
        titles.addStretch(1)
        titles.addWidget(title)
        titles.addWidget(words)
        titles.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(look.px("loose"))
        head.addWidget(picture)
        head.addLayout(titles, 1)
        ways = (
            ("open", "open", self.tr("Stills and clips; they are only read"), True),
            ("sample", "sample", self.tr("A still and a clip to try, in a minute"), False),
            ("case", "new-case", self.tr("One file that records every step"), False),
            ("folder", "open-case", self.tr("Go on where you stopped"), False),
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px("space"))
        self.ways = [WayIn(look, drawing, actions[name], hint, first) for drawing, name, hint, first in ways]
        self._columns = 0
        drop = QLabel(self.tr("Or drop stills, clips or a case anywhere in this window."))
        drop.setProperty("kind", "muted")
        drop.setWordWrap(True)
        self._title = QLabel(self.tr("Recent cases").upper())
        self._title.setFont(look.font("title"))
        self._title.setProperty("kind", "title")
        self.recent = RecentList(look, model)
        self._model = model
        helps = FlowLayout(look.px("space"))
        for action in (actions["tour"], actions["manual"], actions["keyboard"], actions["settings"]):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            helps.addWidget(button)
        inner = QWidget()
        inner.setMaximumWidth(look.px("welcome_width"))
        column = QVBoxLayout(inner)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addStretch(1)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addWidget(drop)
        column.addWidget(self._title)
        column.addWidget(self.recent)
        column.addLayout(helps)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        model.modelReset.connect(self._on_recent_changed)
        self._on_recent_changed()
        self._place_ways()

    def _place_ways(self) -> None:
        """Two beside one another, or one below the other where there is not room for two."""
        columns = 2 if self.width() >= self._look.px("dialog") else 1
        if columns != self._columns:
            self._columns = columns
            for number, way in enumerate(self.ways):
                self._grid.addWidget(way, *divmod(number, columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another order."""
        super().resizeEvent(event)
        self._place_ways()

    def _on_recent_changed(self) -> None:
        """As high as its rows, up to four; without any there is nothing to say."""
        look, count = self._look, self._model.rowCount()
        row = look.px("thumbnail_height") + 2 * look.px("tight")
        self.recent.setFixedHeight(min(count, 4) * row)
        self.recent.setVisible(count > 0)
        self._title.setVisible(count > 0)
