"""Write a report beside the evidence and never over it, whole or not at all."""

import contextlib
import secrets
from collections.abc import Sequence
from pathlib import Path

from forensic_lpr.errors import ReportFailed


def write_beside(path: Path, data: bytes, taken: Sequence[Path]) -> None:
    """Write a report so that there is either the whole of it or what was there before.

    Args:
        path: Where to; an older report there is replaced.
        data: The report.
        taken: Files that are never written, also not by another name: evidence and case files.

    Raises:
        ReportFailed: ``path`` is one of those, or it cannot be written.
    """
    partial = path.parent / f".report-{secrets.token_hex(8)}.part"
    try:
        if any(_same(path, other) for other in taken):
            raise ReportFailed(
                f"{path.name} is the evidence itself or the case; choose another name for the report."
            )
        with partial.open("xb") as file:
            file.write(data)
        partial.replace(path)
    except OSError as error:
        raise ReportFailed(f"The report cannot be written to {path}: {error.strerror or error}.") from error
    finally:
        # Gone after a success; after a failure its folder may be out of reach as well.
        with contextlib.suppress(OSError):
            partial.unlink()


def _same(path: Path, other: Path) -> bool:
    return path.absolute() == other or (path.exists() and other.exists() and path.samefile(other))
