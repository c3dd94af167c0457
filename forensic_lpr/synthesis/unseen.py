"""Degradations that training never draws, for calibrating and for measuring calibration.

Two families that share nothing with each other: probabilities are fitted on one and judged on the other. In both, as
among training's photographs, a quarter are smaller copies of what was recorded larger.
"""

from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.camera import Photograph, copied, moved, sample_plate, width_before_copying
from forensic_lpr.synthesis.chance import log_uniform
from forensic_lpr.synthesis.plates import CleanPlate, draw_plate, random_design
from forensic_lpr.synthesis.sampler import SCALE, Sample, mark_by_hand

Family = Literal["fitting", "judging"]
WIDTHS = (18.0, 130.0)
"""Limits of the plate width in pixels, log-uniform."""


def unseen_sample(
    seed: int, index: int, family: Family, formats: tuple[PlateFormat, ...], size: tuple[int, int]
) -> Sample:
    """A plate under a family's degradations; a function of its arguments."""
    rng = np.random.default_rng([seed, 17, 0 if family == "fitting" else 1, index])
    plate = draw_plate(rng, random_design(rng, formats), SCALE, 1)
    width = log_uniform(rng, *WIDTHS)
    shot = _photograph(rng, plate, width, family)
    quad = mark_by_hand(rng, shot)
    name = plate.design.plate_format.name
    return Sample(rectify(shot.image, quad, *size), plate.design.text, quad.width, name)


def _photograph(rng: np.random.Generator, plate: CleanPlate, width: float, family: Family) -> Photograph:
    larger = width_before_copying(rng, width)
    shot = _recorded(rng, plate, larger, family)
    return copied(shot, width / larger) if larger > width else shot


def _recorded(rng: np.random.Generator, plate: CleanPlate, width: float, family: Family) -> Photograph:
    seen, to_picture = sample_plate(rng, plate, width)
    low, high = np.percentile(seen, (5, 95))
    image = (seen - low) * np.float32(rng.uniform(90, 200) / max(high - low, 20)) + np.float32(
        rng.uniform(10, 60)
    )
    image = _defocused(rng, image, width) if family == "fitting" else _smeared(rng, image)
    pixels = np.clip(np.rint(image), 0, 255).astype(np.uint8)
    pixels = _webp(rng, pixels) if family == "fitting" else _banded(rng, pixels)
    return Photograph(pixels, moved(plate.quad, to_picture), moved(plate.characters, to_picture))


def _defocused(rng: np.random.Generator, image: NDArray[np.float32], width: float) -> NDArray[np.float32]:
    """A disc of confusion, and speckle that multiplies."""
    radius = float(rng.uniform(0.4, 0.9 + 0.014 * width))
    reach = int(np.ceil(radius)) + 1
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    blurred = cv2.filter2D(image, -1, disc / disc.sum(), borderType=cv2.BORDER_REPLICATE)
    speckle = rng.standard_normal(image.shape, dtype=np.float32) * np.float32(rng.exponential(0.04))
    return np.asarray(blurred * (1 + speckle), dtype=np.float32)


def _smeared(rng: np.random.Generator, image: NDArray[np.float32]) -> NDArray[np.float32]:
    """A median filter as cheap cameras use against noise, a double exposure, and impulse noise."""
    dx, dy = rng.normal(0, 0.9, 2)
    ghost = cv2.warpAffine(
        image, np.array([[1, 0, dx], [0, 1, dy]]), image.shape[::-1], borderMode=cv2.BORDER_REPLICATE
    )
    share = np.float32(rng.uniform(0.15, 0.5))
    image = np.asarray(image * (1 - share) + ghost * share, dtype=np.float32)
    hit = rng.random(image.shape) < float(rng.exponential(0.008))
    image[hit] += rng.choice(np.array([-80, 80], np.float32), int(hit.sum()))
    return np.asarray(cv2.medianBlur(image, 3), dtype=np.float32) if rng.random() < 0.5 else image


def _webp(rng: np.random.Generator, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    _, data = cv2.imencode(".webp", pixels, [cv2.IMWRITE_WEBP_QUALITY, int(rng.integers(15, 90))])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _banded(rng: np.random.Generator, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Few grey levels, then the smoothing that keeps edges and paints flat areas (bilateral filter)."""
    step = float(rng.uniform(2, 20))
    pixels = np.clip(np.rint(np.rint(pixels / step) * step), 0, 255).astype(np.uint8)
    return np.asarray(cv2.bilateralFilter(pixels, 5, float(rng.uniform(5, 50)), 1.5), dtype=np.uint8)
