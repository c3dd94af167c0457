"""What a training tells while it runs: frozen values for window and command line.

Public here: :class:`Score`, :class:`ReadExample`, :class:`TrainingStatus`, :class:`DgmStatus`. Nothing here needs
torch.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.metrics import Rate


@dataclass(frozen=True)
class Score:
    """Plates read whole, of n, at one width in pixels."""

    width: int
    n: int
    exact: int
    characters: int
    """Characters right, of 7 n."""


@dataclass(frozen=True)
class ReadExample:
    """One own plate as the network reads it now.

    Attributes:
        image: Plate image as the network sees it, uint8 (H, W).
        truth: Its text.
        found: The likeliest text, without syntax.
        probability: Probability of that text as the network has it, not calibrated.
        width: Width of the plate as recorded, in pixels.
        file: Name of its picture in the set.
    """

    image: NDArray[np.uint8]
    truth: str
    found: str
    probability: float
    width: float
    file: str

    @property
    def right(self) -> bool:
        """Whether the whole plate was read."""
        return self.truth == self.found


@dataclass(frozen=True)
class TrainingStatus:
    """Where a training is, told after every step.

    Attributes:
        samples: Samples seen.
        loss: Moving mean of the loss per slot in nats.
        samples_per_second: Over the last steps.
        seconds_left: Estimate, or ``None`` at the start.
        scores: The latest evaluation by width on drawn plates, empty before the first.
        learning_rate: Of the last step.
        total: Samples in all; with a time limit fewer may be reached.
        own: Own plates of the validation part read whole at the latest evaluation, without syntax; ``None`` without
            own plates or before the first evaluation.
        examples: Some of them, the wrong ones first.
        evaluations: How often it was evaluated; a change says that scores, own and examples are new.
    """

    samples: int
    loss: float
    samples_per_second: float
    seconds_left: float | None
    scores: tuple[Score, ...]
    learning_rate: float = 0.0
    total: int = 0
    own: Rate | None = None
    examples: tuple[ReadExample, ...] = ()
    evaluations: int = 0


@dataclass(frozen=True)
class DgmStatus:
    """Where a training of the DGM is, told after every step.

    Attributes:
        samples: Pairs seen.
        loss: Moving mean of the energy score.
        samples_per_second: Over the last steps.
        seconds_left: Estimate, or ``None`` at the start.
        held_out: The latest energy score on held-out pairs, ``None`` before the first.
        learning_rate: Of the last step.
        total: Pairs in all.
        own_held_out: The latest energy score on own pairs that were kept back, ``None`` without.
        bicubic: What plain bicubic reduction scores on the same pairs, ``None`` before the first evaluation.
        snapshots: Number of snapshots kept so far.
    """

    samples: int
    loss: float
    samples_per_second: float
    seconds_left: float | None
    held_out: float | None
    learning_rate: float = 0.0
    total: int = 0
    own_held_out: float | None = None
    bicubic: float | None = None
    snapshots: int = 0
