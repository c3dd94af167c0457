"""A plot that grows: lines with a shape of their own, axes with units, the values under the mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.scales import Axis, axis, short_number, upto

Points = Sequence[tuple[float, float]]
SERIES_COLOURS = ("series_1", "series_2", "series_3", "series_4", "series_5", "series_6")
"""Colour tokens; the n-th line has the n-th shape too."""
_MOST_POINTS = 400
_TICKS_DOWN, _TICKS_ACROSS = 4, 6


@dataclass(frozen=True)
class Line:
    """One line of a plot.

    Attributes:
        name: What it is.
        points: (x, y), x rising.
        marked: Whether each point gets its shape; a line of many small steps is drawn without.
    """

    name: str
    points: Points
    marked: bool = True


class Plot(QWidget):
    """Draws some lines over one x axis.

    Args:
        look: The look in use.
        title: What the y axis shows, with its unit.
        across: What the x axis shows, with its unit.
        limits: Fixed limits of the y axis; ``None`` takes them from the lines.
        scale: What y values are multiplied with for the eye: 100 for shares in percent.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        across: str,
        limits: tuple[float, float] | None = None,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._title, self._across = look, title, across
        self._limits, self._scale = limits, scale
        self._lines: tuple[Line, ...] = ()
        self._end = 0.0
        self._empty = ""
        self._mouse: QPointF | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px("plot_height"))
        self.setAccessibleName(title)
        look.changed.connect(self.update)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn."""
        return self._lines

    def show_lines(self, lines: Sequence[Line], end: float) -> None:
        """Draw other lines; the x axis reaches to ``end``."""
        self._lines = tuple(lines)
        self._end = end
        self.setAccessibleDescription(
            "; ".join(f"{line.name} {self._figure(line.points[-1][1])}" for line in lines if line.points)
        )
        self.update()

    def say_empty(self, text: str) -> None:
        """What stands there while there is nothing to draw."""
        self._empty = text
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(self._look.px("dialog"), self._look.px("plot_height"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse with a line and its values."""
        self._mouse = event.position()
        self.update()

    def leaveEvent(self, event: object) -> None:
        """No values without the mouse."""
        self._mouse = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title and legend, grid, lines, values under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._look.px
        small = QFontMetrics(self._look.font("small_figures"))
        strong = QFontMetrics(self._look.font("strong")).height()
        head = strong + px("space")
        self._paint_head(painter, QRectF(0, 0, self.width(), strong))
        down = self._down_axis()
        wide = max(small.horizontalAdvance(self._figure(tick)) for tick in down.ticks)
        area = QRectF(
            wide + px("space"),
            head + small.height() / 2,
            self.width() - wide - px("space") - px("wide"),
            self.height() - head - 2.5 * small.height() - px("tight"),
        )
        across = upto(self._end, _TICKS_ACROSS)
        drawn = [(number, line) for number, line in enumerate(self._lines) if line.points]
        if not drawn:
            painter.setPen(QPen(self._look.colour("line"), px("hair")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            area.setLeft(px("hair"))  # no figures stand beside it yet
            painter.drawRoundedRect(area, px("corner"), px("corner"))
            painter.setFont(self._look.font("small"))
            painter.setPen(self._look.colour("muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(px("loose"), 0, -px("loose"), 0), int(flags), self._empty)
            return
        self._paint_grid(painter, area, down, across)
        for number, line in drawn:
            self._paint_line(painter, area, down, across, number, line)
        if self._mouse is not None and area.contains(self._mouse):
            self._paint_values(painter, area, down, across, self._mouse.x())

    def _down_axis(self) -> Axis:
        values = [y for line in self._lines for _, y in line.points]
        low, high = self._limits or ((min(values), max(values)) if values else (0.0, 1.0))
        if self._limits is None:
            low = min(low, 0.0) if low < 0.6 * high else low
        return axis(low, high, _TICKS_DOWN)

    def _figure(self, value: float) -> str:
        return short_number(value * self._scale)

    def _paint_head(self, painter: QPainter, rect: QRectF) -> None:
        look, px = self._look, self._look.px
        x = rect.right() - px("wide")
        font = look.font("small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        for number in reversed(range(len(self._lines) if len(self._lines) > 1 else 0)):
            name = self._lines[number].name
            x -= metrics.horizontalAdvance(name)
            painter.setPen(look.colour("muted"))
            painter.drawText(QPointF(x, rect.center().y() + metrics.ascent() / 2 - 1), name)
            x -= px("wide")
            colour = look.colour(SERIES_COLOURS[number % len(SERIES_COLOURS)])
            draw_shape(painter, number, QPointF(x + px("tight"), rect.center().y()), px("tight"), colour)
            x -= px("space")
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text"))
        room = round(x - px("space"))
        title = QFontMetrics(look.font("strong")).elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_grid(self, painter: QPainter, area: QRectF, down: Axis, across: Axis) -> None:
        look, px = self._look, self._look.px
        font = look.font("small_figures")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        for tick in down.ticks:
            y = area.bottom() - down.share(tick) * area.height()
            painter.setPen(QPen(look.colour("line"), px("hair")))
            painter.drawLine(QPointF(area.left(), round(y) + 0.5), QPointF(area.right(), round(y) + 0.5))
            box = QRectF(0, y - metrics.height() / 2, area.left() - px("space"), metrics.height())
            painter.setPen(look.colour("muted"))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._figure(tick)
            )
        below = area.bottom() + px("tight")
        room = metrics.horizontalAdvance(self._across)
        painter.drawText(
            QRectF(area.left(), below + metrics.height(), area.width(), metrics.height() + px("line")),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
            self._across if room < area.width() else "",
        )
        for tick in across.ticks:
            x = area.left() + across.share(tick) * area.width()
            text = short_number(tick)
            half = metrics.horizontalAdvance(text) / 2
            painter.setPen(QPen(look.colour("line"), px("hair")))
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + px("tight")))
            painter.setPen(look.colour("muted"))
            left = min(max(x - half, 0.0), self.width() - 2 * half)
            painter.drawText(QPointF(left, below + metrics.ascent() + px("line")), text)

    def _paint_line(
        self, painter: QPainter, area: QRectF, down: Axis, across: Axis, number: int, line: Line
    ) -> None:
        colour = self._look.colour(SERIES_COLOURS[number % len(SERIES_COLOURS)])
        places = [
            QPointF(
                area.left() + across.share(x) * area.width(),
                area.bottom() - min(1.0, max(0.0, down.share(y))) * area.height(),
            )
            for x, y in thinned(line.points)
        ]
        # Piece by piece: one path of 400 points takes forty times as long, and the window would be felt to wait.
        round_ends = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(colour, self._look.px("line"), Qt.PenStyle.SolidLine, round_ends))
        painter.drawLines([QLineF(start, end) for start, end in pairwise(places)])
        for place in places if line.marked else places[-1:]:
            draw_shape(painter, number, place, self._look.px("tight"), colour)

    def _paint_values(self, painter: QPainter, area: QRectF, down: Axis, across: Axis, x: float) -> None:
        look, px = self._look, self._look.px
        wanted = across.low + (x - area.left()) / area.width() * (across.high - across.low)
        found = [
            (line.name, min(line.points, key=lambda point: abs(point[0] - wanted)))
            for line in self._lines
            if line.points
        ]
        at = min((point[0] for _, point in found), key=lambda place: abs(place - wanted))
        place = area.left() + across.share(at) * area.width()
        painter.setPen(QPen(look.colour("muted"), px("hair"), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(place, area.top()), QPointF(place, area.bottom()))
        single = len(found) == 1
        rows = [short_number(at)] + [
            self._figure(point[1]) if single else f"{name}  {self._figure(point[1])}" for name, point in found
        ]
        font = look.font("small_figures")
        metrics = QFontMetrics(font)
        wide = max(metrics.horizontalAdvance(row) for row in rows) + 2 * px("space")
        high = metrics.height() * len(rows) + px("space")
        left = (
            place + px("space") if place + wide + px("space") < area.right() else place - px("space") - wide
        )
        box = QRectF(left, area.top() + px("tight"), wide, high)
        painter.setPen(QPen(look.colour("control"), px("hair")))
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(box, px("corner"), px("corner"))
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        painter.drawText(
            box.adjusted(px("space"), px("tight"), 0, 0), int(Qt.AlignmentFlag.AlignLeft), "\n".join(rows)
        )


def thinned(points: Points, most: int = _MOST_POINTS) -> Points:
    """Points spread evenly over many, with the last one: more than the screen shows need not be drawn."""
    if len(points) <= most:
        return points
    stride = len(points) / most
    return [*(points[int(number * stride)] for number in range(most)), points[-1]]


def draw_shape(painter: QPainter, number: int, at: QPointF, radius: float, colour: QColor) -> None:
    """The shape of the n-th line: circle, square, triangle, diamond, inverted triangle, ring."""
    kind = number % len(SERIES_COLOURS)
    painter.save()
    painter.setPen(QPen(colour, radius / 2.5))
    if kind == len(SERIES_COLOURS) - 1:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(colour)
    x, y, r = at.x(), at.y(), radius * 0.8
    corners = {
        1: [(-r, -r), (r, -r), (r, r), (-r, r)],
        2: [(0, -r), (r, r), (-r, r)],
        3: [(0, -1.2 * r), (1.2 * r, 0), (0, 1.2 * r), (-1.2 * r, 0)],
        4: [(-r, -r), (r, -r), (0, r)],
    }.get(kind)
    if corners is None:
        painter.drawEllipse(at, r, r)
    else:
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
    painter.restore()
