"""Digests of files and of decoded pixels."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.evidence import Digests
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import EvidenceChanged, EvidenceUnreadable
from forensic_lpr.media.files import open_evidence

_CHUNK = 2 * 1024 * 1024


def digest_file(path: Path, progress: Progress = silent) -> Digests:
    """Digest a file's bytes in one streaming pass.

    Args:
        path: The file.
        progress: Told bytes done and bytes in all after every 2 MiB; may raise ``Cancelled``.

    Returns:
        SHA-256 and MD5 (the latter only to compare with older records) and the number of bytes read.

    Raises:
        EvidenceUnreadable: The file cannot be opened or read to its end.
    """
    sha256 = hashlib.sha256()
    md5 = hashlib.md5(usedforsecurity=False)
    done = 0
    with open_evidence(path) as file, ThreadPoolExecutor(1, thread_name_prefix="digest") as beside:
        try:
            total = path.stat().st_size
            while chunk := file.read(_CHUNK):
                # Side by side, for MD5 takes longer than SHA-256; large recordings open so much the sooner.
                other = beside.submit(md5.update, chunk)
                sha256.update(chunk)
                other.result()
                done += len(chunk)
                progress(done, max(total, done), path.name)
        except OSError as error:
            raise EvidenceUnreadable(
                f"{path.name} cannot be read past byte {done}: {error.strerror}."
            ) from error
    return Digests(sha256.hexdigest(), md5.hexdigest(), done)


def check_digests(path: Path, digests: Digests, progress: Progress = silent) -> None:
    """Compare a file with its digests at acquisition.

    Raises:
        EvidenceChanged: The file's bytes are no longer those that were acquired.
        EvidenceUnreadable: The file cannot be read.
    """
    now = digest_file(path, progress)
    if now != digests:
        raise EvidenceChanged(
            f"{path.name} is no longer the file that was acquired: its SHA-256 is {now.sha256}, "
            f"recorded was {digests.sha256}."
        )


def digest_pixels(image: NDArray[np.uint8]) -> str:
    """SHA-256 over the pixels of an image, row after row, hexadecimal.

    Args:
        image: RGB uint8 (H, W, 3) or grey uint8 (H, W), of any memory layout; the shape is not digested.
    """
    return hashlib.sha256(np.ascontiguousarray(image).data).hexdigest()
