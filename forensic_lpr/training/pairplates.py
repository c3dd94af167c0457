"""Far plates of pair sets whose plate is known, as own plates of a recognizer's training.

The near picture of a pair can be read, so what its far ones say is known, too: they are real pictures of the camera at
the widths at which it is hard to read.

Public here: :class:`PairPlate`, :func:`pair_plates`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.synthesis.pairset import read_pair_set


@dataclass(frozen=True)
class PairPlate:
    """A plate as a camera recorded it from afar.

    Attributes:
        image: The rectified plate, grey uint8 (40, 120), read-only.
        text: What it says.
        format_name: Name of its plate format.
        file: Its picture: the pair set and the file in it.
    """

    image: NDArray[np.uint8]
    text: str
    format_name: str
    file: str


def pair_plates(
    folders: Collection[Path], formats: tuple[PlateFormat, ...], but_not: Collection[str] = ()
) -> tuple[PairPlate, ...]:
    """The far plates of the pair sets that say what their plate is, in the order of the folders.

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
            PairPlate(plate.image, pairs.text, fitting[0], f"{folder.name}/{plate.file}")
            for plate in pairs.plates
            if plate.role == "far"
        ]
    return tuple(found)
