"""Report a case: find everything again in the evidence, typeset, write the file, record its digest.

Capture (the case as it stands, the head) -> compute (:func:`make_case_report`, any thread; the case file is not
touched) -> record (:func:`record_case_report`, on the thread that owns the case).
"""

import math
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr import __version__
from forensic_lpr.core.caseview import CaseView, RecordedExhibit, RecordedPlate, RecordedReading
from forensic_lpr.core.cornertest import CornerTest
from forensic_lpr.core.evidence import Frame, FrameRef
from forensic_lpr.core.formats import PlateFormat, load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.errors import FormatInvalid, ReportFailed, WeightsInvalid
from forensic_lpr.imaging.pipeline import apply
from forensic_lpr.imaging.quality import detail
from forensic_lpr.media.source import FrameSource, open_source
from forensic_lpr.operations.acquire import list_frames
from forensic_lpr.operations.case import OpenCase
from forensic_lpr.operations.cornertest import corner_test, track_corner_test
from forensic_lpr.operations.environment import environment
from forensic_lpr.operations.examine import report_made
from forensic_lpr.operations.locating import find_evidence
from forensic_lpr.operations.performance import find_performance
from forensic_lpr.operations.read import DEFAULT_WEIGHTS
from forensic_lpr.operations.replay import RecognizerShelf
from forensic_lpr.operations.report import write_beside
from forensic_lpr.operations.selftest import check_sample_case
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.report.casemodel import build_case
from forensic_lpr.report.figures import native_crop
from forensic_lpr.report.language import language_named
from forensic_lpr.report.material import (
    CaseHead,
    ExhibitNow,
    Material,
    PlateShown,
    ReadingShown,
    SelfTest,
    StripFrame,
)
from forensic_lpr.report.model import date_of
from forensic_lpr.report.pdf import render

_MARGIN_PX = 8
"""Kept round a plate: a corner moves by one pixel, and a rectified pixel looks at a few beside it."""


def case_head(language: str = "en", issued_at: str | None = None, signer: str = "") -> CaseHead:
    """What is said of the report itself; ``issued_at`` is ISO 8601, ``None`` for the local time of now.

    Raises:
        ReportFailed: there is no report in that language, or the date is no date.
    """
    if issued_at is None:
        issued_at = datetime.now().astimezone().isoformat(timespec="seconds")
    date_of(issued_at, issued_at)  # known before the work is done
    return CaseHead(issued_at, language_named(language), signer)


def make_case_report(
    path: Path, view: CaseView, head: CaseHead, look_in: Sequence[Path] = (), progress: Progress = silent
) -> bytes:
    """The report of a case as PDF; the same case and head on the same machine give the same bytes.

    Args:
        path: The case file, beside which evidence may lie; it is not opened.
        view: The case as it stands.
        head: What is said of the report itself.
        look_in: Folders in which moved evidence and weights are looked for as well.
        progress: Told what is done.

    Raises:
        EvidenceChanged: an exhibit is no longer the file acquired, or a frame decodes to other pixels.
        EvidenceUnreadable: an exhibit is not to be found or cannot be read.
        ReportFailed: the document could not be typeset, or the date of issue is no date.
        Cancelled: by the progress callback.
    """
    return render(build_case(gather(path, view, head, look_in, progress)))


def gather(
    path: Path, view: CaseView, head: CaseHead, look_in: Sequence[Path] = (), progress: Progress = silent
) -> Material:
    """Everything that the report is made from; see :func:`make_case_report`."""
    with ExitStack() as open_files:
        search = _Search(path, view, tuple(look_in), progress, open_files)
        exhibits = tuple(search.exhibit(exhibit) for exhibit in view.exhibits)
        plates = tuple(search.plate(plate) for plate in view.plates)
        return Material(head, view, exhibits, plates, search.self_test(), environment(), __version__)


def record_case_report(case: OpenCase, target: Path, data: bytes) -> CaseView:
    """Write a report and record it: the file first, so that the record names nothing that is not there.

    Raises:
        ReportFailed: the file cannot be written, or it is the case or one of its exhibits.
        CaseNotWritten: the file is written but could not be recorded.
    """
    taken = [case.path, *(exhibit.item.path for exhibit in case.view.exhibits)]
    write_beside(target, data, taken)
    return report_made(case, target, data, tuple(plate.number for plate in case.view.plates))


class _Search:
    """Finds again in the evidence what the record names."""

    def __init__(
        self, path: Path, view: CaseView, look_in: tuple[Path, ...], progress: Progress, open_files: ExitStack
    ) -> None:
        self._path, self._view, self._look_in = path, view, look_in
        self._progress, self._open_files = progress, open_files
        self._sources: dict[int, FrameSource] = {}
        self._shelf = RecognizerShelf(look_in)
        self._formats: tuple[PlateFormat, ...] = load_formats()

    def exhibit(self, exhibit: RecordedExhibit) -> ExhibitNow:
        """The exhibit with its digest of now; those that hold plates are opened and decoded whole."""
        found = find_evidence(self._path, exhibit, self._look_in, self._progress)
        remarks = None
        if any(plate.place.exhibit == exhibit.number for plate in self._view.plates):
            item = replace(exhibit.item, path=found)
            source = open_source(found, stream=item.media.stream, lister=partial(list_frames, item))
            self._sources[exhibit.number] = self._open_files.enter_context(source)
            if source.info.kind == "video":
                remarks = source.table(self._progress).remarks
        # The digests were compared while it was looked for.
        return ExhibitNow(exhibit, exhibit.item.digests.sha256, remarks)

    def plate(self, plate: RecordedPlate) -> PlateShown:
        """A plate with its last reading of each kind."""
        marked = self._frame(plate.marked.exhibit, plate.marked.frame, plate.marked.frame_digest)
        last = {reading.act.what: reading for reading in plate.readings}
        chosen = sorted(last.values(), key=lambda reading: reading.act.reading)
        shown = tuple(self._reading(plate, reading) for reading in chosen)
        return PlateShown(plate, marked, detail(marked.image, plate.marked.quad), shown)

    def _reading(self, plate: RecordedPlate, recorded: RecordedReading) -> ReadingShown:
        reading = recorded.reading
        exhibit = plate.place.exhibit
        recognizer, problem = self._recognizer(recorded)
        stored = find_performance(reading.weights.sha256)
        if isinstance(reading, PlateReading):
            request = reading.request
            frame = self._frame(exhibit, request.frame, request.frame_digest)
            test = None
            if recognizer is not None:
                test, problem = self._test_frame(frame, reading, recognizer)
            sharp = detail(frame.image, request.quad)
            return ReadingShown(recorded, frame, request.quad, (), sharp, test, problem, stored)
        return self._track(exhibit, recorded, reading, recognizer, problem)

    def _track(
        self,
        exhibit: int,
        recorded: RecordedReading,
        reading: TrackReading,
        recognizer: Recognizer | None,
        problem: str,
    ) -> ReadingShown:
        mark = reading.track.request.marks[0]
        shown: Frame | None = None
        strip, used, images = [], [], []
        for number, one in enumerate(reading.frames):
            self._progress(number, len(reading.frames), "frames of the track")
            frame = self._frame(exhibit, one.tracked.frame, one.frame_digest)
            crop = native_crop(frame.image, one.tracked.quad)
            strip.append(StripFrame(frame.ref, frame.picture_type, frame.digest, crop.image.copy()))
            if reading.fused.used[number]:
                cut, quad = _cut(frame.image, one.tracked.quad)
                used.append(replace(one, tracked=replace(one.tracked, quad=quad)))
                images.append(cut)
            if frame.ref == mark.frame:
                shown = frame
        if shown is None:
            raise ReportFailed(f"Reading {recorded.act.reading} does not hold the frame that was marked.")
        test = None
        if recognizer is not None:
            try:
                test = track_corner_test(
                    used, images, recognizer, self._formats, reading.format_requested, self._progress
                )
            except FormatInvalid as error:
                problem = str(error)
        details = sorted(one.detail for one in reading.frames)
        stored = find_performance(reading.weights.sha256)
        middle = details[len(details) // 2]
        return ReadingShown(recorded, shown, mark.quad, tuple(strip), middle, test, problem, stored)

    def _test_frame(
        self, frame: Frame, reading: PlateReading, recognizer: Recognizer
    ) -> tuple[CornerTest | None, str]:
        """The corner test of a reading of one frame, or why it cannot be made."""
        request = reading.request
        image = apply(request.recipe, frame.image, self._progress)
        try:
            name = request.format_name
            return corner_test(image, request.quad, recognizer, self._formats, name, self._progress), ""
        except FormatInvalid as error:
            return None, str(error)

    def _recognizer(self, recorded: RecordedReading) -> tuple[Recognizer | None, str]:
        """The weights that read, or why they cannot be had."""
        try:
            return self._shelf.get(recorded.act.weights, recorded.reading.weights)[0], ""
        except WeightsInvalid as error:
            return None, str(error)

    def _frame(self, exhibit: int, ref: FrameRef, digest: str) -> Frame:
        """A frame that must decode to the pixels that were recorded."""
        frame = self._sources[exhibit].frame(ref)
        if frame.digest != digest:
            raise ReportFailed(
                f"Frame {ref.index} of exhibit {exhibit} decodes to other pixels than those that were recorded."
            )
        return frame

    def self_test(self) -> SelfTest:
        """The sample case read on this machine, by the weights of the last reading where they can be had."""
        readings = self._view.readings
        try:
            if readings:
                last = readings[-1]
                recognizer = self._shelf.get(last.act.weights, last.reading.weights)[0]
            else:
                recognizer = Recognizer.load(DEFAULT_WEIGHTS)
        except WeightsInvalid as error:
            return SelfTest("", (), str(error))
        checks = check_sample_case(recognizer, DEFAULT_WEIGHTS)
        told = tuple((check.name, check.passed, check.detail) for check in checks)
        return SelfTest(recognizer.identity.name, told)


def _cut(image: NDArray[np.uint8], quad: Quad) -> tuple[NDArray[np.uint8], Quad]:
    """The part of a frame that the corner test looks at, and the corners in it: a whole long track would fill the
    memory with frames."""
    x0, y0, x1, y1 = quad.bounds()
    left, top = max(0, math.floor(x0) - _MARGIN_PX), max(0, math.floor(y0) - _MARGIN_PX)
    part = image[top : math.ceil(y1) + _MARGIN_PX + 1, left : math.ceil(x1) + _MARGIN_PX + 1].copy()
    return part, quad.shifted(-left, -top)
