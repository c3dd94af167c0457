"""Part 9 of the report of a case: how often readings in such conditions were right when that was measured."""

from statistics import median

from forensic_lpr.core.metrics import Rate
from forensic_lpr.core.performance import Condition, Performance, WidthResult, width_class
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.report import pictures
from forensic_lpr.report.language import Texts
from forensic_lpr.report.material import Material, ReadingShown
from forensic_lpr.report.part_plates import plate_title, reading_title, tag
from forensic_lpr.report.parts import (
    Block,
    Column,
    Fact,
    FactGroup,
    Heading,
    Paragraphs,
    Picture,
    Table,
    Together,
)
from forensic_lpr.report.texts import DASH, NO_BREAK, printable


def performance(t: Texts, material: Material) -> tuple[Block, ...]:
    """Part 9."""
    blocks: list[Block] = [Heading(t("part performance"), on_new_page=True)]
    found = [(shown, reading) for shown in material.plates for reading in shown.readings]
    if not found:
        return (*blocks, Paragraphs((t("no machine reading"),)))
    if any(reading.performance is not None for _, reading in found):
        blocks.append(Paragraphs((t("performance explained"),)))
    told: set[tuple[str, tuple[float, float]]] = set()
    for shown, reading in found:
        title = f"{plate_title(t, material, shown.plate)} – {reading_title(t, reading)}"
        blocks.append(Heading(title, 2))
        width = plate_width(reading)
        stored = reading.performance
        if stored is None:
            sha256 = reading.recorded.reading.weights.sha256
            blocks.append(Paragraphs((t("no stored results", sha256=sha256),)))
            continue
        blocks.append(_here(t, reading, stored, width))
        blocks.extend(Paragraphs((line,)) for line in _cautions(t, reading, width))
        key = (stored.weights_sha256, width_class(width))
        if key in told:
            blocks.append(Paragraphs((t("same results as above"),)))
            continue
        told.add(key)
        blocks.extend(_results(t, tag(reading), stored, width))
    return tuple(blocks)


def plate_width(reading: ReadingShown) -> float:
    """Width by which the class is chosen: of the marked plate, in the middle of a track's frames."""
    read = reading.recorded.reading
    if isinstance(read, PlateReading):
        return reading.quad.width
    return float(median(frame.tracked.quad.width for frame in read.frames))


def _here(t: Texts, reading: ReadingShown, stored: Performance, width: float) -> FactGroup:
    low, high = width_class(width)
    limits = t("width limits", low=t.number(low), high=t.number(high))
    return FactGroup(
        t("this plate"),
        (
            Fact(t("plate width"), f"{t.number(width, 1)} {t('pixels')}; {limits}"),
            Fact(t("detail"), t("detail of plate", value=t.number(reading.detail, 1))),
            Fact(t("stored results"), t("stored for", name=printable(stored.weights), n=t.number(stored.n))),
            Fact(t("weights digest"), stored.weights_sha256, code=True),
            Fact(
                t("measured with"), t("measured", version=printable(stored.program_version), seed=stored.seed)
            ),
        ),
    )


def _cautions(t: Texts, reading: ReadingShown, width: float) -> tuple[str, ...]:
    read = reading.recorded.reading
    found = []
    low, high = width_class(width)
    if not low <= width < high:
        found.append(t("outside classes"))
    if not isinstance(read, PlateReading):
        found.append(t("performance of single frames"))
    elif not read.request.recipe.is_original:
        found.append(t("performance without enhancement"))
    return tuple(found)


def _results(t: Texts, name: str, stored: Performance, width: float) -> tuple[Block, ...]:
    columns = (
        Column(t("blur"), share=1),
        Column(t("compression"), share=1.1),
        Column("n", "number", 0.5),
        Column(t("exact"), "number", 1.7),
        Column(t("top five"), "number", 1.7),
        Column(t("characters right"), "number", 1.7),
        Column(t("detail range"), "number", 1.7),
    )
    rows = tuple(_row(t, condition) for condition in stored.at(width))
    low, high = width_class(width)
    title = t("rates at width", low=t.number(low), high=t.number(high))
    blocks: list[Block] = [Table(columns, rows, title), Paragraphs((t("rates explained"),), small=True)]
    result = stored.result_at(width)
    if result is not None:
        blocks.append(Together((_reliability(t, name, result),)))
        blocks.append(_confusions(t, result))
    return tuple(blocks)


def _row(t: Texts, condition: Condition) -> tuple[str, ...]:
    counts = condition.counts
    return (
        t(f"blur {condition.blur}"),
        t(f"compression {condition.compression}"),
        str(counts.n),
        _told(t, counts.rate("exact")),
        _told(t, counts.rate("top5")),
        _told(t, counts.character_rate),
        " / ".join(t.number(value, 1) for value in condition.detail).replace(" ", NO_BREAK),
    )


def _told(t: Texts, rate: Rate) -> str:
    """A count as percent with its interval."""
    low, high = rate.interval
    return f"{t.rate(rate.hits, rate.n)} [{t.number(100 * low)}–{t.number(100 * high)}]"


def _reliability(t: Texts, name: str, result: WidthResult) -> Picture:
    return pictures.reliability_picture(t, f"{name}-reliability", result)


def _confusions(t: Texts, result: WidthResult) -> Block:
    if not result.confusions:
        return Paragraphs((t("no confusions"),))
    told = ", ".join(
        t("confusion", true=true, read=read, count=count).replace(" ", NO_BREAK)
        for true, read, count in result.confusions
    )
    return Paragraphs((told or DASH,), t("confusions"))
