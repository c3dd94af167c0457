"""The strip of a track: one cell per frame with its plate, its switch and what it adds to the fused reading."""

from collections import OrderedDict

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forensic_lpr.gui.certainty import percent, short_percent
from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.track_state import FollowedPlate, StripRow, rows_of

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole
_PICTURES_KEPT = 256
_UNUSED_OPACITY = 0.4
_LINES = 5


class StripModel(QAbstractListModel):
    """The frames of a track as Qt's views want them."""

    switched = Signal(int, bool)
    """Place in the track, and whether the frame is to be in use."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[StripRow, ...] = ()
        self.shown_frame = -1
        self._pictures: OrderedDict[int, QImage] = OrderedDict()

    def show_track(self, track: FollowedPlate | None) -> None:
        """Show another track, or other figures of the same."""
        rows = rows_of(track) if track is not None else ()
        self._pictures = OrderedDict(
            (place, picture)
            for place, picture in self._pictures.items()
            if place < min(len(rows), len(self.rows))
            and rows[place].plate_image is self.rows[place].plate_image
        )
        if [row.index for row in rows] != [row.index for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def picture(self, place: int) -> QImage:
        """The plate image of a frame, made when it is first drawn."""
        if place not in self._pictures:
            self._pictures[place] = to_picture(self.rows[place].plate_image)
            if len(self._pictures) > _PICTURES_KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(place)
        return self._pictures[place]

    def place_of(self, index: int) -> int:
        """Place in the strip of a frame by its number, -1 when it is not there."""
        return next((place for place, row in enumerate(self.rows) if row.index == index), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Number of frames."""
        return len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every frame has a switch."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its switch and its words."""
        row = self.rows[index.row()]
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.used else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a frame to be in use or not; who listens decides."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.switched.emit(index.row(), value == Qt.CheckState.Checked)
        return True

    def words(self, row: StripRow) -> str:
        """A frame in words, for the tool-tip and for screen readers."""
        lines = [self.tr("Frame {n}").format(n=row.index)]
        if row.by_hand:
            lines[0] += self.tr(", corners set by hand")
        lines.append(self.tr("legible to {p}").format(p=percent(row.legibility)))
        if row.used:
            lines.append(self.tr("share in the fused reading {p}").format(p=percent(row.share)))
        else:
            lines.append(self.tr("not in use"))
        if row.plate is not None:
            lines.append(
                self.tr("alone it reads {plate}, {p}").format(
                    plate=row.plate.text, p=percent(row.plate.probability)
                )
            )
        if row.without:
            lines.append(self.tr("left out, the fused plate changes to {plate}").format(plate=row.without))
        elif row.used:
            lines.append(self.tr("left out, the fused plate stays the same"))
        return "\n".join(lines)


class StripDelegate(QStyledItemDelegate):
    """Draws one frame of the track."""

    def __init__(self, look: Look, model: StripModel) -> None:
        super().__init__(model)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The crop and the lines round it."""
        px = self._look.px
        return QSize(
            px("crop_width") + 2 * px("space"),
            px("crop_height") + _LINES * px("crop_line") + 2 * px("tight") + px("bar"),
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
        self._bar(painter, line, self.tr("legible"), row.legibility, "muted")
        line.translate(0, px("crop_line"))
        if row.used:
            self._bar(painter, line, self.tr("share"), row.share, "accent", row.of_largest)
        else:
            self._text(painter, line, self.tr("not in use"), "small", "text")
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


class TrackStrip(QListView):
    """The frames side by side; only those in sight are drawn."""

    chosen = Signal(int)
    """Number of the frame that is to be shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._following = False
        self.strip = StripModel(self)
        self.delegate = StripDelegate(look, self.strip)
        self.setModel(self.strip)
        self.setItemDelegate(self.delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Frames of the track"))
        height = self.delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.setFixedHeight(height + look.px("wide"))
        look.changed.connect(self.viewport().update)

    def show_frame(self, index: int) -> None:
        """Mark the frame that the canvas shows and bring it into sight."""
        self.strip.shown_frame = index
        place = self.strip.place_of(index)
        if place >= 0:
            self._following = True  # the strip follows the canvas here; the examiner chose nothing
            self.setCurrentIndex(self.strip.index(place))
            self.scrollTo(self.strip.index(place))
            self._following = False
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A click on a frame, or an arrow key, shows it."""
        super().currentChanged(current, previous)
        if not self._following and current.isValid():
            self.chosen.emit(self.strip.rows[current.row()].index)

    def toggle(self, index: Index) -> None:
        """Take a frame in use, or out of it."""
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.strip.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the switch turns it; elsewhere it shows the frame, also where that is the current one."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            if self.delegate.switch_rect(self.visualRect(index)).contains(at):
                self.toggle(index)
                event.accept()
                return
            if index == self.currentIndex():
                self.chosen.emit(self.strip.rows[index.row()].index)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of two is a click."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the switch of the current frame."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel goes along the strip."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned)
        event.accept()
