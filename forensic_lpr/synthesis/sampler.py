"""Training pictures by (seed, index): the same everywhere, in any order, with any number of workers."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.camera import Photograph, photograph, random_width
from forensic_lpr.synthesis.chance import log_uniform
from forensic_lpr.synthesis.plates import CleanPlate, PlateDesign, draw_plate, random_design
from forensic_lpr.synthesis.recorder import record

SCALE = 0.75
"""Pixels per millimetre of the drawing; a car plate is then 300 px wide."""
EASY_WIDTHS = (60.0, 220.0)
"""Plate widths in pixels of the samples with which a slow network starts."""
NARROW_WIDTHS = (28.0, 66.0)
"""Plate widths in pixels between which a reader goes from guessing to reading most plates."""
SHOTS_PER_PLATE = 3
"""A drawing is photographed this often in a row: drawing costs more than photographing."""
CLIP_SHARE = 0.3
"""Share of the drawings that are not photographed but filmed: their shots are frames of one clip after a codec."""


@dataclass(frozen=True)
class Sample:
    """One training picture.

    Attributes:
        image: uint8 (height, width), rectified as an examiner's hand would.
        text: The truth.
        width: Width of the plate on the sensor in pixels.
        format_name: Name of the format that the plate is of.
        foreign: Slots whose character is not to be learnt, for it may be of another format.
    """

    image: NDArray[np.uint8]
    text: str
    width: float
    format_name: str
    foreign: tuple[int, ...] = ()


class Sampler:
    """Makes samples of fixed size.

    Args:
        seed: Seed of the whole set.
        formats: Plate formats to draw.
        size: Width and height of the result in pixels.
        width_range: Limits of the plate's width on the sensor in pixels, or ``None`` for the training mixture.
        easy: Samples below this index are drawn 60 to 220 pixels wide.
        mixed: Share of drawings in which the slots that differ between the formats hold a character of any of them:
            from these the pattern of a plate can be learnt from all but its characters.
        narrow: Share of the samples whose plates are made 28 to 66 pixels wide; the others are of any width.
    """

    def __init__(
        self,
        seed: int,
        formats: tuple[PlateFormat, ...],
        size: tuple[int, int],
        width_range: tuple[float, float] | None = None,
        easy: int = 0,
        mixed: float = 0.0,
        narrow: float = 0.0,
    ) -> None:
        self._seed = seed
        self._formats = formats
        self._size = size
        self._width_range = width_range
        self._easy = easy
        self._mixed = mixed
        self._narrow = narrow
        self._differing = differing_slots(formats)
        self._filmed: tuple[int, CleanPlate, tuple[int, ...], tuple[Photograph, ...]] | None = None

    def __call__(self, index: int) -> Sample:
        """The sample of this index."""
        plate, foreign, frames = self._plate(index // SHOTS_PER_PLATE)
        rng = np.random.default_rng([self._seed, 1, index])
        if frames:
            shot = frames[index % SHOTS_PER_PLATE]
            width = shot.quad.width
        else:
            width = self._width(rng, index)
            shot = photograph(rng, plate, width)
        return Sample(
            rectify(shot.image, mark_by_hand(rng, shot), *self._size),
            plate.design.text,
            width,
            plate.design.plate_format.name,
            foreign,
        )

    def _plate(self, number: int) -> tuple[CleanPlate, tuple[int, ...], tuple[Photograph, ...]]:
        """The drawing of this number, its foreign slots, and its shots if it was filmed; the last one is kept."""
        if self._filmed is None or self._filmed[0] != number:
            rng = np.random.default_rng([self._seed, 0, number])
            design = random_design(rng, self._formats)
            foreign: tuple[int, ...] = ()
            if self._mixed and rng.random() < self._mixed:
                design, foreign = self._mix(rng, design), self._differing
            plate = draw_plate(rng, design, SCALE, 1)
            frames: tuple[Photograph, ...] = ()
            if rng.random() < CLIP_SHARE:
                frames = record(rng, plate, self._width(rng, number * SHOTS_PER_PLATE), SHOTS_PER_PLATE)
            self._filmed = (number, plate, foreign, frames)
        return self._filmed[1:]

    def _mix(self, rng: np.random.Generator, design: PlateDesign) -> PlateDesign:
        text = list(design.text)
        for slot in self._differing:
            other = self._formats[int(rng.integers(len(self._formats)))].allowed(slot)
            text[slot] = other[int(rng.integers(len(other)))]
        return replace(design, text="".join(text))

    def _width(self, rng: np.random.Generator, index: int) -> float:
        limits = EASY_WIDTHS if index < self._easy else self._width_range
        if limits is None and self._narrow and rng.random() < self._narrow:
            return log_uniform(rng, *NARROW_WIDTHS)
        return random_width(rng) if limits is None else float(rng.uniform(*limits))


def differing_slots(formats: tuple[PlateFormat, ...]) -> tuple[int, ...]:
    """Slots that hold other kinds of characters in one format than in another."""
    slots = min((len(plate_format.pattern) for plate_format in formats), default=0)
    return tuple(slot for slot in range(slots) if len({f.allowed(slot) for f in formats}) > 1)


def use_one_thread() -> None:
    """Keep OpenCV to one thread in this process: samples are small, and the other cores have work of their own."""
    cv2.setNumThreads(1)


def mark_by_hand(rng: np.random.Generator, shot: Photograph) -> Quad:
    """Corners as someone marks them: on the sheet, as an upright box, or close round the characters."""
    kind = rng.random()
    true = shot.characters.array() if kind > 0.9 else shot.quad.array()
    across, down = (true[1] - true[0] + true[2] - true[3]) / 2, (true[3] - true[0] + true[2] - true[1]) / 2
    if 0.6 < kind <= 0.9:
        (x0, y0), (x1, y1) = true.min(axis=0), true.max(axis=0)
        true = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])
        across, down = np.array([x1 - x0, 0.0]), np.array([0.0, y1 - y0])
    low = (0.0, 0.04) if kind > 0.9 else (-0.025, -0.05)
    outward = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=np.float64)
    usual = rng.uniform(low, [0.05, 0.1], (2, 2)).mean(axis=0)
    growth = usual + rng.normal(0, [0.01, 0.03], (4, 2))
    steps = outward * growth
    if 0.6 < kind <= 0.7:  # a detector's or a hasty box, beside the plate
        true = true + rng.normal(0, [0.03, 0.04]) * [np.hypot(*across), np.hypot(*down)]
    marked = true + steps[:, :1] * across + steps[:, 1:] * down + rng.normal(0, 0.3, (4, 2))
    try:
        return Quad.from_points(marked)
    except QuadInvalid:
        return shot.quad
