"""What a training is, apart from the machine it runs on."""

import math
from dataclasses import dataclass
from typing import Literal

from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.networks import NETWORKS


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
        averaging: Decay per step of the moving average of the weights (EMA), which is what is kept.
        clip: Largest norm of the gradient.
        seed: Seed of data, initial weights and dropout.
        formats: Names of the plate formats to draw.
        evaluate_every: Samples between two evaluations.
        easy: Samples at the start whose plates are 60 pixels wide or wider; a network that must find the characters
            by itself learns nothing from pictures in which nobody could.
        pattern_share: Weight of telling the plate's format beside its characters, for networks that do.
        parent: Weights to start from, by shipped name or path; empty for a start from scratch.
        parent_sha256: Digest of their file, so that a run can only be begun with the weights it was made for.
    """

    network: str = "slot-attention"
    samples: int = 800_000
    batch: int = 128
    learning_rate: float = 2e-3
    warm_up: int = 20_000
    weight_decay: float = 0.02
    averaging: float = 0.999
    clip: float = 2.0
    seed: int = 1
    formats: tuple[str, ...] = ("br-grey", "br-mercosur")
    evaluate_every: int = 25_600
    easy: int = 0
    pattern_share: float = 0.3
    parent: str = ""
    parent_sha256: str = ""

    def __post_init__(self) -> None:
        if self.network not in NETWORKS:
            raise RunInvalid(f"There is no network {self.network!r}; known are {', '.join(NETWORKS)}.")
        if self.batch < 2 or self.samples < self.batch:
            raise RunInvalid("A training needs batches of at least 2 samples and at least one batch.")

    @property
    def steps(self) -> int:
        """Number of optimizer steps in all."""
        return self.samples // self.batch

    def rate(self, step: int) -> float:
        """Learning rate of a step (0-based)."""
        return self.learning_rate * schedule(step * self.batch, self.batch, self.warm_up, self.samples)


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

    def __post_init__(self) -> None:
        if self.batch < 2 or self.samples < self.batch:
            raise RunInvalid("A training needs batches of at least 2 pairs and at least one batch.")

    @property
    def steps(self) -> int:
        """Number of optimizer steps in all."""
        return self.samples // self.batch

    def rate(self, step: int) -> float:
        """Learning rate of a step (0-based)."""
        return self.learning_rate * schedule(step * self.batch, self.batch, self.warm_up, self.samples)


def schedule(seen: int, batch: int, warm_up: int, samples: int) -> float:
    """Share of the peak learning rate after ``seen`` samples: linear rise, then half a cosine down to zero."""
    if seen < warm_up:
        return (seen + batch) / (warm_up + batch)
    share = (seen - warm_up) / max(1, samples - warm_up)
    return 0.5 * (1 + math.cos(math.pi * min(1.0, share)))
