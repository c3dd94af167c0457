"""A one-stage detector of characters (in the manner of Silva and Jung, SIBGRAPI 2017; the paper's baseline 2).

Every cell of a grid over the plate tells whether the middle of a character lies in it, where exactly, how large it is
and which it is; overlapping finds are thinned out, and what is left is read from left to right. What the source leaves
open: the network is smaller, for plates of 120 x 40 pixels.
"""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.progress import Progress
from forensic_lpr.evaluation.baselines.reader import SLOTS, convolution, fit, stacked
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.readersets import BoxedPlate

_CELL = 4
_GRID = (10, 30)
"""Rows and columns of the grid."""
_USUAL = (14.0, 22.0)
"""Width and height of a character in pixels, of which sizes are told as ratios."""
_LEAST = 0.3
_OVERLAP = 0.35


class DetectorNetwork(nn.Module):
    """Plates (N, 1, 40, 120) to a grid (N, 41, 10, 30): presence, place (2), size (2), 36 classes."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            convolution(1, 16),
            convolution(16, 32, 2),  # (N, 32, 20, 60)
            convolution(32, 48, 2),  # (N, 48, 10, 30)
            convolution(48, 64),
            convolution(64, 64),
            convolution(64, 64),
            nn.Conv2d(64, 5 + len(LATIN36), 1),
        )

    def forward(self, plates: Tensor) -> Tensor:
        """The grid."""
        grid: Tensor = self.layers(plates)
        return grid


class OneStage:
    """The detector as a reader."""

    def __init__(self, network: DetectorNetwork) -> None:
        self._network = network

    def read(self, plate: BoxedPlate) -> str:
        """The plate text."""
        with torch.inference_mode():
            grid = self._network(normalise(plate.image[None]))[0].numpy()
        return text_of(grid)


def train_one_stage(plates: Sequence[BoxedPlate], samples: int, progress: Progress) -> OneStage:
    """A detector trained on plates whose boxes are known."""
    images = stacked(plates)
    truths = np.stack([target(plate) for plate in plates])
    torch.manual_seed(5)
    network = DetectorNetwork()

    def loss(batch: NDArray[np.int64]) -> Tensor:
        return grid_loss(network(normalise(images[batch])), torch.from_numpy(truths[batch]))

    fit(network, len(plates), loss, samples, 2e-3, progress, "one-stage detector")
    return OneStage(network)


def target(plate: BoxedPlate) -> NDArray[np.float32]:
    """What the grid should say, float32 (6, 10, 30): presence, place (2), size (2), class."""
    grid = np.zeros((6, *_GRID), np.float32)
    for (left, top, wide, high), character in zip(plate.boxes, plate.text, strict=True):
        x, y = (left + wide / 2) / _CELL, (top + high / 2) / _CELL
        column, row = int(np.clip(x, 0, _GRID[1] - 1)), int(np.clip(y, 0, _GRID[0] - 1))
        sizes = np.log(np.maximum([wide / _USUAL[0], high / _USUAL[1]], 0.1))
        grid[:, row, column] = (1, x - column, y - row, *sizes, LATIN36.characters.index(character))
    return grid


def grid_loss(found: Tensor, truth: Tensor) -> Tensor:
    """Presence everywhere; place, size and class where a character is."""
    present = truth[:, 0] > 0.5
    presence = nn.functional.binary_cross_entropy_with_logits(
        found[:, 0], truth[:, 0], pos_weight=torch.tensor(8.0)
    )
    there, wanted = found.permute(0, 2, 3, 1)[present], truth.permute(0, 2, 3, 1)[present]
    place = nn.functional.smooth_l1_loss(there[:, 1:3].sigmoid(), wanted[:, 1:3])
    size = nn.functional.smooth_l1_loss(there[:, 3:5], wanted[:, 3:5])
    kind = nn.functional.cross_entropy(there[:, 5:], wanted[:, 5].long())
    return 3 * presence + place + size + kind


def text_of(grid: NDArray[np.float32]) -> str:
    """The characters of a grid (41, 10, 30), from left to right, at most seven."""
    presence = 1 / (1 + np.exp(-grid[0]))
    kept: list[tuple[float, float, float, float, str]] = []
    for flat in np.argsort(-presence, axis=None):
        row, column = divmod(int(flat), _GRID[1])
        if presence[row, column] < _LEAST or len(kept) == SLOTS:
            break
        at = grid[:, row, column]
        x, y = (np.array([column, row]) + 1 / (1 + np.exp(-at[1:3]))) * _CELL
        wide, high = np.array(_USUAL) * np.exp(np.clip(at[3:5], -2, 2))
        box = (float(x - wide / 2), float(y - high / 2), float(wide), float(high))
        if all(_overlap(box, (a, b, c, d)) < _OVERLAP for a, b, c, d, _ in kept):
            kept.append((*box, LATIN36.characters[int(at[5:].argmax())]))
    return "".join(found[4] for found in sorted(kept))


def _overlap(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> float:
    """Common area over the area of both."""
    across = min(one[0] + one[2], two[0] + two[2]) - max(one[0], two[0])
    down = min(one[1] + one[3], two[1] + two[3]) - max(one[1], two[1])
    common = max(0.0, across) * max(0.0, down)
    return common / (one[2] * one[3] + two[2] * two[3] - common)
