"""``multitask-2019`` against Table 1 of the paper, layer by layer; both networks against their output contract."""

import pytest
import torch
from torch import nn

from forensic_lpr.recognition.multitask_2019 import MultiTask2019
from forensic_lpr.recognition.networks import INPUT_SIZES, NETWORKS, fused, read
from forensic_lpr.recognition.slot_attention import SlotAttention


def test_multitask_2019_is_table_1_of_the_paper() -> None:
    network = MultiTask2019(slots=7, classes=36)
    convolutions = [m for m in network.modules() if isinstance(m, nn.Conv2d)]
    assert [(c.in_channels, c.out_channels, c.kernel_size) for c in convolutions] == [
        (1, 128, (5, 5)),
        (128, 128, (3, 3)),
        (128, 192, (3, 3)),
        (192, 256, (3, 3)),
    ]
    pools = [m for m in network.modules() if isinstance(m, nn.MaxPool2d)]
    assert [(p.kernel_size, p.stride) for p in pools] == [(2, 2)] * 3
    shared = [m for m in network.shared.modules() if isinstance(m, nn.Linear)]
    assert [(m.in_features, m.out_features) for m in shared] == [(256 * 15 * 5, 512)]
    assert len(network.tasks) == 7
    for task in network.tasks:
        layers = [m for m in task.modules() if isinstance(m, nn.Linear)]
        assert [(m.in_features, m.out_features) for m in layers] == [(512, 512), (512, 36)]
    order = [m for m in network.modules() if isinstance(m, nn.Linear | nn.Dropout)]
    assert [type(m) for m in order] == [nn.Linear, nn.Dropout] + 7 * [nn.Linear, nn.Dropout, nn.Linear]


def test_multitask_2019_has_the_papers_weights_and_no_more() -> None:
    convolutions = 128 * 26 + 128 * (128 * 9 + 1) + 192 * (128 * 9 + 1) + 256 * (192 * 9 + 1)
    connected = 512 * (256 * 75 + 1) + 7 * (512 * 513 + 36 * 513)
    normalisations = 2 * (128 + 128 + 192 + 256 + 512 + 7 * 512)
    network = MultiTask2019(7, 36)
    assert (
        sum(p.numel() for p in network.parameters())
        == convolutions + connected + normalisations
        == 12_623_292
    )


def test_the_first_convolution_is_a_convolution() -> None:
    torch.manual_seed(1)
    first = MultiTask2019(7, 36).shared[0]
    assert isinstance(first, nn.Conv2d)
    images = torch.randn(2, 1, 40, 120)
    expected = nn.functional.conv2d(images, first.weight, first.bias, padding=2)
    assert torch.allclose(first(images), expected, atol=1e-5)


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize(("slots", "classes"), [(7, 36), (9, 37)])
def test_the_output_contract(name: str, slots: int, classes: int) -> None:
    network = NETWORKS[name](slots, classes).eval()
    width, height = INPUT_SIZES[name]
    with torch.inference_mode():
        found = network(torch.randn(3, 1, height, width))
    assert found.shape == (3, slots, classes)
    assert torch.allclose(found.exp().sum(-1), torch.ones(3, slots), atol=1e-5)


@pytest.mark.parametrize("name", NETWORKS)
def test_folding_the_normalisations_changes_nothing_but_the_speed(name: str) -> None:
    torch.manual_seed(1)
    network = NETWORKS[name](7, 36)
    images = torch.randn(4, 1, 40, 120)
    network.train()
    with torch.no_grad():
        for _ in range(3):
            network(images)  # running means and variances that are not those of the start
        for m in network.modules():
            if isinstance(m, nn.BatchNorm1d | nn.BatchNorm2d):
                m.weight.normal_()  # factors of either sign
    network.eval()
    folded = fused(network)
    with torch.inference_mode():
        assert torch.allclose(network(images), folded(images), atol=1e-4)
    normalisations = (nn.BatchNorm1d, nn.BatchNorm2d)
    assert any(isinstance(m, normalisations) for m in network.modules())
    # What is left stands behind a pool, where a negative factor would change which of four is the greatest.
    left = [m for m in folded.modules() if isinstance(m, normalisations)]
    assert len(left) == (3 if name == "multitask-2019" else 0)


@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_learns_where_half_precision_is_quick(name: str) -> None:
    network = NETWORKS[name](7, 36)
    width, height = INPUT_SIZES[name]
    with torch.autocast("cpu", torch.bfloat16):
        characters, patterns = read(network, torch.randn(2, 1, height, width))
    # Eight bits are too few for the logarithm of what is all but sure.
    assert characters.dtype == torch.float32
    assert patterns is None or patterns.dtype == torch.float32
    loss = -characters.mean() - (0.0 if patterns is None else patterns.mean())
    torch.as_tensor(loss).backward()  # type: ignore[no-untyped-call]
    assert all(p.grad is not None and p.grad.isfinite().all() for p in network.parameters())


def test_the_paper_s_input_is_120_by_40() -> None:
    assert INPUT_SIZES["multitask-2019"] == (120, 40)


def test_the_pattern_is_told_from_the_picture_not_from_the_characters_found() -> None:
    """What the slots make of their characters must not come back as evidence for the pattern."""
    torch.manual_seed(4)
    network = SlotAttention(slots=7, classes=36).eval()
    images = torch.randn(2, 1, 40, 120)
    with torch.no_grad():
        before = network.read(images)[1]
        for parameter in (network.queries, network.places, *network.exchange.parameters()):
            parameter.add_(torch.randn_like(parameter))
        after = network.read(images)[1]
        assert torch.equal(before, after)
        network.pattern_places.add_(5 * torch.randn_like(network.pattern_places))
        assert not torch.allclose(before, network.read(images)[1])


def test_the_pattern_moves_the_characters_of_its_slots() -> None:
    torch.manual_seed(5)
    network = SlotAttention(slots=7, classes=36).eval()
    images = torch.randn(1, 1, 40, 120)
    with torch.no_grad():
        network.pattern[-1].bias[0] = 20.0
        before = network(images)
        network.pattern_bias[0, 4, 3] = 9.0
        after = network(images)
    assert after[0, 4, 3] > before[0, 4, 3] + 1
    assert torch.allclose(after[0, :4], before[0, :4])


def test_in_evaluation_mode_a_picture_is_looked_at_twice_moved_by_a_pixel() -> None:
    torch.manual_seed(1)
    network = SlotAttention(7, 36).eval()
    images = torch.randn(2, 1, 40, 120)
    images[:, :, [0, -1]] = images[:, :, :, [0, -1]] = 0.5  # a rim that may be moved in from either side
    right_up = torch.roll(images, (-1, 1), (2, 3))
    left_down = torch.roll(images, (1, -1), (2, 3))
    right_up[:, :, -1] = right_up[..., 0] = left_down[:, :, 0] = left_down[..., -1] = 0.5
    with torch.inference_mode():
        one, other = network.read(right_up)[0], network.read(left_down)[0]
        expected = ((one + other) / 2).log_softmax(-1)
        assert not torch.allclose(one, other, atol=1e-3)
        assert torch.allclose(network(images), expected, atol=1e-5)


def test_in_training_a_picture_is_looked_at_once() -> None:
    torch.manual_seed(1)
    network = SlotAttention(7, 36)
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    images = torch.randn(4, 1, 40, 120)
    assert torch.allclose(network(images), network.read(images)[0], atol=1e-6)
