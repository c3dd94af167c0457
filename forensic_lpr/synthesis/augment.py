"""Own plates as a camera and a hand might have given them another time.

Corners are marked anew a little beside the old ones, light and noise change a little; nothing of what makes the camera
is touched.

Public here: :func:`seen_again`, :func:`marked_anew`, :func:`rectified_again`, :func:`relit`.
"""

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad, corner_pixels
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.imaging.rectify import rectify

Grey = NDArray[np.uint8]
LEGIBLE = 56.0
"""Plate width in pixels from which strokes can be told apart, so that a plate may be permuted."""
_HAND = (0.012, 0.030)
"""Standard deviation of a marked corner as a share of the plate's width and height."""
_SUM_PX = 0.25
"""The same in pixels of the picture, on top."""


def seen_again(rng: np.random.Generator, image: Grey, quad: Quad, size: tuple[int, int]) -> Grey:
    """A plate under other corners and light, as a plate image uint8 (height, width)."""
    return rectify(relit(rng, image), marked_anew(rng, quad), *size)


def marked_anew(rng: np.random.Generator, quad: Quad) -> Quad:
    """Corners as another hand marks them: a little outward, each with its own error, sometimes as an upright box."""
    true = quad.array()
    if rng.random() < 0.2:
        (x0, y0), (x1, y1) = true.min(axis=0), true.max(axis=0)
        true = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])
    across, down = (true[1] - true[0] + true[2] - true[3]) / 2, (true[3] - true[0] + true[2] - true[1]) / 2
    outward = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=np.float64)
    growth = rng.uniform([-0.015, -0.03], [0.04, 0.08]) + rng.normal(0, _HAND, (4, 2))
    steps = outward * growth
    marked = true + steps[:, :1] * across + steps[:, 1:] * down + rng.normal(0, _SUM_PX, (4, 2))
    try:
        return Quad.from_points(marked)
    except QuadInvalid:
        return quad


def rectified_again(rng: np.random.Generator, plate: Grey) -> Grey:
    """A plate image under other corners and light; what lies beyond its border repeats it."""
    height, width = plate.shape
    whole = Quad.in_order(corner_pixels(width, height))
    return rectify(relit(rng, plate), marked_anew(rng, whole), width, height)


def relit(rng: np.random.Generator, image: Grey) -> Grey:
    """Light photometric noise: contrast, level, gamma and a little grain; strokes stay what they are."""
    levels = image.astype(np.float32)
    middle = float(levels.mean())
    levels = (levels - middle) * np.float32(np.exp(rng.normal(0, 0.12))) + np.float32(
        middle + rng.normal(0, 8)
    )
    levels = np.clip(levels, 0, 255)
    if rng.random() < 0.5:
        levels = 255 * np.power(levels / 255, np.float32(np.exp(rng.normal(0, 0.12))))
    grain = float(rng.exponential(1.2))
    levels = levels + rng.standard_normal(levels.shape, dtype=np.float32) * np.float32(grain)
    return np.clip(np.rint(levels), 0, 255).astype(np.uint8)
