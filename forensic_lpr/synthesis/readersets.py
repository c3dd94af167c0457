"""Fixed sets of plates on which readers are trained and compared, by (seed, index), with the box of every character.

The two test sets stand for those of the paper (section 3.1): plates of 104 pixels mean width, and of 49 pixels mean
width after a recorder's codec. The boxes come from the clean drawing, so they are known where nothing can be seen.
"""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad, corner_pixels, homography, project
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.boxes import Boxes, boxes_from_layout, fit_boxes
from forensic_lpr.synthesis.camera import photograph, random_width
from forensic_lpr.synthesis.permutation import LabelledPlate
from forensic_lpr.synthesis.plates import draw_plate, random_design
from forensic_lpr.synthesis.recorder import record
from forensic_lpr.synthesis.sampler import CLIP_SHARE, SCALE, mark_by_hand

SetName = Literal["high", "low", "originals", "mixture"]
"""The two test sets, the originals of which new plates are made, and what the recognizers are trained on."""
PLATE_SIZE = (120, 40)
_SHEET = (240, 80)
"""Width and height at which the boxes are fitted to the ink."""
_WIDTHS: dict[str, tuple[float, float, float, float]] = {
    "high": (104.0, 16.0, 70.0, 150.0),
    "low": (49.0, 9.0, 28.0, 72.0),
    "originals": (94.0, 22.0, 50.0, 150.0),
}
"""Mean, standard deviation and limits of the plate's width in pixels."""


@dataclass(frozen=True)
class BoxedPlate:
    """A plate as a reader gets it, and all that is known of it.

    Attributes:
        picture: Grey uint8 (H, W), the camera's.
        quad: The corners in it, as marked by a hand.
        image: The plate from the front, uint8 (40, 120).
        text: The truth.
        boxes: Character boxes (S, 4) in ``image``, see :mod:`forensic_lpr.synthesis.boxes`.
        pattern: What the slots hold.
        width: Width of the plate on the sensor in pixels.
    """

    picture: NDArray[np.uint8]
    quad: Quad
    image: NDArray[np.uint8]
    text: str
    boxes: Boxes
    pattern: str
    width: float

    @property
    def labelled(self) -> LabelledPlate:
        """As the permutation takes it."""
        return LabelledPlate(self.image.copy(), self.text, self.boxes.copy(), self.pattern, self.width)


class ReaderSet:
    """Plates of one row of characters by index.

    Args:
        name: Which set.
        seed: Seed of the set.
        formats: Plate formats to draw; layouts of more than one row are left out.
    """

    def __init__(self, name: SetName, seed: int, formats: tuple[PlateFormat, ...]) -> None:
        self._name: SetName = name
        self._seed = seed
        self._formats = formats

    def __call__(self, index: int) -> BoxedPlate:
        """The plate of this index: the same everywhere and in any order."""
        rng = np.random.default_rng([self._seed, 41, get_args(SetName).index(self._name), index])
        design = random_design(rng, self._formats)
        while len(design.layout.rows) > 1:
            design = random_design(rng, self._formats)
        plate = draw_plate(rng, design, SCALE, 1)
        width = self._width(rng)
        filmed = self._name == "low" or (self._name == "mixture" and rng.random() < CLIP_SHARE)
        shot = record(rng, plate, width, 1)[0] if filmed else photograph(rng, plate, width)
        quad = mark_by_hand(rng, shot)
        image = rectify(shot.image, quad, *PLATE_SIZE)
        sheet = rectify(plate.image.clip(0, 255).astype(np.uint8), plate.quad, *_SHEET)
        fitted = fit_boxes(
            sheet, boxes_from_layout(design.plate_format, design.layout, _SHEET), design.layout
        )
        to_marked = homography(quad.array(), corner_pixels(*PLATE_SIZE)) @ homography(
            corner_pixels(*_SHEET), shot.quad.array()
        )
        return BoxedPlate(
            shot.image,
            quad,
            image,
            design.text,
            _moved(fitted, to_marked),
            design.plate_format.pattern,
            width,
        )

    def _width(self, rng: np.random.Generator) -> float:
        if self._name == "mixture":
            return random_width(rng)
        mean, deviation, low, high = _WIDTHS[self._name]
        return float(np.clip(rng.normal(mean, deviation), low, high))


def _moved(boxes: Boxes, matrix: NDArray[np.float64]) -> Boxes:
    """The upright boxes round what boxes become under a homography of pixel centres."""
    moved = []
    for left, top, width, height in boxes:
        right, bottom = left + width, top + height
        corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]]) - 0.5
        there = project(matrix, corners) + 0.5
        # The mean of two corners is each side: a slanted box then has its own width, not that of its corners.
        x0, x1 = (there[0, 0] + there[3, 0]) / 2, (there[1, 0] + there[2, 0]) / 2
        y0, y1 = (there[0, 1] + there[1, 1]) / 2, (there[2, 1] + there[3, 1]) / 2
        moved.append((x0, y0, x1 - x0, y1 - y0))
    return np.array(moved, dtype=np.float64)
