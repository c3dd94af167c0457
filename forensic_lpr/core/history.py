"""How a case is folded from its acts, one row of the audit log after the other."""

from collections.abc import Callable, Sized
from dataclasses import dataclass, field, replace

from forensic_lpr.core import acts
from forensic_lpr.core.actrows import act_of
from forensic_lpr.core.acts import Act, Place
from forensic_lpr.core.audit import Event, Head
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import (
    CaseView,
    Reading,
    Reconciliation,
    RecordedExhibit,
    RecordedPlate,
    RecordedReading,
    RecordedReport,
    Sealed,
    Switched,
    Withdrawal,
    same_plate,
)
from forensic_lpr.core.clock import SceneClock, parse_shown
from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.errors import ActRefused

FetchReading = Callable[[acts.ReadingRecorded], Reading]
"""Gives the reading that a row names; raises ValueError when it is not in the case."""


@dataclass
class History:
    """Folds acts into a case: :meth:`take` each row in order, then :meth:`view`."""

    fetch: FetchReading
    _case: Case | None = None
    _exhibits: dict[int, RecordedExhibit] = field(default_factory=dict)
    _plates: dict[int, RecordedPlate] = field(default_factory=dict)
    _reports: list[RecordedReport] = field(default_factory=list)
    _events: list[Event] = field(default_factory=list)
    _copies: list[acts.BlindCopyMade] = field(default_factory=list)
    _origin: str = ""

    def copy(self) -> "History":
        """The same so far; what it takes then does not touch this one."""
        return History(
            self.fetch,
            self._case,
            dict(self._exhibits),
            dict(self._plates),
            list(self._reports),
            list(self._events),
            list(self._copies),
            self._origin,
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
            tuple(self._copies),
            self._origin,
        )

    def take(self, event: Event) -> None:
        """Take one row.

        Raises:
            ValueError: its act is not well formed, or is about something that is not in the case.
        """
        act = act_of(event.kind, event.parameters)
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
            case acts.ClockSet(number, frame, shown):
                clock = _clock(frame, shown)
                self._exhibits[number] = replace(self._exhibits[number], clock=clock)
            case acts.EnhancementChanged(number, _, new, read):
                self._exhibits[number] = replace(self._exhibits[number], recipe=new, reads_enhanced=read)
            case acts.EvidenceVerified(number) | acts.FrameOpened(number):
                self._exhibits[number]  # must be there
            case acts.QuadSet(number, place):
                self._mark(number, place)
            case acts.ReportMade():
                self._reports.append(RecordedReport(act, when, event.who))
            case acts.BlindCopyMade():
                self._copies.append(act)
            case acts.BegunAsBlindCopy(identity):
                if self._plates or self._origin:
                    raise ValueError("it makes a blind copy of a case that was begun")
                self._origin = identity
            case acts.Undone(sequence):
                for number, plate in self._plates.items():
                    kept = tuple(r for r in plate.reconciliations if r.sequence != sequence)
                    self._plates[number] = replace(plate, reconciliations=kept)
            case (
                acts.BlindReadingSealed()
                | acts.SecondReadingSealed()
                | acts.SecondReadingTakenIn()
                | acts.TrackFramesSwitched()
                | acts.ConclusionWithdrawn()
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
            case acts.SecondReadingSealed(_, slots, note):
                return _read_again(plate, Sealed(BlindReading(slots, note), when, event.who))
            case acts.SecondReadingTakenIn(_, slots, note, examiner, sealed_at, copy, head):
                if all(copy != made.identity for made in self._copies):
                    raise ValueError("it takes in a reading from a blind copy that was never made")
                if parse_shown(sealed_at) is None:
                    raise ValueError("it takes in a reading that was sealed at no time")
                return _read_again(plate, Sealed(BlindReading(slots, note), sealed_at, examiner, (), head))
            case acts.TrackFramesSwitched(_, off):
                return replace(plate, switched=(*plate.switched, Switched(when, event.who, off)))
            case acts.ConclusionWithdrawn(_, reason):
                if plate.conclusion is None:
                    raise ValueError("it withdraws a conclusion where none counts")
                last = replace(plate.reconciliations[-1], withdrawn=Withdrawal(when, event.who, reason))
                return replace(plate, reconciliations=(*plate.reconciliations[:-1], last))
            case acts.BlindReadingSealed(_, slots, note):
                sealed = Sealed(BlindReading(slots, note), when, event.who)
                return _seen(replace(plate, blind=sealed), event.who)
            case acts.Unblinded(_, reason):
                return _seen(replace(plate, unblinded_at=when, unblinded_reason=reason), event.who)
            case acts.MachineReadingShown():
                return _seen(replace(plate, shown_at=plate.shown_at or when), event.who)
            case acts.ReadingRecorded():
                _require_next(act.reading, [r for p in self._plates.values() for r in p.readings])
                reading = RecordedReading(act, self.fetch(act), when, event.who)
                return replace(plate, readings=(*plate.readings, reading))
            case acts.ReadingChanged(_, _, new, reason) if plate.blind is not None:
                changed = (*plate.blind.changes, (when, BlindReading(new), reason))
                return replace(plate, blind=replace(plate.blind, changes=changed))
            case acts.Reconciled(_, conclusion):
                made = Reconciliation(conclusion, event.sequence, when, event.who)
                return _seen(replace(plate, reconciliations=(*plate.reconciliations, made)), event.who)
        raise ValueError("it changes a blind reading that was never sealed")


def _require_next(number: int, there: Sized) -> None:
    if number != len(there) + 1:
        raise ValueError(f"number {number} is not the next one")


def _read_again(plate: RecordedPlate, sealed: Sealed) -> RecordedPlate:
    """The plate with a second examiner's reading."""
    if plate.blind is None and not plate.unblinded_at:
        raise ValueError("it seals a second reading before the first")
    if plate.was_seen_by(sealed.examiner):
        raise ValueError("it seals the blind reading of one who had seen another")
    return replace(plate, second=(*plate.second, sealed), seen_by=(*plate.seen_by, sealed.examiner))


def _seen(plate: RecordedPlate, who: str) -> RecordedPlate:
    """The plate, with one more person who saw a reading of it."""
    return plate if plate.was_seen_by(who) else replace(plate, seen_by=(*plate.seen_by, who))


def _clock(frame: FrameRef, shown: str) -> SceneClock | None:
    if not shown:
        return None
    moment = parse_shown(shown)
    if moment is None:
        raise ValueError("a clock shows what is no time")
    return SceneClock(frame, moment)
