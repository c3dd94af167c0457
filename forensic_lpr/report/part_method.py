"""Part 11 of the report of a case: the method, and everything with which it was carried out."""

from forensic_lpr.core.acts import Facts
from forensic_lpr.core.caseview import RecordedReading
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.report import sections, statements
from forensic_lpr.report.language import Texts
from forensic_lpr.report.material import Material, ReadingShown
from forensic_lpr.report.model import paragraphs
from forensic_lpr.report.parts import (
    Attachment,
    Block,
    Column,
    EndMark,
    Fact,
    FactGroup,
    Heading,
    Paragraphs,
    Points,
    Table,
    Together,
)
from forensic_lpr.report.texts import or_dash, printable


def method(t: Texts, material: Material, attachments: tuple[Attachment, ...]) -> tuple[Block, ...]:
    """Part 11."""
    readings = [reading for shown in material.plates for reading in shown.readings]
    return (
        Heading(t("part method"), on_new_page=True),
        *_statement(t, readings),
        *_cards(t, readings),
        *_deviations(t, material),
        *_self_test(t, material),
        *_environments(t, material, readings),
        _audit(t, material),
        Paragraphs((t("recorded in English"),), small=True),
        Together(
            (
                Paragraphs((t("attachments", names=", ".join(a.name for a in attachments)),)),
                Paragraphs((_signature(t, material),)),
                EndMark(t("end of report")),
            )
        ),
    )


def _statement(t: Texts, readings: list[ReadingShown]) -> tuple[Block, ...]:
    if not readings:
        return (Paragraphs((t("method evidence"), t("no machine reading"))),)
    steps: list[str] = []
    for shown in readings:
        reading = shown.recorded.reading
        single = isinstance(reading, PlateReading)
        plate = reading.plate_image if isinstance(reading, PlateReading) else reading.frames[0].plate_image
        slots = reading.slots if isinstance(reading, PlateReading) else reading.fused.slots
        original = not isinstance(reading, PlateReading) or reading.request.recipe.is_original
        height, width = plate.shape
        steps.extend(statements.method(t, (width, height), slots, reading.weights.network, original))
        if not single:
            steps.append(t("method track"))
    steps.append(t("method corner test"))
    steps.append(t("method case"))
    return (Heading(t("method statement"), 2), Points(tuple(dict.fromkeys(steps)), numbered=True))


def _cards(t: Texts, readings: list[ReadingShown]) -> tuple[Block, ...]:
    weights = {shown.recorded.reading.weights.sha256: shown.recorded.reading.weights for shown in readings}
    return tuple(sections.card_facts(t, one) for one in weights.values())


def _deviations(t: Texts, material: Material) -> tuple[Block, ...]:
    """What the examiner told, and what the record shows by itself."""
    found: list[str] = []
    for shown in material.plates:
        plate = shown.plate
        if plate.unblinded_at:
            found.append(t("deviation unblinded", plate=plate.number))
        if plate.blind is not None and plate.blind.changes:
            found.append(t("deviation changed", plate=plate.number, count=len(plate.blind.changes)))
        withdrawn = sum(made.withdrawn is not None for made in plate.reconciliations)
        if withdrawn:
            found.append(t("deviation withdrawn", plate=plate.number, count=withdrawn))
        for reading in shown.readings:
            if reading.recorded.reading.program_version != material.program_version:
                found.append(
                    t(
                        "deviation version",
                        reading=reading.recorded.act.reading,
                        now=printable(material.program_version),
                    )
                )
    told = material.view.case.deviations
    lines = (*(paragraphs(told) if told.strip() else ()), *found)
    return (Heading(t("deviations"), 2), Points(lines) if lines else Paragraphs((t("no deviations"),)))


def _self_test(t: Texts, material: Material) -> tuple[Block, ...]:
    test = material.self_test
    heading = Heading(t("self-test"), 2)
    if test.problem:
        return (heading, Paragraphs((t("self-test not made", why=t.recorded(test.problem)),)))
    passed = sum(right for _, right, _ in test.checks)
    words = t("self-test result", passed=passed, total=len(test.checks), weights=printable(test.weights))
    columns = (
        Column(t("check"), share=1.4),
        Column(t("result"), share=0.6),
        Column(t("what came out"), share=1.6),
    )
    rows = tuple(
        (t.recorded(name), t("passed" if right else "failed"), t.recorded(detail))
        for name, right, detail in test.checks
    )
    return (heading, Paragraphs((words,), sticky=True), Table(columns, rows))


def _environments(t: Texts, material: Material, readings: list[ReadingShown]) -> tuple[Block, ...]:
    """Program, platform, device, settings and versions: of the readings, and of this report."""
    made = [
        Fact(t("program version"), or_dash(material.program_version)),
        *(Fact(t.recorded(name), or_dash(value)) for name, value in material.environment),
    ]
    blocks: list[Block] = [Heading(t("program and platform"), 2)]
    same: dict[tuple[str, Facts], list[RecordedReading]] = {}
    for shown in readings:
        one = shown.recorded
        same.setdefault((one.reading.program_version, one.act.environment), []).append(one)
    blocks.extend(_of_readings(t, version, facts, group) for (version, facts), group in same.items())
    blocks.append(FactGroup(t("environment of report"), tuple(made)))
    return tuple(blocks)


def _of_readings(t: Texts, version: str, environment: Facts, readings: list[RecordedReading]) -> FactGroup:
    """What computed some readings, and the settings of each."""
    settings = tuple(
        Fact(
            t("settings of", number=one.act.reading),
            t(
                "settings of reading",
                format=printable(one.format_requested),
                weights=printable(one.act.weights),
                device=printable(one.reading.weights.device),
            ),
        )
        for one in readings
    )
    numbers = ", ".join(str(one.act.reading) for one in readings)
    return FactGroup(
        t("environment of reading", numbers=numbers),
        (
            Fact(t("program version"), or_dash(version)),
            *(Fact(t.recorded(name), or_dash(value)) for name, value in environment),
            *settings,
        ),
    )


def _audit(t: Texts, material: Material) -> FactGroup:
    view = material.view
    return FactGroup(
        t("audit log"),
        (
            Fact(t("case identity"), or_dash(view.case.identity), code=True),
            Fact(t("rows of log"), t.number(view.head.rows)),
            Fact(t("head of log"), view.head.hash, code=True),
            Fact(t("what the head shows"), t("head explained")),
        ),
    )


def _signature(t: Texts, material: Material) -> str:
    signer = material.head.signer
    return t("signed by", signer=printable(signer)) if signer else t("not signed")
