"""The corner test of a recorded reading: every corner is moved by a pixel in every direction and read again.

A hand is not exact to the pixel. Where the plate or its probability changes with a pixel, the reading must not be taken
as more certain than the corners are.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.cornertest import STEPS, CornerShift, CornerTest
from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import Candidate, rank_plates
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.core.trackreading import FrameReading
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.operations.read import PLATES, look, slot_sets
from forensic_lpr.operations.track import fuse_frames
from forensic_lpr.recognition.fusion import weight_of
from forensic_lpr.recognition.recognizer import Recognizer

Moved = Callable[[Quad], Quad]
_CORNERS = 4


def corner_test(
    image: NDArray[np.uint8],
    quad: Quad,
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    format_name: str,
    progress: Progress = silent,
) -> CornerTest:
    """The corner test of a reading of one frame.

    Args:
        image: The frame as it was read, that is after the steps of the recipe, RGB uint8 (H, W, 3).
        quad: The corners as marked.
        recognizer: The weights that read.
        formats: All plate formats.
        format_name: The one that was asked for, or ``auto``.
        progress: Told shifts done.

    Raises:
        FormatInvalid: the format is not known.
        Cancelled: by the progress callback.
    """
    chosen = select(formats, format_name)

    def ranked(moved: Moved) -> tuple[Candidate, ...]:
        corners = _inside(moved(quad), image)
        slots: SlotProbabilities = look(image, corners, recognizer)[1]
        return rank_plates(slots.log_probabilities, slots.alphabet, [slot_sets(f) for f in chosen], PLATES)

    return _tested(ranked, 1, progress)


def track_corner_test(
    frames: Sequence[FrameReading],
    images: Sequence[NDArray[np.uint8]],
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    format_name: str,
    progress: Progress = silent,
) -> CornerTest:
    """The corner test of a fused reading: the same corner of every frame is moved alike, then all are fused again.

    Args:
        frames: The frames in use.
        images: Their pixels or the parts of them in which the frames' corners are told, in the same order.
        recognizer: The weights that read.
        formats: All plate formats.
        format_name: The one that was asked for, or ``auto``.
        progress: Told shifts done.

    Raises:
        FormatInvalid: the format is not known.
        Cancelled: by the progress callback.
    """
    chosen = select(formats, format_name)

    def ranked(moved: Moved) -> tuple[Candidate, ...]:
        again = []
        for frame, image in zip(frames, images, strict=True):
            corners = _inside(moved(frame.tracked.quad), image)
            plate_image, slots = look(image, corners, recognizer)
            weight = weight_of(slots, frame.tracked.score)
            again.append(replace(frame, plate_image=plate_image, slots=slots, weight=weight))
        return fuse_frames(again, chosen).plates

    return _tested(ranked, len(frames), progress)


def _tested(ranked: Callable[[Moved], tuple[Candidate, ...]], frames: int, progress: Progress) -> CornerTest:
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


def _inside(quad: Quad, image: NDArray[np.uint8]) -> Quad:
    quad.require_inside(image.shape[1], image.shape[0])
    return quad
