"""Drawn plates as one camera would have recorded them: of :mod:`forensic_lpr.synthesis.cameramodel`.

Text, typeface, wear and perspective are drawn as for all training; width, fields, point spread and levels are those of
the camera, and corners are marked on the sheet as own plates' are. What the model does not hold is drawn beside it:
gamma, grain, compression.

Public here: :class:`MatchedPlates`.
"""

import cv2
import numpy as np

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.imaging.resample import jpeg
from forensic_lpr.synthesis.augment import marked_anew
from forensic_lpr.synthesis.camera import (
    Grain,
    Photograph,
    contrast,
    moved,
    noisy,
    random_grain,
    sample_plate,
)
from forensic_lpr.synthesis.cameramodel import CameraModel, spread_out
from forensic_lpr.synthesis.plates import CleanPlate, draw_plate, random_design
from forensic_lpr.synthesis.sampler import SCALE, SHOTS_PER_PLATE, Sample
from forensic_lpr.synthesis.scan import interlaced

_WIDTH_SPREAD = 0.12
"""Widths lie about those that were seen: standard deviation of their logarithm."""
_GAMMA_SPREAD = 0.6
_CONTRAST_SPREAD = 0.15
_LEVEL_SPREAD = 5.0
_QUIET = 0.8
"""Grain is at most this share of what training draws: a camera's own pictures hold theirs already."""
_KEY = 43


class MatchedPlates:
    """Samples by index; each is a function of (camera, seed, index).

    Args:
        camera: What is known of the camera.
        formats: Plate formats to draw.
        size: Width and height of the result in pixels.
        seed: Seed of the whole set.
        widths: Limits of the plate width in pixels, evenly; ``None`` for widths like those that the camera saw.
    """

    def __init__(
        self,
        camera: CameraModel,
        formats: tuple[PlateFormat, ...],
        size: tuple[int, int],
        seed: int,
        widths: tuple[float, float] | None = None,
    ) -> None:
        self._camera = camera
        self._formats = formats
        self._size = size
        self._seed = seed
        self._widths = widths
        self._last: tuple[int, CleanPlate] | None = None

    def __call__(self, index: int) -> Sample:
        """The sample of this index."""
        plate = self._plate(index // SHOTS_PER_PLATE)
        rng = np.random.default_rng([self._seed, _KEY, 1, index])
        shot = self._record(rng, plate)
        image = rectify(shot.image, marked_anew(rng, shot.quad), *self._size)
        return Sample(image, plate.design.text, shot.quad.width, plate.design.plate_format.name)

    def _plate(self, number: int) -> CleanPlate:
        if self._last is None or self._last[0] != number:
            rng = np.random.default_rng([self._seed, _KEY, 0, number])
            self._last = (number, draw_plate(rng, random_design(rng, self._formats), SCALE, 1))
        return self._last[1]

    def _record(self, rng: np.random.Generator, plate: CleanPlate) -> Photograph:
        """The plate in the place of one that the camera saw."""
        sight = self._camera.sights[int(rng.integers(len(self._camera.sights)))]
        width = sight.width * float(np.exp(rng.normal(0, _WIDTH_SPREAD)))
        if self._widths is not None:
            width = float(rng.uniform(*self._widths))
        seen, to_picture = sample_plate(rng, plate, width)
        if rng.random() < 0.5:
            brightest = max(float(seen.max()), 1.0)
            gamma = float(np.exp(rng.normal(0, _GAMMA_SPREAD)))
            seen = np.float32(brightest) * np.power(np.maximum(seen, 0) / brightest, np.float32(gamma))
        seen = interlaced(seen, sight.field_step * (1 if rng.random() < 0.5 else -1))
        seen = spread_out(seen, self._camera.spread)
        if rng.random() < 0.2:  # not every plate is where the lens is set to
            sigma = float(rng.uniform(0.25, 0.7))
            seen = np.asarray(cv2.GaussianBlur(seen, (0, 0), sigma), dtype=np.float32)
        low, high = contrast(seen)
        wanted = (sight.high - sight.low) * float(np.exp(rng.normal(0, _CONTRAST_SPREAD)))
        level = sight.low + float(rng.normal(0, _LEVEL_SPREAD))
        seen = np.asarray((seen - low) * (wanted / max(high - low, 8.0)) + level, dtype=np.float32)
        grain = random_grain(rng, seen)
        seen = noisy(rng, seen, Grain(grain.strength * float(rng.uniform(0, _QUIET)), grain.smear))
        image = np.clip(np.rint(seen), 0, 255).astype(np.uint8)
        if rng.random() < 0.7:
            image = jpeg(image, int(rng.integers(25, 96)))
        return Photograph(image, moved(plate.quad, to_picture), moved(plate.characters, to_picture))
