"""Batches for fine-tuning: own plates, what is made of them, and drawn plates, with fixed shares.

Every batch holds the same number of samples of each source, and sample ``k`` of a source is a function of
(seed, source, k). So batch ``n`` is the same whichever process makes it, after a resume, and divided among several
machines. :mod:`forensic_lpr.training.shares` says what the sources are.

Public here: :class:`MixtureRecipe` (makes batches in child processes), :class:`Mixture` (its samples one by one),
:class:`MixedSample`, :func:`batch_layout`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import PlateFormat, drawn_ones
from forensic_lpr.synthesis.augment import LEGIBLE, rectified_again, seen_again
from forensic_lpr.synthesis.cameramodel import CameraModel, KnownShot, find_camera
from forensic_lpr.synthesis.dgm_checkpoint import load_dgm
from forensic_lpr.synthesis.matched import MatchedPlates
from forensic_lpr.synthesis.pairs import NEAR_FROM, PLATE_SIZE
from forensic_lpr.synthesis.permutation import LabelledPlate, Permuter
from forensic_lpr.synthesis.sampler import Sample, Sampler
from forensic_lpr.training.batches import Batch
from forensic_lpr.training.labels import LabelledCrop, proposed_boxes
from forensic_lpr.training.pairplates import PairPlate
from forensic_lpr.training.shares import NARROW, SOURCES, Shares

_DRAWN_NEAR = (NEAR_FROM, 135.0)
_POOL = 240
"""Plates that exchange characters at most; every further one makes taking apart slower and gives little more."""
_ROWS = 3
"""Samples of one source that follow one another in a batch: a drawing is photographed that often in a row."""
_KEY = 31
OwnPicture = LabelledCrop | PairPlate


@dataclass(frozen=True)
class MixedSample:
    """One training picture and where it comes from.

    Attributes:
        image: uint8 (40, 120), as the network will see it but for its normalisation.
        text: The truth.
        source: One of :data:`forensic_lpr.training.shares.SOURCES`.
        format_name: Name of its plate format.
        file: Picture of the set, or of a pair set, that it was made of; empty for drawn and permuted plates.
    """

    image: NDArray[np.uint8]
    text: str
    source: str
    format_name: str
    file: str = ""


@dataclass(frozen=True)
class MixtureRecipe:
    """Everything a process needs to make mixed batches.

    Attributes:
        seed: Seed of the whole training.
        formats: All plate formats, in the order of the network's patterns; own plates may be of any.
        crops: The own pictures to train on.
        shares: How much of each source.
        batch: Samples per step, of all machines together.
        dgm: Weights of the DGM by name or path, empty for none.
        rank: Which part of each batch to make.
        ranks: Of how many parts.
        narrow: Share of the drawn plates that are 28 to 66 pixels wide.
        drawn: Names of the formats that are drawn; empty for all.
        pair_plates: Plates of pair sets: the far ones are own ones, too, the near ones are permuted and made far.
    """

    seed: int
    formats: tuple[PlateFormat, ...]
    crops: tuple[LabelledCrop, ...]
    shares: Shares
    batch: int
    dgm: str = ""
    rank: int = 0
    ranks: int = 1
    narrow: float = NARROW
    drawn: tuple[str, ...] = ()
    pair_plates: tuple[PairPlate, ...] = ()

    def maker(self) -> Callable[[int], Batch]:
        """Makes the batch of a number, or this rank's part of it."""
        torch.set_num_threads(1)
        mixture = Mixture(self)
        names = tuple(plate_format.name for plate_format in self.formats)
        part = self.batch // self.ranks
        places = range(self.rank * part, (self.rank + 1) * part)

        def make(number: int) -> Batch:
            samples = [mixture(number * self.batch + place) for place in places]
            return Batch(
                np.stack([sample.image for sample in samples]),
                np.array([LATIN36.encode(s.text, len(s.text)) for s in samples], dtype=np.int64),
                np.array([names.index(sample.format_name) for sample in samples], dtype=np.int64),
                np.array([sample.source == "synthetic" for sample in samples]),
            )

        return make


class Mixture:
    """The samples of a recipe by index.

    Raises:
        WeightsInvalid: the recipe's DGM cannot be used.
    """

    def __init__(self, recipe: MixtureRecipe) -> None:
        self._recipe = recipe
        by_name = {plate_format.name: plate_format for plate_format in recipe.formats}
        drawn = drawn_ones(recipe.formats, recipe.drawn)
        crops = recipe.crops
        self._plates = _by_text((*crops, *(plate for plate in recipe.pair_plates if not plate.near)))
        clear: tuple[OwnPicture, ...] = (*crops, *(plate for plate in recipe.pair_plates if plate.near))
        legible = tuple(picture for picture in clear if picture.width >= LEGIBLE)
        near = tuple(picture for picture in clear if picture.width >= NEAR_FROM)
        self._near = _by_text(near)  # such as the DGM was taught on
        self._permuted = _pools(legible, by_name, recipe.seed)
        self._near_permuted = _pools(near, by_name, recipe.seed + 1)
        wanted = recipe.shares.matched or recipe.dgm
        camera = _own_camera(crops, by_name) if wanted else None
        self._matched: MatchedPlates | None = None
        self._drawn_near: MatchedPlates | Sampler
        if camera is None:
            self._drawn_near = Sampler(recipe.seed + 7, drawn, PLATE_SIZE, _DRAWN_NEAR)
        else:
            self._drawn_near = MatchedPlates(camera, drawn, PLATE_SIZE, recipe.seed + 7, _DRAWN_NEAR)
            if recipe.shares.matched:
                self._matched = MatchedPlates(camera, drawn, PLATE_SIZE, recipe.seed)
        self._drawn = Sampler(recipe.seed, drawn, PLATE_SIZE, narrow=recipe.narrow)
        self._far = load_dgm(recipe.dgm).far_plates(recipe.seed) if recipe.dgm else None
        self.layout = batch_layout(self.effective_shares(), recipe.batch)
        self._counts = [self.layout.count(source) for source in range(len(SOURCES))]
        self._ordinals = [self.layout[:place].count(source) for place, source in enumerate(self.layout)]

    def effective_shares(self) -> tuple[float, ...]:
        """The shares with nothing for sources that have nothing to give."""
        there = (
            bool(self._plates),
            bool(self._permuted),
            self._far is not None,
            self._matched is not None,
            True,
        )
        return tuple(
            share if able else 0.0 for share, able in zip(self._recipe.shares.values(), there, strict=True)
        )

    def __call__(self, index: int) -> MixedSample:
        """The sample of this index: place ``index % batch`` of batch ``index // batch``."""
        number, place = divmod(index, self._recipe.batch)
        source = self.layout[place]
        ordinal = number * self._counts[source] + self._ordinals[place]
        rng = np.random.default_rng([self._recipe.seed, _KEY, source, ordinal])
        return (self._own, self._permute, self._make_far, self._match, self._draw)[source](rng, ordinal)

    def _own(self, rng: np.random.Generator, ordinal: int) -> MixedSample:
        picture = _pick(rng, self._plates)
        return MixedSample(_seen(rng, picture), picture.text, "own", picture.format_name, picture.file)

    def _permute(self, rng: np.random.Generator, ordinal: int) -> MixedSample:
        image, text, name = _exchanged(rng, self._permuted, ordinal)
        return MixedSample(rectified_again(rng, image), text, "permuted", name)

    def _make_far(self, rng: np.random.Generator, ordinal: int) -> MixedSample:
        """In turns a near plate drawn as the camera records it, a permuted one and an own one, as far as there are."""
        assert self._far is not None
        turn = ordinal % 3
        if turn == 1 and self._near_permuted:
            image, text, name = _exchanged(rng, self._near_permuted, ordinal)
            image = rectified_again(rng, image)
            file = ""
        elif turn == 2 and self._near:
            near = _pick(rng, self._near)
            image, text, name, file = _seen(rng, near), near.text, near.format_name, near.file
        else:
            drawn = self._drawn_near(ordinal)
            image, text, name, file = drawn.image, drawn.text, drawn.format_name, ""
        return MixedSample(self._far(image, ordinal), text, "dgm", name, file)

    def _match(self, rng: np.random.Generator, ordinal: int) -> MixedSample:
        assert self._matched is not None
        return _of_nobody(self._matched(ordinal), "matched")

    def _draw(self, rng: np.random.Generator, ordinal: int) -> MixedSample:
        return _of_nobody(self._drawn(ordinal), "synthetic")


def batch_layout(shares: tuple[float, ...], batch: int) -> tuple[int, ...]:
    """Which source stands at each place of a batch, by largest remainder; sources are spread evenly over it."""
    whole = sum(shares)
    wanted = [batch * share / whole for share in shares]
    counts = [int(value) for value in wanted]
    order = sorted(range(len(shares)), key=lambda source: counts[source] - wanted[source])
    for source in order[: batch - sum(counts)]:
        counts[source] += 1
    rows: list[tuple[float, int, int]] = []
    for source, count in enumerate(counts):
        groups = -(-count // _ROWS)
        for group in range(groups):
            rows.append(((group + 0.5) / groups, source, min(_ROWS, count - group * _ROWS)))
    return tuple(source for _, source, size in sorted(rows) for _ in range(size))


def labelled_plate(picture: OwnPicture, plate_format: PlateFormat) -> LabelledPlate:
    """A picture with its character boxes, corrected by hand or proposed."""
    by_hand = None if isinstance(picture, PairPlate) else picture.boxes
    image = picture.image if isinstance(picture, PairPlate) else picture.plate_image().copy()
    boxes = (
        proposed_boxes(image, plate_format, picture.quad.width / picture.quad.height)
        if by_hand is None
        else np.array(by_hand, dtype=np.float64)
    )
    return LabelledPlate(image, picture.text, boxes, plate_format.pattern, picture.width)


def _pick(rng: np.random.Generator, plates: list[list[OwnPicture]]) -> OwnPicture:
    """Every plate equally often, however many pictures there are of it."""
    pictures = plates[int(rng.integers(len(plates)))]
    return pictures[int(rng.integers(len(pictures)))]


def _seen(rng: np.random.Generator, picture: OwnPicture) -> NDArray[np.uint8]:
    """The plate marked anew in other light, as the network will see it."""
    if isinstance(picture, PairPlate):
        return rectified_again(rng, picture.image)
    return seen_again(rng, picture.image, picture.quad, PLATE_SIZE)


def _of_nobody(drawn: Sample, source: str) -> MixedSample:
    return MixedSample(drawn.image, drawn.text, source, drawn.format_name)


def _own_camera(crops: tuple[LabelledCrop, ...], formats: dict[str, PlateFormat]) -> CameraModel | None:
    """What the own plates tell of their camera; ``None`` where they do not tell it."""
    return find_camera(
        [KnownShot(crop.image, crop.quad, crop.text, formats[crop.format_name]) for crop in crops]
    )


def _by_text(pictures: Sequence[OwnPicture]) -> list[list[OwnPicture]]:
    found: dict[str, list[OwnPicture]] = {}
    for picture in pictures:
        found.setdefault(picture.text, []).append(picture)
    return [found[text] for text in sorted(found)]


def _pools(
    pictures: tuple[OwnPicture, ...], formats: dict[str, PlateFormat], seed: int
) -> list[tuple[str, Permuter]]:
    """A permuter per format; of many pictures an even choice."""
    pools = []
    for name in sorted({picture.format_name for picture in pictures}):
        own = [picture for picture in pictures if picture.format_name == name]
        chosen = own if len(own) <= _POOL else [own[k * len(own) // _POOL] for k in range(_POOL)]
        pools.append((name, Permuter([labelled_plate(one, formats[name]) for one in chosen], seed)))
    return pools


def _exchanged(
    rng: np.random.Generator, pools: list[tuple[str, Permuter]], ordinal: int
) -> tuple[NDArray[np.uint8], str, str]:
    """Image, text and format of a permuted plate."""
    name, permute = pools[int(rng.integers(len(pools)))]
    plate = permute(ordinal)
    return plate.image, plate.text, name
