"""Interlacing: one field of a frame, its missing lines filled from their neighbours."""

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.progress import Progress

_LEAN = 2
"""Farthest shift, in pixels, between the pixels above and below that are joined along an edge."""


def deinterlace(
    image: NDArray[np.uint8], progress: Progress, *, method: str, field: str
) -> NDArray[np.uint8]:
    """The lines of one field (top: rows 0, 2, 4 …; bottom: rows 1, 3, 5 …) with the others filled.

    ``bob`` repeats the kept line above (the one below where there is none), ``linear`` takes the mean of both,
    ``edge`` the mean along the direction in which they differ least, and ``weave`` leaves the frame as it is.

    Source: Doyle, Interlaced to sequential conversion for EDTV applications, 1988 (edge based line average).
    """
    height = image.shape[0]
    first = 0 if field == "top" else 1
    if method == "weave" or height < 2:
        return image
    result = image.copy()
    missing = np.arange(1 - first, height, 2)
    above = np.where(missing > 0, missing - 1, missing + 1)
    below = np.where(missing + 1 < height, missing + 1, missing - 1)
    if method == "bob":
        result[missing] = image[above]
    elif method == "linear":
        result[missing] = _mean(image[above], image[below])
    else:
        result[missing] = _along_edges(image[above], image[below])
    return result


def _mean(one: NDArray[np.uint8], two: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The mean of two lines, halves rounded up."""
    return np.asarray((one.astype(np.uint16) + two + 1) >> 1, dtype=np.uint8)


def _along_edges(above: NDArray[np.uint8], below: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """For each pixel the mean of those above and below it that are most alike, the nearest direction first."""
    best = np.full(above.shape[:2], np.iinfo(np.int32).max, dtype=np.int32)
    filled = np.empty_like(above)
    for lean in sorted(range(-_LEAN, _LEAN + 1), key=abs):
        one, two = _shifted(above, lean), _shifted(below, -lean)
        unlike = np.abs(one.astype(np.int32) - two).sum(axis=2)
        better = unlike < best
        best[better] = unlike[better]
        filled[better] = _mean(one[better], two[better])
    return filled


def _shifted(lines: NDArray[np.uint8], by: int) -> NDArray[np.uint8]:
    """Lines moved so that column x holds what stood in column x + by; the border is repeated."""
    columns = np.clip(np.arange(lines.shape[1]) + by, 0, lines.shape[1] - 1)
    return lines[:, columns]
