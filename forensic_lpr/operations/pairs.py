"""Take pairs of near and far plates from a clip, for training a DGM on what a real camera does.

The paper (section 2.2) chose by hand one frame in which a person can read the plate and one in which he cannot. Here
the track's frames are sorted by the plate's width and its detail. Capture (:func:`forensic_lpr.operations.track.
capture_track`) -> compute (:func:`take_pairs`, any thread) -> record (:func:`record_pairs`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from forensic_lpr import __version__
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.track import Track, TrackedQuad
from forensic_lpr.errors import PairsInvalid
from forensic_lpr.imaging.quality import detail
from forensic_lpr.imaging.rectify import rectify, to_grey
from forensic_lpr.media.source import FrameSource
from forensic_lpr.synthesis.pairs import FAR_RANGE, NEAR_FROM, PLATE_SIZE
from forensic_lpr.synthesis.pairset import PairSet, Role, TakenPlate, read_pair_set, write_pair_set
from forensic_lpr.synthesis.scan import field_step

LEGIBLE_DETAIL = 12.0
"""Detail from which a plate is mostly legible, see :func:`forensic_lpr.imaging.quality.detail`."""
MOST_PAIRS = 60


@dataclass(frozen=True)
class PairThresholds:
    """By what frames are chosen.

    Attributes:
        near_width: Least width of a near plate in pixels.
        near_detail: Least detail of a near plate.
        far_least: Least width of a far plate in pixels.
        far_most: Greatest width of a far plate in pixels.
        far_detail: Greatest detail of a far plate.
    """

    near_width: float = NEAR_FROM
    near_detail: float = LEGIBLE_DETAIL
    far_least: float = FAR_RANGE[0]
    far_most: float = FAR_RANGE[1]
    far_detail: float = LEGIBLE_DETAIL

    def role(self, width: float, found: float) -> Role | None:
        """Near, far or neither, of a plate with a width in pixels and a detail."""
        if width >= self.near_width and found >= self.near_detail:
            return "near"
        if self.far_least <= width <= self.far_most and found <= self.far_detail:
            return "far"
        return None

    def pairs(self) -> tuple[tuple[str, float], ...]:
        """Names and values, for the record."""
        return (
            ("near_width", self.near_width),
            ("near_detail", self.near_detail),
            ("far_least", self.far_least),
            ("far_most", self.far_most),
            ("far_detail", self.far_detail),
        )


def take_pairs(
    found: Track,
    source: FrameSource,
    item: EvidenceItem,
    thresholds: PairThresholds,
    text: str = "",
    most: int = MOST_PAIRS,
    progress: Progress = silent,
) -> PairSet:
    """Rectify the near and far plates of a track and pair them; any thread.

    Frames whose pixels damage puts in doubt are left out. Every far plate has one near one; near plates are used
    evenly. Where there are more than ``most`` far plates, those taken are spread evenly over the track.

    Args:
        found: The track.
        source: The clip, with its frame table attached.
        item: The evidence.
        thresholds: By what frames are chosen.
        text: The plate's text where it is known.
        most: Most pairs.
        progress: Told frames looked at.

    Raises:
        PairsInvalid: The thresholds leave no near or no far plate, or overlap; or the pictures are fields, of
            which half the lines are filled in.
        EvidenceUnreadable: The clip cannot be decoded.
        EvidenceChanged: A frame no longer decodes to what the table says.
        Cancelled: By the progress callback.
    """
    if thresholds.near_width <= thresholds.far_most:
        raise PairsInvalid("Near plates must be wider than the widest far ones.")
    if item.media.separated:
        raise PairsInvalid(
            "Half of a field's lines are filled in: take pairs from the clip's whole pictures, not from its fields."
        )
    taken: list[TakenPlate] = []
    for done, tracked in enumerate(found.quads):
        progress(done, len(found.quads), "choosing")
        frame = source.frame(tracked.frame)
        plate = None if frame.doubts else _taken(frame, tracked, thresholds)
        if plate is not None:
            taken.append(plate)
    progress(len(found.quads), len(found.quads), "choosing")
    near = [plate for plate in taken if plate.role == "near"]
    far = _spread([plate for plate in taken if plate.role == "far"], most)
    if not near or not far:
        widths = [tracked.quad.width for tracked in found.quads]
        raise PairsInvalid(
            f"Of {len(widths)} frames {len(near)} are near and {len(far)} far enough for pairs; the plate is "
            f"{min(widths):.0f} to {max(widths):.0f} pixels wide."
        )
    used = sorted({k * len(near) // len(far) for k in range(len(far))})
    place = {number: at for at, number in enumerate(used)}
    pairs = tuple((place[k * len(near) // len(far)], len(used) + k) for k in range(len(far)))
    return PairSet(
        item.path.name,
        item.digests.sha256,
        item.media.stream,
        text,
        thresholds.pairs(),
        __version__,
        (*(near[number] for number in used), *far),
        pairs,
    )


def record_pairs(folder: Path, pair_set: PairSet) -> PairSet:
    """Write a set into a new folder and read it back, so that what is told was checked.

    Raises:
        PairsInvalid: The folder exists already, or cannot be written.
    """
    write_pair_set(folder, pair_set)
    return read_pair_set(folder)


def _taken(frame: Frame, tracked: TrackedQuad, thresholds: PairThresholds) -> TakenPlate | None:
    found = detail(frame.image, tracked.quad)
    role = thresholds.role(tracked.quad.width, found)
    if role is None:
        return None
    grey = to_grey(frame.image)
    image = rectify(grey, tracked.quad, *PLATE_SIZE)
    image.setflags(write=False)
    step = field_step(grey, tracked.quad)
    return TakenPlate(role, image, frame.ref, frame.digest, tracked.quad, found, step)


def _spread(plates: Sequence[TakenPlate], most: int) -> list[TakenPlate]:
    if len(plates) <= most:
        return list(plates)
    return [plates[k * len(plates) // most] for k in range(most)]
