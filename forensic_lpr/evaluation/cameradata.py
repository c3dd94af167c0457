"""Everything an examiner would gather of one camera, for the camera that no training draws.

Labelled crops, pairs of near and far plates, and held plates: three separate sets of plates, all functions of the seed.

Public here: :func:`labelled_crops`, :func:`camera_pairs`, :func:`held_plates`.
"""

import hashlib
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from forensic_lpr import __version__
from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.evaluation.paired import KnownPlates
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.cablecamera import careful_mark, through_cable
from forensic_lpr.synthesis.camera import Photograph
from forensic_lpr.synthesis.chance import log_uniform
from forensic_lpr.synthesis.pairs import FAR_RANGE, NEAR_FROM, PLATE_SIZE
from forensic_lpr.synthesis.pairset import PairSet, TakenPlate
from forensic_lpr.synthesis.plates import CleanPlate, draw_plate, random_design
from forensic_lpr.synthesis.sampler import SCALE
from forensic_lpr.synthesis.scan import field_step
from forensic_lpr.training.labelwriting import NewLabel

SEED = 995_000_000
"""Far from any training seed."""
WIDTHS = (42.0, 110.0)
"""Limits of the plate width in pixels, log-uniform, of labelled crops and held plates."""
_WEAR = 0.6
_PER_PLATE = 2
"""Pairs of one plate."""
_CLIPS = 20
"""Days on which the labelled crops were taken."""


def _plate(part: int, index: int, formats: tuple[PlateFormat, ...]) -> tuple[np.random.Generator, CleanPlate]:
    rng = np.random.default_rng([SEED, part, index])
    return rng, draw_plate(rng, random_design(rng, formats), SCALE, 1, _WEAR)


def _shot(part: int, index: int, formats: tuple[PlateFormat, ...]) -> tuple[Photograph, Quad, CleanPlate]:
    rng, plate = _plate(part, index, formats)
    shot = through_cable(rng, plate, log_uniform(rng, *WIDTHS))
    return shot, careful_mark(rng, shot.quad), plate


def labelled_crops(
    count: int, formats: tuple[PlateFormat, ...], progress: Progress = silent
) -> tuple[NewLabel, ...]:
    """Crops with their labels, each of another plate."""
    labels = []
    for index in range(count):
        progress(index, count, "labelled crops")
        shot, quad, plate = _shot(0, index, formats)
        picture = np.repeat(shot.image[..., None], 3, axis=2)
        name, source = plate.design.plate_format.name, f"day {index % _CLIPS + 1}"
        labels.append(NewLabel(picture, quad, plate.design.text, name, source))
    return tuple(labels)


def held_plates(
    count: int, formats: tuple[PlateFormat, ...], size: tuple[int, int], progress: Progress = silent
) -> KnownPlates:
    """Plates that nobody learns, marked as carefully as the labelled ones."""
    images, texts = [], []
    for index in range(count):
        progress(index, count, "held plates")
        shot, quad, plate = _shot(1, index, formats)
        images.append(rectify(shot.image, quad, *size))
        texts.append(plate.design.text)
    return KnownPlates(np.stack(images), tuple(texts))


def camera_pairs(
    count: int, formats: tuple[PlateFormat, ...], progress: Progress = silent
) -> tuple[PairSet, ...]:
    """Pair sets of two pairs each, as following a car would give them: one near picture, two far ones."""
    sets = []
    for number in range(count // _PER_PLATE):
        progress(number, count // _PER_PLATE, "pairs")
        rng, plate = _plate(2, number, formats)
        offset = rng.normal(0, [0.006, 0.015], (4, 2))
        near = _taken(rng, plate, 0, float(rng.uniform(NEAR_FROM + 4, 130)), offset)
        far = [
            _taken(rng, plate, 10 + k, float(rng.uniform(38, FAR_RANGE[1])), offset)
            for k in range(_PER_PLATE)
        ]
        evidence = hashlib.sha256(f"cable camera {number}".encode()).hexdigest()
        pairs = tuple((0, 1 + k) for k in range(_PER_PLATE))
        text = plate.design.text
        sets.append(PairSet(f"cable-{number:03d}", evidence, 0, text, (), __version__, (near, *far), pairs))
    return tuple(sets)


def _taken(
    rng: np.random.Generator, plate: CleanPlate, index: int, width: float, offset: NDArray[np.float64]
) -> TakenPlate:
    """One frame of a pair; the corners lie at the same place of the plate in all of them."""
    shot = through_cable(rng, plate, width)
    corners = shot.quad.array() + offset * [shot.quad.width, shot.quad.height] + rng.normal(0, 0.2, (4, 2))
    quad = Quad.from_points(corners)
    image = rectify(shot.image, quad, *PLATE_SIZE)
    image.setflags(write=False)
    step = field_step(shot.image, quad)
    digest = hashlib.sha256(shot.image.tobytes()).hexdigest()
    ref = FrameRef(index, index, Fraction(1, 25))
    return TakenPlate("near" if index == 0 else "far", image, ref, digest, quad, 0.0, step)
