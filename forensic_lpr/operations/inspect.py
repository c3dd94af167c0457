"""Look at a marked place before any character is read: is there a plate, the right way round, and how legible is it?

The one function for window, command line, record and measuring. It reads nothing: what it finds may be shown before an
own reading is sealed.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.inspection import Caution, CautionKind, Inspection
from forensic_lpr.imaging.cautions import pixel_cautions
from forensic_lpr.imaging.quality import legibility
from forensic_lpr.imaging.rectify import to_grey, with_surroundings
from forensic_lpr.recognition.inspector import GROWTH, INPUT_SIZE, Inspector

PLACE_WORDS: dict[str, tuple[CautionKind, str]] = {
    "nothing": ("nothing", "The marked area does not look like a plate; readings of it mean nothing."),
    "beside": ("beside", "The corners seem to lie beside the plate, or far too wide or narrow; check them."),
    "mirrored": (
        "mirrored",
        "The plate looks mirrored; a picture taken through a mirror must be turned over.",
    ),
    "upside-down": ("upside-down", "The plate looks upside down; turn the corners by two quarters."),
}
"""By the inspector's output: the caution and its sentence."""


@cache
def shipped_inspector() -> Inspector:
    """The shipped inspector; raises :class:`forensic_lpr.errors.WeightsInvalid`."""
    return Inspector.load()


def inspect(image: NDArray[np.uint8], quad: Quad, inspector: Inspector) -> Inspection:
    """Inspect a marked place; any thread.

    Args:
        image: uint8 (H, W) or RGB (H, W, 3), as the camera gave it.
        quad: Corners in the image.
        inspector: The network that knows places.
    """
    # Only the surroundings are needed in grey, not the whole frame.
    view = to_grey(with_surroundings(image, quad, GROWTH, *INPUT_SIZE))
    place = inspector.warned(inspector.look(view))
    cautions = pixel_cautions(image, quad)
    if place:
        cautions = (Caution(*PLACE_WORDS[place]), *cautions)
    return Inspection(legibility(image, quad), cautions)
