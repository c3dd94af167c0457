"""The content of a report, with every text ready to print, and the files inside it: the same input gives the same.

:mod:`forensic_lpr.report.casemodel` makes it of a case.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from forensic_lpr.core.reading import WeightsIdentity
from forensic_lpr.errors import ReportFailed
from forensic_lpr.report.language import Language, Texts
from forensic_lpr.report.parts import Attachment, Block
from forensic_lpr.report.texts import DASH, or_dash

HEADER_LENGTH = 60


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
