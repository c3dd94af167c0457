"""Pictures as PNG, without loss and without metadata."""

import cv2
import numpy as np
from numpy.typing import NDArray

_COMPRESSION = 6


def to_png(image: NDArray[np.uint8]) -> bytes:
    """An RGB picture uint8 (H, W, 3) as PNG; the same pixels give the same bytes."""
    # The codec takes BGR.
    _, data = cv2.imencode(
        ".png", np.ascontiguousarray(image[..., ::-1]), [cv2.IMWRITE_PNG_COMPRESSION, _COMPRESSION]
    )
    return data.tobytes()
