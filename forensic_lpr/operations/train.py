"""Train a recognizer, a DGM or an inspector and make a weights file of a run."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from forensic_lpr import __version__
from forensic_lpr.core.formats import PlateFormat, load_formats, select
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.recognition.checkpoint import find, load_file
from forensic_lpr.recognition.device import choose_device
from forensic_lpr.training import runs
from forensic_lpr.training.config import DgmConfig, TrainingConfig
from forensic_lpr.training.dgm_loop import DgmStatus
from forensic_lpr.training.dgm_loop import train_dgm as train_network
from forensic_lpr.training.export import dgm_bytes, weights_bytes
from forensic_lpr.training.inspector_loop import train_inspector as train_inspector_network
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
        WeightsInvalid: the weights to start from cannot be used.
        Cancelled: ``report`` asked to stop; the state is saved.
    """
    run = runs.create(folder, _with_parent(config)) if config is not None else runs.open_run(folder)
    use_threads(threads)
    train(run, _formats(run.config.formats), report, workers, choose_device(device))
    return run


def _with_parent(config: TrainingConfig) -> TrainingConfig:
    """The settings with the digest of the weights to start from."""
    if not config.parent:
        return config
    return replace(config, parent_sha256=load_file(find(config.parent)).sha256)


def train_dgm(
    folder: Path,
    config: DgmConfig | None,
    report: Callable[[DgmStatus], None],
    workers: int = 1,
    threads: int | None = None,
    device: str = "auto",
) -> runs.RunOf[DgmConfig]:
    """Start a run of the DGM (with settings) or go on with one (without), to its end.

    Raises:
        RunInvalid: the run exists already, or there is none to resume, or its files are damaged.
        Cancelled: ``report`` asked to stop; the state is saved.
    """
    run = runs.create(folder, config) if config is not None else runs.open_as(folder, DgmConfig)
    use_threads(threads)
    train_network(run, _formats(run.config.formats), report, workers, choose_device(device))
    return run


def train_inspector(samples: int, name: str, progress: Progress = silent) -> bytes:
    """Train an inspector from scratch; its weights file. It takes minutes, so nothing is kept of one that was cut off.

    Raises:
        Cancelled: by the progress callback.
    """
    use_threads(None)
    date = datetime.now(UTC).date().isoformat()
    return train_inspector_network(load_formats(), samples, name, date, __version__, progress)


def _formats(names: tuple[str, ...]) -> tuple[PlateFormat, ...]:
    known = load_formats()
    return tuple(plate_format for name in names for plate_format in select(known, name))


def export_weights(folder: Path, name: str, results: tuple[tuple[str, str], ...] = ()) -> bytes:
    """Weights file (half precision, with its card) of where a run stands.

    Raises:
        RunInvalid: there is no such run, or its state is damaged.
    """
    date = datetime.now(UTC).date().isoformat()
    if runs.is_dgm(folder):
        return dgm_bytes(runs.open_as(folder, DgmConfig), name, date, __version__, results)
    return weights_bytes(runs.open_run(folder), name, date, __version__, results)
