"""How much can be made out in a plate: its detail, and from that the legibility to be expected."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.rectify import rectify, to_grey

_WIDEST = 160
_SOFTNESS = 0.7
_FLAT = 4.0
"""Grey levels added to the contrast, so that noise on an even patch is no detail."""


@dataclass(frozen=True)
class LegibilityFit:
    """Logistic regression of the share of characters read right, on logarithms.

    Attributes:
        offset: Of the sum before the logistic function.
        width: Weight of the logarithm of the plate's width in pixels.
        height: Of its height.
        detail: Of the detail plus one half.
        contrast: Of the standard deviation of the grey levels plus two.
    """

    offset: float
    width: float
    height: float
    detail: float
    contrast: float


FITTED = LegibilityFit(offset=-8.311, width=0.135, height=0.796, detail=2.169, contrast=0.538)
"""Fitted to the default reader on 2,500 drawn plates; ``forensic-lpr evaluate-places --fit`` fits anew."""


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
    return _detail_and_contrast(image, quad)[0]


def legibility(image: NDArray[np.uint8], quad: Quad, fit: LegibilityFit = FITTED) -> float:
    """Share of the characters that the default reader can be expected to read right, 0 to 1.

    From size, detail and contrast of the picture alone: nothing is read.

    Args:
        image: uint8 (H, W) or RGB (H, W, 3), as the camera gave it.
        quad: The plate.
        fit: The regression.
    """
    weights = np.array([fit.offset, fit.width, fit.height, fit.detail, fit.contrast])
    return float(1 / (1 + np.exp(-weights @ legibility_terms(image, quad))))


def legibility_terms(image: NDArray[np.uint8], quad: Quad) -> NDArray[np.float64]:
    """What the weights of a :class:`LegibilityFit` stand before, in its order: float64 (5,)."""
    found, contrast = _detail_and_contrast(image, quad)
    return np.array(
        [1.0, np.log(quad.width), np.log(quad.height), np.log(found + 0.5), np.log(contrast + 2.0)]
    )


def _detail_and_contrast(image: NDArray[np.uint8], quad: Quad) -> tuple[float, float]:
    width = int(np.clip(round(quad.width), 8, _WIDEST))
    height = int(np.clip(round(width * quad.height / quad.width), 4, _WIDEST))
    plate = to_grey(rectify(image, quad, width, height)).astype(np.float32)
    soft = np.asarray(cv2.GaussianBlur(plate, (0, 0), _SOFTNESS, borderType=cv2.BORDER_REPLICATE), np.float32)
    inner = soft[height // 6 : height - height // 6]
    slope = float(np.abs(np.gradient(inner, axis=1)).mean())
    contrast = float(inner.std())
    return slope * (width - 1) / (contrast + _FLAT), contrast
