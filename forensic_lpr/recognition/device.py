"""Where a network runs."""

import os
import platform
from dataclasses import dataclass

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


@dataclass(frozen=True)
class DeviceFacts:
    """A device that this machine has.

    Attributes:
        name: Its name in :data:`DEVICES`.
        title: What it calls itself.
        memory: Bytes of memory, 0 where that is not known.
        cores: Processor cores, 0 for what is no processor.
    """

    name: str
    title: str
    memory: int
    cores: int


def devices_here() -> tuple[DeviceFacts, ...]:
    """The devices of this machine, the quickest first."""
    found = []
    if torch.cuda.is_available():
        about = torch.cuda.get_device_properties(0)
        found.append(DeviceFacts("cuda", about.name, about.total_memory, 0))
    if torch.backends.mps.is_available():
        found.append(DeviceFacts("mps", "Apple GPU", 0, 0))
    memory = 0
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    title = platform.processor() or platform.machine()
    found.append(DeviceFacts("cpu", title, memory, os.cpu_count() or 1))
    return tuple(found)


def training_precision(device: torch.device) -> torch.dtype:
    """Number format in which a device trains fastest: bfloat16 where it multiplies matrices in it, else float32.

    A CPU that cannot emulates bfloat16 at a tenth of the speed of float32 (measured: AVX2 only), and one that has
    only its scalar products (AVX512_BF16 without AMX) trains the default network at three quarters of it.
    """
    if device.type == "cuda":
        return torch.bfloat16
    has = torch.cpu.get_capabilities()
    quick = any(has.get(feature, False) for feature in ("amx_bf16", "bf16"))
    return torch.bfloat16 if device.type == "cpu" and quick else torch.float32
