"""Find the files of a case again: evidence and reports are kept by path and digest, and paths change.

A file counts only with the digest that was recorded, wherever it lies. Looked at in order: the recorded path, the
same path from the case file's folder, the file's name beside the case and where a package keeps it, and folders that
the examiner names.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from forensic_lpr.core import acts
from forensic_lpr.core.caseview import RecordedExhibit
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import EvidenceChanged, EvidenceUnreadable
from forensic_lpr.media.hashing import digest_file
from forensic_lpr.operations.case import OpenCase

EVIDENCE_FOLDER, REPORT_FOLDER = "evidence", "reports"
_OUTWARD = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))
_LONGEST = 120


def safe_name(path: Path) -> str:
    """A file's name that is a name on every system and leads nowhere: no folder, no control character."""
    name = "".join(c for c in path.name.translate(_OUTWARD) if c.isprintable()).strip(". ")
    name = name.encode("utf-8", "replace").decode("utf-8")
    stem, dot, ending = name.rpartition(".")
    if len(name) > _LONGEST:
        name = (
            f"{stem[: _LONGEST - len(ending) - 1]}.{ending}" if dot and len(ending) < 20 else name[:_LONGEST]
        )
    return name or "file"


def places(
    case_path: Path, path: Path, relative: str, packaged: str, look_in: Sequence[Path] = ()
) -> Iterator[Path]:
    """Where a file of a case may lie, the likeliest first, each once; only those that are there.

    Args:
        case_path: The case file.
        path: The recorded path.
        relative: The recorded path from the case file's folder, empty when there is none.
        packaged: The path inside a package.
        look_in: Folders that the examiner names.
    """
    folder = case_path.absolute().parent
    candidates = [path, folder / path.name, folder / packaged, *(f / path.name for f in look_in)]
    if relative and not Path(relative).is_absolute():
        candidates.insert(1, folder / relative)
    seen = set()
    for candidate in candidates:
        try:
            there = candidate.is_file()
        except (OSError, ValueError):
            continue  # a name that this system cannot have
        if there and candidate not in seen:
            seen.add(candidate)
            yield candidate


def packaged_evidence(exhibit: RecordedExhibit) -> str:
    """Where a package keeps an exhibit."""
    return f"{EVIDENCE_FOLDER}/{exhibit.number}/{safe_name(Path(exhibit.acquired_path))}"


def packaged_report(number: int, act: acts.ReportMade) -> str:
    """Where a package keeps a report."""
    return f"{REPORT_FOLDER}/{number}/{safe_name(act.path)}"


def find_evidence(
    case_path: Path, exhibit: RecordedExhibit, look_in: Sequence[Path] = (), progress: Progress = silent
) -> Path:
    """The path at which an exhibit lies with the digests of acquisition.

    Raises:
        EvidenceUnreadable: it is nowhere to be found, or cannot be read.
        EvidenceChanged: what was found is no longer the file that was acquired.
        Cancelled: By the progress callback.
    """
    item = exhibit.item
    found = list(places(case_path, item.path, exhibit.relative, packaged_evidence(exhibit), look_in))
    for path in found:
        if path.stat().st_size == item.digests.size and digest_file(path, progress) == item.digests:
            return path
    name = item.path.name
    if found:
        raise EvidenceChanged(
            f"Exhibit {exhibit.number}, {name}, is no longer the file that was acquired: "
            f"its SHA-256 is not {item.digests.sha256}."
        )
    raise EvidenceUnreadable(
        f"Exhibit {exhibit.number}, {name}, was not found at {item.path.parent} or beside the case."
    )


def relocate(
    case: OpenCase, number: int, look_in: Sequence[Path] = (), progress: Progress = silent
) -> EvidenceItem:
    """The item of an exhibit at the path where it lies now; a new path is recorded.

    Raises:
        EvidenceUnreadable: it is nowhere to be found, or cannot be read.
        EvidenceChanged: what was found is no longer the file that was acquired.
    """
    exhibit = case.view.exhibit(number)
    if exhibit is None:
        raise EvidenceUnreadable(f"The case has no exhibit {number}; it has {len(case.view.exhibits)}.")
    path = find_evidence(case.path, exhibit, look_in, progress).absolute()
    if path != exhibit.item.path:
        view = case.record(acts.EvidenceRelocated(number, path, case.relative(path)))
        return view.exhibits[number - 1].item
    return exhibit.item


def find_report(case_path: Path, number: int, act: acts.ReportMade, look_in: Sequence[Path] = ()) -> Path:
    """The path at which a report lies as it was written.

    Raises:
        EvidenceUnreadable: it is nowhere to be found, or cannot be read.
        EvidenceChanged: what was found is no longer the report that was written.
    """
    found = list(places(case_path, act.path, act.relative, packaged_report(number, act), look_in))
    for path in found:
        try:
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == act.sha256:
                    return path
        except OSError as error:
            raise EvidenceUnreadable(f"The report {path.name} cannot be read: {error.strerror}.") from error
    if found:
        raise EvidenceChanged(f"The report {act.path.name} is no longer the one that was written.")
    raise EvidenceUnreadable(
        f"Report {number}, {act.path.name}, was not found at {act.path.parent} or beside the case."
    )
