"""A case as it stands: a read-only value that :mod:`forensic_lpr.core.history` folds from the acts."""

from dataclasses import dataclass, replace
from pathlib import Path

from forensic_lpr.core import acts
from forensic_lpr.core.acts import Place
from forensic_lpr.core.audit import Event, Head
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.conclusion import Conclusion
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.trackreading import TrackReading

Reading = PlateReading | TrackReading


@dataclass(frozen=True)
class RecordedExhibit:
    """An evidence item of a case.

    Attributes:
        number: Its number in the case.
        item: What was acquired; its path is the one where it was found last.
        relative: That path from the case file's folder, empty when there is none.
        acquired_path: The path at acquisition.
        acquired_by: Who acquired it.
        clock: What a clock in the picture shows, where the examiner read it.
        recipe: The steps that it is looked at through, as canonical JSON; empty for the original.
        reads_enhanced: Whether the reader takes the picture that they give.
    """

    number: int
    item: EvidenceItem
    relative: str
    acquired_path: str
    acquired_by: str
    clock: SceneClock | None = None
    recipe: str = ""
    reads_enhanced: bool = False

    def found_at(self, path: Path) -> EvidenceItem:
        """The item at the path where it was found."""
        return replace(self.item, path=path)


@dataclass(frozen=True)
class Sealed:
    """A blind reading.

    Attributes:
        reading: What was sealed.
        sealed_at: When.
        examiner: By whom.
        changes: What it was changed to after unmasking: (when, to what, reason), in order.
        copy_head: Of one that was taken in from a blind copy: hash of the last row of that one's audit log.
    """

    reading: BlindReading
    sealed_at: str
    examiner: str
    changes: tuple[tuple[str, BlindReading, str], ...] = ()
    copy_head: str = ""

    @property
    def latest(self) -> BlindReading:
        """What the examiner holds now: the last change, else what was sealed."""
        return self.changes[-1][1] if self.changes else self.reading


@dataclass(frozen=True)
class RecordedReading:
    """A reading of the machine as it was recorded.

    Attributes:
        act: Number, plate, document, weights and environment.
        reading: The reading whole, to be reported and replayed.
        recorded_at: When, by the examiner's clock, ISO 8601 with offset.
        examiner: Who had it read.
    """

    act: acts.ReadingRecorded
    reading: Reading
    recorded_at: str
    examiner: str

    @property
    def format_requested(self) -> str:
        """``auto`` or the name of a plate format."""
        reading = self.reading
        return reading.request.format_name if isinstance(reading, PlateReading) else reading.format_requested


@dataclass(frozen=True)
class Withdrawal:
    """When, by whom and why a conclusion was withdrawn."""

    at: str
    examiner: str
    reason: str


@dataclass(frozen=True)
class Reconciliation:
    """A conclusion with its row in the log, and its withdrawal; ``None`` while it was not withdrawn."""

    conclusion: Conclusion
    sequence: int
    at: str
    examiner: str
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True)
class Switched:
    """When and by whom frames of a track were switched, and which were out of the fused reading afterwards."""

    at: str
    examiner: str
    off: tuple[int, ...]


@dataclass(frozen=True)
class RecordedPlate:
    """A plate of a case: what the examiner says is one and the same plate.

    Attributes:
        number: Its number in the case.
        places: Where it was marked first in each frame; a marking is of this plate while it lies on one of these.
        marked: Where it is marked now.
        blind: The examiner's own reading, ``None`` before it is sealed.
        unblinded_at: When the machine's reading was asked for without it, empty when it was not.
        unblinded_reason: Why, in the examiner's words.
        shown_at: When the machine's reading was shown first, empty before.
        readings: The machine's, in order; the last one counts.
        reconciliations: Conclusions that were not undone, in order; the last one counts unless it was withdrawn.
        second: Blind readings of further examiners, in order.
        seen_by: Everyone who has read it or saw a reading of it, each once: none of them reads it blind again.
        switched: What was switched in its tracks, in order.
    """

    number: int
    places: tuple[Place, ...]
    marked: Place
    blind: Sealed | None = None
    unblinded_at: str = ""
    unblinded_reason: str = ""
    shown_at: str = ""
    readings: tuple[RecordedReading, ...] = ()
    reconciliations: tuple[Reconciliation, ...] = ()
    second: tuple[Sealed, ...] = ()
    seen_by: tuple[str, ...] = ()
    switched: tuple[Switched, ...] = ()

    @property
    def place(self) -> Place:
        """Where it was marked first of all."""
        return self.places[0]

    def place_in(self, place: Place) -> Place | None:
        """Where it was marked first in the frame of another place, ``None`` when it was not marked there."""
        return next((mine for mine in self.places if _same_frame(mine, place)), None)

    @property
    def unmasked(self) -> bool:
        """Whether the machine's reading may be shown."""
        return self.blind is not None or bool(self.unblinded_at)

    @property
    def conclusion(self) -> Conclusion | None:
        """What counts, ``None`` before the plate is reconciled and after its conclusion was withdrawn."""
        last = self.reconciliations[-1] if self.reconciliations else None
        return last.conclusion if last is not None and last.withdrawn is None else None

    def was_seen_by(self, name: str) -> bool:
        """Whether a person has read it, or saw a reading of it."""
        return any(same_person(one, name) for one in self.seen_by)


@dataclass(frozen=True)
class RecordedReport:
    """A report that was written."""

    act: acts.ReportMade
    made_at: str
    examiner: str


@dataclass(frozen=True)
class CaseView:
    """A case: all that a report needs.

    Attributes:
        case: What it is about.
        exhibits: In the order of acquisition.
        plates: In the order in which they were marked.
        reports: In the order in which they were written.
        events: The audit log.
        head: Its end; printed in a report, its hash anchors the log outside the case file.
        copies: Blind copies of it that were made.
        origin: Identity of the case that this one is a blind copy of, empty when it is none.
    """

    case: Case
    exhibits: tuple[RecordedExhibit, ...]
    plates: tuple[RecordedPlate, ...]
    reports: tuple[RecordedReport, ...]
    events: tuple[Event, ...]
    head: Head
    copies: tuple[acts.BlindCopyMade, ...] = ()
    origin: str = ""

    def exhibit(self, number: int) -> RecordedExhibit | None:
        """The exhibit with a number."""
        return next((e for e in self.exhibits if e.number == number), None)

    def exhibit_of(self, item: EvidenceItem) -> RecordedExhibit | None:
        """The exhibit that an item is: the same bytes, and of a clip the same of its streams and fields."""
        key = (item.digests, item.media.taken)
        return next((e for e in self.exhibits if (e.item.digests, e.item.media.taken) == key), None)

    def plate(self, number: int) -> RecordedPlate | None:
        """The plate with a number."""
        return next((p for p in self.plates if p.number == number), None)

    @property
    def readings(self) -> tuple[RecordedReading, ...]:
        """The machine's readings of all plates, in the order in which they were recorded."""
        return tuple(sorted((r for p in self.plates for r in p.readings), key=lambda r: r.act.reading))

    def plate_at(self, place: Place) -> RecordedPlate | None:
        """The plate that a marking is of: the latest that was marked, or followed to, in that frame and place."""
        for plate in reversed(self.plates):
            first = plate.place_in(place)
            quads = _followed(plate, place) if first is None else [first.quad]
            if any(same_plate(quad, place.quad) for quad in quads):
                return plate
        return None


def _followed(plate: RecordedPlate, place: Place) -> list[Quad]:
    """Where the plate's tracks have it in the frame of a place: a track is of the plate of its marked frame."""
    return [
        frame.tracked.quad
        for recorded in plate.readings
        if isinstance(recorded.reading, TrackReading) and plate.place.exhibit == place.exhibit
        for frame in recorded.reading.frames
        if (frame.tracked.frame, frame.frame_digest) == (place.frame, place.frame_digest)
    ]


def _same_frame(one: Place, two: Place) -> bool:
    return (one.exhibit, one.frame, one.frame_digest) == (two.exhibit, two.frame, two.frame_digest)


def same_person(one: str, two: str) -> bool:
    """Whether two names are taken for one person: by their letters, whatever their case and spacing."""
    return "".join(one.split()).casefold() == "".join(two.split()).casefold()


def same_plate(one: Quad, two: Quad) -> bool:
    """Whether two markings in one frame are of the same plate: the middle of each lies inside the other."""
    return _holds(one, two) and _holds(two, one)


def _holds(quad: Quad, other: Quad) -> bool:
    corners = other.points()  # asked at every move of a corner: not worth an array
    x, y = sum(x for x, _ in corners) / 4, sum(y for _, y in corners) / 4
    ring = quad.points()
    following = (*ring[1:], ring[0])
    return all(
        (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
        for (ax, ay), (bx, by) in zip(ring, following, strict=True)
    )
