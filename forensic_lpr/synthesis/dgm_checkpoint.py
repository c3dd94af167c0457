"""Weights of the DGM with their model card."""

from dataclasses import dataclass

from forensic_lpr import weightsfile
from forensic_lpr.errors import WeightsInvalid
from forensic_lpr.synthesis.dgm import GREYS, INPUT_SIZE, NETWORK, Dgm, FarPlates
from forensic_lpr.synthesis.scan import Views


@dataclass(frozen=True)
class DgmCard:
    """What a DGM is and what it was trained on.

    Attributes:
        name: Short name, equal to the file's stem for shipped weights.
        network: Always ``dgm``.
        input_size: Width and height of the plate image in pixels, near and far.
        normalisation: How grey levels become network input.
        training_data: What the weights were trained on, in words.
        samples: Number of training pairs seen.
        program_version: Version that trained the weights.
        trained_at: Date of the last training step, ISO 8601.
        results: Measured figures, as (what, figure) texts.
        parents: Digests of the weights files it came from, the nearest first.
        far_views: Width and step from field to field, in pixels of the sensor, of some far plates it learnt.
        pair_sets: Name and digest of each own pair set it learnt.
    """

    name: str
    network: str
    input_size: tuple[int, int]
    normalisation: str
    training_data: str
    samples: int
    program_version: str
    trained_at: str
    results: tuple[tuple[str, str], ...] = ()
    parents: tuple[str, ...] = ()
    pair_sets: tuple[tuple[str, str], ...] = ()
    far_views: Views = ()


@dataclass(frozen=True)
class DgmCheckpoint:
    """Loaded weights: the network in evaluation mode on the CPU, its card, and the digest of the file."""

    card: DgmCard
    network: Dgm
    sha256: str

    def far_plates(self, seed: int) -> FarPlates:
        """Makes far plates like those that it learnt; the seed is that of the noise."""
        return FarPlates(self.network, seed, self.card.far_views)


def load_dgm(name: str) -> DgmCheckpoint:
    """A DGM by shipped or own name, or by path.

    Raises:
        WeightsInvalid: the file is missing, damaged, or holds something else.
    """
    path = weightsfile.find(name, (NETWORK,))
    weights = weightsfile.read(path, DgmCard)
    card = weights.card
    if (card.network, card.normalisation, card.input_size) != (
        NETWORK,
        GREYS,
        INPUT_SIZE,
    ) or not card.far_views:
        raise WeightsInvalid(f"The weights {path.name} are not for the DGM of this program.")
    network = Dgm()
    weightsfile.fill(network, weights, NETWORK)
    return DgmCheckpoint(card, network.eval(), weights.sha256)
