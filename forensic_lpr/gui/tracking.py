"""Follows a plate in the background, keeps each exhibit's track, and fuses anew when frames are switched."""

import time
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.track import Mark, Track
from forensic_lpr.core.trackreading import AverageReading, FusedReading
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.casework import SETTLED_MS, Casework
from forensic_lpr.gui.jobs import Recognizers
from forensic_lpr.gui.pace import Pace
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.tasks import Follower, Task, TaskRunner
from forensic_lpr.gui.track_jobs import Average, Followed, FollowPlate, Fuse, ReadWith
from forensic_lpr.gui.track_state import FollowedPlate, Shown, carried_over, legibility, switched
from forensic_lpr.gui.undo import MarkingHistory, MarksChange

TRACK_LANE, FUSE_LANE, AVERAGE_LANE = "track", "fuse", "average"


class Tracker(QObject):
    """From the marked plate to the track of the exhibit shown."""

    changed = Signal()
    """Another track, other frames in use, or another fused reading."""
    shown_changed = Signal()
    """Another reading is to be shown: of this frame, fused, or of the average."""
    working_changed = Signal()
    progressed = Signal(object, object, str, object)
    """Units done, units in all, name of the stretch of work, seconds left or ``None``."""

    def __init__(
        self,
        session: Session,
        runner: TaskRunner,
        recognizers: Recognizers,
        history: MarkingHistory,
        casework: Casework,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._runner, self._recognizers = session, runner, recognizers
        self._history, self._casework = history, casework
        self._tracks: dict[int, FollowedPlate] = {}
        self._shown: Shown = "frame"
        self._task: Task | None = None
        self._working_on = 0
        self._reveal = False
        self._stretches: dict[int, tuple[int, int]] = {}
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._pace = Pace(time.monotonic)
        self._fusing = Follower(runner, FUSE_LANE, self)
        self._fusing.answered.connect(self._on_fused)
        self._averaging = Follower(runner, AVERAGE_LANE, self)
        self._averaging.answered.connect(self._on_averaged)
        self._unrecorded: FollowedPlate | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self._record)
        casework.flushing.connect(self._record)
        session.exhibits_changed.connect(self._on_exhibits_changed)
        session.exhibit_selected.connect(self._on_exhibit_selected)
        session.request_changed.connect(self._on_request_changed)
        casework.masking_changed.connect(self.working_changed)

    # --- what there is

    @property
    def track(self) -> FollowedPlate | None:
        """The track of the exhibit shown."""
        current = self._session.current
        return self._tracks.get(current.number) if current is not None else None

    @property
    def shown(self) -> Shown:
        """Which reading is shown; that of this frame where there is no other."""
        return self._shown if self.track is not None else "frame"

    @property
    def working(self) -> bool:
        """Whether the plate of the exhibit shown is being followed or read."""
        current = self._session.current
        return self._task is not None and current is not None and current.number == self._working_on

    @property
    def can_follow(self) -> bool:
        """Whether a plate is marked in a clip whose frames are listed, and its reading need not wait."""
        current = self._session.current
        listed = current is not None and current.is_clip and current.table is not None
        return listed and self._session.marking.quad is not None and not self._casework.masked

    @property
    def stretch(self) -> tuple[int, int]:
        """Numbers of the first and the last frame that a plate is to be followed to."""
        current = self._session.current
        return self._stretches.get(current.number if current is not None else 0, (0, self._last))

    @property
    def _last(self) -> int:
        current = self._session.current
        table = current.table if current is not None else None
        return len(table.rows) - 1 if table is not None else 0

    @property
    def moved(self) -> bool:
        """Whether the corners in the frame shown are not those of the track, and could be applied to it."""
        track, frame, quad = self.track, self._session.frame, self._session.marking.quad
        if (
            track is None
            or frame is None
            or quad is None
            or frame.ref not in track.reading.track.request.frames
        ):
            return False
        tracked = track.reading.track.at(frame.ref)
        on_its_way = Mark(frame.ref, quad) in self._marks.get(track.exhibit, ())
        return (tracked is None or tracked.quad != quad) and not on_its_way

    # --- verbs

    def follow(self) -> None:
        """Follow the marked plate backward and forward from the frame shown, in place of the track there was."""
        frame, quad = self._session.frame, self._session.marking.quad
        if self.can_follow and frame is not None and quad is not None:
            self._start((Mark(frame.ref, quad),), self.stretch)
            self._reveal = True

    def correct(self) -> None:
        """Make the corners of the frame shown a mark of the track and bend it to them; one step of the history."""
        track, frame, quad = self.track, self._session.frame, self._session.marking.quad
        if track is None or frame is None or quad is None or not self.moved:
            return
        request = track.reading.track.request
        # Marks of a correction that is still being followed count too.
        request = replace(request, marks=self._marks.get(track.exhibit, request.marks))
        after = request.corrected(Mark(frame.ref, quad)).marks
        take = partial(self._take_marks, track.exhibit)
        self._history.push(MarksChange(take, request.marks, after, self.tr("Correct the track")))

    def _take_marks(self, exhibit: int, marks: tuple[Mark, ...]) -> None:
        track = self.track
        if track is not None and track.exhibit == exhibit:
            self._start(marks, _span(track))

    def cancel(self) -> None:
        """Stop following; the track there was stays."""
        if self._task is not None:
            self._task.cancel()
            self._end()

    def switch(self, place: int, on: bool) -> bool:
        """Take a frame of the track in use or out of it; False where no frame would be left in use."""
        track = self.track
        if track is None:
            return False
        used = switched(track.used, place, on)
        if used is None:
            self._session.message_posted.emit("info", self.tr("At least one frame stays in use."))
            return False
        self._switch(track, used)
        return True

    def use_all(self) -> None:
        """Take all frames in use."""
        track = self.track
        if track is not None and not all(track.used):
            self._switch(track, (True,) * len(track.used))

    def _switch(self, track: FollowedPlate, used: tuple[bool, ...]) -> None:
        """Record that the examiner switched frames, and fuse anew."""
        item = self._item_of(track)
        if item is not None:
            self._casework.switch_frames(item, track.reading, used)
        self._use(track, used)

    def show(self, shown: Shown) -> None:
        """Choose which reading is shown."""
        if shown != self._shown:
            self._shown = shown
            self.shown_changed.emit()

    def show_next(self) -> None:
        """This frame, fused, average, and round again."""
        order: list[Shown] = ["frame", "fused", "average"]
        self.show(order[(order.index(self.shown) + 1) % len(order)])

    def begin_here(self) -> None:
        """Follow plates back to the frame shown at most."""
        frame = self._session.frame
        if frame is not None:
            self._set_stretch(frame.ref.index, max(frame.ref.index, self.stretch[1]))

    def end_here(self) -> None:
        """Follow plates on to the frame shown at most."""
        frame = self._session.frame
        if frame is not None:
            self._set_stretch(min(frame.ref.index, self.stretch[0]), frame.ref.index)

    def whole_clip(self) -> None:
        """Follow plates over the whole clip."""
        self._set_stretch(0, self._last)

    def _set_stretch(self, first: int, last: int) -> None:
        current = self._session.current
        if current is not None and current.table is not None:
            self._stretches[current.number] = (first, last)
            self.changed.emit()

    # --- work

    def _start(self, marks: tuple[Mark, ...], span: tuple[int, int], known: Track | None = None) -> None:
        current = self._session.current
        if current is None or current.item is None or current.table is None:
            return
        self.cancel()
        self._working_on = current.number
        self._marks[current.number] = marks
        item, table = current.item, current.table
        job = FollowPlate(item, table, marks, *span, known, self._reader())
        self._task = task = self._runner.start(job, TRACK_LANE)
        task.progressed.connect(self._on_progressed)
        task.succeeded.connect(self._on_followed)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)
        self.working_changed.emit()

    def _reader(self) -> ReadWith:
        session = self._session
        return ReadWith(self._recognizers, session.weights, session.formats, session.format_name)

    def _use(self, track: FollowedPlate, used: tuple[bool, ...]) -> None:
        self._put(replace(track, used=used))
        reading = track.reading
        self._fusing.ask(Fuse(reading.frames, used, self._session.formats, reading.format_requested))

    def _put(self, track: FollowedPlate) -> None:
        self._tracks[track.exhibit] = track
        self.changed.emit()

    def _end(self) -> None:
        self._task = None
        self._marks.pop(self._working_on, None)
        self._reveal = False
        self.working_changed.emit()

    def _on_progressed(self, done: int, total: int | None, text: str) -> None:
        if self.sender() is self._task:
            self.progressed.emit(done, total, text, self._pace.left(done, total, text))

    def _on_followed(self, result: Followed) -> None:
        if self._task is None or self.sender() is not self._task:
            return
        number, reveal, job = self._working_on, self._reveal, cast(FollowPlate, self._task.job)
        reader = job.reader
        self._end()
        if self._session.find(number) is None:
            return
        if not self._casework.take_track(job.item, result.reading, reader.weights):
            return
        self._fusing.forget()
        self._averaging.forget()
        reading, old = result.reading, self._tracks.get(number)
        used = reading.fused.used if old is None or reveal else carried_over(old, reading)
        track = FollowedPlate(
            number,
            reading,
            used,
            legibility(reading.frames),
            reader.weights,
            result.stack,
            result.average,
        )
        self._tracks[number] = track
        self._session.follow(number, {t.frame.index: t.quad for t in reading.track.quads})
        self.changed.emit()
        if reveal and self.track is track:
            self.show("fused")
        self._refresh()

    def _on_failed(self, error: ForensicLprError) -> None:
        if self.sender() is self._task:
            self._end()
            self._session.message_posted.emit("failure", in_words(error))

    def _on_cancelled(self) -> None:
        if self.sender() is self._task:
            self._end()

    def _refresh(self) -> None:
        """Read or fuse the track shown anew where it is not what is asked for now."""
        track = self.track
        if track is None or self.working:
            return
        wanted = (self._session.weights, self._session.format_name)
        if (track.weights, track.reading.format_requested) != wanted:
            self._start(track.reading.track.request.marks, _span(track), track.reading.track)
        elif not track.current or track.average.used != track.used:
            self._use(track, track.used)

    def _on_fused(self, fused: FusedReading, newest: bool) -> None:
        track = self.track
        if track is not None and len(fused.used) == len(track.used):
            track = replace(track, reading=replace(track.reading, fused=fused))
            self._put(track)
            if track.current:
                self._unrecorded = track
                self._settling.start()
            if track.current:  # the average takes longer; the fused reading does not wait for it
                self._averaging.ask(Average(track.reading, track.stack, track.used, self._reader()))

    def _on_averaged(self, average: AverageReading, newest: bool) -> None:
        track = self.track
        if track is not None and len(average.used) == len(track.used):
            self._put(replace(track, average=average))

    def _record(self) -> None:
        """Record the fused reading of the frames in use, once they are no longer switched."""
        self._settling.stop()
        track, self._unrecorded = self._unrecorded, None
        item = self._item_of(track) if track is not None else None
        if track is not None and item is not None:
            self._casework.take_track(item, track.reading, track.weights)

    def _item_of(self, track: FollowedPlate) -> EvidenceItem | None:
        exhibit = self._session.find(track.exhibit)
        return exhibit.item if exhibit is not None else None

    # --- what changes round it

    def _on_exhibits_changed(self) -> None:
        there = {exhibit.number for exhibit in self._session.exhibits}
        self._stretches = {number: kept for number, kept in self._stretches.items() if number in there}
        if self._task is not None and self._working_on not in there:
            self.cancel()
        for number in [number for number in self._tracks if number not in there]:
            del self._tracks[number]
            self.changed.emit()

    def _on_exhibit_selected(self, exhibit: object) -> None:
        # An answer that is on its way belongs to the track left; it is fused anew where it was not finished.
        self._fusing.forget()
        self._averaging.forget()
        self.changed.emit()
        self.shown_changed.emit()
        self.working_changed.emit()
        self._refresh()

    def _on_request_changed(self) -> None:
        self._refresh()


def _span(track: FollowedPlate) -> tuple[int, int]:
    """The frames that a track was asked for."""
    frames = track.reading.track.request.frames
    return frames[0].index, frames[-1].index
