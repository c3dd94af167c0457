"""Frames of a clip by verified access: the right picture, or an error, never a neighbour.

Containers lie about where seeking lands, so a frame is accepted only when its time stamp is exactly the one
asked for and its pixels have the digest that the full decode pass of the table found.
"""

import os
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import av

from forensic_lpr.core.closing import Closing
from forensic_lpr.core.evidence import Frame, FrameRef, FrameRow, FrameTable, MediaInfo
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import EvidenceChanged, EvidenceUnreadable, FrameNotFound
from forensic_lpr.media.cache import PictureCache
from forensic_lpr.media.container import Clip, open_clip
from forensic_lpr.media.decoderlog import listening
from forensic_lpr.media.hashing import digest_pixels
from forensic_lpr.media.pictures import Converter
from forensic_lpr.media.probe import describe_clip
from forensic_lpr.media.pump import Pump
from forensic_lpr.media.table import Stamper, build_table, stamp_of, type_of

_LEAST_CACHE, _MOST_CACHE = 256 * 1024 * 1024, 1024 * 1024 * 1024
_MEMORY_SHARE = 16

Lister = Callable[[Progress], FrameTable]
"""Lists the frames of one stream of one clip."""

# How many keys back to try before decoding from the start: late landings miss by one or two keys, the longer
# steps keep an hour of transport stream from being decoded whole.
_KEYS_BACK = (0, 1, 2, 4, 8, 16)
_ONWARD_AT_MOST = 8
_NEIGHBOURS = 16
"""Frames before the one jumped to that are decoded whole and kept, for the steps back that often follow a jump."""


def cache_budget() -> int:
    """Bytes for decoded pictures: a sixteenth of the machine's memory, at least 256 MiB and at most 1 GiB.

    With 1 GiB a group of 250 pictures in 1080p stays whole, so that stepping back through it decodes it once.
    """
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # not told by this system
        memory = 0
    return max(_LEAST_CACHE, min(_MOST_CACHE, memory // _MEMORY_SHARE))


class _Run:
    """A decode run: pictures with their frame numbers, from the clip's start or from a seek."""

    def __init__(
        self, clip: Clip, index_of_pts: dict[int, int] | None, needed_from: int | None = None
    ) -> None:
        self._pump = Pump(clip, needed_from)
        self._stamper = Stamper(clip)
        self._index_of_pts = index_of_pts
        self._waiting: deque[av.VideoFrame] = deque()
        self._counted = 0
        self.at = -1
        """Number of the last picture that came out; -1 before the first."""

    def __iter__(self) -> Iterator[tuple[int, int, av.VideoFrame]]:
        """Frame number, time stamp and picture; ends with the clip, or when numbers cannot be told."""
        while True:
            while not self._waiting:
                frames = self._pump.step()
                if frames is None:
                    return
                self._waiting.extend(frames)
            picture = self._waiting.popleft()
            if self._index_of_pts is None:
                self.at = self._counted
                self._counted += 1
                yield self.at, self._stamper.stamp(picture), picture
                continue
            stamp = stamp_of(picture)
            if stamp is None:
                return
            index = self._index_of_pts.get(stamp)
            if index is not None:  # else a picture that a decode from the start does not give
                self.at = index
                yield index, stamp, picture


class VideoSource(Closing):
    """A clip as a source of frames.

    Threads: use one source from one thread at a time. :func:`forensic_lpr.media.table.build_table` opens the
    file for itself and may run beside it; hand its result over with :meth:`attach_table`.
    """

    def __init__(
        self,
        path: Path,
        cache_bytes: int | None = None,
        stream: int | None = None,
        lister: Lister | None = None,
    ) -> None:
        """Open the clip and decode its first frame.

        Args:
            path: The clip.
            cache_bytes: What the decoded pictures kept may take; :func:`cache_budget` if left out.
            stream: Number of the video stream; the first if left out.
            lister: Makes the table when it is asked for; a full decode pass if left out.

        Raises:
            EvidenceUnreadable: The file is no clip that can be decoded.
        """
        self._path = path
        self._clip = open_clip(path, stream)
        self._stream = self._clip.stream.index
        self._lister = lister
        try:
            self.info: MediaInfo = describe_clip(self._clip)
        except EvidenceUnreadable:
            self._clip.close()
            raise
        self._time_base = self._clip.time_base
        self._converter = Converter(path.name)
        self._cache = PictureCache(cache_budget() if cache_bytes is None else cache_bytes)
        self._run: _Run | None = None
        self._table: FrameTable | None = None
        self._first: Frame | None = None
        self._index_of_pts: dict[int, int] | None = None
        self._keys: list[int] = []
        self._asked = 0

    def first(self) -> Frame:
        """The first frame, without a table.

        Raises:
            EvidenceUnreadable: The clip can no longer be decoded.
        """
        if self._first is None:
            for index, stamp, picture in self._restart():
                self._cache.put(index, picture)
                self._first = self._to_frame(picture, FrameRef(index, stamp, self._time_base))
                break
        if self._first is None:
            raise EvidenceUnreadable(f"Not one frame of {self._path.name} can be decoded.")
        return self._first

    def table(self, progress: Progress = silent) -> FrameTable:
        """All frames; the first call decodes the whole clip.

        Raises:
            EvidenceUnreadable: The clip cannot be decoded.
            Cancelled: By the progress callback; a later call starts anew.
        """
        if self._table is None:
            if self._lister is not None:
                self.attach_table(self._lister(progress))
            else:
                self.attach_table(build_table(self._path, progress, self._stream))
        assert self._table is not None
        return self._table

    def attach_table(self, table: FrameTable) -> None:
        """Use a table built elsewhere for the same file and decoder version: seeking becomes possible."""
        stamps = {row.ref.pts: row.ref.index for row in table.rows}
        self._index_of_pts = stamps if len(stamps) == len(table.rows) else None
        self._keys = [row.ref.index for row in table.rows if row.key]
        self._table = table
        if self._first is not None:
            self._first = table.told_of(self._first)

    def frame(self, ref: FrameRef) -> Frame:
        """Decode exactly the frame asked for.

        Without a table the clip is decoded from its start; with one, from a key before the frame.

        Raises:
            FrameNotFound: The clip has no frame with this number and time stamp.
            EvidenceChanged: The decoded pixels are not those of the table, even from the start, although the
                table tells of no damage. With damage the frame is given, and its digest can differ from the row's.
            EvidenceUnreadable: The file can no longer be read.
        """
        if self._table is None:
            return self._without_table(ref)
        row = self._row(self._table, ref)
        jumped = abs(ref.index - self._asked) > _NEIGHBOURS
        self._asked = ref.index
        frame = self._from_cache(row) or self._onward(row) or self._from_keys(row, jumped)
        if frame is None:
            # Frames of a damaged clip need not decode alike twice; decoded from the start, in order and with
            # its time stamp, it is the right one, and its own digest says what was seen.
            frame = self._search(self._restart(), row, trusted=self._table.doubtful_pixels)
        if frame is None:
            raise EvidenceChanged(
                f"Frame {ref.index} of {self._path.name} no longer decodes to the pixels in the frame table."
            )
        return frame

    def rest(self) -> None:
        """Let go of the pictures kept, while another exhibit is looked at."""
        self._cache.clear()

    def close(self) -> None:
        """Close the file; harmless when repeated."""
        self._run = None
        self._cache.clear()
        self._clip.close()

    def _row(self, table: FrameTable, ref: FrameRef) -> FrameRow:
        if not 0 <= ref.index < len(table.rows) or table.rows[ref.index].ref != ref:
            raise self._not_found(ref)
        return table.rows[ref.index]

    def _not_found(self, ref: FrameRef) -> FrameNotFound:
        return FrameNotFound(f"{self._path.name} has no frame {ref.index} with time stamp {ref.pts}.")

    def _without_table(self, ref: FrameRef) -> Frame:
        first = self.first()
        if ref == first.ref:
            return first
        cached = self._cache.get(ref.index)
        run = self._run
        if cached is not None and stamp_of(cached) == ref.pts and ref.time_base == self._time_base:
            return self._to_frame(cached, ref)
        if run is None or run.at >= ref.index:
            run = self._restart()
        for index, stamp, picture in run:
            self._cache.put(index, picture)
            if index == ref.index:
                if FrameRef(index, stamp, self._time_base) != ref:
                    break
                return self._to_frame(picture, ref)
        raise self._not_found(ref)

    def _from_cache(self, row: FrameRow) -> Frame | None:
        picture = self._cache.get(row.ref.index)
        return None if picture is None else self._verified(picture, row)

    def _onward(self, row: FrameRow) -> Frame | None:
        """Decode on from where the last run stands, if that is no longer a way than from a key."""
        run, target = self._run, row.ref.index
        if run is None or not 0 <= run.at < target:
            return None
        last_key = self._keys[bisect_right(self._keys, target) - 1] if self._keys else 0
        if last_key > run.at and target - run.at > _ONWARD_AT_MOST:
            return None
        return self._search(run, row)

    def _from_keys(self, row: FrameRow, jumped: bool) -> Frame | None:
        """Decode from a key before the frame, from earlier ones where that does not give it.

        After a jump, the frames on the way that no other is built on are left out at the first try.
        """
        if self._index_of_pts is None or self._table is None:
            return None
        before = bisect_right(self._keys, row.ref.index)
        quick = jumped and not self._table.doubtful_pixels
        for back in (0, *_KEYS_BACK) if quick else _KEYS_BACK:
            at = before - 1 - back
            if at < 0:
                return None
            key = self._table.rows[self._keys[at]].ref
            if at == 0 and not (quick and row.ref.index - key.index > _NEIGHBOURS):
                return None  # the first key is the start, where no seek is needed
            run = self._seek(key.pts, self._needed_from(row) if quick else None)
            quick = False
            frame = None if run is None else self._search(run, row)
            if frame is not None:
                return frame
        return None

    def _needed_from(self, row: FrameRow) -> int:
        """Time stamp from which all frames are wanted when jumping to a frame."""
        assert self._table is not None
        neighbours = self._table.rows[max(0, row.ref.index - _NEIGHBOURS) : row.ref.index + 1]
        return min(neighbour.ref.pts for neighbour in neighbours)

    def _search(self, run: _Run, row: FrameRow, trusted: bool = False) -> Frame | None:
        """Decode on to a frame; ``None`` when the run is already past it, ends, or gives other pixels.

        The pixels of a trusted run are taken as they come.
        """
        for index, stamp, picture in run:
            self._cache.put(index, picture)
            if index == row.ref.index and stamp == row.ref.pts:
                return self._to_frame(picture, row.ref) if trusted else self._verified(picture, row)
            if index >= row.ref.index:
                return None
        return None

    def _verified(self, picture: av.VideoFrame, row: FrameRow) -> Frame | None:
        frame = self._to_frame(picture, row.ref)
        if frame.digest == row.digest:
            return frame
        # Decoded from a key that does not stand alone (open groups of pictures, damage): not the frame.
        self._cache.drop(row.ref.index)
        return None

    def _to_frame(self, picture: av.VideoFrame, ref: FrameRef) -> Frame:
        image = self._converter.rgb(picture)
        frame = Frame(image, ref, type_of(picture), digest_pixels(image))
        return frame if self._table is None else self._table.told_of(frame)

    def _seek(self, pts: int, needed_from: int | None) -> _Run | None:
        self._run = None
        try:
            with listening(self._clip.log):
                self._clip.container.seek(pts, stream=self._clip.stream)
        except av.FFmpegError:  # raw streams cannot seek; decoding from the start remains
            return None
        self._clip.stream.codec_context.skip_frame = "DEFAULT"
        self._run = _Run(self._clip, self._index_of_pts, needed_from)
        return self._run

    def _restart(self) -> _Run:
        """Open anew instead of seeking to 0, which not every container can."""
        self._run = None
        self._clip.close()
        self._clip = open_clip(self._path, self._stream)
        self._run = _Run(self._clip, None)
        return self._run
