"""The legibility lane: over the frames of a clip, how readable the followed plate is, and where it was not found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.gui.certainty import percent
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.track_state import StripRow


@dataclass(frozen=True)
class LaneFrames:
    """What the lane draws.

    Attributes:
        count: Frames of the clip.
        rows: Frames of the track by number.
        hidden: Numbers of the frames in which the plate was hidden.
    """

    count: int
    rows: dict[int, StripRow]
    hidden: frozenset[int]

    @staticmethod
    def of(rows: Sequence[StripRow], hidden: Sequence[FrameRef], count: int) -> "LaneFrames":
        """From the rows of a track, its hidden frames and the number of frames of its clip."""
        return LaneFrames(count, {row.index: row for row in rows}, frozenset(ref.index for ref in hidden))


class LegibilityLane(QWidget):
    """Bars as high as the plate is legible, laid out like the slider above them.

    Hollow bars are frames that are not in use, a dotted floor is a plate that was hidden, a diamond is a mark by
    hand, brackets are the ends of the track.
    """

    chosen = Signal(int)
    """Number of the frame that was clicked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.frames: LaneFrames | None = None
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px("legibility_lane"))
        self.setAccessibleName(self.tr("Legibility of the plate over the frames"))
        look.changed.connect(self.update)

    def show_frames(self, frames: LaneFrames | None, shown: int) -> None:
        """Show a track, and where in the clip the examiner is; hidden while there is no track."""
        self.frames, self._shown = frames, shown
        self.setVisible(frames is not None)
        self.update()

    # --- geometry

    def _span(self) -> tuple[float, float]:
        """Where the middle of the first frame lies, and pixels per frame: as the handle of the slider moves."""
        count = self.frames.count if self.frames is not None else 1
        inset = self._look.px("wide") / 2
        return inset, (self.width() - 2 * inset) / max(1, count - 1)

    def x_of(self, index: int) -> float:
        """Where the middle of a frame is."""
        start, step = self._span()
        return start + index * step

    def frame_at(self, x: float) -> int:
        """Number of the frame at a position."""
        start, step = self._span()
        count = self.frames.count if self.frames is not None else 1
        return max(0, min(count - 1, round((x - start) / max(step, 1e-6))))

    def words(self, index: int) -> str:
        """A frame in words."""
        frames = self.frames
        if frames is None:
            return ""
        row = frames.rows.get(index)
        if row is not None:
            words = self.tr("Frame {n}: legible to {p}").format(n=index, p=percent(row.legibility))
            words += self.tr(", corners set by hand") if row.by_hand else ""
            return words + ("" if row.used else self.tr(", not in use"))
        if index in frames.hidden:
            return self.tr("Frame {n}: the plate was not found here").format(n=index)
        return self.tr("Frame {n}: outside the track").format(n=index)

    def sizeHint(self) -> QSize:
        """As high as its token."""
        return QSize(self._look.px("cell") * 20, self._look.px("legibility_lane"))

    # --- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Floor, bars, hidden stretches, marks, ends and the frame shown."""
        frames, look = self.frames, self._look
        if frames is None or not frames.rows:
            return
        painter = QPainter(self)
        _, step = self._span()
        floor = self.height() - look.px("tight")
        top = look.px("space")
        width = max(1.0, step - (look.px("hair") if step > look.px("bar") else 0))
        painter.setPen(QPen(look.colour("line"), look.px("hair")))
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))
        hollow = QPen(look.colour("muted"), look.px("hair"))
        for index, row in frames.rows.items():
            height = max(float(look.px("hair")), row.legibility * (floor - top))
            bar = QRectF(self.x_of(index) - width / 2, floor - height, width, height)
            if row.used:
                painter.fillRect(bar, look.colour("accent"))
            elif width > look.px("bar"):
                painter.setPen(hollow)
                painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                painter.fillRect(QRectF(bar.left(), bar.top(), width, look.px("hair")), look.colour("muted"))
        painter.setPen(QPen(look.colour("warning"), look.px("line"), Qt.PenStyle.DotLine))
        for index in frames.hidden:
            x = self.x_of(index)
            painter.drawLine(QPointF(x - step / 2, floor - 2), QPointF(x + step / 2, floor - 2))
        self._paint_marks(painter, frames, top, floor)

    def _paint_marks(self, painter: QPainter, frames: LaneFrames, top: int, floor: int) -> None:
        look = self._look
        first, last = min(frames.rows), max(frames.rows)
        _, step = self._span()
        reach = look.px("tight")
        painter.setPen(QPen(look.colour("text"), look.px("hair")))
        for index, side in ((first, 1), (last, -1)):
            x = round(self.x_of(index) - side * max(1.0, step / 2)) + 0.5
            x = max(0.5, min(self.width() - 1.5, x))
            painter.drawPolyline(
                [
                    QPointF(x + side * reach, top - reach),
                    QPointF(x, top - reach),
                    QPointF(x, floor + 2),
                    QPointF(x + side * reach, floor + 2),
                ]
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("text"))
        middle, size = look.px("tight"), look.px("tight")
        for index in (index for index, row in frames.rows.items() if row.by_hand):
            x = self.x_of(index)
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x, middle - size),
                        QPointF(x + size, middle),
                        QPointF(x, middle + size),
                        QPointF(x - size, middle),
                    ]
                )
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        x = round(self.x_of(self._shown))
        painter.fillRect(QRect(x, 0, look.px("line"), self.height()), look.colour("focus"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the frame that was clicked."""
        if self.frames is not None:
            self.chosen.emit(self.frame_at(event.position().x()))

    def event(self, event: QEvent) -> bool:
        """The frame under the cursor in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words(self.frame_at(event.pos().x())), self)
            return True
        return super().event(event)
