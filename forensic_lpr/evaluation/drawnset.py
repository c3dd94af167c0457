"""Held plates of one format, drawn: for formats of which there are no photographs to measure on.

They are photographed well (:mod:`forensic_lpr.synthesis.goodcamera`) and then brought to narrower widths exactly as
photographs are (:mod:`forensic_lpr.evaluation.photos`). No training draws these plates: the seed is far from any
training seed. What they cannot tell is whether the drawing is true.

Public here: :class:`KnownPicture`, :func:`drawn_picture`.
"""

from dataclasses import dataclass

import numpy as np

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.evaluation.photos import PlatePicture
from forensic_lpr.synthesis.cablecamera import careful_mark
from forensic_lpr.synthesis.goodcamera import good_photograph
from forensic_lpr.synthesis.plates import draw_plate, random_design
from forensic_lpr.synthesis.sampler import SCALE

SEED = 994_000_000
_WEAR = 0.6


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
    shot = good_photograph(rng, plate)
    quad = careful_mark(rng, shot.quad)
    return KnownPicture(
        PlatePicture(np.repeat(shot.image[..., None], 3, axis=2), quad), quad.width, plate.design.text
    )
