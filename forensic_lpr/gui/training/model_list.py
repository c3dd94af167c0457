"""The models as cards in a list: name, what it is, what the comparison said."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.jobs import ModelView

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole.UserRole


def verdict(model: ModelView, tr: Callable[[str], str]) -> tuple[str, str, str]:
    """Drawing, colour token and few words of what the comparison said."""
    if model.kind == "dgm":
        return "track", "muted", tr("makes training pictures")
    if model.shipped:
        return "success", "muted", tr("came with the program")
    if model.gate is None:
        return "info", "muted", tr("not compared yet")
    return {
        "better": ("success", "success", tr("better on held plates")),
        "not shown to be better": ("warning", "warning", tr("not shown to be better")),
        "worse": ("failure", "failure", tr("worse on held plates")),
        "forgets": ("failure", "failure", tr("forgets drawn plates")),
    }[model.gate.judgement]


class _CardDelegate(QStyledItemDelegate):
    """Draws one card."""

    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines."""
        look = self._look
        lines = QFontMetrics(look.font("strong")).height() + 2 * QFontMetrics(look.font("small")).height()
        return QSize(0, lines + 2 * look.px("space") + look.px("line"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Name with the sign of the one in use, network and date, verdict."""
        model: ModelView = index.data(_ROLE)
        look, rect, px = self._look, QRect(option.rect), self._look.px
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("raised"))
            painter.fillRect(QRect(rect.left(), rect.top(), px("bar"), rect.height()), look.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.colour("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        x, y = rect.left() + px("loose"), rect.top() + px("space")
        room = rect.right() - px("wide") - x
        strong = QFontMetrics(look.font("strong"))
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text"))
        badge = self.tr("in use") if model.active and model.kind == "recognizer" else ""
        wide = QFontMetrics(look.font("small")).horizontalAdvance(badge) + 2 * px("space") if badge else 0
        name = strong.elidedText(model.name, Qt.TextElideMode.ElideMiddle, room - wide - px("space"))
        painter.drawText(x, y + strong.ascent(), name)
        if badge:
            box = QRect(rect.right() - px("wide") - wide, y, wide, strong.height())
            painter.setPen(look.colour("accent"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(box, px("corner"), px("corner"))
            painter.setFont(look.font("small"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge)
        y += strong.height() + px("line")
        small = QFontMetrics(look.font("small"))
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        facts = f"{model.network}   {model.trained_at}   {model.sha256[:8]}…"
        painter.drawText(x, y + small.ascent(), small.elidedText(facts, Qt.TextElideMode.ElideRight, room))
        y += small.height()
        drawing, colour, words = verdict(model, self.tr)
        side = px("cell")
        painter.drawPixmap(QRect(x, y, side, side), pixmap(look, drawing, colour, "cell", 2))
        painter.setPen(look.colour(colour))
        painter.drawText(x + side + px("tight"), y + small.ascent(), words)
        painter.restore()


class ModelList(QListWidget):
    """All models, the shipped ones first."""

    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_CardDelegate(look, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Models"))
        self.currentItemChanged.connect(self._on_current_changed)
        look.changed.connect(self.viewport().update)

    @property
    def current(self) -> ModelView | None:
        """The chosen model."""
        item = self.currentItem()
        model: ModelView | None = None if item is None else item.data(_ROLE)
        return model

    def show_models(self, models: tuple[ModelView, ...], wanted: str = "") -> None:
        """Show other models; the wanted one, or the one that was, is chosen."""
        before = wanted or (self.current.name if self.current is not None else "")
        self.blockSignals(True)
        self.clear()
        for model in models:
            item = QListWidgetItem(model.name)
            item.setData(_ROLE, model)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{model.name}, {model.network}, {verdict(model, self.tr)[2]}",
            )
            self.addItem(item)
        names = [model.name for model in models]
        active = next((n for n, m in enumerate(models) if m.active and m.kind == "recognizer"), 0)
        self.setCurrentRow(names.index(before) if before in names else active)
        self.blockSignals(False)
        self.chosen.emit()

    def choose(self, name: str) -> None:
        """Choose a model by name."""
        for row in range(self.count()):
            if self.item(row).text() == name:
                self.setCurrentRow(row)

    def _on_current_changed(self, new: QListWidgetItem | None, old: QListWidgetItem | None) -> None:
        self.chosen.emit()
