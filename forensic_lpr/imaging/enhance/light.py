"""Light and contrast: grey levels spread, bent and evened out."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.progress import Progress
from forensic_lpr.imaging.enhance.luma import rounded, with_luma
from forensic_lpr.imaging.rectify import to_grey

_LEVELS = np.arange(256, dtype=np.float64)


def levels(image: NDArray[np.uint8], progress: Progress, *, black: int, white: int) -> NDArray[np.uint8]:
    """Grey levels from ``black`` to ``white`` spread over 0 to 255, alike in every channel.

    Source: Gonzalez and Woods, Digital Image Processing, 4th ed., 3.2.
    """
    return _through(image, (_LEVELS - black) * (255.0 / (white - black)))


def gamma(image: NDArray[np.uint8], progress: Progress, *, gamma: float) -> NDArray[np.uint8]:
    """Every value v, as a share of 255, becomes v to the power of 1 / gamma.

    Source: Gonzalez and Woods, Digital Image Processing, 4th ed., 3.2.
    """
    return _through(image, 255.0 * (_LEVELS / 255.0) ** (1.0 / gamma))


def stretch(image: NDArray[np.uint8], progress: Progress, *, low: float, high: float) -> NDArray[np.uint8]:
    """Levels between the percentiles ``low`` and 100 - ``high`` of the luma.

    The limits are the outermost levels below (above) which no more than that share of all pixels lies. An even
    picture, whose limits coincide, stays as it is.
    """
    counts = np.bincount(to_grey(image).ravel(), minlength=256)
    below = np.cumsum(counts) - counts  # pixels darker than a level
    above = counts.sum() - np.cumsum(counts)
    share = counts.sum() / 100.0
    black = int(np.flatnonzero(below <= low * share)[-1])
    white = int(np.flatnonzero(above <= high * share)[0])
    return levels(image, progress, black=black, white=white) if black < white else image


def clahe(image: NDArray[np.uint8], progress: Progress, *, limit: float, tiles: int) -> NDArray[np.uint8]:
    """Contrast limited adaptive histogram equalisation of the luma.

    Source: Zuiderveld, Graphics Gems IV, 1994. A picture with fewer pixels than tiles in a direction has as many
    tiles as pixels.
    """
    grey = to_grey(image)
    across, down = (min(tiles, side) for side in (grey.shape[1], grey.shape[0]))
    evened = cv2.createCLAHE(clipLimit=limit, tileGridSize=(across, down)).apply(grey)
    return with_luma(image, grey.astype(np.float64), evened.astype(np.float64))


def _through(image: NDArray[np.uint8], curve: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Every value replaced by the curve's at that value."""
    return np.asarray(cv2.LUT(image, rounded(curve)), dtype=np.uint8)
