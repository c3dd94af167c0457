"""Weights that describe themselves: a safetensors file whose metadata is the model card.

No code is in such a file, a damaged one is rejected, and saving the same weights twice gives the same bytes.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

import cattrs
import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor, nn

from forensic_lpr import paths
from forensic_lpr.core.alphabet import Alphabet
from forensic_lpr.errors import WeightsInvalid
from forensic_lpr.recognition.calibration import Calibration
from forensic_lpr.recognition.networks import INPUT_SIZES, NETWORKS, channels_last
from forensic_lpr.recognition.preprocess import NORMALISATION

MAX_BYTES = 1 << 30
_KEY = "forensic-lpr"


@dataclass(frozen=True)
class ModelCard:
    """What a model is and what it was trained on.

    Attributes:
        name: Short name, equal to the file's stem for shipped weights.
        network: Name in :data:`forensic_lpr.recognition.networks.NETWORKS`.
        symbols: Characters in the order of the classes.
        pad: The class for "no character", or ``None``.
        slots: Number of character positions.
        input_size: Width and height of the plate image in pixels.
        normalisation: How grey levels become network input.
        training_data: What the weights were trained on, in words.
        samples: Number of training samples seen.
        program_version: Version that trained the weights.
        trained_at: Date of the last training step, ISO 8601.
        results: Measured figures, as (what, figure) texts.
        calibration: Temperatures and set thresholds, ``None`` for weights that were not calibrated.
    """

    name: str
    network: str
    symbols: str
    pad: str | None
    slots: int
    input_size: tuple[int, int]
    normalisation: str
    training_data: str
    samples: int
    program_version: str
    trained_at: str
    results: tuple[tuple[str, str], ...] = ()
    calibration: Calibration | None = None

    @property
    def alphabet(self) -> Alphabet:
        """The alphabet of the output classes."""
        return Alphabet(self.symbols, self.pad)


@dataclass(frozen=True)
class Checkpoint:
    """Loaded weights.

    Attributes:
        network: The network in evaluation mode, float32, on the CPU.
        sha256: Digest of the file.
    """

    card: ModelCard
    network: nn.Module
    sha256: str


def to_bytes(card: ModelCard, state: dict[str, Tensor]) -> bytes:
    """The file for these weights in half precision; same weights, same bytes."""
    halves = {
        name: (tensor.half() if tensor.is_floating_point() else tensor).cpu().contiguous()
        for name, tensor in sorted(state.items())
    }
    return save(halves, metadata={_KEY: json.dumps(asdict(card), ensure_ascii=False, sort_keys=True)})


def available() -> tuple[str, ...]:
    """Names of the shipped weights."""
    return tuple(sorted(path.stem for path in paths.weights().glob("*.safetensors")))


def find(name: str) -> Path:
    """File of shipped weights by name, or of any weights by path.

    Raises:
        WeightsInvalid: there is no such file.
    """
    if name in available():
        return paths.weights() / f"{name}.safetensors"
    path = Path(name)
    if path.suffix == ".safetensors" and path.is_file():
        return path
    raise WeightsInvalid(f"There are no weights {name!r}; shipped are {', '.join(available()) or 'none'}.")


def load_file(path: Path) -> Checkpoint:
    """Read weights.

    Raises:
        WeightsInvalid: the file is missing, damaged, or does not fit the network it names.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WeightsInvalid(f"The weights {path.name} are larger than {MAX_BYTES >> 20} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise WeightsInvalid(f"The weights {path.name} cannot be read: {error.strerror}.") from error
    card = _read_card(data, path.name)
    try:
        state = load(data)
    except (SafetensorError, ValueError) as error:
        raise WeightsInvalid(f"The weights {path.name} are damaged.") from error
    network = NETWORKS[card.network](card.slots, len(card.alphabet))
    try:
        network.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state.items()})
    except RuntimeError as error:
        raise WeightsInvalid(f"The weights {path.name} do not fit the network {card.network}.") from error
    if not all(bool(torch.isfinite(t).all()) for t in network.state_dict().values()):
        raise WeightsInvalid(f"The weights {path.name} hold values that are not numbers.")
    return Checkpoint(card, channels_last(network.eval()), sha256(data).hexdigest())


def _read_card(data: bytes, name: str) -> ModelCard:
    """The card in a safetensors file: eight bytes of header length, then the header as JSON."""
    try:
        header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
        card = cattrs.Converter(forbid_extra_keys=True).structure(
            json.loads(header["__metadata__"][_KEY]), ModelCard
        )
    except (KeyError, TypeError, ValueError, cattrs.BaseValidationError) as error:
        raise WeightsInvalid(f"The file {name} is damaged or no weights of this program.") from error
    if card.network not in NETWORKS:
        raise WeightsInvalid(
            f"The weights {name} are for a network {card.network!r} that this program does not have."
        )
    if card.normalisation != NORMALISATION or card.input_size != INPUT_SIZES[card.network]:
        raise WeightsInvalid(f"The weights {name} expect other plate images than this program makes.")
    return card
