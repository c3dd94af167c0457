"""Evidence items, frames and what is known about them."""

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.fields import FieldOrder
from forensic_lpr.core.integrity import Remark

MediaKind = Literal["still", "video"]


@dataclass(frozen=True)
class Digests:
    """Digests of a file's bytes, lower-case hexadecimal."""

    sha256: str
    md5: str
    size: int
    """File size in bytes."""


@dataclass(frozen=True)
class MediaInfo:
    """What the decoder says of a file, shown and reported as it is.

    Attributes:
        kind: Still or video.
        container: Container or file format, e.g. ``PNG``, ``mov,mp4,m4a``.
        codec: Codec, e.g. ``h264``; for stills the file format again.
        width: Width of the picture as shown, in pixels.
        height: Height of the picture as shown, in pixels.
        facts: Further facts in order, as (name, value) texts for screen and report
            (bit depth, orientation applied, pixel format, frame rate, time base, field order, decoder ...).
        frame_count: Number of frames told by the container, 1 for stills, 0 when it does not say.
        duration: Duration in seconds told by the container, ``None`` when unknown.
        stream: Number of the video stream that is read, as the container counts its streams.
        streams: All video streams that can be chosen, as (number, words); empty for stills.
        cautions: Sentences on what the eye must know when it looks at the picture, such as pixels that are not
            square.
        field_order: Of interlaced clips, the field that is shown first, as the stream states it; of separated ones, as
            it was taken.
        separated: Whether each field is a picture of its own; else both stay woven in their frame.
    """

    kind: MediaKind
    container: str
    codec: str
    width: int
    height: int
    facts: tuple[tuple[str, str], ...]
    frame_count: int
    duration: Fraction | None
    stream: int = 0
    streams: tuple[tuple[int, str], ...] = ()
    cautions: tuple[str, ...] = ()
    field_order: FieldOrder = ""
    separated: bool = False

    @property
    def taken(self) -> tuple[int, FieldOrder]:
        """What tells apart the exhibits that are made of one file: its stream, and the order of separated fields."""
        return self.stream, self.field_order if self.separated else ""


@dataclass(frozen=True)
class EvidenceItem:
    """A file taken into a case, known by its SHA-256.

    Attributes:
        path: Absolute path.
        digests: Digests at acquisition.
        media: What the decoder says of it.
        acquired_at: Time of acquisition, ISO 8601 with offset.
    """

    path: Path
    digests: Digests
    media: MediaInfo
    acquired_at: str


@dataclass(frozen=True)
class FrameRef:
    """One frame of an evidence item.

    Time is ``pts * time_base`` seconds; ``index`` counts frames in presentation order from 0 and is for display.
    A still is its own only frame: index 0, pts 0, time base 1.
    """

    index: int
    pts: int
    time_base: Fraction

    @property
    def seconds(self) -> Fraction:
        """Presentation time in seconds."""
        return self.pts * self.time_base


STILL = FrameRef(0, 0, Fraction(1))


@dataclass(frozen=True)
class FrameRow:
    """One row of a clip's frame table.

    Attributes:
        ref: The frame.
        picture_type: I, P, B or ? as the codec names it.
        key: Whether decoding can start here.
        digest: SHA-256 over the frame's decoded RGB pixels (row order), hexadecimal; of a field taken apart, that of
            the frame that weaves it.
    """

    ref: FrameRef
    picture_type: str
    key: bool
    digest: str


@dataclass(frozen=True)
class FrameTable:
    """All frames of a clip in presentation order, from one full decode pass.

    Attributes:
        rows: One per decoded frame.
        remarks: What is wrong, and where: corrupt packets, gaps, decoder errors.
    """

    rows: tuple[FrameRow, ...]
    remarks: tuple[Remark, ...]

    @property
    def failures(self) -> tuple[str, ...]:
        """The remarks as sentences, for the record."""
        return tuple(remark.sentence for remark in self.remarks)

    @property
    def doubtful_pixels(self) -> bool:
        """Whether damage puts the pixels of some frames in doubt."""
        return any(remark.doubtful_pixels for remark in self.remarks)

    def doubts_on(self, index: int) -> tuple[Remark, ...]:
        """Remarks that put the pixels of a frame in doubt: on itself, or on one that it may be built on.

        Those are the frames since the last key before it and, as B-frames also look ahead, up to the next frame
        that is none.
        """
        count = len(self.rows)
        first = next((at for at in range(index, -1, -1) if self.rows[at].key), 0)
        last = next((at for at in range(index, count) if self.rows[at].picture_type != "B"), count - 1)
        return tuple(
            remark
            for remark in self.remarks
            if remark.doubtful_pixels and any(stretch.meets(first, last) for stretch in remark.stretches)
        )

    def told_of(self, frame: "Frame") -> "Frame":
        """A frame of this clip together with what the table says of it."""
        return replace(frame, remarks=self.remarks, doubts=self.doubts_on(frame.ref.index))


@dataclass(frozen=True)
class Frame:
    """Decoded pixels.

    Attributes:
        image: RGB uint8 (H, W, 3), read-only.
        ref: Which frame it is.
        picture_type: I, P, B, ? or, for stills, ``still``.
        digest: SHA-256 over the pixels in row order, hexadecimal; of a field taken apart, that of the frame.
        remarks: What the full decode pass found in the clip; ``None`` where it had not been done.
        doubts: Those of the remarks that put this frame's pixels in doubt.
    """

    image: NDArray[np.uint8]
    ref: FrameRef
    picture_type: str
    digest: str
    remarks: tuple[Remark, ...] | None = None
    doubts: tuple[Remark, ...] = ()
