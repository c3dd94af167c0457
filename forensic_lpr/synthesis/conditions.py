"""Plates under told conditions: how wide, how blurred, how compressed; for measuring what to expect of a reading.

Neither these mixtures nor their noise are those of the training.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.performance import BLURS, COMPRESSIONS, Blur, Compression
from forensic_lpr.imaging.resample import jpeg
from forensic_lpr.synthesis.camera import Photograph, moved, sample_plate
from forensic_lpr.synthesis.chance import log_uniform
from forensic_lpr.synthesis.plates import draw_plate, random_design
from forensic_lpr.synthesis.sampler import SCALE, mark_by_hand

BLUR_SHARES: dict[Blur, tuple[float, float]] = {
    "sharp": (0.002, 0.006),
    "soft": (0.010, 0.016),
    "blurred": (0.020, 0.028),
}
"""Standard deviation of the Gaussian blur as a share of the plate's width."""
JPEG_QUALITIES: dict[Compression, tuple[int, int]] = {
    "light": (85, 95),
    "medium": (50, 70),
    "strong": (20, 35),
}
_NOISE = (1.0, 6.0)
"""Standard deviation of the sensor noise in grey levels."""


def plate_in_condition(
    seed: int,
    index: int,
    width_limits: tuple[float, float],
    blur: Blur,
    compression: Compression,
    formats: tuple[PlateFormat, ...],
) -> tuple[NDArray[np.uint8], Quad, str]:
    """The picture uint8 (H, W), the corners as a hand marks them, and the truth; a function of the arguments."""
    where = [seed, 23, int(width_limits[0]), BLURS.index(blur), COMPRESSIONS.index(compression), index]
    rng = np.random.default_rng(where)
    plate = draw_plate(rng, random_design(rng, formats), SCALE, 1)
    width = log_uniform(rng, *width_limits)
    seen, to_picture = sample_plate(rng, plate, width)
    sigma = float(rng.uniform(*BLUR_SHARES[blur])) * width
    if sigma > 0.2:
        seen = np.asarray(cv2.GaussianBlur(seen, (0, 0), sigma), dtype=np.float32)
    low, high = np.percentile(seen, (5, 95))
    image = (seen - low) * np.float32(rng.uniform(80, 200) / max(high - low, 20)) + np.float32(
        rng.uniform(5, 50)
    )
    image = image + rng.standard_normal(image.shape, dtype=np.float32) * np.float32(rng.uniform(*_NOISE))
    pixels = np.clip(np.rint(image), 0, 255).astype(np.uint8)
    least, most = JPEG_QUALITIES[compression]
    pixels = jpeg(pixels, int(rng.integers(least, most + 1)))
    shot = Photograph(pixels, moved(plate.quad, to_picture), moved(plate.characters, to_picture))
    return pixels, mark_by_hand(rng, shot), plate.design.text
