"""What the window asks of the workers for a case: open, find evidence again, verify, package."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from forensic_lpr.core.caseview import RecordedExhibit
from forensic_lpr.core.progress import Progress
from forensic_lpr.gui.jobs import Acquired
from forensic_lpr.gui.pictures import to_picture, to_thumbnail
from forensic_lpr.operations.case import OpenCase, open_case

if TYPE_CHECKING:
    from forensic_lpr.operations.verify import Verification


@dataclass(frozen=True)
class OpenCaseFile:
    """Open a case file; from then on it belongs to the main thread."""

    path: Path

    def __call__(self, progress: Progress) -> OpenCase:
        """Raises CaseInvalid, CaseLocked or CaseNotWritten."""
        return open_case(self.path)


@dataclass(frozen=True)
class Reopen:
    """Find an exhibit of a case again, check its digests and decode its first frame."""

    case_path: Path
    exhibit: RecordedExhibit

    def __call__(self, progress: Progress) -> Acquired:
        """Raises EvidenceUnreadable, EvidenceChanged or Cancelled."""
        from forensic_lpr.media.source import open_source
        from forensic_lpr.operations.locating import find_evidence

        path = find_evidence(self.case_path, self.exhibit, (), progress).absolute()
        source = open_source(path, stream=self.exhibit.item.media.stream)
        frame = source.first()
        item = replace(self.exhibit.item, path=path)
        return Acquired(item, source, frame, to_picture(frame.image), to_thumbnail(frame.image))


@dataclass(frozen=True)
class VerifyCase:
    """Verify a case that is closed."""

    path: Path

    def __call__(self, progress: Progress) -> "Verification":
        """Raises CaseLocked or Cancelled."""
        from forensic_lpr.gui.preload import preload_network_libraries

        preload_network_libraries()
        from forensic_lpr.operations.verify import verify

        return verify(self.path, (), progress)


@dataclass(frozen=True)
class PackageCase:
    """Package a case that is closed."""

    path: Path
    target: Path

    def __call__(self, progress: Progress) -> tuple[str, ...]:
        """Raises CaseInvalid, CaseLocked, CaseNotWritten, EvidenceUnreadable, EvidenceChanged or Cancelled."""
        from forensic_lpr.operations.packaging import package

        return package(self.path, self.target, progress=progress)
