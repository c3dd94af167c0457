"""A picture of the plate to compare others with, at several resolutions."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.patches import Float, Grid, grid, placement, quad_of, sample

_WIDTHS = (12, 16, 20, 25, 32, 40, 50, 64, 80, 96)
"""Widths of a plate in patch pixels: a few only, so that patches can be kept."""


@dataclass
class Reference:
    """The plate in one frame.

    Attributes:
        image: Grey uint8 (H, W), the frame round the plate.
        quad: The plate in it.
        age: Frames that were registered since.
        patches: What was sampled so far, by plate width in patch pixels.
    """

    image: NDArray[np.uint8]
    quad: Quad
    age: int = 0
    patches: dict[int, tuple[Grid, Float]] = field(default_factory=dict)

    @staticmethod
    def of(image: NDArray[np.uint8], quad: Quad) -> "Reference":
        """A copy of the picture round a quad, so that the whole frame need not be kept."""
        x0, y0, x1, y1 = quad.bounds()
        room = quad.width
        left, top = max(0, int(x0 - room)), max(0, int(y0 - room))
        near = image[top : int(y1 + room) + 2, left : int(x1 + room) + 2].copy()
        return Reference(near, quad_of(quad.array() - [left, top]))

    def patch(self, width: int) -> tuple[Grid, Float]:
        """The patch whose plate is ``width`` pixels wide, and its grid."""
        if width not in self.patches:
            height = max(5, round(width * self.quad.height / self.quad.width))
            cells = grid(width, height)
            self.patches[width] = (cells, sample(self.image, placement(cells, self.quad), cells))
        return self.patches[width]


def level(width: float) -> int:
    """The patch width for a plate of this width: the next larger of a few."""
    return next((w for w in _WIDTHS if w >= width), _WIDTHS[-1])
