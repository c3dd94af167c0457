"""Plates of pair sets of which it is known what they read, as material of a recognizer's training.

What the near pictures of a pair set say is known of its far ones, too: those are real pictures of the camera at the
widths at which it is hard to read, and the near ones are what the DGM was taught to make far.

Public here: :class:`PairPlate`, :func:`pair_plates`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.synthesis.pairset import read_pair_set


@dataclass(frozen=True)
class PairPlate:
    """A plate as a camera recorded it, near or far.

    Attributes:
        image: The rectified plate, grey uint8 (40, 120), read-only.
        text: What it says.
        format_name: Name of its plate format.
        file: Its picture: the pair set and the file in it.
        quad: Its corners in the frame.
        near: Whether it was near, so that it can be read.
    """

    image: NDArray[np.uint8]
    text: str
    format_name: str
    file: str
    quad: Quad
    near: bool

    @property
    def width(self) -> float:
        """Width of the plate in pixels, as it was recorded."""
        return self.quad.width


def pair_plates(
    folders: Collection[Path], formats: tuple[PlateFormat, ...], but_not: Collection[str] = ()
) -> tuple[PairPlate, ...]:
    """The plates of the pair sets that say what their plate reads, in the order of the folders.

    Sets whose text is unknown or follows none of the formats give nothing.

    Args:
        folders: The pair sets.
        formats: Plate formats that may be learnt.
        but_not: Texts of plates that must not be learnt.

    Raises:
        PairsInvalid: a set is damaged.
    """
    found = []
    for folder in folders:
        pairs = read_pair_set(folder)
        fitting = [plate_format.name for plate_format in formats if plate_format.matches(pairs.text)]
        if not fitting or pairs.text in but_not:
            continue
        found += [
            PairPlate(
                plate.image,
                pairs.text,
                fitting[0],
                f"{folder.name}/{plate.file}",
                plate.quad,
                plate.role == "near",
            )
            for plate in pairs.plates
        ]
    return tuple(found)
