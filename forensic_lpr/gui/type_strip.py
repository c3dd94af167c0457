"""The I/P/B strip: the kinds of the frames round the one shown."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensic_lpr.core.evidence import FrameTable
from forensic_lpr.gui.theme import Look


class TypeStrip(QWidget):
    """One cell per frame, the frame shown in the middle. Frames that stand alone (I) are filled."""

    chosen = Signal(int)
    """Number of the frame that was clicked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._table: FrameTable | None = None
        self._index = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr("Kinds of frames: I stands alone, P and B are built from others. Click to go there.")
        )
        self.setAccessibleName(self.tr("Kinds of frames"))
        look.changed.connect(self.update)

    def show_frames(self, table: FrameTable | None, index: int) -> None:
        """Show the frames round a number."""
        self._table, self._index = table, index
        self.update()

    def sizeHint(self) -> QSize:
        """One row of cells."""
        return QSize(self._look.px("cell") * 20, self._look.px("strip"))

    def _first(self) -> int:
        """Number of the frame in the leftmost cell."""
        return self._index - (self.width() // self._look.px("cell")) // 2

    def frame_at(self, x: float) -> int | None:
        """Number of the frame in the cell at a position."""
        number = self._first() + int(x // self._look.px("cell"))
        return number if self._table is not None and 0 <= number < len(self._table.rows) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells."""
        if self._table is None:
            return
        painter, look = QPainter(self), self._look
        painter.setFont(look.font("small"))
        cell, first = look.px("cell"), self._first()
        for place in range(self.width() // cell):
            number = first + place
            if not 0 <= number < len(self._table.rows):
                continue
            row = self._table.rows[number]
            box = QRect(
                place * cell, look.px("line"), cell - look.px("hair"), self.height() - look.px("tight")
            )
            colour = "muted"
            if number == self._index:
                painter.fillRect(box, look.colour("accent"))
                colour = "on_accent"
            elif row.key:
                painter.fillRect(box, look.colour("line"))
                colour = "text"
            painter.setPen(look.colour(colour))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.picture_type[:1])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the frame that was clicked."""
        number = self.frame_at(event.position().x())
        if number is not None:
            self.chosen.emit(number)
