"""Judge own weights before they may read: against the weights they came from, on pictures that neither has learnt.

What a model has learnt stands on its card as marks of plates; every picture of such a plate is left out, whatever set
it is in, and so is one that nearly repeats a picture left out. The verdict goes onto the card.

Public here: :func:`gate`, :class:`Gated`, :func:`record_gate`, :func:`compare_on_plate`, :class:`TwoReadings`.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr import __version__
from forensic_lpr.core.formats import PlateFormat, load_formats, select
from forensic_lpr.core.gate import GateResult
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.lineage import plate_mark
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import Candidate, rank_plates
from forensic_lpr.core.reading import SlotProbabilities, WeightsIdentity
from forensic_lpr.errors import ModelRefused
from forensic_lpr.evaluation.paired import STANDARD, KnownPlates, compare_on, standard_plates
from forensic_lpr.operations.models import OwnModel, replace_model
from forensic_lpr.operations.read import DEFAULT_WEIGHTS, look, slot_sets
from forensic_lpr.recognition.checkpoint import Checkpoint, find, load_file, to_bytes
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.training.labelproblems import alike
from forensic_lpr.training.labelreading import read_labelled_set
from forensic_lpr.training.labels import LabelledCrop, LabelledSet

STANDARD_COUNT = 500
LEAST_HELD = 10
"""Fewer held pictures than this cannot show anything."""
PLATES = 10


@dataclass(frozen=True)
class Gated:
    """Weights with their verdict on the card.

    Attributes:
        data: The weights file.
        result: The verdict with its counts.
    """

    data: bytes
    result: GateResult


def gate(
    weights: str,
    set_folder: Path,
    against: str = DEFAULT_WEIGHTS,
    standard: int = STANDARD_COUNT,
    progress: Progress = silent,
) -> Gated:
    """Judge weights against others on the held pictures of a set, and on drawn plates.

    Args:
        weights: The weights to judge, by name or path.
        set_folder: A labelled set; pictures of plates that either has learnt are left out.
        against: The weights to compare with, by name or path.
        standard: Drawn plates per standard set.
        progress: Told what is done.

    Raises:
        SetInvalid: the set cannot be read.
        ModelRefused: too few held pictures are left.
        WeightsInvalid: the weights cannot be used.
        Cancelled: by the progress callback.
    """
    after, before = load_file(find(weights)), load_file(find(against))
    formats = load_formats()
    labelled = read_labelled_set(set_folder, formats, progress)
    held = held_crops(labelled, (before, after))
    if len(held) < LEAST_HELD:
        raise ModelRefused(
            f"Of the set {labelled.name} {len(held)} pictures show plates that were not learnt; to judge, at least "
            f"{LEAST_HELD} are needed."
        )
    size = after.card.input_size
    pictures = KnownPlates(
        np.stack([crop.plate_image(size) for crop in held]), tuple(crop.text for crop in held)
    )
    drawn = tuple(
        (name, standard_plates(widths, standard, formats, size, progress)) for name, widths in STANDARD
    )
    result = GateResult(
        before.card.name,
        before.sha256,
        labelled.name,
        labelled.digest,
        compare_on(pictures, before, after, formats, progress),
        tuple((name, compare_on(plates, before, after, formats, progress)) for name, plates in drawn),
        len(labelled.crops) - len(held),
        __version__,
    )
    card = replace(after.card, gate=result)
    return Gated(to_bytes(card, after.network.state_dict()), result)


def held_crops(labelled: LabelledSet, checkpoints: tuple[Checkpoint, ...]) -> tuple[LabelledCrop, ...]:
    """Pictures of a set whose plates none of some weights has learnt, nor anything nearly the same."""
    learnt = {mark for c in checkpoints for record in c.card.own for mark in record.marks}
    spoilt = {number for number, crop in enumerate(labelled.crops) if plate_mark(crop.text) in learnt}
    for first, second in alike(labelled.crops):
        if first in spoilt or second in spoilt:
            spoilt |= {first, second}
    return tuple(crop for number, crop in enumerate(labelled.crops) if number not in spoilt)


def record_gate(model: str, gated: Gated) -> OwnModel:
    """Put the verdict onto an own model's card.

    Raises:
        ModelRefused: the model is shipped, or cannot be written.
    """
    return replace_model(model, gated.data)


@dataclass(frozen=True)
class TwoReadings:
    """One plate as two sets of weights read it.

    Attributes:
        plate_image: The rectified plate, grey uint8 (H, W).
        weights: Which weights.
        slots: What each sees.
        plates: The likeliest plates of each, with syntax.
    """

    plate_image: NDArray[np.uint8]
    weights: tuple[WeightsIdentity, WeightsIdentity]
    slots: tuple[SlotProbabilities, SlotProbabilities]
    plates: tuple[tuple[Candidate, ...], tuple[Candidate, ...]]


def compare_on_plate(
    image: NDArray[np.uint8],
    quad: Quad,
    first: Recognizer,
    second: Recognizer,
    formats: tuple[PlateFormat, ...],
    format_name: str = "auto",
) -> TwoReadings:
    """Read one plate with two sets of weights; an illustration, not a recorded reading.

    Raises:
        FormatInvalid: there is no such format.
        QuadInvalid: the quad reaches outside the picture.
    """
    quad.require_inside(image.shape[1], image.shape[0])
    syntaxes = [slot_sets(f) for f in select(formats, format_name)]
    plate_image, one = look(image, quad, first)
    _, two = look(image, quad, second)
    ranked = [rank_plates(slots.log_probabilities, slots.alphabet, syntaxes, PLATES) for slots in (one, two)]
    return TwoReadings(plate_image, (first.identity, second.identity), (one, two), (ranked[0], ranked[1]))
