"""Two networks in cascade: the first cuts the plate into characters, the second reads each (the paper's baseline 1).

What the paper leaves open: the first network tells for every column of the plate whether a character stands there, and
for every row whether the characters reach it; runs of such columns are the characters. What it cuts wrongly, the second
cannot read rightly.
"""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_lpr.core.progress import Progress
from forensic_lpr.evaluation.baselines.characters import (
    SIZE,
    CharacterNetwork,
    read_characters,
    train_characters,
)
from forensic_lpr.evaluation.baselines.reader import SLOTS, convolution, fit, stacked
from forensic_lpr.imaging.segments import cut_out
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.boxes import Boxes
from forensic_lpr.synthesis.readersets import PLATE_SIZE, BoxedPlate

_SHRUNK = 0.12
"""Share of a box's width left out at either side of the columns that count as its own, so that gaps stay gaps."""


class SegmentationNetwork(nn.Module):
    """Plates (N, 1, 40, 120) to scores of columns (N, 120) and rows (N, 40)."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Sequential(convolution(1, 16), convolution(16, 32, 2))  # (N, 32, 20, 60)
        self.down = nn.Sequential(convolution(32, 48, (2, 1)), convolution(48, 64, (2, 1)))
        self.columns = nn.Conv1d(64, 2, 5, padding=2)
        self.rows = nn.Conv1d(32, 2, 5, padding=2)

    def forward(self, plates: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of columns and rows."""
        fine = self.first(plates)
        columns: Tensor = self.columns(self.down(fine).mean(dim=2))
        rows: Tensor = self.rows(fine.mean(dim=3))
        # Two scores for each column of the coarser map: those of the two pixels in it.
        return columns.transpose(1, 2).flatten(1), rows.transpose(1, 2).flatten(1)


class Cascade:
    """Segmentation, then characters."""

    def __init__(self, segmentation: SegmentationNetwork, characters: CharacterNetwork) -> None:
        self._segmentation = segmentation
        self._characters = characters

    def read(self, plate: BoxedPlate) -> str:
        """The plate text."""
        with torch.inference_mode():
            columns, rows = self._segmentation(normalise(plate.image[None]))
        boxes = cut(columns[0].sigmoid().numpy(), rows[0].sigmoid().numpy())
        return read_characters(self._characters, cut_out(plate.image, boxes, *SIZE))


def train_cascade(plates: Sequence[BoxedPlate], samples: int, progress: Progress) -> Cascade:
    """Both networks, each trained on ``samples`` plates or characters."""
    images = stacked(plates)
    columns, rows = masks(plates)
    torch.manual_seed(4)
    network = SegmentationNetwork()

    def loss(batch: NDArray[np.int64]) -> Tensor:
        found = network(normalise(images[batch]))
        truth = (torch.from_numpy(columns[batch]), torch.from_numpy(rows[batch]))
        one, two = (
            nn.functional.binary_cross_entropy_with_logits(f, t) for f, t in zip(found, truth, strict=True)
        )
        return one + two

    fit(network, len(plates), loss, samples, 3e-3, progress, "segmentation, for the cascade")
    return Cascade(network, train_characters(plates, 3 * samples, progress))


def masks(plates: Sequence[BoxedPlate]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Which columns (N, 120) and rows (N, 40) hold characters."""
    width, height = PLATE_SIZE
    across, down = np.arange(width) + 0.5, np.arange(height) + 0.5
    columns = np.zeros((len(plates), width), np.float32)
    rows = np.zeros((len(plates), height), np.float32)
    for number, plate in enumerate(plates):
        for left, top, wide, high in plate.boxes:
            margin = _SHRUNK * wide
            columns[number] += (across > left + margin) & (across < left + wide - margin)
            rows[number] += (down > top) & (down < top + high)
    return columns.clip(0, 1), rows.clip(0, 1)


def cut(columns: NDArray[np.float32], rows: NDArray[np.float32]) -> Boxes:
    """Boxes (S, 4) of the seven widest runs of columns, from left to right, between the first and last row."""
    inside = np.flatnonzero(rows > 0.5)
    top, bottom = (float(inside[0]), float(inside[-1] + 1)) if len(inside) else (0.0, float(len(rows)))
    edges = np.flatnonzero(np.diff(np.concatenate([[0], columns > 0.5, [0]]).astype(np.int8)))
    runs = edges.reshape(-1, 2)
    widest = runs[np.argsort(runs[:, 0] - runs[:, 1], kind="stable")[:SLOTS]]
    boxes = []
    for first, last in sorted(widest.tolist()):
        margin = _SHRUNK / (1 - 2 * _SHRUNK) * (last - first)
        boxes.append((first - margin, top, last - first + 2 * margin, bottom - top))
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)
