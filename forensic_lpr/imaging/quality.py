"""How much can be made out in a plate."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.rectify import rectify, to_grey

_WIDEST = 160
_SOFTNESS = 0.7
_FLAT = 4.0
"""Grey levels added to the contrast, so that noise on an even patch is no detail."""


def detail(image: NDArray[np.uint8], quad: Quad) -> float:
    """Detail across the plate: how many steep edges its width holds.

    The mean slope of the grey levels from left to right at the plate's own size, in units of their standard
    deviation per plate width. It grows with the plate's width in pixels as long as the picture is sharp, and stays
    behind where it is blurred: below about 5 a plate is hopeless for eye and network,
    above 12 it is mostly legible, and a sharp plate of 100 pixels reaches 25.

    Args:
        image: uint8 (H, W) or RGB (H, W, 3).
        quad: The plate.
    """
    width = int(np.clip(round(quad.width), 8, _WIDEST))
    height = int(np.clip(round(width * quad.height / quad.width), 4, _WIDEST))
    plate = to_grey(rectify(image, quad, width, height)).astype(np.float32)
    soft = np.asarray(cv2.GaussianBlur(plate, (0, 0), _SOFTNESS, borderType=cv2.BORDER_REPLICATE), np.float32)
    inner = soft[height // 6 : height - height // 6]
    slope = float(np.abs(np.gradient(inner, axis=1)).mean())
    return slope * (width - 1) / (float(inner.std()) + _FLAT)
