"""Where a network runs."""

import os
import platform
from dataclasses import dataclass
from functools import cache
from time import perf_counter

import torch

from forensic_lpr.errors import DeviceMissing

DEVICES = ("auto", "cpu", "cuda", "mps")
_GAIN = 3.0
"""Times as fast as in float32 that a product must be: the rest of a training gains less, and pays for conversions."""
_PRODUCT, _TRIES = 512, 5


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

    A CPU without instructions for bfloat16 emulates it at a tenth of the speed of float32 (measured: AVX2 only). Among
    those that have only its scalar products (AVX512_BF16 without AMX) some multiply in it four times as fast and train
    twice as fast, others lose by it: so there it is measured, once in a process.
    """
    if device.type == "cuda":
        return torch.bfloat16
    has = torch.cpu.get_capabilities()
    quick = any(has.get(feature, False) for feature in ("amx_bf16", "bf16")) or (
        has.get("avx512_bf16", False) and bfloat16_gain() >= _GAIN
    )
    return torch.bfloat16 if device.type == "cpu" and quick else torch.float32


@cache
def bfloat16_gain() -> float:
    """How many times as fast as in float32 this processor multiplies matrices in bfloat16; some hundredths of a second.

    The best of five tries each: what else runs makes a try slower, never faster.
    """
    seconds = []
    for number_format in (torch.bfloat16, torch.float32):
        matrix = torch.ones(_PRODUCT, _PRODUCT, dtype=number_format)
        tries = []
        for _ in range(_TRIES + 1):
            begun = perf_counter()
            matrix @ matrix
            tries.append(perf_counter() - begun)
        seconds.append(min(tries[1:]))  # the first one prepares the product
    return seconds[1] / seconds[0]
