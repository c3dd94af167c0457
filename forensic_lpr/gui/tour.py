"""The guided tour: a card beside the control that it tells of. Everything else stays usable all the while."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.tour_stops import Deed, Stop, stops_of

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow

SEEN = "tour/seen"
_MOVES = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}


class Spot(QWidget):
    """A frame round the control; the mouse goes through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the border."""
        painter, width = QPainter(self), self._look.px("bar")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("accent"), width))
        inner = self.rect().adjusted(width - 1, width - 1, -width, -width)
        painter.drawRoundedRect(inner, self._look.px("corner"), self._look.px("corner"))


class Card(QFrame):
    """Title, words, and the ways on."""

    left = Signal()

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "tour")
        self.setFixedWidth(look.px("tour_width"))
        self._spare = look.px("tight")
        self._count, self._title, self._words, keys = QLabel(), QLabel(), QLabel(), QLabel()
        self._title.setFont(look.font("heading"))
        self._words.setWordWrap(True)
        self._count.setProperty("kind", "muted")
        shown = [actions[name].shortcut().toString() for name in ("tour", "tour-back", "tour-leave")]
        keys.setText(
            self.tr("{on} on, {back} back, {leave} leave").format(on=shown[0], back=shown[1], leave=shown[2])
        )
        keys.setProperty("kind", "muted")
        for label in (self._count, keys):
            label.setFont(look.font("small"))
        self.on = QPushButton()
        self.on.setProperty("primary", True)
        self.on.clicked.connect(actions["tour"].trigger)
        self.back = QPushButton(self.tr("Back"))
        self.back.clicked.connect(actions["tour-back"].trigger)
        leave = QPushButton(self.tr("Leave"))
        leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(look.px("space"))
        row.addWidget(leave)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("space"))
        for widget in (self._count, self._title, self._words):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(keys)
        self.hide()

    def tell(self, stop: Stop, number: int, count: int) -> None:
        """Show a stop; number counts from zero."""
        self._count.setText(self.tr("Tour, {n} of {count}").format(n=number + 1, count=count))
        self._title.setText(stop.title)
        self._words.setText(stop.words)
        self.back.setEnabled(number > 0)
        self.on.setText(self.tr("Next") if number + 1 < count else self.tr("Done"))
        self.setAccessibleName(stop.title)
        self.setAccessibleDescription(stop.words)
        column = self.layout()
        assert column is not None
        column.activate()
        self.resize(self.width(), column.heightForWidth(self.width()) + self._spare)

    def event(self, event: QEvent) -> bool:
        """Escape leaves the tour while the card has the keyboard, whatever it does elsewhere in the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class Tour(QObject):
    """Leads from stop to stop."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.spot = Spot(window.look, window)
        self.card = Card(window.look, window.actions_, window)
        self._stops: tuple[Stop, ...] = ()
        self.number = -1
        self._watched: QWidget | None = None
        self._marked = False
        self.card.left.connect(self.leave)
        window.session.marking_changed.connect(self._on_marking_changed)
        window.casework.masking_changed.connect(self._on_masking_changed)
        window.look.changed.connect(self.spot.update)
        self._tell_actions()

    @property
    def running(self) -> bool:
        """Whether a stop is shown."""
        return self.number >= 0

    @property
    def stop(self) -> Stop | None:
        """The stop shown."""
        return self._stops[self.number] if self.running else None

    def go_on(self) -> None:
        """Begin, go to the next stop, or end after the last."""
        if not self.running:
            self._stops = stops_of(self._window)
            self._window.preferences.set_text(SEEN, "yes")
        if self.number + 1 < len(self._stops):
            self._show(self.number + 1)
        else:
            self.leave()

    def back(self) -> None:
        """Go to the stop before."""
        if self.number > 0:
            self._show(self.number - 1)

    def leave(self) -> None:
        """End at once."""
        had_keyboard = self.card.isAncestorOf(self._window.focusWidget() or self._window)
        self._watch(None)
        self.number = -1
        self.card.hide()
        self.spot.hide()
        self._tell_actions()
        if had_keyboard:
            self._window.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, deed: Deed) -> None:
        """The examiner did something: go past the stop that asks for it, also when that is still ahead."""
        ahead = range(self.number, len(self._stops)) if self.running else ()
        at = next((number for number in ahead if self._stops[number].deed == deed), None)
        if at is not None:
            self._show(at)
            self.go_on()

    def _show(self, number: int) -> None:
        self.number = number
        stop = self._stops[number]
        if not stop.target().isVisibleTo(self._window):
            self._window.workspaces.show("examine")
        self.card.tell(stop, number, len(self._stops))
        self._watch(stop.target())
        self._place()
        self._tell_actions()
        QAccessible.updateAccessibility(QAccessibleEvent(self.card, QAccessible.Event.Alert))

    def _watch(self, target: QWidget | None) -> None:
        for widget in (self._window, self._watched):
            if widget is not None:
                widget.removeEventFilter(self)
        self._watched = target
        if target is not None:
            self._window.installEventFilter(self)
            target.installEventFilter(self)

    def _place(self) -> None:
        """Round the control the frame, beside it the card where there is most room; neither without the control."""
        target = self._watched
        if target is None:
            return
        seen = target.isVisibleTo(self._window)
        self.spot.setVisible(seen)
        self.card.setVisible(seen)
        if not seen:
            return
        gap = self._window.look.px("tight")
        around = self._seen_of(target).adjusted(-gap, -gap, gap, gap) & self._window.rect()
        self.spot.setGeometry(around)
        self.card.move(
            beside(around, self.card.size().width(), self.card.size().height(), self._window.rect())
        )
        self.spot.raise_()
        self.card.raise_()

    def _seen_of(self, target: QWidget) -> QRect:
        """The part of a control that no scroll area hides, in the window."""
        seen, holder = QRect(QPoint(0, 0), target.size()), target
        while holder is not self._window and (parent := holder.parentWidget()) is not None:
            seen = seen.translated(holder.pos()) & parent.rect()
            holder = parent
        return seen

    def _tell_actions(self) -> None:
        actions = self._window.actions_
        actions.enable(("tour-back",), self.number > 0)
        actions.enable(("tour-leave",), self.running)
        actions["tour"].setText(self.tr("Tour: &next") if self.running else self.tr("Take the &tour"))

    def _on_marking_changed(self) -> None:
        marked = self._window.session.marking.quad is not None
        if marked and not self._marked:  # moving a corner is no new plate
            self.done("marked")
        self._marked = marked

    def _on_masking_changed(self) -> None:
        if self._window.session.marking.quad is not None and not self._window.casework.masked:
            self.done("sealed")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when the window or a splitter moves it."""
        if event.type() in _MOVES:
            self._place()
        return False


def beside(target: QRect, width: int, height: int, room: QRect) -> QPoint:
    """Where a card stands: right, left, below or above of the target, else in its lower right corner; always inside.

    Beside a target in the lower half it stands low, so that the middle, where the picture is, stays free.

    Args:
        target: What it tells of.
        width: Width of the card.
        height: Height of the card.
        room: What it must stay in.
    """
    top = target.top() if target.center().y() < room.center().y() else target.bottom() + 1 - height
    places = (
        QPoint(target.right() + 1, top),
        QPoint(target.left() - width, top),
        QPoint(target.left(), target.bottom() + 1),
        QPoint(target.left(), target.top() - height),
    )
    for place in places:
        inside = QPoint(
            min(max(place.x(), room.left()), room.right() + 1 - width),
            min(max(place.y(), room.top()), room.bottom() + 1 - height),
        )
        if not QRect(inside.x(), inside.y(), width, height).intersects(target):
            return inside
    return QPoint(target.right() + 1 - width, target.bottom() + 1 - height)
