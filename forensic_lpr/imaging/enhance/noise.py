"""Noise: the mean over pixels that are taken to show the same."""

import math
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.progress import Progress

_BAND = 48
"""Rows computed at a time, so that work on a large picture can be told and cancelled."""
_REACH = 2.0
"""Weights farther than this many deviations count for nothing."""


def bilateral(
    image: NDArray[np.uint8], progress: Progress, *, space: float, levels: int
) -> NDArray[np.uint8]:
    """Bilateral filter on the three channels together.

    Source: Tomasi and Manduchi, ICCV 1998. The window reaches two deviations; the difference of two colours is the
    sum of the differences of their channels, as OpenCV has it.
    """
    reach = math.ceil(_REACH * space)

    def smooth(band: NDArray[np.uint8]) -> NDArray[np.uint8]:
        return np.asarray(cv2.bilateralFilter(band, 2 * reach + 1, levels, space), dtype=np.uint8)

    return _in_bands(image, reach, smooth, progress)


def non_local_means(
    image: NDArray[np.uint8], progress: Progress, *, strength: float, patch: int, search: int
) -> NDArray[np.uint8]:
    """Non-local means on the three channels together: patches are compared in all of them.

    Source: Buades, Coll and Morel, CVPR 2005.
    """

    def smooth(band: NDArray[np.uint8]) -> NDArray[np.uint8]:
        smoothed = cv2.fastNlMeansDenoising(
            band, None, h=strength, templateWindowSize=patch, searchWindowSize=search
        )
        return np.asarray(smoothed, dtype=np.uint8)

    return _in_bands(image, patch // 2 + search // 2, smooth, progress)


def _in_bands(
    image: NDArray[np.uint8],
    reach: int,
    smooth: Callable[[NDArray[np.uint8]], NDArray[np.uint8]],
    progress: Progress,
) -> NDArray[np.uint8]:
    """A local filter computed band by band; every band sees ``reach`` rows beyond its own."""
    height = image.shape[0]
    result = np.empty_like(image)
    for top in range(0, height, _BAND):
        progress(top, height, "")
        bottom = min(height, top + _BAND)
        first, last = max(0, top - reach), min(height, bottom + reach)
        band = smooth(np.ascontiguousarray(image[first:last]))
        result[top:bottom] = band[top - first : bottom - first]
    progress(height, height, "")
    return result
