"""The list of cases worked on last: a small picture, the name, when and where."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forensic_lpr import paths
from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.recent_pictures import RecentPictures
from forensic_lpr.gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class RecentCase:
    """One row.

    Attributes:
        path: The case file.
        changed: When it was last written, in words.
        picture: A small picture of its first exhibit; null where none is kept.
    """

    path: Path
    changed: str
    picture: QImage


class RecentModel(QAbstractListModel):
    """The recent cases as Qt's views want them; looked up anew when the list of recent cases changes."""

    def __init__(
        self, preferences: Preferences, pictures: RecentPictures, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences, self._pictures = preferences, pictures
        self._rows: tuple[RecentCase, ...] = ()
        preferences.recent_cases_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look at the files again."""
        self.beginResetModel()
        self._rows = tuple(
            RecentCase(path, _when(path), self._pictures.picture(path))
            for path in self._preferences.recent_cases
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Number of cases."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, case and words of a row."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row)
        if role == _Role:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{name}, changed {when}").format(name=self.name(row), when=row.changed)
        return None

    def name(self, row: RecentCase) -> str:
        """The case's name; one that was never saved has none of its own."""
        return self.tr("Unsaved case") if row.path.parent == paths.cases() else row.path.stem


def _when(path: Path) -> str:
    """Local time, year first: the same in every country."""
    try:
        return f"{datetime.fromtimestamp(path.stat().st_mtime):%Y-%m-%d %H:%M}"
    except OSError:
        return ""


class RecentDelegate(QStyledItemDelegate):
    """Draws one case."""

    def __init__(self, look: Look, model: RecentModel) -> None:
        super().__init__(model)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the small picture."""
        return QSize(0, self._look.px("thumbnail_height") + 2 * self._look.px("tight"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Small picture at the left, name and place beside it, the date at the right."""
        row: RecentCase = index.data(_Role)
        look, rect, state = self._look, QRect(option.rect), option.state
        painter.save()
        here = state & QStyle.StateFlag.State_HasFocus
        if here or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("raised" if here else "hover"))
        if here:
            painter.setPen(look.colour("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        box = QRect(rect.topLeft(), QSize(look.px("thumbnail_width"), look.px("thumbnail_height")))
        box.translate(look.px("space"), look.px("tight"))
        self._paint_picture(painter, row, box)
        strong, small = QFontMetrics(look.font("strong")), QFontMetrics(look.font("small_figures"))
        text = QRect(box.right() + look.px("wide"), box.top(), 0, box.height())
        text.setRight(rect.right() - look.px("wide"))
        date = small.horizontalAdvance(row.changed)
        middle = box.center().y()
        upper = QRect(
            text.left(), middle - strong.height(), text.width() - date - look.px("wide"), strong.height()
        )
        lower = QRect(text.left(), middle, text.width(), small.height())
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text"))
        name = strong.elidedText(self._model.name(row), Qt.TextElideMode.ElideMiddle, upper.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(look.font("small_figures"))
        painter.setPen(look.colour("muted"))
        when = QRect(text.left(), upper.top(), text.width(), upper.height())
        painter.drawText(when, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.changed)
        place = small.elidedText(str(row.path.parent), Qt.TextElideMode.ElideMiddle, lower.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, place)
        painter.restore()

    def _paint_picture(self, painter: QPainter, row: RecentCase, box: QRect) -> None:
        look = self._look
        painter.fillRect(box, look.colour("canvas"))
        if row.picture.isNull():
            side = look.px("icon")
            mark = pixmap(look, "case", "canvas_text", scale=2)
            painter.drawPixmap(box.center().x() - side // 2, box.center().y() - side // 2, mark)
            return
        size = row.picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(box.topLeft(), size)
        target.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, row.picture)


class RecentList(QListView):
    """Opens a case at a click, or at Return."""

    chosen = Signal(object)
    """Path of the case."""

    def __init__(self, look: Look, model: RecentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RecentDelegate(look, model))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Recent cases"))
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self.viewport().update)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_Role).path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the case under the cursor."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.chosen.emit(index.data(_Role).path)
            return
        super().keyPressEvent(event)
