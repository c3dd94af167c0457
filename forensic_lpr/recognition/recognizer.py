"""Reads one plate image with one set of weights."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch
from numpy.typing import NDArray

from forensic_lpr.core.alphabet import Alphabet
from forensic_lpr.core.reading import SlotProbabilities, WeightsIdentity
from forensic_lpr.recognition.checkpoint import Checkpoint, find, load_file
from forensic_lpr.recognition.device import choose_device
from forensic_lpr.recognition.networks import channels_last, fused
from forensic_lpr.recognition.preprocess import normalise

THREADS = 1
"""One thread for every recorded reading: the order of additions, and so every bit, stays the same."""

_TURN = threading.Lock()
"""The number of threads belongs to the process: two readings at once would take each other's for their own."""


@contextmanager
def one_thread() -> Iterator[None]:
    """Compute on the fixed number of threads, one reading at a time."""
    with _TURN:
        before = torch.get_num_threads()
        torch.set_num_threads(THREADS)
        try:
            yield
        finally:
            torch.set_num_threads(before)


class Recognizer:
    """A network ready to read. Batch one, float32, fixed thread count: repeatable to the bit on one machine.

    Args:
        checkpoint: The weights.
        device: Where to read; the CPU unless the examiner says otherwise.
    """

    def __init__(self, checkpoint: Checkpoint, device: torch.device | None = None) -> None:
        self.device = device or torch.device("cpu")
        self.network = channels_last(fused(checkpoint.network)).to(self.device)
        self._card = checkpoint.card
        self._sha256 = checkpoint.sha256

    @staticmethod
    def load(name: str, device: str = "cpu") -> "Recognizer":
        """Weights by shipped name or by path, on a device by name.

        Raises:
            WeightsInvalid: the weights cannot be used.
            DeviceMissing: this machine has no such device.
        """
        return Recognizer(load_file(find(name)), choose_device(device))

    @property
    def input_size(self) -> tuple[int, int]:
        """Width and height of the plate image it wants."""
        return self._card.input_size

    @property
    def alphabet(self) -> Alphabet:
        """Names of its output classes."""
        return self._card.alphabet

    @property
    def identity(self) -> WeightsIdentity:
        """Which weights these are."""
        card = self._card
        return WeightsIdentity(
            name=card.name,
            sha256=self._sha256,
            network=card.network,
            device=self.device.type,
            card=(
                ("Name", card.name),
                ("Network", card.network),
                ("Characters", card.symbols),
                ("Slots", str(card.slots)),
                (
                    "Plate image",
                    f"{card.input_size[0]} x {card.input_size[1]} pixels, grey, {card.normalisation}",
                ),
                ("Training data", card.training_data),
                ("Training samples", f"{card.samples:,}"),
                ("Trained", f"{card.trained_at} with program version {card.program_version}"),
                ("Calibration", card.calibration.fitted_on if card.calibration else "none"),
                *card.results,
            ),
        )

    def read(self, plate_image: NDArray[np.uint8], width: float) -> SlotProbabilities:
        """Slot probabilities, calibrated if the weights are.

        Args:
            plate_image: Grey, uint8 (H, W) of :attr:`input_size`.
            width: Width of the plate in the evidence in pixels, which decides the calibration.

        Raises:
            ValueError: the image has another shape.
        """
        raw = self.look(plate_image)
        calibration, alphabet = self._card.calibration, self._card.alphabet
        if calibration is None:
            return SlotProbabilities(raw, alphabet)
        calibrated = calibration.apply(raw, width)
        sets = tuple(
            "".join(alphabet.symbols[c] for c in kept) for kept in calibration.sets(calibrated, width)
        )
        return SlotProbabilities(calibrated, alphabet, True, sets)

    def look(self, plate_image: NDArray[np.uint8]) -> NDArray[np.float64]:
        """The network's own log-probabilities (S, C) of a grey plate image uint8 (H, W)."""
        width, height = self.input_size
        if plate_image.shape != (height, width):
            raise ValueError(f"plate image is {plate_image.shape}, not {(height, width)}")
        with one_thread(), torch.inference_mode():
            found = self.network(normalise(plate_image[None]).to(self.device))[0].cpu().double()
        return np.asarray(found.log_softmax(dim=-1).numpy())
