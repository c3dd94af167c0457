"""Read many plates with two sets of weights and count what came out otherwise.

The plates are read in batches, with the syntax of the formats, as a reading ranks them; probabilities do not matter
here, only which plate is likeliest.

Public here: :func:`read_plates`, :func:`compare_on`, :func:`standard_plates`, :data:`STANDARD`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.gate import PairedCounts, count_pairs
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import SlotSets, rank_plates
from forensic_lpr.recognition.checkpoint import Checkpoint
from forensic_lpr.recognition.networks import fused
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.sampler import Sampler

STANDARD: tuple[tuple[str, tuple[float, float]], ...] = (
    ("drawn, 104 px", (94.0, 114.0)),
    ("drawn, 49 px", (44.0, 54.0)),
)
"""The standard sets and the widths of their plates in pixels: the means of the paper's HR and LR sets."""
_SEED = 996_000_000
"""Far from any training seed."""
_AT_ONCE = 64


@dataclass(frozen=True)
class KnownPlates:
    """Plate images uint8 (N, H, W) and their texts."""

    images: NDArray[np.uint8]
    texts: tuple[str, ...]


def standard_plates(
    widths: tuple[float, float],
    count: int,
    formats: tuple[PlateFormat, ...],
    size: tuple[int, int],
    progress: Progress = silent,
) -> KnownPlates:
    """Drawn plates of a standard set, each of another drawing."""
    sampler = Sampler(_SEED + round(widths[0]), formats, size, widths)
    samples = []
    for index in range(count):
        progress(index, count, "drawing")
        samples.append(sampler(3 * index))
    return KnownPlates(np.stack([s.image for s in samples]), tuple(s.text for s in samples))


def read_plates(
    checkpoint: Checkpoint,
    images: NDArray[np.uint8],
    formats: Sequence[PlateFormat],
    progress: Progress = silent,
) -> tuple[str, ...]:
    """The likeliest plate of each picture under the syntax of the formats, empty where none fits."""
    network = fused(checkpoint.network)
    sets: list[SlotSets] = [
        tuple(frozenset(f.allowed(slot)) for slot in range(len(f.pattern))) for f in formats
    ]
    texts: list[str] = []
    for start in range(0, len(images), _AT_ONCE):
        progress(start, len(images), "reading")
        with torch.inference_mode():
            said = network(normalise(images[start : start + _AT_ONCE])).double().log_softmax(-1).numpy()
        for slots in said:
            ranked = rank_plates(slots, checkpoint.card.alphabet, sets, 1)
            texts.append(ranked[0].text if ranked else "")
    return tuple(texts)


def compare_on(
    plates: KnownPlates,
    before: Checkpoint,
    after: Checkpoint,
    formats: Sequence[PlateFormat],
    progress: Progress = silent,
) -> PairedCounts:
    """Counts of plates that both weights read whole."""
    return count_pairs(
        plates.texts,
        read_plates(before, plates.images, formats, progress),
        read_plates(after, plates.images, formats, progress),
    )
