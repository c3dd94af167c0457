"""Acquire: hash a file, say what it is, and later give its frames only while it is still that file.

Capture (a path chosen) -> compute (:func:`acquire`, any thread) -> record (the case, main thread).
"""

from datetime import datetime
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Literal

from forensic_lpr import paths
from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import EvidenceItem, Frame, FrameRef, FrameTable
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import EvidenceChanged, EvidenceUnreadable
from forensic_lpr.media.fields import field_table, separated
from forensic_lpr.media.hashing import digest_file
from forensic_lpr.media.probe import probe
from forensic_lpr.media.source import FrameSource, open_source
from forensic_lpr.media.table import build_table, frame_at_index, frame_at_time
from forensic_lpr.media.tablecache import FolderCache, TableCache, from_bytes, table_key, to_bytes

FieldChoice = Literal["woven", "stated", "top", "bottom"]
"""woven: as decoded. Else each field is a picture of its own: first the one stated by the stream, or the one named."""


def acquire(
    path: Path,
    progress: Progress = silent,
    stream: int | None = None,
    fields: FieldChoice = "woven",
) -> EvidenceItem:
    """Hash and probe a file; nothing is recorded and nothing is written.

    Args:
        path: The file; made absolute, links in it kept, so the examiner sees the path that was chosen.
        progress: Told the bytes hashed.
        stream: Number of the video stream to read of a clip that holds several; the first if left out.
        fields: Whether the fields of a clip are taken apart, and which comes first.

    Returns:
        The item, with the local time of now and its offset from UTC.

    Raises:
        EvidenceUnreadable: The file cannot be read, is of no kind this program reads, or has no fields that could be
            taken apart.
        EvidenceChanged: The file was written to while it was acquired.
        Cancelled: By the progress callback.
    """
    path = path.absolute()
    digests = digest_file(path, progress)
    media = probe(path, stream)
    if fields != "woven":
        media = separated(media, None if fields == "stated" else fields, path.name)
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
    stream, fields = item.media.taken
    lister = partial(list_woven, item)
    return open_source(item.path, item.digests, progress, stream, lister, fields)


def list_frames(
    item: EvidenceItem, progress: Progress = silent, cache: TableCache | None = None
) -> FrameTable:
    """The frame table of a clip, or that of its separated fields: kept from earlier, or made by a full decode pass.

    Args:
        item: The clip.
        progress: Told frames done and frames in all.
        cache: Where tables are kept; the examiner's cache folder if left out.

    Raises:
        EvidenceUnreadable: The clip cannot be decoded.
        Cancelled: By the progress callback.
    """
    table = list_woven(item, progress, cache)
    return field_table(table) if item.media.separated else table


def list_woven(
    item: EvidenceItem, progress: Progress = silent, cache: TableCache | None = None
) -> FrameTable:
    """The table of the frames as they are decoded; arguments and errors as for :func:`list_frames`."""
    cache = cache or FolderCache(paths.cache() / "frame-tables")
    key = table_key(item.digests.sha256, item.media.stream)
    kept = cache.get(key)
    table = from_bytes(kept) if kept is not None else None
    if table is None:
        table = build_table(item.path, progress, item.media.stream)
        cache.put(key, to_bytes(table))
    return table


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

    The frames of a clip are always listed, so that the record says what is damaged.

    Raises:
        EvidenceChanged: The file is no longer the one acquired.
        EvidenceUnreadable: It cannot be read.
        FrameNotFound: It has no such frame.
        Cancelled: By the progress callback.
    """
    with open_item(item) as source:
        table = source.table(progress)
        return source.frame(
            frame_at_index(table, index or 0) if seconds is None else frame_at_time(table, seconds)
        )


def read_clock(item: EvidenceItem, shown: datetime, index: int, progress: Progress = silent) -> SceneClock:
    """The scene clock of a clip from what a clock in the picture shows at a frame.

    Raises:
        EvidenceUnreadable: It is a still, which has no time, or cannot be decoded.
        FrameNotFound: It has no such frame.
        Cancelled: By the progress callback.
    """
    if item.media.kind == "still":
        raise EvidenceUnreadable(
            f"{item.path.name} is a still picture and has no time that a clock could set."
        )
    return SceneClock(frame_at_index(list_frames(item, progress), index), shown)
