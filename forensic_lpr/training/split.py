"""Divide a labelled set into training, validation and held pictures, by plate and by source.

Pictures that share a plate text or look nearly alike always stay together; pictures of one source (a clip, a day) do
too wherever the set has enough sources. So the held pictures show plates, and where possible days, that training never
saw. The division is a function of the set and the seed.

Public here: :class:`Split`, :func:`split_set`, :func:`check_split`, :func:`split_text`, :func:`read_split`. Nothing
here needs torch.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from forensic_lpr.core.canonical import canonical, restored
from forensic_lpr.errors import SetInvalid
from forensic_lpr.training.labelproblems import alike
from forensic_lpr.training.labels import PARTS, LabelledCrop, LabelledSet, Part

SHARES: Mapping[Part, float] = {"train": 0.7, "validation": 0.1, "held": 0.2}
LEAST_SOURCES = 6
"""With fewer sources, one would be most of a part; then only plates are kept together."""
_MOST_BYTES = 64 * 1024 * 1024
By = Literal["plate", "plate and source"]


@dataclass(frozen=True)
class Split:
    """Which picture is for what.

    Attributes:
        set_digest: Digest of the set that was divided.
        seed: Seed of the division; empty parts of a set that asks for its own parts do not depend on it.
        by: What was kept together.
        parts: Numbers of the set's crops, per part in the order of :data:`forensic_lpr.training.labels.PARTS`.
    """

    set_digest: str
    seed: int
    by: By
    parts: tuple[tuple[int, ...], ...]

    def numbers(self, part: Part) -> tuple[int, ...]:
        """Numbers of the crops of a part."""
        return self.parts[PARTS.index(part)]

    def crops(self, labelled: LabelledSet, part: Part) -> tuple[LabelledCrop, ...]:
        """The crops of a part."""
        return tuple(labelled.crops[number] for number in self.numbers(part))

    def texts(self, labelled: LabelledSet, *parts: Part) -> set[str]:
        """What the plates of some parts say."""
        return {crop.text for part in parts for crop in self.crops(labelled, part)}

    def kept_back(self, labelled: LabelledSet) -> set[str]:
        """What the plates say that a training is watched or measured on."""
        return self.texts(labelled, "validation", "held")


def split_set(labelled: LabelledSet, seed: int = 1, shares: Mapping[Part, float] = SHARES) -> Split:
    """Divide a set.

    Where pictures ask for a part themselves (column ``part``), all must, and that is what is done.

    Raises:
        SetInvalid: there is too little to divide, or the set's own parts put one plate into two.
    """
    if not labelled.enough:
        plates = len(labelled.plates)
        raise SetInvalid(
            f"The set {labelled.name} has {len(labelled.crops)} usable pictures of {plates} plates; that is too "
            "little to divide into training and held pictures."
        )
    if any(crop.part for crop in labelled.crops):
        return _as_asked(labelled, seed)
    by: By = "plate and source" if len(labelled.sources) >= LEAST_SOURCES else "plate"
    groups = _groups(labelled.crops, with_source=True) if by == "plate and source" else []
    if len(groups) < LEAST_SOURCES:
        by, groups = "plate", _groups(labelled.crops, with_source=False)
    if len(groups) < len(PARTS):
        raise SetInvalid(
            f"The plates of the set {labelled.name} cannot be told apart well enough to divide them."
        )
    places: dict[Part, list[int]] = {part: [] for part in PARTS}
    count = len(labelled.crops)
    for group in sorted(groups, key=lambda group: _order(labelled.crops[group[0]], seed)):
        # Into the part that lacks most of its share.
        part = max(PARTS, key=lambda part: shares[part] - len(places[part]) / count)
        places[part] += group
    split = Split(labelled.digest, seed, by, tuple(tuple(sorted(places[part])) for part in PARTS))
    check_split(labelled, split)
    return split


def _as_asked(labelled: LabelledSet, seed: int) -> Split:
    silent = [crop.file for crop in labelled.crops if not crop.part]
    if silent:
        raise SetInvalid(
            f"Some pictures of the set {labelled.name} name their part and {silent[0]} does not."
        )
    parts = tuple(
        tuple(number for number, crop in enumerate(labelled.crops) if crop.part == part) for part in PARTS
    )
    split = Split(labelled.digest, seed, "plate", parts)
    check_split(labelled, split)
    return split


def check_split(labelled: LabelledSet, split: Split) -> None:
    """That a division is one of this set, and that nothing held could have been learnt.

    Raises:
        SetInvalid: it is of another set, leaves pictures out, has an empty part, or puts one plate, or nearly the same
            picture, into two parts.
    """
    if split.set_digest != labelled.digest:
        raise SetInvalid(f"The set {labelled.name} is not the one that was divided; divide it anew.")
    if sorted(number for part in split.parts for number in part) != list(range(len(labelled.crops))):
        raise SetInvalid(f"The division of the set {labelled.name} does not hold every picture once.")
    if len(split.parts) != len(PARTS) or not split.numbers("train") or not split.numbers("held"):
        raise SetInvalid(
            f"The division of the set {labelled.name} leaves nothing to train on or nothing held."
        )
    of_text: dict[str, Part] = {}
    of_number: dict[int, Part] = {}
    for part in PARTS:
        for number in split.numbers(part):
            of_number[number] = part
            text = labelled.crops[number].text
            if of_text.setdefault(text, part) != part:
                raise SetInvalid(
                    f"The plate {text} of the set {labelled.name} stands in the parts {of_text[text]} and {part}; "
                    "what was learnt may not be asked."
                )
    for first, second in alike(labelled.crops):
        if of_number[first] != of_number[second]:
            raise SetInvalid(
                f"{labelled.crops[first].file} and {labelled.crops[second].file} show nearly the same picture and "
                f"stand in the parts {of_number[first]} and {of_number[second]}."
            )


def _groups(crops: tuple[LabelledCrop, ...], with_source: bool) -> list[list[int]]:
    """Numbers of crops that must stay together: connected by text, by likeness and, if wanted, by source."""
    root = list(range(len(crops)))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    first: dict[tuple[str, str], int] = {}
    for number, crop in enumerate(crops):
        keys = [("text", crop.text), *([("source", crop.source)] if with_source else [])]
        for key in keys:
            root[find(number)] = find(first.setdefault(key, number))
    for one, two in alike(crops):
        root[find(one)] = find(two)
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(crops)):
        groups[find(number)].append(number)
    return list(groups.values())


def _order(crop: LabelledCrop, seed: int) -> str:
    return hashlib.sha256(f"{seed}:{crop.text}:{crop.sha256}".encode()).hexdigest()


def split_text(split: Split) -> str:
    """A division as text for a file; the same division gives the same bytes."""
    return json.dumps(json.loads(canonical(split)), indent=1, sort_keys=True) + "\n"


def read_split(path: Path, labelled: LabelledSet) -> Split:
    """A division from its file, checked against the set.

    Raises:
        SetInvalid: the file is missing, damaged, or of another set, or one plate stands in two parts.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SetInvalid(f"{path} is far too large for a division.")
        split = restored(path.read_text(encoding="utf-8"), Split)
    except OSError as error:
        raise SetInvalid(f"The division {path} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise SetInvalid(f"The division {path} is damaged.") from error
    check_split(labelled, split)
    return split
