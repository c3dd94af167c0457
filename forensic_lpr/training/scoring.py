"""The energy score: how well random pictures fit the one picture that was seen.

For a truth x and two independent draws a, b of a generator, the score is (|a - x| + |b - x|) / 2 - |a - b| / 2. Its
expectation is smallest exactly when the generator draws from the distribution of x (Gneiting and Raftery 2007,
section 4.2; as a loss for networks with noise at their input: Bouchacourt et al. 2016). Plain squared error would
give one mean picture and learn to ignore the noise; here drawing the same picture twice is punished by the last
term, and no second network has to be trained against the first.

The score of a whole picture says little about its grain, so it is taken on patches of several sizes and on the
picture without its coarse part; a sum of such scores is again smallest for the true distribution.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn

_PATCHES = (((4, 4), 1.0), ((8, 8), 1.0), ((20, 24), 1.0), ((40, 120), 1.0))
"""Patch (height, width) in pixels, and weight."""
_FINE_PATCHES = (((4, 4), 2.0), ((10, 12), 2.0), ((40, 120), 1.0))
_COARSE = 5
_EPSILON = 1e-5


def energy_score(truth: Tensor, first: Tensor, second: Tensor) -> Tensor:
    """Mean energy score over a batch; all (N, 1, 40, 120).

    Args:
        truth: What was seen.
        first: A draw for the same condition.
        second: An independent draw.
    """
    terms = [_score(truth, first, second, patch, weight) for patch, weight in _PATCHES]
    fine = [_fine(picture) for picture in (truth, first, second)]
    terms += [_score(fine[0], fine[1], fine[2], patch, weight) for patch, weight in _FINE_PATCHES]
    grain = [_grain(picture) for picture in fine]
    terms.append(_score(grain[0], grain[1], grain[2], (1, 1), 1.0))
    return torch.stack(terms).sum()


def _fine(pictures: Tensor) -> Tensor:
    """The pictures without their coarse part."""
    return pictures - nn.functional.avg_pool2d(
        pictures, _COARSE, stride=1, padding=_COARSE // 2, count_include_pad=False
    )


def _grain(fine: Tensor) -> Tensor:
    """Root mean square of the fine part on overlapping patches: how grainy or sharp it is there."""
    return (nn.functional.avg_pool2d(fine * fine, 9, stride=(5, 9)) + _EPSILON).sqrt()


def _score(truth: Tensor, first: Tensor, second: Tensor, patch: tuple[int, int], weight: float) -> Tensor:
    """Energy score on patches that overlap by half, with the root mean square as distance."""

    def distance(a: Tensor, b: Tensor) -> Tensor:
        stride = (max(1, patch[0] // 2), max(1, patch[1] // 2))
        return (nn.functional.avg_pool2d((a - b) ** 2, patch, stride=stride) + _EPSILON).sqrt().mean()

    return weight * energy(distance, truth, first, second)


def energy(
    distance: Callable[[Tensor, Tensor], Tensor], truth: Tensor, first: Tensor, second: Tensor
) -> Tensor:
    """The energy score of two draws for a truth, by a distance of one's own."""
    return (distance(first, truth) + distance(second, truth) - distance(first, second)) / 2
