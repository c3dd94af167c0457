"""What is wrong with labelled pictures when they are looked at together.

Two pictures are nearly the same where their plate images, brought to zero mean and unit variance at half size,
correlate by more than 0.985: neighbouring frames of a standing car do, two plates with different characters do not.

Public here: :func:`find_problems`. Nothing here needs torch.
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.imaging.resample import shrink
from forensic_lpr.training.labels import LEAST_PICTURES, LEAST_PLATES, LabelledCrop, Problem

ALIKE = 0.985
_SIZE = (60, 20)
_BLOCK = 512
_MOST_TOLD = 200


def find_problems(
    crops: tuple[LabelledCrop, ...],
) -> tuple[tuple[LabelledCrop, ...], tuple[Problem, ...]]:
    """The pictures that can be used, sorted by file, and what is wrong with the rest and with the whole."""
    crops = tuple(sorted(crops, key=lambda crop: (crop.file, crop.quad.points())))
    problems: list[Problem] = []
    crops = _without_repeated(crops, problems)
    crops = _without_contradictions(crops, problems)
    _look_at_parts(crops, problems)
    _look_at_whole(crops, problems)
    return crops, tuple(problems)


def _without_repeated(crops: tuple[LabelledCrop, ...], problems: list[Problem]) -> tuple[LabelledCrop, ...]:
    """The same file twice: with one text the first stays, with several none does."""
    groups: dict[tuple[str, object], list[LabelledCrop]] = defaultdict(list)
    for crop in crops:
        groups[crop.sha256, crop.quad.points()].append(crop)
    kept = []
    for crop in crops:
        group = groups[crop.sha256, crop.quad.points()]
        texts = sorted({other.text for other in group})
        if len(texts) > 1:
            sentence = (
                f"{crop.file} is the same picture under the labels {' and '.join(texts[:2])}; one is wrong."
            )
            problems.append(Problem("contradiction", crop.file, sentence, True))
        elif crop is not group[0]:
            sentence = f"{crop.file} is the same picture as {group[0].file}; it counts once."
            problems.append(Problem("duplicate", crop.file, sentence, True))
        else:
            kept.append(crop)
    return tuple(kept)


def _without_contradictions(
    crops: tuple[LabelledCrop, ...], problems: list[Problem]
) -> tuple[LabelledCrop, ...]:
    """Nearly the same picture: with one text it is told, with two neither can be trusted."""
    wrong: set[int] = set()
    told = 0
    for first, second in alike(crops):
        one, two = crops[first], crops[second]
        if one.text != two.text:
            wrong |= {first, second}
            sentence = (
                f"{one.file} ({one.text}) and {two.file} ({two.text}) show nearly the same picture; "
                "one of the labels is wrong."
            )
            problems.append(Problem("contradiction", two.file, sentence, True))
        elif told < _MOST_TOLD:
            told += 1
            sentence = f"{two.file} shows nearly the same pixels as {one.file}; it adds little."
            problems.append(Problem("near-duplicate", two.file, sentence, False))
    return tuple(crop for number, crop in enumerate(crops) if number not in wrong)


def alike(crops: tuple[LabelledCrop, ...]) -> list[tuple[int, int]]:
    """Numbers of pictures that show nearly the same pixels, each second one with the first that it resembles."""
    if len(crops) < 2:
        return []
    signs = np.stack([_sign(crop) for crop in crops])
    found: list[tuple[int, int]] = []
    for start in range(0, len(signs), _BLOCK):
        likeness = signs[start : start + _BLOCK] @ signs.T
        for row in range(len(likeness)):
            second = start + row
            before = np.flatnonzero(likeness[row, :second] > ALIKE)
            if len(before):
                found.append((int(before[0]), second))
    return found


def _sign(crop: LabelledCrop) -> NDArray[np.float32]:
    """The plate image as a vector of length one without its mean; a flat picture is like no other."""
    small = shrink(crop.plate_image(), *_SIZE).astype(np.float32).ravel()
    small -= small.mean()
    length = float(np.linalg.norm(small))
    return small / length if length > 1e-3 else np.zeros_like(small)


def _look_at_parts(crops: tuple[LabelledCrop, ...], problems: list[Problem]) -> None:
    """A plate that the set itself puts into two parts would be asked after having been learnt."""
    asked: dict[str, set[str]] = defaultdict(set)
    for crop in crops:
        if crop.part:
            asked[crop.text].add(crop.part)
    for text, parts in sorted(asked.items()):
        if len(parts) > 1:
            sentence = (
                f"The plate {text} stands in the parts {' and '.join(sorted(parts))}; it may be in one only."
            )
            problems.append(Problem("split", "", sentence, False))


def _look_at_whole(crops: tuple[LabelledCrop, ...], problems: list[Problem]) -> None:
    plates = {crop.text for crop in crops}
    if len(plates) == 1:
        sentence = (
            f"Every picture shows the plate {next(iter(plates))}; nothing else could be learnt from them."
        )
        problems.append(Problem("one-plate", "", sentence, False))
    if len(crops) < LEAST_PICTURES or len(plates) < LEAST_PLATES:
        sentence = (
            f"The set has {_count(len(crops), 'usable picture')} of {_count(len(plates), 'plate')}; "
            f"training needs at least {LEAST_PICTURES} pictures of {LEAST_PLATES} plates."
        )
        problems.append(Problem("few", "", sentence, False))


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
