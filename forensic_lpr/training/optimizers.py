"""The optimizers of a recognizer: AdamW, and Muon for the matrices of its hidden layers.

AdamW (Loshchilov and Hutter, Decoupled weight decay regularization, ICLR 2019) scales every weight's step by itself.
Muon (Jordan, Muon: an optimizer for hidden layers in neural networks, 2024) takes the running mean of a layer's
gradients as a matrix and makes all its singular values about one, so that what is learnt seldom moves the weights as
far as what is learnt all the time. Its steps are as large as AdamW's usually are, 0.2 times the learning rate per
weight in the root mean square (Liu et al., Muon is scalable for LLM training, 2025): one rate serves both.

PyTorch's own Muon takes matrices only, no convolutions, and rounds to bfloat16 on every machine.
"""

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

_MUON_FROM = 64
"""Rows and columns that a weight needs at least, as a matrix, to be one of Muon's; the first layer and the last have
less."""
_MOMENTUM = 0.95
_STEPS = 5
_QUINTIC = (3.4445, -4.7750, 2.0315)
"""Newton–Schulz iteration: x becomes 3.4445 x - 4.7750 x³ + 2.0315 x⁵, five times, which takes every singular value
from 0.01 up to between 0.6 and 1.2 (Jordan)."""
_SIZE = 0.2
"""Root mean square of a step over the learning rate."""


def adamw(network: nn.Module, weight_decay: float) -> torch.optim.AdamW:
    """AdamW in one pass over memory; biases and normalisation are not decayed. The rate is set before each step."""
    # Seven times as fast as the usual one on a CPU; a tenth of a step of multitask-2019.
    return torch.optim.AdamW(_decayed(list(network.parameters()), weight_decay), lr=0.0, fused=True)


class Muon(torch.optim.AdamW):
    """Muon for hidden layers, AdamW for all else. The rate is set before each step.

    Args:
        network: What is trained; convolutions count as matrices of output channels by all else.
        weight_decay: Decoupled weight decay; biases and normalisation are not decayed.
        precision: Number format of the matrix products, that in which the network trains.
    """

    def __init__(self, network: nn.Module, weight_decay: float, precision: torch.dtype) -> None:
        of_muon = [p for p in network.parameters() if _is_hidden(p)]
        others = [p for p in network.parameters() if not _is_hidden(p)]
        groups = [{"params": of_muon, "weight_decay": weight_decay}, *_decayed(others, weight_decay)]
        super().__init__(groups, lr=0.0, fused=True)
        self._precision = precision

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:  # type: ignore[override]
        """One step; the gradients of the hidden layers are used up by it."""
        hidden = self.param_groups[0]
        for weight in hidden["params"]:
            if weight.grad is not None:
                self._turn(weight, weight.grad, hidden["lr"], hidden["weight_decay"])
                weight.grad = None  # nothing is left for AdamW to do
        super().step(closure)

    def _turn(self, weight: Tensor, gradient: Tensor, rate: float, decay: float) -> None:
        state = self.state[weight]
        if not state:  # named as AdamW's, whose class loads them
            state["step"] = torch.tensor(0.0)
            state["exp_avg"] = torch.zeros_like(weight)
        state["step"] += 1
        mean = state["exp_avg"].lerp_(gradient, 1 - _MOMENTUM)
        ahead = gradient.lerp(mean, _MOMENTUM)  # Nesterov
        matrix = ahead.reshape(len(ahead), -1)
        size = _SIZE * math.sqrt(max(matrix.shape))
        weight.mul_(1 - rate * decay)
        weight.add_(orthogonalised(matrix, self._precision).reshape(weight.shape), alpha=-rate * size)


def orthogonalised(matrix: Tensor, precision: torch.dtype) -> Tensor:
    """The float32 matrix (N, M) with its larger singular values near one, and its singular vectors as they were.

    Each step begins with the matrix itself, not with its square of the step before, which would be cheaper for wide
    ones: rounded, such a square has negative eigenvalues, and those grow without limit.
    """
    tall = matrix.shape[0] > matrix.shape[1]
    wide = matrix.T if tall else matrix
    x = (wide / wide.norm().clamp(min=1e-7)).to(precision)
    linear, cubic, quintic = _QUINTIC
    for _ in range(_STEPS):
        square = x @ x.T
        factor = torch.addmm(square, square, square, beta=cubic, alpha=quintic)
        x = torch.addmm(x, factor, x, beta=linear)
    found: Tensor = (x.T if tall else x).float()
    return found


def _is_hidden(parameter: Tensor) -> bool:
    return parameter.ndim > 1 and min(len(parameter), parameter[0].numel()) >= _MUON_FROM


def _decayed(parameters: list[nn.Parameter], weight_decay: float) -> list[dict[str, Any]]:
    return [
        {"params": [p for p in parameters if p.ndim > 1], "weight_decay": weight_decay},
        {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
    ]
