"""From plate image to network input."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

NORMALISATION = "zero mean, unit variance per image"
"""Written into every checkpoint, checked when one is loaded."""
_FLOOR = 4.0
"""Grey levels; a flatter image is not blown up into noise."""


def normalise(images: NDArray[np.uint8]) -> Tensor:
    """Grey images uint8 (N, H, W) as float32 (N, 1, H, W) of zero mean and unit variance each, channels last."""
    return standardised(torch.tensor(images, dtype=torch.float32).unsqueeze(1))


def standardised(batch: Tensor) -> Tensor:
    """Grey levels float32 (N, 1, H, W), 0 to 255, likewise; differentiable."""
    mean = batch.mean(dim=(2, 3), keepdim=True)
    deviation = batch.std(dim=(2, 3), keepdim=True, correction=0)
    return ((batch - mean) / (deviation + _FLOOR)).contiguous(memory_format=torch.channels_last)
