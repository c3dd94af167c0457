"""Fields: the two half-pictures that an interlaced frame weaves, taken one after the other."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Field = Literal["top", "bottom"]
FieldOrder = Literal["", "top", "bottom"]
"""The field that is shown first; empty where that is not known, or where there are no fields."""


def other(field: Field) -> Field:
    """The field that the frame weaves with it."""
    return "bottom" if field == "top" else "top"


def missing_lines(height: int, field: Field) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Lines that a field does not have, and for each the nearest of its lines above and below.

    Args:
        height: Lines of the frame, 2 or more.
        field: top has the lines 0, 2, 4 …, bottom 1, 3, 5 …
    """
    missing = np.arange(1 if field == "top" else 0, height, 2)
    above = np.where(missing > 0, missing - 1, missing + 1)
    below = np.where(missing + 1 < height, missing + 1, missing - 1)
    return missing, above, below


def mean_of_lines(one: NDArray[np.uint8], two: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The mean of two lines, halves rounded up."""
    return np.asarray((one.astype(np.uint16) + two + 1) >> 1, dtype=np.uint8)


def field_picture(image: NDArray[np.uint8], field: Field) -> NDArray[np.uint8]:
    """One field in the size of its frame: its own lines where they stand, the others the mean of their neighbours.

    So places in the picture are the same in both fields and in the frame.

    Args:
        image: The frame, uint8 (H, W) or (H, W, 3).
        field: Which of both.

    Returns:
        A new array, read-only.
    """
    result = image.copy()
    if len(image) > 1:
        missing, above, below = missing_lines(len(image), field)
        result[missing] = mean_of_lines(image[above], image[below])
    result.setflags(write=False)
    return result
