"""Where a network runs."""

import torch

from forensic_lpr.errors import DeviceMissing

DEVICES = ("auto", "cpu", "cuda", "mps")


def choose_device(name: str = "auto") -> torch.device:
    """A device by name; ``auto`` is CUDA, else MPS, else the CPU.

    Raises:
        DeviceMissing: this machine has no such device.
    """
    there = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if name == "auto":
        return torch.device(next(kind for kind in ("cuda", "mps", "cpu") if there[kind]))
    if not there.get(name, False):
        have = ", ".join(kind for kind, present in there.items() if present)
        raise DeviceMissing(f"This machine has no device {name!r}; it has {have}.")
    return torch.device(name)
