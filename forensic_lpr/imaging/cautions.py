"""What size and grey levels alone say against a marked place: too small, no contrast, saturated, flat blocks."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.inspection import Caution
from forensic_lpr.imaging.rectify import rectify, to_grey

SEEN = (120, 40)
"""Width and height in pixels of the rectified plate on which grey levels are counted."""
_FEW_PIXELS = 30.0
_LOW = _FEW_PIXELS / 4
_SHAPES = (0.8, 8.0)
_LITTLE_CONTRAST = 6.0
_BRIGHT, _DARK = 253, 2
_SATURATED_SHARE = 0.4
_LEFT = 0.12
"""Where less than this share of a saturated plate is of the other kind, its characters are lost."""
_BAND = (0.35, 0.80)
"""Rows in which the characters of every plate stand, as shares of its height."""
_BLOCK, _LEAST_PATCH = 8, 4
"""Side of a codec's block, and of the smallest patch that is looked for, in pixels."""
_PITCH, _STROKES = 0.13, 0.07
"""Shares of a plate's width: from one character to the next, and as much of it as strokes leave free at most."""
_EVEN = 1
_FLAT_SHARE = 0.30


def pixel_cautions(image: NDArray[np.uint8], quad: Quad) -> tuple[Caution, ...]:
    """Cautions from geometry and grey levels, see :mod:`forensic_lpr.core.inspection`.

    Args:
        image: uint8 (H, W) or RGB (H, W, 3).
        quad: Corners in the image.
    """
    found = []
    ratio = quad.width / quad.height
    if not _SHAPES[0] <= ratio <= _SHAPES[1]:
        words = f"The marked area is {ratio:.1f} times as wide as high, unlike a plate; check the corners."
        found.append(Caution("shape", words))
    if quad.width < _FEW_PIXELS:
        words = (
            f"The plate is only {quad.width:.0f} pixels wide; few characters can be told apart at that size."
        )
        found.append(Caution("few-pixels", words))
    if quad.height < _LOW:
        found.append(Caution("low", f"The plate is only {quad.height:.0f} pixels high."))
    plate = to_grey(rectify(image, quad, *SEEN))
    if float(plate.std()) < _LITTLE_CONTRAST:
        words = "The marked area has almost no contrast; it may hold no plate."
        found.append(Caution("no-contrast", words))
    bright, dark = float((plate >= _BRIGHT).mean()), float((plate <= _DARK).mean())
    if bright > _SATURATED_SHARE and float((plate < 200).mean()) < _LEFT:
        words = f"{bright:.0%} of the plate is too bright to hold any detail."
        found.append(Caution("bright", words))
    if dark > _SATURATED_SHARE and float((plate > 40).mean()) < _LEFT:
        found.append(Caution("dark", f"{dark:.0%} of the plate is too dark to hold any detail."))
    flat = flat_share(image, quad)
    if flat > _FLAT_SHARE and float(plate.std()) >= _LITTLE_CONTRAST:
        words = (
            f"{flat:.0%} of the band that holds the characters is made of even blocks: compression has skipped or "
            "flattened parts of the plate."
        )
        found.append(Caution("flat-blocks", words))
    return tuple(found)


def flat_share(image: NDArray[np.uint8], quad: Quad) -> float:
    """Share of the characters' band that patches without any change of level cover, 0 to 1.

    A patch is a codec's block of 8 pixels; smaller on small plates and larger on large ones, so that characters would
    cross it wherever it lies.

    Args:
        image: uint8 (H, W) or RGB (H, W, 3).
        quad: Corners in the image.
    """
    x0, y0, x1, y1 = quad.bounds()
    height, width = image.shape[:2]
    left, right = max(0, round(x0)), min(width, round(x1) + 1)
    top, bottom = max(0, round(y0)), min(height, round(y1) + 1)
    side = max(_LEAST_PATCH, min(_BLOCK, round(_PITCH * quad.width)), round(_STROKES * quad.width))
    part = to_grey(image[top:bottom, left:right])
    if min(part.shape) < side:
        return 0.0
    patch = np.ones((side, side), np.uint8)
    even = cv2.dilate(part, patch).astype(np.int16) - cv2.erode(part, patch) <= _EVEN
    # Each even patch is known by its middle; all of its pixels are flat.
    flat = np.asarray(cv2.dilate(even.astype(np.uint8) * 255, patch), dtype=np.uint8)
    inside = Quad(*[(x - left, y - top) for x, y in quad.points()])
    seen = rectify(flat, inside, *SEEN)
    rows = slice(*(round(share * SEEN[1]) for share in _BAND))
    return float((seen[rows, 6:-6] > 127).mean())
