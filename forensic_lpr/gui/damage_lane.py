"""The damage lane: a thin line along the slider that shows where a clip is damaged or frames are missing."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from forensic_lpr.core.evidence import FrameTable
from forensic_lpr.core.integrity import Remark, Stretch
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look


class DamageLane(QWidget):
    """One mark per stretch: full height where pixels are in doubt, half height where only frames or times are.

    Stands under a horizontal slider of the same width and shares its scale. Hidden while there is nothing to show.
    """

    chosen = Signal(int)
    """Number of the first frame of the stretch that was clicked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._count = 0
        self._marks: tuple[tuple[Stretch, Remark], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Damage along the clip"))
        look.changed.connect(self.update)
        self.hide()

    def show_table(self, table: FrameTable | None) -> None:
        """Show the stretches of a clip, none without a table."""
        self._count = len(table.rows) if table is not None else 0
        remarks = table.remarks if table is not None else ()
        marks = [(stretch, remark) for remark in remarks for stretch in remark.stretches]
        self._marks = tuple(sorted(marks, key=lambda mark: mark[1].doubtful_pixels))  # doubtful ones on top
        self.setVisible(bool(marks))
        self.setAccessibleDescription(self.tr("{n} stretches are marked").format(n=len(marks)))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its token."""
        return QSize(self._look.px("cell") * 20, self._look.px("lane"))

    def span(self, stretch: Stretch) -> tuple[float, float]:
        """Left edge and width of a stretch's mark, which is never too narrow to be seen."""
        handle = self._look.px("wide")
        step = (self.width() - handle) / max(1, self._count - 1)
        left = handle / 2 + (stretch.first - 0.5) * step
        width = (stretch.last - stretch.first + 1) * step
        least = float(self._look.px("bar"))
        return (left, width) if width >= least else (left + (width - least) / 2, least)

    def remarks_at(self, x: float) -> tuple[tuple[Stretch, Remark], ...]:
        """What is marked at a position, the gravest first."""
        reach = self._look.px("line")
        found = []
        for mark in reversed(self._marks):
            left, width = self.span(mark[0])
            if left - reach <= x <= left + width + reach:
                found.append(mark)
        return tuple(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The marks."""
        painter, look = QPainter(self), self._look
        hair = float(look.px("hair"))
        painter.fillRect(
            QRectF(look.px("wide") / 2, self.height() - hair, self.width() - look.px("wide"), hair),
            look.colour("line"),
        )
        for stretch, remark in self._marks:
            left, width = self.span(stretch)
            top = 0.0 if remark.doubtful_pixels else self.height() / 2
            colour = "failure" if remark.doubtful_pixels else "warning"
            painter.fillRect(QRectF(left, top, width, self.height() - top), look.colour(colour))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the stretch that was clicked."""
        found = self.remarks_at(event.position().x())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found[0][0].first)

    def event(self, event: QEvent) -> bool:
        """The tool-tip tells what is marked under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            lines = dict.fromkeys(in_words(remark.text) for _, remark in self.remarks_at(event.pos().x()))
            QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)
