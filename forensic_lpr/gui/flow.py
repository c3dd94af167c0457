"""What small windows ask for: rows that go on below, areas that are scrolled, labels that end in an ellipsis."""

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLayoutItem, QScrollArea, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """A row of widgets, each as wide as it wants; what has no room stands in the next line."""

    def __init__(self, spacing: int, parent: QWidget | None = None, centred: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._centred = centred
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0)).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """As wide as the widest."""
        least = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least.grownBy(self.contentsMargins())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        margins = self.contentsMargins()
        inner = QRect(0, 0, width, 0).marginsRemoved(margins)
        return self._placed(inner, False) + margins.top() + margins.bottom()

    def setGeometry(self, place: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(place)
        self._placed(place.marginsRemoved(self.contentsMargins()), True)

    def _placed(self, place: QRect, moves: bool) -> int:
        """Go through the lines; the height that they take."""
        lines = self._lines(place.width())
        y = place.y()
        for line in lines:
            sizes = [item.sizeHint() for item in line]
            spare = place.width() - sum(size.width() for size in sizes) - self.spacing() * (len(line) - 1)
            x = place.x() + (max(0, spare) // 2 if self._centred else 0)
            for item, size in zip(line, sizes, strict=True):
                if moves:
                    item.setGeometry(QRect(x, y, min(size.width(), place.width()), size.height()))
                x += size.width() + self.spacing()
            y += max(size.height() for size in sizes) + self.spacing()
        return y - place.y() - (self.spacing() if lines else 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """What stands beside one another."""
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wants = item.sizeHint().width()
            if not lines or taken + self.spacing() + wants > width:
                lines.append([item])
                taken = wants
            else:
                lines[-1].append(item)
                taken += self.spacing() + wants
        return lines

    def addItem(self, item: QLayoutItem) -> None:
        """Put one at the end; called by ``addWidget``."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or nothing past the end, as Qt asks for it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room for it; its tool-tip is the whole of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def tell(self, text: str, tip: str = "") -> None:
        """Say something else.

        Args:
            text: The line.
            tip: The tool-tip, the line itself where it is empty.
        """
        self.setText(text)
        self.setToolTip(tip or text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much of the line as there is room for."""
        painter = QPainter(self)
        line = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, self.rect(), side, self.palette(), self.isEnabled(), line, self.foregroundRole()
        )


class WrappedLabel(QLabel):
    """Words in as many lines as they need; a layout by itself does not ask wrapped words for the height they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def tell(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower words need more lines."""
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        self.setMinimumHeight(0)  # a label never asks for less than this, whatever its words need
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.text() else 0)


class Scrolling(QScrollArea):
    """Scrolls up and down where the window is lower than what stands in it; never narrower than that."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = widget
        self.setWidget(widget)  # not resizable for Qt, which would scroll below the height that is wished for
        widget.setAutoFillBackground(False)  # the panel's own ground shows
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """All of what stands in it."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as what stands in it, with the bar beside it."""
        inside = self._inside.minimumSizeHint().expandedTo(self._inside.minimumSize())
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(inside.width() + bar, 3 * self.fontMetrics().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands in it wants another width."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands in it goes along."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fill the area; where that is too low for what stands in it, it takes the least that it needs."""
        room, layout = self.viewport().size(), self._inside.layout()
        least = self._inside.minimumSizeHint().expandedTo(self._inside.minimumSize())
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(max(layout.minimumHeightForWidth(room.width()), self._inside.minimumHeight()))
        self._inside.resize(room.width(), max(room.height(), least.height()))
