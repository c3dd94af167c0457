"""What following a plate asks of the workers: frozen callables that captured their inputs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.evidence import EvidenceItem, FrameTable
from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.progress import Progress
from forensic_lpr.core.track import Mark, Track
from forensic_lpr.core.trackreading import AverageReading, FrameReading, FusedReading, TrackReading
from forensic_lpr.gui.jobs import Recognizers


@dataclass(frozen=True)
class ReadWith:
    """What reads, and for which plates."""

    recognizers: Recognizers
    weights: str
    formats: tuple[PlateFormat, ...]
    format_name: str


@dataclass(frozen=True)
class Followed:
    """A plate that was followed, read in every frame, fused and averaged."""

    reading: TrackReading
    stack: tuple[NDArray[np.uint8], ...]
    average: AverageReading


@dataclass(frozen=True)
class FollowPlate:
    """Follow a plate from its marks, or take a track as it is, and read it: the calls that the command line makes.

    Attributes:
        item: The evidence; its digests are checked when it is opened.
        table: Its frame table.
        marks: Corners set by hand.
        first: Number of the first frame to follow to.
        last: Number of the last one.
        known: A track that is only to be read anew.
        reader: What reads.
    """

    item: EvidenceItem
    table: FrameTable
    marks: tuple[Mark, ...]
    first: int
    last: int
    known: Track | None
    reader: ReadWith

    def __call__(self, progress: Progress) -> Followed:
        """Raises EvidenceChanged, EvidenceUnreadable, QuadInvalid, FrameNotFound, WeightsInvalid or Cancelled."""
        from forensic_lpr.operations.acquire import open_item
        from forensic_lpr.operations.average import plate_stack, read_average
        from forensic_lpr.operations.track import capture_track, read_track, track

        reader = self.reader
        with open_item(self.item, progress) as source:
            source.attach_table(self.table)
            found = self.known
            if found is None:
                request = capture_track(self.item, self.table, self.marks, self.first, self.last)
                found = track(request, source, progress)
            recognizer = reader.recognizers.get(reader.weights)
            reading = read_track(found, source, recognizer, reader.formats, reader.format_name, progress)
            stack = plate_stack(found, source, progress)
        average = read_average(reading, stack, reading.fused.used, recognizer, reader.formats)
        return Followed(reading, stack, average)


@dataclass(frozen=True)
class Fuse:
    """Fuse the frames in use; no network runs."""

    frames: tuple[FrameReading, ...]
    used: tuple[bool, ...]
    formats: tuple[PlateFormat, ...]
    format_name: str

    def __call__(self, progress: Progress) -> FusedReading:
        """Raises FormatInvalid."""
        from forensic_lpr.operations.track import fuse_frames

        return fuse_frames(self.frames, select(self.formats, self.format_name), self.used)


@dataclass(frozen=True)
class Average:
    """Average the frames in use and read the result."""

    reading: TrackReading
    stack: tuple[NDArray[np.uint8], ...]
    used: tuple[bool, ...]
    reader: ReadWith

    def __call__(self, progress: Progress) -> AverageReading:
        """Raises WeightsInvalid or FormatInvalid."""
        from forensic_lpr.operations.average import read_average

        recognizer = self.reader.recognizers.get(self.reader.weights)
        return read_average(self.reading, self.stack, self.used, recognizer, self.reader.formats)
