"""The state of the window: exhibits, the frame shown, the marking, the reading. Knows no widget."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import Frame, FrameTable
from forensic_lpr.core.fields import FieldOrder
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import PlateReading, ReadRequest
from forensic_lpr.core.recipe import ORIGINAL, Recipe
from forensic_lpr.gui.exhibits import Exhibit
from forensic_lpr.gui.marking import NO_MARKING, Marking

AUTO = "auto"
DEFAULT_WEIGHTS = "default"
FrameKey = tuple[int, int]
"""Number of the exhibit and index of the frame."""


class Session(QObject):
    """What the examiner has before them. Every change is told by a signal in the past tense."""

    exhibits_changed = Signal()
    exhibit_selected = Signal(object)
    """The :class:`Exhibit` or ``None``."""
    table_changed = Signal()
    frame_changed = Signal()
    marking_changed = Signal()
    request_changed = Signal()
    """Format, weights, or which picture is read."""
    clock_set = Signal(int)
    """The examiner read a clock in the picture of the exhibit with this number, or took it away."""
    reading_changed = Signal()
    message_posted = Signal(str, str)
    message_withdrawn = Signal(str)
    """The sentence that no longer concerns what is shown."""
    """Severity (info, success, warning, failure) and one sentence."""

    def __init__(self, formats: tuple[PlateFormat, ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.formats = formats
        self.exhibits: tuple[Exhibit, ...] = ()
        self.current: Exhibit | None = None
        self.frame: Frame | None = None
        self.picture: QImage | None = None
        self.format_name = AUTO
        self.weights = DEFAULT_WEIGHTS
        self.recipe_read: Recipe = ORIGINAL
        self.reading: PlateReading | None = None
        self.last_quad: Quad | None = None
        self._markings: dict[FrameKey, Marking] = {}
        self._followed: dict[FrameKey, Quad] = {}
        self._next_number = 1

    # --- exhibits

    def add(self, path: Path, stream: int | None = None, fields: FieldOrder = "") -> Exhibit:
        """Put a file, or one video stream of it, or its fields, in the list, to be acquired."""
        exhibit = Exhibit(self._next_number, path, stream=stream, fields=fields)
        self._next_number += 1
        self.exhibits = (*self.exhibits, exhibit)
        self.exhibits_changed.emit()
        return exhibit

    def find(self, number: int) -> Exhibit | None:
        """The exhibit with a number, unless it was removed."""
        return next((exhibit for exhibit in self.exhibits if exhibit.number == number), None)

    def with_path(self, path: Path, stream: int | None = None, fields: FieldOrder = "") -> Exhibit | None:
        """The exhibit of a file that did not fail, so that none stands in the list twice.

        Args:
            path: The file.
            stream: Number of a video stream; any if left out.
            fields: The field that is shown first in an exhibit of fields; empty for one of woven frames.
        """
        path = path.absolute()
        return next(
            (
                e
                for e in self.exhibits
                if e.path == path
                and e.state != "failed"
                and e.fields == fields
                and (stream is None or stream in (e.stream, e.item.media.stream if e.item else None))
            ),
            None,
        )

    def update(self, number: int, **changes: Any) -> Exhibit | None:
        """Change what is known of an exhibit; ``None`` when it was removed meanwhile."""
        old = self.find(number)
        if old is None:
            return None
        new = replace(old, **changes)
        self.exhibits = tuple(new if exhibit is old else exhibit for exhibit in self.exhibits)
        if self.current is not None and self.current.number == number:
            self.current = new
        self.exhibits_changed.emit()
        return new

    def set_table(self, number: int, table: FrameTable) -> None:
        """Remember a clip's frame table."""
        self.update(number, table=table)
        if self.frame is not None and self.current is not None and self.current.number == number:
            self.frame = table.told_of(self.frame)
        self.table_changed.emit()
        self._marking_told()

    def set_clock(self, clock: SceneClock | None) -> None:
        """Remember what a clock in the picture of the current clip shows."""
        if self.current is not None:
            self.update(self.current.number, clock=clock)
            self.clock_set.emit(self.current.number)
            self.frame_changed.emit()

    def remove(self, number: int) -> None:
        """Take an exhibit out of the list with its markings; the file is not touched."""
        self.exhibits = tuple(exhibit for exhibit in self.exhibits if exhibit.number != number)
        self._markings = {key: marking for key, marking in self._markings.items() if key[0] != number}
        self._followed = {key: quad for key, quad in self._followed.items() if key[0] != number}
        if self.current is not None and self.current.number == number:
            self.select(None)
        self.exhibits_changed.emit()

    def select(self, number: int | None) -> None:
        """Make an exhibit that is ready the current one; its frame is shown when it arrives."""
        exhibit = self.find(number) if number is not None else None
        if exhibit is not None and (exhibit.state != "ready" or exhibit is self.current):
            return
        self.current = exhibit
        self.frame = self.picture = None
        self.exhibit_selected.emit(exhibit)
        self.table_changed.emit()
        self.frame_changed.emit()
        self._marking_told()

    # --- the frame

    def show_frame(self, number: int, frame: Frame, picture: QImage) -> bool:
        """Show a frame of the current exhibit; a frame of another comes late and is not shown."""
        if self.current is None or self.current.number != number:
            return False
        if self.current.table is not None and frame.remarks is None:
            frame = self.current.table.told_of(frame)
        self.frame, self.picture = frame, picture
        self.frame_changed.emit()
        self._marking_told()
        return True

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height of the frame shown."""
        return None if self.frame is None else (self.frame.image.shape[1], self.frame.image.shape[0])

    @property
    def key(self) -> FrameKey | None:
        """Which frame of which exhibit is shown."""
        if self.current is None or self.frame is None:
            return None
        return self.current.number, self.frame.ref.index

    # --- the marking

    @property
    def marking(self) -> Marking:
        """The marking of the frame shown: its own, else the corners that were followed into it."""
        key = self.key
        if key is None:
            return NO_MARKING
        followed = self._followed.get(key)
        return self._markings.get(key, Marking((), followed, None) if followed is not None else NO_MARKING)

    def follow(self, number: int, quads: Mapping[int, Quad]) -> None:
        """Lay the corners of a track, by frame number, under the markings of an exhibit; none takes them away."""
        for (exhibit, index), old in [item for item in self._followed.items() if item[0][0] == number]:
            del self._followed[exhibit, index]
            own = self._markings.get((exhibit, index))
            if own is not None and own.quad == old and quads.get(index, old) != old:
                del self._markings[exhibit, index]  # only touched, never moved: it goes along with the track
        self._followed.update({(number, index): quad for index, quad in quads.items()})
        self._marking_told()

    def mark(self, marking: Marking) -> None:
        """Change the marking of the frame shown."""
        key = self.key
        if key is None or marking == self.marking:
            return
        self._markings[key] = marking
        self._marking_told()

    def restore_marking(self, number: int, index: int, marking: Marking) -> None:
        """Put the marking of a frame back, from a case that was opened."""
        self._markings[number, index] = marking
        if self.key == (number, index):
            self._marking_told()

    def _marking_told(self) -> None:
        if self.marking.quad is not None:
            self.last_quad = self.marking.quad
        if self.reading is not None and not self._of_this_frame(self.reading.request):
            self._set_reading(None)
        self.marking_changed.emit()

    # --- the reading

    def request_format(self, name: str) -> None:
        """Choose the plate format, ``auto`` for any."""
        if name != self.format_name:
            self.format_name = name
            self.request_changed.emit()

    def request_weights(self, weights: str) -> None:
        """Choose weights by shipped name or path."""
        if weights != self.weights:
            self.weights = weights
            self.request_changed.emit()

    def request_recipe(self, recipe: Recipe) -> None:
        """Choose what the frame goes through before it is read; the original unless the examiner says otherwise."""
        if recipe != self.recipe_read:
            self.recipe_read = recipe
            self.request_changed.emit()

    def take_reading(self, reading: PlateReading) -> bool:
        """Show a reading, unless it comes late: of another frame, format or weights, or with the marking gone."""
        if not self._of_this_frame(reading.request) or not self._as_requested(reading.request):
            return False
        self._set_reading(reading)
        return True

    def drop_reading(self) -> None:
        """Show no reading."""
        self._set_reading(None)

    @property
    def reading_is_current(self) -> bool:
        """Whether the reading shown is of exactly what is marked and chosen now; only such a one is reported."""
        reading = self.reading
        return (
            reading is not None
            and self._of_this_frame(reading.request)
            and self._as_requested(reading.request)
            and reading.request.quad == self.marking.quad
            and reading.request.recipe == self.recipe_read
        )

    def _of_this_frame(self, request: ReadRequest) -> bool:
        return (
            self.frame is not None
            and self.current is not None
            and self.current.item is not None
            and self.marking.quad is not None
            and request.evidence_sha256 == self.current.item.digests.sha256
            and request.frame == self.frame.ref
            and request.frame_digest == self.frame.digest
        )

    def _as_requested(self, request: ReadRequest) -> bool:
        return request.format_name == self.format_name and request.weights == self.weights

    def _set_reading(self, reading: PlateReading | None) -> None:
        if reading is not self.reading:
            self.reading = reading
            self.reading_changed.emit()
