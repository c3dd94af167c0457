"""Characters cut without learning, read by histograms of gradients and linear support vector machines.

In the manner of Gonçalves et al., ITSC 2016 (the paper's baseline 3): one machine per character against the rest, with
squared hinge loss, which makes it a smooth problem that a quasi-Newton method (L-BFGS) solves to the end.
"""

import itertools
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.progress import Progress
from forensic_lpr.evaluation.baselines.characters import SIZE, character_samples
from forensic_lpr.evaluation.baselines.reader import SLOTS
from forensic_lpr.imaging.hog import hog
from forensic_lpr.imaging.segments import cut_out, segments
from forensic_lpr.synthesis.readersets import BoxedPlate

_REGULARISATION = 1e-4
_ITERATIONS = 200
_EVALUATIONS = 250


class HogSvm:
    """36 linear machines over gradient histograms.

    Args:
        weights: float32 (features + 1, 36), the last row being the offsets.
    """

    def __init__(self, weights: NDArray[np.float32]) -> None:
        self._weights = weights

    def read(self, plate: BoxedPlate) -> str:
        """The plate text."""
        boxes = segments(plate.image, SLOTS)
        if not boxes:
            return ""
        pieces = cut_out(plate.image, np.array(boxes, dtype=np.float64), *SIZE)
        scores = _with_offset(hog(pieces)) @ self._weights
        return "".join(LATIN36.characters[c] for c in scores.argmax(axis=1))


def train_hog_svm(plates: Sequence[BoxedPlate], progress: Progress) -> HogSvm:
    """Machines trained on the characters of plates whose boxes are known."""
    images, classes = character_samples(plates)
    features = torch.from_numpy(_with_offset(hog(images)))
    signs = torch.full((len(images), len(LATIN36)), -1.0)
    signs[torch.arange(len(images)), torch.from_numpy(classes)] = 1.0
    weights = torch.zeros(features.shape[1], len(LATIN36), requires_grad=True)
    # In one go: begun anew for every iteration, its line search ends after a few of them, far from the minimum.
    solver = torch.optim.LBFGS(
        [weights],
        max_iter=_ITERATIONS,
        max_eval=_EVALUATIONS,
        history_size=10,
        line_search_fn="strong_wolfe",
    )
    evaluations = itertools.count()

    def loss() -> torch.Tensor:
        progress(min(next(evaluations), _EVALUATIONS), _EVALUATIONS, "support vector machines")
        solver.zero_grad()
        gap = (1 - signs * (features @ weights)).clamp(min=0)
        value = (gap**2).mean(dim=0).sum() + _REGULARISATION * (weights[:-1] ** 2).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    solver.step(loss)  # type: ignore[no-untyped-call]
    progress(_EVALUATIONS, _EVALUATIONS, "support vector machines")
    return HogSvm(np.asarray(weights.detach().numpy()))


def _with_offset(features: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.concatenate([features, np.ones((len(features), 1), np.float32)], axis=1)
