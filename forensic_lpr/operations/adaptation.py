"""Measure what fine-tuning brings for one camera that the weights never saw: from labels, pairs, and the DGM.

The camera is :mod:`forensic_lpr.synthesis.cablecamera`. Of it there are labelled crops and pairs, as an examiner could
gather them in an afternoon; what is measured is measured on other plates of that camera, and on the standard plates,
so that a gain that was bought by forgetting is seen. Each way of fine-tuning has one thing more than the one before it:
the labelled crops, then the pairs' plates as own ones, then the DGM that was taught on the pairs.

Public here: :func:`evaluate_adaptation`, :class:`AdaptationPlan`, :data:`WAYS`, :class:`Way`, :class:`Adapted`,
:class:`Adaptation`.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from forensic_lpr.core.formats import PlateFormat, load_formats
from forensic_lpr.core.gate import PairedCounts, count_pairs
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.evaluation.cameradata import camera_pairs, held_plates, labelled_crops
from forensic_lpr.evaluation.paired import STANDARD, KnownPlates, read_plates, standard_plates
from forensic_lpr.operations.read import DEFAULT_WEIGHTS
from forensic_lpr.operations.train import (
    RecognizerPlan,
    export_weights,
    plan_dgm,
    plan_recognizer,
    train_dgm,
    train_recognizer,
)
from forensic_lpr.operations.trainwork import DEFAULT_DGM
from forensic_lpr.recognition.checkpoint import Checkpoint, find, load_file
from forensic_lpr.synthesis.pairset import write_pair_set
from forensic_lpr.training.labelwriting import add_labels
from forensic_lpr.training.status import DgmStatus, TrainingStatus


@dataclass(frozen=True)
class AdaptationPlan:
    """What is measured.

    Attributes:
        minutes: Time limit of each fine-tuning.
        dgm_minutes: Time limit of the training of the DGM on the camera's pairs.
        weights: Weights to start from.
        dgm: DGM to start from; empty for one from scratch.
        labelled: Labelled crops of the camera.
        pairs: Pairs of the camera.
        held: Held plates of the camera.
        compared: Held plates on which the ways are compared, ``held`` among them: they differ too little for fewer.
        standard: Drawn plates per standard set.
        seed: Seed of the trainings.
        workers: Processes that make samples.
        threads: Threads for the network, ``None`` for all cores but one.
    """

    minutes: float = 20.0
    dgm_minutes: float = 10.0
    weights: str = DEFAULT_WEIGHTS
    dgm: str = DEFAULT_DGM
    labelled: int = 200
    pairs: int = 200
    held: int = 500
    compared: int = 10000
    standard: int = 6000
    seed: int = 1
    workers: int = 1
    threads: int | None = None


@dataclass(frozen=True)
class Way:
    """One way of fine-tuning: its name, and whether it has the pairs' plates and the DGM beside the labelled crops."""

    name: str
    pairs: bool
    dgm: bool


WAYS = (Way("labels alone", False, False), Way("without DGM", True, False), Way("with DGM", True, True))


@dataclass(frozen=True)
class Adapted:
    """One way of fine-tuning against the weights it began with.

    Attributes:
        way: Its name.
        samples: Samples seen.
        held: Counts on the camera's held plates.
        compared: Counts on those and more of the camera.
        standard: Counts on the standard sets, by name.
    """

    way: str
    samples: int
    held: PairedCounts
    compared: PairedCounts
    standard: tuple[tuple[str, PairedCounts], ...]


@dataclass(frozen=True)
class Adaptation:
    """All ways, and how often each of them was right where the one before it was not.

    Attributes:
        ways: Those of :data:`WAYS`, against the weights before.
        steps: Each way but the first (as after) against the one before it (as before), on the plates that are compared.
        dgm_score: Energy score of the DGM on pairs that were kept back.
        bicubic_score: What bicubic reduction scores on them.
    """

    ways: tuple[Adapted, ...]
    steps: tuple[PairedCounts, ...]
    dgm_score: float | None
    bicubic_score: float | None


def evaluate_adaptation(
    plan: AdaptationPlan,
    tell: Callable[[str, TrainingStatus | DgmStatus], None],
    progress: Progress = silent,
    folder: Path | None = None,
) -> Adaptation:
    """Gather, fine-tune in every way, and measure.

    Args:
        plan: What is measured.
        tell: Called after every step of a training with its name.
        progress: Told what is drawn and read.
        folder: A new folder for sets, runs and weights, kept; without one everything is thrown away.

    Raises:
        WeightsInvalid: the weights cannot be used.
        RunInvalid: the folder holds runs already, or cannot be written.
        Cancelled: by one of the callbacks.
    """
    if folder is None:
        with tempfile.TemporaryDirectory() as kept:
            return _evaluate(plan, tell, progress, Path(kept))
    return _evaluate(plan, tell, progress, folder)


def _evaluate(
    plan: AdaptationPlan,
    tell: Callable[[str, TrainingStatus | DgmStatus], None],
    progress: Progress,
    folder: Path,
) -> Adaptation:
    formats = load_formats()
    before = load_file(find(plan.weights))
    size = before.card.input_size
    _gather(plan, folder, formats, progress)
    scores = _train_dgm(plan, folder, tell)
    compared = held_plates(max(plan.held, plan.compared), formats, size, progress)
    standard = tuple(
        (name, standard_plates(widths, plan.standard, formats, size, progress)) for name, widths in STANDARD
    )
    checkpoints = (before, *(_fine_tune(plan, folder, way, tell) for way in WAYS))

    def read(plates: KnownPlates) -> list[tuple[str, ...]]:
        return [read_plates(checkpoint, plates.images, formats, progress) for checkpoint in checkpoints]

    texts, said = compared.texts, read(compared)
    drawn = [(name, plates.texts, read(plates)) for name, plates in standard]

    def adapted(way: str, number: int) -> Adapted:
        first = slice(plan.held)
        return Adapted(
            way,
            checkpoints[number].card.samples - before.card.samples,
            count_pairs(texts[first], said[0][first], said[number][first]),
            count_pairs(texts, said[0], said[number]),
            tuple((name, count_pairs(truths, found[0], found[number])) for name, truths, found in drawn),
        )

    ways = tuple(adapted(way.name, number) for number, way in enumerate(WAYS, 1))
    steps = tuple(count_pairs(texts, *both) for both in pairwise(said[1:]))
    return Adaptation(ways, steps, *scores)


def _gather(plan: AdaptationPlan, folder: Path, formats: tuple[PlateFormat, ...], progress: Progress) -> None:
    add_labels(folder / "set", labelled_crops(plan.labelled, formats, progress))
    (folder / "pairs").mkdir()
    for pair_set in camera_pairs(plan.pairs, formats, progress):
        write_pair_set(folder / "pairs" / pair_set.evidence, pair_set)


def _train_dgm(
    plan: AdaptationPlan, folder: Path, tell: Callable[[str, TrainingStatus | DgmStatus], None]
) -> tuple[float | None, float | None]:
    latest: list[DgmStatus] = []

    def report(status: DgmStatus) -> None:
        latest[:] = [status]
        tell("DGM", status)

    config = plan_dgm(folder / "pairs", plan.dgm_minutes, seed=plan.seed, parent=plan.dgm)
    train_dgm(folder / "runs" / "dgm", config, report, plan.workers, plan.threads)
    (folder / "dgm.safetensors").write_bytes(export_weights(folder / "runs" / "dgm", "dgm"))
    return (latest[0].own_held_out, latest[0].bicubic) if latest else (None, None)


def _fine_tune(
    plan: AdaptationPlan,
    folder: Path,
    way: Way,
    tell: Callable[[str, TrainingStatus | DgmStatus], None],
) -> Checkpoint:
    name = way.name.replace(" ", "-").lower()
    chosen = RecognizerPlan(
        folder / "set",
        parent=plan.weights,
        dgm=str(folder / "dgm.safetensors") if way.dgm else "",
        pairs=folder / "pairs" if way.pairs else None,
        seed=plan.seed,
        minutes=plan.minutes,
    )
    config = replace(plan_recognizer(chosen), evaluate_every=10_000_000)  # measured at the end, once

    def report(status: TrainingStatus) -> None:
        tell(way.name, status)

    train_recognizer(folder / "runs" / name, config, report, plan.workers, plan.threads)
    path = folder / f"{name}.safetensors"
    path.write_bytes(export_weights(folder / "runs" / name, name))
    return load_file(path)
