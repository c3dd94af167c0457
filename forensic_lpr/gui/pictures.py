"""From pixels to what Qt draws. Safe on any thread: QImage only, never QPixmap."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_OPAQUE = 255
_THUMBNAIL = 128


def to_picture(image: NDArray[np.uint8]) -> QImage:
    """A picture that draws fast, with its own memory.

    Args:
        image: RGB uint8 (H, W, 3) or grey uint8 (H, W).
    """
    height, width = image.shape[:2]
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    # Filled by numpy and not by QImage.convertToFormat, which holds the interpreter lock for whole pictures.
    words = np.frombuffer(picture.bits(), dtype=np.uint32).reshape(height, width)
    channels = [image, image, image] if image.ndim == 2 else [image[..., k] for k in range(3)]
    np.copyto(words, channels[0], casting="unsafe")
    for channel in channels[1:]:
        np.left_shift(words, 8, out=words)
        np.bitwise_or(words, channel, out=words)
    np.bitwise_or(words, np.uint32(_OPAQUE << 24), out=words)
    return picture


def to_thumbnail(image: NDArray[np.uint8]) -> QImage:
    """A small smooth version for the list of exhibits."""
    stride = max(1, max(image.shape[:2]) // (4 * _THUMBNAIL))
    small = to_picture(np.ascontiguousarray(image[::stride, ::stride]))
    return small.scaled(
        _THUMBNAIL,
        _THUMBNAIL,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
