"""What can happen in a case: each act is a frozen value, recorded as one row of the audit log.

The acts are the case: everything that a case file says is folded from them (:mod:`forensic_lpr.core.caseview`).
How they are written as rows stands in :mod:`forensic_lpr.core.actrows`.
Nothing is overwritten; a later act supersedes an earlier one, and both stay to be read.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from forensic_lpr.core.case import Case
from forensic_lpr.core.conclusion import Conclusion
from forensic_lpr.core.evidence import EvidenceItem, FrameRef
from forensic_lpr.core.geometry import Quad

Facts = tuple[tuple[str, str], ...]
"""Facts in order, as (name, text)."""


@dataclass(frozen=True)
class Place:
    """Where a plate is marked: the exhibit's number, the frame with the digest of its pixels, the corners."""

    exhibit: int
    frame: FrameRef
    frame_digest: str
    quad: Quad


@dataclass(frozen=True)
class CaseCreated:
    """The case file was made."""

    case: Case


@dataclass(frozen=True)
class CaseDescribed:
    """The facts of the case were changed."""

    case: Case


@dataclass(frozen=True)
class EvidenceAcquired:
    """A file was taken in; ``relative`` is its path from the case file's folder, empty when there is none."""

    exhibit: int
    item: EvidenceItem
    relative: str


@dataclass(frozen=True)
class EvidenceVerified:
    """A file was hashed again and still is the one acquired."""

    exhibit: int
    sha256: str


@dataclass(frozen=True)
class EvidenceRelocated:
    """The file acquired was found at another path, with the digests of acquisition."""

    exhibit: int
    path: Path
    relative: str


@dataclass(frozen=True)
class FrameOpened:
    """A frame was decoded to be worked on."""

    exhibit: int
    frame: FrameRef
    frame_digest: str
    picture_type: str


@dataclass(frozen=True)
class QuadSet:
    """A plate was marked, or its marking moved; a new number begins a new plate."""

    plate: int
    place: Place


@dataclass(frozen=True)
class RecipeChanged:
    """The steps between frame and reading were changed; both recipes as canonical JSON."""

    plate: int
    old: str
    new: str


@dataclass(frozen=True)
class EnhancementChanged:
    """The steps that an exhibit is looked at through were changed; both recipes as canonical JSON, ``read`` whether
    the reader takes the enhanced picture."""

    exhibit: int
    old: str
    new: str
    read: bool


@dataclass(frozen=True)
class ClockSet:
    """What a clock in the picture shows at a frame, ISO 8601; an empty text takes the clock away."""

    exhibit: int
    frame: FrameRef
    shown: str


@dataclass(frozen=True)
class FormatChanged:
    """The plate format to be assumed was changed."""

    plate: int
    old: str
    new: str


@dataclass(frozen=True)
class ModelChanged:
    """Other weights were chosen, by name and digest."""

    plate: int
    old: str
    new: str


@dataclass(frozen=True)
class BlindReadingSealed:
    """The examiner's own reading was sealed; no slots mean that the plate cannot be read."""

    plate: int
    slots: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class SecondReadingBegun:
    """A second examiner began to read the plates of the case without any reading in sight."""

    examiner: str


@dataclass(frozen=True)
class SecondReadingSealed:
    """A second examiner's own reading was sealed; no slots mean that the plate cannot be read."""

    plate: int
    slots: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class BlindCopyMade:
    """A blind copy of the case was made for a second examiner; ``identity`` is that of the copy."""

    name: str
    identity: str
    examiner: str


@dataclass(frozen=True)
class BegunAsBlindCopy:
    """This case is a blind copy of the one with an identity: its evidence and markings, and no reading."""

    identity: str


@dataclass(frozen=True)
class SecondReadingTakenIn:
    """A second examiner's reading was taken in from a blind copy, where it was sealed before any other was shown.

    Attributes:
        plate: Of which plate.
        slots: What was read; empty when the plate cannot be read.
        note: What was added in words.
        examiner: Who sealed it.
        sealed_at: When, by the clock there, ISO 8601 with offset.
        copy: Identity of the blind copy.
        copy_head: Hash of the last row of its audit log.
    """

    plate: int
    slots: tuple[str, ...]
    note: str
    examiner: str
    sealed_at: str
    copy: str
    copy_head: str


@dataclass(frozen=True)
class Unblinded:
    """The machine's reading was asked for without an own reading."""

    plate: int
    reason: str


@dataclass(frozen=True)
class ReadingRecorded:
    """The machine's reading, kept whole as a document of the case file.

    Attributes:
        reading: Its number in the case.
        plate: Of which plate.
        what: A reading of one frame, or of a track.
        document: Digest of the document.
        likeliest: The first plate text, empty when there is none.
        weights: Name or path by which the weights were chosen; their digest stands in the row.
        environment: Machine, platform and packages that computed it; another one may differ in the last bits.
    """

    reading: int
    plate: int
    what: Literal["frame", "track"]
    document: str
    likeliest: str
    weights: str
    environment: Facts


@dataclass(frozen=True)
class TrackFramesSwitched:
    """Frames of a track were taken out of the fused reading, or in again; ``off`` are those out of it afterwards."""

    plate: int
    off: tuple[int, ...]


@dataclass(frozen=True)
class MachineReadingShown:
    """The machine's reading was put before the examiner."""

    plate: int
    reading: int


@dataclass(frozen=True)
class ReadingChanged:
    """The examiner changed the own reading after the machine's was shown; the old one is kept."""

    plate: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Abstained:
    """The examiner determined nothing."""

    plate: int
    reason: str


@dataclass(frozen=True)
class Overridden:
    """The examiner holds another character in a slot (from 1) than the machine puts first."""

    plate: int
    slot: int
    machine: str
    examiner: str
    reason: str


@dataclass(frozen=True)
class Reconciled:
    """The conclusion on a plate."""

    plate: int
    conclusion: Conclusion


@dataclass(frozen=True)
class ConclusionWithdrawn:
    """The conclusion that counts was withdrawn; until another is drawn there is none."""

    plate: int
    reason: str


@dataclass(frozen=True)
class Undone:
    """An earlier act was taken back; it stays in the log. ``sequence`` is 0 for what was not recorded yet."""

    sequence: int
    what: str


@dataclass(frozen=True)
class ReportMade:
    """A report was written."""

    path: Path
    relative: str
    sha256: str
    plates: tuple[int, ...]


@dataclass(frozen=True)
class ModelTrained:
    """A training ended with weights."""

    name: str
    sha256: str


@dataclass(frozen=True)
class ModelActivated:
    """Weights were made the ones to read with."""

    name: str
    sha256: str


@dataclass(frozen=True)
class SelfTested:
    """The program read its sample case and compared with the truth."""

    passed: bool
    checks: Facts


@dataclass(frozen=True)
class Packaged:
    """The case was copied with its evidence."""

    name: str
    files: int


Act = (
    CaseCreated
    | CaseDescribed
    | EvidenceAcquired
    | EvidenceVerified
    | EvidenceRelocated
    | FrameOpened
    | QuadSet
    | RecipeChanged
    | EnhancementChanged
    | ClockSet
    | FormatChanged
    | ModelChanged
    | BlindReadingSealed
    | SecondReadingBegun
    | SecondReadingSealed
    | BlindCopyMade
    | BegunAsBlindCopy
    | SecondReadingTakenIn
    | Unblinded
    | ReadingRecorded
    | TrackFramesSwitched
    | MachineReadingShown
    | ReadingChanged
    | Abstained
    | Overridden
    | Reconciled
    | ConclusionWithdrawn
    | Undone
    | ReportMade
    | ModelTrained
    | ModelActivated
    | SelfTested
    | Packaged
)
