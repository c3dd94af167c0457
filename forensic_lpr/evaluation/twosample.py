"""Two-sample classifier test: can a classifier tell made far plates from recorded ones?

A classifier is trained to tell the two apart and tried on pictures that it has not seen (Lopez-Paz and Oquab 2017).
At 50 % they are alike, as far as that classifier can see; the nearer to 50 %, the better the made ones. The pictures
are shown as a recognizer gets them, with zero mean and unit variance. Recorded and made pictures come from different
clips, so that no plate is in both, and those that are tried come one from each clip.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.metrics import Rate
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.dgm import Dgm, FarPlates
from forensic_lpr.synthesis.pairs import PAIRS_PER_CLIP, Pair, PairMaker, bicubic

SEED = 997_000_000
"""Far from the seeds of training and of the pairs that a training is watched on."""
_TRAINING_SHARE = 2 / 3
_EPOCHS = 12
_BATCH = 32


@dataclass(frozen=True)
class TwoSample:
    """How often a classifier told made from recorded.

    Attributes:
        maker: What made the far plates: ``DGM`` or ``bicubic``.
        classifier: ``CNN`` or ``spectrum``.
        told: Right answers of all tried; as many made as recorded.
    """

    maker: str
    classifier: str
    told: Rate


@dataclass(frozen=True)
class _Set:
    """Pictures uint8 (N, 40, 120) for training and for trying."""

    training: NDArray[np.uint8]
    trying: NDArray[np.uint8]


def two_sample_test(
    network: Dgm, formats: tuple[PlateFormat, ...], clips: int, progress: Progress = silent
) -> tuple[TwoSample, ...]:
    """Both makers against recorded far plates, for both classifiers.

    Args:
        network: The DGM.
        formats: Plate formats to draw.
        clips: Number of clips; half give recorded far plates, half give near plates to make them from.
        progress: Told after each clip.
    """
    training = round(clips // 2 * _TRAINING_SHARE) * PAIRS_PER_CLIP
    pairs = PairMaker(SEED, formats)
    recorded = _gather(pairs, 0, clips // 2, training, lambda done: progress(done, clips, "clips"))
    sources = _gather(
        pairs, clips // 2, clips // 2, training, lambda done: progress(clips // 2 + done, clips, "clips")
    )
    far = FarPlates(network, SEED, ())
    views = [pair.far_view for pair in [*recorded[0], *recorded[1]]]
    makers: dict[str, Callable[[NDArray[np.uint8], int], NDArray[np.uint8]]] = {
        "DGM": lambda near, index: far(near, index, views[index]),
        "bicubic": lambda near, index: bicubic(near, views[index].quad.width),
    }
    true = _Set(*(np.stack([pair.far for pair in part]) for part in recorded))
    results = []
    for name, make in makers.items():
        made = [make(pair.near, index) for index, pair in enumerate([*sources[0], *sources[1]])]
        against = _Set(np.stack(made[: len(sources[0])]), np.stack(made[len(sources[0]) :]))
        for title, classify in (("CNN", _convolutional), ("spectrum", _spectral)):
            results.append(TwoSample(name, title, classify(true, against)))
    return tuple(results)


def _gather(
    make: PairMaker, first: int, clips: int, training: int, tell: Callable[[int], None]
) -> tuple[list[Pair], list[Pair]]:
    """Pairs for training, all of each clip, and for trying, one of each clip."""
    learnt: list[Pair] = []
    tried: list[Pair] = []
    for clip in range(clips):
        start = (first + clip) * PAIRS_PER_CLIP
        if len(learnt) < training:
            learnt += [make(start + k) for k in range(PAIRS_PER_CLIP)]
        else:
            tried.append(make(start))
        tell(clip + 1)
    return learnt, tried


def _labelled(recorded: NDArray[np.uint8], made: NDArray[np.uint8]) -> tuple[Tensor, Tensor]:
    images = normalise(np.concatenate([recorded, made]))
    return images, torch.cat([torch.zeros(len(recorded)), torch.ones(len(made))])


def _convolutional(recorded: _Set, made: _Set) -> Rate:
    """A small network of four strided convolutions."""
    torch.manual_seed(SEED)
    images, labels = _labelled(recorded.training, made.training)
    network = nn.Sequential(
        nn.Conv2d(1, 16, 5, 2, 2), nn.BatchNorm2d(16), nn.ReLU(),
        nn.Conv2d(16, 32, 3, 2, 1), nn.BatchNorm2d(32), nn.ReLU(),
        nn.Conv2d(32, 48, 3, 2, 1), nn.BatchNorm2d(48), nn.ReLU(),
        nn.Conv2d(48, 64, 3, 2, 1), nn.BatchNorm2d(64), nn.ReLU(),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.2), nn.Linear(64, 1),
    )  # fmt: skip
    steps = _EPOCHS * (len(images) // _BATCH)
    optimizer = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=max(2, steps))
    for _ in range(_EPOCHS):
        order = torch.randperm(len(images))
        for k in range(len(images) // _BATCH):
            chosen = order[k * _BATCH : (k + 1) * _BATCH]
            loss = nn.functional.binary_cross_entropy_with_logits(
                network(images[chosen])[:, 0], labels[chosen]
            )
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    network.eval()
    with torch.inference_mode():
        return _right(
            lambda batch: torch.cat([network(part)[:, 0] for part in torch.split(batch, 64)]), recorded, made
        )


def _spectral(recorded: _Set, made: _Set) -> Rate:
    """Logistic regression on the power spectra along and across, and on quantiles of grey levels and steps."""
    images, labels = _labelled(recorded.training, made.training)
    features = _features(images)
    middle, spread = features.mean(dim=0), features.std(dim=0) + 1e-6
    weights = torch.zeros(features.shape[1] + 1, requires_grad=True)
    standard = (features - middle) / spread
    optimizer = torch.optim.LBFGS([weights], max_iter=100, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimizer.zero_grad()
        logits = standard @ weights[:-1] + weights[-1]
        loss = nn.functional.binary_cross_entropy_with_logits(logits, labels) + 1e-3 * (weights**2).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    fitted = weights.detach()
    return _right(
        lambda batch: ((_features(batch) - middle) / spread) @ fitted[:-1] + fitted[-1], recorded, made
    )


def _features(images: Tensor) -> Tensor:
    """Fixed features (N, F) of normalised images (N, 1, 40, 120)."""
    flat = images[:, 0].contiguous()
    across = torch.fft.rfft(flat, dim=2).abs().pow(2).mean(dim=1)
    down = torch.fft.rfft(flat, dim=1).abs().pow(2).mean(dim=2)
    places = torch.linspace(0.02, 0.98, 9)
    levels = torch.quantile(flat.flatten(1), places, dim=1).T
    steps = torch.quantile((flat[:, :, 1:] - flat[:, :, :-1]).abs().flatten(1), places, dim=1).T
    return torch.cat([(across + 1e-3).log(), (down + 1e-3).log(), levels, steps], dim=1)


def _right(judge: Callable[[Tensor], Tensor], recorded: _Set, made: _Set) -> Rate:
    """Right answers on the pictures that were kept back; above zero means made."""
    images, labels = _labelled(recorded.trying, made.trying)
    answers = judge(images) > 0
    return Rate(int((answers == (labels > 0.5)).sum()), len(labels))
