"""Report a reading: make the document, then write it beside the evidence and never over it.

Capture (the head filled in) -> compute (:func:`make_report`, any thread) -> record (:func:`write_report`).
"""

import contextlib
import secrets
from datetime import datetime
from pathlib import Path

from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.errors import ReportFailed
from forensic_lpr.media.hashing import check_digests
from forensic_lpr.operations.environment import environment
from forensic_lpr.report.model import ReportHead, build
from forensic_lpr.report.pdf import render


def report_head(
    *,
    title: str = "",
    laboratory: str = "",
    examiner: str = "",
    case_number: str = "",
    exhibit: str = "",
    question: str = "",
    issued_at: str | None = None,
) -> ReportHead:
    """What the examiner says of the case; ``issued_at`` is ISO 8601, ``None`` for the local time of now."""
    if issued_at is None:
        issued_at = datetime.now().astimezone().isoformat(timespec="seconds")
    return ReportHead(title, laboratory, examiner, case_number, exhibit, question, issued_at)


def make_report(
    head: ReportHead,
    item: EvidenceItem,
    frame: Frame,
    reading: PlateReading,
    progress: Progress = silent,
    clock: SceneClock | None = None,
) -> bytes:
    """The report of one reading as PDF; the same input on the same machine gives the same bytes.

    Args:
        head: What the examiner says of the case; ``issued_at`` is printed as given, no clock is asked.
        item: The evidence; its digest is computed again.
        frame: The frame that was read.
        reading: The reading.
        progress: Told the bytes hashed.
        clock: What a clock in the picture shows, where the examiner read it.

    Raises:
        EvidenceChanged: The file is no longer the one acquired.
        EvidenceUnreadable: It cannot be read.
        ReportFailed: The reading is of something else, or the document could not be typeset.
        Cancelled: By the progress callback.
    """
    check_digests(item.path, item.digests, progress)
    return render(build(head, item, frame, reading, item.digests.sha256, environment(), clock))


def write_report(path: Path, data: bytes, item: EvidenceItem) -> None:
    """Write a report so that there is either the whole of it or what was there before.

    Args:
        path: Where to; an older report there is replaced.
        data: The report.
        item: The evidence, whose file is never written, also not by another name.

    Raises:
        ReportFailed: ``path`` is the evidence file, or it cannot be written.
    """
    partial = path.parent / f".report-{secrets.token_hex(8)}.part"
    try:
        if path.absolute() == item.path or (
            path.exists() and item.path.exists() and path.samefile(item.path)
        ):
            raise ReportFailed(f"{path.name} is the evidence itself; choose another name for the report.")
        with partial.open("xb") as file:
            file.write(data)
        partial.replace(path)
    except OSError as error:
        raise ReportFailed(f"The report cannot be written to {path}: {error.strerror or error}.") from error
    finally:
        # Gone after a success; after a failure its folder may be out of reach as well.
        with contextlib.suppress(OSError):
            partial.unlink()
