"""One door to the frames of any evidence item."""

from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from forensic_lpr.core.closing import Closing
from forensic_lpr.core.evidence import STILL, Digests, Frame, FrameRef, FrameRow, FrameTable, MediaInfo
from forensic_lpr.core.fields import FieldOrder
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import FrameNotFound
from forensic_lpr.media.fields import FieldSource
from forensic_lpr.media.hashing import check_digests, digest_pixels
from forensic_lpr.media.kinds import kind_of
from forensic_lpr.media.probe import probe
from forensic_lpr.media.stills import decode_still
from forensic_lpr.media.video import Lister, VideoSource


class FrameSource(Protocol):
    """Frames of one evidence item; used from one thread at a time."""

    info: MediaInfo

    def first(self) -> Frame:
        """The first frame, at once."""
        ...

    def frame(self, ref: FrameRef) -> Frame:
        """Exactly the frame asked for; raises ``FrameNotFound`` when there is none."""
        ...

    def table(self, progress: Progress = silent) -> FrameTable:
        """All frames; the first call decodes the whole clip."""
        ...

    def attach_table(self, table: FrameTable) -> None:
        """Use a table built earlier or in another thread."""
        ...

    def rest(self) -> None:
        """Let go of what is kept for speed alone; frames still come, only later."""
        ...

    def close(self) -> None:
        """Close the file; harmless when repeated."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class StillSource(Closing):
    """A picture as a source of its only frame."""

    def __init__(self, path: Path) -> None:
        """Probe and decode the picture.

        Raises:
            EvidenceUnreadable: The picture cannot be decoded whole.
        """
        self.info: MediaInfo = probe(path)
        self._name = path.name
        image = decode_still(path)
        self._frame = Frame(image, STILL, "still", digest_pixels(image), ())

    def first(self) -> Frame:
        """The picture."""
        return self._frame

    def frame(self, ref: FrameRef) -> Frame:
        """The picture, for ``STILL`` only.

        Raises:
            FrameNotFound: Any other frame is asked for.
        """
        if ref != STILL:
            raise FrameNotFound(f"{self._name} is a still picture and has no frame {ref.index}.")
        return self._frame

    def table(self, progress: Progress = silent) -> FrameTable:
        """A table of one row."""
        progress(1, 1, self._name)
        return FrameTable((FrameRow(STILL, "still", True, self._frame.digest),), ())

    def attach_table(self, table: FrameTable) -> None:
        """Nothing to do: a still needs no table."""

    def rest(self) -> None:
        """Nothing to do: its only frame is all there is."""

    def close(self) -> None:
        """Nothing to do: the file is closed since it was decoded."""


def open_source(
    path: Path,
    digests: Digests | None = None,
    progress: Progress = silent,
    stream: int | None = None,
    lister: Lister | None = None,
    fields: FieldOrder = "",
) -> FrameSource:
    """Open an evidence file as a source of frames.

    Args:
        path: The file.
        digests: Digests at acquisition; the file is hashed again and must still have them.
        progress: Told the bytes hashed when ``digests`` is given.
        stream: Number of a clip's video stream; the first if left out.
        lister: Lists a clip's frames when its table is asked for; a full decode pass if left out.
        fields: The field that is shown first, to take each as a picture of its own; empty to leave them woven.

    Raises:
        EvidenceUnreadable: The file cannot be opened or decoded, or holds no fields that could be taken apart.
        EvidenceChanged: Its digests are not those given.
        Cancelled: By the progress callback.
    """
    if digests is not None:
        check_digests(path, digests, progress)
    if kind_of(path) == "still":
        return StillSource(path)
    frames = VideoSource(path, stream=stream, lister=lister)
    return FieldSource(frames, fields, path.name) if fields else frames
