"""The files that a case rests on, found again: evidence by its digests, weights by theirs, each opened once."""

from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from forensic_lpr.core.caseview import CaseView, RecordedExhibit, RecordedReading
from forensic_lpr.core.formats import PlateFormat, load_formats
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.media.source import FrameSource, open_source
from forensic_lpr.operations.acquire import list_woven
from forensic_lpr.operations.locating import find_evidence
from forensic_lpr.operations.replay import RecognizerShelf
from forensic_lpr.recognition.recognizer import Recognizer


class CaseFiles:
    """Finds and opens the files of a case; closing it closes them all.

    Attributes:
        shelf: Recognizers by the digest of their weights.
        formats: All plate formats.
    """

    def __init__(
        self,
        path: Path,
        view: CaseView,
        look_in: Sequence[Path] = (),
        progress: Progress = silent,
        kept_tables: bool = True,
    ) -> None:
        """Open nothing yet.

        Args:
            path: The case file, beside which its files may lie; it is not opened.
            view: The case as it stands.
            look_in: Folders in which moved files are looked for as well.
            progress: Told what is done.
            kept_tables: Whether a frame table kept from an earlier opening may be used; else a clip is decoded anew.
        """
        self._path, self._view, self._look_in = path, view, tuple(look_in)
        self._progress, self._kept_tables = progress, kept_tables
        self._open_files = ExitStack()
        self._found: dict[int, Path] = {}
        self._sources: dict[int, FrameSource] = {}
        self.shelf = RecognizerShelf(self._look_in)
        self.formats: tuple[PlateFormat, ...] = load_formats()

    def evidence(self, exhibit: RecordedExhibit) -> Path:
        """Where an exhibit lies with the digests of acquisition; hashed once.

        Raises:
            EvidenceUnreadable, EvidenceChanged: see :func:`find_evidence`.
            Cancelled: By the progress callback.
        """
        if exhibit.number not in self._found:
            self._found[exhibit.number] = find_evidence(self._path, exhibit, self._look_in, self._progress)
        return self._found[exhibit.number]

    def source(self, exhibit: RecordedExhibit) -> FrameSource:
        """The frames of an exhibit.

        Raises:
            EvidenceUnreadable, EvidenceChanged: see :func:`find_evidence`.
            Cancelled: By the progress callback.
        """
        if exhibit.number not in self._sources:
            found = self.evidence(exhibit)
            stream, fields = exhibit.item.media.taken
            item = exhibit.found_at(found)
            lister = partial(list_woven, item) if self._kept_tables else None
            source = open_source(found, stream=stream, lister=lister, fields=fields)
            self._sources[exhibit.number] = self._open_files.enter_context(source)
        return self._sources[exhibit.number]

    def listed(self, exhibit: RecordedExhibit) -> FrameSource:
        """The same, with the frame table of a clip at hand."""
        source = self.source(exhibit)
        if source.info.kind == "video":
            source.table(self._progress)
        return source

    def recognizer(self, recorded: RecordedReading) -> Recognizer:
        """The recognizer that made a reading.

        Raises:
            WeightsInvalid: its weights are nowhere, or are no longer what they were.
        """
        return self.shelf.get(recorded.act.weights, recorded.reading.weights)[0]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open_files.close()
