"""How a hand errs that marks a plate, where readings of plates with known corners are measured."""

import numpy as np

from forensic_lpr.core.geometry import Quad

_ERROR = 0.012
"""Standard deviation of a corner's coordinate, as a share of the plate's width."""


def marked(quad: Quad, rng: np.random.Generator) -> Quad:
    """The corners as a hand sets them, each with an error of its own.

    Raises:
        QuadInvalid: the corners no longer are those of a plate, which takes one nearly without height.
    """
    corners = quad.array() + rng.normal(0, _ERROR * quad.width, (4, 2))
    return Quad.from_points(corners)
