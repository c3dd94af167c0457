"""The networks by name."""

from collections.abc import Callable

import torch
from torch import nn

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


def channels_last(network: nn.Module) -> nn.Module:
    """The network with its 4-D weights in channels-last order, which convolutions on a CPU like best."""
    for parameter in network.parameters():
        if parameter.ndim == 4:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
    return network
