"""Sub-pixel registration of a plane: the homography under which a picture looks most like a reference patch.

Gauss-Newton on grey levels with gain and offset, with the mean of both pictures' gradients (efficient second-order
minimisation: Benhimane and Malis, IROS 2004), Tukey weights against what covers part of the plate, and a Gaussian
prior on how a plate can have moved since the frame before. The prior decides where pixels do not: on a plate 25
pixels wide, perspective is not to be seen, and without it the corners would follow the noise.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import homography, project
from forensic_lpr.imaging.patches import MODES, Float, Grid, Matrix, inside, likeness, sample

_TUKEY = 4.685
_CORRELATED = 8.0
"""Neighbouring pixels of a blurred patch repeat each other: so many count as one (4 pi times SOFTNESS squared)."""
_LEAST_NOISE = 0.6
"""Grey levels; better agreement than this is rounding, not knowledge."""
_SETTLED = 0.004
"""Patch pixels; a smaller step ends the iterations."""
_FEWEST_SEEN = 0.35
"""Share of the patch's weight that must lie in the picture."""
MOTION = np.array([2.0, 2.0, 0.5, 0.35, 0.10, 0.15, 0.06, 0.06])
"""Standard deviation of one frame's unforeseen change, in the modes of a patch 32 pixels wide (scaled with width)."""


@dataclass(frozen=True)
class Alignment:
    """A placement and how well it explains the picture.

    Attributes:
        matrix: The placement.
        score: Likeness of picture and patch under it, -1 to 1.
    """

    matrix: Matrix
    score: float


def align(
    image: NDArray[np.uint8],
    reference: Float,
    patch: Grid,
    start: Matrix,
    expected: Matrix,
    looseness: float = 1.0,
    iterations: int = 20,
) -> Alignment:
    """Refine a placement.

    Args:
        image: Grey uint8 (H, W).
        reference: float32 patch, from :func:`forensic_lpr.imaging.patches.sample`.
        patch: Its grid.
        start: Placement to start from.
        expected: Placement that the frames before foretell: the middle of the prior.
        looseness: Factor on the prior's standard deviations.
        iterations: Steps at most.
    """
    size = (image.shape[1], image.shape[0])
    spread = MOTION * (patch.plate_width / 32) * looseness
    basis = patch.corner_fields.reshape(MODES, 8)
    to_modes = np.linalg.inv(basis.T)
    reference_gradient = _gradient(reference)
    matrix = start
    trust: Float = np.ones_like(reference)
    for _ in range(iterations):
        visible = inside(size, matrix, patch)
        weights = patch.weights * visible
        if float(weights.sum()) < _FEWEST_SEEN * float(patch.weights.sum()):
            return Alignment(matrix, 0.0)
        seen = sample(image, matrix, patch)
        gain, offset = _exposure(reference, seen, weights * trust)
        error = seen - (gain * reference + offset)
        noise = max(_LEAST_NOISE, 1.4826 * float(np.median(np.abs(error[visible]))))
        trust = np.asarray(np.clip(1 - (error / (_TUKEY * noise)) ** 2, 0.01, None) ** 2, dtype=np.float32)
        robust = weights * trust
        slope = (_gradient(seen) + np.float32(gain) * reference_gradient) / 2
        columns = np.einsum("knd,nd->kn", patch.fields, slope.reshape(-1, 2))
        columns = np.vstack([columns, -reference.reshape(1, -1), -np.ones((1, reference.size), np.float32)])
        heavy = (columns * robust.reshape(1, -1)).astype(np.float64)
        normal = heavy @ columns.T.astype(np.float64)
        pull = -heavy @ error.reshape(-1).astype(np.float64)
        moved = project(np.linalg.inv(expected) @ matrix, patch.corners) - patch.corners
        away = to_modes @ moved.reshape(8)
        hold = noise**2 * _CORRELATED / spread**2
        normal[:MODES, :MODES] += np.diag(hold)
        pull[:MODES] -= hold * away
        normal[MODES:, MODES:] += np.eye(2) * 1e-6
        step = np.linalg.solve(normal, pull)[:MODES]
        longest = float(np.abs(step @ basis).max())
        if not np.isfinite(longest):
            return Alignment(matrix, 0.0)
        step *= min(1.0, 0.08 * patch.plate_width / max(longest, 1e-9))
        target = patch.corners + (step @ basis).reshape(4, 2)
        matrix = matrix @ homography(patch.corners, target)
        matrix = matrix / matrix[2, 2]
        if not _faces_us(matrix, patch):
            return Alignment(start, 0.0)
        if longest < _SETTLED:
            break
    return Alignment(matrix, score_of(image, reference, patch, matrix))


def score_of(image: NDArray[np.uint8], reference: Float, patch: Grid, matrix: Matrix) -> float:
    """Likeness of the picture to a reference patch under a placement, -1 to 1."""
    weights = patch.weights * inside((image.shape[1], image.shape[0]), matrix, patch)
    if float(weights.sum()) < _FEWEST_SEEN * float(patch.weights.sum()):
        return 0.0
    return likeness(reference, sample(image, matrix, patch), weights)


def _faces_us(matrix: Matrix, patch: Grid) -> bool:
    """Whether a placement shows the whole patch from the front: no horizon runs through it, no corner folds over."""
    width, height = patch.size
    outline = np.array([[0, 0, 1], [width - 1, 0, 1], [width - 1, height - 1, 1], [0, height - 1, 1]], float)
    depth = outline @ matrix[2]
    if not np.isfinite(matrix).all() or depth.min() < 0.2 * np.abs(depth).max():
        return False
    ring = project(matrix, outline[:, :2])
    edges = np.roll(ring, -1, axis=0) - ring
    following = np.roll(edges, -1, axis=0)
    return bool((edges[:, 0] * following[:, 1] - edges[:, 1] * following[:, 0]).min() > 1.0)


def _gradient(picture: Float) -> Float:
    """Central differences, (H, W, 2) as (x, y)."""
    down, across = np.gradient(picture)
    return np.stack([across, down], axis=-1).astype(np.float32)


def _exposure(reference: Float, seen: Float, weights: Float) -> tuple[float, float]:
    """Gain and offset from reference to picture, weighted least squares; the gain stays positive."""
    total = float(weights.sum())
    mean_r, mean_s = float((reference * weights).sum()) / total, float((seen * weights).sum()) / total
    centred = reference - mean_r
    spread = float((centred * centred * weights).sum())
    gain = float((centred * (seen - mean_s) * weights).sum()) / max(spread, 1e-6)
    gain = min(max(gain, 0.1), 10.0)
    return gain, mean_s - gain * mean_r
