"""Histograms of oriented gradients (Dalal and Triggs, CVPR 2005), in numpy."""

import numpy as np
from numpy.typing import NDArray

CELL = 4
"""Side of a cell in pixels; a block is two by two cells."""
BINS = 9
_CLIPPED = 0.2


def hog(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Descriptors of grey pictures uint8 (N, H, W), sides multiples of :data:`CELL`; float32 (N, features).

    Unsigned gradients, linear vote into the two nearest orientations, blocks of 2 x 2 cells in steps of one, each
    normalised, clipped at 0.2 and normalised again (L2-Hys).
    """
    grey = np.sqrt(images.astype(np.float32))
    padded = np.pad(grey, ((0, 0), (1, 1), (1, 1)), mode="edge")
    across = padded[:, 1:-1, 2:] - padded[:, 1:-1, :-2]
    down = padded[:, 2:, 1:-1] - padded[:, :-2, 1:-1]
    strength = np.hypot(across, down)
    place = (np.arctan2(down, across) % np.pi) / np.pi * BINS
    lower = np.floor(place).astype(np.int64)
    share = (place - lower).astype(np.float32)
    votes = np.zeros((*grey.shape, BINS), np.float32)
    for bins, weight in ((lower % BINS, 1 - share), ((lower + 1) % BINS, share)):
        np.put_along_axis(
            votes,
            bins[..., None],
            np.take_along_axis(votes, bins[..., None], -1) + (strength * weight)[..., None],
            -1,
        )
    count, height, width = grey.shape
    cells = votes.reshape(count, height // CELL, CELL, width // CELL, CELL, BINS).sum(axis=(2, 4))
    blocks = np.concatenate(
        [cells[:, :-1, :-1], cells[:, :-1, 1:], cells[:, 1:, :-1], cells[:, 1:, 1:]], axis=-1
    )
    for _ in range(2):
        blocks = blocks / np.sqrt((blocks**2).sum(axis=-1, keepdims=True) + 1e-4)
        blocks = np.minimum(blocks, _CLIPPED)
    return np.asarray(blocks.reshape(count, -1), dtype=np.float32)
