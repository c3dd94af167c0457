"""The document: complete, the same every time, and not to be talked into anything."""

import dataclasses
import hashlib
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import report_samples as samples

from forensic_lpr.core.reading import PlateReading
from forensic_lpr.errors import ReportFailed
from forensic_lpr.report.casemodel import build_case
from forensic_lpr.report.model import ReportModel, date_of
from forensic_lpr.report.parts import Picture
from forensic_lpr.report.pdf import render

ROOT = Path(__file__).resolve().parents[3]
CASES = tuple(samples.CASES)


@cache
def model(case: str) -> ReportModel:
    return build_case(samples.material(*samples.CASES[case]()))


@cache
def document(case: str) -> bytes:
    return render(model(case))


def pages(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def of_reading(**changed: object) -> ReportModel:
    """The ordinary report, of a reading in which something is otherwise."""
    facts, item, frame, reading = samples.ordinary()
    values = {**{f.name: getattr(reading, f.name) for f in dataclasses.fields(reading)}, **changed}
    return build_case(samples.material(facts, item, frame, PlateReading(**values)))


def squeezed(text: str) -> str:
    """Without white space, so that a line break is no difference."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("case", CASES)
def test_every_page_is_numbered_and_the_end_is_marked(case: str) -> None:
    texts = pages(document(case))
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text
        assert f"Report {model(case).number}" in text
        assert model(case).footer[1] in text
    assert "End of report" in texts[-1]
    assert sum("End of report" in text for text in texts) == 1


@pytest.mark.parametrize("case", CASES)
def test_each_digest_is_there(case: str) -> None:
    text = "\n".join(pages(document(case)))
    _, item, frame, reading = samples.CASES[case]()
    for digest in (item.digests.sha256, item.digests.md5, frame.digest, reading.weights.sha256):
        assert digest in text


def test_the_texts_of_an_ordinary_report() -> None:
    text = "\n".join(pages(document("ordinary")))
    _, item, _, reading = samples.ordinary()
    for candidate in (*reading.plates[:10], *reading.plates_without_syntax[:10]):
        assert candidate.text in text
    whole = squeezed(text)
    for name, value in (*item.media.facts, *reading.weights.card, *samples.ENVIRONMENT):
        assert squeezed(name) in whole
        assert squeezed(value) in whole
    facts = samples.FACTS
    for wanted in (
        *(facts.number, facts.laboratory, facts.examiner, facts.question),
        "5 November 2026, 10:00:00 (UTC+01:00)",
        *reading.warnings,
        "84 × 1/25 s",
        "3.360000 s",
        "camera 4.avi",
    ):
        assert squeezed(wanted) in whole
    assert "not an identification" in " ".join(text.split())
    assert "have not been calibrated" in " ".join(text.split())
    assert not re.search(r"\bmatch", text, re.IGNORECASE)


def test_the_same_reading_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib, report_samples as s; from forensic_lpr.report.casemodel import build_case; "
        "from forensic_lpr.report.pdf import render; "
        "print(hashlib.sha256(render(build_case(s.material(*s.ordinary())))).hexdigest())"
    )
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    result = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == hashlib.sha256(document("ordinary")).hexdigest()
    assert render(model("ordinary")) == document("ordinary")


def test_another_content_has_another_number() -> None:
    facts, *rest = samples.ordinary()
    other = dataclasses.replace(facts, question="And the front plate?")
    assert build_case(samples.material(other, *rest)).number != model("ordinary").number


def test_the_data_is_attached() -> None:
    pdf = pypdfium2.PdfDocument(document("hostile"))
    attached = {}
    for index in range(pdf.count_attachments()):
        attachment = pdf.get_attachment(index)
        attached[attachment.get_name()] = json.loads(bytes(attachment.get_data()))
    pdf.close()
    assert set(attached) == {"report.json", "model-card.json", "manifest.json"}
    (read,) = attached["report.json"]["record"]["plates"][0]["readings"]
    assert read["reading"]["evidence"]["name"] == samples.HOSTILE_NAME
    assert read["reading"]["evidence"]["sha256"] == samples.SHA256
    assert ["Slots", "7"] in attached["model-card.json"]["card"]


def test_it_is_archival_accessible_and_dated_by_the_head() -> None:
    data = document("ordinary")
    assert b"<pdfaid:part>3</pdfaid:part>" in data
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    pdf = pypdfium2.PdfDocument(data)
    assert pdf.get_metadata_dict()["CreationDate"] == "D:20261105090000Z"
    assert pdf.get_metadata_dict()["Title"] == model("ordinary").title
    pdf.close()


def test_texts_that_look_like_markup_are_printed_as_they_are() -> None:
    whole = squeezed("\n".join(pages(document("hostile"))))
    # As laboratory, examiner, case, request and first line of the question.
    assert whole.count(squeezed(samples.HOSTILE)) == 5
    assert "root:" not in whole
    assert squeezed('a‹U+202E›gpj.exe ‹U+05D0›‹U+05D1›‹U+05D2› ‹U+1F600› #read("x") $1$ @y <z>.png') in whole
    assert "report.jsonholdsthemunchanged" in whole


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_printed_outside_the_margins(case: str) -> None:
    pdf = pypdfium2.PdfDocument(document(case))
    for page in pdf:
        width, height = page.get_size()
        for item in page.get_objects():
            left, bottom, right, top = item.get_bounds()
            assert left > 50, case
            assert right < width - 50, case
            assert bottom > 25, case
            assert top < height - 25, case
    pdf.close()


def test_a_digest_is_broken_between_eights_of_characters_only() -> None:
    digest = hashlib.sha256(b"weights before").hexdigest()
    told = tuple(f"{'The line goes on. ' * 4}{'x' * k} {digest}." for k in range(28))
    lines = "\n".join(pages(render(of_reading(warnings=told)))).split()
    eights = [digest[at : at + 8] for at in range(0, 64, 8)]
    starts = [n for n, line in enumerate(lines) if line[0] in "0123456789abcdef" and line[:8] == eights[0]]
    assert len(starts) == 28
    assert all(lines[n].rstrip(".") in {"".join(eights[:k]) for k in range(1, 9)} for n in starts)
    assert {lines[n].rstrip(".") for n in starts} - {digest}  # some had no room for all of it


def test_an_empty_head_prints_dashes_and_an_empty_list_says_so() -> None:
    text = "\n".join(pages(document("bare")))
    for name in ("Laboratory", "Examiner", "Case", "Request", "Received"):
        assert re.search(rf"^{name} —", text, re.MULTILINE)
    assert "No plate text follows the syntax" in text
    assert "raised no warning" in text
    assert "n" * 200 + ".avi" in squeezed(text)


def test_many_warnings_go_on_the_next_page() -> None:
    warnings = tuple(f"Warning number {n}: " + "the picture is poor, " * 12 for n in range(30))
    text = squeezed("\n".join(pages(render(of_reading(warnings=warnings)))))
    assert text.count("thepictureispoor") == 30 * 12
    assert all(f"Warningnumber{n}:" in text for n in range(30))


@pytest.mark.parametrize("issued", ["yesterday", "1066-10-14", "05.11.2026"])
def test_a_date_of_issue_that_is_none_is_refused(issued: str) -> None:
    with pytest.raises(ReportFailed, match=issued):
        date_of(issued, samples.ISSUED)


def test_what_cannot_be_typeset_is_one_sentence() -> None:
    blocks = tuple(
        dataclasses.replace(block, png=b"no picture") if isinstance(block, Picture) else block
        for block in model("ordinary").blocks
    )
    broken = dataclasses.replace(model("ordinary"), blocks=blocks)
    with pytest.raises(ReportFailed, match=r"^The report could not be typeset: [^\n]+\.$"):
        render(broken)


def test_calibrated_probabilities_are_called_so_and_the_sets_stand_in_the_table() -> None:
    reading = samples.ordinary()[3]
    sets = ("A", "B8", "CG", "1", "D0OQ", "2", "ABCDEFGHJKLMN")
    slots = dataclasses.replace(reading.slots, calibrated=True, sets=sets)
    text = " ".join("\n".join(pages(render(of_reading(slots=slots)))).split())
    assert "are calibrated" in text and "have not been calibrated" not in text
    for kept in sets[:-1]:
        assert kept in text
    assert "13 characters" in text
