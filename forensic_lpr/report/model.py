"""The content of a report, with every text ready to print: the same input gives the same model.

Here for one reading; :mod:`forensic_lpr.report.casemodel` makes that of a case.
"""

import hashlib
import json
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.reading import PlateReading, WeightsIdentity
from forensic_lpr.errors import ReportFailed
from forensic_lpr.report import pictures, sections, statements
from forensic_lpr.report.language import Language, Texts
from forensic_lpr.report.parts import (
    Attachment,
    Block,
    EndMark,
    Fact,
    FactGroup,
    Heading,
    Notice,
    Paragraphs,
    Pictures,
    Points,
    Together,
)
from forensic_lpr.report.texts import DASH, or_dash, printable, shortened
from forensic_lpr.report.wire import reading_data

HEADER_LENGTH = 60


@dataclass(frozen=True)
class ReportHead:
    """What the examiner says of the case; every text may be empty and is then printed as a dash.

    Attributes:
        title: Title of the report; when empty it is called "Licence plate reading".
        question: The question asked; may hold several lines.
        issued_at: Date of issue, ISO 8601. It also dates the document, so that it can be made again.
        language: Of the report.
    """

    title: str = ""
    laboratory: str = ""
    examiner: str = ""
    case_number: str = ""
    exhibit: str = ""
    question: str = ""
    issued_at: str = ""
    language: Language = "en"


@dataclass(frozen=True)
class ReportModel:
    """Everything that is printed, in the order of the pages.

    Attributes:
        number: Derived from all that the report says: another content has another number.
        number_text: The same as it stands on every page.
        header: The title as it fits into the header of a page.
        footer: What stands at the foot of every page, in words and as a digest.
        page_text: The words round the number of a page and that of all pages.
        description: What the document is, for its metadata.
        dated: Date of the document; that of the evidence's acquisition where no date of issue is given.
    """

    number: str
    number_text: str
    title: str
    header: str
    footer: tuple[str, str]
    page_text: tuple[str, str]
    language: Language
    description: str
    dated: datetime
    blocks: tuple[Block, ...]
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
    t = Texts(head.language)
    attachments = (
        json_attachment("reading.json", t("attached reading"), reading_data(item, reading, clock)),
        card_attachment(t, (reading.weights,)),
    )
    content = [astuple(head), digest_now, environment, item.acquired_at, item.media.facts]
    number = number_of(content, attachments)
    title = printable(head.title).strip() or t("title of reading")
    return ReportModel(
        number=number,
        number_text=t("report number", number=number),
        title=title,
        header=shortened(title, HEADER_LENGTH),
        footer=(t("evidence digest"), item.digests.sha256[:12] + "…"),
        page_text=(t("page"), t("of pages")),
        language=head.language,
        description=t("description of reading", number=number),
        dated=date_of(head.issued_at, item.acquired_at),
        blocks=(
            *_head_blocks(t, head, number),
            *_evidence_blocks(t, item, frame, reading, digest_now, clock),
            *_reading_blocks(t, reading),
            *_method_blocks(t, reading, environment, attachments),
        ),
        attachments=attachments,
    )


def date_of(issued_at: str, otherwise: str) -> datetime:
    """The date of a document, with its offset from UTC.

    Raises:
        ReportFailed: it is no date, or one before computers counted time.
    """
    text = issued_at.strip() or otherwise
    try:
        dated = datetime.fromisoformat(text)
    except ValueError as error:
        raise ReportFailed(
            f"The date {text!r:.60} is no date in the form 2026-11-05T10:00:00+01:00."
        ) from error
    if dated.year < 1970:
        raise ReportFailed(f"The date {text!r:.60} is before 1970.")
    return dated if dated.tzinfo else dated.replace(tzinfo=UTC)


def json_attachment(name: str, description: str, data: object) -> Attachment:
    """Data as a file inside the report; the same data gives the same bytes."""
    text = json.dumps(data, indent=2, ensure_ascii=True)
    return Attachment(name, "application/json", description, text.encode("ascii") + b"\n")


def card_attachment(t: Texts, weights: tuple[WeightsIdentity, ...]) -> Attachment:
    """The model cards of all weights that read, each once."""
    cards = {one.sha256: {"sha256": one.sha256, "card": [list(pair) for pair in one.card]} for one in weights}
    data = list(cards.values())
    return json_attachment("model-card.json", t("attached card"), data[0] if len(data) == 1 else data)


def number_of(content: object, attachments: tuple[Attachment, ...]) -> str:
    """Twelve hexadecimal digits in groups of four, from the SHA-256 of what a report says."""
    told = [content, [[a.name, hashlib.sha256(a.data).hexdigest()] for a in attachments]]
    digits = hashlib.sha256(json.dumps(told, ensure_ascii=True).encode("ascii")).hexdigest().upper()
    return "-".join(digits[start : start + 4] for start in (0, 4, 8))


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text of the examiner's, printable; a dash for none."""
    return tuple(or_dash(line) for line in text.splitlines() if line.strip()) or (DASH,)


def _head_blocks(t: Texts, head: ReportHead, number: str) -> tuple[Block, ...]:
    told = sections.facts(
        t("report"),
        (
            (t("laboratory"), head.laboratory),
            (t("examiner"), head.examiner),
            (t("case"), head.case_number),
            (t("exhibit"), head.exhibit),
            (t("issued"), t.moment(head.issued_at)),
        ),
    )
    return (
        FactGroup(told.title, (*told.facts, Fact(t("number of report"), number, code=True))),
        Paragraphs(paragraphs(head.question), t("question")),
    )


def _evidence_blocks(
    t: Texts,
    item: EvidenceItem,
    frame: Frame,
    reading: PlateReading,
    digest_now: str,
    clock: SceneClock | None,
) -> tuple[Block, ...]:
    quad, recipe = reading.request.quad, reading.request.recipe
    height, width = reading.plate_image.shape
    seen = [pictures.plate_picture(t, "plate", reading.plate_image, recipe.is_original)]
    if not recipe.is_original:
        seen.append(pictures.original_picture(t, "original", frame.image, quad, (width, height)))
    escaped = printable(item.path.name) != item.path.name
    return (
        Heading(t("evidence")),
        FactGroup(t("file"), sections.digest_facts(t, item, digest_now)),
        sections.media_facts(t, item),
        *sections.integrity_facts(t, item, reading.remarks),
        *((Paragraphs((t("escapes", attached="reading.json"),), small=True),) if escaped else ()),
        Heading(t("frame")),
        sections.frame_facts(t, item, frame, clock),
        pictures.frame_picture(t, "frame", frame.image, quad),
        Heading(t("plate")),
        sections.quad_facts(t, quad, reading.inspection),
        Pictures(((pictures.crop_picture(t, "crop", frame.image, quad),), tuple(seen))),
        sections.enhancement_facts(t, recipe),
    )


def _reading_blocks(t: Texts, reading: PlateReading) -> tuple[Block, ...]:
    original = reading.request.recipe.is_original
    warnings = tuple(t.recorded(warning) for warning in reading.warnings)
    asked = statements.format_sentence(t, reading.request.format_name, reading.format_name)
    before = statements.original_sentence(t, reading)
    return (
        Heading(t("reading"), on_new_page=True),
        Notice(t("how to read"), (statements.how_to_read(t, reading.slots, original),)),
        Notice(t("warnings"), warnings or (t("no warnings"),), points=bool(warnings)),
        Heading(t("slot by slot"), 2),
        pictures.chart_picture(t, "chart", reading.slots),
        sections.slot_table(t, reading.slots),
        Heading(t("ranked plates"), 2),
        Paragraphs((asked, *((before,) if before else ())), sticky=True),
        sections.rankings(t, reading.plates, reading.plates_without_syntax),
    )


def _method_blocks(
    t: Texts,
    reading: PlateReading,
    environment: tuple[tuple[str, str], ...],
    attachments: tuple[Attachment, ...],
) -> tuple[Block, ...]:
    height, width = reading.plate_image.shape
    original = reading.request.recipe.is_original
    quad = reading.request.quad
    version = Fact(t("program of reading"), or_dash(reading.program_version))
    made = (sections.environment_facts(t, t("environment of report"), environment),) if environment else ()
    steps = statements.method(t, (width, height), reading.slots, reading.weights.network, original)
    limits = (
        *statements.limits(t, quad.width, quad.height),
        t("limit one frame"),
        t("limit corners"),
        t("limit unmeasured"),
        t("limit no examiner"),
    )
    return (
        Heading(t("method")),
        Points(steps, numbered=True),
        sections.card_facts(t, reading.weights),
        FactGroup(t("reading"), (version,)),
        *made,
        Paragraphs((t("attachments", names=", ".join(a.name for a in attachments)),)),
        # Kept together: the last page never holds a mere end mark.
        Together((Heading(t("limits")), Points(limits), EndMark(t("end of report")))),
    )
