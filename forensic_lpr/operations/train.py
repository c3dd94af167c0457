"""Train a recognizer and make a weights file of a run."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from forensic_lpr import __version__
from forensic_lpr.core.formats import load_formats, select
from forensic_lpr.recognition.device import choose_device
from forensic_lpr.training import runs
from forensic_lpr.training.config import TrainingConfig
from forensic_lpr.training.export import weights_bytes
from forensic_lpr.training.loop import TrainingStatus, train, use_threads


def train_recognizer(
    folder: Path,
    config: TrainingConfig | None,
    report: Callable[[TrainingStatus], None],
    workers: int = 1,
    threads: int | None = None,
    device: str = "auto",
) -> runs.Run:
    """Start a run (with settings) or go on with one (without), to its end.

    Raises:
        RunInvalid: the run exists already, or there is none to resume, or its files are damaged.
        Cancelled: ``report`` asked to stop; the state is saved.
    """
    run = runs.create(folder, config) if config is not None else runs.open_run(folder)
    known = load_formats()
    formats = tuple(plate_format for name in run.config.formats for plate_format in select(known, name))
    use_threads(threads)
    train(run, formats, report, workers, choose_device(device))
    return run


def export_weights(folder: Path, name: str, results: tuple[tuple[str, str], ...] = ()) -> bytes:
    """Weights file (half precision, with its card) of where a run stands.

    Raises:
        RunInvalid: there is no such run, or its state is damaged.
    """
    run = runs.open_run(folder)
    return weights_bytes(run, name, datetime.now(UTC).date().isoformat(), __version__, results)
