"""What a labelled set is: pictures of plates whose text is known, and what is wrong with them.

Public here: :class:`LabelledCrop`, :class:`Problem`, :class:`LabelledSet`, :func:`set_digest`. Reading stands in
:mod:`forensic_lpr.training.labelreading`, writing in :mod:`forensic_lpr.training.labelwriting`. Nothing here needs
torch.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.canonical import canonical
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.boxes import Boxes, boxes_from_layout, fit_boxes, likely_layout
from forensic_lpr.synthesis.pairs import PLATE_SIZE

Part = Literal["train", "validation", "held"]
PARTS: tuple[Part, ...] = get_args(Part)
LEAST_PICTURES = 20
LEAST_PLATES = 10
"""A camera cannot be learnt from less; with fewer, the held part would say nothing either."""

ProblemKind = Literal[
    "unreadable",  # no picture, too large, truncated, missing
    "label",  # the text follows no plate format
    "corners",  # they make no plate, or lie outside
    "duplicate",  # the same picture twice
    "near-duplicate",  # nearly the same pixels
    "contradiction",  # the same or nearly the same picture with two texts
    "doubtful",  # the reader is sure of another text
    "split",  # the same plate in two parts
    "few",  # too few pictures or plates
    "one-plate",  # only one plate, or one character per slot
]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a set.

    Attributes:
        kind: What kind of thing.
        file: The picture it is about, empty where it is about the whole set.
        sentence: One sentence for the examiner.
        left_out: Whether the picture is left out because of it.
    """

    kind: ProblemKind
    file: str
    sentence: str
    left_out: bool


@dataclass(frozen=True)
class LabelledCrop:
    """One picture of one plate whose text is known.

    Attributes:
        file: Path of the picture, relative to the set's folder.
        text: Plate text.
        image: The part of the picture round the plate, grey uint8 (H, W), read-only.
        quad: The plate's corners in ``image``.
        format_name: Name of its plate format.
        source: Where it comes from (a clip, a day, a place): pictures of one source resemble each other.
        sha256: Digest of the picture's file.
        boxes: Character boxes in the plate image, as :mod:`forensic_lpr.synthesis.boxes` has them, where they were
            corrected by hand; else ``None``.
        part: The part that the set itself asks for, or empty.
        evidence_sha256: Digest of the evidence it was cut from, or empty.
    """

    file: str
    text: str
    image: NDArray[np.uint8]
    quad: Quad
    format_name: str
    source: str
    sha256: str
    boxes: tuple[tuple[float, float, float, float], ...] | None = None
    part: Part | Literal[""] = ""
    evidence_sha256: str = ""

    @property
    def width(self) -> float:
        """Width of the plate in pixels, as it was recorded."""
        return self.quad.width

    def plate_image(self, size: tuple[int, int] = PLATE_SIZE) -> NDArray[np.uint8]:
        """The rectified plate between its corners, grey uint8 (height, width)."""
        return rectify(self.image, self.quad, *size)


@dataclass(frozen=True)
class LabelledSet:
    """A set as it was read.

    Attributes:
        folder: Where it lies.
        crops: The pictures that can be used, in order of their file names.
        problems: Everything that is wrong; pictures that were left out stand only here.
        digest: SHA-256 over all usable pictures, texts, corners, sources and boxes, whatever their order in the table.
    """

    folder: Path
    crops: tuple[LabelledCrop, ...]
    problems: tuple[Problem, ...]
    digest: str

    @property
    def name(self) -> str:
        """Name of the set: its folder's."""
        return self.folder.resolve().name

    @property
    def plates(self) -> tuple[str, ...]:
        """The different texts, sorted."""
        return tuple(sorted({crop.text for crop in self.crops}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The different sources, sorted."""
        return tuple(sorted({crop.source for crop in self.crops}))

    @property
    def enough(self) -> bool:
        """Whether there is enough to train on."""
        return len(self.crops) >= LEAST_PICTURES and len(self.plates) >= LEAST_PLATES


def set_digest(crops: tuple[LabelledCrop, ...]) -> str:
    """Digest of what a training takes from these pictures; their order does not matter."""
    told = sorted(
        canonical(
            {
                "picture": crop.sha256,
                "text": crop.text,
                "quad": crop.quad,
                "format": crop.format_name,
                "source": crop.source,
                "boxes": crop.boxes,
                "part": crop.part,
            }
        )
        for crop in crops
    )
    return hashlib.sha256(canonical(told).encode("ascii")).hexdigest()


def proposed_boxes(image: NDArray[np.uint8], plate_format: PlateFormat, aspect: float) -> Boxes:
    """Boxes (S, 4) of the characters of a plate image, from the format's layout and corrected to the ink.

    Args:
        image: Rectified plate image, grey uint8 (H, W).
        plate_format: Its format.
        aspect: Width over height of the plate as it was marked.
    """
    layout = likely_layout(image, plate_format, aspect)
    return fit_boxes(image, boxes_from_layout(plate_format, layout, (image.shape[1], image.shape[0])), layout)
