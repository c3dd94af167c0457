"""A case made from the sample case through the operations, as an examiner would make it; no value is made by hand."""

import json
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from forensic_lpr import paths
from forensic_lpr.core.acts import Place
from forensic_lpr.core.blind import BlindReading, parse_slots
from forensic_lpr.core.case import Case
from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.conclusion import parse_conclusion
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.core.track import Mark
from forensic_lpr.operations import examine, second
from forensic_lpr.operations.acquire import acquire, choose_frame, open_item
from forensic_lpr.operations.case import (
    OpenCase,
    add_evidence,
    mark,
    new_case,
    open_frame,
    set_clock,
    set_enhancement,
)
from forensic_lpr.operations.read import DEFAULT_WEIGHTS, capture, compute
from forensic_lpr.operations.track import capture_track, read_track, track
from forensic_lpr.recognition.recognizer import Recognizer

SAMPLE = paths.resources() / "sample"
TOLD = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
ISSUED = "2026-05-04T10:00:00-03:00"
FACTS = Case(
    "",
    number="2026-0417",
    laboratory="Laboratory for Image Evidence",
    examiner="A. Examiner",
    reviewer="B. Reviewer",
    authoriser="C. Head of Laboratory",
    request="District Court, reference 12 K 345/26, letter of 14 April 2026",
    question="Which characters does the plate in the car park show?\nWhich does that at the gate?",
    context="The examiner knew that a blue and a red car are sought, and no plate text.",
    received="2026-04-15",
)


def demo_case(folder: Path, facts: Case = FACTS, frames: int = 6) -> OpenCase:
    """The case, open: a still read blind twice and by the machine and reconciled twice, a clip as a track, unblinded.

    Args:
        folder: Where the case and copies of its evidence are made.
        facts: What the case is about.
        frames: Frames of the track.
    """
    case = new_case(folder / "demo.flpr", replace(facts))
    recognizer, formats = Recognizer.load(DEFAULT_WEIGHTS), load_formats()
    still, clip = TOLD[0], TOLD[2]

    item = acquire(Path(shutil.copy(SAMPLE / still["file"], folder)))
    exhibit = add_evidence(case, item)
    frame = choose_frame(item, None, None)
    open_frame(case, exhibit, frame)
    quad = Quad.from_points(still["quad"])
    number = mark(case, Place(exhibit, frame.ref, frame.digest, quad))
    examine.seal(case, number, BlindReading(parse_slots("KVR48[17]?"), "Glare on the last two."))
    reading = compute(capture(item, frame, quad), frame, recognizer, formats)
    examine.record_reading(case, number, reading, DEFAULT_WEIGHTS)
    conclusion = parse_conclusion(
        "KVR48(1)[71]",
        {7: "The last character is lost in glare; 7 and 1 remain."},
        "Six of seven characters.",
    )
    examine.reconcile(case, number, parse_conclusion("KVR48(1)7", {}, "All seven characters."))
    examine.withdraw(case, number, "The last character was taken for certain in glare.")
    examine.reconcile(case, number, conclusion)
    set_enhancement(case, exhibit, Recipe((Step.of("unsharp", radius=1.5),)), False)
    first_examiner, case.who = case.who, "D. Second"
    second.begin(case)
    second.seal(case, number, BlindReading(parse_slots("KVR4817"), "Read on another screen."))
    case.who = first_examiner

    item = acquire(Path(shutil.copy(SAMPLE / clip["file"], folder)))
    exhibit = add_evidence(case, item)
    frame = choose_frame(item, clip["frame"], None)
    open_frame(case, exhibit, frame)
    quad = Quad.from_points(clip["quad"])
    number = mark(case, Place(exhibit, frame.ref, frame.digest, quad))
    examine.unblind(case, number, "The plate had been read by the machine in an earlier case.")
    single = compute(capture(item, frame, quad), frame, recognizer, formats)
    examine.record_reading(case, number, single, DEFAULT_WEIGHTS)
    with open_item(item) as source:
        first = clip["frame"]
        request = capture_track(item, source.table(), [Mark(frame.ref, quad)], first, first + frames - 1)
        read = read_track(track(request, source), source, recognizer, formats)
    examine.record_reading(case, number, read, DEFAULT_WEIGHTS)
    set_clock(case, exhibit, SceneClock(frame.ref, datetime(2026, 4, 14, 17, 3, 21)))
    examine.switch_frames(case, number, (first + 1,))
    examine.switch_frames(case, number, ())
    return case
