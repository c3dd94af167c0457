"""The list of a recipe's steps: switched by click or space, moved by dragging, removed by key."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.gui.operation_words import told
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
StepRole = Qt.ItemDataRole.UserRole


class StepDelegate(QStyledItemDelegate):
    """Draws one step: its switch, its place and name, and its parameters."""

    def __init__(self, look: Look, view: "StepList") -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its token, and higher by each further line that the name or the parameters need."""
        step = index.data(StepRole)
        least = self._look.px("step_row")
        if not isinstance(step, Step):
            return QSize(0, least)
        room = self._text_rect(QRect(0, 0, self._view.viewport().width(), least)).width()
        texts = ((self._title(step, index), "strong"), (told(step), "small"))
        more = sum(self._height(text, font, room) - self._height("", font, room) for text, font in texts)
        return QSize(0, least + more)

    def _title(self, step: Step, index: Index) -> str:
        return f"{index.row() + 1}  {in_words(step.about.title)}"

    def _height(self, text: str, font: str, room: int) -> int:
        metrics = QFontMetrics(self._look.font(font))
        needed = metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, text).height()
        return max(needed, metrics.height()) + self._look.px("line")

    def _text_rect(self, row: QRect) -> QRect:
        """Where the words of a row begin and end, the height still open."""
        left = self.switch_rect(row).right() + self._look.px("space")
        return QRect(left, row.top() + self._look.px("tight"), row.right() - left - self._look.px("space"), 0)

    def switch_rect(self, row: QRect) -> QRect:
        """Where the switch of a row stands."""
        side = self._look.px("icon")
        return QRect(row.left() + self._look.px("wide"), row.center().y() - side // 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The name and the parameters, each in as many lines as it needs, beside the switch."""
        step, look, rect = index.data(StepRole), self._look, QRect(option.rect)
        if not isinstance(step, Step):
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("raised"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), look.px("bar"), rect.height()), look.colour("accent")
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.colour("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        self._paint_switch(painter, self.switch_rect(rect), step.enabled)
        text = self._text_rect(rect)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        title = self._title(step, index)
        text.setHeight(self._height(title, "strong", text.width()))
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text" if step.enabled else "faint"))
        painter.drawText(text, middle | Qt.TextFlag.TextWordWrap, title)
        text.translate(0, text.height())
        values = told(step)
        text.setHeight(self._height(values, "small", text.width()))
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted" if step.enabled else "faint"))
        painter.drawText(text, middle | Qt.TextFlag.TextWordWrap, values)
        painter.restore()

    def _paint_switch(self, painter: QPainter, rect: QRect, on: bool) -> None:
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent" if on else "control"), look.px("hair")))
        painter.setBrush(look.colour("accent" if on else "window"))
        inset = look.px("line")
        box = QRectF(rect.adjusted(inset, inset, -inset, -inset))
        painter.drawRoundedRect(box, look.px("line"), look.px("line"))
        if on:
            painter.setPen(QPen(look.colour("on_accent"), look.px("line")))
            left, top, side = box.left(), box.top(), box.width()
            tick = [(0.22, 0.52), (0.43, 0.72), (0.78, 0.3)]
            painter.drawPolyline(QPolygonF([QPointF(left + x * side, top + y * side) for x, y in tick]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class StepList(QListWidget):
    """The steps in order."""

    chosen = Signal(int)
    switched = Signal(int, bool)
    moved = Signal(int)
    """The chosen step was dropped at this place."""
    removed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._delegate = StepDelegate(look, self)
        self._pressed: QPoint | None = None
        self._gap: int | None = None
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Steps"))
        self.currentRowChanged.connect(self._on_current_row_changed)
        look.changed.connect(self.viewport().update)

    def show_recipe(self, recipe: Recipe, row: int) -> None:
        """Show the steps, one of them chosen."""
        self.blockSignals(True)
        while self.count() > len(recipe.steps):
            self.takeItem(self.count() - 1)
        while self.count() < len(recipe.steps):
            self.addItem(QListWidgetItem())
        for number, step in enumerate(recipe.steps):
            item = self.item(number)
            item.setData(StepRole, step)
            state = self.tr("on") if step.enabled else self.tr("off")
            item.setText(in_words(step.about.title))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{number + 1} {in_words(step.about.title)}, {state}, {told(step)}",
            )
            about = step.about
            words = (f"{in_words(about.title)}: {told(step)}", in_words(about.does), in_words(about.cannot))
            item.setToolTip("\n".join(words))
        self.setCurrentRow(row)
        self.blockSignals(False)
        self.viewport().update()

    def switch_centre(self, row: int) -> QPoint:
        """Middle of a row's switch, in the viewport."""
        return self._delegate.switch_rect(self.visualItemRect(self.item(row))).center()

    def _on_current_row_changed(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    # --- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a step; on its switch, switch it."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        item = self.itemAt(at)
        if item is None or event.button() != Qt.MouseButton.LeftButton:
            return
        rect = self.visualItemRect(item)
        slack = self._look.px("tight")
        if self._delegate.switch_rect(rect).adjusted(-slack, -slack, slack, slack).contains(at):
            step = item.data(StepRole)
            self.switched.emit(self.row(item), not step.enabled)
        else:
            self._pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the dragged step would go."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            rows = [self.visualItemRect(self.item(row)) for row in range(self.count())]
            self._gap = sum(at.y() > rect.center().y() for rect in rows)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the dragged step."""
        gap, self._gap, self._pressed = self._gap, None, None
        self.unsetCursor()
        self.viewport().update()
        super().mouseReleaseEvent(event)
        if gap is not None:
            self.moved.emit(gap - 1 if gap > self.currentRow() else gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space switches, Delete removes; the rest is the list's."""
        row = self.currentRow()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self.switched.emit(row, not self.item(row).data(StepRole).enabled)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the gap where a dragged step would go."""
        super().paintEvent(event)
        if self._gap is None:
            return
        above = self.visualItemRect(self.item(self._gap - 1)).bottom() + 1 if self._gap else 0
        y = min(max(above, 1), self.viewport().height() - 1)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._look.colour("accent"), self._look.px("bar")))
        painter.drawLine(0, y, self.viewport().width(), y)

    def event(self, event: QEvent) -> bool:
        """Space is a key of the list here, not a shortcut."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete)
        ):
            event.accept()
            return True
        return super().event(event)
