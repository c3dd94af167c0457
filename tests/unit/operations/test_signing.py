"""Signing: PAdES by pyHanko, PDF/A kept, and a sentence where something is missing."""

import sys
from pathlib import Path

import pytest
import report_samples as samples
from signing_key import SECRET, validated, write_key

from forensic_lpr.errors import ReportFailed
from forensic_lpr.operations.signing import load_signer, passphrase_from
from forensic_lpr.report.casemodel import build_case
from forensic_lpr.report.pdf import render


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A key with a certificate of its own making, as PKCS#12."""
    return write_key(tmp_path / "laboratory.p12")


def document() -> bytes:
    return render(build_case(samples.material(*samples.ordinary())))


def test_the_signature_is_pades_and_covers_the_whole_document(key: Path) -> None:
    signer = load_signer(key, SECRET)
    assert "Laboratory for Image Evidence" in signer.name
    plain = document()
    signed = signer.sign(plain)
    # Only appended to: what was typeset stays as it is, so that it stays PDF/A.
    assert signed.startswith(plain + b"\n")
    status = validated(signed)
    assert status.intact and status.valid and status.trusted
    assert status.coverage.name == "ENTIRE_FILE"
    assert status.timestamp_validity is None


def test_a_changed_document_is_no_longer_intact(key: Path) -> None:
    signed = bytearray(load_signer(key, SECRET).sign(document()))
    signed[200] ^= 1
    assert not validated(bytes(signed)).intact


@pytest.mark.parametrize("how", ["passphrase", "no key", "missing"])
def test_a_key_that_cannot_be_used_is_one_sentence(key: Path, how: str) -> None:
    if how == "no key":
        key.write_bytes(b"no key at all")
    elif how == "missing":
        key.unlink()
    with pytest.raises(ReportFailed, match=r"^The key [^\n]+ cannot be (used|read): [^\n]+\.$"):
        load_signer(key, "wrong" if how == "passphrase" else SECRET)


def test_what_is_no_document_is_not_signed(key: Path) -> None:
    with pytest.raises(ReportFailed, match=r"^The report could not be signed: [^\n]+\.$"):
        load_signer(key, SECRET).sign(b"no PDF")


def test_without_pyhanko_one_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko.sign.signers", None)
    with pytest.raises(ReportFailed, match=r'pip install "forensic-lpr\[sign\]"\.$'):
        load_signer(tmp_path / "laboratory.p12", "")


def test_the_passphrase_is_the_first_line_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("open sesame é\r\nnot this\n", encoding="utf-8")
    assert passphrase_from(path) == SECRET
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReportFailed, match="is no text"):
        passphrase_from(path)
    with pytest.raises(ReportFailed, match="cannot be read"):
        passphrase_from(tmp_path / "none.txt")
