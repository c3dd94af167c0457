"""Held plates of one format, drawn: for formats of which there are no photographs to measure on.

The pictures are as large and as clean as good photographs of a still car: widths, light, slight blur and grain, JPEG.
They are then brought to narrower widths exactly as photographs are (:mod:`forensic_lpr.evaluation.photos`). No training
draws these plates: the seed is far from any training seed. What they cannot tell is whether the drawing is true.

Public here: :class:`KnownPicture`, :func:`drawn_picture`.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.evaluation.photos import PlatePicture
from forensic_lpr.imaging.resample import jpeg
from forensic_lpr.synthesis.camera import moved, sample_plate
from forensic_lpr.synthesis.plates import draw_plate, random_design
from forensic_lpr.synthesis.sampler import SCALE

SEED = 994_000_000
_WIDTHS = (90.0, 140.0)
_WEAR = 0.6
_BLUR = (0.3, 0.9)
_GRAIN = 4.0
_QUALITY = (75, 96)
_CONTRAST = (60.0, 190.0)
_DARKEST = (10.0, 60.0)


@dataclass(frozen=True)
class KnownPicture:
    """A picture round one plate whose text is known.

    Attributes:
        picture: The picture and the plate's corners in it.
        width: Width of the plate in it, in pixels.
        text: Its text.
    """

    picture: PlatePicture
    width: float
    text: str


def drawn_picture(plate_format: PlateFormat, index: int) -> KnownPicture:
    """The held plate of this number; a function of format and number."""
    rng = np.random.default_rng([SEED, index])
    plate = draw_plate(rng, random_design(rng, (plate_format,)), SCALE, 1, _WEAR)
    seen, to_picture = sample_plate(rng, plate, float(rng.uniform(*_WIDTHS)))
    low, high = np.percentile(seen, (5, 95))
    level = np.float32(rng.uniform(*_CONTRAST) / max(high - low, 20))
    seen = (seen - low) * level + np.float32(rng.uniform(*_DARKEST))
    seen = np.asarray(cv2.GaussianBlur(seen, (0, 0), float(rng.uniform(*_BLUR))), dtype=np.float32)
    seen = seen + rng.standard_normal(seen.shape, dtype=np.float32) * np.float32(rng.uniform(0, _GRAIN))
    grey = jpeg(np.clip(np.rint(seen), 0, 255).astype(np.uint8), int(rng.integers(*_QUALITY)))
    corners = moved(plate.quad, to_picture).array()
    corners = corners + rng.normal(0, 0.4 + 0.005 * float(np.ptp(corners[:, 0])), (4, 2))
    quad = Quad.from_points([(float(x), float(y)) for x, y in corners])
    picture = PlatePicture(np.repeat(grey[..., None], 3, axis=2), quad)
    return KnownPicture(picture, quad.width, plate.design.text)
