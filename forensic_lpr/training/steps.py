"""Steps of a run to its end: pace, evaluations, and the state saved in time; the same for every network."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from forensic_lpr.training.batches import BatchFeed
from forensic_lpr.training.config import DgmConfig, TrainingConfig

SAVE_EVERY_S = 45.0
"""At most this much work is lost by a kill."""

B = TypeVar("B")
B_contra = TypeVar("B_contra", contravariant=True)


class Learner(Protocol[B_contra]):
    """Something in training that takes batches of one kind."""

    step: int

    def learn(self, batch: B_contra) -> float:
        """One optimizer step; the loss."""
        ...

    def save(self) -> None:
        """Write the state into the run's folder."""
        ...


@dataclass(frozen=True)
class Pace:
    """Where a training is after a step.

    Attributes:
        samples: Samples seen.
        loss: Moving mean of the loss.
        samples_per_second: Over the last steps.
        seconds_left: Estimate, or ``None`` at the start.
    """

    samples: int
    loss: float
    samples_per_second: float
    seconds_left: float | None


def run_to_end(
    learner: Learner[B],
    config: TrainingConfig | DgmConfig,
    feed: BatchFeed[B],
    memory: float,
    evaluate: Callable[[int, float], None],
    report: Callable[[Pace], None],
) -> None:
    """Take batches until all steps are done; whatever ends it, the state is saved.

    Args:
        learner: What learns, from the step at which it stands.
        config: Number of steps, and how often to evaluate.
        feed: Its batches, from that step on.
        memory: Share of the moving mean of the loss that a step leaves.
        evaluate: Called with the samples seen and the mean loss when an evaluation is due.
        report: Called after every step; may raise :class:`forensic_lpr.errors.Cancelled`, which is passed on.
    """
    loss = 0.0
    pace: list[float] = [time.monotonic()]
    saved = time.monotonic()
    batches = iter(feed)
    try:
        while learner.step < config.steps:
            value = learner.learn(next(batches))
            loss = value if loss == 0.0 else memory * loss + (1 - memory) * value
            samples = learner.step * config.batch
            if samples % config.evaluate_every < config.batch or learner.step == config.steps:
                evaluate(samples, loss)
                pace = []  # the evaluation is no part of the pace
            pace = [*pace[-50:], time.monotonic()]
            rate = config.batch * (len(pace) - 1) / max(pace[-1] - pace[0], 1e-9)
            left = (config.samples - samples) / rate if rate else None
            if time.monotonic() - saved > SAVE_EVERY_S:
                learner.save()
                saved = time.monotonic()
            report(Pace(samples, loss, rate, left))
    finally:
        learner.save()
