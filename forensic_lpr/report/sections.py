"""The blocks that say what a file, a frame, a quad, a recipe, a network and its answer are."""

from collections.abc import Iterable

from forensic_lpr.core.clock import SceneClock, clock_text
from forensic_lpr.core.evidence import EvidenceItem, Frame, FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.inspection import Inspection
from forensic_lpr.core.integrity import Remark
from forensic_lpr.core.operation import Choice, Parameter
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.reading import SlotProbabilities, WeightsIdentity
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.report.language import Texts
from forensic_lpr.report.parts import Fact, FactGroup, RankedPlate, Ranking, Rankings, SlotTable
from forensic_lpr.report.texts import DASH, or_dash, printable
from forensic_lpr.report.wire import SLOT_TOP

CORNERS = ("top left", "top right", "bottom right", "bottom left")


def facts(title: str, pairs: Iterable[tuple[str, str]]) -> FactGroup:
    """A group of (name, value) texts, made printable."""
    return FactGroup(title, tuple(Fact(or_dash(name), or_dash(value)) for name, value in pairs))


def digest_facts(t: Texts, item: EvidenceItem, digest_now: str) -> tuple[Fact, ...]:
    """What identifies a file; ``digest_now`` is the digest at the time of the report."""
    return (
        Fact(t("file name"), or_dash(item.path.name)),
        Fact(t("size"), t.byte_size(item.digests.size)),
        Fact("SHA-256", item.digests.sha256, code=True),
        Fact("MD5", item.digests.md5, code=True),
        Fact(t("acquired"), t.moment(item.acquired_at)),
        Fact(t("digest now"), digest_now, code=True),
    )


def media_facts(t: Texts, item: EvidenceItem) -> FactGroup:
    """What the decoder says of a file."""
    media = item.media
    pairs = [
        (t("kind"), t(media.kind)),
        (t("container"), printable(media.container)),
        (t("codec"), printable(media.codec)),
        (t("picture as shown"), t.pixels(media.width, media.height)),
    ]
    if media.kind == "video":
        pairs.append((t("frames told"), str(media.frame_count) if media.frame_count else DASH))
        pairs.append((t("duration told"), DASH if media.duration is None else t.seconds(media.duration)))
    pairs += [(t.recorded(name), t.recorded(value)) for name, value in media.facts]
    pairs += [(t("caution"), t.recorded(caution)) for caution in media.cautions]
    return FactGroup(t("what the decoder says"), tuple(Fact(name, value) for name, value in pairs))


def integrity_facts(
    t: Texts, item: EvidenceItem, remarks: tuple[Remark, ...] | None
) -> tuple[FactGroup, ...]:
    """What the full decode pass found in a clip, ``None`` where there was none; nothing for a still."""
    if item.media.kind == "still":
        return ()
    if remarks is None:
        found = [(t("decode pass"), t("not decoded"))]
    elif not remarks:
        found = [(t("decode pass"), t("nothing damaged"))]
    else:
        count = t("one remark") if len(remarks) == 1 else t("remarks", count=len(remarks))
        found = [(t("decode pass"), count)]
        found += [(t(f"remark {remark.kind}"), t.recorded(remark.text)) for remark in remarks]
    return (FactGroup(t("integrity"), tuple(Fact(name, value) for name, value in found)),)


def frame_facts(t: Texts, item: EvidenceItem, frame: Frame, clock: SceneClock | None = None) -> FactGroup:
    """Which frame it is; a still has no time and no picture type."""
    height, width = frame.image.shape[:2]
    found = [Fact(t("size"), t.pixels(width, height))]
    if item.media.kind == "still":
        found.append(Fact(t("frame"), t("the still itself")))
    else:
        ref = frame.ref
        found += [
            Fact(t("index"), str(ref.index)),
            Fact(t("presentation time"), t.seconds(ref.seconds)),
            *_clock_facts(t, ref, clock),
            Fact(t("pts"), f"{ref.pts} × {ref.time_base} s"),
            Fact(t("picture type"), or_dash(frame.picture_type)),
        ]
    found.append(Fact(t("pixel digest"), frame.digest, code=True))
    return FactGroup(t("frame"), tuple(found))


def _clock_facts(t: Texts, ref: FrameRef, clock: SceneClock | None) -> tuple[Fact, ...]:
    if clock is None:
        return ()
    here = t.number_text(clock_text(clock.at(ref))) or DASH
    told = t(
        "scene clock told", here=here, shown=t.number_text(clock_text(clock.shown)), frame=clock.frame.index
    )
    return (Fact(t("scene clock"), told),)


def quad_facts(t: Texts, quad: Quad, inspection: Inspection | None) -> FactGroup:
    """The corners, the plate's size and angle, and how legible it was found to be before a character was read."""
    corners = [
        (t(name), f"x {t.number(x, 2)}, y {t.number(y, 2)} {t('pixels')}")
        for name, (x, y) in zip(CORNERS, quad.points(), strict=True)
    ]
    rest: tuple[tuple[str, str], ...] = (
        (t("width"), t("width of", value=t.number(quad.width, 1))),
        (t("height"), t("height of", value=t.number(quad.height, 1))),
        (t("angle"), t("angle of", value=t.number(quad.angle + 0.0, 1))),
    )
    if inspection is not None:
        share = t.number(100 * inspection.legibility, 0)
        told = t("legibility of", grade=t(f"grade {inspection.grade}"), share=share)
        rest = (*rest, (t("legibility"), t("marking in doubt") if inspection.in_doubt else told))
    return FactGroup(t("corners"), tuple(Fact(name, value) for name, value in (*corners, *rest)))


def enhancement_facts(t: Texts, recipe: Recipe, read: bool = True) -> FactGroup:
    """The steps in order, each with what it does, what it cannot, all parameters and the reference.

    Args:
        t: The language.
        recipe: The steps.
        read: Whether the machine read what they give; else it was only looked at.
    """
    steps = recipe.effective.steps
    if not steps:
        return FactGroup(t("enhancement"), (Fact(t("read from"), t("the original")),))
    count = t("one step") if len(steps) == 1 else t("steps", count=len(steps))
    found = [Fact(t("read from" if read else "seen as"), t("after steps", count=count))]
    for number, step in enumerate(steps, start=1):
        about = step.about
        told = ", ".join(_parameter(t, step, parameter) for parameter in about.parameters) or t("none")
        words = t(
            "step in words",
            does=t.recorded(about.does),
            cannot=t.recorded(about.cannot),
            parameters=told,
            reference=printable(about.reference),
        )
        found.append(Fact(f"{number}. {t.recorded(about.title)}", words))
    found.append(Fact(t("recipe digest"), recipe.digest, code=True))
    return FactGroup(t("enhancement"), tuple(found))


def _parameter(t: Texts, step: Step, parameter: Parameter) -> str:
    """A parameter with its value, in the language of the report."""
    value = step.value(parameter.name)
    name = t.recorded(parameter.title).lower()
    if isinstance(parameter, Choice):
        return f"{name} {t.recorded(parameter.told(value))}"
    number = parameter.told(value).removesuffix(parameter.unit)
    return f"{name} {t.number_text(number)}{t.recorded(parameter.unit)}"


def card_facts(t: Texts, weights: WeightsIdentity) -> FactGroup:
    """The model card with the digest of the weights."""
    card = tuple(Fact(t.recorded(name), t.recorded(value) or DASH) for name, value in weights.card)
    return FactGroup(t("model card"), (*card, Fact(t("weights digest"), or_dash(weights.sha256), code=True)))


def slot_table(t: Texts, slots: SlotProbabilities) -> SlotTable:
    """The likeliest characters per slot and, of calibrated slots, those that cannot be ruled out."""
    pad = slots.alphabet.pad

    def shown(symbol: str) -> str:
        return DASH if symbol == pad else printable(symbol)

    columns = [[(shown(symbol), t.percent(p)) for symbol, p in column] for column in slots.top(SLOT_TOP)]
    sets = tuple(
        "".join(shown(symbol) for symbol in kept)
        if len(kept) <= _SHOWN_IN_SET
        else t("characters in set", count=len(kept))
        for kept in slots.sets
    )
    headers = (t("rank"), *(t("slot", number=number + 1) for number in range(len(columns))))
    return SlotTable(headers, tuple(zip(*columns, strict=True)), t("set"), sets)


_SHOWN_IN_SET = 8
"""A longer set says that the slot cannot be determined."""


def rankings(t: Texts, plates: tuple[Candidate, ...], without_syntax: tuple[Candidate, ...]) -> Rankings:
    """The plates with and without syntax."""
    return Rankings(
        _ranking(t, t("following the syntax"), plates), _ranking(t, t("without syntax"), without_syntax)
    )


def _ranking(t: Texts, title: str, candidates: tuple[Candidate, ...]) -> Ranking:
    rows = tuple(
        RankedPlate(str(rank), or_dash(c.text), t.percent(c.probability), t.percent(c.cumulative))
        for rank, c in enumerate(candidates, start=1)
    )
    headers = (t("rank"), t("plate text"), t("probability"), t("cumulative"))
    return Ranking(title, headers, rows, t("no plates"))
