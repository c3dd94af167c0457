"""The content of a report, with every text ready to print: the same input gives the same model."""

import hashlib
import json
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.errors import ReportFailed
from forensic_lpr.report import pictures, sections, statements
from forensic_lpr.report.parts import Attachment, Fact, FactGroup, Picture, RankedPlate
from forensic_lpr.report.texts import DASH, or_dash, printable, shortened
from forensic_lpr.report.wire import reading_data

_TITLE = "Licence plate reading"
_HEADER_LENGTH = 60


@dataclass(frozen=True)
class ReportHead:
    """What the examiner says of the case; every text may be empty and is then printed as a dash.

    Attributes:
        title: Title of the report; when empty it is called "Licence plate reading".
        question: The question asked; may hold several lines.
        issued_at: Date of issue, ISO 8601. It also dates the document, so that it can be made again.
    """

    title: str = ""
    laboratory: str = ""
    examiner: str = ""
    case_number: str = ""
    exhibit: str = ""
    question: str = ""
    issued_at: str = ""


@dataclass(frozen=True)
class ReportModel:
    """Everything that is printed, in the order of the pages.

    Attributes:
        number: Derived from all that the report says: another content has another number.
        header: The title as it fits into the header of a page.
        dated: Date of the document; that of the evidence's acquisition where no date of issue is given.
        slots: Per rank, per slot, the character and its probability.
        original_picture: The plate of the original, where an enhanced picture was read.
        original_sentence: What the original gives, where an enhanced picture was read, else empty.
        sets: Per slot the characters that cannot be ruled out; empty without calibration.
    """

    number: str
    title: str
    header: str
    dated: datetime
    evidence_digest: str
    head: FactGroup
    question: tuple[str, ...]
    evidence: tuple[FactGroup, ...]
    notes: tuple[str, ...]
    frame: FactGroup
    frame_picture: Picture
    plate: FactGroup
    crop_picture: Picture
    plate_picture: Picture
    original_picture: Picture | None
    enhancement: FactGroup
    how_to_read: str
    slots: tuple[tuple[tuple[str, str], ...], ...]
    sets: tuple[str, ...]
    chart: Picture
    format_sentence: str
    plates: tuple[RankedPlate, ...]
    plates_without_syntax: tuple[RankedPlate, ...]
    original_sentence: str
    no_plates: str
    warnings: tuple[str, ...]
    no_warnings: str
    method: tuple[str, ...]
    method_facts: tuple[FactGroup, ...]
    limits: tuple[str, ...]
    attachments: tuple[Attachment, ...]


def build(
    head: ReportHead,
    item: EvidenceItem,
    frame: Frame,
    reading: PlateReading,
    digest_now: str = "",
    environment: tuple[tuple[str, str], ...] = (),
    clock: SceneClock | None = None,
) -> ReportModel:
    """The report of one reading.

    Args:
        head: What the examiner says of the case.
        item: The evidence.
        frame: The frame that was read.
        reading: The reading.
        digest_now: SHA-256 of the file when this report is made; empty when it was not computed again.
        environment: Platform and versions with which this report is made, as (name, value).
        clock: What a clock in the picture shows, where the examiner read it.

    Raises:
        ReportFailed: The reading is not of this evidence or this frame, or the date of issue is no date.
    """
    request = reading.request
    if request.evidence_sha256 != item.digests.sha256:
        raise ReportFailed(f"The reading is not of {item.path.name}: the digests differ.")
    if request.frame_digest != frame.digest or request.frame != frame.ref:
        raise ReportFailed(f"The reading is not of frame {frame.ref.index}: the digests or times differ.")
    attachments = _attachments(item, reading, clock)
    number = _number(head, digest_now, environment, item.acquired_at, item.media.facts, attachments)
    title = printable(head.title).strip() or _TITLE
    empty = DASH
    return ReportModel(
        number=number,
        title=title,
        header=shortened(title, _HEADER_LENGTH),
        dated=_dated(head, item),
        evidence_digest=item.digests.sha256[:12],
        head=_head_facts(head, number),
        question=tuple(or_dash(line) for line in head.question.splitlines() if line.strip()) or (DASH,),
        evidence=(*sections.evidence_facts(item, digest_now), *sections.integrity_facts(item, reading)),
        notes=(statements.ESCAPES,) if printable(item.path.name) != item.path.name else (),
        frame=sections.frame_facts(item, frame, clock),
        frame_picture=pictures.frame_picture(frame, reading),
        plate=sections.plate_facts(reading),
        crop_picture=pictures.crop_picture(frame, reading),
        plate_picture=pictures.plate_picture(reading),
        original_picture=pictures.original_picture(frame, reading),
        enhancement=sections.enhancement_facts(reading.request.recipe),
        how_to_read=statements.how_to_read(reading),
        slots=sections.slot_rows(reading, empty),
        sets=sections.slot_sets(reading, empty),
        chart=pictures.chart_picture(reading, empty),
        format_sentence=printable(statements.format_sentence(reading)),
        plates=sections.ranked(reading.plates),
        plates_without_syntax=sections.ranked(reading.plates_without_syntax),
        original_sentence=printable(statements.original_sentence(reading)),
        no_plates=statements.NO_PLATES,
        warnings=tuple(printable(warning) for warning in reading.warnings),
        no_warnings=statements.NO_WARNINGS,
        method=tuple(printable(step) for step in statements.method(reading)),
        method_facts=sections.method_facts(reading, environment),
        limits=statements.limits(reading),
        attachments=attachments,
    )


def _dated(head: ReportHead, item: EvidenceItem) -> datetime:
    text = head.issued_at.strip() or item.acquired_at
    try:
        dated = datetime.fromisoformat(text)
    except ValueError as error:
        raise ReportFailed(f"The date {text!r} is no date in the form 2026-11-05T10:00:00+01:00.") from error
    if dated.year < 1970:
        raise ReportFailed(f"The date {text!r} is before 1970.")
    return dated if dated.tzinfo else dated.replace(tzinfo=UTC)


def _json(data: object) -> bytes:
    return json.dumps(data, indent=2, ensure_ascii=True).encode("ascii") + b"\n"


def _number(head: ReportHead, *content: object) -> str:
    """Twelve hexadecimal digits in groups of four, from the SHA-256 of the content."""
    parts = [astuple(head), *(_digestible(part) for part in content)]
    digits = hashlib.sha256(_json(parts)).hexdigest().upper()
    return "-".join(digits[start : start + 4] for start in (0, 4, 8))


def _digestible(part: object) -> object:
    if isinstance(part, tuple) and part and isinstance(part[0], Attachment):
        return [[a.name, a.data.decode("ascii")] for a in part]
    return part


def _attachments(
    item: EvidenceItem, reading: PlateReading, clock: SceneClock | None
) -> tuple[Attachment, ...]:
    card = {"sha256": reading.weights.sha256, "card": [list(pair) for pair in reading.weights.card]}
    return (
        Attachment(
            "reading.json",
            "application/json",
            "The reading as data",
            _json(reading_data(item, reading, clock)),
        ),
        Attachment("model-card.json", "application/json", "The model card of the network", _json(card)),
    )


def _head_facts(head: ReportHead, number: str) -> FactGroup:
    facts = sections.facts(
        "Report",
        (
            ("Laboratory", head.laboratory),
            ("Examiner", head.examiner),
            ("Case", head.case_number),
            ("Exhibit", head.exhibit),
            ("Issued", head.issued_at),
        ),
    )
    return FactGroup(facts.title, (*facts.facts, Fact("Report number", number, code=True)))
