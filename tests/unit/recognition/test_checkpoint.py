import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save

from forensic_lpr.errors import WeightsInvalid
from forensic_lpr.recognition.checkpoint import ModelCard, find, load_file, to_bytes
from forensic_lpr.recognition.networks import NETWORKS
from forensic_lpr.recognition.preprocess import NORMALISATION, normalise
from forensic_lpr.recognition.recognizer import Recognizer

CARD = ModelCard(
    name="test",
    network="slot-attention",
    symbols="ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    pad=None,
    slots=7,
    input_size=(120, 40),
    normalisation=NORMALISATION,
    training_data="none",
    samples=0,
    program_version="0",
    trained_at="2026-01-01",
    results=(("exact", "0 %"),),
)


@pytest.fixture(scope="module")
def data() -> bytes:
    torch.manual_seed(0)
    return to_bytes(CARD, NETWORKS["slot-attention"](7, 36).state_dict())


@pytest.fixture
def file(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "test.safetensors"
    path.write_bytes(data)
    return path


def test_a_checkpoint_describes_itself_and_comes_back(file: Path) -> None:
    loaded = load_file(file)
    assert loaded.card == CARD
    torch.manual_seed(0)
    fresh = NETWORKS["slot-attention"](7, 36).state_dict()
    for name, tensor in loaded.network.state_dict().items():
        assert torch.allclose(tensor.float(), fresh[name].float(), rtol=1e-3, atol=1e-4), name


def test_saving_the_loaded_weights_gives_the_same_bytes(file: Path, data: bytes) -> None:
    loaded = load_file(file)
    assert to_bytes(loaded.card, loaded.network.state_dict()) == data


def test_a_reading_is_repeatable_to_the_bit(file: Path) -> None:
    plate = np.random.default_rng(0).integers(0, 255, (40, 120), dtype=np.uint8)
    first, second = Recognizer.load(str(file)), Recognizer.load(str(file))
    a = first.read(plate, 100).log_probabilities
    torch.set_num_threads(2)
    b = second.read(plate, 100).log_probabilities
    assert np.array_equal(a, b) and a.shape == (7, 36)
    assert np.allclose(np.exp(a).sum(axis=1), 1)
    with pytest.raises(ValueError):
        a[0, 0] = 0.0


def test_a_plate_image_of_another_size_is_a_bug(file: Path) -> None:
    with pytest.raises(ValueError):
        Recognizer.load(str(file)).read(np.zeros((41, 120), np.uint8), 100)


@pytest.mark.parametrize("cut", [0, 5, 8, 200, -1, -1000])
def test_truncated_weights_are_refused(tmp_path: Path, data: bytes, cut: int) -> None:
    path = tmp_path / "cut.safetensors"
    path.write_bytes(data[:cut])
    with pytest.raises(WeightsInvalid, match=r"cut\.safetensors .*\.$"):
        load_file(path)


def test_random_bytes_and_pickles_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "evil.safetensors"
    torch.save({"a": torch.zeros(3)}, path)
    with pytest.raises(WeightsInvalid):
        load_file(path)
    path.write_bytes(np.random.default_rng(0).bytes(5000))
    with pytest.raises(WeightsInvalid):
        load_file(path)


@pytest.mark.parametrize(
    "change",
    [
        {"network": "resnet"},
        {"normalisation": "none"},
        {"input_size": (100, 40)},
        {"network": "multitask-2019"},
        {"slots": 8},
        {"symbols": "ABC"},
    ],
)
def test_weights_of_something_else_are_refused(tmp_path: Path, change: dict[str, object]) -> None:
    card = dataclasses.replace(CARD, **change)  # type: ignore[arg-type]
    path = tmp_path / "other.safetensors"
    path.write_bytes(to_bytes(card, NETWORKS["slot-attention"](7, 36).state_dict()))
    with pytest.raises(WeightsInvalid, match=r"other\.safetensors .*\.$"):
        load_file(path)


def test_weights_without_a_card_or_with_nan_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "foreign.safetensors"
    path.write_bytes(save({"a": torch.zeros(3)}, metadata={"format": "pt"}))
    with pytest.raises(WeightsInvalid):
        load_file(path)
    path.write_bytes(save({"a": torch.zeros(3)}, metadata={"forensic-lpr": json.dumps({"name": 3})}))
    with pytest.raises(WeightsInvalid):
        load_file(path)
    state = NETWORKS["slot-attention"](7, 36).state_dict()
    state["queries"][0, 0] = float("nan")
    path.write_bytes(to_bytes(CARD, state))
    with pytest.raises(WeightsInvalid, match="not numbers"):
        load_file(path)


def test_an_unknown_name_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WeightsInvalid, match="There are no weights 'nonsense'"):
        find("nonsense")
    with pytest.raises(WeightsInvalid):
        find(str(tmp_path / "none.safetensors"))


def test_normalisation_is_blind_to_exposure_but_not_to_flat_pictures() -> None:
    plate = np.random.default_rng(1).integers(60, 120, (1, 40, 120), dtype=np.uint8)
    a, b = normalise(plate), normalise((plate * 2).astype(np.uint8))
    assert a.shape == (1, 1, 40, 120)
    assert abs(float(a.mean())) < 1e-5
    assert torch.allclose(a, b, atol=0.25)
    flat = np.full((1, 40, 120), 100, np.uint8)
    flat[0, 0, 0] = 101
    assert float(normalise(flat).abs().max()) < 0.5
