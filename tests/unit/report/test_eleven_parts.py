"""Each of the eleven parts of a case's report holds what a court needs; taken away, its loss is found and named."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from english_numbers import english_numbers

from forensic_lpr.report import casemodel
from forensic_lpr.report.casemodel import build_case
from forensic_lpr.report.language import CATALOGUE, LANGUAGES, Language
from forensic_lpr.report.material import Material
from forensic_lpr.report.model import ReportModel
from forensic_lpr.report.parts import Block, Heading, Picture, Table, pictures_of

PARTS = {
    "identification": "identification",
    "question": "question",
    "evidence": "evidence",
    "frames": "frames",
    "corners": "corners",
    "recipe": "recipes",
    "blind": "blind",
    "machine": "machine",
    "performance": "performance",
    "conclusion": "conclusion",
    "method": "method",
}
"""Part by the key of its heading, and the function that makes it."""
pytestmark = pytest.mark.timeout(300)  # whichever comes first waits for the demo case
Maker = Callable[..., tuple[Block, ...]]


def words(value: object) -> Iterator[str]:
    """Every text of a block, but for the bytes of pictures."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from words(getattr(value, field.name))


def parts_of(model: ReportModel) -> dict[str, tuple[Block, ...]]:
    """The blocks of a report by the heading of the part in which they stand."""
    found: dict[str, list[Block]] = {}
    here: list[Block] = []
    for block in model.blocks:
        if isinstance(block, Heading) and block.level == 1:
            here = found.setdefault(block.text, [])
        else:
            here.append(block)
    return {title: tuple(blocks) for title, blocks in found.items()}


def wanted(material: Material, language: Language) -> dict[str, tuple[str, ...]]:
    """What must be said in each part."""
    view, t = material.view, CATALOGUE[language]
    case, (first, second) = view.case, view.plates
    assert first.blind is not None
    exhibits = [exhibit.item for exhibit in view.exhibits]
    frames = [frame.digest for shown in material.plates for read in shown.readings for frame in read.strip]
    readings = [read.recorded for shown in material.plates for read in shown.readings]
    withdrawn = first.reconciliations[0].withdrawn
    assert withdrawn is not None
    return {
        "identification": (
            case.number, case.laboratory, case.examiner, case.reviewer, case.authoriser, case.request, "2026",
        ),
        "question": (*case.question.splitlines(), case.context),
        "evidence": (
            *(item.path.name for item in exhibits), *(item.digests.sha256 for item in exhibits),
            *(item.digests.md5 for item in exhibits), t["digests agree"], t["nothing damaged"], "2026-04-14 17:03:21",
        ),
        "frames": (
            *frames, *(shown.frame.digest for shown in material.plates), t["frame caption"], t["strip"],
            t["frames switched"], "2026-04-14 17:03:21",
        ),
        "corners": (t["top left"], t["corner test"], t["first plate kept"], t["corners over track"]),
        "recipe": (t["the original"], t["looked at through"], "1,5" if language == "pt-BR" else "1.5"),
        "blind": (
            first.blind.reading.text, first.blind.reading.note, first.second[0].reading.text, "D. Second",
            first.second[0].reading.note, second.unblinded_reason, t["second explained"],
        ),
        "machine": (
            *(read.act.document for read in readings), readings[0].reading.weights.sha256, t["rank"], t["set"],
            t["leave one out"], t["order blind"], t["order unblinded"], "KVR4817", "RFG2H68",
        ),
        "performance": (t["performance explained"], t["stored results"]),
        "conclusion": (
            first.reconciliations[1].conclusion.text, first.reconciliations[0].conclusion.text, withdrawn.reason,
            "The last character is lost in glare", t["opinion"], t["second of"].format(who="D. Second"), t["limits"],
        ),
        "method": (
            t["method case"], t["model card"], t["deviations"], t["deviation unblinded"].format(plate=2),
            t["deviation withdrawn"].format(plate=1, count=1), t["self-test"], view.head.hash, material.program_version,
            t["not signed"], t["end of report"],
        ),
    }  # fmt: skip


def lost(material: Material, language: Language) -> dict[str, list[str]]:
    """What a report does not say, by part; the part itself where it is not there at all."""
    model = build_case(replace(material, head=replace(material.head, language=language)))
    there = parts_of(model)
    order = [title for key in PARTS if (title := CATALOGUE[language][f"part {key}"]) in there]
    assert list(there) == order  # in the order of their numbers
    found: dict[str, list[str]] = {}
    for key, texts in wanted(material, language).items():
        blocks = there.get(CATALOGUE[language][f"part {key}"])
        if blocks is None:
            found[key] = ["the part"]
            continue
        said = "\n".join(words(blocks))
        missing = [text for text in texts if text not in said]
        if key in ("frames", "machine") and not pictures_of(blocks):
            missing.append("pictures")
        if missing:
            found[key] = missing
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_says_what_it_must(material: Material, language: Language) -> None:
    assert lost(material, language) == {}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_gone_is_missed(
    material: Material, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casemodel, PARTS[part], lambda *arguments: ())
    assert lost(material, "en") == {part: ["the part"]}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_which_only_the_heading_is_left_is_missed(
    material: Material, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole: Maker = getattr(casemodel, PARTS[part])
    monkeypatch.setattr(casemodel, PARTS[part], lambda *arguments: whole(*arguments)[:1])
    found = lost(material, "en")
    assert set(found) == {part} and len(found[part]) >= len(wanted(material, "en")[part])


def test_a_report_without_its_figures_is_missed(material: Material, monkeypatch: pytest.MonkeyPatch) -> None:
    whole: Maker = casemodel.frames
    monkeypatch.setattr(
        casemodel, "frames", lambda *told: tuple(b for b in whole(*told) if not isinstance(b, Picture))
    )
    assert "frames" in lost(material, "en")


def test_what_is_left_out_is_said(material: Material) -> None:
    first = material.plates[:1]
    view = replace(material.view, plates=material.view.plates[:1])
    some = replace(material, view=view, plates=first, left_out=(2,))
    model = build_case(some)
    said = "\n".join(words(parts_of(model)[CATALOGUE["en"]["part identification"]]))
    assert CATALOGUE["en"]["left out"].format(plates=2) in said
    assert "Plate 1, exhibit 1" in "\n".join(words(model.blocks))
    assert "Plate 2, exhibit 2" not in "\n".join(words(model.blocks))
    assert CATALOGUE["en"]["plates left out"] not in "\n".join(words(build_case(material).blocks))


@pytest.mark.parametrize("language", ["en", "pt-BR"])
def test_no_character_stands_before_its_probability_like_one_side_of_an_inequality(
    material: Material, language: Language
) -> None:
    model = build_case(replace(material, head=replace(material.head, language=language)))
    texts = CATALOGUE[language]
    cells = [
        cell
        for block in parts_of(model)[texts["part conclusion"]]
        if isinstance(block, Table)
        for row in block.rows
        for column, cell in zip(block.columns, row, strict=True)
        if column.header == texts["machine"]
    ]
    assert len(cells) >= 7
    one = r"[A-Z0-9—]:\s([<>]?\d+[.,]\d\s%)"
    assert all(re.fullmatch(rf"{one}(, {one})?", cell) for cell in cells), cells


def test_numbers_of_a_portuguese_report_have_a_decimal_comma(material: Material) -> None:
    model = build_case(replace(material, head=replace(material.head, language="pt-BR")))
    said = tuple(words(model.blocks))
    assert any("1,5" in text for text in said)
    assert [one for text in said for one in english_numbers(text) if "." in one] == []
