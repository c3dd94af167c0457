"""The training loop of the DGM."""

import copy
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

import numpy as np
import torch
from torch import Tensor, nn

from forensic_lpr import __version__
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.device import choose_device, training_precision
from forensic_lpr.recognition.networks import channels_last
from forensic_lpr.synthesis.dgm import Dgm, Noise, draw_noise, to_network
from forensic_lpr.synthesis.dgm_checkpoint import load_dgm
from forensic_lpr.synthesis.pairs import PAIRS_PER_CLIP, Pair, PairMaker, bicubic
from forensic_lpr.training.averaging import follow
from forensic_lpr.training.batches import BatchFeed
from forensic_lpr.training.config import DgmConfig
from forensic_lpr.training.control import TrainingControl
from forensic_lpr.training.distributed import ALONE
from forensic_lpr.training.ownpairs import PairBatch, PairRecipe, checked_pairs
from forensic_lpr.training.readerscore import WEIGHT, ReaderScore
from forensic_lpr.training.runs import Progressed, RunOf, load_state, save_state, weights_of
from forensic_lpr.training.scoring import energy_score
from forensic_lpr.training.snapshots import keep_snapshot
from forensic_lpr.training.status import DgmStatus
from forensic_lpr.training.steps import Pace, run_to_end

HELD_OUT_SEED = 998_000_000
"""Far from any training seed."""
HELD_OUT = 128
"""Held-out pairs, each of another clip, on which a training is watched."""


class DgmTrainer:
    """A DGM in training: network, its average, optimizer, and the number of steps done; one process only.

    Raises:
        RunInvalid: the run's state is damaged, or the weights it starts from are not those it was made for.
        WeightsInvalid: there are no such weights.
    """

    place = ALONE

    def __init__(self, run: RunOf[DgmConfig], device: torch.device) -> None:
        torch.manual_seed(run.config.seed)
        self.run = run
        self.device = device
        self.precision = training_precision(device)
        self.network = Dgm().to(device)
        if run.config.parent:
            parent = load_dgm(run.config.parent)
            if parent.sha256 != run.config.parent_sha256:
                raise RunInvalid(
                    f"The DGM {run.config.parent} is not the one that the run {run.name} starts from."
                )
            self.network.load_state_dict(parent.network.state_dict())
        channels_last(self.network)
        self.average = copy.deepcopy(self.network).eval()
        self.optimizer = torch.optim.AdamW(self.network.parameters(), lr=0.0, weight_decay=0.0, fused=True)
        done = load_state(run, self.network, self.average, self.optimizer)
        self.step, self.seconds = done.step, done.seconds

    @cached_property
    def reader(self) -> ReaderScore | None:
        """Who reads the made plates; needed to learn, not to make a weights file of what was learnt.

        Raises:
            RunInvalid: the weights are not those that the run was made for.
            WeightsInvalid: there are no such weights.
        """
        config = self.run.config
        if not config.reader:
            return None
        weights = weights_of(self.run, config.reader, config.reader_sha256)
        return ReaderScore(weights.network, self.device)

    def learn(self, batch: PairBatch, time_share: float = 0.0) -> float:
        """One optimizer step; the loss. The same step from the same state gives the same weights."""
        config = self.run.config
        for group in self.optimizer.param_groups:
            group["lr"] = config.rate(self.step, time_share)
        # The noise of a step does not depend on what ran before.
        generator = torch.Generator().manual_seed(config.seed * 1_000_003 + self.step)
        self.network.train()
        far, first, second = self._draws(self.network, batch, generator)
        loss = energy_score(far, first, second)
        whole = loss if self.reader is None else loss + WEIGHT * self.reader(far, first, second)
        self.optimizer.zero_grad(set_to_none=True)
        whole.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), config.clip)
        self.optimizer.step()
        self.step += 1
        follow(self.average, self.network, min(config.averaging, self.step / (self.step + 10)))
        return float(loss.detach())

    def judge(self, batch: PairBatch) -> float:
        """Energy score of the average on held-out pairs, with the same noise each time."""
        with torch.no_grad():
            generator = torch.Generator().manual_seed(HELD_OUT_SEED)
            return float(energy_score(*self._draws(self.average, batch, generator)))

    def save(self) -> None:
        """Write the state into the run's folder."""
        save_state(self.run, Progressed(self.step, self.seconds), self.network, self.average, self.optimizer)

    def _draws(
        self, network: Dgm, batch: PairBatch, generator: torch.Generator
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Recorded far plates and two draws of made ones, each (N, 1, 40, 120)."""
        near, far = (to_network(images).to(self.device) for images in (batch.near, batch.far))
        noises = [self._here(draw_noise(generator, len(near))) for _ in range(2)]
        with torch.autocast(self.device.type, self.precision, enabled=self.precision != torch.float32):
            near = near.contiguous(memory_format=torch.channels_last)
            code = network.near(near)
            first, second = (network.far(near, code, noise, batch.scan) for noise in noises)
        return far, first.float(), second.float()

    def _here(self, noise: Noise) -> Noise:
        a, b, c = (level.to(self.device) for level in noise.maps)
        return Noise(noise.style.to(self.device), (a, b, c))


def train_dgm(
    run: RunOf[DgmConfig],
    formats: tuple[PlateFormat, ...],
    report: Callable[[DgmStatus], None],
    workers: int = 1,
    device: torch.device | None = None,
    control: TrainingControl | None = None,
) -> DgmTrainer:
    """Train a run to its end, from where it stands.

    ``report`` is called after every step and may raise :class:`forensic_lpr.errors.Cancelled`; the state is then
    saved and the exception passed on. So does ``control`` when it is told to stop. At every evaluation a snapshot is
    kept, see :mod:`forensic_lpr.training.snapshots`.

    Raises:
        RunInvalid: the run, its weights or its pair sets are not what they were.
        PairsInvalid: a pair set is damaged.
        TrainingFailed: the loss became no number, or memory ran out; the last good state stays.
    """
    config = run.config
    trainer = DgmTrainer(run, device or choose_device())
    own = None if config.own is None else checked_pairs(config.own, run.name)
    make = PairMaker(HELD_OUT_SEED, formats)
    held_out = PairBatch.of([make(number * PAIRS_PER_CLIP) for number in range(HELD_OUT)])
    recipe = PairRecipe(config.seed, formats, config.batch)
    if own is not None and config.own is not None:
        recipe = replace(recipe, pairs=own.training, share=config.own.share)
    held_own = own.held[:HELD_OUT] if own is not None else ()
    own_batch = PairBatch.of(held_own) if held_own else None
    reduced = _bicubic_score(held_own) if held_own else None
    score: float | None = None
    own_score: float | None = None

    def evaluate(samples: int, loss: float) -> None:
        nonlocal score, own_score
        score = trainer.judge(held_out)
        own_score = None if own_batch is None else trainer.judge(own_batch)
        keep_snapshot(run.folder, trainer.average, config.far_views, samples, __version__)
        run.log(
            {
                "samples": samples,
                "loss": loss,
                "held_out": score,
                "own_held_out": own_score,
                "bicubic": reduced,
                "seconds": round(trainer.seconds, 1),
            }
        )

    def tell(pace: Pace) -> None:
        report(
            DgmStatus(
                pace.samples,
                pace.loss,
                pace.samples_per_second,
                pace.seconds_left,
                score,
                pace.learning_rate,
                config.samples,
                own_score,
                reduced if pace.evaluations else None,
                pace.evaluations,
            )
        )

    with BatchFeed(recipe, trainer.step, workers) as feed:
        run_to_end(trainer, config, feed, 0.99, evaluate, tell, control or TrainingControl())
    return trainer


def _bicubic_score(pairs: tuple[Pair, ...]) -> float:
    """Energy score of plain bicubic reduction to the recorded plate's own width: what a DGM has to beat."""
    made = np.stack([bicubic(pair.near, pair.far_width) for pair in pairs])
    far = to_network(np.stack([pair.far for pair in pairs]))
    return float(energy_score(far, to_network(made), to_network(made)))
