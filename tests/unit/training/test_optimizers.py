"""The optimizers: which weights are Muon's, how large its steps are, and what it makes of a matrix."""

import pytest
import torch
from torch import nn

from forensic_lpr.recognition.networks import NETWORKS
from forensic_lpr.training.optimizers import Muon, adamw, orthogonalised


@pytest.mark.parametrize("shape", [(64, 500), (96, 96), (300, 70)])
def test_a_matrix_keeps_its_singular_vectors_and_gets_singular_values_near_one(
    shape: tuple[int, int],
) -> None:
    generator = torch.Generator().manual_seed(1)
    short = min(shape)
    u, _ = torch.linalg.qr(torch.randn(shape[0], short, generator=generator))
    v, _ = torch.linalg.qr(torch.randn(shape[1], short, generator=generator))
    values = torch.logspace(0, -1.3, short)
    made = orthogonalised(100 * u @ torch.diag(values) @ v.T, torch.float32)
    turned = u.T @ made @ v
    assert float(turned.diag().min()) > 0.6 and float(turned.diag().max()) < 1.25
    assert float((turned - torch.diag(turned.diag())).abs().max()) < 1e-3
    assert float((made - u @ turned @ v.T).abs().max()) < 1e-4  # and nothing beside them


def test_bfloat16_gives_nearly_the_same() -> None:
    matrix = torch.randn(128, 2000, generator=torch.Generator().manual_seed(2))
    exact, rounded = (orthogonalised(matrix, precision) for precision in (torch.float32, torch.bfloat16))
    assert float((exact - rounded).norm() / exact.norm()) < 0.02


@pytest.mark.parametrize("shape", [(96, 96), (256, 160), (64, 500)])
def test_rounding_never_makes_steps_larger(shape: tuple[int, int]) -> None:
    """A gradient of hardly more than one direction, as attention has: rounded, its square has negative eigenvalues."""
    generator = torch.Generator().manual_seed(4)
    one = torch.randn(shape[0], 1, generator=generator) @ torch.randn(1, shape[1], generator=generator)
    matrix = one + 1e-3 * torch.randn(shape, generator=generator)
    assert float(torch.linalg.matrix_norm(orthogonalised(matrix, torch.bfloat16), 2)) < 1.3


def test_hidden_layers_step_by_their_matrix_and_all_else_as_with_adamw() -> None:
    """The first layer, the last ones, biases and normalisation are AdamW's."""
    networks = [NETWORKS["multitask-2019"](7, 36) for _ in range(2)]
    networks[1].load_state_dict(networks[0].state_dict())
    before = {name: p.detach().clone() for name, p in networks[0].named_parameters()}
    optimizers = [Muon(networks[0], 0.0, torch.float32), adamw(networks[1], 0.0)]
    for network, optimizer in zip(networks, optimizers, strict=True):
        generator = torch.Generator().manual_seed(3)
        for parameter in network.parameters():
            parameter.grad = torch.randn(parameter.shape, generator=generator)
        for group in optimizer.param_groups:
            group["lr"] = 1e-3
        optimizer.step()
    other = dict(networks[1].named_parameters())
    of_muon = {n for n, p in networks[0].named_parameters() if not torch.equal(p, other[n])}
    convolutions = {f"shared.{place}.weight" for place in (4, 8, 11)}
    assert of_muon == convolutions | {"shared.16.0.weight"} | {f"tasks.{k}.0.0.weight" for k in range(7)}
    for name in of_muon:
        step = networks[0].get_parameter(name).detach() - before[name]
        assert 0.7 * 2e-4 < float(step.square().mean().sqrt()) < 1.1 * 2e-4


def test_what_is_seldom_learnt_moves_the_weights_too() -> None:
    """One direction of the gradient is a hundred times as weak as the other; its share of the step is not."""
    layer = nn.Linear(64, 64, bias=False)
    before = layer.weight.detach().clone()
    optimizer = Muon(layer, 0.0, torch.float32)
    optimizer.param_groups[0]["lr"] = 1e-2
    gradient = torch.zeros(64, 64)
    gradient[0, 0], gradient[1, 1] = 100.0, 1.0
    layer.weight.grad = gradient
    optimizer.step()
    step = before - layer.weight.detach()
    assert 0.5 < float(step[1, 1] / step[0, 0]) < 2


def test_weights_shrink_by_rate_times_decay() -> None:
    layer = nn.Linear(64, 64, bias=False)
    before = layer.weight.detach().clone()
    optimizer = Muon(layer, 0.5, torch.float32)
    optimizer.param_groups[0]["lr"] = 1e-2
    layer.weight.grad = torch.zeros(64, 64)
    optimizer.step()
    assert torch.allclose(layer.weight, before * (1 - 1e-2 * 0.5))
