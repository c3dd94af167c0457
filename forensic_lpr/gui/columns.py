"""The columns of Examine whose parts share a height: exhibits above the enhancement, the picture above its track."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from forensic_lpr.gui.panels.exhibits import ExhibitsPanel
from forensic_lpr.gui.panels.track import TrackPanel
from forensic_lpr.gui.theme import Look

_PART = 3
"""The exhibits take at most this part of the height by themselves."""


class LeftColumn(QSplitter):
    """As many exhibits as there are, up to a part of the height; as they are drawn once someone drew the line."""

    def __init__(self, look: Look, exhibits: ExhibitsPanel, below: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._look, self._exhibits = look, exhibits
        self.drawn = False
        """Whether someone has put the line between the two where it is."""
        self.addWidget(exhibits)
        self.addWidget(below)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)
        exhibits.model.modelReset.connect(self._fit)

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        """Put the line where someone drew it."""
        self.drawn = super().restoreState(state)
        return self.drawn

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A higher window has room for more exhibits."""
        super().resizeEvent(event)
        self._fit()

    def _on_moved(self) -> None:
        self.drawn = True

    def _fit(self) -> None:
        if self.drawn:
            return
        least = 2 * self._look.px("native_height")
        upper = max(least, min(self._exhibits.whole_height(), self.height() // _PART))
        self.setSizes([upper, self.height() - self.handleWidth() - upper])


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
