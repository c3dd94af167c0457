"""The frame canvas: the picture as it is, moved and magnified but never smoothed."""

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensic_lpr.core.geometry import Point
from forensic_lpr.gui import view_transform
from forensic_lpr.gui.painting import draw_grid, draw_picture
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.view_transform import View

_NOTCH = 120
_PAN_KEY_STEP = 0.1


class Tool(Protocol):
    """What is done with the mouse and the keys on the canvas."""

    def press(self, position: Point) -> bool:
        """The left button went down; whether the tool takes it."""
        ...

    def move(self, position: Point) -> None:
        """The mouse moved, with or without a button."""
        ...

    def release(self, position: Point) -> None:
        """The left button went up."""
        ...

    def leave(self) -> None:
        """The mouse left the canvas."""
        ...

    def key(self, event: QKeyEvent) -> bool:
        """A key went down; whether the tool takes it."""
        ...

    def paint(self, painter: QPainter) -> None:
        """Draw over the picture."""
        ...


class Cover(Protocol):
    """Another picture of the same size that is seen in place of a part of the canvas' own."""

    def picture_at(self, position: Point) -> QImage | None:
        """The picture that is seen at a screen position; ``None`` where the canvas' own is."""
        ...

    def own_part(self, rect: QRect) -> QRect:
        """The part of a rectangle of the screen in which the canvas' own picture is seen."""
        ...

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Draw over the canvas' own picture, under the grid."""
        ...


class Canvas(QWidget):
    """Shows one picture. Wheel zooms to the cursor; space or the middle button pans."""

    view_changed = Signal()
    cursor_moved = Signal(object)
    """Image point under the cursor, ``None`` outside the picture."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.picture: QImage | None = None
        self.view = View()
        self.grid = True
        self.tool: Tool | None = None
        self.cover: Cover | None = None
        self._pan_from: QPointF | None = None
        self._space = False
        self._wheel = 0
        self._fitted = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Frame"))
        self.setAccessibleDescription(
            self.tr("Click the four corners of a plate; Tab selects a corner, the arrow keys move it.")
        )
        look.changed.connect(self.update)

    def show_picture(self, picture: QImage | None) -> None:
        """Show a picture; one of the same size keeps the view, as in stepping through a clip."""
        same = picture is not None and self.picture is not None and picture.size() == self.picture.size()
        self.picture = picture
        if not same:
            self.fit()
        self.update()

    def picture_at(self, position: Point) -> QImage | None:
        """The picture that is seen at a screen position."""
        covering = self.cover.picture_at(position) if self.cover is not None else None
        return covering or self.picture

    # --- the view

    @property
    def _extent(self) -> tuple[int, int]:
        return self.width(), self.height()

    def _set_view(self, view: View, fitted: bool = False) -> None:
        if self.picture is None:
            return
        view = view.clamped((self.picture.width(), self.picture.height()), self._extent)
        self._fitted = fitted
        if view != self.view:
            self.view = view
            self.view_changed.emit()
            self.update()

    def fit(self) -> None:
        """Show the whole picture."""
        if self.picture is not None:
            size = self.picture.width(), self.picture.height()
            self._set_view(view_transform.fit(size, self._extent, self.look.px("space")), fitted=True)

    def zoom(self, steps: int, anchor: Point | None = None) -> None:
        """Zoom some levels in (or out) and keep what is under the anchor, by default the middle."""
        self._set_view(self.view.stepped(steps, anchor or self._middle()))

    def one_to_one(self) -> None:
        """Show every pixel as one pixel, the middle staying."""
        self._set_view(self.view.scaled(1.0, self._middle()))

    def zoom_to(self, bounds: tuple[float, float, float, float]) -> None:
        """Show a part of the picture large."""
        self._set_view(view_transform.around(bounds, self._extent))

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by shares of the canvas."""
        self._set_view(self.view.panned(dx * self.width(), dy * self.height()))

    def set_grid(self, shown: bool) -> None:
        """Whether pixel borders are drawn from 8x."""
        self.grid = shown
        self.update()

    def seen(self) -> tuple[float, float, float, float]:
        """The visible rectangle in image coordinates, which may be larger than the picture."""
        return (*self.view.to_image((0, 0)), *self.view.to_image(self._extent))

    def _middle(self) -> Point:
        return self.width() / 2, self.height() / 2

    # --- events

    def sizeHint(self) -> QSize:
        """As large as may be."""
        return QSize(self.look.px("dialog") * 2, self.look.px("dialog"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, the grid, the tool's drawing and the focus ring."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.look.colour("canvas"))
        if self.picture is not None:
            own = event.rect() if self.cover is None else self.cover.own_part(event.rect())
            if not own.isEmpty():
                draw_picture(painter, self.picture, self.view, own)
            if self.cover is not None:
                self.cover.paint(painter, event.rect())
            if self.grid and self.view.scale >= view_transform.GRID_FROM:
                draw_grid(painter, self.picture, self.view, event.rect(), self.look.colour("grid"))
            if self.tool is not None:
                self.tool.paint(painter)
        else:
            painter.setPen(self.look.colour("canvas_text"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Opening…"))
        if self.hasFocus() and self.focus_ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.colour("focus"), self.look.px("hair")))
            painter.drawRect(QRectF(self.rect()).adjusted(0, 0, -1, -1))

    focus_ring = False
    """Whether the focus came by the keyboard, so that a ring shows it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring when the focus came by key."""
        self.focus_ring = event.reason() not in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the space bar."""
        self._space = False
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture that was fitted stays fitted; else what is in the middle stays there."""
        if self._fitted:
            self.fit()
        else:
            more = event.size() - event.oldSize()
            self._set_view(self.view.panned(more.width() / 2, more.height() / 2))
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor."""
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _NOTCH)
        if steps:
            self._wheel -= steps * _NOTCH
            at = event.position()
            self.zoom(steps, (at.x(), at.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pan, or what the tool does."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = event.position()
        if self.picture is None:
            return
        left = event.button() == Qt.MouseButton.LeftButton
        pan = event.button() == Qt.MouseButton.MiddleButton or (left and self._space)
        if pan or (left and not (self.tool is not None and self.tool.press((at.x(), at.y())))):
            self._pan_from = at
        if self._pan_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or what the tool does."""
        at = event.position()
        if self._pan_from is not None:
            delta = at - self._pan_from
            self._pan_from = at
            self._set_view(self.view.panned(delta.x(), delta.y()))
        elif self.tool is not None:
            self.tool.move((at.x(), at.y()))
        self._tell_cursor((at.x(), at.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End panning, or what the tool does."""
        at = event.position()
        if self._pan_from is not None:
            self._pan_from = None
            self.unsetCursor()
        elif event.button() == Qt.MouseButton.LeftButton and self.tool is not None:
            self.tool.release((at.x(), at.y()))

    def leaveEvent(self, event: QEvent) -> None:
        """No cursor, no loupe."""
        if self.tool is not None:
            self.tool.leave()
        self.cursor_moved.emit(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pans with the mouse, Alt with the arrows; the rest is the tool's."""
        arrows = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in arrows:
            dx, dy = arrows[Qt.Key(event.key())]
            self.pan(dx * _PAN_KEY_STEP, dy * _PAN_KEY_STEP)
        elif self.tool is None or not self.tool.key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End of panning with space."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.unsetCursor()
        super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab goes to the tool first; what it does not take moves the focus as everywhere."""
        keys = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in keys
            and self.tool is not None
            and self.tool.key(event)
        ):
            return True
        return super().event(event)

    def _tell_cursor(self, position: Point) -> None:
        if self.picture is None:
            return
        x, y = self.view.to_image(position)
        inside = -0.5 <= x < self.picture.width() - 0.5 and -0.5 <= y < self.picture.height() - 0.5
        self.cursor_moved.emit((x, y) if inside else None)
