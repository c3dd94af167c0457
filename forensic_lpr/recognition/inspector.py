"""The inspector: a small network that tells whether a marked place holds a plate at all, and the right way round.

It knows no characters and gives none away, so it may speak before an own reading is sealed. It sees the marked place
with its surroundings, since a quad that lies beside a plate is told by what it leaves out.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_lpr import weightsfile
from forensic_lpr.errors import WeightsInvalid
from forensic_lpr.recognition.preprocess import NORMALISATION, normalise
from forensic_lpr.recognition.recognizer import one_thread

NETWORK = "inspector"
INPUT_SIZE = (128, 56)
"""Width and height in pixels of the view, of which the marked place fills the middle."""
GROWTH = (1.6, 2.0)
"""Width and height of the view in those of the marked place."""
PLACES = ("plate", "nothing", "beside", "mirrored", "upside-down")
"""What a marked place can be; the outputs of the network in this order."""


class InspectorNetwork(nn.Module):
    """Views (N, 1, 56, 128) to log-probabilities (N, 5); 0.2 million parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            *_convolution(1, 16, 2),  # (N, 16, 28, 64)
            *_convolution(16, 32, 2),  # (N, 32, 14, 32)
            *_convolution(32, 48, 1),
            *_convolution(48, 64, 2),  # (N, 64, 7, 16)
            *_convolution(64, 64, 1),
            nn.AdaptiveAvgPool2d((4, 8)),
            nn.Flatten(),
            nn.Dropout(0.2),
            nn.Linear(64 * 4 * 8, 64),
            nn.ReLU(inplace=True),
            nn.Linear(64, len(PLACES)),
        )

    def forward(self, views: Tensor) -> Tensor:
        """Log-probabilities of the places."""
        return torch.log_softmax(self.layers(views).float(), dim=1)


def _convolution(inputs: int, outputs: int, stride: int) -> tuple[nn.Module, ...]:
    return (
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


@dataclass(frozen=True)
class InspectorCard:
    """What the weights of an inspector say about themselves.

    Attributes:
        name: Short name, equal to the file's stem for shipped weights.
        network: Always ``inspector``.
        places: Names of the outputs, in order.
        input_size: Width and height of the view in pixels.
        normalisation: How grey levels become network input.
        thresholds: Per place but the first the least probability from which it is warned of.
        training_data: What the weights were trained on, in words.
        samples: Number of training samples seen.
        program_version: Version that trained the weights.
        trained_at: Date of the last training step, ISO 8601.
    """

    name: str
    network: str
    places: tuple[str, ...]
    input_size: tuple[int, int]
    normalisation: str
    thresholds: tuple[float, ...]
    training_data: str
    samples: int
    program_version: str
    trained_at: str


class Inspector:
    """An inspector ready to look. Batch one, float32, one thread: repeatable to the bit on one machine."""

    def __init__(self, network: InspectorNetwork, thresholds: tuple[float, ...]) -> None:
        self._network = network.eval()
        self._thresholds = thresholds

    @staticmethod
    def load(name: str = NETWORK) -> "Inspector":
        """An inspector by shipped name or by path.

        Raises:
            WeightsInvalid: the file is missing, damaged, or holds something else.
        """
        names = tuple(name for name, network in weightsfile.shipped().items() if network == NETWORK)
        path = weightsfile.find(name, names)
        weights = weightsfile.read(path, InspectorCard)
        card = weights.card
        told = (card.network, card.places, card.input_size, card.normalisation, len(card.thresholds))
        if told != (NETWORK, PLACES, INPUT_SIZE, NORMALISATION, len(PLACES) - 1):
            raise WeightsInvalid(f"The weights {path.name} are not for the inspector of this program.")
        network = InspectorNetwork()
        weightsfile.fill(network, weights, card.network)
        return Inspector(network, card.thresholds)

    def look(self, view: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Probabilities (5,) of the places, of a grey view uint8 (56, 128)."""
        width, height = INPUT_SIZE
        if view.shape != (height, width):
            raise ValueError(f"the view is {view.shape}, not {(height, width)}")
        with one_thread(), torch.inference_mode():
            found = self._network(normalise(view[None]))[0].double().exp()
        return np.asarray(found.numpy())

    def warned(self, probabilities: NDArray[np.float64]) -> str:
        """The place to be warned of, empty where there is none: the one that exceeds its threshold most."""
        excess = {
            place: float(p) - least
            for place, p, least in zip(PLACES[1:], probabilities[1:], self._thresholds, strict=True)
        }
        worst = max(excess, key=lambda place: excess[place])
        return worst if excess[worst] >= 0 else ""
