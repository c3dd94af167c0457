"""The energy score in what a reader sees: whether made far plates read as recorded ones do.

Patches of grey levels say little about letters: a far plate may be right in level, blur and grain and yet show a D
where an O was, and a recognizer that is trained on it learns what is false. So the score of
:mod:`forensic_lpr.training.scoring` is taken a second time on a recognizer's slot probabilities, with the Hellinger
distance of two slots as distance. It is smallest where made plates are read, and misread, as often as recorded ones.
"""

import torch
from torch import Tensor, nn

from forensic_lpr.recognition.networks import channels_last, fused, read
from forensic_lpr.recognition.preprocess import standardised
from forensic_lpr.training.scoring import energy

WEIGHT = 2.0
"""How much it counts beside the score of the pictures."""
_PART = 0.375
"""Part of a training's batch on which it is taken: a reader costs more than the DGM itself."""
_EPSILON = 1e-4


class ReaderScore:
    """The score with one recognizer, which stays as it is.

    Args:
        network: The recognizer.
        device: Where to compute.
        part: Part of a batch on which it is taken.

    Attributes:
        network: Its copy for reading, of which nothing is learnt.
    """

    def __init__(self, network: nn.Module, device: torch.device, part: float = _PART) -> None:
        self._part = part
        self.network = channels_last(fused(network).to(device)).requires_grad_(False)

    def __call__(self, truth: Tensor, first: Tensor, second: Tensor) -> Tensor:
        """Mean score of far plates (N, 1, 40, 120), grey levels / 127.5 - 1, over the first ones of the batch.

        Args:
            truth: What was recorded.
            first: A draw for the same near plates.
            second: An independent draw.
        """
        count = max(1, round(self._part * len(truth)))
        with torch.no_grad():
            there = self._seen(truth[:count])
        one, other = self._seen(torch.cat([first[:count], second[:count]])).chunk(2)
        return energy(_distance, there, one, other)

    def _seen(self, pictures: Tensor) -> Tensor:
        """Square roots of the probabilities, (N, slots, classes)."""
        grey = standardised(((pictures + 1) * 127.5).contiguous(memory_format=torch.channels_last))
        return (read(self.network, grey)[0] / 2).exp()


def _distance(a: Tensor, b: Tensor) -> Tensor:
    """Mean over the slots of the Hellinger distance, times the square root of two."""
    return (((a - b) ** 2).sum(dim=-1) + _EPSILON).sqrt().mean()
