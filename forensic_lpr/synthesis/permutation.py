"""New plates from labelled ones by exchanging their characters (Gonçalves et al., CIARP 2019, section 2.2).

The paper leaves open how a character is put into its new place; here it is done so. Every plate is taken apart once:

- the *empty plate*: under each box the sheet is painted over, from the levels left and right of it, row by row;
- the *glyph* of each slot: how far each pixel of box and rim lies from the sheet, in units of the slot's contrast
  (sheet to strokes, with its sign), faded out over the rim by a raised cosine.

A character moves to a new place by scaling its glyph to the height there, multiplying it with the contrast there and
adding it to the empty plate. So it takes on the local level, gradient and contrast of its new plate, dark characters
become bright ones where need be, and its own noise and blur come along. Glyphs keep their proportions; one that is
more than a third wider than the place is not put there, a less wide one is squeezed.

Between plates only what looks alike is exchanged: native widths within a quarter of each other, steepness of the
strokes' edges within a factor of 1.5 (blur lowers it, noise raises it), contrast raised at most twofold. Every
character that fits a slot is equally likely, however often it stands in the pool.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import SLOT_CLASSES, Layout, PlateFormat
from forensic_lpr.synthesis.boxes import Boxes, boxes_from_layout, fit_boxes

Float = NDArray[np.float32]
_RIM = 2
"""Pixels round a box over which a glyph fades out."""
_LEAST_CONTRAST = 10.0
"""Grey levels; where a slot shows less, its character is neither taken nor exchanged."""
_SQUEEZE = 1.35
_WIDTHS_ALIKE = 1.25
_EDGES_ALIKE = 1.5
_MOST_GAIN = 2.0


@dataclass(frozen=True)
class LabelledPlate:
    """A plate image whose text is known.

    Attributes:
        image: Grey, rectified, uint8 (H, W), read-only.
        text: Plate text, one character per box.
        boxes: Character boxes (S, 4): left, top, width, height (see :mod:`forensic_lpr.synthesis.boxes`).
        pattern: What the slots hold, as in :class:`forensic_lpr.core.formats.PlateFormat`.
        width: Width of the plate on the sensor in pixels: how sharp it can be.
    """

    image: NDArray[np.uint8]
    text: str
    boxes: Boxes
    pattern: str
    width: float

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.boxes) == len(self.pattern):
            raise ValueError("text, boxes and pattern of a labelled plate must have one entry per slot")
        self.image.setflags(write=False)
        self.boxes.setflags(write=False)


def label_plate(
    image: NDArray[np.uint8], text: str, plate_format: PlateFormat, layout: Layout, width: float
) -> LabelledPlate:
    """A labelled plate with boxes from the layout, corrected to the ink.

    Args:
        image: Grey plate image, rectified between the sheet's corners, uint8 (H, W).
        text: What it says.
        plate_format: Its format.
        layout: Which layout of the format.
        width: Width on the sensor in pixels.
    """
    boxes = boxes_from_layout(plate_format, layout, (image.shape[1], image.shape[0]))
    return LabelledPlate(image.copy(), text, fit_boxes(image, boxes, layout), plate_format.pattern, width)


@dataclass(frozen=True)
class PermutedPlate:
    """A plate that no camera saw: image uint8 (H, W) and its text."""

    image: NDArray[np.uint8]
    text: str


@dataclass(frozen=True)
class _Slot:
    """One character taken out of its plate: glyph with rim, its box, its contrast in grey levels, its steepness.

    The steepness is the step between neighbouring pixels that a tenth of them exceed, in units of the contrast.
    """

    glyph: Float
    left: int
    top: int
    width: int
    height: int
    contrast: float
    steepness: float


@dataclass(frozen=True)
class _Taken:
    """A plate taken apart."""

    plate: LabelledPlate
    empty: Float
    slots: tuple[_Slot | None, ...]


class Permuter:
    """Permuted plates by (seed, index).

    Args:
        plates: The pool, all of one image size.
        seed: Seed of the whole set.
        keep_syntax: Whether letters stay in slots for letters and digits in slots for digits.
        across: Whether characters come from other plates of the pool too, or only from the same plate.
    """

    def __init__(
        self, plates: Sequence[LabelledPlate], seed: int, keep_syntax: bool = True, across: bool = True
    ) -> None:
        if not plates or len({plate.image.shape for plate in plates}) > 1:
            raise ValueError("a pool needs at least one plate, and all of one image size")
        self._seed = seed
        self._taken = [_take_apart(plate) for plate in plates]
        self._donors = [
            [self._fitting(number, slot, keep_syntax, across) for slot in range(len(plate.text))]
            for number, plate in enumerate(plates)
        ]

    def __call__(self, index: int) -> PermutedPlate:
        """The plate of this index: one of the pool, with two or more of its characters exchanged."""
        rng = np.random.default_rng([self._seed, 6, index])
        number = int(rng.integers(len(self._taken)))
        base = self._taken[number]
        count = len(base.slots)
        draws = rng.random((count, 3))
        chosen = draws[:, 0] < max(0.3, float(draws[0, 2]))
        chosen[np.argsort(draws[:, 0])[:2]] = True
        canvas = base.plate.image.astype(np.float32)
        text = list(base.plate.text)
        for slot in np.flatnonzero(chosen):
            place, donors = base.slots[slot], self._donors[number][slot]
            if place is None or not donors:
                continue
            characters = list(donors)
            character = characters[int(draws[slot, 1] * len(characters))]
            places = donors[character]
            giver, source = places[int(draws[slot, 2] * len(places))]
            glyph = self._taken[giver].slots[source]
            assert glyph is not None
            _clear(canvas, base.empty, place)
            _put(canvas, glyph, place)
            text[slot] = character
        image = np.clip(canvas + np.float32(0.5), 0, 255).astype(np.uint8)
        return PermutedPlate(image, "".join(text))

    def _fitting(
        self, number: int, slot: int, keep_syntax: bool, across: bool
    ) -> dict[str, list[tuple[int, int]]]:
        """Where each character that may stand in a slot can be taken from, as (plate, slot)."""
        base = self._taken[number]
        place = base.slots[slot]
        found: dict[str, list[tuple[int, int]]] = {}
        if place is None:
            return found
        allowed = SLOT_CLASSES[base.plate.pattern[slot] if keep_syntax else "?"]
        widest = _SQUEEZE * _room(base, slot)
        for giver, other in enumerate(self._taken):
            ratio = other.plate.width / base.plate.width
            if giver != number and not (across and 1 / _WIDTHS_ALIKE <= ratio <= _WIDTHS_ALIKE):
                continue
            for source, (character, glyph) in enumerate(zip(other.plate.text, other.slots, strict=True)):
                if glyph is None or character not in allowed:
                    continue
                if giver != number and not _alike(glyph, place):
                    continue
                if glyph.width * place.height / glyph.height <= widest:
                    found.setdefault(character, []).append((giver, source))
        return dict(sorted(found.items()))


def _alike(glyph: _Slot, place: _Slot) -> bool:
    """Whether a character of another plate would not stand out in a place."""
    steeper = glyph.steepness / place.steepness
    gain = abs(place.contrast / glyph.contrast)
    return 1 / _EDGES_ALIKE <= steeper <= _EDGES_ALIKE and gain <= _MOST_GAIN


def _room(taken: _Taken, slot: int) -> float:
    """Width that a character may fill in a slot: its box, or up to the middle between its neighbours if wider."""
    place = taken.slots[slot]
    assert place is not None
    boxes = taken.plate.boxes
    widths = boxes[np.abs(boxes[:, 1] - boxes[slot, 1]) < boxes[slot, 3] / 2, 2]  # of the same row
    return max(float(place.width), min(float(np.median(widths)), place.width + 3.0))


def _take_apart(plate: LabelledPlate) -> _Taken:
    grey = plate.image.astype(np.float32)
    empty = grey.copy()
    height, width = grey.shape
    places = []
    for left, top, wide, high in plate.boxes:
        x0, y0 = max(_RIM, round(left)), max(_RIM, round(top))
        x1, y1 = min(width - _RIM, round(left + wide)), min(height - _RIM, round(top + high))
        places.append((x0, y0, x1, y1) if x1 - x0 >= 3 and y1 - y0 >= 5 else None)
    for place in places:
        if place is not None:
            _paint_over(empty, grey, place)
    slots = [None if place is None else _glyph(grey, empty, place) for place in places]
    contrasts = [slot.contrast for slot in slots if slot is not None]
    usual = float(np.median(contrasts)) if contrasts else 0.0
    # A slot that is bright where the others are dark shows glare or a seal, not its character.
    kept = tuple(slot if slot is not None and slot.contrast * usual > 0 else None for slot in slots)
    return _Taken(plate, empty, kept)


def _paint_over(empty: Float, grey: Float, place: tuple[int, int, int, int]) -> None:
    """Paint the sheet over a character: levels left and right, smoothed downward, and straight between them."""
    x0, y0, x1, y1 = place
    left = grey[y0 - _RIM : y1 + _RIM, max(0, x0 - _RIM) : x0].mean(axis=1)
    right = grey[y0 - _RIM : y1 + _RIM, x1 : x1 + _RIM].mean(axis=1)
    # A neighbour's stroke or a dot may stand in the gap: the level most rows agree on is the sheet.
    sides = [
        np.asarray(cv2.blur(_near_median(side)[:, None], (1, 5)), dtype=np.float32)[:, 0]
        for side in (left, right)
    ]
    share = ((np.arange(x0 - _RIM, x1 + _RIM) - x0 + 0.5) / (x1 - x0)).clip(0, 1).astype(np.float32)
    sheet = sides[0][:, None] * (1 - share) + sides[1][:, None] * share
    cover = _fade(y1 - y0, x1 - x0)
    target = empty[y0 - _RIM : y1 + _RIM, x0 - _RIM : x1 + _RIM]
    target += cover * (sheet - target)


def _near_median(levels: Float) -> Float:
    """Levels without outliers: clipped to the median plus or minus the usual spread."""
    middle = float(np.median(levels))
    spread = 1.5 * float(np.median(np.abs(levels - middle))) + 2
    return np.asarray(np.clip(levels, middle - spread, middle + spread), dtype=np.float32)


def _fade(height: int, width: int) -> Float:
    """One inside a box, falling to nothing over the rim: float32 (height + 2 rim, width + 2 rim)."""
    step = (np.arange(_RIM) + 0.5) / _RIM
    rise = (0.5 - 0.5 * np.cos(np.pi * step)).astype(np.float32)
    down = np.concatenate([rise, np.ones(height, np.float32), rise[::-1]])
    across = np.concatenate([rise, np.ones(width, np.float32), rise[::-1]])
    return np.outer(down, across).astype(np.float32)


def _glyph(grey: Float, empty: Float, place: tuple[int, int, int, int]) -> _Slot | None:
    """The character of a box in units of its contrast, or ``None`` where there is none to be seen."""
    x0, y0, x1, y1 = place
    window = (slice(y0 - _RIM, y1 + _RIM), slice(x0 - _RIM, x1 + _RIM))
    difference = grey[window] - empty[window]
    inside = difference[_RIM:-_RIM, _RIM:-_RIM]
    low, high = (float(v) for v in np.percentile(inside, (8, 92)))
    contrast = low if -low > high else high
    if abs(contrast) < _LEAST_CONTRAST:
        return None
    glyph = (difference * _fade(y1 - y0, x1 - x0) / np.float32(contrast)).astype(np.float32)
    steepness = float(np.percentile(np.abs(np.diff(inside / contrast, axis=1)), 90))
    return _Slot(glyph, x0, y0, x1 - x0, y1 - y0, contrast, max(steepness, 1e-3))


def _clear(canvas: Float, empty: Float, place: _Slot) -> None:
    """Take the character out of a slot."""
    rows = slice(place.top - _RIM, place.top + place.height + _RIM)
    columns = slice(place.left - _RIM, place.left + place.width + _RIM)
    canvas[rows, columns] = empty[rows, columns]


def _put(canvas: Float, character: _Slot, place: _Slot) -> None:
    """Add a character to an empty slot, scaled to its height, in its middle, with its contrast."""
    height, width = canvas.shape
    factor = place.height / character.height
    wide = min(round(character.width * factor), place.width + 3)
    size = (wide + 2 * _RIM, place.height + 2 * _RIM)
    glyph = character.glyph
    if size != (glyph.shape[1], glyph.shape[0]):
        glyph = cv2.resize(glyph, size, interpolation=cv2.INTER_LINEAR)  # type: ignore[assignment]
    left = place.left + (place.width - wide) // 2 - _RIM
    x0, x1 = max(0, left), min(width, left + size[0])
    y0 = place.top - _RIM
    y1 = min(height, y0 + size[1])
    canvas[y0:y1, x0:x1] += glyph[: y1 - y0, x0 - left : x1 - left] * np.float32(place.contrast)
