"""Interlacing: one field of a frame, its missing lines filled from their neighbours."""

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.fields import Field, field_picture, mean_of_lines, missing_lines
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
    if method == "weave" or len(image) < 2:
        return image
    kept: Field = "top" if field == "top" else "bottom"
    if method == "linear":
        return field_picture(image, kept)
    missing, above, below = missing_lines(len(image), kept)
    result = image.copy()
    result[missing] = image[above] if method == "bob" else _along_edges(image[above], image[below])
    return result


def _along_edges(above: NDArray[np.uint8], below: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """For each pixel the mean of those above and below it that are most alike, the nearest direction first."""
    best = np.full(above.shape[:2], np.iinfo(np.int32).max, dtype=np.int32)
    filled = np.empty_like(above)
    for lean in sorted(range(-_LEAN, _LEAN + 1), key=abs):
        one, two = _shifted(above, lean), _shifted(below, -lean)
        unlike = np.abs(one.astype(np.int32) - two).sum(axis=2)
        better = unlike < best
        best[better] = unlike[better]
        filled[better] = mean_of_lines(one[better], two[better])
    return filled


def _shifted(lines: NDArray[np.uint8], by: int) -> NDArray[np.uint8]:
    """Lines moved so that column x holds what stood in column x + by; the border is repeated."""
    columns = np.clip(np.arange(lines.shape[1]) + by, 0, lines.shape[1] - 1)
    return lines[:, columns]
