"""The icon set: one weight, one grid, recoloured by token."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from forensic_lpr import paths
from forensic_lpr.gui.theme import Look

_SCALES = (1, 2)


@lru_cache(maxsize=128)
def _drawing(name: str) -> bytes:
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()


def pixmap(look: Look, name: str, colour: str = "text", size: str = "icon", scale: int = 1) -> QPixmap:
    """An icon drawn in the colour of a token.

    Args:
        look: The look in use.
        name: File name in ``resources/icons`` without its ending.
        colour: Colour token.
        size: Length token of its side.
        scale: Physical pixels per logical one.
    """
    drawing = _drawing(name).replace(b"currentColor", look.colour(colour).name().encode())
    side = look.px(size) * scale
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def icon(look: Look, name: str, colour: str = "text") -> QIcon:
    """An icon for buttons and menus, fainter where disabled."""
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(pixmap(look, name, colour, scale=scale), QIcon.Mode.Normal)
        result.addPixmap(pixmap(look, name, "faint", scale=scale), QIcon.Mode.Disabled)
    return result
