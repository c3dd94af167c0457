"""What the Data tab asks of the workers: read a set, draw samples, propose boxes, write labels."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from forensic_lpr.core.evidence import EvidenceItem, FrameTable
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad, corner_pixels
from forensic_lpr.core.progress import Progress
from forensic_lpr.core.track import Track
from forensic_lpr.errors import ForensicLprError, SetInvalid
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.training.box_hits import Box
from forensic_lpr.training.shares import SOURCES, Shares

if TYPE_CHECKING:
    from forensic_lpr.training.labels import LabelledCrop, LabelledSet
    from forensic_lpr.training.mixture import Mixture
    from forensic_lpr.training.pairplates import PairPlate
    from forensic_lpr.training.split import Split


@dataclass(frozen=True)
class SetView:
    """A labelled set as the window shows it.

    Attributes:
        labelled: The set.
        split: Its division, ``None`` where it cannot be divided.
        problem: Why not, empty where it can.
        pictures: The plate images of its crops, in their order.
    """

    labelled: "LabelledSet"
    split: "Split | None"
    problem: str
    pictures: tuple[QImage, ...]


@dataclass(frozen=True)
class ReadSet:
    """Read a set, look for what is wrong with it, and divide it as a training of that seed does."""

    folder: Path
    formats: tuple[PlateFormat, ...]
    seed: int

    def __call__(self, progress: Progress) -> SetView:
        """Raises SetInvalid or Cancelled."""
        from forensic_lpr.training.labelreading import read_labelled_set
        from forensic_lpr.training.split import split_set

        labelled = read_labelled_set(self.folder, self.formats, progress)
        split, problem = None, ""
        try:
            split = split_set(labelled, self.seed)
        except SetInvalid as error:
            problem = in_words(error)
        pictures = tuple(to_picture(crop.plate_image()) for crop in labelled.crops)
        return SetView(labelled, split, problem, pictures)


@dataclass(frozen=True)
class SampleView:
    """One training picture as the network will see it, with its truth and its source."""

    picture: QImage
    text: str
    source: str
    format_name: str


class Mixtures:
    """The mixture drawn from last: taking plates apart costs seconds, other shares of it nothing.

    Used on the lane of samples alone.
    """

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._mixture: Mixture | None = None

    def get(self, asked: "DrawSamples") -> "Mixture":
        """What is asked for, with the same share of everything; raises WeightsInvalid."""
        from forensic_lpr.training.mixture import Mixture, MixtureRecipe

        own = tuple((crop.sha256, crop.text, crop.boxes) for crop in asked.crops)
        paired = tuple((plate.file, plate.image.tobytes()) for plate in asked.pair_plates)
        key = (own, paired, asked.dgm, asked.formats, asked.drawn, asked.seed, asked.narrow)
        if self._mixture is None or key != self._key:
            self._key, self._mixture = (), None
            batch, even = 10 * len(SOURCES), Shares(1, 1, 1, 1, 1)
            recipe = MixtureRecipe(
                asked.seed,
                asked.formats,
                asked.crops,
                even,
                batch,
                asked.dgm,
                narrow=asked.narrow,
                drawn=asked.drawn,
                pair_plates=asked.pair_plates,
            )
            self._key, self._mixture = key, Mixture(recipe)
        return self._mixture


@dataclass(frozen=True)
class DrawSamples:
    """Training pictures of a mixture, or drawn plates where there is no set.

    Sample ``k`` of a source is the same whatever the shares are, so these are the pictures of the training itself.

    Attributes:
        mixtures: Where the mixture of the last time is.
        crops: Own plates to train on.
        pair_plates: Plates of pair sets, own ones too.
        shares: How much of each source.
        dgm: Weights of the DGM, empty for none.
        formats: All plate formats.
        drawn: Names of those that are drawn.
        seed: Seed of the training.
        narrow: Share of the drawn plates that are 28 to 66 pixels wide.
        first: Number of the first sample.
        count: How many.
    """

    mixtures: Mixtures
    crops: "tuple[LabelledCrop, ...]"
    pair_plates: "tuple[PairPlate, ...]"
    shares: Shares
    dgm: str
    formats: tuple[PlateFormat, ...]
    drawn: tuple[str, ...]
    seed: int
    narrow: float
    first: int
    count: int

    def __call__(self, progress: Progress) -> tuple[SampleView, ...]:
        """Raises WeightsInvalid or Cancelled."""
        from forensic_lpr.gui.preload import preload_network_libraries

        preload_network_libraries()
        return self._mixed(progress) if self.crops else self._drawn(progress)

    def _drawn(self, progress: Progress) -> tuple[SampleView, ...]:
        """Without own plates there are drawn ones only, as :mod:`forensic_lpr.training.batches` makes them."""
        from forensic_lpr.synthesis.pairs import PLATE_SIZE
        from forensic_lpr.training.batches import BatchRecipe

        if not self.shares.synthetic:
            return ()
        recipe = BatchRecipe(
            self.seed, self.formats, PLATE_SIZE, self.count, narrow=self.narrow, drawn=self.drawn
        )
        sampler, found = recipe.sampler(), []
        for number in range(self.count):
            progress(number, self.count)
            sample = sampler(self.first + number)
            found.append(SampleView(to_picture(sample.image), sample.text, "synthetic", sample.format_name))
        return tuple(found)

    def _mixed(self, progress: Progress) -> tuple[SampleView, ...]:
        from forensic_lpr.training.mixture import batch_layout

        mixture = self.mixtures.get(self)
        able = [share > 0 for share in mixture.effective_shares()]
        shares = tuple(
            share if there else 0.0 for share, there in zip(self.shares.values(), able, strict=True)
        )
        if not any(shares):
            return ()
        layout, base = batch_layout(shares, self.count), mixture.layout
        places = {source: [place for place, s in enumerate(base) if s == source] for source in set(base)}
        taken = {source: self.first * layout.count(source) // self.count for source in places}
        found = []
        for number, source in enumerate(layout):
            progress(number, self.count)
            ordinal, taken[source] = taken[source], taken[source] + 1
            batch, place = divmod(ordinal, len(places[source]))
            sample = mixture(batch * len(base) + places[source][place])
            picture = to_picture(sample.image)
            found.append(SampleView(picture, sample.text, sample.source, sample.format_name))
        return tuple(found)


@dataclass(frozen=True)
class NewPicture:
    """A picture with a plate that has no label yet.

    Attributes:
        name: What it is called in the list.
        image: RGB uint8 (H, W, 3).
        quad: The plate's corners.
        source: Where it comes from.
        evidence_sha256: Digest of the evidence it was cut from, or empty.
        picture: The plate from the front, as the network sees it.
        plate: The same for all pictures that are known to show one plate, which is typed once; else empty.
    """

    name: str
    image: NDArray[np.uint8]
    quad: Quad
    source: str
    evidence_sha256: str
    picture: QImage
    plate: str = ""


@dataclass(frozen=True)
class OpenPictures:
    """Decode pictures that show a plate and nothing else; what cannot be read is told, the rest is taken."""

    paths: tuple[Path, ...]

    def __call__(self, progress: Progress) -> tuple[tuple[NewPicture, ...], tuple[str, ...]]:
        """The pictures, and one sentence for each file that is none. Raises Cancelled."""
        from forensic_lpr.media.stills import decode_still

        found: list[NewPicture] = []
        problems: list[str] = []
        for done, path in enumerate(self.paths):
            progress(done, len(self.paths), path.name)
            try:
                image = decode_still(path)
                quad = Quad.from_points(corner_pixels(*image.shape[1::-1]))
                found.append(new_picture(path.stem, image, quad, path.parent.name, ""))
            except ForensicLprError as error:
                problems.append(f"{path.name}: {in_words(error)}")
        return tuple(found), tuple(problems)


@dataclass(frozen=True)
class CutPlate:
    """Cut the marked plate out of a frame, to be labelled."""

    name: str
    image: NDArray[np.uint8]
    quad: Quad
    evidence_sha256: str

    def __call__(self, progress: Progress) -> NewPicture:
        """Raises QuadInvalid."""
        from forensic_lpr.training.labelreading import cut_round

        image, quad = cut_round(self.image, self.quad)
        return new_picture(self.name, image, quad, self.name, self.evidence_sha256)


@dataclass(frozen=True)
class CutTrack:
    """Cut the plate out of frames of a track, to be labelled."""

    name: str
    item: EvidenceItem
    table: FrameTable
    track: Track

    def __call__(self, progress: Progress) -> tuple[NewPicture, ...]:
        """The widest first. Raises SetInvalid, EvidenceUnreadable, EvidenceChanged or Cancelled."""
        from forensic_lpr.operations.acquire import open_item
        from forensic_lpr.operations.labelframes import cut_frames

        with open_item(self.item, progress) as source:
            source.attach_table(self.table)
            cut = cut_frames(self.track, source, progress=progress)
        sha256 = self.item.digests.sha256
        mark = self.track.request.marks[0]
        plate = f"{sha256} {mark.frame.index} {mark.quad.points()}"
        return tuple(
            new_picture(f"{self.name}-{one.frame.index}", one.image, one.quad, self.name, sha256, plate)
            for one in cut
        )


def new_picture(
    name: str, image: NDArray[np.uint8], quad: Quad, source: str, evidence: str, plate: str = ""
) -> NewPicture:
    """A picture to be labelled, with its plate from the front; raises QuadInvalid."""
    from forensic_lpr.imaging.rectify import rectify, to_grey
    from forensic_lpr.synthesis.pairs import PLATE_SIZE

    front = to_picture(rectify(to_grey(image), quad, *PLATE_SIZE))
    return NewPicture(name, image, quad, source, evidence, front, plate)


@dataclass(frozen=True)
class ProposeBoxes:
    """Character boxes of a plate from its format's layout, corrected to the ink."""

    image: NDArray[np.uint8]
    quad: Quad
    plate_format: PlateFormat

    def __call__(self, progress: Progress) -> tuple[Box, ...]:
        """Raises QuadInvalid."""
        from forensic_lpr.imaging.rectify import rectify, to_grey
        from forensic_lpr.synthesis.pairs import PLATE_SIZE
        from forensic_lpr.training.labels import proposed_boxes

        grey = self.image if self.image.ndim == 2 else to_grey(self.image)
        plate = rectify(grey, self.quad, *PLATE_SIZE)
        boxes = proposed_boxes(plate, self.plate_format, self.quad.width / self.quad.height)
        return tuple((float(x), float(y), float(w), float(h)) for x, y, w, h in boxes)


@dataclass(frozen=True)
class AddLabel:
    """Write a picture with its label into a set."""

    folder: Path
    new: NewPicture
    text: str
    format_name: str
    boxes: tuple[Box, ...] | None

    def __call__(self, progress: Progress) -> str:
        """The picture's file. Raises SetInvalid."""
        from forensic_lpr.training.labelwriting import NewLabel, add_label

        new = self.new
        label = NewLabel(
            new.image, new.quad, self.text, self.format_name, new.source, self.boxes, new.evidence_sha256
        )
        return add_label(self.folder, label)


@dataclass(frozen=True)
class ChangeLabel:
    """Correct the text and the boxes of a picture of a set, or take it out."""

    folder: Path
    file: str
    text: str
    boxes: tuple[Box, ...] | None
    remove: bool = False

    def __call__(self, progress: Progress) -> str:
        """The picture's file. Raises SetInvalid."""
        from forensic_lpr.training.labelwriting import change_label, remove_label

        if self.remove:
            remove_label(self.folder, self.file)
        else:
            change_label(self.folder, self.file, self.text, self.boxes)
        return self.file


@dataclass(frozen=True)
class TakePairs:
    """Take near and far plates of a track as a new pair set, with what the plate reads where that is known."""

    item: EvidenceItem
    table: FrameTable
    track: Track
    folder: Path
    text: str = ""

    def __call__(self, progress: Progress) -> Path:
        """The new set's folder. Raises PairsInvalid, EvidenceUnreadable, EvidenceChanged or Cancelled."""
        from forensic_lpr.operations.acquire import open_item
        from forensic_lpr.operations.pairs import PairThresholds, record_pairs, take_pairs

        with open_item(self.item, progress) as source:
            source.attach_table(self.table)
            thresholds = PairThresholds()
            found = take_pairs(self.track, source, self.item, thresholds, self.text, progress=progress)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        record_pairs(self.folder, found)
        return self.folder
