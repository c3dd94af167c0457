"""The training loop of a recognizer."""

import copy
import os
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import nn

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.checkpoint import find, load_file
from forensic_lpr.recognition.device import choose_device, training_precision
from forensic_lpr.recognition.networks import INPUT_SIZES, NETWORKS, channels_last, read
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.training.averaging import follow
from forensic_lpr.training.batches import IGNORED, Batch, BatchFeed, BatchRecipe
from forensic_lpr.training.config import TrainingConfig
from forensic_lpr.training.runs import Run, load_state, save_state
from forensic_lpr.training.steps import Pace, run_to_end
from forensic_lpr.training.validation import Score, validate

SLOTS = 7


@dataclass(frozen=True)
class TrainingStatus:
    """Where a training is, told after every step.

    Attributes:
        samples: Samples seen.
        loss: Moving mean of the loss per slot in nats.
        samples_per_second: Over the last steps.
        seconds_left: Estimate, or ``None`` at the start.
        scores: The latest evaluation by width, empty before the first.
    """

    samples: int
    loss: float
    samples_per_second: float
    seconds_left: float | None
    scores: tuple[Score, ...]


class Trainer:
    """One recognizer in training: network, its average, optimizer, and the number of steps done.

    Raises:
        RunInvalid: the run's state is damaged, or the weights it starts from are not those it was made for.
        WeightsInvalid: there are no such weights.
    """

    def __init__(self, run: Run, device: torch.device) -> None:
        config = run.config
        torch.manual_seed(config.seed)
        self.run = run
        self.device = device
        self.precision = training_precision(device)
        self.network = channels_last(NETWORKS[config.network](SLOTS, len(LATIN36)).to(device))
        if config.parent:
            self._inherit(config)
        self.average = copy.deepcopy(self.network).eval()
        decayed = [p for p in self.network.parameters() if p.ndim > 1]
        others = [p for p in self.network.parameters() if p.ndim <= 1]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": decayed, "weight_decay": config.weight_decay},
                {"params": others, "weight_decay": 0.0},
            ],
            lr=0.0,
        )
        self.step = load_state(run, self.network, self.average, self.optimizer)

    def _inherit(self, config: TrainingConfig) -> None:
        parent = load_file(find(config.parent))
        if parent.sha256 != config.parent_sha256:
            raise RunInvalid(
                f"The weights {config.parent} are not those that the run {self.run.name} starts from."
            )
        if parent.card.network != config.network:
            raise RunInvalid(f"The weights {config.parent} are for the network {parent.card.network}.")
        self.network.load_state_dict(parent.network.state_dict())

    def learn(self, batch: Batch) -> float:
        """One optimizer step; the loss. The same step from the same state gives the same weights."""
        config = self.run.config
        torch.manual_seed(config.seed * 1_000_003 + self.step)  # dropout does not depend on what ran before
        for group in self.optimizer.param_groups:
            group["lr"] = config.rate(self.step)
        self.network.train()
        images = normalise(batch.images).to(self.device)
        classes = torch.from_numpy(batch.classes).to(self.device)
        with torch.autocast(self.device.type, self.precision, enabled=self.precision != torch.float32):
            log_probabilities, patterns = read(self.network, images)
        loss = nn.functional.nll_loss(
            log_probabilities.float().flatten(0, 1), classes.flatten(), ignore_index=IGNORED
        )
        whole = loss
        if patterns is not None:
            truth = torch.from_numpy(batch.patterns).to(self.device)
            whole = loss + config.pattern_share * nn.functional.nll_loss(patterns.float(), truth)
        self.optimizer.zero_grad(set_to_none=True)
        whole.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), config.clip)
        self.optimizer.step()
        self.step += 1
        follow(self.average, self.network, min(config.averaging, self.step / (self.step + 10)))
        return float(loss.detach())

    def save(self) -> None:
        """Write the state into the run's folder."""
        save_state(self.run, self.step, self.network, self.average, self.optimizer)


def train(
    run: Run,
    formats: tuple[PlateFormat, ...],
    report: Callable[[TrainingStatus], None],
    workers: int = 1,
    device: torch.device | None = None,
) -> Trainer:
    """Train a run to its end, from where it stands.

    ``report`` is called after every step and may raise :class:`forensic_lpr.errors.Cancelled`; the state is then
    saved and the exception passed on.
    """
    config = run.config
    trainer = Trainer(run, device or choose_device())
    recipe = BatchRecipe(config.seed, formats, INPUT_SIZES[config.network], config.batch, config.easy)
    scores: tuple[Score, ...] = ()

    def evaluate(samples: int, loss: float) -> None:
        nonlocal scores
        scores = validate(trainer.average, INPUT_SIZES[config.network], formats, trainer.device)
        run.log({"samples": samples, "loss": loss, "widths": {s.width: s.exact / s.n for s in scores}})

    def tell(pace: Pace) -> None:
        report(TrainingStatus(pace.samples, pace.loss, pace.samples_per_second, pace.seconds_left, scores))

    with BatchFeed(recipe, trainer.step, workers) as feed:
        run_to_end(trainer, config, feed, 0.98, evaluate, tell)
    return trainer


def use_threads(threads: int | None) -> None:
    """Threads for the network; ``None`` leaves one core to the window and to sample making."""
    torch.set_num_threads(threads or max(1, (os.cpu_count() or 2) - 1))
