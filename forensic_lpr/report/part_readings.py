"""Parts 7 and 8 of the report of a case: the examiner's own reading, and the machine's."""

from forensic_lpr.core.caseview import RecordedPlate, Sealed
from forensic_lpr.core.reading import PlateReading, SlotProbabilities
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.report import pictures, sections, statements
from forensic_lpr.report.language import Texts
from forensic_lpr.report.material import Material, PlateShown, ReadingShown
from forensic_lpr.report.part_plates import plate_title, reading_title, tag
from forensic_lpr.report.parts import (
    Block,
    Column,
    Fact,
    FactGroup,
    Heading,
    Notice,
    Paragraphs,
    Table,
)
from forensic_lpr.report.texts import DASH, or_dash, printable

_SHOWN = 10
"""Plates of each list that are printed."""


def blind(t: Texts, material: Material) -> tuple[Block, ...]:
    """Part 7."""
    blocks: list[Block] = [Heading(t("part blind")), Paragraphs((t("blind explained"),))]
    if not material.plates:
        return (*blocks, Paragraphs((t("no blind reading"),)))
    for shown in material.plates:
        plate = shown.plate
        blocks.append(Heading(plate_title(t, material, plate), 2))
        if plate.blind is None:
            blocks.append(Paragraphs((t("no blind reading"),)))
        else:
            blocks.extend(_sealed(t, plate.blind, t("blind reading")))
        blocks.extend(_unblinded(t, plate))
        for sealed in plate.second:
            blocks.extend(_sealed(t, sealed, t("second reading", who=or_dash(sealed.examiner))))
        if plate.second:
            blocks.append(Paragraphs((t("second explained"),), small=True))
    return tuple(blocks)


def _sealed(t: Texts, sealed: Sealed, title: str) -> tuple[Block, ...]:
    reading = sealed.reading
    told = t("cannot read") if reading.cannot_read else reading.text
    facts = FactGroup(
        title,
        (
            Fact(t("own reading"), told),
            Fact(t("sealed at"), _when(t, sealed.sealed_at, sealed.examiner)),
            Fact(t("note"), or_dash(reading.note)),
        ),
    )
    if sealed.copy_head:
        return (facts, Paragraphs((t("taken in", head=printable(sealed.copy_head)),), small=True))
    if not sealed.changes:
        return (facts, Paragraphs((t("never changed"),), small=True))
    rows = tuple(
        (t.moment(at), t("cannot read") if to.cannot_read else to.text, or_dash(reason))
        for at, to, reason in sealed.changes
    )
    columns = (
        Column(t("when"), share=1.2),
        Column(t("changed to"), "plate", 1),
        Column(t("reason"), share=2),
    )
    return (facts, Table(columns, rows, t("changed after unmasking")))


def _unblinded(t: Texts, plate: RecordedPlate) -> tuple[Block, ...]:
    if not plate.unblinded_at:
        return ()
    lines = [t("unblinded", when=t.moment(plate.unblinded_at))]
    lines.append(t("reason given", reason=or_dash(plate.unblinded_reason)))
    return (Notice(t("unblinded title"), tuple(lines)),)


def machine(t: Texts, material: Material) -> tuple[Block, ...]:
    """Part 8."""
    blocks: list[Block] = [Heading(t("part machine"), on_new_page=True)]
    if not any(shown.readings for shown in material.plates):
        return (*blocks, Paragraphs((t("no machine reading"),)))
    blocks.append(Notice(t("how to read"), _meanings(t, material)))
    for shown in material.plates:
        for reading in shown.readings:
            title = f"{plate_title(t, material, shown.plate)} – {reading_title(t, reading)}"
            blocks.append(Heading(title, 2))
            blocks.extend(_reading(t, shown, reading))
        if not shown.readings:
            blocks.append(Heading(plate_title(t, material, shown.plate), 2))
            blocks.append(Paragraphs((t("no machine reading"),)))
        blocks.extend(_earlier(t, shown))
    return tuple(blocks)


def _meanings(t: Texts, material: Material) -> tuple[str, ...]:
    """What the probabilities of the readings mean, each sentence once, with the readings that it is of."""
    meanings: dict[str, list[str]] = {}
    for shown in material.plates:
        for read in shown.readings:
            reading = read.recorded.reading
            single = isinstance(reading, PlateReading)
            slots = reading.slots if isinstance(reading, PlateReading) else reading.fused.slots
            original = not isinstance(reading, PlateReading) or reading.request.recipe.is_original
            meaning = statements.meaning(t, slots, original, not single)
            meanings.setdefault(meaning, []).append(str(read.recorded.act.reading))
    told = tuple(
        f"{t('of readings' if numbers[1:] else 'of one reading', numbers=', '.join(numbers))} {text}"
        for text, numbers in meanings.items()
    )
    return (f"{t('ranked, not identified')} {t('further down')}", *told)


def _reading(t: Texts, shown: PlateShown, read: ReadingShown) -> tuple[Block, ...]:
    reading, act = read.recorded.reading, read.recorded.act
    single = isinstance(reading, PlateReading)
    outcome = reading if isinstance(reading, PlateReading) else reading.fused
    slots: SlotProbabilities = outcome.slots
    original = not isinstance(reading, PlateReading) or reading.request.recipe.is_original
    warnings = tuple(t.recorded(w) for w in reading.warnings) if isinstance(reading, PlateReading) else ()
    sentences = [statements.format_sentence(t, read.recorded.format_requested, outcome.format_name)]
    if isinstance(reading, PlateReading) and not original:
        sentences.append(statements.original_sentence(t, reading))
    without = t("no sets" if single else "no sets for track")
    return (
        FactGroup(
            t("how it was read"),
            (
                Fact(t("recorded at"), _when(t, read.recorded.recorded_at, read.recorded.examiner)),
                Fact(t("order of readings"), _order(t, shown.plate)),
                Fact(t("model"), f"{or_dash(reading.weights.name)} ({or_dash(reading.weights.network)})"),
                Fact(t("weights digest"), or_dash(reading.weights.sha256), code=True),
                Fact(t("training data"), _training(t, read)),
                Fact(t("device"), or_dash(reading.weights.device)),
                Fact(t("program of reading"), or_dash(reading.program_version)),
                Fact(t("document digest"), act.document, code=True),
            ),
        ),
        Notice(t("warnings"), warnings or (t("no warnings"),), points=bool(warnings)),
        Heading(t("slot by slot"), 3),
        pictures.chart_picture(t, f"{tag(read)}-chart", slots),
        sections.slot_table(t, slots),
        Paragraphs((t("sets explained") if slots.sets else without,), small=True),
        Heading(t("ranked plates"), 3),
        Paragraphs((*sentences, t("first of list", count=_SHOWN)), sticky=True),
        sections.rankings(t, outcome.plates[:_SHOWN], outcome.plates_without_syntax[:_SHOWN]),
        *(_fusion(t, reading) if isinstance(reading, TrackReading) else ()),
    )


def _when(t: Texts, moment: str, who: str) -> str:
    return t("moment by", when=t.moment(moment), who=or_dash(who))


def _order(t: Texts, plate: RecordedPlate) -> str:
    """Whether the examiner read before the machine's reading was shown."""
    shown = t("shown at", when=t.moment(plate.shown_at)) if plate.shown_at else t("not shown")
    return f"{t('order blind') if plate.blind is not None else t('order unblinded')} {shown}"


def _training(t: Texts, read: ReadingShown) -> str:
    card = dict(read.recorded.reading.weights.card)
    return t.recorded(card.get("Training data", "")) or DASH


def _fusion(t: Texts, reading: TrackReading) -> tuple[Block, ...]:
    fused = reading.fused
    facts = FactGroup(
        t("fusion"),
        (
            Fact(t("rule"), t("product rule", temperature=t.number(fused.temperature, 2))),
            Fact(t("frames fused"), t("of frames", used=sum(fused.used), total=len(fused.used))),
            Fact(t("leave one out"), t("stable" if fused.stable else "not stable")),
        ),
    )
    columns = (
        Column(t("frame number"), "number"),
        Column(t("plate width"), "number", 1),
        Column(t("likeness"), "number", 1),
        Column(t("share"), "number", 1),
        Column(t("frame alone"), "plate", 1.3),
        Column(t("left out plate"), "plate", 1.3),
        Column(t("left out probability"), "number", 1.5),
    )
    rows = []
    for number, frame in enumerate(reading.frames):
        left = fused.left_out[number]
        rows.append(
            (
                str(frame.tracked.frame.index),
                t.number(frame.tracked.quad.width, 1),
                t.number(frame.tracked.score, 3),
                t.percent(fused.shares[number]) if fused.used[number] else t("not in use"),
                DASH if frame.plate is None else or_dash(frame.plate.text),
                DASH if left is None or left.plate is None else or_dash(left.plate.text),
                DASH if left is None else t.percent(left.probability),
            )
        )
    return (Heading(t("fused frames"), 3), facts, Table(columns, tuple(rows)))


def _earlier(t: Texts, shown: PlateShown) -> tuple[Block, ...]:
    """Readings that were superseded: told, not shown."""
    told = {reading.recorded.act.reading for reading in shown.readings}
    rows = tuple(
        (
            str(one.act.reading),
            t("of frame" if one.act.what == "frame" else "of track"),
            t.moment(one.recorded_at),
            one.act.likeliest or DASH,
            printable(one.format_requested),
            one.reading.weights.sha256[:12],
        )
        for one in shown.plate.readings
        if one.act.reading not in told
    )
    if not rows:
        return ()
    columns = (
        Column(t("number"), "number"),
        Column(t("of what"), share=1),
        Column(t("recorded at"), share=2.2),
        Column(t("likeliest plate"), "plate", 1),
        Column(t("format"), share=1),
        Column(t("weights"), "code", 1.3),
    )
    return (Table(columns, rows, t("earlier readings")),)
