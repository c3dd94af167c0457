"""The frame bar: steps, playing, the slider, the time; hidden for stills."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSlider,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.evidence import FrameTable
from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.damage_lane import DamageLane
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.loader import Loader
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.time_text import moment_text, time_text
from forensic_lpr.gui.transport import Transport
from forensic_lpr.gui.type_strip import TypeStrip

MOVES = ("first", "back-ten", "back", "play-back", "pause", "play", "forward", "forward-ten", "last", "jump")
"""Actions that need a frame table."""
_BUTTONS = ("first", "back-ten", "back", "pause", "forward", "forward-ten", "last")
_SELDOM = ("first", "back-ten", "forward-ten", "last")
"""These give way in a small window; their keys stay."""


class FrameBar(QFrame):
    """Where in a clip the examiner is, and how to go elsewhere."""

    def __init__(
        self, look: Look, session: Session, loader: Loader, transport: Transport, actions: Actions
    ) -> None:
        super().__init__()
        self._look, self._session, self._loader = look, session, loader
        self._transport, self._actions = transport, actions
        self.setProperty("kind", "bar")
        self.setAccessibleName(self.tr("Frame bar"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Frame"))
        self.slider.valueChanged.connect(self._on_slider_changed)
        self.lane = DamageLane(look)
        self.lane.chosen.connect(self._on_slider_changed)
        self.integrity = QToolButton()
        self.strip = TypeStrip(look)
        self.strip.chosen.connect(transport.go)
        self._told: FrameTable | None = None
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress_text = QLabel()
        self.progress_text.setProperty("kind", "muted")
        self.progress_text.setFont(look.font("figures"))
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop listing the frames"))
        self.cancel.clicked.connect(loader.cancel_listing)
        self.time = QLabel()
        self.time.setFont(look.font("strong_figures"))
        self.time.setAccessibleName(self.tr("Time"))
        self.clock = QLabel()
        self.clock.setFont(look.font("figures"))
        self.clock.setAccessibleName(self.tr("Time by the clock in the picture"))
        self.clock.setToolTip(
            self.tr("By the clock in the picture, as the examiner read it (Frame, Set the scene clock)")
        )
        self.count = QLabel()
        self.count.setProperty("kind", "muted")
        self.count.setFont(look.font("figures"))
        self.count.setToolTip(self.tr("Frames are counted from 0 in the order in which they are shown"))
        self._lay_out()
        self.setMinimumWidth(look.px("bar_minimum"))
        session.exhibit_selected.connect(self._on_frame_changed)
        session.table_changed.connect(self._on_frame_changed)
        session.frame_changed.connect(self._on_frame_changed)
        loader.listing.connect(self._on_listing)
        loader.listing_ended.connect(self._on_frame_changed)
        transport.playing_changed.connect(self._on_playing_changed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self._on_frame_changed()

    def _lay_out(self) -> None:
        px = self._look.px
        self._seldom: list[QToolButton] = []
        row = QHBoxLayout()
        row.setSpacing(px("line"))
        for name in _BUTTONS:
            button = QToolButton()
            button.setDefaultAction(self._actions[name])
            row.addWidget(button)
            if name in _SELDOM:
                self._seldom.append(button)
        row.addSpacing(px("space"))
        row.addWidget(self.strip, 1)
        row.addSpacing(px("space"))
        self.integrity.setDefaultAction(self._actions["integrity"])
        row.addWidget(self.integrity)
        row.addWidget(self.count)
        row.addSpacing(px("space"))
        row.addWidget(self.time)
        jump = QToolButton()
        jump.setDefaultAction(self._actions["jump"])
        self._seldom.append(jump)
        row.addWidget(jump)
        below = QWidget()
        below.setFixedHeight(px("button"))
        self._stack = QStackedLayout(below)
        timeline = QWidget()
        lanes = QVBoxLayout(timeline)
        lanes.setContentsMargins(0, 0, 0, 0)
        lanes.setSpacing(0)
        lanes.addWidget(self.slider, 1)
        lanes.addWidget(self.lane)
        row_below = QWidget()
        beside = QHBoxLayout(row_below)
        beside.setContentsMargins(0, 0, px("tight"), 0)
        beside.setSpacing(px("wide"))
        beside.addWidget(timeline, 1)
        beside.addWidget(self.clock)
        self._stack.addWidget(row_below)
        self._stack.addWidget(self._line(self.progress_text, self.progress, self.cancel))
        hint = QLabel(self.tr("Only the first frame can be shown before the frames are listed."))
        hint.setProperty("kind", "muted")
        hint.setFont(self._look.font("small"))
        hint.setWordWrap(True)
        start = QToolButton()
        start.setDefaultAction(self._actions["list-frames"])
        start.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._stack.addWidget(self._line(hint, QWidget(), start))
        column = QVBoxLayout(self)
        column.setContentsMargins(px("space"), px("tight"), px("space"), px("tight"))
        column.setSpacing(px("line"))
        column.addLayout(row)
        column.addWidget(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the seldom buttons give way."""
        super().resizeEvent(event)
        for button in self._seldom:
            button.setVisible(self.width() >= self._look.px("dialog"))

    def add_lane(self, lane: QWidget) -> None:
        """Put a lane that is laid out like the slider below it."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(lane)

    def _line(self, left: QWidget, middle: QWidget, right: QWidget) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(self._look.px("tight"), 0, self._look.px("tight"), 0)
        row.setSpacing(self._look.px("wide"))
        row.addWidget(left, 0 if isinstance(middle, QProgressBar) else 3)
        row.addWidget(middle, 1)
        row.addWidget(right)
        return line

    def _on_frame_changed(self) -> None:
        current, frame = self._session.current, self._session.frame
        clip = current is not None and current.is_clip
        self.setVisible(clip)
        table = current.table if current is not None and clip else None
        can_move = table is not None and len(table.rows) > 1
        self._actions.enable(MOVES, can_move)
        self._actions.enable(("list-frames",), clip and table is None and not self._loader.is_listing)
        self._actions.enable(("integrity",), table is not None)
        self._show_integrity(table)
        self.slider.setEnabled(can_move)
        if not clip:
            return
        index = frame.ref.index if frame is not None else 0
        total = len(table.rows) if table is not None else 0
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, total - 1))
        self.slider.setPageStep(10)
        if not self.slider.isSliderDown():
            self.slider.setValue(index)
        self.slider.blockSignals(False)
        self.strip.show_frames(table, index)
        self._stack.setCurrentIndex(0 if table is not None else 1 if self._loader.is_listing else 2)
        if frame is not None:
            self.time.setText(time_text(frame.ref.seconds))
            clock = current.clock if current is not None else None
            self.clock.setVisible(clock is not None)
            self.clock.setText(moment_text(clock.at(frame.ref)) if clock is not None else "")
            of = self.tr("of {n}").format(n=total) if total else ""
            self.count.setText(f"{frame.picture_type}   #{index} {of}")

    def _show_integrity(self, table: FrameTable | None) -> None:
        """A sign with the number of remarks, in words too."""
        if table is self._told:
            return
        self._told = table
        self.lane.show_table(table)
        count = len(table.remarks) if table is not None else 0
        grave = table is not None and table.doubtful_pixels
        sign = "failure" if grave else "warning" if count else "success"
        words = self.tr("No damage found") if not count else self.tr("Remarks on damage: {n}").format(n=count)
        action = self._actions["integrity"]
        action.setIcon(icon(self._look, sign, sign if count else "muted"))
        action.setIconText(str(count))
        style = Qt.ToolButtonStyle
        self.integrity.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if count else style.ToolButtonIconOnly
        )
        self.integrity.setAccessibleName(words)
        self.integrity.setToolTip(f"{words}. {action.statusTip()} ({action.shortcut().toString()})")
        self.integrity.setVisible(table is not None)

    def _on_listing(self, done: int, total: int | None) -> None:
        self._stack.setCurrentIndex(1)
        self._actions.enable(("list-frames",), False)
        self.progress.setRange(0, total or 0)
        self.progress.setValue(done)
        words = self.tr("Listing frames: {done} of {total}") if total else self.tr("Listing frames: {done}")
        self.progress_text.setText(words.format(done=done, total=total))

    def _on_slider_changed(self, value: int) -> None:
        self._transport.pause()
        self._transport.go(value)

    def _on_playing_changed(self, speed: int) -> None:
        action = self._actions["pause"]
        action.setIcon(icon(self._look, "pause" if speed else "play"))

    def _on_look_changed(self) -> None:
        self._on_playing_changed(self._transport.speed)
        told, self._told = self._told, None
        self._show_integrity(told)
