"""The training loop of a recognizer."""

import copy
import os
from collections.abc import Callable
from dataclasses import dataclass
from types import UnionType

import torch
from torch import Tensor, nn

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.checkpoint import Checkpoint
from forensic_lpr.recognition.device import choose_device, training_precision
from forensic_lpr.recognition.networks import INPUT_SIZES, NETWORKS, channels_last, fused, read
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.recognition.slot_attention import PATTERNS
from forensic_lpr.training.averaging import follow
from forensic_lpr.training.batches import IGNORED, Batch, BatchFeed
from forensic_lpr.training.config import TrainingConfig
from forensic_lpr.training.control import TrainingControl
from forensic_lpr.training.distributed import ALONE, Place, join
from forensic_lpr.training.finetune import material, own_rate, read_examples, shown_examples
from forensic_lpr.training.optimizers import Muon, adamw
from forensic_lpr.training.runs import Progressed, Run, load_state, save_state, weights_of
from forensic_lpr.training.status import ReadExample, Score, TrainingStatus
from forensic_lpr.training.steps import Pace, run_to_end
from forensic_lpr.training.validation import validate

SLOTS = 7
REMEMBERED = 5.0
"""How much more a plate to be remembered counts than one to be learnt."""
TAUGHT = 0.7
"""Share of a teacher's reading in what is learnt; the rest is the truth."""


class _Reading(nn.Module):
    """A network whose forward pass gives characters and patterns: what is wrapped to share gradients."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor | None]:
        """Log-probabilities of characters, and of patterns where the network tells them."""
        return read(self.network, images)


class Trainer:
    """One recognizer in training: network, its average, optimizer, and the number of steps done.

    Raises:
        RunInvalid: the run's state is damaged, or the weights it starts from are not those it was made for.
        WeightsInvalid: there are no such weights.
    """

    def __init__(self, run: Run, device: torch.device, place: Place = ALONE) -> None:
        config = run.config
        if config.batch % place.size:
            raise RunInvalid(f"A batch of {config.batch} cannot be divided among {place.size} processes.")
        torch.manual_seed(config.seed)
        self.run = run
        self.place = place
        self.device = device
        self.precision = training_precision(device)
        self.network = channels_last(NETWORKS[config.network](SLOTS, len(LATIN36)).to(device))
        self.parent = self._inherit(config) if config.parent else None
        self.teacher = self._teacher(config) if config.teacher else None
        self.average = copy.deepcopy(self.network).eval()
        self.optimizer = (
            Muon(self.network, config.weight_decay, self.precision)
            if config.optimizer == "muon"
            else adamw(self.network, config.weight_decay)
        )
        done = load_state(run, self.network, self.average, self.optimizer)
        self.step, self.seconds = done.step, done.seconds
        self._reading = place.shared(_Reading(self.network), device)

    def _inherit(self, config: TrainingConfig) -> Checkpoint:
        parent = weights_of(self.run, config.parent, config.parent_sha256)
        if parent.card.network != config.network:
            raise RunInvalid(f"The weights {config.parent} are for the network {parent.card.network}.")
        self.network.load_state_dict(parent.network.state_dict())
        channels_last(parent.network.to(self.device))
        return parent

    def _teacher(self, config: TrainingConfig) -> nn.Module:
        teacher = weights_of(self.run, config.teacher, config.teacher_sha256)
        if teacher.card.input_size != INPUT_SIZES[config.network]:
            raise RunInvalid(f"The weights {config.teacher} look at pictures of another size.")
        return channels_last(fused(teacher.network).to(self.device))

    def learn(self, batch: Batch, time_share: float = 0.0) -> float:
        """One optimizer step; the loss. The same step from the same state gives the same weights."""
        config = self.run.config
        torch.manual_seed(config.seed * 1_000_003 + self.step)  # dropout does not depend on what ran before
        for group in self.optimizer.param_groups:
            group["lr"] = config.rate(self.step, time_share)
        self.network.train()
        if config.settled:
            _still(self.network, _STATISTICS)
        if config.settled or not config.dropout:
            _still(self.network, nn.Dropout)
        images = normalise(batch.images).to(self.device)
        with torch.autocast(self.device.type, self.precision, enabled=self.precision != torch.float32):
            aim = self._aim(batch, images)  # here, for what a parent reads to be rounded as what is read now
            log_probabilities, patterns = self._reading(images)
        # A sum over a fixed number, not a mean: so the losses of several processes add up to that of one.
        loss = (aim.weight * _divergence(log_probabilities, aim.characters)).sum() / batch.classes.size
        whole = loss
        if patterns is not None:
            of_patterns = (aim.weight * _divergence(patterns, aim.patterns)).sum() / len(images)
            whole = loss + config.pattern_share * of_patterns
        self.optimizer.zero_grad(set_to_none=True)
        whole.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), config.clip)
        self.optimizer.step()
        self.step += 1
        follow(self.average, self.network, min(config.averaging, self.step / (self.step + 10)))
        return self.place.mean(float(loss.detach()))

    def _aim(self, batch: Batch, images: Tensor) -> "_Aim":
        """What a batch is to be read as.

        A teacher says of every picture what can be told of it, where the truth alone asks also for what nobody can see
        (Hinton, Vinyals and Dean, Distilling the knowledge in a neural network, 2015).

        Where it holds plates to be remembered, the parent's reading takes the place of the truth (Li and Hoiem,
        Learning without forgetting, ECCV 2016): at first nothing pulls there, and later only what was forgotten does.
        """
        classes = torch.from_numpy(batch.classes)
        characters = nn.functional.one_hot(classes.clamp(min=0), len(LATIN36)).float()
        if self.teacher is not None:
            with torch.no_grad():
                characters = characters.to(self.device).lerp(self.teacher(images).exp(), TAUGHT)
        characters[classes == IGNORED] = 0.0
        patterns = nn.functional.one_hot(torch.from_numpy(batch.patterns), PATTERNS).float()
        weight = torch.ones(len(classes))
        aim = _Aim(characters.to(self.device), patterns.to(self.device), weight.to(self.device))
        if batch.remembered is not None and batch.remembered.any() and self.parent is not None:
            rows = torch.from_numpy(batch.remembered).to(self.device)
            with torch.no_grad():
                known, known_patterns = read(self.parent.network, images[rows])
            aim.characters[rows] = known.exp()
            if known_patterns is not None:
                aim.patterns[rows] = known_patterns.exp()
            aim.weight[rows] = REMEMBERED
        return aim

    def kept(self) -> nn.Module:
        """What the training gives, as far as it has come: what was learnt, mixed with the weights it began with."""
        mixing = self.run.config.mixing
        if self.parent is None or mixing == 1:
            return self.average
        mixed = copy.deepcopy(self.average)
        follow(mixed, self.parent.network, mixing)
        return mixed

    def save(self) -> None:
        """Write the state into the run's folder, in the first process."""
        if self.place.first:
            done = Progressed(self.step, self.seconds)
            save_state(self.run, done, self.network, self.average, self.optimizer)


@dataclass(frozen=True)
class _Aim:
    """What pictures are to be read as: probabilities (N, slots, classes), 0 in slots that are not to be learnt, and
    (N, patterns); and how much each picture counts, (N,)."""

    characters: Tensor
    patterns: Tensor
    weight: Tensor


def _divergence(said: Tensor, aim: Tensor) -> Tensor:
    """Kullback–Leibler divergence (N,) of what is said, as logarithms, from the aim; of a truth, log-loss."""
    return nn.functional.kl_div(said, aim, reduction="none").flatten(1).sum(dim=1)


_STATISTICS = nn.BatchNorm1d | nn.BatchNorm2d | nn.SyncBatchNorm


def _still(network: nn.Module, kinds: UnionType | type[nn.Module]) -> None:
    """Let layers of some kinds do what they do in reading, while the rest trains."""
    for module in network.modules():
        if isinstance(module, kinds):
            module.eval()


def train(
    run: Run,
    formats: tuple[PlateFormat, ...],
    report: Callable[[TrainingStatus], None],
    workers: int = 1,
    device: torch.device | None = None,
    control: TrainingControl | None = None,
) -> Trainer:
    """Train a run to its end, from where it stands; under ``torchrun``, this process's part of it.

    ``report`` is called after every step and may raise :class:`forensic_lpr.errors.Cancelled`; the state is then
    saved and the exception passed on. So does ``control`` when it is told to stop.

    Raises:
        RunInvalid: the run, its weights, its set or its DGM are not what they were.
        SetInvalid: its set cannot be read.
        TrainingFailed: the loss became no number, or memory ran out; the last good state stays.
    """
    config = run.config
    device = device or choose_device()
    with join(device) as place:
        trainer = Trainer(run, device, place)
        found = material(run, place)
        size = INPUT_SIZES[config.network]
        scores: tuple[Score, ...] = ()
        examples: tuple[ReadExample, ...] = ()

        def evaluate(samples: int, loss: float) -> None:
            nonlocal scores, examples
            kept = trainer.kept()
            scores = validate(kept, size, formats, trainer.device)
            examples = read_examples(kept, found.watched, size, trainer.device)
            own = own_rate(examples)
            run.log(
                {
                    "samples": samples,
                    "loss": loss,
                    "widths": {s.width: s.exact / s.n for s in scores},
                    "own": None if own is None else [own.hits, own.n],
                    "seconds": round(trainer.seconds, 1),
                }
            )

        def tell(pace: Pace) -> None:
            if place.first:
                report(
                    TrainingStatus(
                        pace.samples,
                        pace.loss,
                        pace.samples_per_second,
                        pace.seconds_left,
                        scores,
                        pace.learning_rate,
                        config.samples,
                        own_rate(examples),
                        shown_examples(examples),
                        pace.evaluations,
                    )
                )

        with BatchFeed(found.recipe, trainer.step, workers) as feed:
            run_to_end(trainer, config, feed, 0.98, evaluate, tell, control or TrainingControl())
    return trainer


def use_threads(threads: int | None) -> None:
    """Threads for the network; ``None`` leaves one core to the window and to sample making.

    Processes of ``torchrun`` on one machine share what there is.
    """
    spare = max(1, (os.cpu_count() or 2) - 1)
    torch.set_num_threads(threads or max(1, spare // int(os.environ.get("LOCAL_WORLD_SIZE", "1"))))
