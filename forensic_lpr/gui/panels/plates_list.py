"""The ranked plates with their probability and the mass that they cover together."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.gui.certainty import percent
from forensic_lpr.gui.reading_text import spaced
from forensic_lpr.gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
RANK, PLATE, PROBABILITY, CUMULATIVE = range(4)


class PlatesModel(QAbstractTableModel):
    """Candidates as Qt's views want them."""

    def __init__(self, look: Look, formats: tuple[PlateFormat, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._formats = formats
        self.plates: tuple[Candidate, ...] = ()

    def show_plates(self, plates: tuple[Candidate, ...]) -> None:
        """Show other plates."""
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
            plate_format = next((f for f in self._formats if f.matches(plate.text)), None)
            texts = (
                str(index.row() + 1),
                spaced(plate.text, plate_format),
                percent(plate.probability),
                percent(plate.cumulative),
            )
            return texts[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == PLATE else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and column == PLATE:
            return self._look.font("plate_row")
        if role == Qt.ItemDataRole.ForegroundRole and column in (RANK, CUMULATIVE):
            return self._look.colour("muted")
        if role == Qt.ItemDataRole.UserRole:
            return plate.probability
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", self.tr("Plate"), self.tr("Probability (network)"), self.tr("Cumulative"))[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == PROBABILITY:
            return self.tr(
                "The network's own probability among all plates considered. It is not calibrated yet."
            )
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
        """The bar below the text."""
        super().paint(painter, option, index)
        probability = float(index.data(Qt.ItemDataRole.UserRole))
        rect = option.rect
        bar = rect.adjusted(
            self._look.px("space"), rect.height() - self._look.px("bar"), -self._look.px("line"), 0
        )
        bar.setWidth(round(bar.width() * probability))
        painter.fillRect(bar, self._look.colour("accent"))


class PlatesList(QTableView):
    """The table of ranked plates."""

    def __init__(self, look: Look, formats: tuple[PlateFormat, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.verticalHeader().setDefaultSectionSize(look.px("slot_row") + look.px("tight"))
        header = self.horizontalHeader()
        header.setFont(look.font("small"))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(RANK, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(PROBABILITY, QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(RANK, look.px("button") + look.px("tight"))
        look.changed.connect(self.viewport().update)
