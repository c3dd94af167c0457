"""Part 10 of the report of a case: what the examiner concludes, slot by slot; an opinion, apart from the results."""

from forensic_lpr.core.blind import UNKNOWN, BlindReading
from forensic_lpr.core.caseview import Reconciliation, RecordedPlate
from forensic_lpr.core.conclusion import MARKS
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.report.language import Texts
from forensic_lpr.report.material import Material, PlateShown
from forensic_lpr.report.part_plates import plate_title
from forensic_lpr.report.parts import (
    Block,
    Column,
    Fact,
    FactGroup,
    Heading,
    Notice,
    Paragraphs,
    Points,
    Table,
)
from forensic_lpr.report.statements import limits
from forensic_lpr.report.texts import DASH, NO_BREAK, or_dash

_WORTH_NAMING = 0.01


def conclusion(t: Texts, material: Material) -> tuple[Block, ...]:
    """Part 10."""
    blocks: list[Block] = [
        Heading(t("part conclusion"), on_new_page=True),
        Notice(t("opinion"), (t("opinion explained"),)),
    ]
    if not material.plates:
        return (*blocks, Paragraphs((t("no conclusion"),)))
    for shown in material.plates:
        blocks.append(Heading(plate_title(t, material, shown.plate), 2))
        blocks.extend(_concluded(t, shown))
    blocks.append(Heading(t("limits"), 2))
    blocks.append(Points((*_of_plates(t, material), t("limit examiner"))))
    return tuple(blocks)


def _concluded(t: Texts, shown: PlateShown) -> tuple[Block, ...]:
    plate = shown.plate
    if not plate.reconciliations:
        return (Paragraphs((t("no conclusion"),)),)
    made = plate.reconciliations[-1]
    if made.withdrawn is not None:
        return (Notice(t("withdrawn title"), (t("none counts"),)), *_earlier(t, plate.reconciliations))
    facts = FactGroup(
        t("conclusion"),
        (
            Fact(t("in one line"), made.conclusion.text),
            Fact(t("concluded at"), t("moment by", when=t.moment(made.at), who=or_dash(made.examiner))),
            Fact(t("remark"), or_dash(made.conclusion.remark)),
        ),
    )
    blocks: list[Block] = [facts]
    if made.conclusion.abstained:
        blocks.append(Paragraphs((t("nothing determined"),)))
    if made.conclusion.slots:
        blocks.append(_slots(t, plate))
        blocks.append(Paragraphs((t("marks explained", **MARKS),), small=True))
    return (*blocks, *_earlier(t, plate.reconciliations[:-1]))


def _earlier(t: Texts, made: tuple[Reconciliation, ...]) -> tuple[Block, ...]:
    """Conclusions that do not count any more: superseded by a later one, or withdrawn and why."""
    if not made:
        return ()
    rows = tuple(
        (t.moment(one.at), or_dash(one.examiner), one.conclusion.text, _fate(t, one)) for one in made
    )
    columns = (
        Column(t("when"), share=1.3),
        Column(t("examiner"), share=1),
        Column(t("conclusion"), "plate", 1.2),
        Column(t("what became of it"), share=2),
    )
    return (Table(columns, rows, t("earlier conclusions")),)


def _fate(t: Texts, made: Reconciliation) -> str:
    gone = made.withdrawn
    if gone is None:
        return t("superseded")
    who, reason = or_dash(gone.examiner), or_dash(gone.reason)
    return t("withdrawn", when=t.moment(gone.at), who=who, reason=reason)


def _slots(t: Texts, plate: RecordedPlate) -> Table:
    columns = (
        Column(t("slot name")),
        Column(t("state"), share=1.5),
        Column(t("character"), "plate", 0.9),
        Column(t("own reading"), "plate", 0.8),
        *(Column(t("second of", who=or_dash(sealed.examiner)), "plate", 0.8) for sealed in plate.second),
        Column(t("machine"), share=1.5),
        Column(t("reason"), share=2.4),
    )
    own = _own(plate)
    machine = _machine(t, plate)
    rows = []
    for number, slot in enumerate(plate.reconciliations[-1].conclusion.slots):
        rows.append(
            (
                str(number + 1),
                f"{MARKS[slot.state]} {t(slot.state)}",
                slot.characters or UNKNOWN,
                _at(own, number),
                *(_at(sealed.reading, number) for sealed in plate.second),
                machine[number] if number < len(machine) else DASH,
                or_dash(slot.reason),
            )
        )
    return Table(columns, tuple(rows))


def _at(reading: BlindReading | None, slot: int) -> str:
    return reading.slots[slot] if reading is not None and slot < len(reading.slots) else DASH


def _own(plate: RecordedPlate) -> BlindReading | None:
    """The examiner's reading as it was sealed."""
    return plate.blind.reading if plate.blind is not None else None


def _machine(t: Texts, plate: RecordedPlate) -> tuple[str, ...]:
    """Per slot the character that the last reading puts first, and the second where it has a share worth naming."""
    if not plate.readings:
        return ()
    reading = plate.readings[-1].reading
    slots = reading.slots if isinstance(reading, PlateReading) else reading.fused.slots
    pad = slots.alphabet.pad
    return tuple(
        ", ".join(
            f"{DASH if symbol == pad else symbol}:{NO_BREAK}{t.percent(p)}"
            for rank, (symbol, p) in enumerate(column)
            if rank == 0 or p >= _WORTH_NAMING
        )
        for column in slots.top(2)
    )


def _of_plates(t: Texts, material: Material) -> tuple[str, ...]:
    """The limits of every reading, each sentence once."""
    found: list[str] = []
    for shown in material.plates:
        for reading in shown.readings:
            found.extend(limits(t, reading.quad.width, reading.quad.height))
            found.append(t("limit one frame") if not reading.strip else t("limit track"))
    return tuple(dict.fromkeys(found))
