"""Labelled sets of own plates: check one, divide it, see what a network will see.

Public here: :func:`check_set`, :func:`doubtful_labels`, :func:`record_split`, :func:`preview_training`,
:func:`write_training_preview`.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np

from forensic_lpr.core.formats import PlateFormat, load_formats
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import SetInvalid
from forensic_lpr.imaging.png import to_png
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.training.labelreading import read_labelled_set
from forensic_lpr.training.labels import LabelledSet, Problem
from forensic_lpr.training.mixture import MixedSample, Mixture, MixtureRecipe
from forensic_lpr.training.ownpairs import find_pair_sets
from forensic_lpr.training.pairplates import pair_plates
from forensic_lpr.training.shares import USUAL, Shares
from forensic_lpr.training.split import Split, split_set, split_text

_SURE, _RULED_OUT = 0.98, 0.002
"""A label is doubtful where the reader gives another character the one and the label's character at most the other."""
_LEGIBLE = 40.0
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


def preview_training(
    labelled: LabelledSet,
    shares: Shares = USUAL,
    dgm: str = "",
    seed: int = 1,
    count: int = 144,
    formats: tuple[PlateFormat, ...] | None = None,
    pairs: Path | None = None,
) -> tuple[MixedSample, ...]:
    """The first samples of a training, exactly as the network will see them, with their source.

    Raises:
        SetInvalid: the set holds too little to be divided.
        PairsInvalid: there are no pair sets, or one is damaged.
        WeightsInvalid: the DGM cannot be used.
    """
    known = formats or load_formats()
    split = split_set(labelled, seed)
    sets = () if pairs is None else find_pair_sets(pairs)
    paired = pair_plates(sets, known, split.kept_back(labelled))
    crops = split.crops(labelled, "train")
    mixture = Mixture(MixtureRecipe(seed, known, crops, shares, count, dgm, pair_plates=paired))
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
