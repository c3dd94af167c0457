"""Sign a report with the laboratory's own key: PAdES B-B, offline, by pyHanko, which is an optional part.

Without a time-stamp authority the time of signing is the signer's word; the report says that it is not attested.
"""

import io
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from forensic_lpr.errors import ReportFailed

FIELD = "Signature"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Signer:
    """A key that is ready to sign.

    Attributes:
        name: Whose certificate it is.
    """

    name: str
    _key: Any

    def sign(self, data: bytes) -> bytes:
        """The document signed.

        Args:
            data: The PDF as it was typeset; a line end is appended, without which the signed file would no longer be
                PDF/A.

        Raises:
            ReportFailed: it cannot be signed.
        """
        signers = import_module("pyhanko.sign.signers")
        fields = import_module("pyhanko.sign.fields")
        writer = import_module("pyhanko.pdf_utils.incremental_writer")
        about = signers.PdfSignatureMetadata(
            field_name=FIELD, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
        )
        target = io.BytesIO()
        try:
            open_document = writer.IncrementalPdfFileWriter(io.BytesIO(data + b"\n"))
            signers.PdfSigner(about, signer=self._key).sign_pdf(open_document, output=target)
        except (import_module("pyhanko.pdf_utils.misc").PdfError, ValueError, OSError) as error:
            raise ReportFailed(f"The report could not be signed: {_sentence(error)}.") from error
        return target.getvalue()


def load_signer(path: Path, passphrase: str) -> Signer:
    """The key and certificates of a PKCS#12 file.

    Raises:
        ReportFailed: pyHanko is not installed, or the file cannot be used with this passphrase.
    """
    try:
        signers = import_module("pyhanko.sign.signers")
    except ImportError as error:
        raise ReportFailed(
            'Signing needs pyHanko, which is not installed; get it with pip install "forensic-lpr[sign]".'
        ) from error
    try:
        with path.open("rb") as file:
            held = file.read(_MOST_BYTES)
    except OSError as error:
        raise ReportFailed(f"The key {path} cannot be read: {error.strerror or error}.") from error
    try:
        key = signers.SimpleSigner.load_pkcs12_data(
            held, other_certs=[], passphrase=passphrase.encode("utf-8")
        )
    except (ValueError, AttributeError) as error:  # the latter for a file that holds no certificate
        raise ReportFailed(
            f"The key {path.name} cannot be used: it is no PKCS#12 file, or the passphrase is wrong."
        ) from error
    return Signer(str(key.subject_name), key)


def passphrase_from(path: Path) -> str:
    """The passphrase in the first line of a file.

    Raises:
        ReportFailed: the file cannot be read.
    """
    try:
        with path.open(encoding="utf-8") as file:
            return file.readline(10_000).rstrip("\r\n")
    except OSError as error:
        raise ReportFailed(
            f"The passphrase cannot be read from {path}: {error.strerror or error}."
        ) from error
    except UnicodeDecodeError as error:
        raise ReportFailed(f"The passphrase in {path.name} is no text.") from error


def _sentence(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
