"""Parts 1 to 3 of the report of a case: who and when, what was asked, the evidence."""

from forensic_lpr.core.clock import clock_text
from forensic_lpr.report import sections
from forensic_lpr.report.language import Texts
from forensic_lpr.report.material import ExhibitNow, Material
from forensic_lpr.report.model import paragraphs
from forensic_lpr.report.parts import Block, Contents, Fact, FactGroup, Heading, Paragraphs
from forensic_lpr.report.texts import DASH, or_dash, printable

_WORK = ("frame opened", "blind reading sealed", "reading recorded", "reconciled", "quad set")


def identification(t: Texts, material: Material, number: str) -> tuple[Block, ...]:
    """Part 1."""
    case, view = material.view.case, material.view
    names = [f"{exhibit.number} ({printable(exhibit.item.path.name)})" for exhibit in view.exhibits]
    people = (
        (t("laboratory"), case.laboratory),
        (t("examiner"), case.examiner),
        (t("reviewer"), case.reviewer),
        (t("authoriser"), case.authoriser),
        (t("case"), case.number),
        (t("exhibits"), ", ".join(names)),
        (t("request"), case.request),
    )
    dates = (
        (t("received"), t.moment(case.received)),
        (t("examined"), _examined(t, material)),
        (t("issued"), t.moment(material.head.issued_at)),
    )
    who = sections.facts(t("report"), people)
    left_out = ", ".join(str(plate) for plate in material.left_out)
    what = (Fact(t("plates left out"), t("left out", plates=left_out)),) if left_out else ()
    return (
        Heading(t("part identification")),
        FactGroup(who.title, (Fact(t("number of report"), number, code=True), *who.facts, *what)),
        sections.facts(t("dates"), dates),
        Contents(t("contents")),
    )


def _examined(t: Texts, material: Material) -> str:
    times = [event.local_time for event in material.view.events if event.kind in _WORK]
    if not times:
        return DASH
    first, last = (t.moment(time[: len("2026-11-05")]) for time in (times[0], times[-1]))
    return first if first == last else t("from to", first=first, last=last)


def question(t: Texts, material: Material) -> tuple[Block, ...]:
    """Part 2."""
    case = material.view.case
    asked = paragraphs(case.question) if case.question.strip() else (t("no question"),)
    known = paragraphs(case.context) if case.context.strip() else (t("no context"),)
    changed = [event for event in material.view.events if event.kind == "case described"]
    when = (
        t("context since", when=t.moment(material.view.events[0].local_time))
        if not changed
        else t("context changed", when=t.moment(changed[-1].local_time))
    )
    return (
        Heading(t("part question"), on_new_page=True),
        Paragraphs(asked, t("question")),
        Paragraphs(known, t("context")),
        *((Paragraphs((when,), small=True),) if case.context.strip() else ()),
    )


def evidence(t: Texts, material: Material) -> tuple[Block, ...]:
    """Part 3."""
    blocks: list[Block] = [Heading(t("part evidence"))]
    if not material.exhibits:
        return (*blocks, Paragraphs((t("no evidence"),)))
    blocks.append(Paragraphs((t("evidence read only"),)))
    escaped = False
    for now in material.exhibits:
        exhibit = now.exhibit
        escaped = escaped or printable(exhibit.acquired_path) != exhibit.acquired_path
        name = printable(exhibit.item.path.name)
        blocks.append(Heading(t("exhibit with name", number=exhibit.number, name=name), 2))
        blocks.append(_file(t, now))
        blocks.append(sections.media_facts(t, exhibit.item))
        if exhibit.clock is not None:
            shown, frame = t.number_text(clock_text(exhibit.clock.shown)), exhibit.clock.frame.index
            clock = Fact(t("scene clock"), t("scene clock set", shown=shown, frame=frame))
            blocks.append(FactGroup(t("scene clock title"), (clock,)))
        blocks.extend(sections.integrity_facts(t, exhibit.item, now.remarks))
    if escaped:
        blocks.append(Paragraphs((t("escapes", attached="report.json"),), small=True))
    return tuple(blocks)


def _file(t: Texts, now: ExhibitNow) -> FactGroup:
    exhibit = now.exhibit
    same = now.sha256_now == exhibit.item.digests.sha256
    return FactGroup(
        t("file"),
        (
            *sections.digest_facts(t, exhibit.item, now.sha256_now),
            Fact(t("comparison"), t("digests agree" if same else "digests differ")),
            Fact(t("acquired by"), or_dash(exhibit.acquired_by)),
            Fact(t("path at acquisition"), or_dash(exhibit.acquired_path)),
        ),
    )
