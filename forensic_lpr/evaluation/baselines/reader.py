"""What every reader that is compared can do, and how the learning ones learn."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_lpr.core.progress import Progress
from forensic_lpr.recognition.networks import channels_last
from forensic_lpr.synthesis.readersets import BoxedPlate
from forensic_lpr.training.config import schedule

SLOTS = 7
_BATCH = 64
_WEIGHT_DECAY = 0.01


class PlateReader(Protocol):
    """Something that reads plates."""

    def read(self, plate: BoxedPlate) -> str:
        """The plate text, as far as it was found; only picture and corners may be looked at."""
        ...


def fit(
    network: nn.Module,
    count: int,
    loss: Callable[[NDArray[np.int64]], Tensor],
    samples: int,
    rate: float,
    progress: Progress,
    words: str,
) -> None:
    """Train a small network on samples held in memory: AdamW, linear warm-up, cosine decay.

    Args:
        network: What learns; in evaluation mode afterwards.
        count: Samples there are.
        loss: The loss of the samples of these indices.
        samples: Samples to see, each as often as that makes.
        rate: Peak learning rate.
        progress: Told samples seen; may cancel.
        words: What is being trained, for the progress.
    """
    channels_last(network).train()
    optimizer = torch.optim.AdamW(network.parameters(), lr=0.0, weight_decay=_WEIGHT_DECAY)
    rng = np.random.default_rng(1)
    order: list[int] = []
    for seen in range(0, samples, _BATCH):
        progress(seen, samples, words)
        if len(order) < _BATCH:
            order += rng.permutation(count).tolist()
        batch, order = np.array(order[:_BATCH], dtype=np.int64), order[_BATCH:]
        for group in optimizer.param_groups:
            group["lr"] = rate * schedule(seen, _BATCH, samples // 20, samples)
        optimizer.zero_grad(set_to_none=True)
        loss(batch).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
    progress(samples, samples, words)
    network.eval()


def stacked(plates: Sequence[BoxedPlate]) -> NDArray[np.uint8]:
    """The plate images, uint8 (N, 40, 120)."""
    return np.stack([plate.image for plate in plates])


def convolution(inputs: int, outputs: int, stride: int | tuple[int, int] = 1) -> nn.Sequential:
    """Convolution 3 x 3, batch normalisation, rectifier."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )
