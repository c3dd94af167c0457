"""Opening an evidence file: a regular file that holds something, for reading only."""

from pathlib import Path
from typing import BinaryIO

from forensic_lpr.errors import EvidenceUnreadable


def open_evidence(path: Path) -> BinaryIO:
    """Open a file for reading.

    Args:
        path: A regular file; links are followed, devices and pipes are refused because reading them changes
            them or never ends.

    Returns:
        A buffered reader at the first byte; the caller closes it.

    Raises:
        EvidenceUnreadable: The file is missing, a folder, not a regular file, empty or may not be read.
    """
    try:
        if path.is_dir():
            raise EvidenceUnreadable(f"{path.name} is a folder, not a file.")
        if not path.exists():
            raise EvidenceUnreadable(f"{path.name} does not exist.")
        if not path.is_file():
            raise EvidenceUnreadable(f"{path.name} is not a regular file.")
        if path.stat().st_size == 0:
            raise EvidenceUnreadable(f"{path.name} is empty.")
        return path.open("rb")
    except OSError as error:
        raise EvidenceUnreadable(f"{path.name} cannot be opened: {error.strerror or error}.") from error
