"""The own reading, before the machine's: boxes to type into, and the ways on from there."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from forensic_lpr.core.caseview import same_plate
from forensic_lpr.core.geometry import Quad
from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.blind_entry import BlindEntry
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.flow import FlowLayout
from forensic_lpr.gui.reading_text import format_of, gap_of
from forensic_lpr.gui.session import FrameKey, Session
from forensic_lpr.gui.theme import Look

_USUAL_SLOTS = 7


class BlindBoxes(QWidget):
    """One box per slot. Characters go to the box with the cursor; the keyboard alone suffices."""

    finished = Signal()
    """Enter was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._gap = 0
        self.entry = BlindEntry.empty(_USUAL_SLOTS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Your own reading"))
        self.setToolTip(
            self.tr("Type the characters; ? for one that cannot be told, / before an alternative (8/B)")
        )
        look.changed.connect(self.update)
        self._tell()

    def show_slots(self, count: int, gap: int) -> None:
        """Use the number of slots of a format, and its gap."""
        self._gap = gap
        self.change(self.entry.resized(count))

    def change(self, entry: BlindEntry) -> None:
        """Show another entry."""
        self.entry = entry
        self._tell()
        self.update()

    def _tell(self) -> None:
        typed = ", ".join(slot or self.tr("empty") for slot in self.entry.slots)
        self.setAccessibleDescription(typed)

    def box(self, number: int) -> QRect:
        """Rectangle of a slot's box."""
        look, count = self._look, max(1, len(self.entry.slots))
        gap = look.px("slot_gap") if self._gap else 0
        room = self.width() - 2 * look.px("wide") - gap
        width = min(room / count, look.px("slot_width") * 1.6)
        left = (self.width() - width * count - gap) / 2
        shift = gap if self._gap and number >= self._gap else 0
        first, after = round(left + number * width + shift), round(left + (number + 1) * width + shift)
        return QRect(first + 1, look.px("line"), after - first - 2, look.px("slot_plate"))

    def box_at(self, position: QPoint) -> int | None:
        """Number of the box under a position."""
        return next((k for k in range(len(self.entry.slots)) if self.box(k).contains(position)), None)

    def sizeHint(self) -> QSize:
        """Room for seven boxes."""
        px = self._look.px
        return QSize(
            px("slot_width") * _USUAL_SLOTS + px("slot_gap") + 2 * px("wide"),
            px("slot_plate") + 2 * px("line"),
        )

    def minimumSizeHint(self) -> QSize:
        """Narrower boxes hold their characters too."""
        return self.sizeHint() - QSize(2 * self._look.px("wide"), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All boxes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, characters in enumerate(self.entry.slots):
            self._paint_box(painter, number, characters)

    def _paint_box(self, painter: QPainter, number: int, characters: str) -> None:
        look, entry, box = self._look, self.entry, self.box(number)
        at = entry.cursor - 1 if entry.adding else entry.cursor
        here = self.hasFocus() and number == at
        painter.setPen(
            QPen(look.colour("accent" if here else "control"), look.px("line" if here else "hair"))
        )
        painter.setBrush(look.colour("sheet"))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), look.px("corner"), look.px("corner"))
        first, others = characters[:1], characters[1:] + ("/" if entry.adding and number == at else "")
        painter.setFont(look.font("plate_line" if others else "slot"))
        painter.setPen(look.colour("muted" if first == "?" else "text"))
        upper = box.adjusted(0, 0, 0, -look.px("loose")) if others else box
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, first)
        if others:
            painter.setFont(look.font("slot_other"))
            painter.setPen(look.colour("text"))
            lower = box.adjusted(0, 0, 0, -look.px("tight"))
            side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(lower, side, "/".join(others) if "/" not in others else others)

    def event(self, event: QEvent) -> bool:
        """Characters are text here, not the shortcuts that they are elsewhere in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            moves = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace)
            if (plain and event.text().isprintable() and event.text()) or event.key() in moves:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, erase, move, paste, finish."""
        entry, key = self.entry, Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            self.change(entry.pasted(QGuiApplication.clipboard().text()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif key == Qt.Key.Key_Backspace:
            self.change(entry.erased())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.change(entry.moved(entry.cursor + (1 if key == Qt.Key.Key_Right else -1)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.change(entry.moved(0 if key == Qt.Key.Key_Home else len(entry.slots)))
        elif event.text() and event.text().isprintable():
            self.change(entry.typed(event.text()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The next character goes to the box that was clicked."""
        number = self.box_at(event.position().toPoint())
        if number is not None:
            self.change(self.entry.moved(number))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        self.update()
        super().focusOutEvent(event)


class BlindPanel(QWidget):
    """Stands where the machine's reading will stand, until the own one is sealed."""

    def __init__(
        self,
        look: Look,
        session: Session,
        casework: Casework,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._casework, self._actions = session, casework, actions
        self._typed_for: tuple[FrameKey, Quad] | None = None
        self.boxes = BlindBoxes(look)
        head = QLabel(self.tr("Your own reading first"))
        head.setFont(look.font("heading"))
        words = QLabel(
            self.tr(
                "Type what you see before the machine's reading is shown: ? for a character that cannot be told, "
                "/ before an alternative, as in 8\u2060/\u2060B."
            )
        )
        words.setWordWrap(True)
        words.setProperty("kind", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("wide")] * 4))
        column.setSpacing(look.px("wide"))
        for widget in (head, words, self.boxes):
            column.addWidget(widget)
        row = FlowLayout(look.px("space"))
        self.seal_button = self._button("seal", primary=True)
        row.addWidget(self.seal_button)
        self.same = self._button("same-plate")
        for button in (self._button("cannot-read"), self._button("unblind"), self.same):
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(1)
        self.boxes.finished.connect(actions["seal"].trigger)
        session.request_changed.connect(self._on_request_changed)
        self._on_request_changed()

    def _button(self, name: str, primary: bool = False) -> QPushButton:
        action = self._actions[name]
        button = QPushButton(action.text().replace("&", ""))
        button.setToolTip(action.toolTip())
        button.setProperty("primary", primary)
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def seal_entry(self) -> None:
        """Seal what was typed; when nothing was, go to where it is typed."""
        entry = self.boxes.entry
        if not entry.ready:
            self.boxes.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._casework.seal(entry.reading)
        if not self._casework.masked:
            self.boxes.change(BlindEntry.empty(len(entry.slots)))

    def refresh(self) -> None:
        """Begin anew for another plate, and name the one that it may be."""
        key, quad = self._session.key, self._session.marking.quad
        if key is None or quad is None:
            return
        if self._typed_for is None or self._typed_for[0] != key or not same_plate(self._typed_for[1], quad):
            self._typed_for = (key, quad)
            self.boxes.change(BlindEntry.empty(len(self.boxes.entry.slots)))
        offered = self._casework.candidate
        self.same.setVisible(offered is not None)
        if offered is not None:
            self.same.setText(self.tr("This is plate {n} again").format(n=offered.number))

    def _on_request_changed(self) -> None:
        formats = self._session.formats
        chosen = format_of(formats, self._session.format_name)
        counts = [len(f.pattern) for f in formats] or [_USUAL_SLOTS]
        self.boxes.show_slots(len(chosen.pattern) if chosen is not None else max(counts), gap_of(chosen))
