"""Reproduce the paper's comparison: its Table 2, Table 3 and Figure 4 on drawn plates of fixed seeds.

What is done is kept in a folder, step by step: what was cut off goes on there, and what is done is not done again.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import cattrs

from forensic_lpr import __version__
from forensic_lpr.core.formats import load_formats, select
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import ReaderFailed, RunInvalid
from forensic_lpr.evaluation.baselines.cascade import train_cascade
from forensic_lpr.evaluation.baselines.external import ExternalReader, installed
from forensic_lpr.evaluation.baselines.hog_svm import train_hog_svm
from forensic_lpr.evaluation.baselines.one_stage import train_one_stage
from forensic_lpr.evaluation.baselines.reader import PlateReader
from forensic_lpr.evaluation.plots import curve_png
from forensic_lpr.evaluation.reproduction import (
    PAPER_TABLE_2,
    PAPER_TABLE_3,
    ReaderResult,
    SetResult,
    count_right,
    curve_markdown,
    table_markdown,
)
from forensic_lpr.operations.train import export_weights, train_dgm
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.synthesis.readersets import BoxedPlate, ReaderSet
from forensic_lpr.training import runs
from forensic_lpr.training.config import DgmConfig
from forensic_lpr.training.loop import use_threads
from forensic_lpr.training.status import DgmStatus
from forensic_lpr.training.variants import VARIANTS, Variant, VariantRecipe, texts_of, train_variant

TEST_SEED, TRAIN_SEED = 8_000_001, 8_000_002
TEST_FORMAT = "br-grey"
"""The paper's plates are Brazilian ones of before 2018."""
OWN = ("multitask-2019", "default")
_BASELINES = ("cascade", "hog-svm", "one-stage")
_SEED = 1
BEGIN, END = "<!-- reproduce: begin -->", "<!-- reproduce: end -->"


@dataclass(frozen=True)
class Plan:
    """How much is done.

    Attributes:
        high: Plates of the set of 104 pixels.
        low: Plates of the set of 49 pixels.
        baseline_plates: Different plates that the baselines learn from.
        baseline_samples: Plates that a baseline's network sees.
        originals: Plates that Table 3 starts from.
        dgm_pairs: Pairs that the DGM sees.
        variant_samples: Samples that each way of Table 3 sees; those with the DGM see half as many of its far plates
            beside these, as the paper's 400,000 stand beside 800,000.
        seeds: Trainings of each way.
        network: What Table 3 trains.
        permuted_only: Whether Table 3 leaves out the ways without permutation, of which the paper tells no figure.
    """

    high: int
    low: int
    baseline_plates: int
    baseline_samples: int
    originals: int
    dgm_pairs: int
    variant_samples: int
    seeds: int
    network: str = "multitask-2019"
    permuted_only: bool = False

    @property
    def ways(self) -> tuple[Variant, ...]:
        """The rows of Table 3."""
        return tuple(variant for variant in VARIANTS if variant.permuted or not self.permuted_only)


FULL = Plan(2360, 820, 20_000, 200_000, 2520, 40_000, 200_000, 3)
"""The paper's sizes of the sets; as many samples as a night on two cores allows, where the paper has 1.2 million."""
SHORT = Plan(60, 60, 300, 1536, 60, 64, 128, 1)
"""Minutes: it shows that all works, and what the shipped weights do. What is trained here has hardly begun to learn."""


@dataclass(frozen=True)
class Reproduction:
    """Everything that was measured.

    Attributes:
        plan: How much was done.
        readers: Table 2 and Figure 4.
        variants: Table 3, means over the seeds being the sums of their plates; empty where it was not asked for.
    """

    plan: Plan
    readers: tuple[ReaderResult, ...]
    variants: tuple[ReaderResult, ...]

    def markdown(self, plot: str = "") -> str:
        """The section for docs/BENCHMARKS.md; ``plot`` is the path of Figure 4's plot."""
        plan = self.plan
        lines = [
            f"Exact plates in percent (counts; 95 % interval) on {plan.high} and {plan.low} drawn plates of one row, "
            f"{TEST_FORMAT}, mean widths 104 px and 49 px, the latter after a recorder's codec (seed {TEST_SEED}). "
            "Every reader gives its likeliest characters, without syntax. The last column is what the paper measured "
            "on its own photographs.",
            "",
            *table_markdown("Table 2", self.readers, PAPER_TABLE_2),
            "",
            *(self._table_3() if self.variants else ()),
            "Figure 4, both sets together, plates in percent with so many characters right:",
            "",
            *curve_markdown(self.readers),
        ]
        if plot:
            lines += ["", f"![Figure 4: plates with at most so many characters wrong]({plot})"]
        return "\n".join(lines) + "\n"

    def _table_3(self) -> list[str]:
        plan = self.plan
        return [
            f"Table 3 trains {plan.network} on {plan.originals} originals, {plan.variant_samples:,} samples each way "
            f"and half as many by the DGM beside them, {plan.seeds} seed{'s' if plan.seeds > 1 else ''}; the DGM saw "
            f"{plan.dgm_pairs:,} pairs.",
            "",
            *table_markdown("Table 3", self.variants, PAPER_TABLE_3),
            "",
        ]


def reproduce(
    folder: Path, plan: Plan, external: Sequence[ExternalReader] = (), progress: Progress = silent
) -> Reproduction:
    """Train, read and count, from where the folder stands.

    Raises:
        RunInvalid: the folder belongs to another plan, or cannot be written.
        WeightsInvalid: the shipped weights are missing.
        Cancelled: by the progress callback; what is done stays.
    """
    ground = _lay_ground(folder, plan, progress)
    return Reproduction(plan, _table_2(ground, external, progress), _table_3(ground, progress))


def reproduce_table_2(
    folder: Path, plan: Plan, external: Sequence[ExternalReader] = (), progress: Progress = silent
) -> Reproduction:
    """Only Table 2 and Figure 4 of :func:`reproduce`, in the same folder; the rest can follow later.

    Raises:
        RunInvalid: the folder belongs to another plan, or cannot be written.
        WeightsInvalid: the shipped weights are missing.
        Cancelled: by the progress callback; what is done stays.
    """
    ground = _lay_ground(folder, plan, progress)
    return Reproduction(plan, _table_2(ground, external, progress), ())


def reproduce_table_3(folder: Path, plan: Plan, progress: Progress = silent) -> tuple[ReaderResult, ...]:
    """Only what Table 3 needs of :func:`reproduce`, in the same folder; the rest can follow later.

    Raises:
        RunInvalid: the folder belongs to another plan, or cannot be written.
        Cancelled: by the progress callback; what is done stays.
    """
    return _table_3(_lay_ground(folder, plan, progress), progress)


def _table_2(
    ground: "_Ground", external: Sequence[ExternalReader], progress: Progress
) -> tuple[ReaderResult, ...]:
    plan, steps, high, low = ground.plan, ground.steps, ground.high, ground.low

    def with_recognizer(name: str, recognizer: Recognizer) -> ReaderResult:
        samples = dict(recognizer.identity.card)["Training samples"]
        return _result(_OwnReader(recognizer), name, samples, high, low, progress)

    readers = []
    for name in OWN:
        recognizer = Recognizer.load(name)
        # By digest, so that other weights of the same name are read anew.
        step = f"{name} {recognizer.identity.sha256}"
        readers.append(steps.once(step, with_recognizer, name, recognizer))
    missing = [name for name in _BASELINES if not steps.has(name)]
    known = (
        _draw(ReaderSet("mixture", TRAIN_SEED, load_formats()), plan.baseline_plates, "training", progress)
        if missing
        else ()
    )

    def with_baseline(name: str) -> ReaderResult:
        reader = _trained(name, known, plan, progress)
        seen = plan.baseline_plates if name == "hog-svm" else plan.baseline_samples
        return _result(reader, name, f"{seen:,}", high, low, progress)

    readers += [steps.once(name, with_baseline, name) for name in _BASELINES]
    for reader in (*external, *installed()):
        readers.append(_result(reader, reader.name, "others", high, low, progress))

    return tuple(readers)


def _table_3(ground: "_Ground", progress: Progress) -> tuple[ReaderResult, ...]:
    folder, plan, high, low = ground.folder, ground.plan, ground.high, ground.low
    dgm = _dgm(folder, plan, progress)
    grey = select(load_formats(), TEST_FORMAT)

    def with_variant(variant: Variant, seed: int) -> ReaderResult:
        samples = variant.samples(plan.variant_samples)
        recipe = VariantRecipe(seed, grey, plan.originals, variant, dgm)
        place = folder / f"{variant.title.replace(' ', '-')}-{seed}"
        network = train_variant(place, recipe, plan.network, samples, progress)
        near, far = (count_right(plates, texts_of(network, plates)) for plates in (high, low))
        return ReaderResult(variant.title, f"{samples:,}", near, far)

    found: dict[str, list[ReaderResult]] = {variant.title: [] for variant in plan.ways}
    for seed in range(_SEED, _SEED + plan.seeds):
        for variant in plan.ways:  # seed by seed, so that what is cut off compares all ways
            found[variant.title].append(
                ground.steps.once(f"{variant.title} {seed}", with_variant, variant, seed)
            )
    return tuple(_together(results) for results in found.values())


def write_reproduction(folder: Path, found: Reproduction, benchmarks: Path | None = None) -> Path:
    """Write ``reproduce.md`` and the plot of Figure 4; into a document too, between its two marks.

    Raises:
        RunInvalid: something cannot be written, or the document has no marks.
    """
    picture = curve_png(found.readers)
    try:
        (folder / "figure-4.png").write_bytes(picture)
        path = folder / "reproduce.md"
        path.write_text(found.markdown("figure-4.png"), encoding="utf-8")
        if benchmarks is not None:
            text = benchmarks.read_text(encoding="utf-8")
            if BEGIN not in text or END not in text:
                raise RunInvalid(f"{benchmarks.name} does not hold the lines {BEGIN} and {END}.")
            plot = benchmarks.parent / "images" / "figure-4.png"
            plot.parent.mkdir(exist_ok=True)
            plot.write_bytes(picture)
            before, rest = text.split(BEGIN, 1)
            after = rest.split(END, 1)[1]
            section = found.markdown(f"images/{plot.name}")
            benchmarks.write_text(f"{before}{BEGIN}\n{section}{END}{after}", encoding="utf-8")
    except OSError as error:
        raise RunInvalid(f"The results cannot be written: {error.strerror or error}.") from error
    return path


class _OwnReader:
    """A recognizer of this program, without syntax."""

    def __init__(self, recognizer: Recognizer) -> None:
        self._recognizer = recognizer

    def read(self, plate: BoxedPlate) -> str:
        """The likeliest characters."""
        classes = self._recognizer.look(plate.image).argmax(axis=1)
        return "".join(self._recognizer.alphabet.symbols[int(c)] for c in classes)


class _Steps:
    """Results by step, kept in one file of the folder."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self._path = folder / "results.json"
        self._head = {"plan": asdict(plan), "program_version": __version__}
        self._done: dict[str, ReaderResult] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if self._path.exists():
                told = json.loads(self._path.read_text(encoding="utf-8"))
                if {key: told[key] for key in self._head} != self._head:
                    raise RunInvalid(
                        f"The folder {folder.name} belongs to another plan; choose another folder."
                    )
                self._done = {
                    name: cattrs.structure(value, ReaderResult) for name, value in told["steps"].items()
                }
        except OSError as error:
            raise RunInvalid(f"The folder {folder.name} cannot be used: {error.strerror}.") from error
        except (ValueError, KeyError, TypeError, AttributeError, cattrs.BaseValidationError) as error:
            raise RunInvalid(f"The results in {folder.name} are damaged.") from error

    def has(self, name: str) -> bool:
        """Whether a step is done."""
        return name in self._done

    def once(self, name: str, work: Callable[..., ReaderResult], *arguments: object) -> ReaderResult:
        """The step's result, from earlier or from now."""
        if name not in self._done:
            self._done[name] = work(*arguments)
            steps = {key: asdict(value) for key, value in self._done.items()}
            partial = self._path.with_suffix(".part")
            partial.write_text(json.dumps({**self._head, "steps": steps}, indent=1), encoding="utf-8")
            partial.replace(self._path)
        return self._done[name]


@dataclass(frozen=True)
class _Ground:
    """What both tables stand on: where results are kept, and the HR and the LR set."""

    folder: Path
    plan: Plan
    steps: _Steps
    high: tuple[BoxedPlate, ...]
    low: tuple[BoxedPlate, ...]


def _lay_ground(folder: Path, plan: Plan, progress: Progress) -> _Ground:
    steps = _Steps(folder, plan)
    use_threads(None)
    grey = select(load_formats(), TEST_FORMAT)
    return _Ground(
        folder,
        plan,
        steps,
        _draw(ReaderSet("high", TEST_SEED, grey), plan.high, "high", progress),
        _draw(ReaderSet("low", TEST_SEED, grey), plan.low, "low", progress),
    )


def _draw(plates: ReaderSet, count: int, name: str, progress: Progress) -> tuple[BoxedPlate, ...]:
    found = []
    for index in range(count):
        progress(index, count, f"plates of the set “{name}” drawn")
        found.append(plates(index))
    return tuple(found)


def _trained(name: str, plates: Sequence[BoxedPlate], plan: Plan, progress: Progress) -> PlateReader:
    if name == "cascade":
        return train_cascade(plates, plan.baseline_samples, progress)
    if name == "hog-svm":
        return train_hog_svm(plates, progress)
    return train_one_stage(plates, plan.baseline_samples, progress)


def _result(
    reader: PlateReader,
    name: str,
    samples: str,
    high: Sequence[BoxedPlate],
    low: Sequence[BoxedPlate],
    progress: Progress,
) -> ReaderResult:
    """What a reader makes of both sets; a sentence where it fails."""
    results: list[SetResult] = []
    try:
        for plates in (high, low):
            texts = []
            for number, plate in enumerate(plates):
                progress(number, len(plates), f"read by {name}")
                texts.append(reader.read(plate))
            results.append(count_right(plates, texts))
    except ReaderFailed as error:
        return ReaderResult(name, samples, failure=str(error))
    return ReaderResult(name, samples, results[0], results[1])


def _together(results: Sequence[ReaderResult]) -> ReaderResult:
    """The trainings of one way as one: their plates are added."""
    whole = results[0]
    for other in results[1:]:
        if whole.high is None or whole.low is None or other.high is None or other.low is None:
            raise ValueError("a training without figures")
        whole = replace(whole, high=whole.high.together(other.high), low=whole.low.together(other.low))
    return whole


def _dgm(folder: Path, plan: Plan, progress: Progress) -> Path:
    """The weights of a DGM for Table 3, trained here."""
    path, run = folder / "dgm.safetensors", folder / "dgm"
    if path.exists():
        return path
    config = DgmConfig(
        samples=plan.dgm_pairs,
        evaluate_every=plan.dgm_pairs,
        warm_up=min(2_000, plan.dgm_pairs // 10),
        formats=(TEST_FORMAT,),
    )

    def tell(status: DgmStatus) -> None:
        progress(status.samples, plan.dgm_pairs, "pairs seen by the DGM")

    train_dgm(run, None if (run / runs.CONFIG).exists() else config, tell, threads=None)
    try:
        path.write_bytes(export_weights(run, "dgm"))
    except OSError as error:
        raise RunInvalid(f"The weights of the DGM cannot be written: {error.strerror}.") from error
    return path
