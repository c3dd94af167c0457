"""Pairs of the examiner's own camera for the DGM: found, divided, and mixed with pairs from drawn clips.

With three pair sets or more, every fifth set (at least one) is kept back whole, so that no plate of it was learnt.
With fewer, every fifth pair of each is; the same plate is then in both, and what is measured says less.

Public here: :class:`PairDivision`, :func:`find_pair_sets`, :func:`pair_set_digest`, :func:`divide_pairs`,
:func:`far_views`, :func:`unchanged`, :func:`checked_pairs`, :class:`PairBatch`, :class:`PairRecipe`.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad, corner_pixels, homography, project
from forensic_lpr.errors import PairsInvalid, QuadInvalid, RunInvalid
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.pairs import PLATE_SIZE, Pair, PairMaker
from forensic_lpr.synthesis.pairset import MANIFEST, read_pair_set
from forensic_lpr.synthesis.scan import Scan, View, Views
from forensic_lpr.training.config import OwnPairs

_EVERY = 5
_LEAST_SETS = 3
_VIEWS = 200
_KEY = 37


@dataclass(frozen=True)
class PairBatch:
    """Near and far plates uint8 (N, 40, 120), and how the far ones lay on the sensor."""

    near: NDArray[np.uint8]
    far: NDArray[np.uint8]
    scan: Scan

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> "PairBatch":
        """The pairs beside each other."""
        return cls(
            np.stack([pair.near for pair in pairs]),
            np.stack([pair.far for pair in pairs]),
            Scan.of([pair.far_view for pair in pairs], PLATE_SIZE),
        )


@dataclass(frozen=True)
class PairDivision:
    """Own pairs to train on and own pairs kept back.

    Attributes:
        training: Pairs to learn from.
        held: Pairs kept back.
        by: ``set`` where whole pair sets were kept back, else ``pair``.
    """

    training: tuple[Pair, ...]
    held: tuple[Pair, ...]
    by: str


def find_pair_sets(folder: Path) -> tuple[Path, ...]:
    """The folder itself where it is a pair set, else the pair sets that lie in it, sorted by name.

    Raises:
        PairsInvalid: there is none.
    """
    try:
        if (folder / MANIFEST).is_file():
            return (folder,)
        found = tuple(sorted(path.parent for path in folder.glob(f"*/{MANIFEST}")))
    except OSError as error:
        raise PairsInvalid(f"The folder {folder} cannot be read: {error.strerror or error}.") from error
    if not found:
        raise PairsInvalid(f"The folder {folder} holds no pair set; take pairs from a clip first.")
    return found


def pair_set_digest(folder: Path) -> str:
    """Digest of a pair set: that of its manifest, which holds the digests of its pictures.

    Raises:
        PairsInvalid: there is none.
    """
    try:
        return hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()
    except OSError as error:
        raise PairsInvalid(f"The pair set {folder} cannot be read: {error.strerror or error}.") from error


def divide_pairs(folders: tuple[Path, ...]) -> PairDivision:
    """Read pair sets and keep some of their pairs back.

    Raises:
        PairsInvalid: a set is damaged, or there are too few pairs to keep any back.
    """
    sets = [read_pair_set(folder).training_pairs() for folder in folders]
    training: list[Pair] = []
    held: list[Pair] = []
    by_set = len(sets) >= _LEAST_SETS
    for number, pairs in enumerate(sets):
        for place, pair in enumerate(pairs):
            (held if (number if by_set else place) % _EVERY == _EVERY - 1 else training).append(pair)
    if by_set and not held:
        held = [*sets[-1]]
        training = [pair for pairs in sets[:-1] for pair in pairs]
    if not training or not held:
        raise PairsInvalid(f"The pair sets hold only {len(training)} pairs; at least {_EVERY} are needed.")
    return PairDivision(tuple(training), tuple(held), "set" if by_set else "pair")


def far_views(pairs: Sequence[Pair]) -> Views:
    """Width and step from field to field of at most 200 far plates, spread evenly, in pixels of the sensor."""
    count = min(len(pairs), _VIEWS)
    spread = [pairs[k * len(pairs) // count].far_view for k in range(count)]
    return tuple((round(view.quad.width, 1), round(view.step, 2)) for view in spread)


def checked_pairs(own: OwnPairs, run: str) -> PairDivision:
    """The pairs of a run.

    Raises:
        RunInvalid: a set is no longer the one that the run was begun with.
        PairsInvalid: a set is damaged.
    """
    return divide_pairs(unchanged(own.folders, own.digests, run))


def unchanged(folders: tuple[str, ...], digests: tuple[str, ...], run: str) -> tuple[Path, ...]:
    """The pair sets of a run, which must have the digests that they had when it began.

    Raises:
        RunInvalid: one has another.
        PairsInvalid: one cannot be read.
    """
    found = tuple(Path(folder) for folder in folders)
    for folder, digest in zip(found, digests, strict=True):
        if pair_set_digest(folder) != digest:
            raise RunInvalid(
                f"The pair set {folder.name} is no longer the one that the run {run} began with."
            )
    return found


@dataclass(frozen=True)
class PairRecipe:
    """Everything a process needs to make batches of own pairs and of pairs from drawn clips.

    Attributes:
        seed: Seed of the whole training.
        formats: Plate formats to draw.
        batch: Pairs per step.
        pairs: Own pairs, empty for drawn clips only.
        share: Share of own pairs in a batch.
    """

    seed: int
    formats: tuple[PlateFormat, ...]
    batch: int
    pairs: tuple[Pair, ...] = ()
    share: float = 0.0

    def maker(self) -> Callable[[int], PairBatch]:
        """Makes the batch of a number."""
        make = PairMaker(self.seed, self.formats)
        own = round(self.batch * self.share) if self.pairs else 0
        drawn = self.batch - own

        def batch(number: int) -> PairBatch:
            pairs = [self._own(index) for index in range(number * own, (number + 1) * own)]
            return PairBatch.of([*pairs, *(make(k) for k in range(number * drawn, (number + 1) * drawn))])

        return batch

    def _own(self, index: int) -> Pair:
        """An own pair whose corners were marked a little otherwise, in both pictures alike."""
        rng = np.random.default_rng([self.seed, _KEY, index])
        pair = self.pairs[int(rng.integers(len(self.pairs)))]
        width, height = PLATE_SIZE
        corners = corner_pixels(width, height) + rng.normal(0, [0.012 * width, 0.03 * height], (4, 2))
        try:
            quad = Quad.from_points(corners)
            on_sensor = homography(corner_pixels(width, height), pair.far_view.quad.array())
            view = View(Quad.from_points(project(on_sensor, quad.array())), pair.far_view.step)
        except QuadInvalid:
            return pair
        near, far = (rectify(image, quad, *PLATE_SIZE) for image in (pair.near, pair.far))
        return replace(pair, near=near, far=far, far_view=view)
