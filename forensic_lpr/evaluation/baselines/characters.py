"""Single characters: a small network that reads one, cut out of its plate; the second half of the cascade."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.progress import Progress
from forensic_lpr.evaluation.baselines.reader import convolution, fit
from forensic_lpr.imaging.segments import cut_out
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.readersets import BoxedPlate

SIZE = (24, 32)
"""Width and height of a character in pixels."""
_SHIFT, _GROWTH = 0.08, 0.06
"""Standard deviations by which training boxes are off, in shares of their size: a segmentation is never exact."""


class CharacterNetwork(nn.Module):
    """Characters (N, 1, 32, 24) to class scores (N, 36)."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            convolution(1, 32),
            convolution(32, 48, 2),  # (N, 48, 16, 12)
            convolution(48, 64),
            convolution(64, 96, 2),  # (N, 96, 8, 6)
            nn.Flatten(),
            nn.Dropout(0.2),
            nn.Linear(96 * 8 * 6, 192),
            nn.ReLU(inplace=True),
            nn.Linear(192, len(LATIN36)),
        )

    def forward(self, characters: Tensor) -> Tensor:
        """Class scores."""
        scores: Tensor = self.layers(characters)
        return scores


def character_samples(plates: Sequence[BoxedPlate]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """All characters of the plates, cut out a little off: uint8 (N, 32, 24), and their classes (N,)."""
    rng = np.random.default_rng(2)
    pieces: list[NDArray[np.uint8]] = []
    classes: list[int] = []
    for plate in plates:
        boxes = plate.boxes.copy()
        sizes = boxes[:, 2:]
        boxes[:, :2] += rng.normal(0, _SHIFT, sizes.shape) * sizes
        boxes[:, 2:] *= np.exp(rng.normal(0, _GROWTH, sizes.shape))
        pieces.append(cut_out(plate.image, boxes, *SIZE))
        classes += LATIN36.encode(plate.text, len(plate.text))
    return np.concatenate(pieces), np.array(classes, dtype=np.int64)


def train_characters(plates: Sequence[BoxedPlate], samples: int, progress: Progress) -> CharacterNetwork:
    """A network trained on the characters of plates whose boxes are known."""
    images, classes = character_samples(plates)
    torch.manual_seed(3)
    network = CharacterNetwork()

    def loss(batch: NDArray[np.int64]) -> Tensor:
        return nn.functional.cross_entropy(
            network(normalise(images[batch])), torch.from_numpy(classes[batch]), label_smoothing=0.02
        )

    fit(network, len(images), loss, samples, 2e-3, progress, "characters, for the cascade")
    return network


def read_characters(network: CharacterNetwork, images: NDArray[np.uint8]) -> str:
    """The likeliest character of each picture uint8 (S, 32, 24)."""
    if not len(images):
        return ""
    with torch.inference_mode():
        best = network(normalise(images)).argmax(dim=1).tolist()
    return "".join(LATIN36.characters[c] for c in best)
