"""Train a recognizer, a DGM or an inspector and make a weights file of a run.

Capture (:func:`plan_recognizer`, :func:`plan_dgm`) -> compute (:func:`train_recognizer`, :func:`train_dgm`, any
thread; told through a callback, paused and stopped through a :class:`forensic_lpr.training.control.TrainingControl`)
-> record (:func:`export_weights`, then :func:`forensic_lpr.operations.models.keep`).

Public here besides those: :class:`RecognizerPlan`, :func:`list_runs`, :class:`RunSummary`, :func:`read_log`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from forensic_lpr import __version__
from forensic_lpr.core.formats import PlateFormat, load_formats, select
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import PairsInvalid, RunInvalid
from forensic_lpr.operations.read import DEFAULT_WEIGHTS
from forensic_lpr.recognition.checkpoint import find, load_file
from forensic_lpr.recognition.device import choose_device
from forensic_lpr.synthesis.dgm_checkpoint import load_dgm
from forensic_lpr.training import runs
from forensic_lpr.training.config import DgmConfig, OwnData, OwnPairs, TrainingConfig
from forensic_lpr.training.control import TrainingControl
from forensic_lpr.training.dgm_loop import train_dgm as train_network
from forensic_lpr.training.distributed import first_of_several
from forensic_lpr.training.export import dgm_bytes, weights_bytes
from forensic_lpr.training.inspector_loop import train_inspector as train_inspector_network
from forensic_lpr.training.labelreading import read_labelled_set
from forensic_lpr.training.loop import train, use_threads
from forensic_lpr.training.ownpairs import divide_pairs, far_views, find_pair_sets, pair_set_digest
from forensic_lpr.training.pairplates import pair_plates
from forensic_lpr.training.shares import NARROW, PRESETS, USUAL, Optimizer, Shares
from forensic_lpr.training.split import split_set
from forensic_lpr.training.status import DgmStatus, TrainingStatus

_DGM_FROM_WEIGHTS_RATE = 1e-3


@dataclass(frozen=True)
class RecognizerPlan:
    """What an examiner chooses of a training; the rest follows from the preset.

    Attributes:
        set_folder: The labelled set, ``None`` for drawn plates only.
        preset: ``quick``, ``long`` or ``scratch``.
        parent: Weights to start from, by name or path; not used by ``scratch``.
        network: Network of a start from scratch; else that of the weights.
        shares: How much of each batch comes from where.
        dgm: Weights of a DGM by name or path, empty for none.
        pairs: A pair set or a folder of pair sets, whose plates are learnt as own ones; ``None`` for none.
        seed: Seed of division and training.
        minutes: Time limit instead of the preset's; ``None`` for the preset's, 0 for none.
        samples: Samples at most instead of the preset's.
        batch: Samples per step instead of the preset's.
        learning_rate: Peak of the learning rate instead of the preset's.
        optimizer: ``adamw`` or ``muon`` instead of the preset's, see :mod:`forensic_lpr.training.optimizers`.
        mixing: Share of what was learnt in the weights that are kept, instead of the preset's.
    """

    set_folder: Path | None
    preset: str = "quick"
    parent: str = "default"
    network: str = "slot-attention"
    shares: Shares = USUAL
    dgm: str = ""
    pairs: Path | None = None
    seed: int = 1
    minutes: float | None = None
    samples: int | None = None
    batch: int | None = None
    learning_rate: float | None = None
    optimizer: Optimizer | None = None
    mixing: float | None = None


def plan_recognizer(plan: RecognizerPlan) -> TrainingConfig:
    """The settings of a training by a preset, frozen with the digests of all that goes into it.

    Raises:
        RunInvalid: there is no such preset, or the settings make no training.
        SetInvalid: the set cannot be read, or holds too little.
        PairsInvalid: there are no pair sets, one is damaged, or none says of a plate that may be learnt what it is.
        WeightsInvalid: the weights to start from, or the DGM, cannot be used.
    """
    if plan.preset not in PRESETS:
        raise RunInvalid(f"There is no preset {plan.preset!r}; known are {', '.join(PRESETS)}.")
    preset = PRESETS[plan.preset]
    own = None if plan.set_folder is None else _own_data(plan, plan.set_folder)
    parent = load_file(find(plan.parent)) if preset.from_weights else None
    samples = preset.samples if plan.samples is None else plan.samples
    config = TrainingConfig(
        network=plan.network if parent is None else parent.card.network,
        samples=samples,
        batch=preset.batch if plan.batch is None else plan.batch,
        learning_rate=preset.learning_rate if plan.learning_rate is None else plan.learning_rate,
        warm_up=min(preset.warm_up, samples // 10),
        seed=plan.seed,
        averaging=preset.averaging,
        evaluate_every=min(preset.evaluate_every, max(1, samples // 4)),
        parent="" if parent is None else plan.parent,
        parent_sha256="" if parent is None else parent.sha256,
        minutes=preset.minutes if plan.minutes is None else plan.minutes,
        settled=preset.settled,
        optimizer=plan.optimizer or preset.optimizer,
        mixing=preset.mixing if plan.mixing is None else plan.mixing,
    )
    return config if own is None else replace(config, narrow=NARROW, own=own)


def _own_data(plan: RecognizerPlan, folder: Path) -> OwnData:
    formats = load_formats()
    labelled = read_labelled_set(folder, formats)
    split = split_set(labelled, plan.seed)
    kept_back = split.kept_back(labelled)
    sets = () if plan.pairs is None else tuple(found.resolve() for found in find_pair_sets(plan.pairs))
    sets = tuple(found for found in sets if pair_plates((found,), formats, kept_back))
    if plan.pairs is not None and not sets:
        raise PairsInvalid(
            f"The pair sets of {plan.pairs} give nothing to learn: none says what its plate reads, or the set "
            f"{labelled.name} keeps those plates back."
        )
    return OwnData(
        str(folder.resolve()),
        labelled.digest,
        plan.seed,
        plan.shares,
        plan.dgm,
        load_dgm(plan.dgm).sha256 if plan.dgm else "",
        tuple(str(found) for found in sets),
        tuple(pair_set_digest(found) for found in sets),
    )


def plan_dgm(
    pairs: Path | None,
    minutes: float = 0.0,
    samples: int = 120_000,
    share: float = 0.6,
    seed: int = 1,
    parent: str = "",
    batch: int = 16,
    learning_rate: float | None = None,
) -> DgmConfig:
    """The settings of a training of the DGM.

    Args:
        pairs: Own pairs to learn: a pair set, or a folder of pair sets; ``None`` for drawn clips only.
        minutes: Time limit, 0 for none.
        samples: Pairs at most.
        share: Share of own pairs in a batch; the rest are drawn clips.
        seed: Seed of the training.
        parent: Weights of a DGM to start from; empty for a start from scratch.
        batch: Pairs per step.
        learning_rate: Peak of the learning rate; ``None`` for the usual one.

    Raises:
        PairsInvalid: there are no pair sets, one is damaged, or they hold too few pairs.
        WeightsInvalid: the weights to start from cannot be used.
        RunInvalid: the settings make no training.
    """
    usual = DgmConfig()
    rate = _DGM_FROM_WEIGHTS_RATE if parent else usual.learning_rate
    return replace(
        usual,
        samples=samples,
        batch=batch,
        learning_rate=rate if learning_rate is None else learning_rate,
        warm_up=min(usual.warm_up, samples // 10),
        evaluate_every=min(usual.evaluate_every, max(1, samples // 12)),
        seed=seed,
        minutes=minutes,
        own=None if pairs is None else _own_pairs(pairs, share),
        parent=parent,
        parent_sha256=load_dgm(parent).sha256 if parent else "",
        reader=DEFAULT_WEIGHTS,
        reader_sha256=load_file(find(DEFAULT_WEIGHTS)).sha256,
    )


def _own_pairs(pairs: Path, share: float) -> OwnPairs:
    folders = tuple(folder.resolve() for folder in find_pair_sets(pairs))
    division = divide_pairs(folders)
    return OwnPairs(
        tuple(str(folder) for folder in folders),
        tuple(pair_set_digest(folder) for folder in folders),
        share,
        far_views(division.training),
    )


def train_recognizer(
    folder: Path,
    config: TrainingConfig | None,
    report: Callable[[TrainingStatus], None],
    workers: int = 1,
    threads: int | None = None,
    device: str = "auto",
    control: TrainingControl | None = None,
) -> runs.Run:
    """Start a run (with settings) or go on with one (without), to its end.

    Under ``torchrun`` every process calls this alike; the first one makes the run's folder.

    Raises:
        RunInvalid: the run exists already, or there is none to resume, or its files are damaged.
        WeightsInvalid: the weights to start from cannot be used.
        SetInvalid: the set of own plates cannot be used.
        TrainingFailed: the loss became no number, or memory ran out; the last good state is kept.
        Cancelled: ``report`` or ``control`` asked to stop; the state is saved.
    """
    if config is None:
        run = runs.open_run(folder)
    elif first_of_several():
        run = runs.create(folder, _with_digests(config))
    else:
        run = runs.Run(folder, _with_digests(config))
    use_threads(threads)
    train(run, formats_of(run.config.formats), report, workers, choose_device(device), control)
    return run


def _with_digests(config: TrainingConfig) -> TrainingConfig:
    """The settings with the digests of the weights to start from and of the teacher."""
    found = {name: load_file(find(name)).sha256 for name in (config.parent, config.teacher) if name}
    return replace(
        config, parent_sha256=found.get(config.parent, ""), teacher_sha256=found.get(config.teacher, "")
    )


def train_dgm(
    folder: Path,
    config: DgmConfig | None,
    report: Callable[[DgmStatus], None],
    workers: int = 1,
    threads: int | None = None,
    device: str = "auto",
    control: TrainingControl | None = None,
) -> runs.RunOf[DgmConfig]:
    """Start a run of the DGM (with settings) or go on with one (without), to its end.

    Raises:
        RunInvalid: the run exists already, or there is none to resume, or its files are damaged.
        PairsInvalid: an own pair set is damaged.
        TrainingFailed: the loss became no number, or memory ran out; the last good state is kept.
        Cancelled: ``report`` or ``control`` asked to stop; the state is saved.
    """
    run = runs.create(folder, config) if config is not None else runs.open_as(folder, DgmConfig)
    use_threads(threads)
    train_network(run, formats_of(run.config.formats), report, workers, choose_device(device), control)
    return run


def train_inspector(samples: int, name: str, progress: Progress = silent) -> bytes:
    """Train an inspector from scratch; its weights file. It takes minutes, so nothing is kept of one that was cut off.

    Raises:
        Cancelled: by the progress callback.
    """
    use_threads(None)
    date = datetime.now(UTC).date().isoformat()
    return train_inspector_network(load_formats(), samples, name, date, __version__, progress)


def formats_of(names: tuple[str, ...]) -> tuple[PlateFormat, ...]:
    """Plate formats by name, in that order.

    Raises:
        FormatInvalid: one is not known.
    """
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


@dataclass(frozen=True)
class RunSummary:
    """One run in a folder of runs.

    Attributes:
        folder: Its folder.
        network: ``dgm``, or the network of a recognizer.
        samples: Samples or pairs seen at the last save.
        total: Samples in all.
        seconds: Time spent on them.
        parent: Weights it began with, empty for a start from scratch.
        data: Folders of its labelled set and its pair sets.
    """

    folder: Path
    network: str
    samples: int
    total: int
    seconds: float
    parent: str
    data: tuple[str, ...]

    @property
    def name(self) -> str:
        """Name of the run."""
        return self.folder.name


def list_runs(folder: Path) -> tuple[RunSummary, ...]:
    """The runs of a folder, the latest first; folders that hold none, or a damaged one, are left out."""
    try:
        places = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return ()
    return tuple(found for place in places if (found := _summary(place)) is not None)


def _summary(folder: Path) -> RunSummary | None:
    try:
        config: TrainingConfig | DgmConfig
        if runs.is_dgm(folder):
            config = runs.open_as(folder, DgmConfig).config
            data = () if config.own is None else config.own.folders
        else:
            config = runs.open_run(folder).config
            data = () if config.own is None else (config.own.folder, *config.own.pairs)
        done = runs.progress_of(folder)
    except RunInvalid:
        return None
    return RunSummary(
        folder, config.network, done.step * config.batch, config.samples, done.seconds, config.parent, data
    )


def read_log(folder: Path) -> tuple[dict[str, object], ...]:
    """The evaluations of a run, one record each, in order; lines that were cut by a kill are left out."""
    try:
        lines = (folder / runs.LOG).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
    found = []
    for line in lines:
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict):
            found.append(entry)
    return tuple(found)
