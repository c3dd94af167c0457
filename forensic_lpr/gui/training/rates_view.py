"""Rates with their 95 % intervals, side by side: a mark with whiskers each, one row per kind of plates."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensic_lpr.core.metrics import Rate
from forensic_lpr.gui.language import number
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.plot import SERIES_COLOURS, draw_shape
from forensic_lpr.gui.training.scales import axis

_TICKS = 5


@dataclass(frozen=True)
class RatesRow:
    """One row.

    Attributes:
        name: What plates these are.
        rates: One per series, ``None`` where there is none.
    """

    name: str
    rates: tuple[Rate | None, ...]


class RatesView(QWidget):
    """Draws rates of some series; each series has its colour and its shape."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._series: tuple[str, ...] = ()
        self.rows: tuple[RatesRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        look.changed.connect(self.update)

    def show_rates(self, series: Sequence[str], rows: Sequence[RatesRow]) -> None:
        """Show other rates; nothing at all without rows."""
        self._series, self.rows = tuple(series), tuple(rows)
        self.setAccessibleDescription("; ".join(f"{row.name}: {self._figures(row)}" for row in rows))
        self.setVisible(bool(rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row each, legend above, axis below."""
        px = self._look.px
        return QSize(px("dialog"), px("title") + self._row_height() * len(self.rows) + px("step_row"))

    def _row_height(self) -> int:
        return max(self._look.px("slot_row"), self._look.px("cell") * (len(self._series) + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Legend, grid, rows."""
        if not self.rows:
            return
        painter, look, px = QPainter(self), self._look, self._look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legend(painter)
        small, figures = look.font("small"), look.font("small_figures")
        names = max(QFontMetrics(small).horizontalAdvance(row.name) for row in self.rows) + px("wide")
        gap = px("wide")
        columns = [width + gap for width in self._columns(QFontMetrics(figures))]
        words = sum(columns)
        height = self._row_height()
        area = QRectF(
            names,
            px("title"),
            max(px("form_label"), self.width() - names - words - px("space")),
            height * len(self.rows),
        )
        bounds = [100 * edge for row in self.rows for rate in row.rates if rate for edge in rate.interval]
        across = axis(max(0.0, min(bounds)), min(100.0, max(bounds)), _TICKS)
        self._paint_grid(painter, area, across.ticks, [across.share(tick) for tick in across.ticks])
        for line, row in enumerate(self.rows):
            top = area.top() + line * height
            painter.setFont(small)
            painter.setPen(look.colour("text"))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, names, height), left, row.name)
            painter.setFont(figures)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            edge = area.right() + px("space")
            for which, rate in enumerate(row.rates):
                column = QRectF(edge, top, columns[which], height)
                edge += columns[which]
                if rate is None:
                    continue
                painter.setPen(look.colour("text"))
                painter.drawText(column, right, _figure(rate))
                y = top + height * (which + 1) / (len(row.rates) + 1)
                low, high, at = (
                    area.left() + across.share(100 * value) * area.width()
                    for value in (*rate.interval, rate.value)
                )
                colour = look.colour(SERIES_COLOURS[which])
                painter.setPen(QPen(colour, px("line")))
                painter.drawLine(QPointF(low, y), QPointF(high, y))
                draw_shape(painter, which, QPointF(at, y), px("handle"), colour)

    def _figures(self, row: RatesRow) -> str:
        """Rates in percent with what they are of."""
        return "   ".join(_figure(rate) for rate in row.rates if rate is not None)

    def _columns(self, metrics: QFontMetrics) -> list[int]:
        """Width of the figures of each series, so that they stand below one another."""
        count = max(len(row.rates) for row in self.rows)
        by_series = [[row.rates[at] for row in self.rows if at < len(row.rates)] for at in range(count)]
        return [
            max((metrics.horizontalAdvance(_figure(rate)) for rate in rates if rate is not None), default=0)
            for rates in by_series
        ]

    def _paint_grid(
        self, painter: QPainter, area: QRectF, ticks: Sequence[float], shares: Sequence[float]
    ) -> None:
        look, px = self._look, self._look.px
        font = look.font("small_figures")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        for tick, share in zip(ticks, shares, strict=True):
            x = area.left() + share * area.width()
            painter.setPen(QPen(look.colour("line"), px("hair")))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(look.colour("muted"))
            text = number(tick, "g")
            below = area.bottom() + metrics.ascent() + px("line")
            painter.drawText(QPointF(x - metrics.horizontalAdvance(text) / 2, below), text)
        caption = QRectF(
            area.left(), area.bottom() + metrics.height() + px("line"), area.width(), metrics.height()
        )
        words = self.tr("plates read whole, %, with 95 % intervals")
        painter.drawText(caption, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_legend(self, painter: QPainter) -> None:
        look, px = self._look, self._look.px
        font = look.font("small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        x = 0.0
        for which, words in enumerate(self._series):
            room = self.width() - x - px("loose") - px("tight")
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(room)))
            colour = look.colour(SERIES_COLOURS[which])
            draw_shape(painter, which, QPointF(x + px("space"), px("loose")), px("handle"), colour)
            x += px("loose") + px("tight")
            painter.setPen(look.colour("muted"))
            painter.drawText(QPointF(x, px("loose") + metrics.ascent() / 2 - px("hair")), shown)
            x += metrics.horizontalAdvance(shown) + px("loose")


def _figure(rate: Rate) -> str:
    """A rate in percent with what it is of."""
    return f"{number(100 * rate.value, '.1f')} % ({rate.hits}/{rate.n})"
