"""Moves through a clip: steps, jumps and playing at true speed."""

import time
from fractions import Fraction

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from forensic_lpr.core.evidence import FrameTable
from forensic_lpr.errors import FrameNotFound
from forensic_lpr.gui.loader import Loader
from forensic_lpr.gui.play_clock import PlayClock
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session

_TICK_MS = 8
_FASTEST = 8


class Transport(QObject):
    """Decides which frame is wanted; the loader fetches it."""

    playing_changed = Signal(int)
    """Speed, 0 when paused."""

    def __init__(self, session: Session, loader: Loader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._loader = loader
        self._wanted: int | None = None
        self._clock: PlayClock | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        session.exhibit_selected.connect(self._on_exhibit_selected)
        loader.decoding_changed.connect(self._on_decoding_changed)

    @property
    def table(self) -> FrameTable | None:
        """Frame table of the current clip."""
        current = self._session.current
        return current.table if current is not None else None

    @property
    def speed(self) -> int:
        """Speed of playing, 0 when paused."""
        return self._clock.speed if self._clock is not None else 0

    def go(self, index: int) -> None:
        """Show a frame by number, the nearest there is."""
        table = self.table
        if table is None:
            return
        index = max(0, min(len(table.rows) - 1, index))
        if index != self._at():
            self._wanted = index
            self._loader.show(table.rows[index].ref)

    def step(self, count: int) -> None:
        """Show a frame some frames on; counted from the frame that is on its way."""
        self.pause()
        self.go(self._at() + count)

    def first(self) -> None:
        """Show the first frame."""
        self.pause()
        self.go(0)

    def last(self) -> None:
        """Show the last frame."""
        self.pause()
        if self.table is not None:
            self.go(len(self.table.rows) - 1)

    def go_to_time(self, seconds: Fraction) -> None:
        """Show the frame that is on the screen at a time."""
        from forensic_lpr.media.table import frame_at_time

        self.pause()
        if self.table is not None:
            try:
                self.go(frame_at_time(self.table, seconds).index)
            except FrameNotFound as error:
                self._session.message_posted.emit("warning", in_words(error))

    def play(self, direction: int) -> None:
        """Play forward (1) or backward (-1); again in the same direction is twice as fast."""
        table = self.table
        if table is None:
            return
        speed = self.speed
        speed = speed * 2 if speed * direction > 0 else direction
        if abs(speed) > _FASTEST:
            speed = direction
        self._clock = PlayClock(table, self._at(), speed, time.monotonic())
        if self._clock.ended(self._at()):
            self.pause()
            return
        self._timer.start()
        self.playing_changed.emit(speed)

    def pause(self) -> None:
        """Stop playing."""
        if self._clock is not None:
            self._clock = None
            self._timer.stop()
            self.playing_changed.emit(0)

    def toggle(self) -> None:
        """Play forward, or pause."""
        if self._clock is None:
            self.play(1)
        else:
            self.pause()

    def _at(self) -> int:
        if self._wanted is not None:
            return self._wanted
        frame = self._session.frame
        return frame.ref.index if frame is not None else 0

    def _on_tick(self) -> None:
        if self._clock is None:
            return
        due = self._clock.due(time.monotonic())
        # One frame on its way is enough: a slow clip skips frames instead of falling behind.
        if due != self._at() and not self._loader.decoding:
            self.go(due)
        if self._clock.ended(due) and not self._loader.decoding:
            self.pause()

    def _on_exhibit_selected(self, exhibit: object) -> None:
        self._wanted = None
        self.pause()

    def _on_decoding_changed(self, decoding: bool) -> None:
        if not decoding:  # arrived, or not to be had
            self._wanted = None
