"""The loupe: the pixels round a corner, magnified beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPolygonF

from forensic_lpr.core.geometry import Point
from forensic_lpr.gui.language import number
from forensic_lpr.gui.painting import draw_picture
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.view_transform import View

_LEAST_SCALE = 8.0
_CLOSER = 4.0
_ENOUGH = 20.0


def loupe_scale(scale: float) -> float | None:
    """Magnification in the loupe for a scale on the canvas; ``None`` when the canvas is close enough."""
    return None if scale >= _ENOUGH else max(_LEAST_SCALE, scale * _CLOSER)


def loupe_rect(look: Look, at: Point, room: QRect) -> QRect:
    """Where the loupe stands: beside the cursor, on the side where there is room."""
    side, gap = look.px("loupe"), look.px("loupe_gap")
    x = at[0] + gap if at[0] + gap + side <= room.right() else at[0] - gap - side
    y = at[1] - gap - side if at[1] - gap - side >= room.top() else at[1] + gap
    return QRect(round(x), round(y), side, side)


def draw_loupe(
    painter: QPainter,
    look: Look,
    picture: QImage,
    rect: QRect,
    centre: Point,
    scale: float,
    corners: Sequence[Point],
) -> None:
    """Draw the loupe.

    Args:
        painter: On the canvas.
        look: The look in use.
        picture: The frame.
        rect: Where the loupe stands on the canvas.
        centre: Image point in its middle.
        scale: Loupe pixels per image pixel.
        corners: Corners of the marking in image coordinates, their lines are shown too.
    """
    middle = QRectF(rect).center()
    view = View(scale, middle.x() - (centre[0] + 0.5) * scale, middle.y() - (centre[1] + 0.5) * scale)
    painter.save()
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(rect), look.px("corner"), look.px("corner"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(frame)
    painter.fillRect(rect, look.colour("canvas"))
    draw_picture(painter, picture, view, rect)
    if len(corners) > 1:
        outline = QPolygonF([QPointF(*view.to_screen(corner)) for corner in corners])
        for colour, width in (("quad_outline", "bar"), ("quad", "hair")):
            painter.setPen(QPen(look.colour(colour), look.px(width)))
            painter.drawPolygon(outline) if len(corners) == 4 else painter.drawPolyline(outline)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    gap, arm = look.px("tight"), look.px("loose") + look.px("space")
    for colour, width in (("quad_outline", "bar"), ("quad_inner", "hair")):
        painter.setPen(QPen(look.colour(colour), look.px(width)))
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            near = QPointF(middle.x() + dx * gap, middle.y() + dy * gap)
            painter.drawLine(near, QPointF(middle.x() + dx * arm, middle.y() + dy * arm))
    text = f"x {number(centre[0], '.1f')}   y {number(centre[1], '.1f')}"
    strip = QRect(rect.left(), rect.bottom() - look.px("slot_mark"), rect.width(), look.px("slot_mark") + 1)
    painter.fillRect(strip, look.colour("shade"))
    painter.setFont(look.font("small_figures"))
    painter.setPen(look.colour("quad_inner"))
    painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, text)
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("quad_inner"), look.px("hair")))
    painter.drawPath(frame)
    painter.restore()
