"""Package a case: the case file, copies of its evidence and reports, and their digests, as a folder or a zip file.

Only names made here are used inside, so that nothing in a case can lead out of the package. A package is there whole
or not at all.
"""

import hashlib
import json
import secrets
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from forensic_lpr import __version__
from forensic_lpr.core import acts
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import CaseNotWritten, EvidenceChanged
from forensic_lpr.operations.case import OpenCase, open_case
from forensic_lpr.operations.locating import (
    find_evidence,
    find_report,
    packaged_evidence,
    packaged_report,
    safe_name,
)

SUMS, MANIFEST = "SHA256SUMS", "manifest.json"
_CHUNK = 2 << 20


@dataclass(frozen=True)
class Content:
    """One file of a package.

    Attributes:
        name: Its path inside, with ``/``.
        source: What is copied.
        sha256: What its digest must be, empty for what has none recorded.
    """

    name: str
    source: Path
    sha256: str


def package(
    path: Path, target: Path, who: str = "", look_in: Sequence[Path] = (), progress: Progress = silent
) -> tuple[str, ...]:
    """Package a closed case; the packaging is recorded in it first, so the copy tells of it too.

    Args:
        path: The case file; it must not be open.
        target: The folder to make, or a file that ends in ``.zip``; neither may be there already.
        who: Who does it; the examiner of the case if left out.
        look_in: Folders in which moved evidence and reports are looked for as well.
        progress: Told bytes copied.

    Returns:
        Names of the files inside.

    Raises:
        CaseInvalid, CaseLocked: the case cannot be opened.
        EvidenceUnreadable, EvidenceChanged: evidence or a report is missing, or no longer what was recorded.
        CaseNotWritten: the package is there already, or cannot be written.
        Cancelled: By the progress callback.
    """
    target = target.absolute()
    if target.exists():
        raise CaseNotWritten(
            f"There is {target.name} already; a package is never written over something else."
        )
    with open_case(path, who) as case:
        contents = _contents(case, look_in, progress)
        case.record(acts.Packaged(target.name, len(contents) + 3))
        number = case.view.case.number
    contents.insert(0, Content(safe_name(path), path, ""))
    return _written(target, contents, number, progress)


def _contents(case: OpenCase, look_in: Sequence[Path], progress: Progress) -> list[Content]:
    view = case.view
    found = [
        Content(
            packaged_evidence(exhibit),
            find_evidence(case.path, exhibit, look_in, progress),
            exhibit.item.digests.sha256,
        )
        for exhibit in view.exhibits
    ]
    for number, report in enumerate(view.reports, start=1):
        lies = find_report(case.path, number, report.act, look_in)
        found.append(Content(packaged_report(number, report.act), lies, report.act.sha256))
    return found


Opener = Callable[[str], IO[bytes]]
"""Opens a file of the package to be written, by its name inside."""


def _written(target: Path, contents: list[Content], number: str, progress: Progress) -> tuple[str, ...]:
    partial = target.with_name(f".package-{secrets.token_hex(8)}.part")
    try:
        with _package(partial, target.suffix.lower() == ".zip") as opener:
            told = []
            for content in contents:
                size, sha256 = _copied(content, opener, progress)
                told.append({"name": content.name, "sha256": sha256, "size": size})
            manifest = {"case": number, "files": told, "program_version": __version__}
            _write(opener, MANIFEST, json.dumps(manifest, indent=2, sort_keys=True) + "\n")
            _write(opener, SUMS, "".join(f"{one['sha256']}  {one['name']}\n" for one in told))
        partial.rename(target)
    except OSError as error:
        raise CaseNotWritten(
            f"The package cannot be written to {target}: {error.strerror or error}."
        ) from error
    finally:
        if partial.is_dir():
            shutil.rmtree(partial, ignore_errors=True)
        else:
            with suppress(OSError):
                partial.unlink()
    return (*(content.name for content in contents), MANIFEST, SUMS)


@contextmanager
def _package(path: Path, zipped: bool) -> Iterator[Opener]:
    """A new package that is empty yet."""
    if not zipped:
        path.mkdir()

        def into_folder(name: str) -> IO[bytes]:
            inside = path / name
            inside.parent.mkdir(parents=True, exist_ok=True)
            return inside.open("xb")

        yield into_folder
        return
    with zipfile.ZipFile(path, "x", zipfile.ZIP_STORED) as archive:

        def into_archive(name: str) -> IO[bytes]:
            return archive.open(zipfile.ZipInfo(name), "w", force_zip64=True)

        yield into_archive


def _write(opener: Opener, name: str, text: str) -> None:
    with opener(name) as file:
        file.write(text.encode("utf-8"))


def _copied(content: Content, opener: Opener, progress: Progress) -> tuple[int, str]:
    """Size and digest of what was copied; it must be what was recorded, also if it changed a moment ago."""
    digest, done = hashlib.sha256(), 0
    total = content.source.stat().st_size
    with content.source.open("rb") as source, opener(content.name) as copy:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
            done += len(chunk)
            progress(done, max(total, done), content.source.name)
    sha256 = digest.hexdigest()
    if content.sha256 and sha256 != content.sha256:
        raise EvidenceChanged(f"{content.source.name} changed while it was copied.")
    return done, sha256
