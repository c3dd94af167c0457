"""Draw what the program ships or shows: grids of training pictures, the sample case."""

from pathlib import Path

from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.errors import ReportFailed
from forensic_lpr.synthesis import samplecase

PREVIEW_SIZE = (120, 40)


def write_preview(
    path: Path, seed: int, columns: int, rows: int, format_name: str, formats: tuple[PlateFormat, ...]
) -> None:
    """A grid of training pictures, as the network sees them, as a PNG.

    Raises:
        FormatInvalid: there is no such format.
        ReportFailed: the file cannot be written.
    """
    try:
        samplecase.write_grid(path, seed, columns, rows, select(formats, format_name), PREVIEW_SIZE)
    except OSError as error:
        raise ReportFailed(f"{path} cannot be written: {error.strerror}.") from error


def write_sample_case(folder: Path, formats: tuple[PlateFormat, ...]) -> tuple[Path, ...]:
    """Draw the sample case into a folder; the files written.

    Raises:
        ReportFailed: the folder cannot be written.
    """
    try:
        return samplecase.write_sample_case(folder, formats)
    except OSError as error:
        raise ReportFailed(f"The sample case cannot be written to {folder}: {error.strerror}.") from error
