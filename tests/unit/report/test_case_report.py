"""The report of a case: all eleven parts in both languages, the same every time, and not to be talked into anything."""

import dataclasses
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from demo_case import FACTS, ISSUED

from forensic_lpr.core import acts
from forensic_lpr.core.actrows import act_of
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import CaseView
from forensic_lpr.core.conclusion import Conclusion, SlotConclusion
from forensic_lpr.errors import EvidenceChanged, EvidenceUnreadable, ReportFailed
from forensic_lpr.operations.case import OpenCase, describe, new_case, open_case
from forensic_lpr.operations.casereport import (
    CaseReport,
    case_head,
    make_case_report,
    record_case_report,
    write_case_report,
)
from forensic_lpr.operations.performance import measure_performance
from forensic_lpr.operations.verify import verify
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.report.casemodel import build_case
from forensic_lpr.report.language import CATALOGUE, Language
from forensic_lpr.report.material import Material
from forensic_lpr.report.pdf import render

pytestmark = pytest.mark.timeout(300)  # whichever comes first waits for the demo case
ROOT = Path(__file__).resolve().parents[3]
PARTS = (
    "identification", "question", "evidence", "frames", "corners", "recipe", "blind", "machine", "performance",
    "conclusion", "method",
)  # fmt: skip
HOSTILE = '#read("/etc/passwd") *b* $x$ @r <l> \\ `raw` a\u202egpj \u0007 אבג 😀 ' + "w" * 400 + " {0} {x} %s"
LONG = "x" * 10_000


@pytest.fixture
def copied(folder: Path, tmp_path: Path) -> Iterator[OpenCase]:
    """A copy of the case beside a copy of its evidence, open."""
    shutil.copytree(folder, tmp_path / "copy")
    with open_case(tmp_path / "copy" / "demo.flpr") as case:
        yield case


def written(case: OpenCase, report: CaseReport, files: list[tuple[Path, bytes]]) -> None:
    write_case_report(case.view, case.path, files)
    record_case_report(case, report, files)


def pages(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def told(material: Material, language: Language) -> Material:
    return dataclasses.replace(material, head=dataclasses.replace(material.head, language=language))


@pytest.mark.parametrize("language", ["en", "pt-BR"])
def test_all_parts_stand_in_order_with_what_the_record_holds(material: Material, language: Language) -> None:
    texts = CATALOGUE[language]
    model = build_case(told(material, language))
    data = render(model)
    read = pages(data)
    whole = "\n".join(read[1:])  # the first page lists the parts
    places = []
    for number, part in enumerate(PARTS[1:], start=2):
        found = re.search(rf"^{number}\s+{re.escape(texts[f'part {part}'])}\r?$", whole, re.MULTILINE)
        assert found, part
        places.append(found.start())
    assert places == sorted(places)
    for number, text in enumerate(read, start=1):
        assert f"{texts['page']} {number} {texts['of pages']} {len(read)}" in text
        assert model.number in text
    assert sum(texts["end of report"] in text for text in read) == 1 and texts["end of report"] in read[-1]

    everything = squeezed("\n".join(read))
    view = material.view
    for wanted in (
        *(
            v
            for k, v in dataclasses.asdict(view.case).items()
            if k not in ("created_at", "received", "deviations")
        ),
        *(e.item.digests.sha256 for e in view.exhibits),
        *(e.item.digests.md5 for e in view.exhibits),
        *(r.act.document for r in view.readings),
        view.head.hash,
        view.plates[0].blind.reading.text if view.plates[0].blind else "?",
        view.plates[1].unblinded_reason,
        texts["order unblinded"],
        texts["order blind"],
        texts["opinion"],
        view.plates[0].reconciliations[-1].conclusion.text,
        "● " + texts["certain"],
        "◐ " + texts["probable"],
        "○ " + texts["undetermined"],
        "The last character is lost in glare",
        texts["stable"],
        texts["corner test explained"],
        texts["deviation unblinded"].format(plate=2),
        "KVR4817",
        "RFG2H68",
    ):
        for line in wanted.splitlines():
            assert squeezed(line) in everything, wanted
    for frame in material.plates[1].readings[1].strip:
        assert frame.digest in everything
    assert not re.search(r"\bmatch|coincidência", " ".join(read), re.IGNORECASE)
    assert f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li>".encode() in data
    assert b"<pdfaid:part>3</pdfaid:part>" in data and b"<pdfuaid:part>1</pdfuaid:part>" in data


def test_decimals_and_dates_have_the_form_of_the_language(material: Material) -> None:
    english = squeezed("\n".join(pages(render(build_case(material)))))
    portuguese = squeezed("\n".join(pages(render(build_case(told(material, "pt-BR"))))))
    assert "4May2026,10:00:00(UTC-03:00)" in english and "15April2026" in english
    assert "4demaiode2026,10:00:00(UTC-03:00)" in portuguese and "15deabrilde2026" in portuguese
    assert ">99.9%" in english and ">99.9%" not in portuguese and ">99,9%" in portuguese


def test_the_data_is_attached_and_the_manifest_holds_its_digests(material: Material) -> None:
    model = build_case(material)
    pdf = pypdfium2.PdfDocument(render(model))
    files = {}
    for index in range(pdf.count_attachments()):
        attachment = pdf.get_attachment(index)
        files[attachment.get_name()] = bytes(attachment.get_data())
    pdf.close()
    assert set(files) == {"report.json", "model-card.json", "manifest.json"}
    twin, manifest = json.loads(files["report.json"]), json.loads(files["manifest.json"])
    assert manifest["report"] == model.number
    assert manifest["attachments"] == {
        name: hashlib.sha256(files[name]).hexdigest() for name in ("report.json", "model-card.json")
    }
    head = material.view.head
    assert manifest["audit_log"] == {"rows": head.rows, "head": head.hash} == twin["record"]["audit"]
    assert manifest["evidence"]["1"] == material.view.exhibits[0].item.digests.sha256
    assert [p["blind"] and p["blind"]["text"] for p in twin["record"]["plates"]] == ["KVR48[17]?", None]
    assert [len(r["corner_test"]["shifts"]) for r in twin["readings_shown"]] == [16, 16, 16]
    assert twin["readings_shown"][2]["corner_test"]["frames"] == 3
    assert all(passed for _, passed, _ in twin["self_test"]["checks"])


def test_the_same_case_gives_the_same_bytes_also_in_another_process(folder: Path) -> None:
    with open_case(folder / "demo.flpr", writable=False) as case:
        first = make_case_report(case.path, case.view, case_head("pt-BR", ISSUED))
    script = (
        "import hashlib, sys; from pathlib import Path; from forensic_lpr.operations.case import open_case; "
        "from forensic_lpr.operations.casereport import case_head, make_case_report; "
        "case = open_case(Path(sys.argv[1]), writable=False); "
        "data = make_case_report(case.path, case.view, case_head('pt-BR', sys.argv[2])); "
        "print(hashlib.sha256(data.pdf).hexdigest(), hashlib.sha256(data.twin).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder / "demo.flpr"), ISSUED],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "99", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )
    wanted = [hashlib.sha256(data).hexdigest() for data in (first.pdf, first.twin)]
    assert done.stdout.split() == wanted


def test_another_issue_or_another_act_gives_another_number(material: Material) -> None:
    number = build_case(material).number
    later = dataclasses.replace(material.head, issued_at="2026-05-05T10:00:00-03:00")
    assert build_case(dataclasses.replace(material, head=later)).number != number
    view = dataclasses.replace(
        material.view, case=dataclasses.replace(material.view.case, question="Another?")
    )
    assert build_case(dataclasses.replace(material, view=view)).number != number


def test_a_report_is_recorded_and_a_changed_one_is_found(copied: OpenCase, material: Material) -> None:
    data = b"%PDF some report"
    target = copied.path.parent / "report.pdf"
    twin = target.with_suffix(".json")
    written(copied, CaseReport(material, data, b"{}"), [(target, data), (twin, b"{}")])
    first, second = copied.view.reports
    assert (first.act.sha256, first.act.plates) == (hashlib.sha256(data).hexdigest(), (1, 2))
    assert (second.act.path, second.act.sha256) == (twin, hashlib.sha256(b"{}").hexdigest())
    assert [event.kind for event in copied.view.events[-3:]] == ["self-test", "report made", "report made"]
    assert json.loads(copied.view.events[-3].parameters)["passed"] is True
    copied.close()
    assert [f.holds for f in verify(copied.path).findings if f.what == "report 1"] == [True]
    target.write_bytes(data + b"\n")
    result = verify(copied.path)
    assert [f.what for f in result.findings if not f.holds] == ["report 1"]
    assert "no longer the one that was written" in result.first_difference


def test_missing_or_changed_evidence_is_one_sentence_and_nothing_is_recorded(copied: OpenCase) -> None:
    rows = copied.view.head.rows
    evidence = copied.path.parent / "car-park.jpg"
    evidence.write_bytes(evidence.read_bytes() + b"\0")
    moved = _found_beside(copied.view, copied.path.parent)
    with pytest.raises(EvidenceChanged, match=r"Exhibit 1, car-park\.jpg, is no longer the file"):
        make_case_report(copied.path, moved, case_head("en", ISSUED))
    evidence.unlink()
    with pytest.raises(EvidenceUnreadable, match=r"Exhibit 1, car-park\.jpg, was not found"):
        make_case_report(copied.path, moved, case_head("en", ISSUED))
    assert copied.view.head.rows == rows


def _found_beside(view: CaseView, folder: Path) -> CaseView:
    """The case as if its evidence had always lain there, so that no other copy is found."""
    exhibits = tuple(
        dataclasses.replace(
            exhibit,
            item=dataclasses.replace(exhibit.item, path=folder / exhibit.item.path.name),
            relative=exhibit.item.path.name,
        )
        for exhibit in view.exhibits
    )
    return dataclasses.replace(view, exhibits=exhibits)


@pytest.mark.parametrize("where", ["missing/report.pdf", "folder", "demo.flpr", "car-park.jpg"])
def test_a_place_that_cannot_be_written_is_one_sentence_and_nothing_is_recorded(
    where: str, copied: OpenCase
) -> None:
    folder, rows = copied.path.parent, copied.view.head.rows
    (folder / "folder").mkdir()
    if where == "car-park.jpg":
        os.link(copied.view.exhibits[0].item.path, folder / "link.jpg")
        where = "link.jpg"
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(ReportFailed, match=r"^[^\n]+\.$"):
        write_case_report(copied.view, copied.path, [(folder / where, b"%PDF")])
    assert copied.view.head.rows == rows
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_an_empty_case_says_of_each_part_that_nothing_was_recorded(tmp_path: Path) -> None:
    with new_case(tmp_path / "empty.flpr", Case("")) as case:
        data = make_case_report(case.path, case.view, case_head("en", ISSUED)).pdf
    whole = squeezed("\n".join(pages(data)))
    texts = CATALOGUE["en"]
    for key in (
        "no question", "no context", "no evidence", "no plate marked", "no reading so no recipe", "no blind reading",
        "no machine reading", "no conclusion", "no deviations", "not signed",
    ):  # fmt: skip
        assert squeezed(texts[key]) in whole, key


def test_hostile_texts_in_every_field_are_printed_as_they_are(material: Material) -> None:
    """Every text that a person can type, in one document."""
    view = material.view
    names = [f.name for f in dataclasses.fields(Case) if f.name not in ("identity", "created_at")]
    case = dataclasses.replace(view.case, **dict.fromkeys(names, HOSTILE))
    data = render(build_case(_with_texts(material, dataclasses.replace(view, case=case), HOSTILE)))
    whole = squeezed("\n".join(pages(data)))
    assert "root:" not in whole
    shown = squeezed(
        '#read("/etc/passwd") *b* $x$ @r <l> \\ `raw` a‹U+202E›gpj ‹U+0007› ‹U+05D0›‹U+05D1›‹U+05D2› ‹U+1F600›'
    )
    assert whole.count(shown) >= len(names) + 5
    assert whole.count("{0}{x}%s") >= len(names) + 5


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "text", [LONG, "ש" * 2_500, "a b " * 2_500], ids=["one word", "right to left", "words"]
)
def test_endless_texts_go_over_pages_and_stay_within_the_margins(material: Material, text: str) -> None:
    view = material.view
    names = ("question", "context", "deviations", "laboratory")
    case = dataclasses.replace(view.case, **dict.fromkeys(names, text))
    data = render(build_case(_with_texts(material, dataclasses.replace(view, case=case), text)))
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        width, height = page.get_size()
        for item in page.get_objects():
            left, bottom, right, top = item.get_bounds()
            assert left > 50 and right < width - 50 and bottom > 25 and top < height - 25
    pdf.close()
    whole = squeezed("\n".join(pages(data)))
    unit = {"x": "x" * 50, "ש": "‹U+05E9›" * 5, "a": "ab" * 20}[text[0]]
    assert whole.count(unit) >= 100


def _with_texts(material: Material, view: CaseView, text: str) -> Material:
    """Every text of the record that is not of the case, too."""
    first, second = view.plates
    assert first.blind is not None
    reconciled = first.reconciliations[-1]
    slots = tuple(dataclasses.replace(slot, reason=text) for slot in reconciled.conclusion.slots[:2])
    conclusion = Conclusion((*slots, SlotConclusion("undetermined", "")), text)
    blind = dataclasses.replace(
        first.blind,
        reading=BlindReading(first.blind.reading.slots, text),
        examiner=text,
        changes=((ISSUED, BlindReading(("A", "?")), text),),
    )
    first = dataclasses.replace(
        first,
        blind=blind,
        reconciliations=(dataclasses.replace(reconciled, conclusion=conclusion, examiner=text),),
    )
    second = dataclasses.replace(second, unblinded_reason=text)
    plates = tuple(
        dataclasses.replace(shown, plate=plate)
        for shown, plate in zip(material.plates, (first, second), strict=True)
    )
    view = dataclasses.replace(view, plates=(first, second))
    return dataclasses.replace(material, view=view, plates=plates)


def test_stored_results_are_printed_with_their_counts_and_only_for_their_weights(material: Material) -> None:
    stored = measure_performance(Recognizer.load("default"), 1)
    plates = tuple(
        dataclasses.replace(
            shown, readings=tuple(dataclasses.replace(r, performance=stored) for r in shown.readings)
        )
        for shown in material.plates
    )
    whole = squeezed("\n".join(pages(render(build_case(dataclasses.replace(material, plates=plates))))))
    assert squeezed("weights default, 54 drawn plates") in whole
    assert squeezed("Plates of 80 to 130 pixels: percent right [95 % interval]") in whole
    assert squeezed("Plates of 42 to 56 pixels: percent right [95 % interval]") in whole
    assert whole.count(squeezed("The results for these weights and this width stand above.")) == 1
    none = dataclasses.replace(
        material,
        plates=tuple(
            dataclasses.replace(
                shown, readings=tuple(dataclasses.replace(r, performance=None) for r in shown.readings)
            )
            for shown in material.plates
        ),
    )
    whole = squeezed("\n".join(pages(render(build_case(none)))))
    sha256 = material.view.readings[0].reading.weights.sha256
    assert whole.count(squeezed(f"No stored results exist for these weights (SHA-256 {sha256}).")) == 3
    assert squeezed("percent right") not in whole


def test_weights_that_are_gone_cost_the_corner_test_and_not_the_report(folder: Path) -> None:
    with open_case(folder / "demo.flpr", writable=False) as case:
        view = case.view
    gone = "0" * 64
    plates = []
    for plate in view.plates:
        readings = tuple(
            dataclasses.replace(
                r,
                reading=dataclasses.replace(
                    r.reading, weights=dataclasses.replace(r.reading.weights, sha256=gone)
                ),
            )
            for r in plate.readings
        )
        plates.append(dataclasses.replace(plate, readings=readings))
    view = dataclasses.replace(view, plates=tuple(plates))
    whole = squeezed(
        "\n".join(pages(make_case_report(folder / "demo.flpr", view, case_head("en", ISSUED)).pdf))
    )
    assert whole.count(squeezed("The corner test was not made: The weights default are no longer those")) == 3
    assert squeezed("The self-test was not made: The weights default are no longer those") in whole


def test_facts_of_a_case_that_was_made_before_they_were_known_are_empty(tmp_path: Path) -> None:
    with new_case(tmp_path / "a.flpr", FACTS) as case:
        event = case.view.events[0]
        old = json.loads(event.parameters)
        for name in ("authoriser", "request", "deviations"):
            del old["case"][name]
        act = act_of(event.kind, json.dumps(old))
        assert isinstance(act, acts.CaseCreated)
        assert (act.case.authoriser, act.case.request, act.case.deviations) == ("", "", "")
        describe(case, dataclasses.replace(FACTS, deviations="The lamp was replaced."))
        data = make_case_report(case.path, case.view, case_head("en", ISSUED)).pdf
    assert squeezed("The lamp was replaced.") in squeezed("\n".join(pages(data)))
