"""Batches of synthetic samples, made in processes of their own.

Making samples is Python-heavy; in the process of the window it would stall it. Batch ``n`` always holds the samples
``n * size`` to ``(n + 1) * size - 1``, whichever process makes it, so that a resumed run sees what it would have seen.
"""

import multiprocessing
import os
import queue
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.queues import Queue
from types import TracebackType
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import PlateFormat, drawn_ones
from forensic_lpr.errors import RunInvalid
from forensic_lpr.synthesis.sampler import Sampler, use_one_thread

_AHEAD = 6
"""Batches that wait finished, per process."""
_PATIENCE_S = 2.0
MIXED_SHARE = 0.12
"""Share of the drawings from which only the pattern and the characters common to all formats are learnt."""
IGNORED = -100
"""Class of a slot that is not to be learnt."""


B = TypeVar("B")
B_co = TypeVar("B_co", covariant=True)


class Recipe(Protocol[B_co]):
    """Everything a process needs to make batches of some kind; it travels to that process."""

    def maker(self) -> Callable[[int], B_co]:
        """What makes the batch of a number."""


@dataclass(frozen=True)
class BatchRecipe:
    """Batches of drawn plates for a recognizer.

    Attributes:
        seed: Seed of the whole training.
        formats: All plate formats, in the order of the network's patterns.
        size: Width and height of a picture.
        batch: Samples per step, of all machines together.
        easy: Samples at the start whose plates are 60 pixels wide or wider.
        rank: Which part of each batch to make.
        ranks: Of how many parts.
        narrow: Share of the plates that are 28 to 66 pixels wide.
        drawn: Names of the formats that are drawn; empty for all.
    """

    seed: int
    formats: tuple[PlateFormat, ...]
    size: tuple[int, int]
    batch: int
    easy: int = 0
    rank: int = 0
    ranks: int = 1
    narrow: float = 0.0
    drawn: tuple[str, ...] = ()

    def sampler(self) -> Sampler:
        """Makes the samples by number."""
        formats = drawn_ones(self.formats, self.drawn)
        return Sampler(self.seed, formats, self.size, easy=self.easy, mixed=MIXED_SHARE, narrow=self.narrow)

    def maker(self) -> Callable[[int], "Batch"]:
        """Makes batches, or the part of each that belongs to a rank of several, from one sampler."""
        sampler = self.sampler()
        names = tuple(plate_format.name for plate_format in self.formats)
        part = self.batch // self.ranks
        return lambda number: make_batch(sampler, names, number * self.ranks + self.rank, part)


@dataclass(frozen=True)
class Batch:
    """Some training pictures.

    Attributes:
        images: uint8 (N, H, W).
        classes: int64 (N, slots), :data:`IGNORED` where nothing is to be learnt.
        patterns: int64 (N,), which of the formats each plate is of.
        remembered: bool (N,), pictures that are to be read as the weights before read them; ``None`` for none.
    """

    images: NDArray[np.uint8]
    classes: NDArray[np.int64]
    patterns: NDArray[np.int64]
    remembered: NDArray[np.bool_] | None = None


def make_batch(sampler: Sampler, formats: tuple[str, ...], number: int, size: int) -> Batch:
    """Batch of this number; ``formats`` are those of the patterns by name, in order."""
    samples = [sampler(index) for index in range(number * size, (number + 1) * size)]
    classes = np.array([LATIN36.encode(sample.text, len(sample.text)) for sample in samples], dtype=np.int64)
    for row, sample in zip(classes, samples, strict=True):
        row[list(sample.foreign)] = IGNORED
    return Batch(
        np.stack([sample.image for sample in samples]),
        classes,
        np.array([formats.index(sample.format_name) for sample in samples], dtype=np.int64),
    )


def _work(recipe: Recipe[B], first: int, stride: int, parent: int, finished: "Queue[B]") -> None:
    """Make every ``stride``-th batch from ``first`` on, until the process ``parent`` is gone."""
    use_one_thread()
    make = recipe.maker()
    number = first
    batch = make(number)
    while _is_parent(parent):
        try:
            finished.put(batch, timeout=_PATIENCE_S)
        except queue.Full:
            continue
        number += stride
        batch = make(number)
    # Nobody reads any more: the thread that feeds the pipe must not be waited for.
    finished.cancel_join_thread()


def _is_parent(process: int) -> bool:
    """Whether the process is alive and still our parent.

    The sentinel of ``multiprocessing`` is not enough: a parent that was killed left it open here. An orphan's parent
    number changes on POSIX systems, and on Windows the sentinel is the process itself.
    """
    parent = multiprocessing.parent_process()
    return os.getppid() == process and parent is not None and parent.is_alive()


class BatchFeed(Generic[B]):
    """Batches in order from a number of child processes; a context manager that ends them.

    Args:
        recipe: What to make.
        first: Number of the first batch.
        workers: Number of processes.
    """

    def __init__(self, recipe: Recipe[B], first: int, workers: int = 1) -> None:
        context = multiprocessing.get_context("spawn")
        self._queues: list[Queue[B]] = [context.Queue(_AHEAD) for _ in range(workers)]
        self._processes = [
            context.Process(
                target=_work, args=(recipe, first + k, workers, os.getpid(), self._queues[k]), daemon=True
            )
            for k in range(workers)
        ]
        self._next = 0
        for process in self._processes:
            process.start()

    def __iter__(self) -> Iterator[B]:
        while True:
            worker = self._next
            self._next = (worker + 1) % len(self._queues)
            yield self._take(worker)

    def _take(self, worker: int) -> B:
        while True:
            try:
                return self._queues[worker].get(timeout=_PATIENCE_S)
            except queue.Empty:
                if not self._processes[worker].is_alive():
                    raise RunInvalid(
                        "The process that makes training samples has ended unexpectedly."
                    ) from None

    def __enter__(self) -> "BatchFeed[B]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            process.kill()
            process.join()
        for waiting in self._queues:
            waiting.cancel_join_thread()
            waiting.close()
