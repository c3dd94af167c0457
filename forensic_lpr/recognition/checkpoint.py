"""Weights of recognizers with their model cards."""

from dataclasses import dataclass
from pathlib import Path

from torch import Tensor, nn

from forensic_lpr import weightsfile
from forensic_lpr.core.alphabet import Alphabet
from forensic_lpr.core.gate import GateResult
from forensic_lpr.core.lineage import OwnRecord
from forensic_lpr.errors import WeightsInvalid
from forensic_lpr.recognition.calibration import Calibration
from forensic_lpr.recognition.networks import INPUT_SIZES, NETWORKS, channels_last
from forensic_lpr.recognition.preprocess import NORMALISATION


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
        parents: Digests of the weights files it came from, the nearest first.
        own: The examiner's own plates it learnt, the latest training first; empty for drawn plates only.
        gate: How it did against other weights on held pictures, ``None`` where it was not judged.
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
    parents: tuple[str, ...] = ()
    own: tuple[OwnRecord, ...] = ()
    gate: GateResult | None = None

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
    return weightsfile.to_bytes(card, state)


def available() -> tuple[str, ...]:
    """Names of the recognizers' weights: the shipped ones, then the examiner's own."""
    known = [*weightsfile.shipped().items(), *weightsfile.own().items()]
    return tuple(name for name, network in known if network in NETWORKS)


def find(name: str) -> Path:
    """File of shipped or own weights by name, or of any weights by path.

    Raises:
        WeightsInvalid: there is no such file.
    """
    return weightsfile.find(name, NETWORKS)


def load_file(path: Path) -> Checkpoint:
    """Read weights.

    Raises:
        WeightsInvalid: the file is missing, damaged, or does not fit the network it names.
    """
    weights = weightsfile.read(path, ModelCard)
    card = weights.card
    if card.network not in NETWORKS:
        raise WeightsInvalid(
            f"The weights {path.name} are for a network {card.network!r} that this program does not have."
        )
    if card.normalisation != NORMALISATION or card.input_size != INPUT_SIZES[card.network]:
        raise WeightsInvalid(f"The weights {path.name} expect other plate images than this program makes.")
    network = NETWORKS[card.network](card.slots, len(card.alphabet))
    weightsfile.fill(network, weights, card.network)
    return Checkpoint(card, channels_last(network.eval()), weights.sha256)
