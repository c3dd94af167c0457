"""The frame table: one full decode pass that says which frames a clip holds, and what is damaged."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av

from forensic_lpr.core.evidence import FrameRef, FrameRow, FrameTable
from forensic_lpr.core.integrity import Remark
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import EvidenceUnreadable, FrameNotFound
from forensic_lpr.media.container import Clip, open_clip
from forensic_lpr.media.damage import Places, decoding_remarks, unrepeatable
from forensic_lpr.media.digesting import Digester
from forensic_lpr.media.gaps import timing_remarks
from forensic_lpr.media.pump import Pump

_PROGRESS_EVERY = 4
_TYPES = {1: "I", 2: "P", 3: "B", 4: "S", 5: "SI", 6: "SP", 7: "BI"}


def type_of(frame: av.VideoFrame) -> str:
    """I, P, B or, where the codec does not say, ``?``."""
    return _TYPES.get(int(frame.pict_type), "?")


def stamp_of(frame: av.VideoFrame) -> int | None:
    """Presentation time in ticks: the frame's own, else that of its packet, else ``None``."""
    return frame.pts if frame.pts is not None else frame.dts


class Stamper:
    """Gives every frame of a pass from the clip's start a time stamp, also where the clip carries none."""

    def __init__(self, clip: Clip) -> None:
        rate = clip.stream.average_rate or clip.stream.guessed_rate or Fraction(25)
        self._tick = max(1, round(1 / (rate * clip.time_base))) if rate > 0 else 1
        self._next = 0
        self.invented = 0

    def stamp(self, frame: av.VideoFrame) -> int:
        """The frame's stamp, or the one before plus the nominal frame duration."""
        stamp = stamp_of(frame)
        if stamp is None:
            self.invented += 1
            stamp = self._next
        self._next = stamp + self._tick
        return stamp


def build_table(path: Path, progress: Progress = silent, stream: int | None = None) -> FrameTable:
    """Decode a whole clip and list its frames.

    Opens the file for itself, so it may run in another thread while a source of the same file is in use.

    Args:
        path: The clip.
        progress: Told frames done and frames in all as the container tells them; called every 4 packets, and
            may raise ``Cancelled``. Of a damaged clip there are two passes, told one after the other.
        stream: Number of the video stream; the first if left out.

    Returns:
        All frames that could be decoded, in the order they came out, and what could not be.

    Raises:
        EvidenceUnreadable: The file is no clip, or not one frame of it can be decoded.
        Cancelled: By the progress callback.
    """
    table = _pass(path, progress, stream)
    if not table.doubtful_pixels:
        return table
    # Areas that damage leaves undecoded can keep what the decoder's memory held before, other frames of the
    # clip included. Only a second pass shows which frames are so: nothing in them may be trusted blindly.
    again = _pass(path, progress, stream)
    return replace(table, remarks=(*table.remarks, *unrepeatable(table.rows, again.rows)))


def _pass(path: Path, progress: Progress, stream: int | None) -> FrameTable:
    clip = open_clip(path, stream)
    try:
        return _build(clip, progress)
    finally:
        clip.close()


def _build(clip: Clip, progress: Progress) -> FrameTable:
    pump, stamper = Pump(clip), Stamper(clip)
    found: list[tuple[FrameRef, str, bool]] = []
    sizes: Counter[tuple[int, int]] = Counter()
    packets = 0
    with Digester(clip.path.name) as digester:
        while (frames := pump.step()) is not None:
            for frame in frames:
                digester.put(frame)
                ref = FrameRef(len(found), stamper.stamp(frame), clip.time_base)
                found.append((ref, type_of(frame), frame.key_frame))
                sizes[frame.width, frame.height] += 1
            packets += 1
            if packets % _PROGRESS_EVERY == 0:
                progress(len(found), max(clip.stream.frames, len(found)) or None, clip.path.name)
        rows = [FrameRow(*told, digest) for told, digest in zip(found, digester.digests(), strict=True)]
    if not rows:
        raise EvidenceUnreadable(f"Not one frame of {clip.path.name} can be decoded.")
    progress(len(rows), len(rows), clip.path.name)
    remarks = decoding_remarks(pump.tally, clip.log, Places(rows, not stamper.invented))
    remarks += _stamp_remarks(rows, stamper)
    if not stamper.invented:
        remarks += timing_remarks(clip, rows)
    if len(sizes) > 1:
        told = ", ".join(f"{n} of {w} × {h}" for (w, h), n in sizes.items())
        remarks += (Remark("size", f"The size of the pictures changes within the clip: {told}."),)
    return FrameTable(tuple(rows), remarks)


def _stamp_remarks(rows: list[FrameRow], stamper: Stamper) -> tuple[Remark, ...]:
    told = []
    if stamper.invented:
        told.append(
            f"{stamper.invented} of {len(rows)} frames carry no time stamp; "
            "their times follow the nominal frame rate."
        )
    repeats = len(rows) - len({row.ref.pts for row in rows})
    if repeats:
        told.append(f"{repeats} of {len(rows)} frames repeat the time stamp of another.")
    return tuple(Remark("stamps", sentence) for sentence in told)


def frame_at_index(table: FrameTable, index: int) -> FrameRef:
    """The frame with a number counted from 0 in presentation order.

    Raises:
        FrameNotFound: The clip has no such frame.
    """
    if not 0 <= index < len(table.rows):
        raise FrameNotFound(f"There is no frame {index}: the clip has frames 0 to {len(table.rows) - 1}.")
    return table.rows[index].ref


def frame_at_time(table: FrameTable, seconds: Fraction | float) -> FrameRef:
    """The frame shown at a time: the last one whose time is not later.

    Args:
        table: The clip's frames; where times jump back, the last frame in order is meant.
        seconds: Time on the clip's own clock, whose first frame need not be at 0; an earlier time gives the
            first frame.

    Raises:
        FrameNotFound: The table is empty.
    """
    if not table.rows:
        raise FrameNotFound("The clip has no frames.")
    shown = [row.ref for row in table.rows if row.ref.seconds <= seconds]
    return max(shown, key=lambda ref: (ref.seconds, ref.index)) if shown else table.rows[0].ref
