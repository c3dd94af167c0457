"""How near made far plates come to recorded ones: in the picture, and in what a reader makes of them.

Both by the energy score (:mod:`forensic_lpr.training.scoring`, :mod:`forensic_lpr.training.readerscore`), which is
smallest in expectation for who draws from the distribution of the recorded plates. Unlike a classifier it does not
only tell that two kinds of pictures differ, but by how much.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.metrics import Rate
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.recognition.checkpoint import Checkpoint
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.dgm import Dgm, FarPlates, to_network
from forensic_lpr.synthesis.pairs import PAIRS_PER_CLIP, PairMaker, bicubic
from forensic_lpr.training.readerscore import ReaderScore
from forensic_lpr.training.scoring import energy_score

SEED = 998_000_000
"""Far from the seeds of trainings, of what they are watched on, and of the classifiers' clips."""
_AT_ONCE = 40

Maker = Callable[[NDArray[np.uint8], int], NDArray[np.uint8]]
"""A far plate of a near one, both uint8 (40, 120), and a number that tells draws apart."""


@dataclass(frozen=True)
class FarScore:
    """How near one maker comes.

    Attributes:
        maker: ``recorded``, ``DGM`` or ``bicubic``.
        picture: Mean energy score of the pictures; ``None`` for the recorded ones themselves.
        reading: Mean energy score of what is read in them, likewise.
        read: Characters read rightly.
    """

    maker: str
    picture: float | None
    reading: float | None
    read: Rate


def far_scores(
    network: Dgm,
    reader: Checkpoint,
    formats: tuple[PlateFormat, ...],
    clips: int,
    progress: Progress = silent,
) -> tuple[FarScore, ...]:
    """Recorded far plates, and what the DGM and bicubic reduction make of the near plates of the same clips.

    Args:
        network: The DGM.
        reader: Weights of who reads.
        formats: Plate formats to draw.
        clips: Number of clips; each gives one pair.
        progress: Told after each clip.
    """
    pairs = []
    make = PairMaker(SEED, formats)
    for clip in range(clips):
        pairs.append(make(clip * PAIRS_PER_CLIP))
        progress(clip + 1, clips, "clips")
    near, far = (np.stack([getattr(pair, name) for pair in pairs]) for name in ("near", "far"))
    texts = tuple(pair.text for pair in pairs)
    dgm = FarPlates(network, SEED, ())
    score = ReaderScore(reader.network, torch.device("cpu"), part=1.0)
    makers: dict[str, Maker] = {
        "DGM": lambda plate, index: dgm(plate, index, pairs[index % clips].far_view),
        "bicubic": lambda plate, index: bicubic(plate, pairs[index % clips].far_width),
    }
    found = [FarScore("recorded", None, None, _read(reader, far, texts))]
    for name, maker in makers.items():
        first, second = (
            np.stack([maker(plate, draw * clips + k) for k, plate in enumerate(near)]) for draw in range(2)
        )
        parts = [
            tuple(to_network(images[start : start + _AT_ONCE]) for images in (far, first, second))
            for start in range(0, clips, _AT_ONCE)
        ]
        with torch.inference_mode():
            picture = sum(float(energy_score(*part)) * len(part[0]) for part in parts) / clips
            reading = sum(float(score(*part)) * len(part[0]) for part in parts) / clips
        found.append(FarScore(name, picture, reading, _read(reader, first, texts)))
    return tuple(found)


def _read(reader: Checkpoint, images: NDArray[np.uint8], texts: tuple[str, ...]) -> Rate:
    """Characters read rightly, without syntax."""
    with torch.inference_mode():
        said = torch.cat(
            [reader.network(normalise(images[k : k + _AT_ONCE])) for k in range(0, len(images), _AT_ONCE)]
        )
    true = np.array([LATIN36.encode(text, said.shape[1]) for text in texts])
    return Rate(int((said.argmax(dim=-1).numpy() == true).sum()), true.size)
