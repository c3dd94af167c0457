"""Point spread functions: what a blur makes of a single point."""

import math

import numpy as np
from numpy.typing import NDArray

_FINE = 16
"""Samples per pixel and direction, so that lengths and radii between whole pixels count."""


def motion(length: float, angle: float) -> NDArray[np.float64]:
    """A straight even movement.

    Convention: x runs to the right and y down, so an angle of 0 is level and a positive one falls to the right.

    Args:
        length: Way of a point in pixels; 1 and less is no blur.
        angle: Direction in degrees.

    Returns:
        float64 (N, N) with N odd, the middle at its centre, sum 1.
    """
    way = max(0.0, length - 1.0)
    count = max(1, math.ceil(way * _FINE)) + 1
    along = np.linspace(-way / 2, way / 2, count)
    x, y = along * math.cos(math.radians(angle)), along * math.sin(math.radians(angle))
    reach = math.ceil(way / 2)
    spread = np.zeros((2 * reach + 1, 2 * reach + 1))
    # Each sample is shared among the four pixels round it.
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    for dx in (0, 1):
        for dy in (0, 1):
            weight = (1 - np.abs(x - left - dx)) * (1 - np.abs(y - top - dy))
            column, row = np.clip(left + dx + reach, 0, 2 * reach), np.clip(top + dy + reach, 0, 2 * reach)
            np.add.at(spread, (row, column), weight)
    return np.asarray(spread / spread.sum())


def disc(radius: float) -> NDArray[np.float64]:
    """An even disc: a lens out of focus.

    Args:
        radius: In pixels.

    Returns:
        float64 (N, N) with N odd, the middle at its centre, sum 1.
    """
    reach = max(0, math.ceil(radius - 0.5))
    side = 2 * reach + 1
    fine = (np.arange(side * _FINE) + 0.5) / _FINE - 0.5 - reach
    inside = (fine[None, :] ** 2 + fine[:, None] ** 2 <= radius**2).astype(np.float64)
    spread = inside.reshape(side, _FINE, side, _FINE).sum(axis=(1, 3))
    return np.asarray(spread / spread.sum())
