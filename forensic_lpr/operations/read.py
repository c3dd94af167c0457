"""Read a plate: capture a request, compute the reading. The same for window and command line."""

import numpy as np
from numpy.typing import NDArray

from forensic_lpr import __version__
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.ranking import SlotSets, rank_plates
from forensic_lpr.core.reading import PlateReading, ReadRequest, SlotProbabilities
from forensic_lpr.imaging.rectify import rectify, to_grey
from forensic_lpr.recognition.recognizer import Recognizer

PLATES = 20
"""Ranked plates kept in a reading."""
DEFAULT_WEIGHTS = "default"
_FEW_PIXELS = 30.0
_FLAT = 6.0
_SATURATED_SHARE = 0.4


def capture(
    item: EvidenceItem, frame: Frame, quad: Quad, format_name: str = "auto", weights: str = DEFAULT_WEIGHTS
) -> ReadRequest:
    """Freeze what is asked.

    Raises:
        QuadInvalid: the quad reaches outside the frame.
    """
    quad.require_inside(frame.image.shape[1], frame.image.shape[0])
    return ReadRequest(item.digests.sha256, frame.ref, frame.digest, quad, format_name, weights)


def compute(
    request: ReadRequest, frame: Frame, recognizer: Recognizer, formats: tuple[PlateFormat, ...]
) -> PlateReading:
    """Read the plate of a request; any thread.

    Args:
        request: What was asked.
        frame: The frame that the request names.
        recognizer: The weights that the request names.
        formats: All plate formats.

    Raises:
        FormatInvalid: the request names an unknown format.
    """
    if frame.digest != request.frame_digest:
        raise ValueError("the frame is not the one that the request names")
    chosen = select(formats, request.format_name)
    plate_image, slots = look(frame.image, request.quad, recognizer)
    plates = rank_plates(slots.log_probabilities, slots.alphabet, [slot_sets(f) for f in chosen], PLATES)
    best = plates[0].text if plates else ""
    return PlateReading(
        request=request,
        plate_image=plate_image,
        slots=slots,
        plates=plates,
        plates_without_syntax=rank_plates(slots.log_probabilities, slots.alphabet, (), PLATES),
        format_name=next((f.name for f in chosen if f.matches(best)), ""),
        warnings=_warnings(request.quad, plate_image),
        weights=recognizer.identity,
        program_version=__version__,
    )


def look(
    image: NDArray[np.uint8], quad: Quad, recognizer: Recognizer, width: float | None = None
) -> tuple[NDArray[np.uint8], SlotProbabilities]:
    """The rectified grey plate image, read-only, and what the network sees in it.

    Args:
        image: uint8 (H, W) or RGB (H, W, 3).
        quad: Corners in the image.
        recognizer: The weights.
        width: Width of the plate in the evidence in pixels, where the image is larger than that; else the quad's.
    """
    plate_image = to_grey(rectify(image, quad, *recognizer.input_size))
    plate_image.setflags(write=False)
    return plate_image, recognizer.read(plate_image, quad.width if width is None else width)


def slot_sets(plate_format: PlateFormat) -> SlotSets:
    """Allowed characters per slot of a format."""
    return tuple(frozenset(plate_format.allowed(slot)) for slot in range(len(plate_format.pattern)))


def _warnings(quad: Quad, plate_image: NDArray[np.uint8]) -> tuple[str, ...]:
    """What makes a reading doubtful, in words, from geometry and grey levels."""
    found = []
    if quad.width < _FEW_PIXELS:
        found.append(
            f"The plate is only {quad.width:.0f} pixels wide; few characters can be told apart at that size."
        )
    if quad.height < _FEW_PIXELS / 4:
        found.append(f"The plate is only {quad.height:.0f} pixels high.")
    if float(plate_image.std()) < _FLAT:
        found.append("The marked area has almost no contrast; it may hold no plate.")
    for level, word in ((255, "bright"), (0, "dark")):
        share = float((plate_image == level).mean())
        if share > _SATURATED_SHARE:
            found.append(f"{share:.0%} of the plate is too {word} to hold any detail.")
    if not 1.0 <= quad.width / quad.height <= 7.0:
        found.append(
            f"The marked area is {quad.width / quad.height:.1f} times as wide as high, unlike a plate; "
            "check the corners."
        )
    return tuple(found)
