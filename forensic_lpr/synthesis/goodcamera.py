"""A good photograph of a drawn plate: near, hardly blurred, a little grain, lightly compressed.

Public here: :func:`good_photograph`.
"""

import cv2
import numpy as np

from forensic_lpr.imaging.resample import jpeg
from forensic_lpr.synthesis.camera import Photograph, moved, sample_plate
from forensic_lpr.synthesis.plates import CleanPlate

_WIDTHS = (90.0, 140.0)
_CONTRAST = (60.0, 190.0)
_DARKEST = (10.0, 60.0)
_BLUR = (0.3, 0.9)
_GRAIN = 4.0
_QUALITY = (75, 96)


def good_photograph(rng: np.random.Generator, plate: CleanPlate) -> Photograph:
    """The plate 90 to 140 px wide, as a still camera in daylight takes it; grey."""
    seen, to_picture = sample_plate(rng, plate, float(rng.uniform(*_WIDTHS)))
    low, high = np.percentile(seen, (5, 95))
    factor = np.float32(rng.uniform(*_CONTRAST) / max(high - low, 20))
    seen = (seen - low) * factor + np.float32(rng.uniform(*_DARKEST))
    seen = np.asarray(cv2.GaussianBlur(seen, (0, 0), float(rng.uniform(*_BLUR))), dtype=np.float32)
    seen = seen + rng.standard_normal(seen.shape, dtype=np.float32) * np.float32(rng.uniform(0, _GRAIN))
    image = jpeg(np.clip(np.rint(seen), 0, 255).astype(np.uint8), int(rng.integers(*_QUALITY)))
    return Photograph(image, moved(plate.quad, to_picture), moved(plate.characters, to_picture))
