import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from forensic_lpr import weightsfile
from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import WeightsInvalid
from forensic_lpr.recognition.checkpoint import load_file
from forensic_lpr.synthesis.dgm import (
    GLOBAL_NOISE,
    GREYS,
    INPUT_SIZE,
    LOCAL_NOISE,
    Dgm,
    FarPlates,
    Noise,
    draw_noise,
    to_network,
    to_pictures,
)  # fmt: skip
from forensic_lpr.synthesis.dgm_checkpoint import DgmCard, load_dgm
from forensic_lpr.synthesis.scan import Scan, View

CARD = DgmCard(
    "test",
    "dgm",
    (120, 40),
    GREYS,
    "none",
    0,
    "0",
    "2026-01-01",
    (("told", "50 %"),),
    far_views=((40.0, 0.0),),
)

PLACE = Quad.from_box(10, 20, 50, 17)
VIEWS = ((40.0, 0.0), (50.0, 1.5), (60.0, -1.0))
SCAN = Scan.of([View(PLACE, 1.5)], INPUT_SIZE)


@pytest.fixture(scope="module")
def network() -> Dgm:
    torch.manual_seed(0)
    return Dgm().eval()


def test_layers_and_parameters_are_those_of_the_paper(network: Dgm) -> None:
    """Six convolutions; three pools after the first three, three upsamplings after the last three; 1, 64 ... 64, 1."""
    order: list[tuple[str, tuple[int, ...]]] = []

    def note(module: nn.Module, _: object, output: torch.Tensor) -> None:
        order.append((type(module).__name__, tuple(output.shape[1:])))

    hooks = [
        module.register_forward_hook(note)
        for module in network.modules()
        if isinstance(module, nn.Conv2d | nn.MaxPool2d | nn.Upsample)
    ]
    network(torch.zeros(1, 1, 40, 120), draw_noise(torch.Generator().manual_seed(0), 1), SCAN)
    for hook in hooks:
        hook.remove()
    assert order == [
        ("Upsample", (1, 80, 240)),
        ("Conv2d", (1, 80, 240)), ("MaxPool2d", (1, 40, 120)),
        ("Conv2d", (64, 40, 120)), ("MaxPool2d", (64, 20, 60)),
        ("Conv2d", (64, 20, 60)), ("MaxPool2d", (64, 10, 30)),
        ("Conv2d", (64, 10, 30)), ("Upsample", (64, 20, 60)),
        ("Conv2d", (64, 20, 60)), ("Upsample", (64, 40, 120)),
        ("Conv2d", (1, 40, 120)), ("Upsample", (1, 80, 240)),
    ]  # fmt: skip
    beside = (0, 0, 0, GLOBAL_NOISE + 1 + LOCAL_NOISE[0], LOCAL_NOISE[1] + 4, LOCAL_NOISE[2] + 1)
    filters = ((1, 1), (1, 64), (64, 64), (64, 64), (64, 64), (64, 1))
    wanted = sum(9 * (i + n) * o + o for n, (i, o) in zip(beside, filters, strict=True))
    assert sum(p.numel() for p in network.parameters()) == wanted == 126_438


def test_grey_levels_go_in_and_come_back() -> None:
    images = np.random.default_rng(0).integers(0, 256, (3, 40, 120), dtype=np.uint8)
    batch = to_network(images)
    assert batch.shape == (3, 1, 40, 120) and batch.min() >= -1 and batch.max() <= 1
    assert np.array_equal(to_pictures(batch), images)
    assert to_pictures(torch.full((1, 1, 40, 120), 3.0)).max() == 255


def test_one_near_plate_gives_many_far_ones_each_again_by_its_index(network: Dgm) -> None:
    near = np.random.default_rng(1).integers(0, 256, (40, 120), dtype=np.uint8)
    make = FarPlates(network, 3, VIEWS)
    drawn = [make(near, k) for k in range(4)]
    assert all(d.shape == (40, 120) and d.dtype == np.uint8 for d in drawn)
    assert all(not np.array_equal(drawn[0], d) for d in drawn[1:])
    assert np.array_equal(make(near, 2), drawn[2])
    assert np.array_equal(FarPlates(network, 3, VIEWS)(near, 2), drawn[2])
    assert not np.array_equal(FarPlates(network, 4, VIEWS)(near, 2), drawn[2])
    together = make.batch(np.stack([near] * 4), [0, 1, 2, 3]).astype(int)
    assert np.abs(together - np.stack(drawn)).max() <= 1


def test_every_kind_of_noise_reaches_the_picture(network: Dgm) -> None:
    near = torch.zeros(1, 1, 40, 120)
    base = draw_noise(torch.Generator().manual_seed(0), 1)
    plain = network(near, base, SCAN)
    style = network(near, dataclasses.replace(base, style=base.style + 1), SCAN)
    assert (style - plain).abs().mean() > 1e-4
    for level in range(3):
        maps = list(base.maps)
        maps[level] = maps[level].clone()
        maps[level][..., 0, 0] += 5
        changed = (network(near, Noise(base.style, (maps[0], maps[1], maps[2])), SCAN) - plain).abs()[0, 0]
        assert changed[:8, :8].max() > 1e-4
        assert changed[:, 100:].max() < 1e-6  # a map's noise stays where it is, the style is everywhere


def test_what_the_code_lost_reaches_the_picture_from_the_near_plate_itself(network: Dgm) -> None:
    near = torch.zeros(1, 1, 40, 120)
    stroke = near.clone()
    stroke[..., 20, 60] = 1.0
    noise = draw_noise(torch.Generator().manual_seed(0), 1)
    code = network.near(near)  # which knows of no stroke
    there = (network.far(stroke, code, noise, SCAN) - network.far(near, code, noise, SCAN)).abs()[0, 0]
    assert there[16:25, 56:65].max() > 1e-3
    assert there[:, :50].max() < 1e-6 and there[:, 70:].max() < 1e-6


def test_fields_are_moved_apart_and_woven_by_the_lines_of_a_plate(network: Dgm) -> None:
    near = torch.rand(1, 1, 40, 120, generator=torch.Generator().manual_seed(1))
    noise = draw_noise(torch.Generator().manual_seed(0), 1)

    def made(**changed: object) -> torch.Tensor:
        with torch.inference_mode():
            return network(near, noise, dataclasses.replace(SCAN, **changed))[0, 0]  # type: ignore[arg-type]

    still = made(steps=0 * SCAN.steps)
    even, odd = (made(steps=np.float32([4 / 120]), odd=np.full_like(SCAN.odd, share)) for share in (0, 1))
    assert torch.allclose(
        even[:, :-2], still[:, 2:], atol=1e-4
    )  # odd lines come out four pixels to the right
    assert torch.allclose(odd[:, 2:], still[:, :-2], atol=1e-4)
    woven = made(steps=np.float32([4 / 120]))
    share = torch.from_numpy(SCAN.odd[0])
    assert torch.allclose(woven, even * (1 - share) + odd * share, atol=1e-5)
    assert (made(widths=SCAN.widths * 1.5) - made()).abs().mean() > 1e-4  # and the width is told

    make = FarPlates(network, 3, VIEWS)
    picture = np.random.default_rng(1).integers(0, 256, (40, 120), dtype=np.uint8)
    there = make(picture, 2, View(PLACE, 1.5))
    assert not np.array_equal(there, make(picture, 2))
    assert not np.array_equal(there, make(picture, 2, View(Quad.from_box(10, 21, 50, 17), 1.5)))
    assert np.array_equal(there, make(picture, 2, View(Quad.from_box(30, 22, 50, 17), 1.5)))


def test_weights_describe_themselves_and_are_told_from_those_of_recognizers(
    network: Dgm, tmp_path: Path
) -> None:
    path = tmp_path / "test.safetensors"
    path.write_bytes(weightsfile.to_bytes(CARD, network.state_dict()))
    loaded = load_dgm(str(path))
    assert loaded.card == CARD
    assert weightsfile.to_bytes(loaded.card, loaded.network.state_dict()) == path.read_bytes()
    with pytest.raises(WeightsInvalid):
        load_file(path)
    path.write_bytes(
        weightsfile.to_bytes(dataclasses.replace(CARD, network="multitask-2019"), network.state_dict())
    )
    with pytest.raises(WeightsInvalid, match="not for the DGM"):
        load_dgm(str(path))
    path.write_bytes(weightsfile.to_bytes(dataclasses.replace(CARD, far_views=()), network.state_dict()))
    with pytest.raises(WeightsInvalid, match="not for the DGM"):
        load_dgm(str(path))  # of a version that could not weave fields
    state = network.state_dict()
    del state["layers.0.bias"]
    path.write_bytes(weightsfile.to_bytes(CARD, state))
    with pytest.raises(WeightsInvalid, match="do not fit"):
        load_dgm(str(path))
    with pytest.raises(WeightsInvalid, match="There are no weights 'nonsense'"):
        load_dgm("nonsense")
