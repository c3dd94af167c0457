"""What the report of a case is made from: the record, and what was found again in the evidence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.caseview import CaseView, RecordedExhibit, RecordedPlate, RecordedReading
from forensic_lpr.core.cornertest import CornerTest
from forensic_lpr.core.evidence import Frame, FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.integrity import Remark
from forensic_lpr.core.performance import Performance
from forensic_lpr.report.language import Language


@dataclass(frozen=True)
class CaseHead:
    """What is said of the report itself.

    Attributes:
        issued_at: Date of issue, ISO 8601; it also dates the document.
        signer: Whose certificate the document will be signed with, empty when it will not be signed.
        plates: Numbers of the plates that go into it, ``None`` for all.
        readings: Numbers of the machine's readings that are shown whole, ``None`` for the last of each kind.
    """

    issued_at: str
    language: Language = "en"
    signer: str = ""
    plates: tuple[int, ...] | None = None
    readings: tuple[int, ...] | None = None


@dataclass(frozen=True)
class ExhibitNow:
    """An exhibit as it lies there now.

    Attributes:
        sha256_now: Digest of the file at the time of the report.
        remarks: What the full decode pass found in a clip; ``None`` where no plate is marked in it.
    """

    exhibit: RecordedExhibit
    sha256_now: str
    remarks: tuple[Remark, ...] | None


@dataclass(frozen=True)
class StripFrame:
    """A frame of a track, decoded again.

    Attributes:
        ref: Which frame.
        picture_type: I, P, B or ?.
        digest: SHA-256 of its pixels.
        crop: The pixels round the plate, unchanged, RGB uint8 (H, W, 3).
    """

    ref: FrameRef
    picture_type: str
    digest: str
    crop: NDArray[np.uint8]


@dataclass(frozen=True)
class ReadingShown:
    """A recorded reading with what was found again for the report.

    Attributes:
        recorded: The reading.
        frame: The frame that was read, or the one in which a track was marked first.
        quad: The corners in it.
        strip: All frames of a track, in order; empty for a reading of one frame.
        detail: How much can be made out, of one frame or in the middle of a track's frames.
        corner_test: How the reading moves with the corners; ``None`` where it could not be made.
        problem: Why it could not be made, in one sentence.
        performance: Stored results of the weights that read; ``None`` when there are none.
    """

    recorded: RecordedReading
    frame: Frame
    quad: Quad
    strip: tuple[StripFrame, ...]
    detail: float
    corner_test: CornerTest | None
    problem: str
    performance: Performance | None


@dataclass(frozen=True)
class PlateShown:
    """A plate of the case.

    Attributes:
        plate: The record of it.
        frame: The frame in which it is marked now.
        detail: How much can be made out in it.
        readings: The readings that are shown whole, in the order in which they were recorded; the others are told.
    """

    plate: RecordedPlate
    frame: Frame
    detail: float
    readings: tuple[ReadingShown, ...]


@dataclass(frozen=True)
class SelfTest:
    """The self-test made for this report: each check with its result, or why it could not be made."""

    weights: str
    checks: tuple[tuple[str, bool, str], ...]
    problem: str = ""


@dataclass(frozen=True)
class Material:
    """All that a report of a case is made from.

    Attributes:
        view: The case as it stood when the report was asked for, with the plates that go into the report.
        environment: Platform and versions that make the report.
        program_version: Of the program that makes it.
        left_out: Numbers of the plates that do not go into the report; it says so.
    """

    head: CaseHead
    view: CaseView
    exhibits: tuple[ExhibitNow, ...]
    plates: tuple[PlateShown, ...]
    self_test: SelfTest
    environment: tuple[tuple[str, str], ...]
    program_version: str
    left_out: tuple[int, ...] = ()
