"""Evidence items, frames and what is known about them."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

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
    """

    kind: MediaKind
    container: str
    codec: str
    width: int
    height: int
    facts: tuple[tuple[str, str], ...]
    frame_count: int
    duration: Fraction | None


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
        digest: SHA-256 over the frame's decoded RGB pixels (row order), hexadecimal.
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
        failures: Sentences on what could not be decoded: corrupt packets, gaps, decoder errors.
    """

    rows: tuple[FrameRow, ...]
    failures: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """Decoded pixels.

    Attributes:
        image: RGB uint8 (H, W, 3), read-only.
        ref: Which frame it is.
        picture_type: I, P, B, ? or, for stills, ``still``.
        digest: SHA-256 over the pixels in row order, hexadecimal.
    """

    image: NDArray[np.uint8]
    ref: FrameRef
    picture_type: str
    digest: str
