"""What lies between a plate and a file: perspective, optics, sensor, compression."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad, homography, project, resizing
from forensic_lpr.imaging.resample import jpeg, shrink
from forensic_lpr.synthesis.chance import log_uniform
from forensic_lpr.synthesis.plates import CleanPlate

Float = NDArray[np.float32]
_COPIES = 0.25
"""Share of the photographs that come as a smaller copy of a larger recording: exports, previews, second streams."""
_LARGEST = 200.0
"""Plate width in pixels of a recording that is made smaller, at most."""


@dataclass(frozen=True)
class Photograph:
    """A plate as a camera recorded it.

    Attributes:
        image: uint8 (H, W), grey.
        quad: True corners of the sheet.
        characters: True corners of the area that the characters fill.
    """

    image: NDArray[np.uint8]
    quad: Quad
    characters: Quad


def random_width(rng: np.random.Generator) -> float:
    """Plate width on the sensor in pixels, 15 to 180, mostly where reading is hard but possible."""
    if rng.random() < 0.06:
        return float(rng.uniform(15, 24))
    return log_uniform(rng, 24, 180)


def photograph(rng: np.random.Generator, plate: CleanPlate, width: float) -> Photograph:
    """A drawn plate whose upper and lower edge are about ``width`` pixels long: recorded so, or copied down to that."""
    larger = width_before_copying(rng, width)
    shot = _recorded(rng, plate, larger)
    if larger > width:
        if rng.random() < 0.7:
            shot = replace(shot, image=jpeg(shot.image, int(rng.integers(50, 97))))
        shot = copied(shot, width / larger)
    if rng.random() < 0.8:
        shot = replace(shot, image=jpeg(shot.image, int(rng.integers(18, 96))))
    return shot


def width_before_copying(rng: np.random.Generator, width: float) -> float:
    """Plate width in pixels at which to record, where ``width`` is wanted: larger for those that come as copies."""
    if rng.random() >= _COPIES or width > 0.7 * _LARGEST:
        return width
    return log_uniform(rng, 1.3 * width, min(4 * width, _LARGEST))


def copied(shot: Photograph, factor: float) -> Photograph:
    """The photograph made smaller, every pixel the mean over its area."""
    height, width = shot.image.shape
    size = max(2, round(width * factor)), max(2, round(height * factor))
    fx, fy = size[0] / width, size[1] / height
    smaller = resizing(fx, fy)
    return Photograph(shrink(shot.image, *size), moved(shot.quad, smaller), moved(shot.characters, smaller))


def _recorded(rng: np.random.Generator, plate: CleanPlate, width: float) -> Photograph:
    """What the sensor and the camera's own processing make of the plate, before it is compressed."""
    seen, to_picture = sample_plate(rng, plate, width)
    quad = moved(plate.quad, to_picture)
    characters = moved(plate.characters, to_picture)
    seen = blur(rng, seen, width)
    seen = expose(rng, seen)
    seen = noisy(rng, seen, random_grain(rng, seen))
    if rng.random() < 0.3:
        seen = sharpened(seen, float(rng.uniform(0.6, 1.5)), float(rng.uniform(0.3, 1.6)))
    if rng.random() < 0.05:
        shift = int(rng.integers(1, 4))
        seen[1::2] = np.roll(seen[1::2], shift, axis=1)
    if rng.random() < 0.15:
        factor = float(rng.uniform(1.2, 2.2))
        enlarged = resizing(factor, factor)
        size = (round(seen.shape[1] * factor), round(seen.shape[0] * factor))
        seen = _resized(
            seen, size, (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_NEAREST)[int(rng.integers(3))]
        )
        quad, characters = moved(quad, enlarged), moved(characters, enlarged)
    return Photograph(np.clip(np.rint(seen), 0, 255).astype(np.uint8), quad, characters)


def sharpened(image: Float, sigma: float, strength: float) -> Float:
    """The camera's own sharpening, with its halos."""
    soft = np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), dtype=np.float32)
    return image + np.float32(strength) * (image - soft)


def _resized(image: Float, size: tuple[int, int], interpolation: int) -> Float:
    return np.asarray(cv2.resize(image, size, interpolation=interpolation), dtype=np.float32)


def moved(quad: Quad, matrix: NDArray[np.float64]) -> Quad:
    """The quad under a homography."""
    return Quad.in_order(project(matrix, quad.array()))


def sample_plate(
    rng: np.random.Generator, plate: CleanPlate, width: float
) -> tuple[Float, NDArray[np.float64]]:
    """Perspective and area sampling; the picture and the homography from the drawing to it."""
    source = plate.quad
    aspect = source.width / source.height
    # Enforcement cameras look down and squeeze; anamorphic recorders (half-D1) do so by a factor of two.
    squeeze = float(rng.normal(1.0, 0.06)) if rng.random() < 0.5 else float(rng.uniform(0.95, 1.75))
    height = max(6.0, width / aspect * squeeze)
    roll = np.radians(float(np.clip(rng.normal(0, 4.0), -14, 14)))
    half = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * [width, height]
    half = half @ np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]])
    half[:, 1] += half[:, 0] * float(rng.normal(0, 0.05))
    half[:, 0] += half[:, 1] * float(rng.normal(0, 0.12))
    half += rng.normal(0, 0.025, (4, 2)) * height
    room = np.array([width * 0.14 + 2, height * 0.22 + 2])
    low = half.min(axis=0) - room + rng.uniform(-0.5, 0.5, 2)
    corners = half - low
    size = np.ceil(half.max(axis=0) + room - low).astype(int)
    return seen_at(plate, corners, (int(size[0]), int(size[1])), width, squeeze)


def seen_at(
    plate: CleanPlate,
    corners: NDArray[np.float64],
    size: tuple[int, int],
    width: float,
    squeeze: float = 1.0,
) -> tuple[Float, NDArray[np.float64]]:
    """A drawing with its plate's corners at the given places; the picture and the homography to it.

    Args:
        plate: The drawn plate.
        corners: Where the sheet's corners shall be, (4, 2) in pixels.
        size: Width and height of the picture in pixels.
        width: About how long the upper and lower edge are there, in pixels.
        squeeze: How much higher than in the drawing the plate is there, for its width.
    """
    source = plate.quad
    drawing = plate.image
    reduction = np.eye(3)
    factor = width / source.width * 1.4
    if factor < 1:
        # Area-average first: the warp below samples points.
        reduced = (
            max(8, round(drawing.shape[1] * factor)),
            max(8, round(drawing.shape[0] * factor * min(1.0, max(squeeze, 0.7)))),
        )
        fx, fy = reduced[0] / drawing.shape[1], reduced[1] / drawing.shape[0]
        drawing = _resized(drawing, reduced, cv2.INTER_AREA)
        reduction = resizing(fx, fy)
    whole = homography(source.array(), corners)
    picture = cv2.warpPerspective(
        drawing,
        whole @ np.linalg.inv(reduction),
        size,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(picture, dtype=np.float32), whole


def blur(rng: np.random.Generator, image: Float, width: float) -> Float:
    """Lens and motion blur, in pixels of the sensor; a share of it grows with the plate."""
    sigma = float(rng.uniform(0.0, 0.9)) + (
        float(rng.uniform(0, 0.015)) * width if rng.random() < 0.5 else 0.0
    )
    if sigma > 0.25:
        image = np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), dtype=np.float32)
    if rng.random() < 0.25:
        length = float(rng.uniform(1.5, 2.5 + 0.03 * width))
        angle = float(rng.normal(0, 0.35)) if rng.random() < 0.5 else float(rng.uniform(0, np.pi))
        size = int(np.ceil(length)) | 1
        kernel = np.zeros((size, size), np.float32)
        middle = (size - 1) / 2
        dx, dy = np.cos(angle) * (length - 1) / 2, np.sin(angle) * (length - 1) / 2
        ends = [
            (round((middle - dx) * 16), round((middle - dy) * 16)),
            (round((middle + dx) * 16), round((middle + dy) * 16)),
        ]
        cv2.line(kernel, ends[0], ends[1], 1.0, 1, cv2.LINE_8, 4)
        kernel /= max(float(kernel.sum()), 1e-6)
        image = np.asarray(cv2.filter2D(image, -1, kernel, borderType=cv2.BORDER_REPLICATE), dtype=np.float32)
    return image


def contrast(image: NDArray[np.float32] | NDArray[np.uint8]) -> tuple[float, float]:
    """Dark and bright level of the middle of the picture (10th and 90th percentile)."""
    height, width = image.shape
    core = image[height // 4 : -height // 4 or None, width // 5 : -width // 5 or None]
    low, high = np.percentile(core, (10, 90))
    return float(low), float(high)


def expose(rng: np.random.Generator, image: Float) -> Float:
    """Exposure, contrast of haze, gamma; rarely so wrong that nothing is left."""
    low, high = contrast(image)
    gain = float(np.exp(rng.normal(0, 0.4)))
    # Mostly the brighter of sheet and characters stays below saturation, else at least the darker does.
    gain = min(gain, 250 / max(high, 1.0)) if rng.random() < 0.85 else min(gain, 190 / max(low, 1.0))
    gain = max(gain, 25 / max(high, 1.0))
    haze = float(rng.uniform(0, 100)) if rng.random() < 0.45 else 0.0
    image = np.clip(image * np.float32(gain * (1 - haze / 255)) + np.float32(haze), 0, 290)
    if rng.random() < 0.5:
        gamma = float(np.exp(rng.normal(0, 0.3)))
        image = 255 * np.power(np.minimum(image, 255) / 255, np.float32(gamma))
    return np.asarray(image, dtype=np.float32)


@dataclass(frozen=True)
class Grain:
    """How noisy a sensor is.

    Attributes:
        strength: Standard deviation in grey levels at a level of 96.
        smear: Blur of the noise in pixels by the camera's own smoothing, 0 for none.
    """

    strength: float
    smear: float


def random_grain(rng: np.random.Generator, image: Float) -> Grain:
    """From clean to a night camera's; a share of the picture's contrast, so that dim plates are not all lost in it."""
    low, high = contrast(image)
    strength = min(float(rng.exponential(0.03)), 0.22) * max(high - low, 6.0) + float(rng.uniform(0, 1.2))
    return Grain(strength, float(rng.uniform(0.5, 1.0)) if rng.random() < 0.4 else 0.0)


def noisy(rng: np.random.Generator, image: Float, grain: Grain) -> Float:
    """The image with read and shot noise."""
    noise = rng.standard_normal(image.shape, dtype=np.float32) * np.float32(grain.strength)
    noise *= np.sqrt(0.4 + np.maximum(image, 0) / 160)
    if grain.smear:
        noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), grain.smear), dtype=np.float32)
        noise *= np.float32(1.7)
    return image + noise
