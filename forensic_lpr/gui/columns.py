"""The columns of Examine whose parts share a height: two panels above one another, the picture above its track."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from forensic_lpr.gui.panels.track import TrackPanel
from forensic_lpr.gui.theme import Look

_PART = 3
"""The upper of two panels takes at most this part of the height by itself."""


class SharedColumn(QSplitter):
    """The upper panel is as high as it wishes, up to a part of the height, until someone draws the line."""

    def __init__(
        self, upper: QWidget, lower: QWidget, wished: Callable[[], int], least: Callable[[], int]
    ) -> None:
        """Put one above the other.

        Args:
            upper: The panel above.
            lower: The panel below.
            wished: How high the upper one would be.
            least: How high it is in the lowest window, too.
        """
        super().__init__(Qt.Orientation.Vertical)
        self._wished, self._least = wished, least
        self.drawn = False
        """Whether someone has put the line between the two where it is."""
        self.addWidget(upper)
        self.addWidget(lower)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)

    def fit(self) -> None:
        """Share the height anew."""
        if self.drawn:
            return
        upper = max(self._least(), min(self._wished(), self.height() // _PART))
        if self.sizes()[0] != upper:
            self.setSizes([upper, self.height() - self.handleWidth() - upper])

    def _on_moved(self) -> None:
        self.drawn = True

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        """Put the line where someone drew it."""
        self.drawn = super().restoreState(state)
        return self.drawn

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height is shared in another way."""
        super().resizeEvent(event)
        self.fit()


class MiddleColumn(QWidget):
    """The picture with what stands above and below it; where it is low, the track leaves it room."""

    def __init__(self, look: Look, above: QWidget, stage: QWidget, bar: QWidget, track: TrackPanel) -> None:
        super().__init__()
        self._look, self._track = look, track
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px("tight"))
        column.addWidget(above)
        column.addWidget(stage, 1)
        column.addWidget(bar)
        column.addWidget(track)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has room for less of the track."""
        super().resizeEvent(event)
        self._track.make_low(event.size().height() < self._look.px("dialog"))
