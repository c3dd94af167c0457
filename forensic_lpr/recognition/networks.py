"""The networks by name."""

import copy
from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval, fuse_linear_bn_eval

from forensic_lpr.recognition import multitask_2019, slot_attention

NETWORKS: dict[str, Callable[[int, int], nn.Module]] = {
    "multitask-2019": multitask_2019.MultiTask2019,
    "slot-attention": slot_attention.SlotAttention,
}
"""Constructors; arguments are the numbers of slots and of classes."""

INPUT_SIZES: dict[str, tuple[int, int]] = {
    "multitask-2019": multitask_2019.INPUT_SIZE,
    "slot-attention": slot_attention.INPUT_SIZE,
}
"""Width and height of each network's input in pixels."""


def read(network: nn.Module, images: Tensor) -> tuple[Tensor, Tensor | None]:
    """Log-probabilities (N, slots, classes), and (N, patterns) from a network that tells the plate's pattern too."""
    if isinstance(network, slot_attention.SlotAttention):
        return network.read(images)
    return network(images), None


def fused(network: nn.Module) -> nn.Module:
    """A copy in evaluation mode with every batch normalisation folded into the layer right before it.

    The outputs agree to about 1e-5; the arithmetic of the normalisations is saved. One behind a pool stays: a factor
    may be negative, and then the greatest of four is not the greatest any more.
    """
    network = copy.deepcopy(network).eval()
    for chain in [m for m in network.modules() if isinstance(m, nn.Sequential)]:
        for place in range(len(chain) - 1):
            layer, normalisation = chain[place], chain[place + 1]
            if isinstance(layer, nn.Conv2d) and isinstance(normalisation, nn.BatchNorm2d):
                chain[place] = fuse_conv_bn_eval(layer, normalisation)
            elif isinstance(layer, nn.Linear) and isinstance(normalisation, nn.BatchNorm1d):
                chain[place] = fuse_linear_bn_eval(layer, normalisation)
            else:
                continue
            chain[place + 1] = nn.Identity()
    return network


def channels_last(network: nn.Module) -> nn.Module:
    """The network with its 4-D weights in channels-last order, which convolutions on a CPU like best."""
    for parameter in network.parameters():
        if parameter.ndim == 4:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
    return network
