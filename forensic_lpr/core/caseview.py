"""A case as it stands: a read-only value, folded from the acts in the order in which they were recorded."""

from collections.abc import Callable, Sized
from dataclasses import dataclass, field, replace

from forensic_lpr.core import acts
from forensic_lpr.core.acts import Act, Place
from forensic_lpr.core.audit import Event, Head
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.conclusion import Conclusion
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.errors import ActRefused

Reading = PlateReading | TrackReading
FetchReading = Callable[[acts.ReadingRecorded], Reading]
"""Gives the reading that a row names; raises ValueError when it is not in the case."""


@dataclass(frozen=True)
class RecordedExhibit:
    """An evidence item of a case.

    Attributes:
        number: Its number in the case.
        item: What was acquired; its path is the one where it was found last.
        relative: That path from the case file's folder, empty when there is none.
        acquired_path: The path at acquisition.
        acquired_by: Who acquired it.
    """

    number: int
    item: EvidenceItem
    relative: str
    acquired_path: str
    acquired_by: str


@dataclass(frozen=True)
class Sealed:
    """A blind reading and when and by whom it was sealed, and what it was changed to after unmasking."""

    reading: BlindReading
    sealed_at: str
    examiner: str
    changes: tuple[tuple[str, BlindReading, str], ...] = ()
    """(when, what it was changed to, reason), in order."""

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
class Reconciliation:
    """A conclusion with its row in the log."""

    conclusion: Conclusion
    sequence: int
    at: str
    examiner: str


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
        reconciliations: Conclusions that were not undone, in order; the last one counts.
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
        """What counts, ``None`` before the plate is reconciled."""
        return self.reconciliations[-1].conclusion if self.reconciliations else None


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
    """

    case: Case
    exhibits: tuple[RecordedExhibit, ...]
    plates: tuple[RecordedPlate, ...]
    reports: tuple[RecordedReport, ...]
    events: tuple[Event, ...]
    head: Head

    def exhibit(self, number: int) -> RecordedExhibit | None:
        """The exhibit with a number."""
        return next((e for e in self.exhibits if e.number == number), None)

    def exhibit_of(self, item: EvidenceItem) -> RecordedExhibit | None:
        """The exhibit that an item is: the same bytes, and of a clip the same of its streams."""
        key = (item.digests, item.media.stream)
        return next((e for e in self.exhibits if (e.item.digests, e.item.media.stream) == key), None)

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


def same_plate(one: Quad, two: Quad) -> bool:
    """Whether two markings in one frame are of the same plate: the middle of each lies inside the other."""
    return _holds(one, two) and _holds(two, one)


def _holds(quad: Quad, other: Quad) -> bool:
    x, y = other.array().mean(axis=0)
    ring = quad.points()
    following = (*ring[1:], ring[0])
    return all(
        (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
        for (ax, ay), (bx, by) in zip(ring, following, strict=True)
    )


@dataclass
class History:
    """Folds acts into a case: :meth:`take` each row in order, then :meth:`view`."""

    fetch: FetchReading
    _case: Case | None = None
    _exhibits: dict[int, RecordedExhibit] = field(default_factory=dict)
    _plates: dict[int, RecordedPlate] = field(default_factory=dict)
    _reports: list[RecordedReport] = field(default_factory=list)
    _events: list[Event] = field(default_factory=list)

    def copy(self) -> "History":
        """The same so far; what it takes then does not touch this one."""
        return History(
            self.fetch,
            self._case,
            dict(self._exhibits),
            dict(self._plates),
            list(self._reports),
            list(self._events),
        )

    def view(self) -> CaseView:
        """The case as it stands.

        Raises:
            ValueError: the log does not begin with the making of the case.
        """
        if self._case is None:
            raise ValueError("the log does not begin with the making of the case")
        last = self._events[-1]
        return CaseView(
            self._case,
            tuple(self._exhibits.values()),
            tuple(self._plates.values()),
            tuple(self._reports),
            tuple(self._events),
            Head(last.sequence, last.hash),
        )

    def take(self, event: Event) -> None:
        """Take one row.

        Raises:
            ValueError: its act is not well formed, or is about something that is not in the case.
        """
        act = acts.act_of(event.kind, event.parameters)
        if (self._case is None) != isinstance(act, acts.CaseCreated):
            raise ValueError("the making of the case must be the first row, and only that")
        try:
            self._apply(act, event)
        except KeyError as error:
            raise ValueError(f"it is about number {error}, which is not in the case") from error
        except ActRefused as error:
            raise ValueError(f"it holds what could not have been recorded: {error}") from error
        self._events.append(event)

    def _apply(self, act: Act, event: Event) -> None:
        when = event.local_time
        match act:
            case acts.CaseCreated(case) | acts.CaseDescribed(case):
                self._case = case
            case acts.EvidenceAcquired(number, item, relative):
                _require_next(number, self._exhibits)
                self._exhibits[number] = RecordedExhibit(number, item, relative, str(item.path), event.who)
            case acts.EvidenceRelocated(number, path, relative):
                old = self._exhibits[number]
                item = replace(old.item, path=path)
                self._exhibits[number] = replace(old, item=item, relative=relative)
            case acts.EvidenceVerified(number) | acts.FrameOpened(number):
                self._exhibits[number]  # must be there
            case acts.QuadSet(number, place):
                self._mark(number, place)
            case acts.ReportMade():
                self._reports.append(RecordedReport(act, when, event.who))
            case acts.Undone(sequence):
                for number, plate in self._plates.items():
                    kept = tuple(r for r in plate.reconciliations if r.sequence != sequence)
                    self._plates[number] = replace(plate, reconciliations=kept)
            case (
                acts.BlindReadingSealed()
                | acts.Unblinded()
                | acts.ReadingRecorded()
                | acts.MachineReadingShown()
                | acts.ReadingChanged()
                | acts.Reconciled()
            ):
                self._plates[act.plate] = self._plate_after(self._plates[act.plate], act, event)
            case (
                acts.RecipeChanged(number)
                | acts.FormatChanged(number)
                | acts.ModelChanged(number)
                | acts.Abstained(number)
                | acts.Overridden(number)
            ):
                self._plates[number]  # must be there

    def _mark(self, number: int, place: Place) -> None:
        self._exhibits[place.exhibit]  # must be there
        if number not in self._plates:
            _require_next(number, self._plates)
            self._plates[number] = RecordedPlate(number, (place,), place)
            return
        plate = self._plates[number]
        if place.exhibit != plate.place.exhibit:
            raise ValueError("it marks a plate of another exhibit")
        first = plate.place_in(place)
        if first is not None and not same_plate(first.quad, place.quad):
            raise ValueError("it marks a plate in two places of one frame")
        places = plate.places if first is not None else (*plate.places, place)
        self._plates[number] = replace(plate, places=places, marked=place)

    def _plate_after(self, plate: RecordedPlate, act: Act, event: Event) -> RecordedPlate:
        when = event.local_time
        match act:
            case acts.BlindReadingSealed() if plate.blind is not None:
                raise ValueError("it seals a second blind reading of one plate")
            case acts.ReadingRecorded() | acts.MachineReadingShown() if not plate.unmasked:
                raise ValueError("it tells the machine's reading before the blind reading was sealed")
            case acts.BlindReadingSealed(_, slots, note):
                return replace(plate, blind=Sealed(BlindReading(slots, note), when, event.who))
            case acts.Unblinded(_, reason):
                return replace(plate, unblinded_at=when, unblinded_reason=reason)
            case acts.MachineReadingShown():
                return replace(plate, shown_at=plate.shown_at or when)
            case acts.ReadingRecorded():
                _require_next(act.reading, [r for p in self._plates.values() for r in p.readings])
                reading = RecordedReading(act, self.fetch(act), when, event.who)
                return replace(plate, readings=(*plate.readings, reading))
            case acts.ReadingChanged(_, _, new, reason) if plate.blind is not None:
                changed = (*plate.blind.changes, (when, BlindReading(new), reason))
                return replace(plate, blind=replace(plate.blind, changes=changed))
            case acts.Reconciled(_, conclusion):
                made = Reconciliation(conclusion, event.sequence, when, event.who)
                return replace(plate, reconciliations=(*plate.reconciliations, made))
        raise ValueError("it changes a blind reading that was never sealed")


def _require_next(number: int, there: Sized) -> None:
    if number != len(there) + 1:
        raise ValueError(f"number {number} is not the next one")
