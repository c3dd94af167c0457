"""The corner test of a recorded reading: every corner is moved by a pixel in every direction and read again.

A hand is not exact to the pixel. Where the plate or its probability changes with a pixel, the reading must not be taken
as more certain than the corners are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.cornertest import STEPS, CornerShift, CornerTest
from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import Candidate, rank_plates
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.operations.read import PLATES, look, slot_sets
from forensic_lpr.recognition.fusion import fuse, temperature_for, weight_of
from forensic_lpr.recognition.recognizer import Recognizer

_CORNERS = 4
_Moved = Callable[[Quad], Quad]


@dataclass(frozen=True)
class MarkedPlace:
    """A plate in a picture.

    Attributes:
        image: The picture as it was read, RGB uint8 (H, W, 3), or the part of it in which the corners are told.
        quad: The corners that were read.
        likeness: Of a track's frame, how alike it and the marked patch are; 1 where a hand set the corners.
    """

    image: NDArray[np.uint8]
    quad: Quad
    likeness: float = 1.0


def corner_test(
    places: Sequence[MarkedPlace],
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    format_name: str,
    progress: Progress = silent,
) -> CornerTest:
    """The corner test of a reading: of one frame, or of the frames of a track in use.

    Of several, the same corner of every frame is moved alike, then all are fused again.

    Args:
        places: One, or one for each frame in use.
        recognizer: The weights that read.
        formats: All plate formats.
        format_name: The one that was asked for, or ``auto``.
        progress: Told shifts done.

    Raises:
        FormatInvalid: the format is not known.
        Cancelled: by the progress callback.
    """
    syntaxes = [slot_sets(chosen) for chosen in select(formats, format_name)]

    def ranked(moved: _Moved) -> tuple[Candidate, ...]:
        said: list[SlotProbabilities] = []
        for place in places:
            corners = moved(place.quad)
            corners.require_inside(place.image.shape[1], place.image.shape[0])
            said.append(look(place.image, corners, recognizer)[1])
        slots = _together(said, [place.likeness for place in places])
        return rank_plates(slots.log_probabilities, slots.alphabet, syntaxes, PLATES)

    return _tested(ranked, len(places), progress)


def _together(said: Sequence[SlotProbabilities], likenesses: Sequence[float]) -> SlotProbabilities:
    """What the frames say as one; one frame says what it says alone, to the last bit."""
    if len(said) == 1:
        return said[0]
    weights = [weight_of(slots, likeness) for slots, likeness in zip(said, likenesses, strict=True)]
    return fuse(said, weights, temperature_for(len(said)))


def _tested(ranked: Callable[[_Moved], tuple[Candidate, ...]], frames: int, progress: Progress) -> CornerTest:
    unmoved = ranked(lambda quad: quad)
    first = unmoved[0].text if unmoved else ""
    shifts: list[CornerShift] = []
    total = _CORNERS * len(STEPS)
    for number in range(total):
        progress(number, total, "corner test")
        corner, (direction, dx, dy) = number // len(STEPS), STEPS[number % len(STEPS)]
        try:
            found = ranked(_Shift(corner, dx, dy))
        except QuadInvalid:
            continue  # it would lie outside the picture, or make no plate
        best = found[0] if found else Candidate("", 0.0, 0.0)
        still = next((candidate.probability for candidate in found if candidate.text == first), 0.0)
        shifts.append(CornerShift(corner, direction, best.text, best.probability, still))
    progress(total, total, "corner test")
    return CornerTest(first, unmoved[0].probability if unmoved else 0.0, tuple(shifts), frames)


class _Shift:
    """Moves one corner of a quad."""

    def __init__(self, corner: int, dx: float, dy: float) -> None:
        self._corner, self._dx, self._dy = corner, dx, dy

    def __call__(self, quad: Quad) -> Quad:
        x, y = quad.points()[self._corner]
        return quad.moved(self._corner, (x + self._dx, y + self._dy))
