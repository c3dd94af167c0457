"""Devices by name, and the number format a training uses on them."""

import pytest
import torch

from forensic_lpr.errors import DeviceMissing
from forensic_lpr.recognition import device as devices
from forensic_lpr.recognition.device import choose_device, training_precision


def test_a_device_that_is_not_there_is_named() -> None:
    with pytest.raises(DeviceMissing, match="'abacus'"):
        choose_device("abacus")


@pytest.mark.parametrize(
    ("device", "features", "gain", "expected"),
    [
        ("cpu", {"avx2": True}, 9.0, torch.float32),
        ("cpu", {"avx2": True, "avx512_bf16": True}, 4.4, torch.bfloat16),
        ("cpu", {"avx2": True, "avx512_bf16": True}, 1.6, torch.float32),
        ("cpu", {"avx512_bf16": False, "amx_bf16": True}, 0.1, torch.bfloat16),
        ("cpu", {"bf16": True}, 0.1, torch.bfloat16),
        ("cuda", {}, 0.1, torch.bfloat16),
        ("mps", {"avx512_bf16": True}, 9.0, torch.float32),
    ],
)
def test_half_precision_only_where_it_is_quick(
    monkeypatch: pytest.MonkeyPatch,
    device: str,
    features: dict[str, bool],
    gain: float,
    expected: torch.dtype,
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: features)
    monkeypatch.setattr(devices, "bfloat16_gain", lambda: gain)
    assert training_precision(torch.device(device)) == expected


def test_the_gain_of_half_precision_is_that_of_the_best_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else the machine does now and then."""
    # Seconds, bfloat16 first; the first of each is a preparation.
    lasted = iter([9, 2, 2, 90, 2, 2, 9, 90, 8, 8, 8, 8])
    clock = 0.0

    def read_clock() -> float:
        nonlocal clock, running
        running = not running
        clock += 0.0 if running else next(lasted)
        return clock

    running = False
    monkeypatch.setattr(devices, "perf_counter", read_clock)
    devices.bfloat16_gain.cache_clear()
    assert devices.bfloat16_gain() == 4.0
    devices.bfloat16_gain.cache_clear()
