"""A clip whose fields are pictures of their own: twice as many, each at its own time.

A field is made from the frame that weaves it by one documented step (:func:`forensic_lpr.core.fields.field_picture`);
its digest is that of the frame's decoded pixels, so it says which decoded picture it was taken from.
"""

from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from forensic_lpr.core.closing import Closing
from forensic_lpr.core.evidence import Frame, FrameRef, FrameRow, FrameTable, MediaInfo
from forensic_lpr.core.fields import Field, field_picture, other
from forensic_lpr.core.integrity import Stretch
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import EvidenceUnreadable, FrameNotFound
from forensic_lpr.media.video import VideoSource

_LONGEST_STEP = 1.5
"""Usual steps between frames that a field may be put in the middle of; longer ones are gaps."""


def separated(info: MediaInfo, first: Field | None, name: str) -> MediaInfo:
    """What is told of a clip whose fields are taken apart.

    Args:
        info: What is told of it as it is.
        first: The field that is shown first; as the stream states it if left out.
        name: The file's name, for sentences.

    Raises:
        EvidenceUnreadable: it is a still, it is turned, so that its fields do not lie in rows, or the stream does not
            state an order and none was given.
    """
    if info.kind == "still":
        raise EvidenceUnreadable(f"{name} is a still picture and has no fields that could be taken apart.")
    facts = dict(info.facts)
    if facts["Turn"] != "none":
        raise EvidenceUnreadable(f"{name} is shown turned, so its fields cannot be taken apart by rows.")
    order = first or info.field_order
    if not order:
        raise EvidenceUnreadable(f"{name} does not state which field is shown first; say top or bottom.")
    woven = facts["Fields"].removesuffix("; both fields woven in one picture")
    facts["Fields"] = f"{woven}; each field shown alone, the {order} one first"
    caution = (
        f"{name} is shown field by field, the {order} one first: the lines of the other field are the mean of those "
        "above and below. Numbers count fields; probabilities were calibrated on whole pictures."
    )
    told = tuple(sentence for sentence in info.cautions if " is interlaced: " not in sentence)
    return replace(
        info,
        facts=tuple(facts.items()),
        frame_count=2 * info.frame_count,
        cautions=(*told, caution),
        field_order=order,
        separated=True,
    )


def field_table(frames: FrameTable) -> FrameTable:
    """The table of a clip's fields from that of its frames: two rows each.

    The second field stands in the middle between its frame and the next one; of a last frame, and before a gap or a
    step back, half of the usual step after its frame.
    """
    stamps = [row.ref.pts for row in frames.rows]
    steps = [after - before for before, after in pairwise(stamps)]
    usual = median_low([step for step in steps if step > 0] or [1])
    rows = []
    for number, row in enumerate(frames.rows):
        step = steps[number] if number < len(steps) else usual
        if not 0 < step <= _LONGEST_STEP * usual:
            step = usual
        base = row.ref.time_base / 2
        rows.append(replace(row, ref=FrameRef(2 * number, 2 * row.ref.pts, base)))
        rows.append(replace(row, ref=FrameRef(2 * number + 1, 2 * row.ref.pts + step, base), key=False))
    remarks = tuple(
        replace(remark, stretches=tuple(Stretch(2 * s.first, 2 * s.last + 1) for s in remark.stretches))
        for remark in frames.remarks
    )
    return FrameTable(tuple(rows), remarks)


def frame_table(fields: FrameTable) -> FrameTable:
    """The table of the frames that weave these fields: the inverse of :func:`field_table`."""
    rows = tuple(_frame_row(row) for row in fields.rows[::2])
    remarks = tuple(
        replace(remark, stretches=tuple(Stretch(s.first // 2, s.last // 2) for s in remark.stretches))
        for remark in fields.remarks
    )
    return FrameTable(rows, remarks)


def _frame_row(row: FrameRow) -> FrameRow:
    return replace(row, ref=FrameRef(row.ref.index // 2, row.ref.pts // 2, 2 * row.ref.time_base))


class FieldSource(Closing):
    """The fields of a clip as a source of frames; threads as :class:`VideoSource`."""

    def __init__(self, frames: VideoSource, first: Field, name: str) -> None:
        """Take a source of the frames, which is closed with this one.

        Raises:
            EvidenceUnreadable: its fields cannot be taken apart, see :func:`separated`; the source is closed then.
        """
        self._frames, self._first, self._name = frames, first, name
        self._table: FrameTable | None = None
        try:
            self.info: MediaInfo = separated(frames.info, first, name)
        except EvidenceUnreadable:
            frames.close()
            raise

    def first(self) -> Frame:
        """The first field, without a table.

        Raises:
            EvidenceUnreadable: The clip can no longer be decoded.
        """
        frame = self._frames.first()
        return self._field(frame, FrameRef(0, 2 * frame.ref.pts, frame.ref.time_base / 2))

    def table(self, progress: Progress = silent) -> FrameTable:
        """All fields; the first call decodes the whole clip. Raises as :meth:`VideoSource.table`."""
        if self._table is None:
            self._table = field_table(self._frames.table(progress))
        return self._table

    def attach_table(self, table: FrameTable) -> None:
        """Use a table of the fields built elsewhere."""
        self._table = table
        self._frames.attach_table(frame_table(table))

    def frame(self, ref: FrameRef) -> Frame:
        """Exactly the field asked for; without a table the clip is listed first.

        Raises:
            FrameNotFound: The clip has no field with this number and time stamp.
            EvidenceChanged, EvidenceUnreadable: As :meth:`VideoSource.frame`.
        """
        rows = self.table().rows
        if not 0 <= ref.index < len(rows) or rows[ref.index].ref != ref:
            raise FrameNotFound(f"{self._name} has no field {ref.index} with time stamp {ref.pts}.")
        return self._field(self._frames.frame(_frame_row(rows[ref.index - ref.index % 2]).ref), ref)

    def rest(self) -> None:
        """Let go of the pictures kept, while another exhibit is looked at."""
        self._frames.rest()

    def close(self) -> None:
        """Close the file; harmless when repeated."""
        self._frames.close()

    def _field(self, frame: Frame, ref: FrameRef) -> Frame:
        which = self._first if ref.index % 2 == 0 else other(self._first)
        field = replace(frame, image=field_picture(frame.image, which), ref=ref)
        return field if self._table is None else self._table.told_of(field)
