"""Arithmetic of a network, and what the same arithmetic costs this machine as one matrix multiply."""

import time
from statistics import median

import torch
from torch import Tensor, nn

from forensic_lpr.recognition.recognizer import THREADS, Recognizer

_SIDE = 512


def multiply_adds(recognizer: Recognizer) -> int:
    """Multiply-adds of one forward pass in convolutions and fully connected layers."""
    total = 0

    def count(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        nonlocal total
        if isinstance(module, nn.Conv2d):
            per_value = module.in_channels // module.groups * module.kernel_size[0] * module.kernel_size[1]
            total += output.numel() * per_value
        elif isinstance(module, nn.Linear):
            total += output.numel() * module.in_features

    hooks = [module.register_forward_hook(count) for module in recognizer.network.modules()]
    try:
        width, height = recognizer.input_size
        with torch.inference_mode():
            recognizer.network(torch.zeros(1, 1, height, width, device=recognizer.device))
    finally:
        for hook in hooks:
            hook.remove()
    return total


def matmul_seconds(work: int) -> float:
    """Median time of float32 matrix multiplies that hold ``work`` multiply-adds, with the reader's thread count."""
    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    try:
        a, b = torch.rand(_SIDE, _SIDE), torch.rand(_SIDE, _SIDE)
        times = []
        for _ in range(60):
            start = time.perf_counter()
            a @ b
            times.append(time.perf_counter() - start)
    finally:
        torch.set_num_threads(before)
    return median(times[10:]) * work / _SIDE**3
