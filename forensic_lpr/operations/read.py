"""Read a plate: capture a request, compute the reading. The same for window and command line."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from forensic_lpr import __version__
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import Candidate, SlotSets, rank_plates
from forensic_lpr.core.reading import PlateReading, ReadRequest, SlotProbabilities
from forensic_lpr.core.recipe import ORIGINAL, Recipe
from forensic_lpr.imaging.cautions import pixel_cautions
from forensic_lpr.imaging.pipeline import Memory
from forensic_lpr.imaging.rectify import rectify, to_grey
from forensic_lpr.operations.inspect import inspect, shipped_inspector
from forensic_lpr.recognition.recognizer import Recognizer

PLATES = 20
"""Ranked plates kept in a reading."""
DEFAULT_WEIGHTS = "default"
_TOLD = 3


def capture(
    item: EvidenceItem,
    frame: Frame,
    quad: Quad,
    format_name: str = "auto",
    weights: str = DEFAULT_WEIGHTS,
    recipe: Recipe = ORIGINAL,
) -> ReadRequest:
    """Freeze what is asked; of a recipe, the steps that are switched on.

    Raises:
        QuadInvalid: the quad reaches outside the frame.
    """
    quad.require_inside(frame.image.shape[1], frame.image.shape[0])
    return ReadRequest(
        item.digests.sha256, frame.ref, frame.digest, quad, format_name, weights, recipe.effective
    )


def compute(
    request: ReadRequest,
    frame: Frame,
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    memory: Memory | None = None,
    progress: Progress = silent,
) -> PlateReading:
    """Read the plate of a request; any thread.

    Args:
        request: What was asked.
        frame: The frame that the request names.
        recognizer: The weights that the request names.
        formats: All plate formats.
        memory: Enhanced pictures made before, so that moving a corner enhances nothing anew.
        progress: Told how far enhancing is; may cancel it.

    Raises:
        FormatInvalid: the request names an unknown format.
        WeightsInvalid: the inspector's weights are missing or damaged.
        RecipeInvalid: a step of the recipe does not fit the frame.
        Cancelled: by the progress callback.
    """
    if frame.digest != request.frame_digest:
        raise ValueError("the frame is not the one that the request names")
    chosen = select(formats, request.format_name)
    image = (memory or Memory()).apply(request.recipe, frame.image, frame.digest, progress)
    plate_image, slots = look(image, request.quad, recognizer)
    of_original: tuple[Candidate, ...] = ()
    if not request.recipe.is_original:
        of_original = _ranked(look(frame.image, request.quad, recognizer)[1], chosen)
        # The calibration and its sets were fitted on pictures as cameras give them.
        slots = replace(slots, calibrated=False, sets=())
    inspection = inspect(frame.image, request.quad, shipped_inspector())
    cautions = inspection.cautions
    if not request.recipe.is_original:
        # What enhancement has clipped or flattened on top of what the evidence itself lacks.
        known = {caution.kind for caution in cautions}
        cautions = (*cautions, *(c for c in pixel_cautions(image, request.quad) if c.kind not in known))
    plates = _ranked(slots, chosen)
    best = plates[0].text if plates else ""
    return PlateReading(
        request=request,
        plate_image=plate_image,
        slots=slots,
        plates=plates,
        plates_without_syntax=rank_plates(slots.log_probabilities, slots.alphabet, (), PLATES),
        format_name=next((f.name for f in chosen if f.matches(best)), ""),
        warnings=(
            *_enhancement_warnings(request.recipe, plates, of_original),
            *(caution.sentence for caution in cautions),
            *_damage_warnings(frame),
        ),
        weights=recognizer.identity,
        program_version=__version__,
        remarks=frame.remarks,
        plates_of_original=of_original,
        inspection=inspection,
    )


def _ranked(slots: SlotProbabilities, chosen: tuple[PlateFormat, ...]) -> tuple[Candidate, ...]:
    """Plates that follow the syntax of the formats."""
    return rank_plates(slots.log_probabilities, slots.alphabet, [slot_sets(f) for f in chosen], PLATES)


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


def _enhancement_warnings(
    recipe: Recipe, plates: tuple[Candidate, ...], of_original: tuple[Candidate, ...]
) -> tuple[str, ...]:
    """That the picture was enhanced, and whether that changed the plate."""
    if recipe.is_original:
        return ()
    count = len(recipe.steps)
    found = [
        f"The picture was enhanced ({count} step{'s' if count > 1 else ''}); probabilities are calibrated for "
        "originals only."
    ]
    if plates and of_original and plates[0].text != of_original[0].text:
        found.append(
            f"Enhancement changed the likeliest plate: {of_original[0].text} ({of_original[0].probability:.0%}) in the "
            f"original, {plates[0].text} ({plates[0].probability:.0%}) enhanced; neither may be taken alone."
        )
    return tuple(found)


def _damage_warnings(frame: Frame) -> tuple[str, ...]:
    """That the frame is damaged, or built on one that is."""
    if not frame.doubts:
        return ()
    told = [remark.sentence for remark in frame.doubts[:_TOLD]]
    rest = len(frame.doubts) - _TOLD
    more = [f"{rest} more in the record of the clip."] if rest > 0 else []
    return (
        f"Frame {frame.ref.index} is damaged or built on a damaged one, so parts of it can be wrong: "
        + " ".join([*told, *more]),
    )
