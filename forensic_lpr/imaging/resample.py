"""Make pictures smaller, larger and worse in a known way, for measuring and for the screen."""

import cv2
import numpy as np
from numpy.typing import NDArray


def shrink(image: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """The picture at width x height pixels, every pixel the mean over its area; uint8."""
    return np.asarray(cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def to_width(image: NDArray[np.uint8], width: int) -> NDArray[np.uint8]:
    """The picture at a width in pixels and a height that fits, for the screen: no pixel of it is evidence."""
    height = max(1, round(image.shape[0] * width / image.shape[1]))
    if width <= image.shape[1]:
        return shrink(image, width, height)
    return np.asarray(cv2.resize(image, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def jpeg(image: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    """The picture, grey or RGB, after JPEG compression at a quality of 1 to 100 (libjpeg scale)."""
    # The codec takes BGR; three channels are turned round on the way in and out.
    stored = image if image.ndim == 2 else image[..., ::-1]
    _, data = cv2.imencode(".jpg", np.ascontiguousarray(stored), [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE if image.ndim == 2 else cv2.IMREAD_COLOR)
    if decoded is None:
        raise ValueError("the codec could not read what it wrote")
    return np.ascontiguousarray(decoded if image.ndim == 2 else decoded[..., ::-1], dtype=np.uint8)
