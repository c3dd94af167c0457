"""The strip of a track: its frames side by side, to be looked through and switched."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.track_cell import StripDelegate
from forensic_lpr.gui.track_model import Index, StripModel


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
        self._look = look
        self.make_low(False)
        look.changed.connect(self.viewport().update)

    def make_low(self, low: bool) -> None:
        """Draw less of every frame, where there is little height."""
        self.delegate.low = low
        height = self.delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.setFixedHeight(height + self._look.px("wide"))
        self.scheduleDelayedItemsLayout()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrower window, too, the frame that the canvas shows is in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
