"""Drawing a picture and its pixel grid through a view."""

import math

from PySide6.QtCore import QLineF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from forensic_lpr.gui.view_transform import View


def seen_pixels(picture: QImage, view: View, rect: QRect) -> QRect:
    """The pixels of a picture, whole ones, that fall into a rectangle of the screen."""
    left = max(0, math.floor((rect.left() - view.x) / view.scale))
    top = max(0, math.floor((rect.top() - view.y) / view.scale))
    right = min(picture.width(), math.ceil((rect.left() + rect.width() - view.x) / view.scale))
    bottom = min(picture.height(), math.ceil((rect.top() + rect.height() - view.y) / view.scale))
    return QRect(left, top, max(0, right - left), max(0, bottom - top))


def draw_picture(painter: QPainter, picture: QImage, view: View, rect: QRect) -> None:
    """Draw what of a picture falls into a rectangle: nearest neighbour at every scale, only what is seen."""
    source = seen_pixels(picture, view, rect)
    if source.isEmpty():
        return
    target = QRectF(
        view.x + source.left() * view.scale,
        view.y + source.top() * view.scale,
        source.width() * view.scale,
        source.height() * view.scale,
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(target, picture, QRectF(source))


def draw_grid(painter: QPainter, picture: QImage, view: View, rect: QRect, colour: QColor) -> None:
    """Draw the borders between the pixels that are seen."""
    source = seen_pixels(picture, view, rect)
    if source.isEmpty():
        return
    left, top = view.x + source.left() * view.scale, view.y + source.top() * view.scale
    right, bottom = left + source.width() * view.scale, top + source.height() * view.scale
    lines = [
        QLineF(x, top, x, bottom) for x in (left + k * view.scale for k in range(source.width() + 1))
    ] + [QLineF(left, y, right, y) for y in (top + k * view.scale for k in range(source.height() + 1))]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(colour, 0))
    painter.drawLines(lines)
