"""Brightness apart from colour: what changes the brightness leaves the colour differences as they are."""

import cv2
import numpy as np
from numpy.typing import NDArray

_WEIGHTS = np.array([[0.299, 0.587, 0.114]])


def luma(image: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Luma of an RGB picture, float64 (H, W), 0 to 255 (weights of ITU-R BT.601)."""
    return np.asarray(cv2.transform(image.astype(np.float64), _WEIGHTS), dtype=np.float64).reshape(
        image.shape[:2]
    )


def with_luma(
    image: NDArray[np.uint8], before: NDArray[np.float64], after: NDArray[np.float64]
) -> NDArray[np.uint8]:
    """The picture with another brightness, RGB uint8 (H, W, 3).

    Red, green and blue all change by what the luma changes by, so Cb and Cr stay, save where a channel is
    clipped to 0 to 255. The sums are rounded to the nearest whole number, halves to the even one.
    """
    change = after - before
    return np.asarray(
        cv2.merge([cv2.add(channel, change, dtype=cv2.CV_8U) for channel in cv2.split(image)]), dtype=np.uint8
    )


def rounded(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Grey levels as whole numbers from 0 to 255."""
    return np.asarray(np.clip(np.rint(values), 0, 255), dtype=np.uint8)
