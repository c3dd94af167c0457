"""``slot-attention``: residual convolutions, one attention map per slot, an exchange, one classifier for all slots.

The same multi-task output as ``multitask-2019`` at little more than half its arithmetic. Every slot looks at the
feature map through its own attention, which starts as a blob where that character usually stands; since all slots
share one classifier, a letter learnt in one slot is known in all of them. Before it is asked, the slots exchange what
they saw with each other and with the plate as a whole: the face of one character tells about the face of the others.

The plate as a whole also tells which pattern it is of (a strip, a dot, a typeface), and with it whether the fifth slot
holds a letter or a digit. A small head looks at the separator and at the strip, before anything is
exchanged, and learns the pattern as a task of its own; its answer, as sure or unsure as it is, moves every slot's
characters. So what is known of the syntax here was seen in the pixels.

A strided convolution sees a picture on a coarse grid, and a stroke may fall beside it. So in evaluation mode the
picture is looked at twice, moved a little, and the geometric mean of both is what was read.
"""

import math

import torch
from torch import Tensor, nn

INPUT_SIZE = (120, 40)
"""Width and height of the input in pixels."""
_ROWS, _COLUMNS = 5, 30
_CHANNELS = (32, 48, 96, 160)
_VALUES = 256
_VIEWS = ((1, -1), (-1, 1))
"""Steps right and down, in pixels of the input, by which the picture is moved for each look at it."""
PATTERNS = 8
"""Patterns that can be told apart at most: the plate formats of a training, in their order."""


def _convolution(
    inputs: int, outputs: int, size: int = 3, stride: int | tuple[int, int] = 1
) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class _Residual(nn.Module):
    """Two 3x3 convolutions with a bypass."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = _convolution(channels, channels)
        self.second = nn.Sequential(
            nn.Conv2d(channels, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels)
        )

    def forward(self, x: Tensor) -> Tensor:
        changed: Tensor = self.second(self.first(x))
        return torch.relu(x + changed)


class _Exchange(nn.Module):
    """One layer of self-attention between tokens (pre-norm transformer); starts as the identity."""

    def __init__(self, width: int, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.before_attention = nn.LayerNorm(width)
        self.mixed = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.before_thought = nn.LayerNorm(width)
        concluded = nn.Linear(2 * width, width)
        self.thought = nn.Sequential(nn.Linear(width, 2 * width), nn.ReLU(inplace=True), concluded)
        for last in (self.attended, concluded):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, tokens: Tensor) -> Tensor:
        """Tokens (N, T, width) to tokens (N, T, width)."""
        n, t, width = tokens.shape
        mixed = self.mixed(self.before_attention(tokens)).view(n, t, 3, self.heads, width // self.heads)
        queries, keys, values = mixed.permute(2, 0, 3, 1, 4)  # (N, heads, T, width / heads) each
        weights = (queries @ keys.transpose(-1, -2) / math.sqrt(width // self.heads)).softmax(dim=-1)
        tokens = tokens + self.attended((weights @ values).transpose(1, 2).reshape(n, t, width))
        changed: Tensor = tokens + self.thought(self.before_thought(tokens))
        return changed


class SlotAttention(nn.Module):
    """Characters from one plate image.

    Args:
        slots: Number of character positions.
        classes: Number of characters per position.
    """

    def __init__(self, slots: int, classes: int) -> None:
        super().__init__()
        a, b, c, d = _CHANNELS
        self.features = nn.Sequential(
            _convolution(1, a, 5, stride=2),  # (N, 32, 20, 60)
            _convolution(a, b),  # (N, 48, 20, 60)
            _Residual(b),
            _convolution(b, c, stride=2),  # (N, 96, 10, 30)
            _Residual(c),
            _convolution(c, d, stride=(2, 1)),  # (N, 160, 5, 30)
            _Residual(d),
        )
        self.keys = nn.Conv2d(d, d, 1)
        self.values = nn.Conv2d(d, _VALUES, 1)
        self.queries = nn.Parameter(torch.randn(slots, d) * 0.02)
        self.pattern_queries = nn.Parameter(torch.zeros(2, d))
        self.pattern_places = nn.Parameter(_telling_places())
        self.places = nn.Parameter(_usual_places(slots))
        self.exchange = _Exchange(_VALUES)
        self.classify = nn.Sequential(
            nn.Linear(_VALUES, _VALUES), nn.ReLU(inplace=True), nn.Dropout(0.1), nn.Linear(_VALUES, classes)
        )
        self.pattern = nn.Sequential(
            nn.Linear(2 * _VALUES, 64), nn.ReLU(inplace=True), nn.Dropout(0.1), nn.Linear(64, PATTERNS)
        )
        self.pattern_bias = nn.Parameter(torch.zeros(PATTERNS, slots, classes))

    def forward(self, images: Tensor) -> Tensor:
        """Log-probabilities (N, slots, classes) of normalised images (N, 1, 40, 120); of two looks when evaluating."""
        if self.training:
            return self.read(images)[0]
        looks = self.read(torch.cat([_moved(images, *step) for step in _VIEWS]))[0]
        return looks.view(len(_VIEWS), len(images), *looks.shape[1:]).mean(dim=0).log_softmax(dim=-1)

    def read(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Log-probabilities (N, slots, classes) of characters and (N, PATTERNS) of patterns, at one look."""
        features = self.features(images)  # (N, 160, 5, 30)
        keys = self.keys(features).flatten(2)  # (N, 160, 150)
        values = self.values(features).flatten(2)  # (N, 256, 150)
        attention = (self.queries @ keys / math.sqrt(keys.shape[1]) + self.places).softmax(
            dim=-1
        )  # (N, slots, 150)
        seen = attention @ values.transpose(1, 2)  # (N, slots, 256)
        telling = (self.pattern_queries @ keys / math.sqrt(keys.shape[1]) + self.pattern_places).softmax(
            dim=-1
        ) @ values.transpose(1, 2)  # (N, 2, 256): separator, strip
        # Not from the exchanged tokens: there the fifth character itself would tell the pattern.
        patterns = self.pattern(telling.flatten(1)).float().log_softmax(dim=-1)  # (N, PATTERNS)
        whole = values.mean(dim=2).unsqueeze(1)  # (N, 1, 256)
        tokens = self.exchange(torch.cat([seen, whole], dim=1))  # (N, slots + 1, 256)
        shift = torch.tensordot(patterns.exp(), self.pattern_bias, dims=1)  # (N, slots, classes)
        logits = self.classify(tokens[:, :-1]) + shift
        return logits.float().log_softmax(dim=-1), patterns


def _moved(images: Tensor, right: int, down: int) -> Tensor:
    """Images (N, 1, H, W) moved by whole pixels of at most 1, edges repeated, channels last."""
    height, width = images.shape[2:]
    wider = nn.functional.pad(images, (1, 1, 1, 1), mode="replicate")
    part = wider[:, :, 1 - down : 1 - down + height, 1 - right : 1 - right + width]
    return part.contiguous(memory_format=torch.channels_last)


def _usual_places(slots: int) -> Tensor:
    """Logarithm of a blob per slot, (slots, rows * columns): evenly spaced, a little below the middle."""
    x = (torch.arange(_COLUMNS) + 0.5) / _COLUMNS
    y = (torch.arange(_ROWS) + 0.5) / _ROWS
    centres = 0.05 + 0.9 * (torch.arange(slots) + 0.5) / slots
    across = -(((x[None] - centres[:, None]) / 0.06) ** 2) / 2  # (slots, columns)
    down = -(((y - 0.6) / 0.25) ** 2) / 2  # (rows,)
    return (down[None, :, None] + across[:, None, :]).flatten(1).clamp(min=-6.0)


def _telling_places() -> Tensor:
    """Logarithm of where a pattern shows, (2, rows * columns): between the blocks, along the top."""
    x = (torch.arange(_COLUMNS) + 0.5) / _COLUMNS
    y = (torch.arange(_ROWS) + 0.5) / _ROWS
    level = torch.zeros(_ROWS, _COLUMNS)
    separator = level - ((x - 0.46) / 0.05) ** 2 / 2 - ((y[:, None] - 0.6) / 0.25) ** 2 / 2
    strip = level - ((y[:, None] - 0.1) / 0.15) ** 2 / 2
    return torch.stack([separator, strip]).flatten(1).clamp(min=-6.0)
