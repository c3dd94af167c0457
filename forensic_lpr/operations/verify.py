"""Verify a case: the file, the chain, the documents, the evidence, every reading replayed, every report.

The case is only read. After a failure everything is checked that still can be; the first difference is named.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from forensic_lpr import __version__
from forensic_lpr.case.store import CaseFile
from forensic_lpr.core.audit import Head
from forensic_lpr.core.caseview import CaseView, RecordedExhibit, RecordedReading, RecordedReport
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import (
    Cancelled,
    CaseInvalid,
    CaseLocked,
    EvidenceUnreadable,
    ForensicLprError,
    ReadingDiffers,
)
from forensic_lpr.operations.case import OpenCase
from forensic_lpr.operations.casefiles import CaseFiles
from forensic_lpr.operations.locating import find_report
from forensic_lpr.operations.replay import replay


@dataclass(frozen=True)
class Finding:
    """One thing that was checked: what, whether it holds, and what was found, in one sentence."""

    what: str
    holds: bool
    detail: str


@dataclass(frozen=True)
class Verification:
    """What verifying gave.

    Attributes:
        findings: In the order of checking.
        head: The end of the audit log, to be compared with the one printed in a report; ``None`` when the log
            does not hold.
    """

    findings: tuple[Finding, ...]
    head: Head | None

    @property
    def first_difference(self) -> str:
        """The first thing that does not hold, in one sentence; empty when all holds."""
        return next((f.detail for f in self.findings if not f.holds), "")

    @property
    def holds(self) -> bool:
        """Whether everything holds."""
        return all(f.holds for f in self.findings)


def verify(path: Path, look_in: Sequence[Path] = (), progress: Progress = silent) -> Verification:
    """Verify a case.

    Args:
        path: The case file.
        look_in: Folders in which moved evidence, reports and weights are looked for as well.
        progress: Told what is checked.

    Raises:
        CaseLocked: it is open elsewhere, so nothing can be said of it.
        Cancelled: By the progress callback.
    """
    findings: list[Finding] = []
    try:
        with CaseFile.open(path, writable=False) as file:
            view = OpenCase(file).view
            _check_documents(file, view)
            path = file.path
    except CaseLocked:
        raise
    except ForensicLprError as error:
        return Verification((Finding("record", False, str(error)),), None)
    detail = f"{view.head.rows} rows follow from one another and tell what can have happened."
    findings.append(Finding("record", True, detail))
    with CaseFiles(path, view, look_in, progress, kept_tables=False) as files:
        for exhibit in view.exhibits:
            findings.append(_tried(f"exhibit {exhibit.number}", partial(_exhibit, files, exhibit)))
        there = {exhibit.number for exhibit, f in zip(view.exhibits, findings[1:], strict=True) if f.holds}
        for reading in view.readings:
            check = partial(_reading, files, view, there, reading, progress)
            findings.append(_tried(f"reading {reading.act.reading}", check))
        for number, report in enumerate(view.reports, start=1):
            findings.append(_tried(f"report {number}", partial(_report, path, number, report, look_in)))
    return Verification(tuple(findings), view.head)


def _tried(what: str, check: Callable[[], str]) -> Finding:
    """What a check found: its sentence, or that of the error it ended in."""
    try:
        return Finding(what, True, check())
    except Cancelled:
        raise
    except ForensicLprError as error:
        return Finding(what, False, str(error))


def _check_documents(file: CaseFile, view: CaseView) -> None:
    """Those that the log names were checked when the readings were fetched; there must be no others.

    Raises:
        CaseInvalid: there is one that no row of the log names.
    """
    named = {reading.act.document for reading in view.readings}
    for sha256 in file.documents():
        if sha256 not in named:
            raise CaseInvalid(
                f"The case {file.path.name} holds the document {sha256[:12]}, which no row of the audit log names."
            )


def _exhibit(files: CaseFiles, exhibit: RecordedExhibit) -> str:
    """The file has the digests of its acquisition, and can be opened."""
    found = files.evidence(exhibit)
    files.source(exhibit)
    return f"{found.name} has the digests of its acquisition."


def _reading(
    files: CaseFiles, view: CaseView, there: set[int], recorded: RecordedReading, progress: Progress
) -> str:
    """Repeated from the evidence, the reading comes out as recorded."""
    number = recorded.act.reading
    exhibit = view.exhibits[view.plates[recorded.act.plate - 1].place.exhibit - 1]
    if exhibit.number not in there:
        raise EvidenceUnreadable(
            f"Reading {number} cannot be repeated: exhibit {exhibit.number} is not there as it was acquired."
        )
    result = replay(recorded, files.listed(exhibit), files.shelf, files.formats, progress)
    if result.difference:
        version = recorded.reading.program_version
        made = (
            "" if version == __version__ else f" It was made with version {version}, this is {__version__}."
        )
        raise ReadingDiffers(f"Reading {number} of plate {recorded.act.plate}: {result.difference}{made}")
    how = "to the bit" if result.exact else "within the tolerance for another machine"
    return f"Repeated, it comes out the same {how}."


def _report(path: Path, number: int, report: RecordedReport, look_in: Sequence[Path]) -> str:
    """The report has the digest with which it was written."""
    found = find_report(path, number, report.act, look_in)
    return f"{found.name} is as it was written."
