"""What the DGM tab asks of the workers: read pair sets, list snapshots, make far plates of near ones."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.progress import Progress
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.preload import preload_network_libraries
from forensic_lpr.gui.sentences import in_words

if TYPE_CHECKING:
    from forensic_lpr.synthesis.pairs import Pair
    from forensic_lpr.training.pairplates import PairPlate

SHOWN = 12
"""Pairs shown."""
_DRAWN_SEED = 996_000_000
"""Far from the seeds of any training."""


@dataclass(frozen=True)
class PairSetView:
    """A pair set in few words: folder, clip it came from, plate where it is known, pairs, digest of its manifest."""

    folder: Path
    evidence: str
    text: str
    pairs: int
    digest: str


@dataclass(frozen=True)
class PairsView:
    """The pair sets chosen, and what they hold.

    Attributes:
        sets: The pair sets.
        pairs: The pairs that are shown; own ones that were kept back where there are some.
        own: Whether they are own ones.
        problem: Why a DGM cannot learn from the sets, empty where it can.
        plates: Their plates of which it is known what they read.
    """

    sets: tuple[PairSetView, ...]
    pairs: "tuple[Pair, ...]"
    own: bool
    problem: str
    plates: "tuple[PairPlate, ...]" = ()


@dataclass(frozen=True)
class ReadPairs:
    """Read pair sets, or film drawn plates where there are none."""

    folder: Path | None
    formats: tuple[PlateFormat, ...]

    def __call__(self, progress: Progress) -> PairsView:
        """Raises PairsInvalid or Cancelled."""
        from forensic_lpr.errors import PairsInvalid
        from forensic_lpr.synthesis.pairs import PAIRS_PER_CLIP, PairMaker

        if self.folder is None:
            make = PairMaker(_DRAWN_SEED, self.formats)
            drawn = []
            for number in range(SHOWN):
                progress(number, SHOWN)
                drawn.append(make(number * PAIRS_PER_CLIP))
            return PairsView((), tuple(drawn), False, "")
        preload_network_libraries()
        from forensic_lpr.synthesis.pairset import read_pair_set
        from forensic_lpr.training.ownpairs import divide_pairs, find_pair_sets, pair_set_digest
        from forensic_lpr.training.pairplates import pair_plates

        sets = []
        folders = find_pair_sets(self.folder)
        for folder in folders:
            found = read_pair_set(folder)
            sets.append(
                PairSetView(folder, found.evidence, found.text, len(found.pairs), pair_set_digest(folder))
            )
        problem = ""
        try:
            held = divide_pairs(folders).held
        except PairsInvalid as error:
            held, problem = read_pair_set(folders[0]).training_pairs(), in_words(error)
        spread = tuple(held[k * len(held) // min(SHOWN, len(held))] for k in range(min(SHOWN, len(held))))
        return PairsView(tuple(sets), spread, True, problem, pair_plates(folders, self.formats))


@dataclass(frozen=True)
class Triple:
    """A plate near as recorded, far as the DGM makes it, reduced the plain way, and far as recorded."""

    near: QImage
    made: QImage | None
    plain: QImage
    far: QImage
    width: float


@dataclass(frozen=True)
class MakeFar:
    """Let a DGM make far plates; with no weights only what was recorded and the plain way are shown.

    Attributes:
        weights: Name or file of a DGM, empty for none.
        pairs: The pairs.
    """

    weights: str
    pairs: "tuple[Pair, ...]"

    def __call__(self, progress: Progress) -> tuple[Triple, ...]:
        """Raises WeightsInvalid."""
        from forensic_lpr.synthesis.pairs import bicubic

        made: list[QImage | None] = [None] * len(self.pairs)
        if self.weights and self.pairs:
            preload_network_libraries()
            import numpy as np

            from forensic_lpr.synthesis.dgm_checkpoint import load_dgm

            far = load_dgm(self.weights).far_plates(_DRAWN_SEED)
            near = np.stack([pair.near for pair in self.pairs])
            views = [pair.far_view for pair in self.pairs]
            made = [to_picture(image) for image in far.batch(near, list(range(len(near))), views)]
        return tuple(
            Triple(
                to_picture(pair.near),
                picture,
                to_picture(bicubic(pair.near, pair.far_width)),
                to_picture(pair.far),
                pair.far_width,
            )
            for pair, picture in zip(self.pairs, made, strict=True)
        )


@dataclass(frozen=True)
class ListSnapshots:
    """The snapshots of a run of the DGM: pairs seen, and file."""

    folder: Path

    def __call__(self, progress: Progress) -> tuple[tuple[int, Path], ...]:
        """Nothing can go wrong; a run without snapshots has none."""
        preload_network_libraries()
        from forensic_lpr.training.snapshots import snapshots

        return tuple((snapshot.samples, snapshot.path) for snapshot in snapshots(self.folder))
