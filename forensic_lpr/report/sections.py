"""The facts of each section, from the values of a reading."""

from collections.abc import Iterable

from forensic_lpr.core.clock import SceneClock, clock_text
from forensic_lpr.core.evidence import EvidenceItem, Frame, FrameRef
from forensic_lpr.core.integrity import RemarkKind
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import Recipe
from forensic_lpr.report.enhancement import NONE, count_of_steps
from forensic_lpr.report.parts import Fact, FactGroup, RankedPlate
from forensic_lpr.report.texts import DASH, byte_size, or_dash, percent, printable, seconds
from forensic_lpr.report.wire import SLOT_TOP


def facts(title: str, pairs: Iterable[tuple[str, str]]) -> FactGroup:
    """A group of (name, value) texts, made printable."""
    return FactGroup(title, tuple(Fact(or_dash(name), or_dash(value)) for name, value in pairs))


def evidence_facts(item: EvidenceItem, digest_now: str) -> tuple[FactGroup, ...]:
    """Section 1; ``digest_now`` is the digest at the time of the report, or empty."""
    media = item.media
    file = [
        Fact("File name", or_dash(item.path.name)),
        Fact("Size", byte_size(item.digests.size)),
        Fact("SHA-256", item.digests.sha256, code=True),
        Fact("MD5", item.digests.md5, code=True),
        Fact("Acquired", or_dash(item.acquired_at)),
    ]
    if digest_now:
        file.append(Fact("SHA-256 at the time of this report", digest_now, code=True))
    pairs = [
        ("Kind", media.kind),
        ("Container", media.container),
        ("Codec", media.codec),
        ("Picture as shown", f"{media.width} × {media.height} pixels"),
    ]
    if media.kind == "video":
        pairs.append(("Frames told by the container", str(media.frame_count) if media.frame_count else DASH))
        pairs.append(
            ("Duration told by the container", DASH if media.duration is None else seconds(media.duration))
        )
    return FactGroup("File", tuple(file)), facts("What the decoder says of it", (*pairs, *media.facts))


_REMARK_NAMES: dict[RemarkKind, str] = {
    "packets": "Damaged packets",
    "frames": "Damaged frames",
    "decoder": "Messages of the decoder",
    "reading": "Reading of the file",
    "unrepeatable": "Frames that decode differently",
    "gap": "Missing frames",
    "backward": "Time goes back",
    "end": "Missing end",
    "stamps": "Time stamps",
    "size": "Size of the pictures",
}


def integrity_facts(item: EvidenceItem, reading: PlateReading) -> tuple[FactGroup, ...]:
    """Section 1: what the full decode pass found in a clip; nothing for a still."""
    if item.media.kind == "still":
        return ()
    if reading.remarks is None:
        found = [
            ("Decode pass", "the clip was not decoded whole before this reading; damage was not looked for")
        ]
    elif not reading.remarks:
        found = [
            ("Decode pass", "the whole clip was decoded; nothing is missing or damaged as far as can be told")
        ]
    else:
        found = [("Decode pass", f"the whole clip was decoded; {_count(len(reading.remarks))} below")]
        for remark in reading.remarks:
            found.append((_REMARK_NAMES[remark.kind], remark.text))
    return (facts("Integrity of the clip", found),)


def _count(remarks: int) -> str:
    return "one remark" if remarks == 1 else f"{remarks} remarks"


def frame_facts(item: EvidenceItem, frame: Frame, clock: SceneClock | None = None) -> FactGroup:
    """Section 2; a still has no time and no picture type."""
    height, width = frame.image.shape[:2]
    facts = [Fact("Size", f"{width} × {height} pixels")]
    if item.media.kind == "still":
        facts.append(Fact("Frame", "the still picture itself; it has no time"))
    else:
        ref = frame.ref
        facts += [
            Fact("Index, counted from 0", str(ref.index)),
            Fact("Presentation time", seconds(ref.seconds)),
            *_clock_facts(ref, clock),
            Fact("Time stamp (pts) and time base", f"{ref.pts} × {ref.time_base} s"),
            Fact("Picture type", or_dash(frame.picture_type)),
        ]
    facts.append(Fact("SHA-256 of the RGB pixels", frame.digest, code=True))
    return FactGroup("Frame", tuple(facts))


def _clock_facts(ref: FrameRef, clock: SceneClock | None) -> tuple[Fact, ...]:
    if clock is None:
        return ()
    read = f"the examiner read {clock_text(clock.shown)} off frame {clock.frame.index}"
    return (Fact("By the clock in the picture", f"{clock_text(clock.at(ref)) or DASH}; {read}"),)


def plate_facts(reading: PlateReading) -> FactGroup:
    """Section 3: the quad."""
    quad = reading.request.quad
    names = ("Top left", "Top right", "Bottom right", "Bottom left")
    corners = [
        (name, f"x {x:.2f}, y {y:.2f} pixels") for name, (x, y) in zip(names, quad.points(), strict=True)
    ]
    return facts(
        "Corners, counted from the centre of the frame’s top-left pixel",
        (
            *corners,
            ("Width", f"{quad.width:.1f} pixels, mean of the upper and lower edge"),
            ("Height", f"{quad.height:.1f} pixels, mean of the left and right edge"),
            ("Angle", f"{quad.angle + 0.0:.1f}°; 0 is level, positive falls to the right"),
        ),
    )


def enhancement_facts(recipe: Recipe) -> FactGroup:
    """The steps in order, each with what it does, what it cannot, all parameters and the reference."""
    steps = recipe.effective.steps
    if not steps:
        return FactGroup("Enhancement", (Fact("Read from", NONE),))
    facts = [
        Fact(
            "Read from",
            f"The frame after {count_of_steps(len(steps))}, in this order; the file itself is unchanged.",
        )
    ]
    for number, step in enumerate(steps, start=1):
        about, told = step.about, step.told() or "none"
        words = f"{about.does} {about.cannot} Parameters: {told}. Reference: {about.reference}."
        facts.append(Fact(printable(f"{number}. {about.title}"), printable(words)))
    facts.append(Fact("SHA-256 of the recipe", recipe.digest, code=True))
    return FactGroup("Enhancement", tuple(facts))


def method_facts(reading: PlateReading, environment: tuple[tuple[str, str], ...]) -> tuple[FactGroup, ...]:
    """Section 5: the model card, the weights, the versions."""
    card = facts("Model card", reading.weights.card)
    weights = Fact("SHA-256 of the weights", or_dash(reading.weights.sha256), code=True)
    program = Fact("Program version of the reading", or_dash(reading.program_version))
    groups = [FactGroup(card.title, (*card.facts, weights)), FactGroup("Reading", (program,))]
    if environment:
        groups.append(facts("Environment in which this report was made", environment))
    return tuple(groups)


def slot_rows(reading: PlateReading, empty: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Per rank, per slot, the character and its probability; ``empty`` stands for the pad."""
    pad = reading.slots.alphabet.pad
    columns = [
        [(empty if symbol == pad else printable(symbol), percent(p)) for symbol, p in column]
        for column in reading.slots.top(SLOT_TOP)
    ]
    return tuple(zip(*columns, strict=True))


_SHOWN_IN_SET = 8
"""A longer set says that the slot cannot be determined."""


def slot_sets(reading: PlateReading, empty: str) -> tuple[str, ...]:
    """Per slot the characters that cannot be ruled out, or how many there are; empty without calibration."""
    pad = reading.slots.alphabet.pad
    return tuple(
        "".join(empty if symbol == pad else printable(symbol) for symbol in kept)
        if len(kept) <= _SHOWN_IN_SET
        else f"{len(kept)} characters"
        for kept in reading.slots.sets
    )


def ranked(candidates: tuple[Candidate, ...]) -> tuple[RankedPlate, ...]:
    """A list of plates, the likeliest first."""
    return tuple(
        RankedPlate(str(rank), or_dash(c.text), percent(c.probability), percent(c.cumulative))
        for rank, c in enumerate(candidates, start=1)
    )
