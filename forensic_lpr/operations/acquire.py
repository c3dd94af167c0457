"""Acquire: hash a file, say what it is, and later give its frames only while it is still that file.

Capture (a path chosen) -> compute (:func:`acquire`, any thread) -> record (the case, main thread).
"""

from datetime import datetime
from fractions import Fraction
from pathlib import Path

from forensic_lpr.core.evidence import EvidenceItem, Frame, FrameRef, FrameTable
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import EvidenceChanged
from forensic_lpr.media.hashing import digest_file
from forensic_lpr.media.probe import probe
from forensic_lpr.media.source import FrameSource, open_source
from forensic_lpr.media.table import frame_at_index, frame_at_time


def acquire(path: Path, progress: Progress = silent) -> EvidenceItem:
    """Hash and probe a file; nothing is recorded and nothing is written.

    Args:
        path: The file; made absolute, links in it kept, so the examiner sees the path that was chosen.
        progress: Told the bytes hashed.

    Returns:
        The item, with the local time of now and its offset from UTC.

    Raises:
        EvidenceUnreadable: The file cannot be read or is of no kind this program reads.
        EvidenceChanged: The file was written to while it was acquired.
        Cancelled: By the progress callback.
    """
    path = path.absolute()
    digests = digest_file(path, progress)
    media = probe(path)
    if path.stat().st_size != digests.size:
        raise EvidenceChanged(f"{path.name} changed its size while it was acquired.")
    acquired_at = datetime.now().astimezone().isoformat(timespec="seconds")
    return EvidenceItem(path, digests, media, acquired_at)


def open_item(item: EvidenceItem, progress: Progress = silent) -> FrameSource:
    """Open an acquired item; the caller closes the source.

    Raises:
        EvidenceChanged: The file is no longer the one acquired.
        EvidenceUnreadable: It cannot be read.
        Cancelled: By the progress callback.
    """
    return open_source(item.path, item.digests, progress)


def load_frame(
    item: EvidenceItem,
    ref: FrameRef | None = None,
    table: FrameTable | None = None,
    progress: Progress = silent,
) -> Frame:
    """One frame of an item, for the command line and for verification; the file's digest is checked first.

    Args:
        item: The evidence.
        ref: The frame; ``None`` for the first.
        table: The frame table if there is one; without it a clip is decoded from its start.
        progress: Told the bytes hashed.

    Raises:
        EvidenceChanged: The file is no longer the one acquired.
        EvidenceUnreadable: It cannot be read.
        FrameNotFound: It has no such frame.
        Cancelled: By the progress callback.
    """
    with open_item(item, progress) as source:
        if table is not None:
            source.attach_table(table)
        return source.first() if ref is None else source.frame(ref)


def choose_frame(
    item: EvidenceItem, index: int | None, seconds: Fraction | None, progress: Progress = silent
) -> Frame:
    """The frame of an item by number or by time, or its first one; the command line's way.

    Raises:
        EvidenceChanged: The file is no longer the one acquired.
        EvidenceUnreadable: It cannot be read.
        FrameNotFound: It has no such frame.
        Cancelled: By the progress callback.
    """
    with open_item(item) as source:
        if not index and seconds is None:
            return source.first()
        table = source.table(progress)
        return source.frame(
            frame_at_index(table, index or 0) if seconds is None else frame_at_time(table, seconds)
        )
