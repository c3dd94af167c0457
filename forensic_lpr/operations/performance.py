"""Measure what to expect of weights, store it, and find it again by the weights' digest."""

import contextlib
from pathlib import Path

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.performance import Performance, performance_of, performance_text
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import ReportFailed
from forensic_lpr.evaluation.conditions import measure
from forensic_lpr.operations.read import slot_sets
from forensic_lpr.recognition.recognizer import Recognizer

PLATES = 60
"""Plates per class of conditions."""
_MOST_BYTES = 2_000_000


def measure_performance(
    recognizer: Recognizer, plates: int = PLATES, progress: Progress = silent
) -> Performance:
    """Read drawn plates of every condition; see :func:`forensic_lpr.evaluation.conditions.measure`."""
    formats = load_formats()
    return measure(recognizer, formats, [slot_sets(f) for f in formats], plates, progress)


def store_performance(performance: Performance, path: Path | None = None) -> Path:
    """Store results, in the examiner's own folder if no path is given; where they were stored.

    Raises:
        ReportFailed: they cannot be written.
    """
    path = path or paths.performance() / f"{performance.weights_sha256}.json"
    partial = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(performance_text(performance), encoding="ascii")
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise ReportFailed(f"The results cannot be written to {path}: {error.strerror or error}.") from error
    return path


def find_performance(weights_sha256: str) -> Performance | None:
    """Stored results of certain weights: those shipped, else the examiner's own; ``None`` when there are none.

    A file that cannot be read or is not well formed holds no results.
    """
    for folder in (paths.resources() / "performance", paths.performance()):
        for path in sorted(folder.glob("*.json")):
            try:
                if path.stat().st_size > _MOST_BYTES:
                    continue
                found = performance_of(path.read_text(encoding="ascii"))
            except (OSError, ValueError):
                continue
            if found.weights_sha256 == weights_sha256:
                return found
    return None
