"""The frames of a track as Qt's views want them: figures, switch, picture and words."""

from collections import OrderedDict

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from forensic_lpr.gui.certainty import percent
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.track_state import FollowedPlate, StripRow, rows_of

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole
_PICTURES_KEPT = 256


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
