"""Measure inspections: warnings on places of known kind, legibility against what the default reader then reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.inspection import CautionKind
from forensic_lpr.core.metrics import characters_right
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import rank_plates
from forensic_lpr.evaluation.photos import at_width, cut, load_table, open_picture
from forensic_lpr.evaluation.places import (
    LegibilityScore,
    ReadPlace,
    WarningScore,
    count_warnings,
    fit_legibility,
    score_legibility,
)
from forensic_lpr.imaging.quality import LegibilityFit, legibility_terms
from forensic_lpr.imaging.rectify import to_grey
from forensic_lpr.operations.inspect import inspect, shipped_inspector
from forensic_lpr.operations.read import look, slot_sets
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.synthesis.marked import (
    PLACES,
    MarkedPlaces,
    Place,
    flattened,
    led_astray,
    overexposed,
    turned,
)

SEED, FIT_SEED = 5_000_002, 5_000_001
"""Seeds of the places that are measured, and of those that the legibility was fitted on."""
_WIDTHS = (32.0, 200.0)
_NARROW = (15.0, 28.0)
_PHOTO_WIDTHS = (60, 50, 40, 30, 24)
_RIGHT: dict[str, tuple[CautionKind, ...]] = {
    "nothing": ("nothing", "no-contrast", "beside"),
    "beside": ("beside", "nothing"),
    "mirrored": ("mirrored",),
    "upside-down": ("upside-down",),
    "overexposed": ("bright", "no-contrast"),
    "flat blocks": ("flat-blocks",),
    "narrow": ("few-pixels",),
}
"""The cautions that count as right, by group."""
GOOD = "read whole"
"""Well marked plates that the default reader reads whole: every warning there is false."""
MARKED = "well marked"


@dataclass(frozen=True)
class PlacesResult:
    """What was measured.

    Attributes:
        warnings: By group.
        legibility: Over all well marked plates.
        fit: The regression fitted to them anew, where that was asked.
    """

    warnings: tuple[WarningScore, ...]
    legibility: LegibilityScore
    fit: LegibilityFit | None = None


def evaluate_places(
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    count: int,
    refit: bool = False,
    progress: Progress = silent,
) -> PlacesResult:
    """Inspect drawn places: ``count`` of every group, and three times as many plates of all widths.

    Args:
        recognizer: The default reader.
        formats: Formats whose plates are drawn; no made-up ones, which it cannot read.
        count: Places per group.
        refit: Measure on the fitting seed, and fit the legibility anew.
        progress: Told places done.

    Raises:
        WeightsInvalid: the inspector's weights are missing.
        Cancelled: by the progress callback.
    """
    seed = FIT_SEED if refit else SEED
    judge = _Judge(recognizer, formats)
    step = len(PLACES)
    wide = MarkedPlaces(seed, formats, _WIDTHS, others=0.0)
    groups: dict[str, Callable[[int], tuple[NDArray[np.uint8], Quad]]] = {
        place: _maker(wide, kind) for kind, place in enumerate(PLACES) if place != "plate"
    }
    narrow = MarkedPlaces(seed + 10, formats, _NARROW, others=0.0)
    groups["narrow"] = _maker(narrow, 0)

    def bright(index: int) -> tuple[NDArray[np.uint8], Quad]:
        place = overexposed(wide(index * step))
        return place.image, place.quad

    def flat(index: int) -> tuple[NDArray[np.uint8], Quad]:
        place = flattened(wide(index * step), index)
        return place.image, place.quad

    groups["overexposed"], groups["flat blocks"] = bright, flat
    scores = []
    for name, make in groups.items():
        found = []
        for index in range(count):
            progress(index, count, f"places of the group “{name}”")
            found.append(judge.kinds(*make(index)))
        scores.append(count_warnings(name, found, _RIGHT[name]))
    every = MarkedPlaces(seed + 20, formats, others=0.0)
    for index in range(3 * count):
        progress(index, 3 * count, "plates inspected and read")
        place = every(index * step)
        judge.plate(place.image, place.quad, place.text)
    return judge.result(scores, refit)


def evaluate_photos_places(
    table: Path, recognizer: Recognizer, formats: tuple[PlateFormat, ...], progress: Progress = silent
) -> PlacesResult:
    """Inspect labelled photographs, at native width and narrower, and wrong markings made of them.

    Raises:
        TableInvalid: the CSV is missing or not well formed.
        EvidenceUnreadable: a photograph cannot be opened.
        WeightsInvalid: the inspector's weights are missing.
        Cancelled: by the progress callback.
    """
    judge = _Judge(recognizer, formats)
    wrong: dict[str, list[tuple[CautionKind, ...]]] = {place: [] for place in PLACES if place != "plate"}
    plates = load_table(table)
    for number, plate in enumerate(plates):
        progress(number, len(plates), plate.path.name)
        picture = open_picture(plate)
        native = cut(picture, plate)
        judge.plate(native.image, native.quad, plate.text)
        for width in _PHOTO_WIDTHS:
            if plate.width >= width:
                small = at_width(native, plate.width, width)
                judge.plate(small.image, small.quad, plate.text)
        quad = Quad.from_box(plate.x, plate.y, plate.width, plate.height)
        for name, image, marked in _wrong(to_grey(picture), quad, number):
            wrong[name].append(judge.kinds(image, marked))
    scores = [count_warnings(name, found, _RIGHT[name]) for name, found in wrong.items() if found]
    return judge.result(scores, False)


class _Judge:
    """Inspects, reads, and keeps the counts."""

    def __init__(self, recognizer: Recognizer, formats: tuple[PlateFormat, ...]) -> None:
        self._recognizer = recognizer
        self._syntaxes = [slot_sets(plate_format) for plate_format in formats]
        self._inspector = shipped_inspector()
        self._read: list[ReadPlace] = []
        self._marked: list[tuple[CautionKind, ...]] = []
        self._whole: list[tuple[CautionKind, ...]] = []

    def kinds(self, image: NDArray[np.uint8], quad: Quad) -> tuple[CautionKind, ...]:
        """Which cautions a place gets."""
        return tuple(caution.kind for caution in inspect(image, quad, self._inspector).cautions)

    def plate(self, image: NDArray[np.uint8], quad: Quad, truth: str) -> None:
        """Inspect and read a well marked plate."""
        found = inspect(image, quad, self._inspector)
        _, slots = look(image, quad, self._recognizer)
        ranked = rank_plates(slots.log_probabilities, slots.alphabet, self._syntaxes, 1)
        text = ranked[0].text if ranked else ""
        kinds = tuple(caution.kind for caution in found.cautions)
        self._marked.append(kinds)
        if text == truth:
            self._whole.append(kinds)
        if len(truth) == len(slots.log_probabilities):
            right = characters_right(truth, text)
            terms = legibility_terms(image, quad)
            self._read.append(ReadPlace(found.legibility, terms, right, len(truth), text == truth))

    def result(self, wrong: list[WarningScore], refit: bool) -> PlacesResult:
        """The counts."""
        good = (count_warnings(GOOD, self._whole, ()), count_warnings(MARKED, self._marked, ()))
        fit = fit_legibility(self._read) if refit else None
        return PlacesResult((*wrong, *good), score_legibility(self._read), fit)


def _maker(places: MarkedPlaces, kind: int) -> Callable[[int], tuple[NDArray[np.uint8], Quad]]:
    def make(index: int) -> tuple[NDArray[np.uint8], Quad]:
        place = places(index * len(PLACES) + kind)
        return place.image, place.quad

    return make


def _wrong(
    picture: NDArray[np.uint8], quad: Quad, number: int
) -> Iterator[tuple[Place, NDArray[np.uint8], Quad]]:
    """Wrong markings of one photograph: beside, mirrored, upside down, and where there is no plate."""
    height, width = picture.shape
    astray = led_astray(number, quad, (width, height))
    if astray is not None:
        yield "beside", picture, astray
    for place in ("mirrored", "upside-down"):
        kind: Place = "mirrored" if place == "mirrored" else "upside-down"
        yield kind, *turned(picture, quad, kind)
    rng = np.random.default_rng([number, 47])
    for _ in range(60):
        x, y = rng.uniform([0, 0], [max(1.0, width - quad.width - 1), max(1.0, height - quad.height - 1)])
        if abs(x - quad.top_left[0]) > 2 * quad.width or abs(y - quad.top_left[1]) > 3 * quad.height:
            if x + quad.width < width and y + quad.height < height:
                yield "nothing", picture, Quad.from_box(float(x), float(y), quad.width, quad.height)
            return
