"""The line between before and after on the canvas, the labels that say what is seen, and the picking of a point."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF

from forensic_lpr.core.geometry import Point
from forensic_lpr.gui.canvas import Canvas, Tool
from forensic_lpr.gui.comparison import Comparison
from forensic_lpr.gui.enhancement import Enhancement

SPLIT_STEP = 0.05
"""Share of the canvas by which a key moves the line."""


class SplitTool(QObject):
    """Handles the line; everything else goes to the tool that was there before."""

    picked = Signal(int, int)
    """Column and row of the pixel that was clicked while picking."""

    def __init__(self, canvas: Canvas, enhancement: Enhancement, comparison: Comparison, inner: Tool) -> None:
        super().__init__(canvas)
        self._canvas, self._enhancement, self._comparison, self._inner = (
            canvas,
            enhancement,
            comparison,
            inner,
        )
        self._dragging = False
        self._hovering = False
        self._picking = False
        self._words = ""
        canvas.tool = self

    def say(self, words: str) -> None:
        """Tell beside the label how far the enhanced picture is, or what is wrong with it."""
        if words != self._words:
            self._words = words
            self._canvas.update()

    def pick(self) -> None:
        """Take the next click on the canvas as a point that is picked."""
        self._picking = True
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        self._canvas.update()

    def stop_picking(self) -> bool:
        """Give picking up; whether it was under way."""
        was, self._picking = self._picking, False
        if was:
            self._canvas.unsetCursor()
            self._canvas.update()
        return was

    # --- the mouse and the keys

    def press(self, position: Point) -> bool:
        """Pick a point, take hold of the line, or what the inner tool does."""
        if self._picking:
            self._end_picking(position)
            return True
        self._dragging = self._on_line(position)
        return self._dragging or self._inner.press(position)

    def move(self, position: Point) -> None:
        """Drag the line, or what the inner tool does."""
        if self._dragging:
            self._enhancement.move_split(position[0] / max(1, self._canvas.width()))
            return
        if self._picking:
            return
        was, self._hovering = self._hovering, self._on_line(position)
        if self._hovering:
            self._canvas.setCursor(Qt.CursorShape.SplitHCursor)
            return
        if was:
            self._canvas.unsetCursor()
        self._inner.move(position)

    def release(self, position: Point) -> None:
        """Let the line go, or what the inner tool does."""
        if self._dragging:
            self._dragging = False
        else:
            self._inner.release(position)

    def leave(self) -> None:
        """The mouse left the canvas."""
        self._hovering = False
        self._inner.leave()

    def key(self, event: QKeyEvent) -> bool:
        """Escape ends picking; all other keys are the inner tool's, for the line moves by actions."""
        return (event.key() == Qt.Key.Key_Escape and self.stop_picking()) or self._inner.key(event)

    def _on_line(self, position: Point) -> bool:
        line = self._comparison.line
        if line is None:
            return False
        near = abs(position[0] - line) <= self._canvas.look.px("tight")
        return near or self._handle(line).contains(QPointF(*position))

    def _end_picking(self, position: Point) -> None:
        self.stop_picking()
        picture = self._canvas.picture
        x, y = (round(value) for value in self._canvas.view.to_image(position))
        if picture is not None and 0 <= x < picture.width() and 0 <= y < picture.height():
            self.picked.emit(x, y)

    # --- drawing

    def paint(self, painter: QPainter) -> None:
        """The inner tool's drawing, the line and the labels."""
        self._inner.paint(painter)
        line = self._comparison.line
        if line is not None:
            self._paint_line(painter, line)
        self._paint_labels(painter, line)

    def _handle(self, line: int) -> QRectF:
        """Where the line is best taken hold of: low, for plates are looked at in the middle."""
        radius = self._canvas.look.px("split_handle")
        middle = QPointF(line, self._canvas.height() - 3 * radius)
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def _paint_line(self, painter: QPainter, line: int) -> None:
        look, height = self._canvas.look, self._canvas.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for colour, width in (("quad_outline", "bar"), ("quad_inner", "hair")):
            painter.setPen(QPen(look.colour(colour), look.px(width)))
            painter.drawLine(line, 0, line, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        handle = self._handle(line)
        painter.setPen(QPen(look.colour("quad_outline"), look.px("hair")))
        painter.setBrush(look.colour("quad_inner"))
        painter.drawEllipse(handle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("shade"))
        reach, gap = look.px("tight"), look.px("line")
        for side in (-1, 1):
            x, y = handle.center().x() + side * gap, handle.center().y()
            tip = QPointF(x + side * (reach + gap), y)
            painter.drawPolygon(QPolygonF([QPointF(x, y - reach), tip, QPointF(x, y + reach)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_labels(self, painter: QPainter, line: int | None) -> None:
        """Say what is seen, unless it is the original and nothing else could be."""
        enhancement, space = self._enhancement, self._canvas.look.px("space")
        if self._picking:
            self._paint_label(painter, self.tr("Click what is grey in truth; Esc gives up"), space, False)
            return
        if not enhancement.enhances:
            return
        if enhancement.seen is None:
            words = self.tr("Original") if enhancement.original else self.tr("Original; enhancing…")
            self._paint_label(painter, words, space, False)
            return
        if line is not None:
            self._paint_label(painter, self.tr("Original"), space, False, right_end=line - space)
        told = self.tr("Enhanced: {steps}").format(steps=steps_text(self, len(enhancement.seen.recipe.steps)))
        told += f" – {self._words}" if self._words else ""
        self._paint_label(painter, told, space if line is None else line + space, True)

    def _paint_label(
        self, painter: QPainter, words: str, left: int, loud: bool, right_end: int | None = None
    ) -> None:
        """A label at the upper edge; a loud one cannot be overlooked."""
        look = self._canvas.look
        font = look.font("strong")
        metrics = QFontMetrics(font)
        pad = look.px("space")
        if right_end is not None:
            left = max(left, right_end - metrics.horizontalAdvance(words) - 2 * pad)
        end = self._canvas.width() - pad if right_end is None else right_end
        room = end - left - 2 * pad
        if room < metrics.averageCharWidth() * 3:
            return  # the line is at the border; this side is not seen
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        box = QRectF(left, pad, metrics.horizontalAdvance(shown) + 2 * pad, metrics.height() + pad)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("warning" if loud else "quad_outline"))
        painter.drawRoundedRect(box, look.px("corner"), look.px("corner"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.colour("on_accent" if loud else "quad_inner"))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def steps_text(speaker: QObject, count: int) -> str:
    """``1 step``, ``2 steps``."""
    return speaker.tr("1 step") if count == 1 else speaker.tr("{n} steps").format(n=count)
