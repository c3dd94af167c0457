"""Colour: channels weighed against one another, or one of them shown alone."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.progress import Progress
from forensic_lpr.errors import RecipeInvalid
from forensic_lpr.imaging.enhance.luma import luma, rounded

MOST = 8.0
"""A channel is weighed by no more than this, and by no less than its reciprocal."""


def grey_world(image: NDArray[np.uint8], progress: Progress) -> NDArray[np.uint8]:
    """Channels weighed so that their means are equal.

    Source: Buchsbaum, J. Franklin Institute 310, 1980.
    """
    return _weighed(image, image)


def neutral_point(
    image: NDArray[np.uint8], progress: Progress, *, x: int, y: int, radius: int
) -> NDArray[np.uint8]:
    """Channels weighed so that their means over a square of side 2 radius + 1 are equal.

    Raises:
        RecipeInvalid: The point lies outside of the picture.
    """
    height, width = image.shape[:2]
    if x >= width or y >= height:
        raise RecipeInvalid(
            f"The neutral point ({x}, {y}) lies outside the picture, which is {width} x {height} pixels."
        )
    left, top = max(0, x - radius), max(0, y - radius)
    return _weighed(image, image[top : y + radius + 1, left : x + radius + 1])


def channel(image: NDArray[np.uint8], progress: Progress, *, channel: str) -> NDArray[np.uint8]:
    """One component as a grey picture; Cb and Cr are shown about 128.

    Source: ITU-R BT.601-7 for luma and colour differences; saturation is that of the hexcone model (Smith, 1978).
    """
    return np.repeat(rounded(_component(image, channel))[..., None], 3, axis=2)


def _component(image: NDArray[np.uint8], name: str) -> NDArray[np.float64]:
    """A component as float64 (H, W), 0 to 255."""
    red, green, blue = (image[..., k].astype(np.float64) for k in range(3))
    if name in ("red", "green", "blue"):
        return {"red": red, "green": green, "blue": blue}[name]
    if name == "saturation":
        high, low = np.maximum(np.maximum(red, green), blue), np.minimum(np.minimum(red, green), blue)
        return np.asarray(255.0 * (high - low) / np.maximum(high, 1.0))
    bright = luma(image)
    differences = {"cb": (blue - bright) / 1.772, "cr": (red - bright) / 1.402}
    return differences[name] + 128.0 if name in differences else bright


def _weighed(image: NDArray[np.uint8], neutral: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture with each channel multiplied so that a part of it becomes neutral."""
    # Whole numbers are summed, so the order of the sum is no matter.
    sums = neutral.reshape(-1, 3).sum(axis=0, dtype=np.int64).astype(np.float64)
    gains = np.clip(sums.mean() / np.maximum(sums, 1.0), 1.0 / MOST, MOST) if sums.any() else np.ones(3)
    curves = rounded(np.arange(256, dtype=np.float64)[:, None] * gains[None, :])
    return np.asarray(cv2.LUT(image, curves.reshape(1, 256, 3)), dtype=np.uint8)
