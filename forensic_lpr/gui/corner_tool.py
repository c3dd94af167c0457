"""The corner tool: click four corners, drag them, nudge them by keys."""

from dataclasses import dataclass
from math import atan2

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygonF

from forensic_lpr.core.geometry import Point
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.gui.canvas import Canvas
from forensic_lpr.gui.hit_testing import NOTHING, Target, hit
from forensic_lpr.gui.loupe import draw_loupe, loupe_rect, loupe_scale
from forensic_lpr.gui.marking import NO_MARKING, Marking, confined, confined_shift, middle_of
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.undo import MarkingHistory

NUDGE_PX, NUDGE_SHIFT_PX, NUDGE_CTRL_PX = 0.1, 1.0, 10.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class _Drag:
    """A drag under way: what is held, where the marking stood, and where in the image it was taken hold of."""

    target: Target
    before: Marking
    start: Point


class CornerTool(QObject):
    """Changes the session's marking by mouse and keys, each change undoable."""

    def __init__(self, canvas: Canvas, session: Session, history: MarkingHistory) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._session = session
        self._history = history
        self._drag: _Drag | None = None
        self._pending: Point | None = None
        self._cursor: Point | None = None
        self._hover = NOTHING
        self._by_keys = False
        self._complained = False
        session.marking_changed.connect(canvas.update)
        session.frame_changed.connect(self._on_frame_changed)

    # --- verbs

    def clear(self) -> None:
        """Give up what is under way; when nothing is, remove all corners."""
        if self._drag is not None:
            self._session.mark(self._drag.before)
            self._drag = None
        elif self._pending is not None:
            self._pending = None
        elif not self._session.marking.empty:
            self._change(NO_MARKING, self.tr("Clear corners"))
        self._canvas.update()

    def mark_middle(self) -> None:
        """Put a plate-shaped quad in the middle of what is seen."""
        if self._session.size is not None:
            try:
                self._change(middle_of(self._canvas.seen(), self._session.size), self.tr("Mark the middle"))
            except QuadInvalid as error:
                self._complain(error)
            self._by_keys = True

    def use_last(self) -> None:
        """Put the corners that were marked last on this frame."""
        quad, size = self._session.last_quad, self._session.size
        if quad is None or size is None:
            return
        try:
            quad.require_inside(*size)
            self._change(Marking((), quad, None), self.tr("Use the last corners"))
        except QuadInvalid as error:
            self._complain(error)

    def turn(self) -> None:
        """Turn the reading direction by a quarter."""
        self._change(self._session.marking.turned(), self.tr("Turn the reading direction"))

    def cycle(self, step: int) -> None:
        """Select the next or previous corner."""
        self._session.mark(self._session.marking.cycled(step))
        self._by_keys = True
        self._canvas.update()

    # --- the mouse

    def press(self, position: Point) -> bool:
        """Take hold of a corner or the quad, or begin to place a corner."""
        size = self._session.size
        if size is None:
            return False
        self._by_keys = False
        marking = self._session.marking
        point = confined(self._canvas.view.to_image(position), size)
        target = self._hit(position)
        if target is not NOTHING:
            if target.kind == "corner":
                self._session.mark(Marking(marking.points, marking.quad, target.corner))
            self._drag = _Drag(target, self._session.marking, point)
        elif marking.quad is None:
            self._pending = point
        else:
            self._session.mark(Marking((), marking.quad, None))
            return False
        self._cursor = position
        self._canvas.update()
        return True

    def move(self, position: Point) -> None:
        """Follow the mouse."""
        size = self._session.size
        if size is None:
            return
        self._cursor = position
        self._by_keys = False
        point = confined(self._canvas.view.to_image(position), size)
        if self._pending is not None:
            self._pending = point
        elif self._drag is not None:
            self._drag_to(self._drag, point, size)
        else:
            self._hover = self._hit(position)
            self._show_cursor()
        self._canvas.update()

    def release(self, position: Point) -> None:
        """Let go: the corner is placed, the drag becomes one step of the history."""
        if self._pending is not None:
            point, self._pending = self._pending, None
            try:
                self._change(self._session.marking.placed(point), self.tr("Place a corner"))
                self._relieve()
            except QuadInvalid as error:
                self._complain(error)
        elif self._drag is not None:
            drag, self._drag = self._drag, None
            words = self.tr("Move a corner") if drag.target.kind == "corner" else self.tr("Move the plate")
            self._history.change(drag.before, self._session.marking, words)
        self._hover = self._hit(position)
        self._show_cursor()
        self._canvas.update()

    def leave(self) -> None:
        """The mouse is gone."""
        if self._drag is None and self._pending is None:
            self._cursor = None
            self._hover = NOTHING
            self._canvas.update()

    def _drag_to(self, drag: _Drag, point: Point, size: tuple[int, int]) -> None:
        dx, dy = point[0] - drag.start[0], point[1] - drag.start[1]
        try:
            if drag.target.kind == "corner":
                # The distance between cursor and corner stays, so that taking hold moves nothing.
                x, y = drag.before.corners[drag.target.corner]
                self._session.mark(drag.before.moved(drag.target.corner, confined((x + dx, y + dy), size)))
            elif drag.before.quad is not None:
                self._session.mark(drag.before.shifted(*confined_shift(drag.before.quad, dx, dy, size)))
            self._relieve()
        except QuadInvalid as error:
            self._complain(error)

    # --- keys

    def key(self, event: QKeyEvent) -> bool:
        """Tab cycles corners, arrows nudge the selected one."""
        marking, size = self._session.marking, self._session.size
        if size is None or marking.empty:
            return False
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            backward = event.key() == Qt.Key.Key_Backtab
            self.cycle(-1 if backward else 1)
            return True
        if event.key() not in _ARROWS or marking.selected is None:
            return False
        step = NUDGE_PX
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            step = NUDGE_SHIFT_PX
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = NUDGE_CTRL_PX
        dx, dy = _ARROWS[Qt.Key(event.key())]
        try:
            self._change(marking.nudged(dx * step, dy * step, size), self.tr("Nudge a corner"), nudge=True)
            self._relieve()
        except QuadInvalid as error:
            self._complain(error)
        self._by_keys = True
        self._canvas.update()
        return True

    # --- drawing

    def paint(self, painter: QPainter) -> None:
        """The quad, its handles and the loupe."""
        marking, look, view = self._session.marking, self._canvas.look, self._canvas.view
        corners = list(marking.corners)
        if self._pending is not None:
            corners.append(self._pending)
        outline = corners
        if marking.quad is None and self._pending is None and self._cursor is not None and corners:
            outline = [*corners, view.to_image(self._cursor)]
        if marking.quad is None and len(outline) > 2:
            outline = _round(outline)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shape = QPolygonF([QPointF(*view.to_screen(corner)) for corner in outline])
        style = Qt.PenStyle.SolidLine if marking.quad is not None else Qt.PenStyle.DashLine
        for colour, width in (("quad_outline", "bar"), ("quad", "hair")):
            painter.setPen(QPen(look.colour(colour), look.px(width), style))
            if len(outline) > 1:
                painter.drawPolygon(shape)
        if marking.quad is not None:  # the upper edge, so that the reading direction is seen
            painter.setPen(QPen(look.colour("quad"), look.px("bar")))
            painter.drawLine(shape.at(0), shape.at(1))
        for number, corner in enumerate(corners):
            held = marking.selected == number or (self._pending is not None and number == len(corners) - 1)
            self._paint_handle(painter, QPointF(*view.to_screen(corner)), held)
        self._paint_loupe(painter, outline if len(outline) > 1 else [])

    def _paint_handle(self, painter: QPainter, at: QPointF, selected: bool) -> None:
        look = self._canvas.look
        radius = look.px("handle_selected" if selected else "handle")
        painter.setPen(QPen(look.colour("quad_outline"), look.px("bar")))
        painter.drawEllipse(at, radius, radius)
        painter.setPen(QPen(look.colour("quad_inner" if selected else "quad"), look.px("line")))
        painter.drawEllipse(at, radius, radius)
        painter.setPen(QPen(look.colour("quad_inner"), look.px("hair")))
        painter.drawPoint(at)

    def _paint_loupe(self, painter: QPainter, outline: list[Point]) -> None:
        canvas, marking = self._canvas, self._session.marking
        centre, at = None, self._cursor
        if self._pending is not None:
            centre = self._pending
        elif self._drag is not None and self._drag.target.kind == "corner":
            centre = marking.corners[self._drag.target.corner]
        elif self._by_keys and canvas.hasFocus() and marking.selected is not None and not marking.empty:
            centre = marking.corners[marking.selected]
            at = canvas.view.to_screen(centre)
        elif marking.points and at is not None and self._hover is NOTHING and self._session.size is not None:
            centre = confined(canvas.view.to_image(at), self._session.size)
        scale = loupe_scale(canvas.view.scale)
        picture = canvas.picture_at(canvas.view.to_screen(centre)) if centre is not None else None
        if centre is None or at is None or scale is None or picture is None:
            return
        rect = loupe_rect(canvas.look, at, canvas.rect())
        draw_loupe(painter, canvas.look, picture, rect, centre, scale, outline)

    # --- helpers

    def _hit(self, position: Point) -> Target:
        corners = [self._canvas.view.to_screen(corner) for corner in self._session.marking.corners]
        return hit(corners, position, self._canvas.look.px("grab"))

    def _show_cursor(self) -> None:
        if self._hover.kind == "inside":
            self._canvas.setCursor(Qt.CursorShape.SizeAllCursor)
        elif self._hover.kind == "corner" or self._session.marking.quad is None:
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self._canvas.unsetCursor()

    def _change(self, after: Marking, words: str, nudge: bool = False) -> None:
        self._history.change(self._session.marking, after, words, nudge)

    def _complain(self, error: QuadInvalid) -> None:
        self._complained = True
        self._session.message_posted.emit("warning", in_words(error))

    def _relieve(self) -> None:
        if self._complained:
            self._complained = False
            self._session.message_posted.emit("", "")

    def _on_frame_changed(self) -> None:
        self._drag = self._pending = None
        self._canvas.update()


def _round(points: list[Point]) -> list[Point]:
    """Points in the order in which they lie round their middle."""
    x = sum(point[0] for point in points) / len(points)
    y = sum(point[1] for point in points) / len(points)
    return sorted(points, key=lambda point: atan2(point[1] - y, point[0] - x))
