"""What the report of a case is made from, found again in the evidence: exhibits, frames, corner tests, self-test."""

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.caseview import CaseView, RecordedExhibit, RecordedPlate, RecordedReading
from forensic_lpr.core.cornertest import CornerTest
from forensic_lpr.core.evidence import Frame, FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.errors import FormatInvalid, ReportFailed, WeightsInvalid
from forensic_lpr.imaging.pipeline import apply
from forensic_lpr.imaging.quality import detail
from forensic_lpr.operations.casefiles import CaseFiles
from forensic_lpr.operations.cornertest import MarkedPlace, corner_test
from forensic_lpr.operations.performance import find_performance
from forensic_lpr.operations.read import DEFAULT_WEIGHTS
from forensic_lpr.operations.selftest import check_sample_case
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.report.figures import native_crop
from forensic_lpr.report.material import (
    CaseHead,
    ExhibitNow,
    Material,
    PlateShown,
    ReadingShown,
    SelfTest,
    StripFrame,
)

_MARGIN_PX = 8
"""Kept round a plate: a corner moves by one pixel, and a rectified pixel looks at a few beside it."""


class Gathering:
    """Finds again in the evidence what the record names; what is known already is not sought again."""

    def __init__(
        self, files: CaseFiles, view: CaseView, head: CaseHead, progress: Progress, known: Material | None
    ) -> None:
        self._files, self._view, self._head, self._progress = files, view, head, progress
        self._known = known
        self._known_readings = {
            shown.recorded.act.reading: shown
            for plate in (known.plates if known is not None else ())
            for shown in plate.readings
        }

    def exhibit(self, exhibit: RecordedExhibit) -> ExhibitNow:
        """The exhibit with its digest of now; clips that hold plates are decoded whole."""
        marked = any(plate.place.exhibit == exhibit.number for plate in self._view.plates)
        for now in self._known.exhibits if self._known is not None else ():
            if now.exhibit is exhibit and (now.remarks is not None or not marked):
                return now
        self._files.evidence(exhibit)
        remarks = None
        if marked:
            source = self._files.listed(exhibit)
            if source.info.kind == "video":
                remarks = source.table(self._progress).remarks
        # The digests were compared while it was looked for.
        return ExhibitNow(exhibit, exhibit.item.digests.sha256, remarks)

    def plate(self, plate: RecordedPlate) -> PlateShown:
        """A plate with the readings that are shown whole: those asked for, else its last of each kind."""
        shown = tuple(self._reading(plate, reading) for reading in self._wanted(plate))
        for old in self._known.plates if self._known is not None else ():
            if old.plate.marked == plate.marked and old.plate.number == plate.number:
                return replace(old, plate=plate, readings=shown)
        marked = self._frame(plate.marked.exhibit, plate.marked.frame, plate.marked.frame_digest)
        return PlateShown(plate, marked, detail(marked.image, plate.marked.quad), shown)

    def _wanted(self, plate: RecordedPlate) -> list[RecordedReading]:
        if self._head.readings is not None:
            return [reading for reading in plate.readings if reading.act.reading in self._head.readings]
        last = {reading.act.what: reading for reading in plate.readings}
        return sorted(last.values(), key=lambda reading: reading.act.reading)

    def _reading(self, plate: RecordedPlate, recorded: RecordedReading) -> ReadingShown:
        known = self._known_readings.get(recorded.act.reading)
        if known is not None and known.recorded is recorded:
            return known
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
        strip, places = [], []
        for number, one in enumerate(reading.frames):
            self._progress(number, len(reading.frames), "frames of the track")
            frame = self._frame(exhibit, one.tracked.frame, one.frame_digest)
            crop = native_crop(frame.image, one.tracked.quad)
            strip.append(StripFrame(frame.ref, frame.picture_type, frame.digest, crop.image.copy()))
            if reading.fused.used[number]:
                cut, quad = _cut(frame.image, one.tracked.quad)
                places.append(MarkedPlace(cut, quad, one.tracked.score))
            if frame.ref == mark.frame:
                shown = frame
        if shown is None:
            raise ReportFailed(f"Reading {recorded.act.reading} does not hold the frame that was marked.")
        test = None
        if recognizer is not None:
            try:
                test = corner_test(
                    places, recognizer, self._files.formats, reading.format_requested, self._progress
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
            place = MarkedPlace(image, request.quad)
            return corner_test([place], recognizer, self._files.formats, name, self._progress), ""
        except FormatInvalid as error:
            return None, str(error)

    def _recognizer(self, recorded: RecordedReading) -> tuple[Recognizer | None, str]:
        """The weights that read, or why they cannot be had."""
        try:
            return self._files.recognizer(recorded), ""
        except WeightsInvalid as error:
            return None, str(error)

    def _frame(self, exhibit: int, ref: FrameRef, digest: str) -> Frame:
        """A frame that must decode to the pixels that were recorded."""
        frame = self._files.listed(self._view.exhibits[exhibit - 1]).frame(ref)
        if frame.digest != digest:
            raise ReportFailed(
                f"Frame {ref.index} of exhibit {exhibit} decodes to other pixels than those that were recorded."
            )
        return frame

    def self_test(self) -> SelfTest:
        """The sample case read on this machine, by the weights of the last reading where they can be had."""
        readings = self._view.readings
        if self._known is not None and [r.act.reading for r in self._known.view.readings[-1:]] == [
            r.act.reading for r in readings[-1:]
        ]:
            return self._known.self_test
        try:
            recognizer = (
                self._files.recognizer(readings[-1]) if readings else Recognizer.load(DEFAULT_WEIGHTS)
            )
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
