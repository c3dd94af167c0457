"""Verify a case: the file, the chain, the documents, the evidence, every reading replayed, every report.

The case is only read. After a failure everything is checked that still can be; the first difference is named.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from forensic_lpr import __version__
from forensic_lpr.case.store import CaseFile
from forensic_lpr.core.audit import Head
from forensic_lpr.core.caseview import CaseView, RecordedExhibit, RecordedReading, RecordedReport
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import (
    Cancelled,
    CaseInvalid,
    CaseLocked,
    EvidenceUnreadable,
    ForensicLprError,
    ReadingDiffers,
)
from forensic_lpr.media.source import FrameSource, open_source
from forensic_lpr.operations.case import OpenCase
from forensic_lpr.operations.locating import find_evidence, find_report
from forensic_lpr.operations.replay import RecognizerShelf, replay


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
    with ExitStack() as open_files:
        try:
            file = open_files.enter_context(CaseFile.open(path, writable=False))
            view = OpenCase(file).view
            _check_documents(file, view)
        except CaseLocked:
            raise
        except ForensicLprError as error:
            return Verification((Finding("record", False, str(error)),), None)
        detail = f"{view.head.rows} rows follow from one another and tell what can have happened."
        findings.append(Finding("record", True, detail))
        check = _Files(file.path, view, tuple(look_in), progress, open_files)
        for exhibit in view.exhibits:
            findings.append(_tried(f"exhibit {exhibit.number}", partial(check.exhibit, exhibit)))
        for reading in view.readings:
            findings.append(_tried(f"reading {reading.act.reading}", partial(check.reading, reading)))
        for number, report in enumerate(view.reports, start=1):
            findings.append(_tried(f"report {number}", partial(check.report, number, report)))
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


class _Files:
    """Checks that need files beside the case; each raises its difference as one sentence."""

    def __init__(
        self, path: Path, view: CaseView, look_in: tuple[Path, ...], progress: Progress, open_files: ExitStack
    ) -> None:
        self._path, self._view, self._look_in = path, view, look_in
        self._progress, self._open_files = progress, open_files
        self._sources: dict[int, FrameSource] = {}
        self._shelf = RecognizerShelf(look_in)
        self._formats = load_formats()

    def exhibit(self, exhibit: RecordedExhibit) -> str:
        """The file has the digests of its acquisition."""
        found = find_evidence(self._path, exhibit, self._look_in, self._progress)
        self._sources[exhibit.number] = self._open_files.enter_context(
            open_source(
                found, stream=exhibit.item.media.stream
            )  # with a decode pass of its own, no kept table
        )
        return f"{found.name} has the digests of its acquisition."

    def reading(self, recorded: RecordedReading) -> str:
        """Repeated from the evidence, the reading comes out as recorded."""
        number = recorded.act.reading
        exhibit = self._view.plates[recorded.act.plate - 1].place.exhibit
        source = self._sources.get(exhibit)
        if source is None:
            raise EvidenceUnreadable(
                f"Reading {number} cannot be repeated: exhibit {exhibit} is not there as it was acquired."
            )
        if source.info.kind == "video":
            source.table(self._progress)
        result = replay(recorded, source, self._shelf, self._formats, self._progress)
        if result.difference:
            version = recorded.reading.program_version
            made = (
                ""
                if version == __version__
                else f" It was made with version {version}, this is {__version__}."
            )
            raise ReadingDiffers(f"Reading {number} of plate {recorded.act.plate}: {result.difference}{made}")
        how = "to the bit" if result.exact else "within the tolerance for another machine"
        return f"Repeated, it comes out the same {how}."

    def report(self, number: int, report: RecordedReport) -> str:
        """The report has the digest with which it was written."""
        found = find_report(self._path, number, report.act, self._look_in)
        return f"{found.name} is as it was written."
