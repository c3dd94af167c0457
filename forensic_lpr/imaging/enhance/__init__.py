"""The enhancements, one module per family; :mod:`forensic_lpr.core.catalogue` describes them.

Each takes an RGB picture uint8 (H, W, 3), a progress callback and its parameters by name, and gives an RGB picture
of the same size. Values between are floats. None invents pixels: each result depends on the picture and on the
parameters alone, and is the same to the bit each time on one machine.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.imaging.enhance import colour, interlacing, light, noise, sharpness

Enhance = Callable[..., NDArray[np.uint8]]

OPERATIONS: Mapping[str, Enhance] = MappingProxyType(
    {
        "levels": light.levels,
        "gamma": light.gamma,
        "stretch": light.stretch,
        "clahe": light.clahe,
        "grey-world": colour.grey_world,
        "neutral-point": colour.neutral_point,
        "channel": colour.channel,
        "bilateral": noise.bilateral,
        "non-local-means": noise.non_local_means,
        "unsharp": sharpness.unsharp,
        "wiener-motion": sharpness.wiener_motion,
        "wiener-defocus": sharpness.wiener_defocus,
        "lucy-motion": sharpness.lucy_motion,
        "lucy-defocus": sharpness.lucy_defocus,
        "deinterlace": interlacing.deinterlace,
    }
)
"""What computes each operation of the catalogue."""
