"""A laboratory's key of our own making, and what a signed report is found to be."""

import datetime
import io
from importlib import import_module
from pathlib import Path
from typing import Any

SECRET = "open sesame é"
NAME = "Laboratory for Image Evidence"


def write_key(path: Path) -> Path:
    """A key with a certificate that it signed itself, as PKCS#12 behind :data:`SECRET`."""
    x509, oid = import_module("cryptography.x509"), import_module("cryptography.x509.oid")
    hashes = import_module("cryptography.hazmat.primitives.hashes")
    rsa = import_module("cryptography.hazmat.primitives.asymmetric.rsa")
    serialization = import_module("cryptography.hazmat.primitives.serialization")
    pkcs12 = import_module("cryptography.hazmat.primitives.serialization.pkcs12")
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(oid.NameOID.COMMON_NAME, NAME)])
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
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"lab", private, certificate, None, locked))
    return path


def validated(signed: bytes) -> Any:
    """What pyHanko finds of the only signature of a document, its own certificate being trusted; PAdES it must be."""
    reader = import_module("pyhanko.pdf_utils.reader").PdfFileReader(io.BytesIO(signed))
    (signature,) = reader.embedded_signatures
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    validation = import_module("pyhanko.sign.validation")
    context = import_module("pyhanko_certvalidator").ValidationContext(trust_roots=[signature.signer_cert])
    return validation.validate_pdf_signature(signature, context)
