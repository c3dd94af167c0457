"""What a training is, apart from the machine it runs on."""

import math
from dataclasses import dataclass
from typing import Literal, get_args

from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.networks import NETWORKS
from forensic_lpr.synthesis.pairs import drawn_views
from forensic_lpr.synthesis.scan import Views
from forensic_lpr.training.shares import USUAL, USUAL_OPTIMIZER, Optimizer, Shares


@dataclass(frozen=True)
class OwnData:
    """The examiner's own plates in a training.

    Attributes:
        folder: The labelled set.
        digest: Its digest, so that a run can only go on with the set it was begun with.
        split_seed: Seed of its division; only its training part is trained on.
        shares: How much of each batch comes from where.
        dgm: Weights of a DGM for own legible plates, by name or path; empty for none.
        dgm_sha256: Digest of their file.
        pairs: Pair sets whose plates are learnt, too, where it is known what they read.
        pair_digests: Their digests.
    """

    folder: str
    digest: str
    split_seed: int = 1
    shares: Shares = USUAL
    dgm: str = ""
    dgm_sha256: str = ""
    pairs: tuple[str, ...] = ()
    pair_digests: tuple[str, ...] = ()


@dataclass(frozen=True)
class OwnPairs:
    """Pair sets of the examiner's own camera in a training of the DGM.

    Attributes:
        folders: The pair sets.
        digests: Their digests.
        share: Share of each batch that comes from them; the rest are drawn clips.
        far_views: Width and step from field to field of some of their far plates, in pixels.
    """

    folders: tuple[str, ...]
    digests: tuple[str, ...]
    share: float = 0.6
    far_views: Views = ()

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1 or not self.folders:
            raise RunInvalid("Own pairs need at least one pair set and a share above 0, at most 1.")


@dataclass(frozen=True)
class TrainingConfig:
    """Settings of one recognizer training; with the code they determine the weights.

    Attributes:
        network: Name of the network.
        samples: Samples to see in all; the learning rate falls to zero there.
        batch: Samples per step.
        learning_rate: Peak of the schedule.
        warm_up: Samples over which the rate rises from zero.
        weight_decay: Decoupled weight decay (AdamW).
        averaging: Decay per step of the moving average of the weights (EMA), which is what was learnt.
        mixing: Share of what was learnt in the weights that are kept, beside those of ``parent`` (Wortsman et al.,
            Robust fine-tuning of zero-shot models, CVPR 2022): it takes from what was forgotten more than from what
            was learnt. 1 keeps what was learnt alone.
        clip: Largest norm of the gradient.
        seed: Seed of data, initial weights and dropout.
        formats: Names of the plate formats to draw.
        evaluate_every: Samples between two evaluations.
        easy: Samples at the start whose plates are 60 pixels wide or wider; a network that must find the characters
            by itself learns nothing from pictures in which nobody could.
        narrow: Share of the drawn plates that are 28 to 66 pixels wide, beside the others of any width; those are where
            a network that reads wide plates still learns.
        pattern_share: Weight of telling the plate's format beside its characters, for networks that do.
        parent: Weights to start from, by shipped name or path; empty for a start from scratch.
        parent_sha256: Digest of their file, so that a run can only be begun with the weights it was made for.
        minutes: Time limit, 0 for none. The learning rate falls to zero when samples or time are used up, whichever
            comes first; so a run with a time limit cannot be repeated to the bit.
        settled: Whether batch normalisation keeps its statistics and dropout is off, as in reading: for going on
            from weights. Then a step is the same however a batch is divided among machines.
        own: The examiner's own plates, ``None`` for drawn plates only.
        dropout: Whether there is dropout where the network has it; no drawn plate is seen twice, and without dropout a
            network learns more from each.
        optimizer: ``adamw`` or ``muon``, see :mod:`forensic_lpr.training.optimizers`.
        teacher: Weights whose readings are learnt beside the truth, by shipped name or path; empty for none.
        teacher_sha256: Digest of their file.
    """

    network: str = "slot-attention"
    samples: int = 800_000
    batch: int = 128
    learning_rate: float = 2e-3
    warm_up: int = 20_000
    weight_decay: float = 0.02
    averaging: float = 0.999
    mixing: float = 1.0
    clip: float = 2.0
    seed: int = 1
    formats: tuple[str, ...] = ("br-grey", "br-mercosur")
    evaluate_every: int = 25_600
    easy: int = 0
    narrow: float = 0.0
    pattern_share: float = 0.3
    parent: str = ""
    parent_sha256: str = ""
    minutes: float = 0.0
    settled: bool = False
    dropout: bool = True
    optimizer: Optimizer = USUAL_OPTIMIZER
    own: OwnData | None = None
    teacher: str = ""
    teacher_sha256: str = ""

    def __post_init__(self) -> None:
        if self.network not in NETWORKS:
            raise RunInvalid(f"There is no network {self.network!r}; known are {', '.join(NETWORKS)}.")
        if self.batch < 2 or self.samples < self.batch:
            raise RunInvalid("A training needs batches of at least 2 samples and at least one batch.")
        if self.optimizer not in get_args(Optimizer):
            raise RunInvalid(
                f"There is no optimizer {self.optimizer!r}; known are {', '.join(get_args(Optimizer))}."
            )
        if not 0 <= self.narrow <= 1:
            raise RunInvalid("The share of narrow plates is a number from 0 to 1.")
        if not 0 < self.mixing <= 1:
            raise RunInvalid(
                "The share of what was learnt in the weights kept is a number above 0, at most 1."
            )
        if self.mixing < 1 and not self.parent:
            raise RunInvalid("A training from scratch has no weights before to mix what it learnt with.")
        _check_minutes(self.minutes)

    @property
    def steps(self) -> int:
        """Number of optimizer steps in all."""
        return self.samples // self.batch

    def rate(self, step: int, time_share: float = 0.0) -> float:
        """Learning rate of a step (0-based), when a share of the time limit is used up."""
        return self.learning_rate * schedule(
            step * self.batch, self.batch, self.warm_up, self.samples, time_share
        )


@dataclass(frozen=True)
class DgmConfig:
    """Settings of one DGM training; with the code they determine the weights.

    Attributes:
        samples: Pairs to see in all; the learning rate falls to zero there.
        batch: Pairs per step.
        learning_rate: Peak of the schedule.
        warm_up: Pairs over which the rate rises from zero.
        averaging: Decay per step of the moving average of the weights, which is what is kept.
        clip: Largest norm of the gradient.
        seed: Seed of data, initial weights and noise.
        formats: Names of the plate formats to draw.
        evaluate_every: Pairs between two evaluations.
        network: Always ``dgm``.
        minutes: Time limit, 0 for none; see :class:`TrainingConfig`.
        own: Pairs of the examiner's own camera, ``None`` for drawn clips only.
        parent: Weights of a DGM to start from, by shipped name or path; empty for a start from scratch.
        parent_sha256: Digest of their file.
        reader: Weights of a recognizer that is to read made plates as it reads recorded ones, by shipped name or path;
            empty for none.
        reader_sha256: Digest of their file.
    """

    samples: int = 120_000
    batch: int = 16
    learning_rate: float = 3e-3
    warm_up: int = 2_000
    averaging: float = 0.998
    clip: float = 1.0
    seed: int = 1
    formats: tuple[str, ...] = ("br-grey", "br-mercosur")
    evaluate_every: int = 8_000
    network: Literal["dgm"] = "dgm"
    minutes: float = 0.0
    own: OwnPairs | None = None
    parent: str = ""
    parent_sha256: str = ""
    reader: str = ""
    reader_sha256: str = ""

    def __post_init__(self) -> None:
        if self.batch < 2 or self.samples < self.batch:
            raise RunInvalid("A training needs batches of at least 2 pairs and at least one batch.")
        _check_minutes(self.minutes)

    @property
    def steps(self) -> int:
        """Number of optimizer steps in all."""
        return self.samples // self.batch

    @property
    def far_views(self) -> Views:
        """Width and step from field to field, in pixels, of some of the far plates that are learnt."""
        return drawn_views() if self.own is None else self.own.far_views

    def rate(self, step: int, time_share: float = 0.0) -> float:
        """Learning rate of a step (0-based), when a share of the time limit is used up."""
        return self.learning_rate * schedule(
            step * self.batch, self.batch, self.warm_up, self.samples, time_share
        )


def schedule(seen: int, batch: int, warm_up: int, samples: int, time_share: float = 0.0) -> float:
    """Share of the peak learning rate after ``seen`` samples: linear rise, then half a cosine down to zero.

    Where a larger share of the time limit than of the samples is used up, time decides how far down it is.
    """
    rise = (seen + batch) / (warm_up + batch) if seen < warm_up else 1.0
    share = max((seen - warm_up) / max(1, samples - warm_up), time_share)
    fall = 0.5 * (1 + math.cos(math.pi * min(1.0, share))) if share > 0 else 1.0
    return min(rise, fall)


def _check_minutes(minutes: float) -> None:
    if not 0 <= minutes <= 60 * 24 * 30:
        raise RunInvalid("The time limit of a training must be between 0 and 30 days, in minutes.")
