"""Weights drawn towards others: the moving average of a training, and its mixture with what it began with."""

import torch
from torch import Tensor, nn


@torch.no_grad()
def follow(average: nn.Module, network: nn.Module, decay: float) -> None:
    """Move ``average`` towards ``network``: decay * average + (1 - decay) * network; whole numbers are copied."""
    averages: list[Tensor] = []
    currents: list[Tensor] = []
    for kept, current in zip(average.state_dict().values(), network.state_dict().values(), strict=True):
        if kept.is_floating_point():
            averages.append(kept)
            currents.append(current)
        else:
            kept.copy_(current)
    torch._foreach_lerp_(averages, currents, 1 - decay)
