"""A grid of plate pictures, pixel by pixel, each with its words: samples, examples, labelled crops, pairs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.theme import Look

Mark = Literal["", "right", "wrong", "warning"]
_DRAWINGS = {
    "right": ("success", "success"),
    "wrong": ("failure", "failure"),
    "warning": ("warning", "warning"),
}


@dataclass(frozen=True)
class Cell:
    """One place of the grid.

    Attributes:
        pictures: One below the other, each drawn with whole steps per pixel.
        title: Words in strong letters, usually a plate text.
        note: Words below it.
        tip: One sentence for the tool-tip and for those who do not see the picture.
        mark: Sign beside the title.
    """

    pictures: tuple[QImage, ...]
    title: str = ""
    note: str = ""
    tip: str = ""
    mark: Mark = ""


class SampleGrid(QWidget):
    """Draws cells in as many columns as there is room for; one of them may be chosen.

    Args:
        look: The look in use.
        name: What it holds, for those who do not see it.
        choosable: Whether a cell can be chosen by mouse and key.
        factor: Screen pixels per picture pixel.
    """

    chosen = Signal(int)
    """Number of the cell that was chosen."""

    def __init__(
        self,
        look: Look,
        name: str,
        choosable: bool = False,
        factor: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._choosable, self._factor = look, choosable, factor
        self._cells: tuple[Cell, ...] = ()
        self.current = -1
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        if choosable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What is shown."""
        return self._cells

    def show_cells(self, cells: Sequence[Cell], current: int = -1) -> None:
        """Show other cells, one of them chosen."""
        self._cells = tuple(cells)
        self.current = current
        self.setAccessibleDescription(", ".join(cell.title for cell in cells if cell.title))
        self._fit()
        self.update()

    def choose(self, number: int) -> None:
        """Choose a cell, and tell."""
        if 0 <= number < len(self._cells):
            self.current = number
            self.update()
            self.chosen.emit(number)

    def place(self, number: int) -> QRect:
        """Where a cell stands."""
        size, columns = self._cell_size(), self._columns(self.width())
        row, column = divmod(number, columns)
        return QRect(column * size.width(), row * size.height(), size.width(), size.height())

    def heightForWidth(self, width: int) -> int:
        """As high as the cells need."""
        rows = math.ceil(len(self._cells) / self._columns(width))
        return max(1, rows * self._cell_size().height())

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(1, self.width())))

    def _picture_size(self) -> QSize:
        px = self._look.px
        pictures = [picture.size() for cell in self._cells[:1] for picture in cell.pictures]
        wide = max((size.width() for size in pictures), default=px("sample_width")) * self._factor
        high = sum(size.height() * self._factor + px("line") for size in pictures) or px("sample_height")
        return QSize(wide, high)

    def _cell_size(self) -> QSize:
        px, picture = self._look.px, self._picture_size()
        words = any(cell.title for cell in self._cells), any(cell.note for cell in self._cells)
        lines = sum(
            QFontMetrics(self._look.font(font)).height() * shown
            for font, shown in zip(("strong_figures", "small"), words, strict=True)
        )
        return QSize(picture.width() + 2 * px("space"), picture.height() + lines + 2 * px("space"))

    def _columns(self, width: int) -> int:
        return max(1, width // self._cell_size().width())

    def _at(self, x: float, y: float) -> int:
        size, columns = self._cell_size(), self._columns(self.width())
        column, row = int(x // size.width()), int(y // size.height())
        number = row * columns + column
        return number if column < columns and 0 <= number < len(self._cells) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells that are seen."""
        painter = QPainter(self)
        for number, cell in enumerate(self._cells):
            place = self.place(number)
            if place.intersects(event.rect()):
                self._paint_cell(painter, cell, place, number == self.current)

    def _paint_cell(self, painter: QPainter, cell: Cell, place: QRect, current: bool) -> None:
        look, px = self._look, self._look.px
        if current and self._choosable:
            painter.setPen(QPen(look.colour("focus" if self.hasFocus() else "accent"), px("hair")))
            painter.setBrush(look.colour("raised"))
            painter.drawRoundedRect(place.adjusted(2, 2, -3, -3), px("corner"), px("corner"))
        x, y = place.left() + px("space"), place.top() + px("space")
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for picture in cell.pictures:
            size = picture.size() * self._factor
            painter.drawImage(QRect(x, y, size.width(), size.height()), picture)
            y += size.height() + px("line")
        room = place.width() - 2 * px("space")
        for words, kind, colour in ((cell.title, "strong_figures", "text"), (cell.note, "small", "muted")):
            if not words:
                continue
            font = look.font(kind)
            metrics = QFontMetrics(font)
            left = x
            if cell.mark and kind == "strong_figures":
                drawing, tint = _DRAWINGS[cell.mark]
                side = px("cell")
                sign = pixmap(look, drawing, tint, "cell", 2)
                painter.drawPixmap(QRect(x, y + (metrics.height() - side) // 2, side, side), sign)
                left += side + px("tight")
            painter.setFont(font)
            painter.setPen(look.colour(colour))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - (left - x))
            painter.drawText(left, y + metrics.ascent(), shown)
            y += metrics.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns need another height."""
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        if self._choosable:
            self.choose(self._at(event.position().x(), event.position().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose."""
        columns = self._columns(self.width())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        step = steps.get(Qt.Key(event.key()))
        if self._choosable and step is not None:
            self.choose(self.current + step)
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        """The tool-tip of the cell under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            number = self._at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self._cells[number].tip if number >= 0 else "", self)
            return True
        return super().event(event)  # type: ignore[arg-type]
