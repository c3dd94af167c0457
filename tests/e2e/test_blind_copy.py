"""By command: a blind copy goes to the second examiner, and the reading sealed there comes back."""

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
from command_line import ok, refused

from forensic_lpr import paths

SAMPLE = paths.resources() / "sample"
STILL = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))[0]
QUAD = " ".join(f"{x},{y}" for x, y in STILL["quad"])


def test_a_second_reading_goes_out_and_comes_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    case, copy = tmp_path / "case.flpr", tmp_path / "second" / "blind.flpr"
    copy.parent.mkdir()
    shutil.copy(SAMPLE / STILL["file"], tmp_path)
    ok(capsys, "case", "new", case, "--number", "7", "--examiner", "A. Examiner")
    ok(capsys, "case", "add", case, tmp_path / STILL["file"])
    assert "Give --exhibit and --quad" in refused(capsys, "case", "seal", case, "--reading", "A")
    assert "has no plate 1" in refused(capsys, "case", "seal", case, "--plate", 1, "--reading", "A")
    ok(capsys, "case", "seal", case, "--exhibit", 1, "--quad", QUAD, "--reading", "KVR48?7")
    ok(capsys, "case", "read", case, "--plate", 1)  # where it is marked

    told = ok(capsys, "case", "blind-copy", case, copy, "--for", "B. Second")
    assert "B. Second" in told and str(copy) in told
    assert "KVR48" not in ok(capsys, "case", "show", copy, "--json")
    before = "leave --frame and --time out"
    assert before in refused(capsys, "case", "seal", copy, "--plate", 1, "--frame", 0, "--reading", "K")
    ok(capsys, "case", "seal", copy, "--plate", 1, "--reading", "KVR481[71]")
    assert "holds" in ok(capsys, "verify", copy)

    assert "is no blind copy of this case" in refused(capsys, "case", "take-in", copy, case)
    assert ok(capsys, "case", "take-in", case, copy) == "Plate 1: taken in\n"
    shown = json.loads(ok(capsys, "case", "show", case, "--json"))
    (second,) = shown["plates"][0]["second"]
    assert (second["text"], second["examiner"]) == ("KVR481[71]", "B. Second")
    assert shown["blind_copies"][0]["examiner"] == "B. Second"

    for language, sentence in (("en", "was sealed in a blind copy"), ("pt-BR", "lacrada em uma cópia cega")):
        out = tmp_path / f"{language}.pdf"
        ok(capsys, "report", case, "--out", out, "--language", language)
        document = pypdfium2.PdfDocument(out)
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
        document.close()
        assert sentence in text and "KVR481[71]" in text and "B. Second" in text
    assert "holds" in ok(capsys, "verify", case)
