"""One training on several processes, as ``torchrun`` starts them (DistributedDataParallel; gloo on CPUs, nccl on CUDA).

Every process makes and learns its part of each batch; gradients are averaged, so the weights stay the same in all.
Only the first process evaluates, tells and saves. With ``settled`` (batch statistics and dropout as in reading) a
step is the same as that of one process with the whole batch; without, each process normalises its own part, as
synchronised statistics exist for CUDA only, where they are used.

Public here: :class:`Place`, :data:`ALONE`, :func:`join`, :func:`leave`, :func:`first_of_several`.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NoReturn

import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel

from forensic_lpr.errors import RunInvalid


@dataclass(frozen=True)
class Place:
    """Which of how many processes this one is."""

    rank: int
    size: int

    @property
    def first(self) -> bool:
        """Whether this is the process that evaluates, tells and saves."""
        return self.rank == 0

    def shared(self, network: nn.Module, device: torch.device) -> nn.Module:
        """The network with its gradients averaged over all processes."""
        if self.size == 1:
            return network
        if device.type == "cuda":
            network = nn.SyncBatchNorm.convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]
            return DistributedDataParallel(network, device_ids=[device.index or 0])
        # Statistics that were not gathered in common are the first process's.
        return DistributedDataParallel(network)

    def mean(self, value: float) -> float:
        """The mean of a number over all processes."""
        return self._reduced(value / self.size, distributed.ReduceOp.SUM) if self.size > 1 else value

    def agreed(self, value: float) -> float:
        """The first process's number, in all of them."""
        return (
            self._reduced(value if self.first else 0.0, distributed.ReduceOp.SUM) if self.size > 1 else value
        )

    def _reduced(self, value: float, operation: distributed.ReduceOp.RedOpType) -> float:
        cuda = distributed.get_backend() == "nccl"
        carried = torch.tensor([value], dtype=torch.float64, device="cuda" if cuda else "cpu")
        distributed.all_reduce(carried, operation)
        return float(carried)


ALONE = Place(0, 1)


def first_of_several() -> bool:
    """Whether this process was started alone or is the first that ``torchrun`` started."""
    return os.environ.get("RANK", "0") == "0"


@contextmanager
def join(device: torch.device) -> Iterator[Place]:
    """This process's place among those of ``torchrun``; alone when it was started otherwise.

    Raises:
        RunInvalid: the processes cannot reach each other.
    """
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1 or "RANK" not in os.environ:
        yield ALONE
        return
    try:
        if device.type == "cuda":
            torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", "0")))
        distributed.init_process_group("nccl" if device.type == "cuda" else "gloo")
    except (RuntimeError, ValueError) as error:
        raise RunInvalid(f"The processes of this training cannot reach each other: {error}.") from error
    try:
        yield Place(distributed.get_rank(), distributed.get_world_size())
    finally:
        distributed.destroy_process_group()


def leave(status: int) -> NoReturn:
    """End a process that ``torchrun`` started, without ending its interpreter first.

    DistributedDataParallel keeps gloo's threads even after the group is destroyed. One that still lets go of a tensor
    while the interpreter ends is stopped inside C++, which aborts the process although its training is complete.

    Args:
        status: Exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # its reader is gone, or it is closed: nobody waits for the rest
            stream.flush()
    os._exit(status)
