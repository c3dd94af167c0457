"""Follow a plate's plane from one marked quad over the frames after it (or before it, given backward).

Every frame is registered against the marked patch itself, so errors do not add up; a renewed patch helps where
time, light or distance have made the plate unlike the marked one, and takes over only while it is clearly the more
like. A frame is first foretold from the motion so far, then found by correlation in a window, then registered with
sub-pixel accuracy (:mod:`forensic_lpr.imaging.alignment`), first coarsely, then at the finer of the resolutions that
both pictures have.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.imaging.alignment import Alignment, align
from forensic_lpr.imaging.patches import FLAT, Float, Grid, Matrix, placed_quad, placement, quad_of, sample
from forensic_lpr.imaging.reference import Reference, level

PATIENCE = 15
"""Frames in which a hidden plate is looked for before it counts as lost."""
LEAST_WIDTH, LEAST_HEIGHT = 10.0, 3.5
"""Pixels; a smaller plate is not followed."""
FOLLOWED, FOUND_AGAIN = 0.55, 0.65
"""Likeness below which a plate counts as hidden, and that which it needs after having been hidden."""
_COARSE = 32
_PREFER_MARKED = 0.06
"""By so much more like must a frame be to the renewed patch than to the marked one to be registered on it."""
_RENEW_SCORE, _RENEW_SCALE, _RENEW_AFTER = 0.75, 1.3, 20
_GROWTHS = (1.0, 0.87, 1.15)
_SEARCH_FIRST, _SEARCH_KNOWN, _SEARCH_HIDDEN = 0.7, 0.35, 1.2
"""Half the search window, in plate widths: motion unknown, known, and after a miss."""
_FARTHER_IS_LESS = 0.05
"""What a match at the window's edge loses against one where the plate was foretold."""


@dataclass(frozen=True)
class Step:
    """What one frame showed.

    Attributes:
        quad: The plate, or ``None`` where it was not found.
        score: Likeness to the reference patch, -1 to 1; the best seen where the plate was not found.
        stop: Why it cannot be followed farther, in words; empty while it can.
    """

    quad: Quad | None
    score: float
    stop: str = ""


class Follower:
    """Follows one plate from frame to frame.

    Args:
        image: Grey uint8 (H, W), the marked frame.
        quad: The marked corners.

    Raises:
        QuadInvalid: what is marked lies outside, is too small, or shows nothing to follow.
    """

    def __init__(self, image: NDArray[np.uint8], quad: Quad) -> None:
        quad.require_inside(image.shape[1], image.shape[0])
        if _too_small(quad):
            raise QuadInvalid(
                f"The marked plate is {quad.width:.0f} x {quad.height:.0f} pixels; "
                f"to be followed it must be at least {LEAST_WIDTH:.0f} x {LEAST_HEIGHT:.0f}."
            )
        self._marked = Reference.of(image, quad)
        self._renewed: Reference | None = None
        self._last = quad
        self._velocity = np.zeros(3)
        self._steps = 0
        self._hidden = 0
        self._best_hidden = -1.0
        if float(self._marked.patch(level(quad.width))[1].std()) < FLAT:
            raise QuadInvalid("The marked area is almost even in tone; there is nothing to follow.")

    def step(self, image: NDArray[np.uint8]) -> Step:
        """Find the plate in the next frame, grey uint8 (H, W)."""
        expected = self._foretell()
        width, height = image.shape[1], image.shape[0]
        if not _mostly_inside(expected, width, height):
            return Step(None, 0.0, "The plate leaves the picture.")
        if _too_small(expected):
            return Step(None, 0.0, f"The plate gets too small: {expected.width:.0f} pixels wide.")
        found, reference = self._register(image, expected)
        needed = FOUND_AGAIN if self._hidden else FOLLOWED
        quad = found.quad
        if quad is None or found.score < needed:
            self._hidden += 1
            self._best_hidden = max(self._best_hidden, found.score)
            if self._hidden < PATIENCE:
                return Step(None, found.score)
            return Step(
                None,
                found.score,
                f"The plate is lost: in {self._hidden} frames in a row nothing looked like it "
                f"(likeness at best {max(0.0, self._best_hidden):.2f}, needed {FOUND_AGAIN:.2f}).",
            )
        if not _inside(quad, width, height):
            return Step(None, found.score, "The plate leaves the picture.")
        if _too_small(quad):
            return Step(None, found.score, f"The plate gets too small: {quad.width:.0f} pixels wide.")
        self._accept(image, quad, found.score, reference)
        return found

    def _foretell(self) -> Quad:
        """The last quad moved on by the motion of the frames before, also over hidden frames."""
        frames = self._hidden + 1
        corners = self._last.array()
        middle = corners.mean(axis=0)
        growth = float(np.exp(np.clip(self._velocity[2] * min(frames, 5), -0.5, 0.5)))
        moved = middle + self._velocity[:2] * frames + (corners - middle) * growth
        return quad_of(moved)

    def _register(self, image: NDArray[np.uint8], expected: Quad) -> tuple[Step, Reference]:
        """The better of the marked and the renewed patch, the marked one preferred."""
        by_marked = self._against(self._marked, image, expected)
        best, chosen = by_marked, self._marked
        if self._renewed is not None:
            start = by_marked.quad if by_marked.quad is not None and by_marked.score >= FOLLOWED else None
            by_renewed = self._against(self._renewed, image, expected, start)
            if by_renewed.score > by_marked.score + _PREFER_MARKED or by_marked.quad is None:
                best, chosen = by_renewed, self._renewed
        return best, chosen

    def _against(
        self, reference: Reference, image: NDArray[np.uint8], expected: Quad, start: Quad | None = None
    ) -> Step:
        """Search coarsely, then register finely against one reference."""
        fine = level(min(reference.quad.width, expected.width))
        coarse = min(fine, _COARSE)
        looseness = float(np.sqrt(1.0 + self._hidden)) * (2.0 if self._steps == 0 else 1.0)
        cells, patch = reference.patch(coarse)
        if start is None:
            reach = _SEARCH_KNOWN if self._steps else _SEARCH_FIRST
            tries: list[tuple[float, float]] = [(reach, 1.0)]
            if self._hidden:
                tries = [(_SEARCH_HIDDEN, growth) for growth in _GROWTHS]
            found = self._best(reference, coarse, image, expected, tries, looseness)
            if found.score < FOLLOWED and not self._hidden:
                wider = [(_SEARCH_HIDDEN, growth) for growth in _GROWTHS]
                found = max(
                    found,
                    self._best(reference, coarse, image, expected, wider, looseness),
                    key=lambda a: a.score,
                )
        else:
            at = placement(cells, start)
            found = align(image, patch, cells, at, placement(cells, expected), looseness)
        if fine != coarse and found.score >= FOLLOWED - 0.15:
            quad = placed_quad(cells, found.matrix)
            cells, patch = reference.patch(fine)
            expectation = placement(cells, _shifted_to(expected, quad))
            found = align(image, patch, cells, placement(cells, quad), expectation, looseness)
        quad = placed_quad(cells, found.matrix)
        if not _plausible(quad, expected):
            return Step(None, min(found.score, 0.0))
        return Step(quad, found.score)

    def _best(
        self,
        reference: Reference,
        width: int,
        image: NDArray[np.uint8],
        expected: Quad,
        tries: list[tuple[float, float]],
        looseness: float,
    ) -> Alignment:
        cells, patch = reference.patch(width)
        best: Alignment | None = None
        for reach, growth in tries:
            begin = _search(image, patch, cells, _grown(expected, growth), reach)
            middle = placement(cells, _shifted_to(_grown(expected, growth), placed_quad(cells, begin)))
            found = align(image, patch, cells, begin, middle, looseness)
            if best is None or found.score > best.score:
                best = found
        assert best is not None
        return best

    def _accept(self, image: NDArray[np.uint8], quad: Quad, score: float, reference: Reference) -> None:
        frames = self._hidden + 1
        before, after = self._last, quad
        shift = (after.array().mean(axis=0) - before.array().mean(axis=0)) / frames
        growth = np.log(after.width * after.height / (before.width * before.height)) / 2 / frames
        now = np.array([shift[0], shift[1], growth])
        # Growth is small beside its noise: believe it slowly.
        belief = np.array([0.7, 0.7, 0.3]) if self._steps else np.array([1.0, 1.0, 0.3])
        self._velocity = self._velocity + belief * (now - self._velocity)
        self._last, self._hidden, self._best_hidden = quad, 0, -1.0
        self._steps += 1
        self._renew(image, quad, score)

    def _renew(self, image: NDArray[np.uint8], quad: Quad, score: float) -> None:
        """Take this frame as the renewed patch when the old one is too old or another size, and it is clear."""
        if score < _RENEW_SCORE or not _roomy(quad, image.shape[1], image.shape[0]):
            return
        old = self._renewed or self._marked
        old.age += 1
        ratio = max(quad.width / old.quad.width, old.quad.width / quad.width)
        if ratio > _RENEW_SCALE or old.age >= _RENEW_AFTER:
            self._renewed = Reference.of(image, quad)


def _search(image: NDArray[np.uint8], patch: Float, cells: Grid, expected: Quad, reach: float) -> Matrix:
    """The placement, moved over a window, where the normalised cross-correlation is highest."""
    around = placement(cells, expected)
    radius = max(3, round(reach * cells.plate_width))
    window = sample(image, around, cells, (radius, radius))
    marks = cv2.matchTemplate(window, patch, cv2.TM_CCOEFF_NORMED)
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    marks = np.nan_to_num(np.asarray(marks, np.float64), posinf=-1.0, neginf=-1.0)
    marks = marks - _FARTHER_IS_LESS * (x * x + y * y) / (radius * radius)
    row, column = np.unravel_index(int(np.argmax(marks)), marks.shape)
    shift = np.array([[1.0, 0, float(column) - radius], [0, 1, float(row) - radius], [0, 0, 1]])
    return np.asarray(around @ shift)


def _grown(quad: Quad, growth: float) -> Quad:
    middle = quad.array().mean(axis=0)
    return quad_of(middle + (quad.array() - middle) * growth)


def _shifted_to(quad: Quad, place: Quad) -> Quad:
    """The quad moved so that its middle is that of another."""
    return quad_of(quad.array() + place.array().mean(axis=0) - quad.array().mean(axis=0))


def _too_small(quad: Quad) -> bool:
    return quad.width < LEAST_WIDTH or quad.height < LEAST_HEIGHT


def _inside(quad: Quad, width: int, height: int) -> bool:
    x0, y0, x1, y1 = quad.bounds()
    return x0 >= -0.5 and y0 >= -0.5 and x1 <= width - 0.5 and y1 <= height - 0.5


def _mostly_inside(quad: Quad, width: int, height: int) -> bool:
    """Whether the middle of a foretold quad lies in the picture."""
    x, y = quad.array().mean(axis=0)
    return bool(0 <= x <= width - 1 and 0 <= y <= height - 1)


def _roomy(quad: Quad, width: int, height: int) -> bool:
    """Whether the margin round a quad lies in the picture too."""
    return _inside(_grown(quad, 1.5), width, height)


def _plausible(quad: Quad, expected: Quad) -> bool:
    """Whether one frame can have made this of the foretold quad: convex, and of about its size and shape."""
    edges = np.roll(quad.array(), -1, axis=0) - quad.array()
    following = np.roll(edges, -1, axis=0)
    turns = edges[:, 0] * following[:, 1] - edges[:, 1] * following[:, 0]
    if not np.isfinite(turns).all() or (turns <= 0).any() or min(quad.width, quad.height) < 2:
        return False
    wider, higher = quad.width / expected.width, quad.height / expected.height
    return bool(0.6 < wider < 1.6 and 0.6 < higher < 1.6 and 0.7 < wider / higher < 1.4)
