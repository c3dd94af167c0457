"""Recipes applied to pictures: always from the original, step after step."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.imaging.enhance import OPERATIONS

Image = NDArray[np.uint8]
Window = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom are one beyond."""
_MARGIN = 24
"""Pixels beyond a window that are computed with it, so that its borders are hardly other than in the whole."""
_KEPT_BYTES = 256 << 20
_PARTS = 1000


def apply(recipe: Recipe, image: Image, progress: Progress = silent) -> Image:
    """The picture after all steps that are switched on; the empty recipe gives the picture itself.

    Args:
        recipe: The steps.
        image: RGB uint8 (H, W, 3); it is not changed.
        progress: Told thousandths of the whole; may cancel between rows or iterations.

    Returns:
        RGB uint8 of the same size, read-only.

    Raises:
        RecipeInvalid: A step does not fit this picture.
        Cancelled: By the progress callback.
    """
    return _run(recipe.effective.steps, image, progress)


def apply_within(recipe: Recipe, image: Image, window: Window, progress: Progress = silent) -> Image:
    """A quick draft: steps from the first heavy one on are computed in a window alone.

    What lies outside the window is as it was before the first heavy step. Within it, a step that measures the whole
    picture measures the window instead; so this is for looking while the whole is computed, never for reading.
    """
    steps = recipe.effective.steps
    light = next((k for k, step in enumerate(steps) if step.about.heavy), len(steps))
    base = _run(steps[:light], image, silent)
    rest = tuple(step for step in steps[light:] if step.operation != "neutral-point")
    height, width = image.shape[:2]
    left, top, right, bottom = _clipped(window, width, height)
    if not rest or right <= left or bottom <= top:
        return base
    outer = _clipped((left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN), width, height)
    # Rows of a field stay rows of that field.
    first_row = outer[1] - outer[1] % 2
    part = _run(rest, np.ascontiguousarray(base[first_row : outer[3], outer[0] : outer[2]]), progress)
    result = base.copy()
    result[top:bottom, left:right] = part[
        top - first_row : bottom - first_row, left - outer[0] : right - outer[0]
    ]
    result.setflags(write=False)
    return result


class Memory:
    """Applies recipes to one picture after another and keeps what is likely to be asked for again.

    The pictures after each step are kept, so that changing a step computes only that and the following ones. The
    pixels are the same as those of :func:`apply`. For one thread alone.
    """

    def __init__(self) -> None:
        self._of = ""
        self._steps: list[tuple[Step, Image]] = []

    def apply(self, recipe: Recipe, image: Image, digest: str, progress: Progress = silent) -> Image:
        """As :func:`apply`; ``digest`` is that of the picture's pixels."""
        if digest != self._of:
            self._of, self._steps = digest, []
        steps = recipe.effective.steps
        same = 0
        while same < min(len(steps), len(self._steps)) and self._steps[same][0] == steps[same]:
            same += 1
        del self._steps[same:]
        for number in range(same, len(steps)):
            before = self._steps[-1][1] if self._steps else image
            after = _step(steps[number], before, _Part(progress, number, len(steps)))
            self._steps.append((steps[number], after))
        result = self._steps[-1][1] if self._steps else image
        if image.nbytes * len(self._steps) > _KEPT_BYTES:
            self._of, self._steps = "", []
        return result


def _run(steps: Sequence[Step], image: Image, progress: Progress) -> Image:
    for number, step in enumerate(steps):
        image = _step(step, image, _Part(progress, number, len(steps)))
    return image


def _step(step: Step, image: Image, progress: "_Part") -> Image:
    progress(0, 1)
    result = OPERATIONS[step.operation](image, progress, **dict(step.parameters))
    progress(1, 1)
    if result is not image:
        result.setflags(write=False)
    return result


def _clipped(window: Window, width: int, height: int) -> Window:
    left, top, right, bottom = window
    return max(0, left), max(0, top), min(width, right), min(height, bottom)


class _Part:
    """Progress of one step as a part of the whole recipe's."""

    def __init__(self, progress: Progress, number: int, steps: int) -> None:
        self._progress, self._number, self._steps = progress, number, steps

    def __call__(self, done: int, total: int | None, text: str = "") -> None:
        share = (self._number + (done / total if total else 0.0)) / self._steps
        self._progress(int(share * _PARTS), _PARTS, "enhancing")
