"""Draws of chance that several parts of the synthesis share."""

import numpy as np


def log_uniform(rng: np.random.Generator, low: float, high: float) -> float:
    """A number from ``low`` to ``high`` whose logarithm is uniform: as often from 20 to 40 as from 40 to 80."""
    return float(np.exp(rng.uniform(*np.log((low, high)))))
