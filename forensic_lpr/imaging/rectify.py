"""Undo the perspective of a plate."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad, corner_pixels, homography, project
from forensic_lpr.errors import QuadInvalid

MAX_SUPERSAMPLING = 16


def rectify(image: NDArray[np.uint8], quad: Quad, width: int, height: int) -> NDArray[np.uint8]:
    """The plate seen from the front.

    Convention: the quad's corners fall on the *centres* of the corner pixels of the result. Where the plate is
    larger than the result, every result pixel is the mean of a regular grid of bilinear samples over its area
    (no aliasing); otherwise it is one bicubic sample. What lies outside the picture repeats its border.

    Args:
        image: uint8, (H, W) or (H, W, 3).
        quad: Corners in the image.
        width: Width of the result in pixels.
        height: Height of the result in pixels.

    Returns:
        uint8, (height, width) or (height, width, 3).
    """
    across = min(MAX_SUPERSAMPLING, max(1, math.ceil(quad.width / width)))
    down = min(MAX_SUPERSAMPLING, max(1, math.ceil(quad.height / height)))
    matrix = homography(corner_pixels(width, height), quad.array())
    # Sub-pixel (i, j) of the fine grid lies at ((i + 0.5) / across - 0.5, ...) of the result.
    fine = np.array(
        [[1 / across, 0, 0.5 / across - 0.5], [0, 1 / down, 0.5 / down - 0.5], [0, 0, 1]], dtype=np.float64
    )
    interpolation = cv2.INTER_CUBIC if across == down == 1 else cv2.INTER_LINEAR
    samples = cv2.warpPerspective(
        image,
        matrix @ fine,
        (width * across, height * down),
        flags=interpolation | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    if across == down == 1:
        return np.asarray(samples, dtype=np.uint8)
    blocks = samples.reshape(height, down, width, across, *samples.shape[2:])
    return np.asarray(np.rint(blocks.mean(axis=(1, 3))), dtype=np.uint8)


def with_surroundings(
    image: NDArray[np.uint8], quad: Quad, growth: tuple[float, float], width: int, height: int
) -> NDArray[np.uint8]:
    """The marked place from the front together with what lies round it.

    Args:
        image: uint8, (H, W) or (H, W, 3).
        quad: Corners in the image.
        growth: Width and height of the result in those of the marked place, which fills its middle.
        width: Width of the result in pixels.
        height: Height of the result in pixels.

    Returns:
        uint8, (height, width) or (height, width, 3); what lies outside the picture repeats its border.
    """
    reach = (np.array(growth) - 1) / 2
    unit = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=np.float64)
    wider = unit + (2 * unit - 1) * reach
    corners = quad.array()
    seen = project(homography(unit, corners), wider)
    try:
        grown = Quad.from_points(seen)
    except QuadInvalid:
        # Under so steep a view the surroundings lie behind the horizon: the plane is left out of account.
        middle = corners.mean(axis=0)
        grown = Quad.in_order(middle + (corners - middle) * max(growth))
    return rectify(image, grown, width, height)


def to_grey(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Luma of an RGB picture (ITU-R BT.601 weights), uint8 (H, W); a grey picture is returned as it is."""
    return image if image.ndim == 2 else np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
