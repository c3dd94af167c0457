"""Signing: PAdES by pyHanko, PDF/A kept, and a sentence where something is missing; skipped only without pyHanko."""

import datetime
import io
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
import report_samples as samples

from forensic_lpr.errors import ReportFailed
from forensic_lpr.operations.signing import load_signer, passphrase_from
from forensic_lpr.report.casemodel import build_case
from forensic_lpr.report.pdf import render

needs_pyhanko = pytest.mark.skipif(find_spec("pyhanko") is None, reason="pyHanko is not installed")
SECRET = "open sesame é"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A key with a certificate of its own making, as PKCS#12."""
    x509, oid = import_module("cryptography.x509"), import_module("cryptography.x509.oid")
    hashes = import_module("cryptography.hazmat.primitives.hashes")
    rsa = import_module("cryptography.hazmat.primitives.asymmetric.rsa")
    serialization = import_module("cryptography.hazmat.primitives.serialization")
    pkcs12 = import_module("cryptography.hazmat.primitives.serialization.pkcs12")
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(oid.NameOID.COMMON_NAME, "Laboratory for Image Evidence")])
    start = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=3650))
        .add_extension(usage, critical=True)
        .sign(private, hashes.SHA256())
    )
    locked = serialization.BestAvailableEncryption(SECRET.encode())
    path = tmp_path / "laboratory.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"lab", private, certificate, None, locked))
    return path


def document() -> bytes:
    return render(build_case(samples.material(*samples.ordinary())))


@needs_pyhanko
def test_the_signature_is_pades_and_covers_the_whole_document(key: Path) -> None:
    signer = load_signer(key, SECRET)
    assert "Laboratory for Image Evidence" in signer.name
    plain = document()
    signed = signer.sign(plain)
    # Only appended to: what was typeset stays as it is, so that it stays PDF/A.
    assert signed.startswith(plain + b"\n")
    reader = import_module("pyhanko.pdf_utils.reader").PdfFileReader(io.BytesIO(signed))
    (signature,) = reader.embedded_signatures
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    validation = import_module("pyhanko.sign.validation")
    context = import_module("pyhanko_certvalidator").ValidationContext(trust_roots=[signature.signer_cert])
    status = validation.validate_pdf_signature(signature, context)
    assert status.intact and status.valid and status.trusted
    assert status.coverage.name == "ENTIRE_FILE"
    assert status.timestamp_validity is None


@needs_pyhanko
def test_a_changed_document_is_no_longer_intact(key: Path) -> None:
    signed = bytearray(load_signer(key, SECRET).sign(document()))
    signed[200] ^= 1
    reader = import_module("pyhanko.pdf_utils.reader").PdfFileReader(io.BytesIO(bytes(signed)))
    (signature,) = reader.embedded_signatures
    validation = import_module("pyhanko.sign.validation")
    context = import_module("pyhanko_certvalidator").ValidationContext(trust_roots=[signature.signer_cert])
    assert not validation.validate_pdf_signature(signature, context).intact


@needs_pyhanko
@pytest.mark.parametrize("how", ["passphrase", "no key", "missing"])
def test_a_key_that_cannot_be_used_is_one_sentence(key: Path, how: str) -> None:
    if how == "no key":
        key.write_bytes(b"no key at all")
    elif how == "missing":
        key.unlink()
    with pytest.raises(ReportFailed, match=r"^The key [^\n]+ cannot be (used|read): [^\n]+\.$"):
        load_signer(key, "wrong" if how == "passphrase" else SECRET)


@needs_pyhanko
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
