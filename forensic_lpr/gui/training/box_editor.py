"""A plate with a box round each character, to be corrected by dragging or by keys."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.box_hits import Box, Drag, Hold, Part, hold_at, moved, put

_CURSORS: dict[Part, Qt.CursorShape] = {
    "whole": Qt.CursorShape.SizeAllCursor,
    "left": Qt.CursorShape.SizeHorCursor,
    "right": Qt.CursorShape.SizeHorCursor,
    "top": Qt.CursorShape.SizeVerCursor,
    "bottom": Qt.CursorShape.SizeVerCursor,
}
_NUDGE = 0.5
"""Pixels that an arrow key moves a box."""


class BoxEditor(QWidget):
    """Shows a plate image as large as it fits, pixel by pixel, with its character boxes."""

    changed = Signal()
    """The examiner moved a box."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture = QImage()
        self._text = ""
        self.boxes: tuple[Box, ...] = ()
        self.current = 0
        self._drag: Drag | None = None
        self._empty = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px("native_height"))
        self.setAccessibleName(self.tr("Character boxes"))
        self.setToolTip(
            self.tr(
                "Drag a box or one of its edges. Keys: N the next box, arrows move it, with Shift its right and lower "
                "edge."
            )
        )
        look.changed.connect(self.update)

    @property
    def picture(self) -> QImage:
        """The plate image shown."""
        return self._picture

    def say_empty(self, text: str) -> None:
        """What stands there without a plate."""
        self._empty = text
        self.update()

    def show_plate(self, picture: QImage, text: str, boxes: tuple[Box, ...]) -> None:
        """Show a plate image with its text and boxes; an empty picture for none."""
        self._picture, self._text, self.boxes = picture, text, boxes
        self.current = min(self.current, max(0, len(boxes) - 1))
        self._drag = None
        self.update()

    def sizeHint(self) -> QSize:
        """A plate four times as large as the network sees it."""
        return QSize(self._look.px("dialog"), self._look.px("slot_plate") * 3)

    def place(self) -> QRectF:
        """Where the picture stands."""
        factor = self._factor()
        wide, high = self._picture.width() * factor, self._picture.height() * factor
        return QRectF((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)

    def to_screen(self, x: float, y: float) -> QPointF:
        """Where a place of the plate image stands on the screen."""
        place, factor = self.place(), self._factor()
        return QPointF(place.left() + x * factor, place.top() + y * factor)

    def _factor(self) -> float:
        if self._picture.isNull():
            return 1.0
        fits = min(self.width() / self._picture.width(), self.height() / self._picture.height())
        return max(1.0, math.floor(fits)) if fits >= 1 else fits

    def _to_plate(self, point: QPointF) -> tuple[float, float]:
        place, factor = self.place(), self._factor()
        return (point.x() - place.left()) / factor, (point.y() - place.top()) / factor

    def _size(self) -> tuple[int, int]:
        return self._picture.width(), self._picture.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate, the boxes, the characters above them."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("canvas"))
        if self._picture.isNull():
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("canvas_text"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            room = self.rect().adjusted(look.px("loose"), 0, -look.px("loose"), 0)
            painter.drawText(room, int(flags), self._empty)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(self.place(), self._picture)
        painter.setFont(look.font("strong_figures"))
        for number, (left, top, width, height) in enumerate(self.boxes):
            rect = QRectF(self.to_screen(left, top), self.to_screen(left + width, top + height))
            chosen = number == self.current
            for colour, pen in (("quad_outline", "bar"), ("quad_inner" if chosen else "quad", "line")):
                painter.setPen(QPen(look.colour(colour), look.px(pen)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect)
            if number < len(self._text):
                sign = QRectF(
                    rect.left(), rect.bottom() + look.px("line"), look.px("loose"), look.px("loose")
                )
                sign.moveLeft(rect.center().x() - sign.width() / 2)
                if sign.bottom() > self.height():
                    sign.moveBottom(self.height())
                painter.fillRect(sign, look.colour("shade"))
                painter.setPen(look.colour("quad_inner"))
                painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, self._text[number])
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), look.px("hair")))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _held(self, point: QPointF) -> Hold | None:
        x, y = self._to_plate(point)
        return hold_at(self.boxes, x, y, self._look.px("handle") / self._factor())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        held = self._held(event.position())
        if held is not None:
            self.current = held.number
            self._drag = Drag(held, self.boxes[held.number], *self._to_plate(event.position()))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what would be held."""
        if self._drag is None:
            held = self._held(event.position())
            self.setCursor(_CURSORS[held.part] if held is not None else Qt.CursorShape.ArrowCursor)
            return
        box = self._drag.to(*self._to_plate(event.position()), self._size())
        self.boxes = put(self.boxes, self._drag.hold.number, box)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._drag is not None:
            done, self._drag = self._drag, None
            if self.boxes[done.hold.number] != done.before:
                self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N takes the next box, arrows move it."""
        steps = {
            Qt.Key.Key_Left: (-_NUDGE, 0.0),
            Qt.Key.Key_Right: (_NUDGE, 0.0),
            Qt.Key.Key_Up: (0.0, -_NUDGE),
            Qt.Key.Key_Down: (0.0, _NUDGE),
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_N and self.boxes:
            self.current = (self.current + 1) % len(self.boxes)
            self.update()
        elif key in steps and self.boxes:
            dx, dy = steps[key]
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            part: Part = "whole" if not shifted else ("right" if dx else "bottom")
            box = moved(self.boxes[self.current], part, dx, dy, self._size())
            self.boxes = put(self.boxes, self.current, box)
            self.changed.emit()
            self.update()
        else:
            super().keyPressEvent(event)
