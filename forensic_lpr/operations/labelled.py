"""Labelled sets of own plates: check one, divide it, add to it from evidence, see what a network will see.

Capture (:func:`capture_label`) -> record (:func:`record_label`); the rest only reads.

Public here: :func:`check_set`, :func:`doubtful_labels`, :func:`record_split`, :func:`capture_label`,
:func:`record_label`, :func:`propose_boxes`, :func:`preview_training`, :func:`write_training_preview`.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.formats import PlateFormat, load_formats, select
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import SetInvalid
from forensic_lpr.imaging.png import to_png
from forensic_lpr.imaging.rectify import rectify, to_grey
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.synthesis.boxes import Boxes
from forensic_lpr.synthesis.pairs import PLATE_SIZE
from forensic_lpr.training.labelreading import cut_round, plain_text, read_labelled_set
from forensic_lpr.training.labels import LabelledSet, Problem, proposed_boxes
from forensic_lpr.training.labelwriting import NewLabel, add_label
from forensic_lpr.training.mixture import MixedSample, Mixture, MixtureRecipe
from forensic_lpr.training.shares import USUAL, Shares
from forensic_lpr.training.split import Split, split_set, split_text

_SURE, _RULED_OUT = 0.98, 0.002
"""A label is doubtful where the reader gives another character the one and the label's character at most the other."""
_LEGIBLE = 40.0
_SURROUNDINGS = 0.25
_GAP = 2


def check_set(folder: Path, weights: str = "", progress: Progress = silent) -> LabelledSet:
    """Read a set and look for all that is wrong with it.

    Args:
        folder: The set.
        weights: A reader by name or path that looks for doubtful labels; empty for none.
        progress: Told pictures read.

    Raises:
        SetInvalid: there is no set.
        WeightsInvalid: the weights cannot be used.
        Cancelled: by the progress callback.
    """
    found = read_labelled_set(folder, load_formats(), progress)
    if not weights:
        return found
    doubtful = doubtful_labels(found, Recognizer.load(weights), progress)
    return replace(found, problems=(*found.problems, *doubtful))


def doubtful_labels(
    labelled: LabelledSet, recognizer: Recognizer, progress: Progress = silent
) -> tuple[Problem, ...]:
    """Legible pictures of which the reader is sure that a character is another than the label says.

    A hint, not a verdict: the pictures stay in the set.
    """
    problems = []
    for done, crop in enumerate(labelled.crops):
        progress(done, len(labelled.crops), crop.file)
        if crop.width < _LEGIBLE:
            continue
        slots = recognizer.read(crop.plate_image(recognizer.input_size), crop.width)
        said = np.exp(slots.log_probabilities)
        for slot, character in enumerate(crop.text):
            place = recognizer.alphabet.symbols.find(character)
            best = int(said[slot].argmax())
            if said[slot, best] >= _SURE and said[slot, place] <= _RULED_OUT:
                sentence = (
                    f"The reader is sure of {recognizer.alphabet.symbols[best]} where the label {crop.text} of "
                    f"{crop.file} says {character} (character {slot + 1}); look at it again."
                )
                problems.append(Problem("doubtful", crop.file, sentence, False))
                break
    return tuple(problems)


def record_split(path: Path, split: Split) -> None:
    """Write a division to a file.

    Raises:
        SetInvalid: the file cannot be written.
    """
    try:
        path.write_text(split_text(split), encoding="utf-8")
    except OSError as error:
        raise SetInvalid(f"{path} cannot be written: {error.strerror or error}.") from error


def propose_boxes(frame: Frame, quad: Quad, format_name: str) -> tuple[NDArray[np.uint8], Boxes]:
    """The plate image (40, 120) of a marked plate and the character boxes of its format's layout, for correcting.

    Raises:
        FormatInvalid: there is no such format.
    """
    plate_format = select(load_formats(), format_name)[0]
    image = to_grey(rectify(frame.image, quad, *PLATE_SIZE))
    return image, proposed_boxes(image, plate_format, quad.width / quad.height)


def capture_label(
    item: EvidenceItem,
    frame: Frame,
    quad: Quad,
    text: str,
    format_name: str = "auto",
    source: str = "",
    boxes: tuple[tuple[float, float, float, float], ...] | None = None,
) -> NewLabel:
    """Freeze a plate of the evidence with what the examiner says it is.

    The native pixels round the plate are kept with its corners, not the rectified picture: training marks the corners
    anew each time and must see what lies beside them.

    Raises:
        QuadInvalid: the quad reaches outside the frame.
        SetInvalid: the text follows no plate format.
        FormatInvalid: there is no such format.
    """
    quad.require_inside(frame.image.shape[1], frame.image.shape[0])
    plain = plain_text(text)
    fitting = [f for f in select(load_formats(), format_name) if f.matches(plain)]
    if not fitting:
        raise SetInvalid(f"The text {text!r} does not follow the plate format.")
    image, moved = cut_round(frame.image, quad, _SURROUNDINGS)
    image.setflags(write=False)
    return NewLabel(
        image,
        moved,
        plain,
        fitting[0].name,
        source or item.path.name,
        boxes,
        item.digests.sha256,
    )


def record_label(folder: Path, label: NewLabel) -> str:
    """Write a label into a set; the name of its picture.

    Raises:
        SetInvalid: the folder cannot be written, or its table is not well formed.
    """
    return add_label(folder, label)


def preview_training(
    labelled: LabelledSet,
    shares: Shares = USUAL,
    dgm: str = "",
    seed: int = 1,
    count: int = 144,
    formats: tuple[PlateFormat, ...] | None = None,
) -> tuple[MixedSample, ...]:
    """The first samples of a training, exactly as the network will see them, with their source.

    Raises:
        SetInvalid: the set holds too little to be divided.
        WeightsInvalid: the DGM cannot be used.
    """
    crops = split_set(labelled, seed).crops(labelled, "train")
    mixture = Mixture(MixtureRecipe(seed, formats or load_formats(), crops, shares, count, dgm))
    return tuple(mixture(index) for index in range(count))


def write_training_preview(path: Path, samples: tuple[MixedSample, ...], columns: int = 12) -> None:
    """A grid of samples as a PNG, in their order.

    Raises:
        SetInvalid: the file cannot be written.
    """
    pictures = [np.pad(sample.image, _GAP, constant_values=20) for sample in samples]
    blank = np.full_like(pictures[0], 20)
    pictures += [blank] * (-len(pictures) % columns)
    rows = [np.concatenate(pictures[at : at + columns], axis=1) for at in range(0, len(pictures), columns)]
    grid = np.concatenate(rows, axis=0)
    try:
        path.write_bytes(to_png(np.repeat(grid[..., None], 3, axis=2)))
    except OSError as error:
        raise SetInvalid(f"{path} cannot be written: {error.strerror or error}.") from error
