"""A plate's plane as a small grid of grey levels: what is compared when a plate is followed.

Convention: a patch is a grid of pixels in the plate's plane. The plate's corners fall on the centres of the pixels
at :attr:`Grid.corners`; round them lies a margin of bodywork, which helps to hold the corners. A *placement* is the
homography from the patch's pixel coordinates to those of the picture (pixel centres at whole numbers in both).
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad, homography, project

Float = NDArray[np.float32]
Matrix = NDArray[np.float64]

SOFTNESS = 0.75
"""Blur of every patch in its own pixels (standard deviation): what noise and codec add is finer than this."""
MARGIN = 0.22
"""Bodywork round the plate, as a share of the plate's width, on all four sides."""
_MARGIN_WEIGHT = 0.5
MODES = 8


@dataclass(frozen=True)
class Grid:
    """The pixels of a patch and how its plane can move; depends on the size alone.

    Attributes:
        size: Width and height of the patch in pixels, margin included.
        corners: (4, 2) float64, where the plate's corners lie.
        points: (N, 2) float64, all pixel centres in row order.
        weights: (H, W) float32, 1 on the plate, less round it.
        fields: (MODES, N, 2) float32, by how much each mode moves each pixel. In order: right, down, growth,
            turn, stretch, shear and the two perspective modes, the infinitesimal generators of the homographies
            (Hartley and Zisserman, Multiple View Geometry, 2nd ed., 2.4); each moves the plate's left or right
            edge by about one pixel.
        corner_fields: (MODES, 4, 2) float64, the same at the corners.
    """

    size: tuple[int, int]
    corners: Matrix
    points: Matrix
    weights: Float
    fields: Float
    corner_fields: Matrix

    @property
    def plate_width(self) -> float:
        """Width of the plate in patch pixels."""
        return float(self.corners[1, 0] - self.corners[0, 0])


@lru_cache(maxsize=64)
def grid(width: int, height: int) -> Grid:
    """The grid of a plate of width x height patch pixels."""
    margin = max(2, round(width * MARGIN))
    size = (width + 2 * margin, height + 2 * margin)
    right, bottom = margin + width - 1, margin + height - 1
    corners = np.array(
        [[margin, margin], [right, margin], [right, bottom], [margin, bottom]], dtype=np.float64
    )
    y, x = np.mgrid[: size[1], : size[0]]
    points = np.column_stack([x.ravel(), y.ravel()]).astype(np.float64)
    weights = np.full((size[1], size[0]), _MARGIN_WEIGHT, np.float32)
    weights[margin : bottom + 1, margin : right + 1] = 1.0
    return Grid(
        size, corners, points, weights, _fields(points, corners).astype(np.float32), _fields(corners, corners)
    )


def _fields(points: Matrix, corners: Matrix) -> Matrix:
    middle = corners.mean(axis=0)
    half, tall = (corners[2] - corners[0]) / 2
    x, y = (points - middle).T
    zero, one = np.zeros_like(x), np.ones_like(x)
    modes = (
        (one, zero),
        (zero, one),
        (x / half, y / half),
        (-y / half, x / half),
        (x / half, -y / half),
        (y / tall, x / half),
        (x * x / half**2, x * y / half**2),
        (x * y / (half * tall), y * y / (half * tall)),
    )
    return np.array([np.column_stack(mode) for mode in modes])


def placement(patch: Grid, quad: Quad) -> Matrix:
    """The homography that lays a patch on a quad."""
    return homography(patch.corners, quad.array())


def placed_quad(patch: Grid, matrix: Matrix) -> Quad:
    """Where the plate's corners lie under a placement."""
    return quad_of(project(matrix, patch.corners))


def quad_of(corners: Matrix) -> Quad:
    """The quad of corners (4, 2) in canonical order, unchecked: on the way it may be no plate."""
    top_left, top_right, bottom_right, bottom_left = ((float(x), float(y)) for x, y in corners)
    return Quad(top_left, top_right, bottom_right, bottom_left)


def sample(image: NDArray[np.uint8], matrix: Matrix, patch: Grid, reach: tuple[int, int] = (0, 0)) -> Float:
    """The picture seen through a placement, at the patch's own softness.

    What is larger in the picture than in the patch is blurred first, so that nothing aliases and a near plate is
    as soft as the far one it is compared with.

    Args:
        image: Grey uint8 (H, W).
        matrix: The placement.
        patch: The grid.
        reach: Pixels added on the left and right, and above and below, for a search.

    Returns:
        float32 (height + 2 * reach[1], width + 2 * reach[0]); outside the picture its border is repeated.
    """
    across, down = patch.size[0] + 2 * reach[0], patch.size[1] + 2 * reach[1]
    shift = np.array([[1.0, 0, -reach[0]], [0, 1, -reach[1]], [0, 0, 1]])
    whole = matrix @ shift
    factor = placed_quad(patch, matrix).width / patch.plate_width
    blur = SOFTNESS * max(1.0, factor)
    outline = project(whole, np.array([[0, 0], [across, 0], [across, down], [0, down]], dtype=np.float64))
    room = 3 * blur + 2
    height, width = image.shape
    x0, y0 = (int(max(0, v)) for v in np.floor(outline.min(axis=0) - room))
    x1, y1 = (int(v) for v in np.ceil(outline.max(axis=0) + room) + 1)
    x0, y0 = min(x0, width - 1), min(y0, height - 1)
    x1, y1 = min(max(x1, x0 + 1), width), min(max(y1, y0 + 1), height)
    near = image[y0:y1, x0:x1].astype(np.float32)
    near = np.asarray(cv2.GaussianBlur(near, (0, 0), blur, borderType=cv2.BORDER_REPLICATE), np.float32)
    local = np.array([[1.0, 0, -x0], [0, 1, -y0], [0, 0, 1]]) @ whole
    seen = cv2.warpPerspective(
        near,
        local,
        (across, down),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(seen, dtype=np.float32)


def inside(image_size: tuple[int, int], matrix: Matrix, patch: Grid) -> NDArray[np.bool_]:
    """Which pixels of a patch lie in a picture of width x height pixels; bool (H, W)."""
    x, y = project(matrix, patch.points).T
    found = (x >= -0.5) & (y >= -0.5) & (x <= image_size[0] - 0.5) & (y <= image_size[1] - 0.5)
    return np.asarray(found.reshape(patch.size[1], patch.size[0]))


def likeness(one: Float, two: Float, weights: Float) -> float:
    """Weighted zero-mean normalised cross-correlation, -1 to 1; 0 where one of them is flat."""
    total = float(weights.sum())
    if total <= 0:
        return 0.0
    a = one - float((one * weights).sum()) / total
    b = two - float((two * weights).sum()) / total
    spread_a, spread_b = float((a * a * weights).sum()) / total, float((b * b * weights).sum()) / total
    if min(spread_a, spread_b) < FLAT * FLAT:
        return 0.0
    return float((a * b * weights).sum()) / total / float(np.sqrt(spread_a * spread_b))


FLAT = 1.5
"""Standard deviation in grey levels below which a patch shows nothing that could be compared."""
