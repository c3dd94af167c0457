"""Readings made by hand, without a network, and cases of one of them, for the tests of the report."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core import acts
from forensic_lpr.core.actrows import kind_of, parameters_of
from forensic_lpr.core.acts import Act, Place
from forensic_lpr.core.alphabet import LATIN36, Alphabet
from forensic_lpr.core.audit import START, Draft, Head
from forensic_lpr.core.canonical import canonical
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import CaseView
from forensic_lpr.core.evidence import STILL, Digests, EvidenceItem, Frame, FrameRef, MediaInfo
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.history import History
from forensic_lpr.core.ranking import rank_plates
from forensic_lpr.core.reading import PlateReading, ReadRequest, SlotProbabilities, WeightsIdentity
from forensic_lpr.media.hashing import digest_pixels
from forensic_lpr.report.material import CaseHead, ExhibitNow, Material, PlateShown, ReadingShown, SelfTest

SHA256 = "3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8555"
MD5 = "9e107d9d372bb6826bd81d3542a419d6"
WEIGHTS_SHA256 = "c0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc"
ENVIRONMENT = (
    ("Platform", "Linux-6.1-x86_64"),
    ("Python", "3.11.7"),
    ("numpy", "2.4.6"),
    ("typst", "0.15.2"),
)
ISSUED = "2026-11-05T10:00:00+01:00"
FACTS = Case(
    "c0de",
    number="2026-0417",
    laboratory="Laboratory for Image Evidence",
    examiner="A. Examiner",
    question="Which characters does the rear plate of the dark car show?",
    created_at="2026-11-04T16:00:00+01:00",
)
HOSTILE = '#read("/etc/passwd") "quoted" *bold* _x_ $x$ @ref <label> \\ `raw` [] {} //'
HOSTILE_NAME = 'a\u202egpj.exe אבג 😀 #read("x") $1$ @y <z>.png'


def picture(width: int, height: int, quad: Quad) -> NDArray[np.uint8]:
    """A shaded frame with a light plate and dark strokes where the quad is."""
    across = (60 + 90 * np.arange(width) / width).astype(np.uint8)
    down = (50 + 50 * np.sin(9 * np.arange(height) / height)).astype(np.uint8)
    image = np.repeat((across[None, :] + down[:, None])[:, :, None], 3, axis=2)
    x0, y0, x1, y1 = (round(v) for v in quad.bounds())
    image[y0 : y1 + 1, x0 : x1 + 1] = (205, 205, 198)
    step = max(1, (x1 - x0) // 14)
    for start in range(x0 + step, x1 - step + 1, 2 * step):
        image[y0 + (y1 - y0) // 4 : y1 - (y1 - y0) // 4 + 1, start : start + step] = (35, 35, 40)
    image.setflags(write=False)
    return image


def slots(text: str = "ABC1D23", alphabet: Alphabet = LATIN36, sure: float = 3.0) -> SlotProbabilities:
    """Slot probabilities that favour ``text``, less and less from slot to slot."""
    rng = np.random.default_rng(7)
    scores = rng.normal(size=(len(text), len(alphabet)))
    for slot, character in enumerate(text):
        scores[slot, alphabet.symbols.index(character)] = sure + 6.0 * (len(text) - slot) / len(text)
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return SlotProbabilities(scores, alphabet)


def item(
    name: str = "camera 4.avi", kind: str = "video", width: int = 640, height: int = 360
) -> EvidenceItem:
    facts = (
        ("Pixel format", "yuv420p, 8 bits"),
        ("Frame rate", "25 frames a second, constant"),
        ("Time base", "1/25 s"),
        ("Field order", "interlaced, top field first"),
        ("Colour matrix", "BT.601 (470BG), not stated, taken from the height"),
        ("Decoder", "h264 of libavcodec 62.11.100, PyAV 18.1.0"),
    )
    video = MediaInfo("video", "avi", "h264", width, height, facts, 250, Fraction(10))
    still = MediaInfo("still", "PNG", "PNG", width, height, (("Pixels", "RGB, 8 bits a channel"),), 1, None)
    media = video if kind == "video" else still
    return EvidenceItem(
        Path("/evidence") / name, Digests(SHA256, MD5, 7_340_032), media, "2026-11-04T16:20:11+01:00"
    )


def reading(
    of: EvidenceItem,
    frame: Frame,
    quad: Quad,
    format_name: str = "auto",
    given: SlotProbabilities | None = None,
) -> PlateReading:
    given = given or slots()
    letters, digits = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), frozenset("0123456789")
    syntax = (letters, letters, letters, digits, letters, digits, digits)
    small = np.linspace(30, 220, 120 * 40).reshape(40, 120).astype(np.uint8)
    card = (
        ("Name", "multitask-2019-br"),
        ("Network", "multitask_2019"),
        ("Characters", LATIN36.symbols),
        ("Slots", "7"),
        ("Plate image", "120 x 40 pixels, grey, mean 0 and deviation 1"),
        (
            "Training data",
            "Synthetic Brazilian plates, grey and Mercosur, drawn in nine typefaces and degraded by a "
            "camera model with blur, noise, low resolution and JPEG or H.264 compression; no photographs.",
        ),
        ("Training samples", "12,800,000"),
        ("Trained", "2026-10-30 with program version 0.1.0"),
        ("Whole plate right, synthetic test, 40 to 60 px wide", "71.3 % of 2,000"),
    )
    return PlateReading(
        request=ReadRequest(of.digests.sha256, frame.ref, frame.digest, quad, format_name, "default"),
        plate_image=small,
        slots=given,
        plates=rank_plates(given.log_probabilities, given.alphabet, [syntax], 20),
        plates_without_syntax=rank_plates(given.log_probabilities, given.alphabet, (), 20),
        format_name="br-mercosur",
        warnings=("The plate is only 28 pixels wide; few characters can be told apart at that size.",),
        weights=WeightsIdentity("multitask-2019-br", WEIGHTS_SHA256, "multitask_2019", card),
        program_version="0.1.0",
    )


def frame_of(quad: Quad, width: int = 640, height: int = 360, ref: FrameRef | None = None) -> Frame:
    image = picture(width, height, quad)
    return Frame(image, ref or FrameRef(84, 84, Fraction(1, 25)), "P", digest_pixels(image))


Arguments = tuple[Case, EvidenceItem, Frame, PlateReading]


def material(facts: Case, of: EvidenceItem, frame: Frame, read: PlateReading) -> Material:
    """A case of one exhibit with one plate that the machine read, as it is gathered for a report."""
    view = case_of(facts, of, frame, read)
    (plate,), (exhibit,) = view.plates, view.exhibits
    shown = ReadingShown(plate.readings[0], frame, read.request.quad, (), 1.0, None, "It was not made.", None)
    return Material(
        CaseHead(ISSUED),
        view,
        (ExhibitNow(exhibit, of.digests.sha256, () if of.media.kind == "video" else None),),
        (PlateShown(plate, frame, 1.0, (shown,)),),
        SelfTest("", (), "It was not made."),
        ENVIRONMENT,
        "0.1.0",
    )


def case_of(facts: Case, of: EvidenceItem, frame: Frame, read: PlateReading) -> CaseView:
    """The case as its acts make it, without a file."""
    likeliest = read.plates[0].text if read.plates else ""
    document = hashlib.sha256(canonical(read).encode("ascii")).hexdigest()
    told: tuple[Act, ...] = (
        acts.CaseCreated(facts),
        acts.EvidenceAcquired(1, of, ""),
        acts.QuadSet(1, Place(1, frame.ref, frame.digest, read.request.quad)),
        acts.Unblinded(1, ""),
        acts.ReadingRecorded(1, 1, "frame", document, likeliest, "default", ENVIRONMENT),
        acts.MachineReadingShown(1, 1),
    )
    history, head = History(lambda act: read), Head(0, START)
    for act in told:
        draft = Draft("A. Examiner", kind_of(act), parameters_of(act), "0.1.0")
        event = draft.after(head, datetime(2026, 11, 4, 15, 30, tzinfo=UTC))
        history.take(event)
        head = Head(event.sequence, event.hash)
    return history.view()


@cache
def ordinary() -> Arguments:
    quad = Quad.from_points([(300.25, 200), (392, 206.5), (391, 238), (299.5, 231)])
    frame = frame_of(quad)
    return FACTS, item(), frame, reading(item(), frame, quad)


@cache
def tiny_in_8k() -> Arguments:
    quad = Quad.from_box(7000, 4000, 13, 5)
    frame = frame_of(quad, 7680, 4320, STILL)
    still = item("frame.png", "still", 7680, 4320)
    return FACTS, still, frame, reading(still, frame, quad)


@cache
def hostile() -> Arguments:
    quad = Quad.from_box(40, 30, 60, 20)
    frame = frame_of(quad, 120, 90, STILL)
    still = item(HOSTILE_NAME, "still", 120, 90)
    facts = Case(
        "c0de",
        number=HOSTILE,
        laboratory=HOSTILE,
        examiner=HOSTILE,
        request=HOSTILE,
        question=f"{HOSTILE}\n\n{HOSTILE_NAME}",
        created_at="2026-11-05T09:00:00+01:00",
    )
    padded = Alphabet(LATIN36.characters, "_")
    read = reading(still, frame, quad, "br-grey", slots("AB12___", padded))
    return facts, still, frame, read


@cache
def bare() -> Arguments:
    """Nothing said by the examiner, a name without a place to break, no plate in the list, upright frame."""
    quad = Quad.from_box(100, 400, 160, 50)
    frame = frame_of(quad, 360, 800)
    evidence = item("n" * 200 + ".avi", width=360, height=800)
    full = reading(evidence, frame, quad)
    empty = Case("c0de", created_at="2026-11-04T16:00:00+01:00")
    return empty, evidence, frame, replace(full, plates=(), format_name="", warnings=())


CASES: dict[str, Callable[[], Arguments]] = {
    "ordinary": ordinary,
    "tiny": tiny_in_8k,
    "hostile": hostile,
    "bare": bare,
}
