"""Labelled photographs: a CSV of boxes and texts, brought to a plate width.

Columns ``file,x,y,width,height,text``; files relative to the CSV, boxes in pixels. A box is enlarged by 5 % about its
centre. A width of W pixels is made by area-averaging the picture until the box is W px wide and then compressing it
as JPEG of quality 60; plates narrower than W are left out.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import TableInvalid
from forensic_lpr.imaging.resample import jpeg, shrink
from forensic_lpr.media.stills import decode_still

ENLARGEMENT = 1.05
JPEG_QUALITY = 60
COLUMNS = ("file", "x", "y", "width", "height", "text")
_SURROUNDINGS = 0.5
"""Share of the box kept round it, so that compression sees what it would see."""


@dataclass(frozen=True)
class LabelledPlate:
    """One row of the CSV."""

    path: Path
    x: float
    y: float
    width: float
    height: float
    text: str


@dataclass(frozen=True)
class PlatePicture:
    """A picture cut round one plate.

    Attributes:
        image: RGB uint8 (H, W, 3).
        quad: The enlarged box in this picture.
    """

    image: NDArray[np.uint8]
    quad: Quad


def load_table(path: Path) -> tuple[LabelledPlate, ...]:
    """Rows of a CSV.

    Raises:
        TableInvalid: it is missing or not well formed.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            missing = [c for c in COLUMNS if c not in (reader.fieldnames or [])]
            if missing:
                raise TableInvalid(f"The table {path.name} lacks the columns {', '.join(missing)}.")
            rows = tuple(
                LabelledPlate(
                    path.parent / row["file"],
                    float(row["x"]), float(row["y"]), float(row["width"]), float(row["height"]),
                    row["text"].strip().upper(),
                )
                for row in reader
            )  # fmt: skip
    except OSError as error:
        raise TableInvalid(f"The table {path.name} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, AttributeError, csv.Error) as error:
        raise TableInvalid(f"The table {path.name} is not well formed: {error}.") from error
    if not rows:
        raise TableInvalid(f"The table {path.name} has no rows.")
    return rows


def cut(picture: NDArray[np.uint8], plate: LabelledPlate) -> PlatePicture:
    """The part of the picture round the plate, and the enlarged box in it."""
    height, width = picture.shape[:2]
    dx, dy = plate.width * _SURROUNDINGS, plate.height * _SURROUNDINGS
    x0, y0 = max(0, int(plate.x - dx)), max(0, int(plate.y - dy))
    x1, y1 = (
        min(width, int(np.ceil(plate.x + plate.width + dx))),
        min(height, int(np.ceil(plate.y + plate.height + dy))),
    )
    if x1 - x0 < 2 or y1 - y0 < 2:
        raise TableInvalid(f"The box of {plate.text} lies outside {plate.path.name}.")
    grown_w, grown_h = plate.width * ENLARGEMENT, plate.height * ENLARGEMENT
    quad = Quad.from_box(
        plate.x - (grown_w - plate.width) / 2 - x0,
        plate.y - (grown_h - plate.height) / 2 - y0,
        grown_w,
        grown_h,
    )
    return PlatePicture(picture[y0:y1, x0:x1], quad)


def at_width(picture: PlatePicture, box_width: float, width: int) -> PlatePicture:
    """The picture with the plate's box brought from ``box_width`` to ``width`` pixels and compressed."""
    height, across = picture.image.shape[:2]
    factor = width / box_width
    size = max(2, round(across * factor)), max(2, round(height * factor))
    fx, fy = size[0] / across, size[1] / height
    # Pixel centres: x goes to (x + 0.5) * fx - 0.5.
    corners = (picture.quad.array() + 0.5) * [fx, fy] - 0.5
    quad = Quad.in_order(corners)
    return PlatePicture(jpeg(shrink(picture.image, *size), JPEG_QUALITY), quad)


def open_picture(plate: LabelledPlate) -> NDArray[np.uint8]:
    """The photograph of a row; raises :class:`forensic_lpr.errors.EvidenceUnreadable`."""
    return decode_still(plate.path)
