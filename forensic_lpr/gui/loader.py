"""Takes files in, shows their frames and lists the frames of clips, all in the background."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from forensic_lpr.core.caseview import RecordedExhibit
from forensic_lpr.core.evidence import FrameRef, FrameTable, MediaInfo
from forensic_lpr.core.fields import FieldOrder
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.casejobs import Reopen
from forensic_lpr.gui.jobs import Acquire, Acquired, Decode, Decoded, Drop, Keep, ListFrames, SourceShelf
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.tasks import Follower, Task, TaskRunner

ACQUIRE_LANE, MEDIA_LANE, TABLE_LANE = "acquire", "media", "table"


class Loader(QObject):
    """From paths to frames on the canvas."""

    acquired = Signal(object)
    """Path of a file that was taken in."""
    acquiring = Signal(object, object, str)
    """Bytes hashed, bytes in all, file name."""
    acquiring_ended = Signal()
    listing = Signal(object, object)
    """Frames listed of the current clip, frames in all or ``None``."""
    listing_ended = Signal()
    decoding_changed = Signal(bool)

    def __init__(self, session: Session, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._shelf = SourceShelf()
        self._frames = Follower(runner, MEDIA_LANE, self)
        self._frames.answered.connect(self._on_decoded)
        self._frames.failed.connect(self._on_frame_failed)
        self._frames.busy_changed.connect(self.decoding_changed)
        self._acquisitions: dict[Task, int] = {}
        self._listing: Task | None = None
        self._listing_number = 0
        self._awaited: int | None = None
        self._first_shown = False
        self._told = ""
        """What was told last of the current exhibit."""
        session.exhibit_selected.connect(self._on_exhibit_selected)

    # --- taking in

    def open(self, paths: Sequence[Path]) -> None:
        """Acquire files; the first that can be read is shown."""
        self._awaited, self._first_shown = None, False
        for path in paths:
            known = self._session.with_path(path)
            if known is not None:
                self.select(known.number)
                continue
            self._acquire(path.absolute(), None)

    def reopen(self, case_path: Path, recorded: RecordedExhibit) -> int:
        """Find an exhibit of a case again; its number in this session."""
        self._awaited, self._first_shown = None, False
        exhibit = self._session.add(recorded.item.path, *recorded.item.media.taken)
        self._begin(exhibit.number, Reopen(case_path, recorded))
        return exhibit.number

    def _acquire(self, path: Path, stream: int | None, fields: FieldOrder = "") -> None:
        self._begin(self._session.add(path, stream, fields).number, Acquire(path, stream, fields))

    def _begin(self, number: int, job: Acquire | Reopen) -> None:
        task = self._runner.start(job, ACQUIRE_LANE)
        self._acquisitions[task] = number
        task.progressed.connect(self.acquiring)
        task.succeeded.connect(self._on_acquired)
        task.failed.connect(self._on_acquire_failed)
        task.cancelled.connect(self._on_acquire_cancelled)

    def next_stream(self) -> int | None:
        """Number of the video stream after the current exhibit's; ``None`` where there is only one."""
        current = self._session.current
        if current is None or current.item is None or len(current.item.media.streams) < 2:
            return None
        numbers = [number for number, _ in current.item.media.streams]
        return numbers[(numbers.index(current.item.media.stream) + 1) % len(numbers)]

    def open_next_stream(self) -> None:
        """Show the next video stream of the current clip as an exhibit of its own."""
        current, stream = self._session.current, self.next_stream()
        if current is None or stream is None:
            return
        self._open_beside(current.path, stream, "")

    def next_fields(self) -> FieldOrder:
        """The field that :meth:`open_fields` would show first; empty where the current exhibit has none."""
        current = self._session.current
        if current is None or current.item is None or not current.is_clip:
            return ""
        media = current.item.media
        if media.separated:
            return "top" if media.field_order == "bottom" else "bottom"
        return media.field_order or "top"

    def open_fields(self) -> None:
        """Show each field of the current clip as a picture of its own; of one shown so, in the other order."""
        current, first = self._session.current, self.next_fields()
        if current is not None and current.item is not None and first:
            self._open_beside(current.path, current.item.media.stream, first)

    def _open_beside(self, path: Path, stream: int, fields: FieldOrder) -> None:
        """Show a stream, or the fields of one, as an exhibit of its own."""
        known = self._session.with_path(path, stream, fields)
        if known is not None:
            self.select(known.number)
        else:
            self._awaited, self._first_shown = None, False
            self._acquire(path, stream, fields)

    def select(self, number: int) -> None:
        """Show an exhibit, now or as soon as it is acquired."""
        self._awaited = number
        self._session.select(number)

    def cancel_acquiring(self) -> None:
        """Give up the files that are still being acquired."""
        for task in self._acquisitions:
            task.cancel()

    def remove(self, number: int) -> None:
        """Take an exhibit out of the list."""
        for task, acquiring in self._acquisitions.items():
            if acquiring == number:
                task.cancel()
        ready = [e.number for e in self._session.exhibits if e.number != number and e.state == "ready"]
        self._session.remove(number)
        self._runner.start(Drop(self._shelf, number), MEDIA_LANE)
        if self._session.current is None and ready:
            self._session.select(ready[0])

    def _ended(self) -> int:
        task = self.sender()
        number = self._acquisitions.pop(task, 0) if isinstance(task, Task) else 0
        if not self._acquisitions:
            self.acquiring_ended.emit()
        return number

    def _on_acquired(self, result: Acquired) -> None:
        number = self._ended()
        exhibit = self._session.update(
            number, state="ready", path=result.item.path, item=result.item, thumbnail=result.thumbnail
        )
        if exhibit is None:
            result.source.close()
            return
        self.acquired.emit(exhibit.path)
        self._runner.start(Keep(self._shelf, number, result.source), MEDIA_LANE)
        if self._awaited == number or (self._awaited is None and not self._first_shown):
            self._first_shown = True
            self._session.select(number)
            # A queued request for this first frame would only decode it again.
            self._frames.forget()
            self._session.show_frame(number, result.frame, result.picture)

    def _on_acquire_failed(self, error: ForensicLprError) -> None:
        number = self._ended()
        if self._session.update(number, state="failed", problem=in_words(error)) is not None:
            self._session.message_posted.emit("failure", in_words(error))

    def _on_acquire_cancelled(self) -> None:
        self._session.remove(self._ended())

    # --- frames

    def show(self, ref: FrameRef | None) -> None:
        """Show a frame of the current exhibit, the first for ``None``; a newer wish overtakes an older."""
        exhibit = self._session.current
        if exhibit is not None and exhibit.item is not None:
            self._frames.ask(Decode(self._shelf, exhibit.number, exhibit.item, exhibit.table, ref))

    @property
    def decoding(self) -> bool:
        """Whether a frame is awaited."""
        return self._frames.busy

    def _on_decoded(self, result: Decoded, newest: bool) -> None:
        self._session.show_frame(result.number, result.frame, result.picture)

    def _on_frame_failed(self, error: ForensicLprError) -> None:
        self._session.message_posted.emit("failure", in_words(error))

    def _on_exhibit_selected(self, exhibit: object) -> None:
        self._frames.forget()
        self.cancel_listing()
        # What was told of the exhibit before would now be taken for this one.
        self._session.message_withdrawn.emit(self._told)
        self._told = ""
        current = self._session.current
        if current is None or current.item is None:
            return
        self._tell("info", self._cautions(current.item.media))
        if current.table is not None and current.table.failures:
            self._tell("warning", self._damage(current.table))
        self.show(None)
        if current.is_clip and current.table is None:
            self.list_frames()

    # --- frame tables

    def list_frames(self) -> None:
        """Build the frame table of the current clip."""
        exhibit = self._session.current
        if exhibit is None or exhibit.item is None or not exhibit.is_clip:
            return
        if exhibit.table is not None or self._listing is not None:
            return
        self._listing_number = exhibit.number
        self._listing = task = self._runner.start(ListFrames(exhibit.item), TABLE_LANE)
        self.listing.emit(0, exhibit.item.media.frame_count)
        task.progressed.connect(self._on_listing)
        task.succeeded.connect(self._on_listed)
        task.failed.connect(self._on_listing_failed)
        task.cancelled.connect(self._on_listing_cancelled)

    def cancel_listing(self) -> None:
        """Stop building the table; it can be started again."""
        if self._listing is not None:
            self._listing.cancel()
            self._listing = None
            self.listing_ended.emit()

    @property
    def is_listing(self) -> bool:
        """Whether the table of the current clip is being built."""
        return self._listing is not None

    def _on_listing(self, done: int, total: int | None, text: str) -> None:
        if self.sender() is self._listing:
            self.listing.emit(done, total)

    def _on_listed(self, table: FrameTable) -> None:
        if self.sender() is not self._listing:
            return
        self._listing = None
        self._session.set_table(self._listing_number, table)
        self.listing_ended.emit()
        if table.failures:
            self._tell("warning", self._damage(table))

    def _tell(self, severity: str, text: str) -> None:
        """Tell something of the current exhibit, until another is shown."""
        if text:
            self._told = text
            self._session.message_posted.emit(severity, text)

    def _cautions(self, media: MediaInfo) -> str:
        told = [in_words(caution) for caution in media.cautions]
        if len(media.streams) > 1:
            told.append(self.tr("Another is opened by Frame, Next video stream."))
        if media.field_order and not media.separated:
            told.append(self.tr("Each field is shown alone by Frame, Fields as pictures."))
        return " ".join(told)

    def _damage(self, table: FrameTable) -> str:
        first, more = in_words(table.failures[0]), len(table.failures) - 1
        return first if not more else self.tr("{first} ({more} more remarks.)").format(first=first, more=more)

    def _on_listing_failed(self, error: ForensicLprError) -> None:
        if self.sender() is self._listing:
            self._listing = None
            self.listing_ended.emit()
            self._session.message_posted.emit("failure", in_words(error))

    def _on_listing_cancelled(self) -> None:
        """Told already when it was asked for."""

    def close(self) -> None:
        """Close the files; only after the runner has been closed."""
        self._shelf.close()
