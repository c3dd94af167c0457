"""Labelled sets of drawn plates, as an examiner's own, for tests: the same each time and quick to make."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.synthesis.camera import moved, sample_plate
from forensic_lpr.synthesis.plates import draw_plate, random_design
from forensic_lpr.training.labelwriting import NewLabel, add_labels

FORMATS = load_formats()


@cache
def label(number: int, width: float = 90.0, look: int = 0) -> NewLabel:
    """A plate by its number, recorded with a night camera's noise; another ``look`` is another picture of it."""
    rng = np.random.default_rng([4, number])
    design = random_design(rng, FORMATS)
    car = design.plate_format.layouts[0]
    plate = draw_plate(rng, replace(design, layout=car), 0.75, 1, 0.2)
    seen, to_picture = sample_plate(np.random.default_rng([5, number, look]), plate, width)
    grain = np.random.default_rng([6, number, look]).normal(0, 16, seen.shape)
    picture = np.clip(seen + grain, 0, 255).astype(np.uint8)
    quad = moved(plate.quad, to_picture)
    inside = Quad.from_points(
        [
            (float(np.clip(x, 0, picture.shape[1] - 1)), float(np.clip(y, 0, picture.shape[0] - 1)))
            for x, y in quad.points()
        ]
    )
    colour = np.repeat(picture[..., None], 3, axis=2)
    source = f"day {number % 7}"
    return NewLabel(colour, inside, design.text, design.plate_format.name, source)


def write_set(folder: Path, plates: int = 14, looks: int = 2, width: float = 90.0) -> Path:
    """A set with some pictures of each plate."""
    add_labels(folder, [label(number, width, look) for number in range(plates) for look in range(looks)])
    return folder
