"""Devices by name, and the number format a training uses on them."""

import pytest
import torch

from forensic_lpr.errors import DeviceMissing
from forensic_lpr.recognition.device import choose_device, training_precision


def test_a_device_that_is_not_there_is_named() -> None:
    with pytest.raises(DeviceMissing, match="'abacus'"):
        choose_device("abacus")


@pytest.mark.parametrize(
    ("device", "features", "expected"),
    [
        ("cpu", {"avx2": True}, torch.float32),
        ("cpu", {"avx2": True, "avx512_bf16": True}, torch.float32),
        ("cpu", {"avx512_bf16": False, "amx_bf16": True}, torch.bfloat16),
        ("cpu", {"bf16": True}, torch.bfloat16),
        ("cuda", {}, torch.bfloat16),
        ("mps", {"avx512_bf16": True}, torch.float32),
    ],
)
def test_half_precision_only_where_it_is_quick(
    monkeypatch: pytest.MonkeyPatch, device: str, features: dict[str, bool], expected: torch.dtype
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: features)
    assert training_precision(torch.device(device)) == expected
