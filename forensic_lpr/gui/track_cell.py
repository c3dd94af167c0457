"""Draws one frame of a track: its plate, its switch and what it adds to the fused reading."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forensic_lpr.gui.certainty import short_percent
from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.track_model import Index, RowRole, StripModel
from forensic_lpr.gui.track_state import StripRow

_UNUSED_OPACITY = 0.4
_LINES, _LINES_LOW = 5, 3


class StripDelegate(QStyledItemDelegate):
    """Draws one frame of the track.

    Attributes:
        low: Whether the two bars are left to the tool-tip, for want of height.
    """

    def __init__(self, look: Look, model: StripModel) -> None:
        super().__init__(model)
        self._look, self._model = look, model
        self.low = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The crop and the lines round it."""
        px = self._look.px
        lines = (_LINES_LOW if self.low else _LINES) * px("crop_line")
        return QSize(
            px("crop_width") + 2 * px("space"), px("crop_height") + lines + 2 * px("tight") + px("bar")
        )

    def switch_rect(self, cell: QRect) -> QRect:
        """Where the switch is."""
        px = self._look.px
        side = px("wide") + px("line")
        top = cell.top() + px("bar") + px("tight") + (px("crop_line") - side) // 2
        return QRect(cell.left() + px("space"), top, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Number and switch, the plate, its reading, two bars, and what leaving it out does."""
        row: StripRow = index.data(RowRole)
        look, cell, px = self._look, QRect(option.rect), self._look.px
        painter.save()
        self._paint_ground(painter, option, cell, row)
        line = QRect(
            cell.left() + px("space"), cell.top() + px("bar") + px("tight"), px("crop_width"), px("crop_line")
        )
        self._paint_head(painter, cell, line, row)
        crop = QRect(line.left(), line.bottom() + 1, line.width(), px("crop_height"))
        painter.setOpacity(1.0 if row.used else _UNUSED_OPACITY)
        painter.drawImage(crop.adjusted(0, px("line"), 0, 0), self._model.picture(index.row()))
        line.moveTop(crop.bottom() + 1)
        if row.plate is not None:
            self._text(painter, line, row.plate.text, "plate_row", "text")
            words = short_percent(row.plate.probability) + " %"
            self._text(painter, line, words, "small_figures", "muted", Qt.AlignmentFlag.AlignRight)
        else:
            self._text(painter, line, self.tr("no plate"), "small", "muted")
        line.translate(0, px("crop_line"))
        if not self.low:
            self._bar(painter, line, self.tr("legible"), row.legibility, "muted")
            line.translate(0, px("crop_line"))
        if not row.used:
            painter.setOpacity(1.0)
            self._text(painter, line, self.tr("not in use"), "small", "text")
        elif not self.low:
            self._bar(painter, line, self.tr("share"), row.share, "accent", row.of_largest)
            line.translate(0, px("crop_line"))
        if row.without and row.used:
            side = px("wide")
            mark = pixmap(look, "warning", "warning", "wide", 2)
            painter.drawPixmap(line.left(), line.top() + (line.height() - side) // 2, mark)
            words = self.tr("without: {plate}").format(plate=row.without)
            self._text(painter, line.adjusted(side + px("tight"), 0, 0, 0), words, "small", "text")
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: QRect, row: StripRow
    ) -> None:
        look = self._look
        if row.index == self._model.shown_frame:
            painter.fillRect(cell, look.colour("raised"))
            painter.fillRect(
                QRect(cell.left(), cell.top(), cell.width(), look.px("bar")), look.colour("accent")
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, look.colour("hover"))
        painter.fillRect(QRect(cell.right(), cell.top(), look.px("hair"), cell.height()), look.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), look.px("hair")))
            painter.drawRect(cell.adjusted(0, 0, -2, -1))

    def _paint_head(self, painter: QPainter, cell: QRect, line: QRect, row: StripRow) -> None:
        look = self._look
        box = self.switch_rect(cell)
        painter.setPen(QPen(look.colour("text" if row.used else "muted"), look.px("hair")))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        if row.used:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("accent"), look.px("line")))
            x, y, third = float(box.left()), float(box.top()), box.width() / 3
            tick = [QPointF(x + third * 0.7, y + third * 1.5), QPointF(x + third * 1.3, y + third * 2.1)]
            painter.drawPolyline([*tick, QPointF(x + third * 2.3, y + third * 0.8)])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        number = line.adjusted(box.width() + look.px("space"), 0, 0, 0)
        self._text(painter, number, f"#{row.index}", "strong_figures", "text")
        if row.by_hand:
            words = self.tr("by hand")
            self._text(painter, line, words, "small", "text", Qt.AlignmentFlag.AlignRight)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        font: str,
        colour: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(self._look.font(font))
        painter.setPen(self._look.colour(colour))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _bar(
        self, painter: QPainter, line: QRect, name: str, part: float, colour: str, filled: float | None = None
    ) -> None:
        look, px = self._look, self._look.px
        self._text(painter, line, name, "small", "muted")
        self._text(
            painter, line, short_percent(part) + " %", "small_figures", "text", Qt.AlignmentFlag.AlignRight
        )
        groove = QRect(line.left() + px("crop_name"), line.center().y() - px("line") // 2, 0, px("bar"))
        groove.setRight(line.right() - px("crop_figure"))
        painter.fillRect(groove, look.colour("line"))
        groove.setWidth(round(groove.width() * (part if filled is None else filled)))
        painter.fillRect(groove, look.colour(colour))
