"""Parts 4 to 6 of the report of a case: the frames, the corners with the corner test, the recipe."""

from statistics import median

from forensic_lpr.core.canonical import restored
from forensic_lpr.core.caseview import RecordedPlate
from forensic_lpr.core.cornertest import STEPS, CornerTest
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import ORIGINAL, Recipe
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.report import pictures, sections
from forensic_lpr.report.language import Texts
from forensic_lpr.report.material import Material, ReadingShown
from forensic_lpr.report.parts import (
    Block,
    Column,
    Fact,
    FactGroup,
    Heading,
    Paragraphs,
    Picture,
    Pictures,
    Table,
)
from forensic_lpr.report.texts import DASH, or_dash, printable

_STRIP_COLUMNS = 4


def plate_title(t: Texts, material: Material, plate: RecordedPlate) -> str:
    """A plate by number and exhibit."""
    exhibit = material.view.exhibits[plate.place.exhibit - 1]
    name = printable(exhibit.item.path.name)
    return t("plate on exhibit", number=plate.number, exhibit=exhibit.number, name=name)


def reading_title(t: Texts, shown: ReadingShown) -> str:
    """A reading by number and kind."""
    act = shown.recorded.act
    return t("reading of frame" if act.what == "frame" else "reading of track", number=act.reading)


def tag(shown: ReadingShown) -> str:
    """How the figures of a reading are named."""
    return f"reading-{shown.recorded.act.reading}"


def frames(t: Texts, material: Material) -> tuple[Block, ...]:
    """Part 4."""
    blocks: list[Block] = [Heading(t("part frames"))]
    if not material.plates:
        return (*blocks, Paragraphs((t("no plate marked"),)))
    for shown in material.plates:
        plate = shown.plate
        exhibit = material.view.exhibits[plate.place.exhibit - 1]
        item, clock = exhibit.item, exhibit.clock
        blocks.append(Heading(plate_title(t, material, plate), 2))
        before: ReadingShown | None = None
        for reading in shown.readings:
            blocks.append(Heading(reading_title(t, reading), 3))
            if before is not None and (before.frame.ref, before.quad) == (reading.frame.ref, reading.quad):
                blocks.append(Paragraphs((t("same frame", reading=before.recorded.act.reading),)))
            else:
                name = f"{tag(reading)}-frame"
                blocks.append(sections.frame_facts(t, item, reading.frame, clock))
                blocks.append(pictures.frame_picture(t, name, reading.frame.image, reading.quad))
                blocks.append(_seen(t, reading))
            blocks.extend(_strip(t, reading))
            if reading.strip:
                blocks.extend(_switched(t, plate))
            before = reading
        if not shown.readings:
            name = f"plate-{plate.number}"
            blocks.append(Paragraphs((t("marked only"),)))
            blocks.append(sections.frame_facts(t, item, shown.frame, clock))
            quad = plate.marked.quad
            blocks.append(pictures.frame_picture(t, f"{name}-frame", shown.frame.image, quad))
            crop = pictures.crop_picture(t, f"{name}-crop", shown.frame.image, quad)
            blocks.append(Pictures(((crop,), ())))
    return tuple(blocks)


def _seen(t: Texts, shown: ReadingShown) -> Block:
    """The native crop beside what the network saw."""
    reading = shown.recorded.reading
    crop = pictures.crop_picture(t, f"{tag(shown)}-crop", shown.frame.image, shown.quad)
    if isinstance(reading, PlateReading):
        original = reading.request.recipe.is_original
        seen = [pictures.plate_picture(t, f"{tag(shown)}-plate", reading.plate_image, original)]
        if not original:
            height, width = reading.plate_image.shape
            name = f"{tag(shown)}-original"
            seen.append(pictures.original_picture(t, name, shown.frame.image, shown.quad, (width, height)))
    else:
        at = next(frame for frame in reading.frames if frame.tracked.frame == shown.frame.ref)
        seen = [pictures.plate_picture(t, f"{tag(shown)}-plate", at.plate_image, True)]
    return Pictures(((crop,), tuple(seen)))


def _strip(t: Texts, shown: ReadingShown) -> tuple[Block, ...]:
    """All frames of a track: a table, and the plate in each as the frame holds it."""
    reading = shown.recorded.reading
    if not isinstance(reading, TrackReading):
        return ()
    columns = (
        Column(t("frame number"), "number"),
        Column("pts", "number"),
        Column(t("time in seconds"), "number"),
        Column(t("type")),
        Column(t("pixel digest"), "code", 1),
    )
    rows = tuple(
        (
            str(frame.ref.index),
            str(frame.ref.pts),
            t.number(float(frame.ref.seconds), 3),
            or_dash(frame.picture_type),
            frame.digest,
        )
        for frame in shown.strip
    )
    small: list[Picture] = []
    for number, frame in enumerate(shown.strip):
        share = reading.fused.shares[number]
        used = t("share of", share=t.percent(share)) if reading.fused.used[number] else t("not in use")
        name = f"{tag(shown)}-strip-{frame.ref.index}"
        small.append(pictures.strip_picture(t, name, frame.crop, frame.ref.index, used))
    strips = [tuple(small[at : at + _STRIP_COLUMNS]) for at in range(0, len(small), _STRIP_COLUMNS)]
    padded = [tuple((one,) for one in row) + ((),) * (_STRIP_COLUMNS - len(row)) for row in strips]
    hidden = ", ".join(str(ref.index) for ref in reading.track.hidden) or t("none")
    ends = (
        (
            t("track begins"),
            t(
                "track end",
                frame=reading.track.start.frame.index,
                reason=t.recorded(reading.track.start.reason),
            ),
        ),
        (
            t("track ends"),
            t("track end", frame=reading.track.end.frame.index, reason=t.recorded(reading.track.end.reason)),
        ),
        (t("hidden frames"), hidden),
    )
    return (
        FactGroup(t("track"), tuple(Fact(name, value) for name, value in ends)),
        Table(columns, rows, t("frames of track")),
        Paragraphs((t("strip"),), sticky=True),
        *(Pictures(row) for row in padded),
    )


def _switched(t: Texts, plate: RecordedPlate) -> tuple[Block, ...]:
    """What the examiner took out of the fused reading, and in again."""
    if not plate.switched:
        return (Paragraphs((t("never switched"),), small=True),)
    rows = tuple(
        (t.moment(one.at), or_dash(one.examiner), ", ".join(str(frame) for frame in one.off) or t("none"))
        for one in plate.switched
    )
    columns = (
        Column(t("when"), share=1.4),
        Column(t("examiner"), share=1),
        Column(t("frames out of it"), share=2),
    )
    return (Table(columns, rows, t("frames switched")),)


def corners(t: Texts, material: Material) -> tuple[Block, ...]:
    """Part 5."""
    blocks: list[Block] = [Heading(t("part corners"))]
    if not material.plates:
        return (*blocks, Paragraphs((t("no plate marked"),)))
    blocks.append(Paragraphs((t("corner test explained"),)))
    for shown in material.plates:
        blocks.append(Heading(plate_title(t, material, shown.plate), 2))
        if not shown.readings:
            blocks.append(sections.quad_facts(t, shown.plate.marked.quad, None))
            blocks.append(Paragraphs((t("no corner test without reading"),)))
        for reading in shown.readings:
            blocks.append(Heading(reading_title(t, reading), 3))
            recorded = reading.recorded.reading
            inspection = recorded.inspection if isinstance(recorded, PlateReading) else None
            blocks.append(sections.quad_facts(t, reading.quad, inspection))
            blocks.extend(_sizes(t, reading))
            blocks.extend(_corner_test(t, reading))
        last = shown.readings[-1] if shown.readings else None
        if last is not None and last.quad != shown.plate.marked.quad and not last.strip:
            blocks.append(Paragraphs((t("marking moved since"),)))
    return tuple(blocks)


def _sizes(t: Texts, shown: ReadingShown) -> tuple[Block, ...]:
    """Plate widths over the frames of a track, whose corners were followed from the marked ones."""
    reading = shown.recorded.reading
    if not isinstance(reading, TrackReading):
        return ()
    widths = [frame.tracked.quad.width for frame in reading.frames]
    by_hand = ", ".join(str(mark.frame.index) for mark in reading.track.request.marks)
    least, middle, most = (t.number(value, 1) for value in (min(widths), median(widths), max(widths)))
    return (
        FactGroup(
            t("corners over track"),
            (
                Fact(t("frames marked by hand"), by_hand),
                Fact(t("widths over track"), t("least to most", least=least, middle=middle, most=most)),
            ),
        ),
    )


def _corner_test(t: Texts, shown: ReadingShown) -> tuple[Block, ...]:
    test = shown.corner_test
    if test is None:
        return (Paragraphs((t("corner test not made", why=t.recorded(shown.problem)),)),)
    low, high = test.range
    total = len(test.shifts)
    summary = (
        (t("corners unmoved"), f"{or_dash(test.first)}, {t.percent(test.probability)}"),
        (t("first plate kept"), t("of shifts", kept=test.kept, total=total)),
        (t("range of first"), t("from to", first=t.percent(low), last=t.percent(high))),
        (t("plates under shifts"), ", ".join(or_dash(plate) for plate in test.plates)),
    )
    facts = [Fact(name, value) for name, value in summary]
    if test.frames > 1:
        facts.append(Fact(t("frames moved"), t("moved alike", count=test.frames)))
    return (
        FactGroup(t("corner test"), tuple(facts)),
        _shifts(t, test),
    )


def _shifts(t: Texts, test: CornerTest) -> Table:
    """Corners down, directions across: the likeliest plate with its probability."""
    found = {(shift.corner, shift.direction): shift for shift in test.shifts}
    rows = []
    for corner, name in enumerate(sections.CORNERS):
        cells = []
        for direction, _, _ in STEPS:
            shift = found.get((corner, direction))
            told = DASH if shift is None else f"{or_dash(shift.plate)} {t.percent(shift.probability)}"
            cells.append(told)
        rows.append((t(name), *cells))
    columns = [Column(t(f"to the {direction}"), share=1) for direction, _, _ in STEPS]
    return Table((Column(t("corner"), share=0.8), *columns), tuple(rows), t("likeliest under shifts"))


def recipes(t: Texts, material: Material) -> tuple[Block, ...]:
    """Part 6."""
    blocks: list[Block] = [Heading(t("part recipe"))]
    found = [(shown, reading) for shown in material.plates for reading in shown.readings]
    if not found:
        return (*blocks, Paragraphs((t("no reading so no recipe"),)), *_looked_at(t, material))
    unchanged = [(shown, reading) for shown, reading in found if _recipe(reading).is_original]
    if unchanged:
        facts = [Fact(reading_title(t, reading), t("the original")) for _, reading in unchanged]
        blocks.append(FactGroup(t("without enhancement"), tuple(facts)))
    for shown, reading in found:
        if not _recipe(reading).is_original:
            title = f"{plate_title(t, material, shown.plate)} – {reading_title(t, reading)}"
            blocks.append(Heading(title, 2))
            blocks.append(sections.enhancement_facts(t, _recipe(reading)))
    return (*blocks, *_looked_at(t, material))


def _looked_at(t: Texts, material: Material) -> tuple[Block, ...]:
    """Through which steps each exhibit was looked at last, whether or not they were read."""
    blocks: list[Block] = []
    for exhibit in material.view.exhibits:
        recipe = restored(exhibit.recipe, Recipe) if exhibit.recipe else ORIGINAL
        if recipe.is_original:
            continue
        if not blocks:
            blocks.append(Heading(t("looked at through"), 2))
            blocks.append(Paragraphs((t("looked at explained"),), small=True, sticky=True))
        name = printable(exhibit.item.path.name)
        blocks.append(Heading(t("exhibit with name", number=exhibit.number, name=name), 3))
        blocks.append(sections.enhancement_facts(t, recipe, read=False))
    return tuple(blocks)


def _recipe(shown: ReadingShown) -> Recipe:
    reading = shown.recorded.reading
    return reading.request.recipe if isinstance(reading, PlateReading) else ORIGINAL
