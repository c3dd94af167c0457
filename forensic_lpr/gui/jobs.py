"""What the window asks of the workers: frozen callables that captured their inputs.

The heavy libraries are imported inside the calls, on the worker: the window opens before they are there.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from forensic_lpr.core.evidence import EvidenceItem, Frame, FrameRef, FrameTable
from forensic_lpr.core.fields import FieldOrder
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import Recipe
from forensic_lpr.gui.pictures import to_picture, to_thumbnail
from forensic_lpr.gui.preload import preload_network_libraries, settle_libraries

if TYPE_CHECKING:
    from forensic_lpr.imaging.pipeline import Memory
    from forensic_lpr.recognition.recognizer import Recognizer

_SOURCES_KEPT = 3


class Source(Protocol):
    """The part of a frame source that the window uses."""

    def first(self) -> Frame:
        """The first frame."""
        ...

    def frame(self, ref: FrameRef) -> Frame:
        """Exactly that frame."""
        ...

    def attach_table(self, table: FrameTable) -> None:
        """Use a table built elsewhere."""
        ...

    def rest(self) -> None:
        """Let go of what is kept for speed alone."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


class SourceShelf:
    """Open sources, the least recently used closed first. Used on the media lane alone."""

    def __init__(self, kept: int = _SOURCES_KEPT) -> None:
        self._kept = kept
        self._sources: OrderedDict[int, Source] = OrderedDict()
        self._tabled: set[int] = set()

    def put(self, number: int, source: Source) -> None:
        """Take over a source; the shelf closes it."""
        self.drop(number)
        for other in self._sources.values():
            other.rest()
        self._sources[number] = source
        while len(self._sources) > self._kept:
            self.drop(next(iter(self._sources)))

    def take(self, number: int, item: EvidenceItem, table: FrameTable | None, progress: Progress) -> Source:
        """The source of an exhibit, opened (and its digest checked) when it is not on the shelf."""
        if number not in self._sources:
            from forensic_lpr.operations.acquire import open_item

            self.put(number, open_item(item, progress))
        latest = next(reversed(self._sources))
        if latest != number:
            self._sources[latest].rest()  # decoded pictures are large; only the exhibit looked at keeps them
        self._sources.move_to_end(number)
        source = self._sources[number]
        if table is not None and number not in self._tabled:
            source.attach_table(table)
            self._tabled.add(number)
        return source

    def drop(self, number: int) -> None:
        """Close and forget a source; harmless when there is none."""
        self._tabled.discard(number)
        source = self._sources.pop(number, None)
        if source is not None:
            source.close()

    def close(self) -> None:
        """Close all; only after the lane has ended."""
        for number in list(self._sources):
            self.drop(number)


@dataclass(frozen=True)
class Acquired:
    """A file taken in: what it is, its open source, and its first frame ready to be shown."""

    item: EvidenceItem
    source: Source
    frame: Frame
    picture: QImage
    thumbnail: QImage


@dataclass(frozen=True)
class Acquire:
    """Hash and probe a file and decode its first frame."""

    path: Path
    stream: int | None = None
    fields: FieldOrder = ""
    """The field that is shown first, where each is to be a picture of its own."""

    def __call__(self, progress: Progress) -> Acquired:
        """Raises EvidenceUnreadable, EvidenceChanged or Cancelled."""
        from forensic_lpr.media.source import open_source
        from forensic_lpr.operations.acquire import acquire

        item = acquire(self.path, progress, self.stream, self.fields or "woven")
        # Hashed a moment ago, and its size looked at since.
        source = open_source(item.path, stream=self.stream, fields=self.fields)
        frame = source.first()
        return Acquired(item, source, frame, to_picture(frame.image), to_thumbnail(frame.image))


@dataclass(frozen=True)
class Decoded:
    """A frame ready to be shown."""

    number: int
    frame: Frame
    picture: QImage


@dataclass(frozen=True)
class Decode:
    """Decode a frame of an exhibit; the first without a reference."""

    shelf: SourceShelf
    number: int
    item: EvidenceItem
    table: FrameTable | None
    ref: FrameRef | None

    def __call__(self, progress: Progress) -> Decoded:
        """Raises EvidenceChanged, EvidenceUnreadable, FrameNotFound or Cancelled."""
        source = self.shelf.take(self.number, self.item, self.table, progress)
        frame = source.first() if self.ref is None else source.frame(self.ref)
        return Decoded(self.number, frame, to_picture(frame.image))


@dataclass(frozen=True)
class Keep:
    """Hand an open source over to the media lane."""

    shelf: SourceShelf
    number: int
    source: Source

    def __call__(self, progress: Progress) -> None:
        """Nothing can go wrong."""
        self.shelf.put(self.number, self.source)


@dataclass(frozen=True)
class Drop:
    """Close the source of an exhibit that was removed."""

    shelf: SourceShelf
    number: int

    def __call__(self, progress: Progress) -> None:
        """Nothing can go wrong."""
        self.shelf.drop(self.number)


@dataclass(frozen=True)
class ListFrames:
    """List a clip's frames: kept from earlier, or by one decode pass."""

    item: EvidenceItem

    def __call__(self, progress: Progress) -> FrameTable:
        """Raises EvidenceUnreadable or Cancelled."""
        from forensic_lpr.operations.acquire import list_frames

        return list_frames(self.item, progress)


@dataclass(frozen=True)
class Rectified:
    """The plate from the front, for the eye."""

    quad: Quad
    picture: QImage


@dataclass(frozen=True)
class Rectify:
    """Undo the perspective of the marked plate."""

    image: NDArray[np.uint8]
    quad: Quad
    size: tuple[int, int]

    def __call__(self, progress: Progress) -> Rectified:
        """Raises QuadInvalid."""
        from forensic_lpr.imaging.rectify import rectify

        return Rectified(self.quad, to_picture(rectify(self.image, self.quad, *self.size)))


class Recognizers:
    """Loaded weights by name, for all lanes that read."""

    def __init__(self) -> None:
        self._loaded: dict[str, Recognizer] = {}
        self._memory: Memory | None = None
        self._loading = threading.Lock()

    def get(self, name: str) -> "Recognizer":
        """The recognizer with these weights; raises WeightsInvalid, and tries again when asked again."""
        with self._loading:
            if name not in self._loaded:
                from forensic_lpr.recognition.recognizer import Recognizer

                self._loaded[name] = Recognizer.load(name)
            return self._loaded[name]

    def forget(self, name: str) -> None:
        """Let go of weights whose file changed; they are loaded anew when they are asked for."""
        with self._loading:
            self._loaded.pop(name, None)

    def memory(self) -> "Memory":
        """The enhanced pictures that were read last."""
        if self._memory is None:
            from forensic_lpr.imaging.pipeline import Memory

            self._memory = Memory()
        return self._memory

    def names(self) -> tuple[str, ...]:
        """Names of the shipped weights."""
        from forensic_lpr.recognition.checkpoint import available

        return available()


@dataclass(frozen=True)
class WarmUp:
    """Import the libraries and load the weights before they are needed.

    The system loads one library at a time, so the quick ones come first: nobody shall wait for them behind torch.
    """

    recognizers: Recognizers
    weights: str

    def __call__(self, progress: Progress) -> tuple[str, ...]:
        """Names of the shipped weights; raises WeightsInvalid."""
        import forensic_lpr.imaging.rectify
        import forensic_lpr.operations.acquire

        preload_network_libraries()
        import forensic_lpr.operations.read  # noqa: F401 (so that the first reading does not wait for it)

        settle_libraries()
        names = self.recognizers.names()
        if self.weights in names:
            self.recognizers.get(self.weights)
        return names


@dataclass(frozen=True)
class ReadPlate:
    """Read the marked plate: the same two calls as the command line makes."""

    recognizers: Recognizers
    item: EvidenceItem
    frame: Frame
    quad: Quad
    format_name: str
    weights: str
    formats: tuple[PlateFormat, ...]
    recipe: Recipe

    def __call__(self, progress: Progress) -> PlateReading:
        """Raises QuadInvalid, WeightsInvalid, FormatInvalid, RecipeInvalid or Cancelled."""
        from forensic_lpr.operations.read import capture, compute

        request = capture(self.item, self.frame, self.quad, self.format_name, self.weights, self.recipe)
        recognizer, memory = self.recognizers.get(self.weights), self.recognizers.memory()
        return compute(request, self.frame, recognizer, self.formats, memory, progress)
