"""What the window asks of the workers for a case: open, find evidence again, verify, package."""

import logging
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from forensic_lpr.case.opening import log_beside
from forensic_lpr.case.store import SUFFIX
from forensic_lpr.core.caseview import RecordedExhibit
from forensic_lpr.core.progress import Progress
from forensic_lpr.errors import CaseNotWritten, ForensicLprError
from forensic_lpr.gui.jobs import Acquired
from forensic_lpr.gui.pictures import to_picture, to_thumbnail
from forensic_lpr.operations.case import OpenCase, is_empty, open_case
from forensic_lpr.operations.second import begin

if TYPE_CHECKING:
    from forensic_lpr.operations.blindcopy import TakenIn
    from forensic_lpr.operations.verify import Verification

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class OpenCaseFile:
    """Open a case file; from then on it belongs to the main thread."""

    path: Path
    who: str = ""
    second: bool = False

    def __call__(self, progress: Progress) -> OpenCase:
        """Raises CaseInvalid, CaseLocked, CaseNotWritten, or ActRefused where there is nothing for a second reader."""
        case = open_case(self.path, self.who)
        try:
            if self.second:
                begin(case)
        except BaseException:
            case.close()
            raise
        return case


@dataclass(frozen=True)
class SaveCaseAs:
    """Copy a closed case to a file that is not there yet, and open that one; an unsaved one is not kept twice."""

    source: Path
    target: Path
    who: str
    moves: bool

    def __call__(self, progress: Progress) -> OpenCase:
        """Raises CaseNotWritten, CaseInvalid or CaseLocked."""
        partial = self.target.with_name(f".{self.target.name}.part")
        try:
            if self.target.exists():
                raise CaseNotWritten("The case was not saved: there is a file of that name already.")
            shutil.copyfile(self.source, partial)
            partial.rename(self.target)
            if self.moves:
                self.source.unlink()
        except OSError as error:
            with suppress(OSError):
                partial.unlink()
            raise CaseNotWritten(f"The case was not saved: {error.strerror or error}.") from error
        return open_case(self.target, self.who)


@dataclass(frozen=True)
class LeftBehind:
    """An unsaved case that a session left when it ended without being closed."""

    path: Path
    when: str
    exhibits: int
    plates: int


@dataclass(frozen=True)
class PutInOrder:
    """Put the unsaved cases of a session that was not closed in order; those in which nothing was done are removed."""

    folder: Path

    def __call__(self, progress: Progress) -> tuple[LeftBehind, ...]:
        """Those that hold work, the latest first; what cannot be opened is left as it is."""
        found = []
        for path in sorted(self.folder.glob(f"*{SUFFIX}"), reverse=True):
            if not log_beside(path).exists():
                continue
            try:
                with open_case(path) as case:  # closing it leaves one whole file
                    view, empty = case.view, is_empty(case.view)
                if empty:
                    path.unlink()
                else:
                    when = view.events[-1].local_time
                    found.append(LeftBehind(path, when, len(view.exhibits), len(view.plates)))
            except (ForensicLprError, OSError) as error:
                _LOG.warning("the unsaved case %s stays as it is: %s", path.name, error)
        return tuple(found)


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
        stream, fields = self.exhibit.item.media.taken
        source = open_source(path, stream=stream, fields=fields)
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
    who: str

    def __call__(self, progress: Progress) -> tuple[str, ...]:
        """Raises CaseInvalid, CaseLocked, CaseNotWritten, EvidenceUnreadable, EvidenceChanged or Cancelled."""
        from forensic_lpr.operations.packaging import package

        return package(self.path, self.target, self.who, progress=progress)


@dataclass(frozen=True)
class MakeBlindCopy:
    """Make a blind copy of a case that is closed."""

    path: Path
    target: Path
    examiner: str
    who: str

    def __call__(self, progress: Progress) -> Path:
        """Raises ActRefused, CaseInvalid, CaseLocked, CaseNotWritten, EvidenceUnreadable or -Changed, or Cancelled."""
        from forensic_lpr.operations.blindcopy import blind_copy

        return blind_copy(self.path, self.target, self.examiner, self.who, progress=progress)


@dataclass(frozen=True)
class TakeIn:
    """Take the readings of a blind copy into its case; both are closed."""

    path: Path
    copy: Path
    who: str

    def __call__(self, progress: Progress) -> "TakenIn":
        """Raises ActRefused, CaseInvalid, CaseLocked, CaseNotWritten or Cancelled."""
        from forensic_lpr.operations.blindcopy import take_in

        return take_in(self.path, self.copy, self.who, progress)
