"""What a run trains on: drawn plates only, or a mixture with an examiner's own plates.

Public here: :class:`Material`, :func:`material`, :class:`OwnMaterial`, :func:`own_material`, :func:`read_examples`.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.metrics import Rate
from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.networks import INPUT_SIZES
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.dgm_checkpoint import load_dgm
from forensic_lpr.training.batches import Batch, BatchRecipe, Recipe
from forensic_lpr.training.config import TrainingConfig
from forensic_lpr.training.distributed import ALONE, Place
from forensic_lpr.training.labelreading import read_labelled_set
from forensic_lpr.training.labels import LabelledCrop, LabelledSet
from forensic_lpr.training.mixture import MixtureRecipe
from forensic_lpr.training.ownpairs import unchanged
from forensic_lpr.training.pairplates import PairPlate, pair_plates
from forensic_lpr.training.runs import Run
from forensic_lpr.training.split import Split, split_set
from forensic_lpr.training.status import ReadExample

EXAMPLES = 24
"""Own plates shown while training, at most."""
_AT_ONCE = 64


@dataclass(frozen=True)
class Material:
    """What a run learns from and what it is watched on.

    Attributes:
        recipe: Its batches.
        watched: Own pictures of the validation part, in the order of their files; empty without own plates.
    """

    recipe: Recipe[Batch]
    watched: tuple[LabelledCrop, ...]


def material(run: Run, place: Place = ALONE) -> Material:
    """The material of a run.

    Raises:
        RunInvalid: the set, a pair set or the DGM is no longer what the run was begun with.
        SetInvalid: the set cannot be read or divided.
        PairsInvalid: a pair set is damaged.
        WeightsInvalid: the DGM cannot be used.
    """
    config = run.config
    if config.own is None:
        return Material(
            BatchRecipe(
                config.seed,
                load_formats(),
                INPUT_SIZES[config.network],
                config.batch,
                config.easy,
                place.rank,
                place.size,
                narrow=config.narrow,
                drawn=config.formats,
            ),
            (),
        )
    own = own_material(run)
    recipe = MixtureRecipe(
        config.seed,
        load_formats(),
        own.split.crops(own.labelled, "train"),
        config.own.shares,
        config.batch,
        _dgm(config, run.name),
        place.rank,
        place.size,
        config.narrow,
        config.formats,
        own.pair_plates,
    )
    return Material(recipe, own.split.crops(own.labelled, "validation"))


@dataclass(frozen=True)
class OwnMaterial:
    """The examiner's own plates in a run.

    Attributes:
        labelled: The labelled set.
        split: Its division.
        pair_plates: Plates of pair sets that are learnt; none of a plate that the run is watched or measured on.
    """

    labelled: LabelledSet
    split: Split
    pair_plates: tuple[PairPlate, ...]

    def learnt(self) -> set[str]:
        """Texts of the plates that a run may have learnt, or that it was watched on."""
        of_set = self.split.texts(self.labelled, "train", "validation")
        return of_set | {plate.text for plate in self.pair_plates}


def own_material(run: Run) -> OwnMaterial:
    """The labelled set of a run with own plates, its division, and what its pair sets add.

    Raises:
        RunInvalid: the set or a pair set is no longer what the run was begun with.
        SetInvalid: the set cannot be read or divided.
        PairsInvalid: a pair set is damaged.
    """
    own = run.config.own
    assert own is not None
    formats = load_formats()  # own plates are learnt whatever is drawn beside them
    labelled = read_labelled_set(Path(own.folder), formats)
    if labelled.digest != own.digest:
        raise RunInvalid(
            f"The set {labelled.name} is no longer the one that the run {run.name} was begun with; begin a new run."
        )
    split = split_set(labelled, own.split_seed)
    folders = unchanged(own.pairs, own.pair_digests, run.name)
    return OwnMaterial(labelled, split, pair_plates(folders, formats, split.kept_back(labelled)))


def _dgm(config: TrainingConfig, name: str) -> str:
    assert config.own is not None
    if not config.own.dgm:
        return ""
    if load_dgm(config.own.dgm).sha256 != config.own.dgm_sha256:
        raise RunInvalid(f"The DGM {config.own.dgm} is not the one that the run {name} was begun with.")
    return config.own.dgm


def read_examples(
    network: nn.Module, crops: tuple[LabelledCrop, ...], size: tuple[int, int], device: torch.device
) -> tuple[ReadExample, ...]:
    """Own plates as a network in evaluation mode reads them at their corners, without syntax, in their order."""
    found: list[ReadExample] = []
    for start in range(0, len(crops), _AT_ONCE):
        part = crops[start : start + _AT_ONCE]
        images = np.stack([crop.plate_image(size) for crop in part])
        with torch.inference_mode():
            said = network(normalise(images).to(device)).float().cpu()
        best = said.max(dim=-1)
        for crop, image, classes, of_best in zip(part, images, best.indices, best.values, strict=True):
            image.setflags(write=False)
            text = LATIN36.decode(classes.tolist())
            probability = float(of_best.sum().exp())
            found.append(ReadExample(image, crop.text, text, probability, crop.width, crop.file))
    return tuple(found)


def shown_examples(examples: tuple[ReadExample, ...]) -> tuple[ReadExample, ...]:
    """A choice of examples to show: the wrong ones first, but room for right ones."""
    wrong = [example for example in examples if not example.right]
    right = [example for example in examples if example.right]
    room = EXAMPLES - min(len(right), EXAMPLES // 3)
    wrong = wrong[:room]
    return (*wrong, *right[: EXAMPLES - len(wrong)])


def own_rate(examples: tuple[ReadExample, ...]) -> Rate | None:
    """Own plates read whole; ``None`` without any."""
    return Rate(sum(example.right for example in examples), len(examples)) if examples else None
