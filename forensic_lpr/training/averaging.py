"""The weights a training keeps: their moving average, and after fine-tuning the middle between it and the parent."""

import copy

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


@torch.no_grad()
def blended(parent: nn.Module, tuned: nn.Module, share: float) -> nn.Module:
    """A network in evaluation mode whose weights lie between those of two, on ``tuned``'s device.

    The straight line between weights and what they were fine-tuned to keeps most of what was won on the new data and
    loses less of what was known (Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022).

    Args:
        parent: Where the fine-tuning began.
        tuned: Where it ended; a network of the same kind.
        share: How far to go from one to the other, 0 to 1.
    """
    found = copy.deepcopy(tuned).eval()
    for kept, known in zip(found.state_dict().values(), parent.state_dict().values(), strict=True):
        if kept.is_floating_point():
            kept.lerp_(known.to(kept.device), 1 - share)
    return found
