"""One report command: of a case, or of one plate of a file, for which it makes a case."""

import hashlib
import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
from command_line import ok, refused
from signing_key import NAME, SECRET, validated, write_key

from forensic_lpr import paths
from forensic_lpr.cli.main import run
from forensic_lpr.core.audit import Head
from forensic_lpr.operations.case import is_case, open_case

SAMPLE = paths.resources() / "sample"
STILL = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))[0]
QUAD = " ".join(f"{x},{y}" for x, y in STILL["quad"])


@pytest.fixture
def case(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Path:
    """A case by command: sealed, read, reconciled."""
    path = tmp_path / "case.flpr"
    shutil.copy(SAMPLE / STILL["file"], tmp_path)
    ok(capsys, "case", "new", path, "--number", "7", "--examiner", "A. Examiner", "--authoriser", "C. Head")
    ok(capsys, "case", "add", path, tmp_path / STILL["file"])
    where = ("--exhibit", 1, "--quad", QUAD)
    ok(capsys, "case", "seal", path, *where, "--reading", "KVR48?7")
    ok(capsys, "case", "read", path, *where)
    ok(capsys, "case", "reconcile", path, "--plate", 1, "--conclusion", "KVR48(1)7")
    return path


def _head(case: Path) -> Head:
    """The end of the audit log: nothing was recorded while it stays the same."""
    with open_case(case, writable=False) as opened:
        return opened.view.head


def _text(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return text


def test_the_report_of_a_case_is_written_recorded_and_verified(
    capsys: pytest.CaptureFixture[str], case: Path, tmp_path: Path
) -> None:
    out = tmp_path / "laudo.pdf"
    told = ok(capsys, "report", case, "--out", out, "--language", "pt-BR", "--issued", "2026-05-04")
    assert str(out) in told
    text = _text(out)
    assert "KVR4817" in text and "C. Head" in text and "Conclusão" in text and "4 de maio de 2026" in text
    with open_case(case, writable=False) as opened:
        report = opened.view.reports[-1]
    assert report.act.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert "holds   report 1" in ok(capsys, "verify", case)
    out.write_bytes(out.read_bytes() + b" ")
    assert "no longer the one that was written" in run_verify(capsys, case)


def test_the_report_of_a_case_is_signed(
    capsys: pytest.CaptureFixture[str], case: Path, tmp_path: Path
) -> None:
    out, secret, key = tmp_path / "r.pdf", tmp_path / "secret", write_key(tmp_path / "laboratory.p12")
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    signed = ("--sign", key, "--passphrase-file", secret)
    ok(capsys, "report", case, "--out", out, *signed)
    status = validated(out.read_bytes())
    assert status.intact and status.valid and status.coverage.name == "ENTIRE_FILE"
    assert NAME in _text(out) and "holds   report 1" in ok(capsys, "verify", case)
    secret.write_text("wrong", encoding="utf-8")
    assert "cannot be used" in refused(capsys, "report", case, "--out", tmp_path / "no.pdf", *signed)
    assert not (tmp_path / "no.pdf").exists()


def run_verify(capsys: pytest.CaptureFixture[str], case: Path) -> str:
    assert run(["verify", str(case)]) == 2
    return capsys.readouterr().err


def test_what_cannot_be_done_is_one_sentence_and_leaves_the_case_as_it_is(
    capsys: pytest.CaptureFixture[str], case: Path, tmp_path: Path
) -> None:
    before = _head(case)
    out = tmp_path / "r.pdf"
    assert "leave --quad out" in refused(capsys, "report", case, "--quad", QUAD, "--out", out)
    clock = ("--clock", "2026-03-01T12:00:00=0")
    assert "leave --clock out" in refused(capsys, "report", case, *clock, "--out", out)
    assert "leave --examiner out" in refused(capsys, "report", case, "--examiner", "B", "--out", out)
    assert "not in 'de'" in refused(capsys, "report", case, "--out", out, "--language", "de")
    assert "no date" in refused(capsys, "report", case, "--out", out, "--issued", "yesterday")
    assert "cannot be written" in refused(capsys, "report", case, "--out", tmp_path / "no" / "r.pdf")
    assert "the case" in refused(capsys, "report", case, "--out", case)
    (tmp_path / STILL["file"]).unlink()
    assert "was not found" in refused(capsys, "report", case, "--out", out)
    assert not out.exists() and _head(case) == before
    (tmp_path / "empty.flpr").write_bytes(b"")
    assert "no case file" in refused(capsys, "report", tmp_path / "empty.flpr", "--out", out)


def test_one_plate_of_a_file_becomes_a_case_and_its_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file, out, kept = SAMPLE / STILL["file"], tmp_path / "r.pdf", tmp_path / "r.flpr"
    before = file.read_bytes(), file.stat().st_mtime_ns
    marked = ("report", file, "--quad", QUAD, "--out", out, "--json", tmp_path / "r.json")
    told = ok(capsys, *marked, "--language", "pt-BR", "--number", "7", "--own", "KVR48[17]?")
    assert str(out) in told and str(kept) in told
    text = _text(out)
    for title in ("Identificação", "Leitura às cegas", "Leitura da máquina", "Conclusão", "Método"):
        assert title in text
    assert "KVR4817" in text and "KVR48[17]?" in text and "Fim do laudo" in text
    with open_case(kept, writable=False) as case:
        (plate,) = case.view.plates
        assert plate.blind is not None and plate.blind.reading.text == "KVR48[17]?" and not plate.unblinded_at
        kinds = [event.kind for event in case.view.events]
        assert kinds.index("blind reading sealed") < kinds.index("reading recorded")
        assert case.view.case.number == "7" and len(case.view.reports) == 2
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["record"]["case"]["number"] == "7"
    assert "holds   reading 1" in ok(capsys, "verify", kept)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    again = refused(capsys, *marked)  # a case is never written over
    assert "r.flpr already" in again and kept.exists()


def test_without_an_own_reading_the_case_and_the_report_say_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out, kept = tmp_path / "r.pdf", tmp_path / "other.flpr"
    marked = ("report", SAMPLE / STILL["file"], "--quad", QUAD, "--out", out, "--case-file", kept)
    ok(capsys, *marked, "--reason", "A trial of the command.")
    assert "A trial of the command." in _text(out)
    with open_case(kept, writable=False) as case:
        assert case.view.plates[0].unblinded_at and case.view.plates[0].blind is None
    assert not (tmp_path / "r.flpr").exists()


def test_what_fails_leaves_no_case_behind(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file, out = tmp_path / "photo.jpg", tmp_path / "r.pdf"
    shutil.copy(SAMPLE / STILL["file"], file)
    whole = ("report", file, "--quad", QUAD)
    assert "--quad" in refused(capsys, "report", file, "--out", out)
    assert "leave --plate out" in refused(capsys, *whole, "--out", out, "--plate", 1)
    assert "leave --as out" in refused(capsys, *whole, "--out", out, "--as", "B")
    assert "not in 'de'" in refused(capsys, *whole, "--out", out, "--language", "de")
    assert "no character" in refused(capsys, *whole, "--out", out, "--own", "ÄÖ")
    assert "evidence itself" in refused(capsys, *whole, "--out", file)
    assert "cannot be" in refused(capsys, *whole, "--out", tmp_path / "no" / "r.pdf")
    (tmp_path / "secret").write_text("x")
    signed = ("--sign", tmp_path / "none.p12", "--passphrase-file", tmp_path / "secret")
    refused(capsys, *whole, "--out", out, *signed)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["photo.jpg", "secret"]


def test_a_case_is_known_by_its_name_or_by_what_it_says_of_itself(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "case.bin"
    shutil.copy(case, other)
    assert is_case(case) and is_case(other) and is_case(tmp_path / "none.flpr")
    assert not is_case(SAMPLE / STILL["file"]) and not is_case(tmp_path) and not is_case(tmp_path / "none")
