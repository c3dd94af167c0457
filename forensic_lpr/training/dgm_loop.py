"""The training loop of the DGM."""

import copy
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.recognition.device import choose_device, training_precision
from forensic_lpr.recognition.networks import channels_last
from forensic_lpr.synthesis.dgm import Dgm, Noise, draw_noise, to_network
from forensic_lpr.synthesis.pairs import PAIRS_PER_CLIP, PairMaker
from forensic_lpr.training.averaging import follow
from forensic_lpr.training.batches import BatchFeed
from forensic_lpr.training.config import DgmConfig
from forensic_lpr.training.runs import RunOf, load_state, save_state
from forensic_lpr.training.scoring import energy_score
from forensic_lpr.training.steps import Pace, run_to_end

HELD_OUT_SEED = 998_000_000
"""Far from any training seed."""
HELD_OUT = 128
"""Held-out pairs, each of another clip, on which a training is watched."""


@dataclass(frozen=True)
class PairBatch:
    """Near and far plates uint8 (N, 40, 120)."""

    near: NDArray[np.uint8]
    far: NDArray[np.uint8]


@dataclass(frozen=True)
class PairRecipe:
    """Everything a process needs to make batches of pairs."""

    seed: int
    formats: tuple[PlateFormat, ...]
    batch: int

    def maker(self) -> Callable[[int], PairBatch]:
        """Makes batches from one maker of pairs."""
        make = PairMaker(self.seed, self.formats)
        return lambda number: _stack(make, range(number * self.batch, (number + 1) * self.batch))


def _stack(make: PairMaker, indices: range) -> PairBatch:
    pairs = [make(index) for index in indices]
    return PairBatch(np.stack([pair.near for pair in pairs]), np.stack([pair.far for pair in pairs]))


@dataclass(frozen=True)
class DgmStatus:
    """Where a training is, told after every step.

    Attributes:
        samples: Pairs seen.
        loss: Moving mean of the energy score.
        samples_per_second: Over the last steps.
        seconds_left: Estimate, or ``None`` at the start.
        held_out: The latest energy score on held-out pairs, ``None`` before the first.
    """

    samples: int
    loss: float
    samples_per_second: float
    seconds_left: float | None
    held_out: float | None


class DgmTrainer:
    """A DGM in training: network, its average, optimizer, and the number of steps done."""

    def __init__(self, run: RunOf[DgmConfig], device: torch.device) -> None:
        torch.manual_seed(run.config.seed)
        self.run = run
        self.device = device
        self.precision = training_precision(device)
        self.network = Dgm().to(device)
        channels_last(self.network)
        self.average = copy.deepcopy(self.network).eval()
        self.optimizer = torch.optim.AdamW(self.network.parameters(), lr=0.0, weight_decay=0.0)
        self.step = load_state(run, self.network, self.average, self.optimizer)

    def learn(self, batch: PairBatch) -> float:
        """One optimizer step; the loss. The same step from the same state gives the same weights."""
        config = self.run.config
        for group in self.optimizer.param_groups:
            group["lr"] = config.rate(self.step)
        # The noise of a step does not depend on what ran before.
        generator = torch.Generator().manual_seed(config.seed * 1_000_003 + self.step)
        self.network.train()
        loss = self._loss(self.network, batch, generator)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), config.clip)
        self.optimizer.step()
        self.step += 1
        follow(self.average, self.network, min(config.averaging, self.step / (self.step + 10)))
        return float(loss.detach())

    def judge(self, batch: PairBatch) -> float:
        """Energy score of the average on held-out pairs, with the same noise each time."""
        with torch.no_grad():
            return float(self._loss(self.average, batch, torch.Generator().manual_seed(HELD_OUT_SEED)))

    def save(self) -> None:
        """Write the state into the run's folder."""
        save_state(self.run, self.step, self.network, self.average, self.optimizer)

    def _loss(self, network: Dgm, batch: PairBatch, generator: torch.Generator) -> Tensor:
        near, far = (to_network(images).to(self.device) for images in (batch.near, batch.far))
        noises = [self._here(draw_noise(generator, len(near))) for _ in range(2)]
        with torch.autocast(self.device.type, self.precision, enabled=self.precision != torch.float32):
            code = network.near(near.contiguous(memory_format=torch.channels_last))
            first, second = (network.far(code, noise) for noise in noises)
        return energy_score(far, first.float(), second.float())

    def _here(self, noise: Noise) -> Noise:
        a, b, c = (level.to(self.device) for level in noise.maps)
        return Noise(noise.style.to(self.device), (a, b, c))


def train_dgm(
    run: RunOf[DgmConfig],
    formats: tuple[PlateFormat, ...],
    report: Callable[[DgmStatus], None],
    workers: int = 1,
    device: torch.device | None = None,
) -> DgmTrainer:
    """Train a run to its end, from where it stands.

    ``report`` is called after every step and may raise :class:`forensic_lpr.errors.Cancelled`; the state is then
    saved and the exception passed on.
    """
    config = run.config
    trainer = DgmTrainer(run, device or choose_device())
    held_out = _stack(PairMaker(HELD_OUT_SEED, formats), range(0, HELD_OUT * PAIRS_PER_CLIP, PAIRS_PER_CLIP))
    score: float | None = None

    def evaluate(samples: int, loss: float) -> None:
        nonlocal score
        score = trainer.judge(held_out)
        run.log({"samples": samples, "loss": loss, "held_out": score})

    def tell(pace: Pace) -> None:
        report(DgmStatus(pace.samples, pace.loss, pace.samples_per_second, pace.seconds_left, score))

    with BatchFeed(PairRecipe(config.seed, formats, config.batch), trainer.step, workers) as feed:
        run_to_end(trainer, config, feed, 0.99, evaluate, tell)
    return trainer
