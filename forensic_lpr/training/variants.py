"""Training on few originals in the ways that the paper compares: as they are, permuted, made far by the DGM (Table 3).

Every way sees as many samples of the same originals, with the same network, settings and seed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.progress import Progress
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.dgm_checkpoint import load_dgm
from forensic_lpr.synthesis.permutation import Permuter
from forensic_lpr.synthesis.readersets import BoxedPlate, ReaderSet
from forensic_lpr.training import runs
from forensic_lpr.training.batches import Batch, BatchFeed
from forensic_lpr.training.config import TrainingConfig
from forensic_lpr.training.control import TrainingControl
from forensic_lpr.training.loop import Trainer
from forensic_lpr.training.steps import Pace, run_to_end

ORIGINALS_SEED = 7_000_001
_POOL = 120
"""Plates among which characters are exchanged; a larger pool takes minutes to be sorted and is no richer."""
_BATCH = 64
_RATE = 1e-3


@dataclass(frozen=True)
class Variant:
    """One way of training.

    Attributes:
        permuted: Whether characters are exchanged.
        far: Whether every third sample goes through the DGM, as 400,000 of the paper's 1,200,000 did. They are not
            taken from the others: the paper sets 800,000 without beside 1,200,000 with.
    """

    permuted: bool
    far: bool

    @property
    def title(self) -> str:
        """As it stands in the table."""
        made = "permutation" if self.permuted else "originals"
        return f"{made} and DGM" if self.far else made

    def samples(self, near: int) -> int:
        """Samples to see in all, of which ``near`` do not go through the DGM."""
        return near * 3 // 2 if self.far else near


VARIANTS = tuple(Variant(permuted, far) for permuted in (False, True) for far in (False, True))


@dataclass(frozen=True)
class VariantRecipe:
    """Everything a process needs to make a variant's batches.

    Attributes:
        seed: Of the order in which samples come.
        formats: Plate formats of the originals.
        originals: How many there are.
        variant: The way.
        dgm: File of the DGM's weights; not looked at by a way without it.
    """

    seed: int
    formats: tuple[PlateFormat, ...]
    originals: int
    variant: Variant
    dgm: Path

    def maker(self) -> Callable[[int], Batch]:
        """Makes batches from the pool of originals."""
        torch.set_num_threads(1)
        make = ReaderSet("originals", ORIGINALS_SEED, self.formats)
        plates = [make(index) for index in range(self.originals)]
        pools = [
            Permuter([plate.labelled for plate in plates[start : start + _POOL]], self.seed + start)
            for start in range(0, len(plates), _POOL)
            if self.variant.permuted
        ]
        far = load_dgm(str(self.dgm)).far_plates(self.seed) if self.variant.far else None

        def sample(index: int) -> tuple[NDArray[np.uint8], str]:
            rng = np.random.default_rng([self.seed, 43, index])
            if pools:
                plate = pools[int(rng.integers(len(pools)))](index)
                return plate.image, plate.text
            original = plates[int(rng.integers(len(plates)))]
            return original.image, original.text

        def batch(number: int) -> Batch:
            indices = range(number * _BATCH, (number + 1) * _BATCH)
            images, texts = zip(*[sample(index) for index in indices], strict=True)
            stacked = np.stack(images)
            if far is not None:
                thirds = [k for k, index in enumerate(indices) if index % 3 == 0]
                stacked[thirds] = far.batch(stacked[thirds], [indices[k] for k in thirds])
            classes = np.array([LATIN36.encode(text, len(text)) for text in texts], dtype=np.int64)
            return Batch(stacked, classes, np.zeros(len(texts), dtype=np.int64))

        return batch


def train_variant(
    folder: Path, recipe: VariantRecipe, network: str, samples: int, progress: Progress
) -> nn.Module:
    """Train a variant from scratch, or go on where it was left; the averaged network in evaluation mode.

    Args:
        folder: Of the run; made when it is not there.
        recipe: What to learn from.
        network: Name of the network.
        samples: Samples to see.
        progress: Told samples seen; may cancel, then the state is saved.
    """
    config = TrainingConfig(
        network=network,
        samples=samples,
        batch=_BATCH,
        learning_rate=_RATE,
        warm_up=samples // 10,
        averaging=0.998,
        seed=recipe.seed,
        formats=tuple(plate_format.name for plate_format in recipe.formats),
        evaluate_every=samples,
    )
    run = runs.open_run(folder) if (folder / runs.CONFIG).exists() else runs.create(folder, config)
    trainer = Trainer(run, torch.device("cpu"))
    words = f"{recipe.variant.title}, seed {recipe.seed}"

    def tell(pace: Pace) -> None:
        progress(pace.samples, samples, words)

    if trainer.step < config.steps:
        with BatchFeed(recipe, trainer.step) as feed:
            run_to_end(trainer, run.config, feed, 0.98, lambda samples, loss: None, tell, TrainingControl())
    return trainer.kept().eval()


def texts_of(network: nn.Module, plates: Sequence[BoxedPlate]) -> list[str]:
    """The likeliest character of every slot, without syntax."""
    found = []
    with torch.inference_mode():
        for start in range(0, len(plates), _BATCH):
            images = np.stack([plate.image for plate in plates[start : start + _BATCH]])
            found += network(normalise(images)).argmax(-1).tolist()
    return ["".join(LATIN36.characters[c] for c in classes) for classes in found]
