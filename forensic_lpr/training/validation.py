"""Exact-plate rate by width on synthetic plates that training never sees."""

import numpy as np
import torch
from torch import nn

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.sampler import Sampler
from forensic_lpr.training.status import Score

WIDTHS = (120, 60, 50, 40, 30)
PER_WIDTH = 128
_SEED = 999_000_000
"""Far from any training seed."""


def validate(
    network: nn.Module, size: tuple[int, int], formats: tuple[PlateFormat, ...], device: torch.device
) -> tuple[Score, ...]:
    """Scores of a network in evaluation mode at the usual widths, without syntax."""
    scores = []
    for width in WIDTHS:
        sampler = Sampler(_SEED + width, formats, size, (width, width))
        samples = [sampler(3 * index) for index in range(PER_WIDTH)]
        with torch.inference_mode():
            found = (
                network(normalise(np.stack([s.image for s in samples])).to(device)).argmax(-1).cpu().numpy()
            )
        truth = np.array([LATIN36.encode(s.text, 7) for s in samples])
        right = found == truth
        scores.append(Score(width, PER_WIDTH, int(right.all(axis=1).sum()), int(right.sum())))
    return tuple(scores)
