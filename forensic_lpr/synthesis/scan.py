"""Where the lines of a sensor lie in a rectified plate.

An interlaced camera takes the odd lines of a frame a fiftieth of a second after the even ones, while the car moves on:
a plate that is a few dozen lines high falls into two combs. Where the combs' teeth lie follows from the plate's place
on the sensor alone.

Public here: :class:`View`, :data:`Views`, :class:`Scan`, :func:`field_step`, :func:`odd_lines`,
:func:`random_place`, :func:`interlaced`, :func:`moved_right`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad, corner_pixels, homography, project

Float = NDArray[np.float32]
Views = tuple[tuple[float, float], ...]
"""Width and step from field to field of plates, in pixels of the sensor."""
_ASPECT = (2.5, 3.7)
_TILT = 0.05
_SENSOR = (720.0, 576.0)
_LONGEST_STEP = 4.0
_STEP = 0.25
_INTERLACED = 0.7
"""A frame is interlaced where moving its odd lines leaves less than this share of what they differ by."""


@dataclass(frozen=True)
class View:
    """How one plate lay on a sensor.

    Attributes:
        quad: Its corners.
        step: How far odd lines lie to the right of even ones, in pixels; 0 where no fields are seen.
    """

    quad: Quad
    step: float


@dataclass(frozen=True)
class Scan:
    """How N plates lay on their sensors.

    Attributes:
        widths: Their widths in pixels of the sensor, float32 (N,).
        steps: How far odd lines lie to the right of even ones, in shares of that width, float32 (N,).
        odd: How much of each pixel of the rectified plates comes from odd lines, float32 (N, H, W) from 0 to 1.
    """

    widths: NDArray[np.float32]
    steps: NDArray[np.float32]
    odd: NDArray[np.float32]

    @classmethod
    def of(cls, views: Sequence[View], size: tuple[int, int]) -> "Scan":
        """Of plates that are rectified to a width and height in pixels."""
        widths = np.array([view.quad.width for view in views], dtype=np.float32)
        steps = np.array([view.step for view in views], dtype=np.float32) / widths
        return cls(widths, steps, np.stack([odd_lines(view.quad, size) for view in views]))


def odd_lines(quad: Quad, size: tuple[int, int]) -> NDArray[np.float32]:
    """How much of each pixel of a plate, rectified to (width, height), comes from odd lines: float32 (H, W), 0 to 1."""
    width, height = size
    matrix = homography(corner_pixels(width, height), quad.array())
    pixels = np.stack(np.meshgrid(np.arange(width), np.arange(height)), axis=-1).reshape(-1, 2)
    lines = project(matrix, pixels.astype(np.float64))[:, 1].reshape(height, width)
    return np.asarray((1 - np.cos(np.pi * lines)) / 2, dtype=np.float32)


def random_place(rng: np.random.Generator, width: float) -> Quad:
    """A plate of this width in pixels somewhere on a sensor."""
    height = width / float(rng.uniform(*_ASPECT))
    tilt = float(rng.normal(0, _TILT)) * width
    x, y = (float(rng.uniform(0, side)) for side in _SENSOR)
    return Quad((x, y), (x + width, y + tilt), (x + width, y + tilt + height), (x, y + height))


def field_step(image: NDArray[np.uint8], quad: Quad) -> float:
    """How far odd lines lie to the right of even ones within the quad, in pixels; 0 where no fields are seen."""
    corners = quad.array()
    left, top = np.maximum(np.floor(corners.min(axis=0)), 0).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int)
    lines = image[top : bottom + 1, left : right + 1].astype(np.float32)
    margin = int(_LONGEST_STEP)
    if lines.shape[0] < 7 or lines.shape[1] < 4 * margin:
        return 0.0
    between = lines[1:-1:2]
    around = (lines[:-2:2] + lines[2::2])[: len(between)] / np.float32(2)
    steps = np.arange(-_LONGEST_STEP, _LONGEST_STEP + _STEP / 2, _STEP)
    left_over = [
        float(((moved_right(around, step) - between)[:, margin:-margin] ** 2).mean()) for step in steps
    ]
    best = int(np.argmin(left_over))
    if left_over[best] >= _INTERLACED * left_over[len(steps) // 2]:
        return 0.0
    return float(steps[best]) * (1 if top % 2 == 0 else -1)


def interlaced(image: Float, step: float) -> Float:
    """The image with its odd lines moved to the right by ``step`` pixels."""
    if not step:
        return image
    laced = image.copy()
    laced[1::2] = moved_right(image, step)[1::2]
    return laced


def moved_right(image: Float, step: float) -> Float:
    """The image moved to the right by ``step`` pixels, or a part of one."""
    matrix = np.array([[1.0, 0.0, step], [0.0, 1.0, 0.0]])
    moved = cv2.warpAffine(
        image, matrix, image.shape[::-1], flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(moved, dtype=np.float32)
