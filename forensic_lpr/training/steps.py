"""Steps of a run to its end: pace, time limit, evaluations, and the state saved in time; the same for every network."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import torch

from forensic_lpr.errors import TrainingFailed
from forensic_lpr.training.batches import BatchFeed
from forensic_lpr.training.config import DgmConfig, TrainingConfig
from forensic_lpr.training.control import TrainingControl
from forensic_lpr.training.distributed import Place

SAVE_EVERY_S = 45.0
"""At most this much work is lost by a kill."""
_NO_MEMORY = ("can't allocate memory", "not enough memory", "out of memory")
"""What torch says where a CPU or another device has no memory left."""

B = TypeVar("B")
B_contra = TypeVar("B_contra", contravariant=True)


class Learner(Protocol[B_contra]):
    """Something in training that takes batches of one kind.

    Attributes:
        step: Steps done.
        seconds: Time spent on them, pauses left out.
        place: Which of the processes this one is.
    """

    step: int
    seconds: float
    place: Place

    def learn(self, batch: B_contra, time_share: float = 0.0) -> float:
        """One optimizer step; the loss. ``time_share`` is how much of the time limit is used up."""
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
        learning_rate: Of the last step.
        evaluations: How often it was evaluated since it went on.
    """

    samples: int
    loss: float
    samples_per_second: float
    seconds_left: float | None
    learning_rate: float
    evaluations: int


def run_to_end(
    learner: Learner[B],
    config: TrainingConfig | DgmConfig,
    feed: BatchFeed[B],
    memory: float,
    evaluate: Callable[[int, float], None],
    report: Callable[[Pace], None],
    control: TrainingControl,
) -> None:
    """Take batches until all steps are done or the time is up; whatever ends it, a good state is saved.

    Args:
        learner: What learns, from the step at which it stands.
        config: Number of steps, time limit, and how often to evaluate.
        feed: Its batches, from that step on.
        memory: Share of the moving mean of the loss that a step leaves.
        evaluate: Called with the samples seen and the mean loss when an evaluation is due, in the first process.
        report: Called after every step; may raise :class:`forensic_lpr.errors.Cancelled`, which is passed on.
        control: Asked after every step whether to wait or to stop.

    Raises:
        TrainingFailed: the loss became no number, or memory ran out; the last saved state stays.
        Cancelled: by ``report`` or ``control``; the state is saved.
    """
    try:
        _steps(learner, config, feed, memory, evaluate, report, control)
    except TrainingFailed:
        raise  # what is in memory is spoilt: the last saved state is the last good one
    except (MemoryError, torch.OutOfMemoryError) as error:
        raise _no_memory(learner, config) from error
    except RuntimeError as error:
        if not any(words in str(error) for words in _NO_MEMORY):
            raise
        raise _no_memory(learner, config) from error
    except BaseException:
        learner.save()
        raise
    learner.save()


def _steps(
    learner: Learner[B],
    config: TrainingConfig | DgmConfig,
    feed: BatchFeed[B],
    memory: float,
    evaluate: Callable[[int, float], None],
    report: Callable[[Pace], None],
    control: TrainingControl,
) -> None:
    loss, speed, evaluations, limit = 0.0, 0.0, 0, 60 * config.minutes
    pace: list[float] = [time.monotonic()]
    saved = before = time.monotonic()
    batches = iter(feed)
    while learner.step < config.steps:
        spent = learner.place.agreed(learner.seconds) if limit else 0.0
        if limit and spent >= limit:
            break
        time_share = spent / limit if limit else 0.0
        rate = config.rate(learner.step, time_share)
        value = learner.learn(next(batches), time_share)
        samples = learner.step * config.batch
        if not math.isfinite(value):
            raise TrainingFailed(
                f"The loss is no number any more after {samples:,} samples; the last good state is kept. "
                "A lower learning rate may help."
            )
        loss = value if loss == 0.0 else memory * loss + (1 - memory) * value
        now = time.monotonic()
        learner.seconds += now - before
        before = now
        ended = learner.step == config.steps or (limit > 0 and learner.seconds >= limit)
        if learner.place.first and (samples % config.evaluate_every < config.batch or ended):
            evaluate(samples, loss)
            evaluations += 1
            pace = []  # the evaluation is no part of the pace
        pace = [*pace[-50:], time.monotonic()]
        if len(pace) > 1:  # else it is as it was
            speed = config.batch * (len(pace) - 1) / max(pace[-1] - pace[0], 1e-9)
        if now - saved > SAVE_EVERY_S:
            learner.save()
            saved = now
        left = _seconds_left(config, samples, speed, limit - learner.seconds if limit else None)
        report(Pace(samples, loss, speed, left, rate, evaluations))
        if control.check() > 1.0:
            pace = []
            before = time.monotonic()  # a pause is not time spent


def _seconds_left(
    config: TrainingConfig | DgmConfig, samples: int, speed: float, of_limit: float | None
) -> float | None:
    """Estimate of the time left, by samples or by the time limit, whichever ends first."""
    by_samples = (config.samples - samples) / speed if speed else None
    if of_limit is None or by_samples is None:
        return by_samples if of_limit is None else max(0.0, of_limit)
    return max(0.0, min(by_samples, of_limit))


def _no_memory(learner: Learner[B], config: TrainingConfig | DgmConfig) -> TrainingFailed:
    return TrainingFailed(
        f"Memory ran out after {learner.step * config.batch:,} samples; the last saved state is kept. "
        "Smaller batches need less."
    )
