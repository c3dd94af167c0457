"""The slot table: one column per character of the plate, the likeliest large, its rivals under it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.gui.certainty import certainty, percent, short_percent
from forensic_lpr.gui.reading_text import Ranked, format_of, gap_of, has_dot
from forensic_lpr.gui.theme import Look

SHOWN = 5
"""Characters shown per slot, the likeliest among them, where there is room."""
_LEAST_RIVALS = 2
"""Of the others so many are shown in any case, and all that cannot be ruled out."""
_PENDING_OPACITY = 0.55
_NOTEWORTHY = 0.1
"""Probability from which a rival is not drawn faint."""
Slot = tuple[tuple[str, float], ...]


class SlotTable(QWidget):
    """Seven columns like the plate itself. Left and right move from slot to slot."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Ranked | None = None
        self.slots: tuple[Slot, ...] = ()
        self._sets: tuple[str, ...] = ()
        self._calibrated = False
        self._gap = 0
        self._dot = False
        self._pending = False
        self._chosen = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Characters by slot"))
        look.changed.connect(self.update)

    def show_reading(self, reading: Ranked | None, formats: tuple[PlateFormat, ...]) -> None:
        """Show what the pixels say, with the gap of the format that the likeliest plate follows."""
        if reading is self._reading:
            return  # told with every move of a corner, also where there is no newer reading yet
        self._reading = reading
        self.slots = reading.slots.top(SHOWN) if reading is not None else ()
        self._sets = reading.slots.sets if reading is not None else ()
        self._calibrated = reading is not None and reading.slots.calibrated
        plate_format = format_of(formats, reading.format_name) if reading is not None else None
        self._gap, self._dot = gap_of(plate_format), has_dot(plate_format)
        self._chosen = min(self._chosen, max(0, len(self.slots) - 1))
        self.setAccessibleDescription("; ".join(self.words(number) for number in range(len(self.slots))))
        self.updateGeometry()
        self.update()

    def set_pending(self, pending: bool) -> None:
        """Whether a newer reading is on its way; the one shown is then drawn fainter."""
        if pending != self._pending:
            self._pending = pending
            self.update()

    def words(self, number: int) -> str:
        """One slot in words, for the tool-tip and for screen readers."""
        slot = self.slots[number]
        names = {
            "certain": self.tr("certain"),
            "probable": self.tr("probable"),
            "undetermined": self.tr("undetermined"),
        }
        rivals = ", ".join(f"{symbol} {percent(p)}" for symbol, p in slot)
        state = names[certainty(slot[0][1]).name]
        words = self.tr("Slot {n}, {state}: {rivals}").format(n=number + 1, state=state, rivals=rivals)
        if number < len(self._sets):
            kept = ", ".join(self._sets[number])
            words += self.tr("; not to be ruled out: {kept}").format(kept=kept)
        return words

    # --- geometry

    def column(self, number: int) -> QRect:
        """Rectangle of a slot's column."""
        count = max(1, len(self.slots))
        gap = self._look.px("slot_gap") if self._gap else 0
        margin = self._look.px("wide")
        width = min((self.width() - 2 * margin - gap) / count, self._look.px("slot_width") * 1.6)
        left = (self.width() - width * count - gap) / 2
        shift = gap if self._gap and number >= self._gap else 0
        first, after = left + number * width + shift, left + (number + 1) * width + shift
        return QRect(round(first), 0, round(after) - round(first), self.height())

    def slot_at(self, position: QPoint) -> int | None:
        """Number of the slot under a position."""
        hits = (k for k in range(len(self.slots)) if self.column(k).contains(position))
        return next(hits, None)

    def sizeHint(self) -> QSize:
        """Room for seven slots and five characters."""
        return self._with_rivals(SHOWN - 1)

    def minimumSizeHint(self) -> QSize:
        """Fewer rivals in a low panel; those that cannot be ruled out stay."""
        kept = max((len(kept) - 1 for kept in self._sets), default=0)
        return self._with_rivals(min(max(kept, _LEAST_RIVALS), SHOWN - 1))

    def _with_rivals(self, rivals: int) -> QSize:
        px = self._look.px
        height = px("slot_mark") + px("slot_plate") + px("slot_row") * rivals + px("space")
        return QSize(px("slot_width") * 7 + px("slot_gap") + 2 * px("wide"), height)

    @property
    def rivals(self) -> int:
        """How many characters stand whole under the likeliest."""
        above = self._with_rivals(0).height()
        return min(max(0, (self.height() - above) // self._look.px("slot_row")), SHOWN - 1)

    # --- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """All columns."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._pending:
            painter.setOpacity(_PENDING_OPACITY)
        if self.slots:
            self._paint_sheet(painter)
        for number, slot in enumerate(self.slots):
            self._paint_slot(painter, number, slot)
        if self._gap and self._dot and self.slots:
            self._paint_dot(painter)
        if self.hasFocus() and self.slots:
            painter.setPen(QPen(self._look.colour("focus"), self._look.px("hair")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.column(self._chosen)).adjusted(1.5, 0.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, self._look.px("corner"), self._look.px("corner"))

    def _plate_rect(self) -> QRect:
        first, last = self.column(0), self.column(len(self.slots) - 1)
        top = self._look.px("slot_mark")
        return QRect(first.left(), top, last.right() - first.left() + 1, self._look.px("slot_plate"))

    def _paint_sheet(self, painter: QPainter) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("control"), look.px("hair")))
        painter.setBrush(look.colour("sheet"))
        rect = QRectF(self._plate_rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, look.px("corner"), look.px("corner"))

    def _paint_dot(self, painter: QPainter) -> None:
        plate = self._plate_rect()
        x = (self.column(self._gap - 1).right() + self.column(self._gap).left()) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("muted"))
        radius = self._look.px("bar")
        painter.drawEllipse(QRectF(x - radius, plate.center().y() - radius, 2 * radius, 2 * radius))

    def _paint_slot(self, painter: QPainter, number: int, slot: Slot) -> None:
        look, column = self._look, self.column(number)
        best, probability = slot[0]
        kind = certainty(probability)
        colour = look.colour(kind.name)
        mark = QRect(column.left(), 0, column.width(), look.px("slot_mark"))
        painter.setFont(look.font("small_figures"))
        painter.setPen(colour)
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, f"{kind.shape} {short_percent(probability)}")
        plate = QRect(column.left(), mark.bottom() + 1, column.width(), look.px("slot_plate"))
        painter.setFont(look.font("slot"))
        painter.setPen(look.colour("text") if kind.name != "undetermined" else colour)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, best)
        bar = QRect(plate.left() + look.px("space"), plate.bottom() - look.px("space"), 0, look.px("bar"))
        bar.setRight(plate.right() - look.px("space"))
        painter.fillRect(bar, look.colour("line"))
        bar.setWidth(round(bar.width() * probability))
        painter.fillRect(bar, colour)
        top = plate.bottom() + look.px("tight")
        for rank, (symbol, p) in enumerate(slot[1 : 1 + self.rivals]):
            row = QRect(column.left(), top + rank * look.px("slot_row"), column.width(), look.px("slot_row"))
            self._paint_rival(painter, row.adjusted(look.px("line"), 0, -look.px("line"), 0), symbol, p)
        if number < len(self._sets):
            self._paint_set(painter, column, top, len(self._sets[number]) - 1)

    def _paint_set(self, painter: QPainter, column: QRect, top: int, rivals: int) -> None:
        """A bracket under the likeliest character round the rivals that cannot be ruled out either.

        It is closed right under the plate when there is none, and open below when there are more than are shown.
        """
        look = self._look
        left, right = column.left() + look.px("line"), column.right() - look.px("line")
        bottom = top + min(rivals, self.rivals) * look.px("slot_row")
        painter.setPen(QPen(look.colour("text"), look.px("hair")))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if rivals:
            painter.drawLine(left, top, left, bottom)
            painter.drawLine(right, top, right, bottom)
        if rivals <= self.rivals:
            painter.drawLine(left, bottom, right, bottom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_rival(self, painter: QPainter, row: QRect, symbol: str, probability: float) -> None:
        look = self._look
        inner = row.adjusted(look.px("tight"), look.px("line"), -look.px("tight"), -look.px("tight"))
        painter.setFont(look.font("slot_other"))
        painter.setPen(look.colour("text"))
        left = QRect(inner.left(), inner.top(), look.px("slot_gap"), inner.height())
        painter.drawText(left, Qt.AlignmentFlag.AlignCenter, symbol)
        painter.setFont(look.font("small_figures"))
        painter.setPen(look.colour("text" if probability >= _NOTEWORTHY else "muted"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, side, short_percent(probability))
        bar = QRect(inner.left(), inner.bottom(), inner.width(), look.px("line"))
        painter.fillRect(bar, look.colour("raised"))
        bar.setWidth(round(inner.width() * probability))
        painter.fillRect(bar, look.colour("muted"))

    def event(self, event: QEvent) -> bool:
        """The slot under the cursor in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.slot_at(event.pos())
            if number is not None:
                QToolTip.showText(event.globalPos(), f"{self.words(number)}\n{self._note()}", self)
            return True
        return super().event(event)

    def _note(self) -> str:
        if self._calibrated:
            return self.tr("Calibrated probabilities. The frame holds what cannot be ruled out.")
        return self.tr("The network's own probabilities; they are not calibrated.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose a slot and tell it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.slots:
            super().keyPressEvent(event)
            return
        self._chosen = (self._chosen + step) % len(self.slots)
        self.update()
        column = self.column(self._chosen)
        QToolTip.showText(self.mapToGlobal(column.bottomLeft()), self.words(self._chosen), self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()
        super().focusInEvent(event)
