"""Before and after: the enhanced picture over the original on the canvas, left or right of a line."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QImage, QPainter

from forensic_lpr.core.geometry import Point
from forensic_lpr.gui.canvas import Canvas
from forensic_lpr.gui.enhancement import Enhancement
from forensic_lpr.gui.painting import draw_picture


class Comparison(QObject):
    """Covers the canvas with the enhanced picture: all of it, or what lies right of the line."""

    def __init__(self, canvas: Canvas, enhancement: Enhancement) -> None:
        super().__init__(canvas)
        self._canvas, self._enhancement = canvas, enhancement
        canvas.cover = self
        enhancement.seen_changed.connect(canvas.update)
        enhancement.compared_changed.connect(canvas.update)

    @property
    def line(self) -> int | None:
        """Screen column of the line; left of it is the original. ``None`` when there is no line."""
        if not self._enhancement.compares or self._enhancement.seen is None:
            return None
        return round(self._enhancement.split * self._canvas.width())

    def picture_at(self, position: Point) -> QImage | None:
        """The enhanced picture right of the line, or everywhere without one."""
        return None if self.is_original_at(position) else self._seen_picture()

    def is_original_at(self, position: Point) -> bool:
        """Whether the original is seen at a screen position."""
        line = self.line
        return self._enhancement.seen is None or (line is not None and position[0] < line)

    def own_part(self, rect: QRect) -> QRect:
        """What lies left of the line, or all where nothing enhanced is seen."""
        if self._enhancement.seen is None:
            return rect
        return rect.intersected(QRect(0, 0, self.line or 0, self._canvas.height()))

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Draw the enhanced picture where it is seen."""
        picture, line = self._seen_picture(), self.line or 0
        part = rect.intersected(QRect(line, 0, self._canvas.width() - line, self._canvas.height()))
        if picture is None or part.isEmpty():
            return
        painter.save()
        painter.setClipRect(part)
        draw_picture(painter, picture, self._canvas.view, part)
        painter.restore()

    def _seen_picture(self) -> QImage | None:
        seen = self._enhancement.seen
        return seen.picture if seen is not None else None
