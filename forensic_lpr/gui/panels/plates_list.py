"""The ranked plates with their probability and the mass that they cover together."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.gui.certainty import percent
from forensic_lpr.gui.reading_text import spaced
from forensic_lpr.gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
RANK, PLATE, PROBABILITY, CUMULATIVE = range(4)
_LEAST_ROWS, _WISHED_ROWS = 2, 4


class PlatesModel(QAbstractTableModel):
    """Candidates as Qt's views want them."""

    def __init__(self, look: Look, formats: tuple[PlateFormat, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._formats = formats
        self.plates: tuple[Candidate, ...] = ()
        self._calibrated = False
        self._texts: list[tuple[str, str, str, str]] = []

    def show_plates(self, plates: tuple[Candidate, ...], calibrated: bool = False) -> None:
        """Show other plates, and say whether their probabilities were calibrated."""
        if (plates, calibrated) == (self.plates, self._calibrated):
            return  # told with every move of a corner, also where there is no newer reading yet
        if calibrated != self._calibrated:
            self._calibrated = calibrated
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, PROBABILITY, PROBABILITY)
        self._texts = [self._row(rank, plate) for rank, plate in enumerate(plates, 1)]
        if len(plates) == len(self.plates):
            self.plates = plates
            if plates:
                self.dataChanged.emit(self.index(0, 0), self.index(len(plates) - 1, CUMULATIVE))
            return
        self.beginResetModel()
        self.plates = plates
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Number of plates."""
        return len(self.plates)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rank, plate, probability, cumulative."""
        return CUMULATIVE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, fonts and alignment."""
        plate, column = self.plates[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row()][column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == PLATE else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self._look.font("plate_row" if column == PLATE else "figures")
        if role == Qt.ItemDataRole.ForegroundRole and column in (RANK, CUMULATIVE):
            return self._look.colour("muted")
        if role == Qt.ItemDataRole.UserRole:
            return plate.probability
        return None

    def _row(self, rank: int, plate: Candidate) -> tuple[str, str, str, str]:
        plate_format = next((f for f in self._formats if f.matches(plate.text)), None)
        shown = spaced(plate.text, plate_format)
        return str(rank), shown, percent(plate.probability), percent(plate.cumulative)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            probability = self.tr("Probability") if self._calibrated else self.tr("Probability (network)")
            return ("", self.tr("Plate"), probability, self.tr("Cumulative"))[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == PROBABILITY:
            if self._calibrated:
                return self.tr("Calibrated: fitted to how often such readings were right.")
            return self.tr("The network's own probability among all plates considered. It is not calibrated.")
        if role == Qt.ItemDataRole.ToolTipRole and section == CUMULATIVE:
            return self.tr("Probability of this plate and all better ones together.")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == PLATE else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class BarDelegate(QStyledItemDelegate):
    """A bar as long as the probability behind its figure."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The bar at the left of the figure, on the same line."""
        super().paint(painter, option, index)
        look, rect = self._look, option.rect
        room = rect.width() - self._beside_bar()
        groove = QRect(
            rect.left() + look.px("space"), rect.center().y() - look.px("line") // 2, room, look.px("bar")
        )
        painter.fillRect(groove, look.colour("raised"))
        groove.setWidth(round(room * float(index.data(Qt.ItemDataRole.UserRole))))
        painter.fillRect(groove, look.colour("accent"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The figure with a bar of a few characters."""
        wide = self._beside_bar() + self._look.px("crop_height")
        return QSize(wide, super().sizeHint(option, index).height())

    def _beside_bar(self) -> int:
        figure = QFontMetrics(self._look.font("figures")).horizontalAdvance(percent(0.9999) + " ")
        return figure + self._look.px("loose") + self._look.px("space")


class PlatesList(QTableView):
    """The table of ranked plates."""

    def __init__(self, look: Look, formats: tuple[PlateFormat, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = look.px("slot_row") + look.px("tight")
        self.plates = PlatesModel(look, formats, self)
        self.setModel(self.plates)
        self.setItemDelegateForColumn(PROBABILITY, BarDelegate(look, self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("Ranked plates"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._row)
        header = self.horizontalHeader()
        header.setFont(look.font("small"))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(RANK, QHeaderView.ResizeMode.Fixed)
        for column in (PROBABILITY, CUMULATIVE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # measured with every reading: only the rows in sight
        self.setColumnWidth(RANK, look.px("button") + look.px("tight"))
        look.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """A few rows: where even those lack room, the slot table gives way as well."""
        return QSize(super().sizeHint().width(), self._height_of(_WISHED_ROWS))

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return QSize(super().minimumSizeHint().width(), self._height_of(_LEAST_ROWS))

    def _height_of(self, rows: int) -> int:
        return self.horizontalHeader().sizeHint().height() + rows * self._row
