"""The case behind the window: every act is recorded in it, and the machine waits for the own reading.

There is always a case while something is examined: one that was opened, or an unsaved one that begins with the first
file. Nothing is shown of the machine's reading of a plate that is masked, because it is not even computed.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from forensic_lpr import paths
from forensic_lpr.case.store import SUFFIX
from forensic_lpr.core.acts import Act, EvidenceRelocated, MachineReadingShown, Place, Undone
from forensic_lpr.core.blind import CANNOT_READ, BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import CaseView, RecordedPlate
from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.conclusion import Conclusion
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import Recipe
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import FrameKey, Session
from forensic_lpr.operations import examine, second
from forensic_lpr.operations.case import (
    OpenCase,
    add_evidence,
    describe,
    is_empty,
    mark,
    new_case,
    open_frame,
    set_clock,
    set_enhancement,
)

SETTLED_MS = 800
"""A reading is recorded when the corners rested for so long."""


class Casework(QObject):
    """Records what happens in the session. All of it on the main thread, each act at once."""

    case_changed = Signal()
    """Another case is open."""
    record_changed = Signal()
    """Something was recorded."""
    masking_changed = Signal()
    """The marked plate may be read now, or must wait."""
    flushing = Signal()
    """What waits for rest is recorded now."""

    def __init__(self, session: Session, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._preferences = session, preferences
        self.case: OpenCase | None = None
        self.second = ""
        """Name of the second examiner who reads now; empty in ordinary work."""
        self._opened: set[FrameKey] = set()
        self._masked = False
        self._away = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self.flush)
        session.exhibits_changed.connect(self._on_exhibits_changed)
        session.marking_changed.connect(self.tell_masking)
        session.reading_changed.connect(self._on_reading_changed)

    # --- the case

    @property
    def view(self) -> CaseView | None:
        """The case as it stands, ``None`` before anything was done."""
        return self.case.view if self.case is not None else None

    @property
    def unsaved(self) -> bool:
        """Whether the case lies where unsaved cases lie."""
        return self.case is not None and self.case.path.parent == paths.cases()

    def adopt(self, case: OpenCase, second: bool = False) -> None:
        """Work in another case from now on, as its second examiner where that is said; the one before is closed."""
        self.close()
        self.case, self._away = case, False
        self.second = case.who if second else ""
        self._opened.clear()
        self.case_changed.emit()
        self.record_changed.emit()
        self.tell_masking()
        self._on_exhibits_changed()  # what arrived while no case was open

    def leave(self) -> None:
        """Close the case for work on its file; until another is adopted nothing is recorded, and no case is made."""
        self._let_go()
        self._away = True

    def close(self) -> None:
        """Record what is still to be, and close the case; an unsaved one in which nothing was done is not kept."""
        unsaved, case = self.unsaved, self._let_go()
        if case is not None and unsaved and is_empty(case.view):
            with suppress(OSError):
                case.path.unlink()

    def _let_go(self) -> OpenCase | None:
        """Record what is still to be, and close the case file; the case that was open."""
        self.flush()
        self._settling.stop()
        case, self.case = self.case, None
        if case is not None:
            try:
                case.close()
            except ForensicLprError as error:
                self._session.message_posted.emit("failure", in_words(error))
        return case

    def ensure(self) -> OpenCase | None:
        """The open case, or a new unsaved one; ``None`` when none can be made, which is told, or during work on it."""
        if self.case is None and not self._away:
            facts = Case(
                "",
                laboratory=self._preferences.text("report/laboratory"),
                examiner=self._preferences.text("report/examiner"),
            )
            name = f"unsaved-{datetime.now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}{SUFFIX}"
            try:
                paths.cases().mkdir(parents=True, exist_ok=True)
                case = new_case(paths.cases() / name, facts)
            except (ForensicLprError, OSError) as error:
                self._session.message_posted.emit("failure", in_words(error))
                return None
            self._preferences.add_recent_case(case.path)
            self.adopt(case)
        return self.case

    # --- where we are

    @property
    def place(self) -> Place | None:
        """Where the plate is marked now, in the words of the record; ``None`` when none is."""
        session = self._session
        frame, quad, number = session.frame, session.marking.quad, self._exhibit_number()
        if frame is None or quad is None or number is None:
            return None
        return Place(number, frame.ref, frame.digest, quad)

    @property
    def plate(self) -> RecordedPlate | None:
        """The plate that is marked now, as far as the record knows it."""
        view, place = self.view, self.place
        return view.plate_at(place) if view is not None and place is not None else None

    @property
    def masked(self) -> bool:
        """Whether a plate is marked whose machine's reading must wait."""
        if self._session.marking.quad is None:
            return False
        plate = self.plate
        return plate is None or not self.is_shown(plate)

    def is_shown(self, plate: RecordedPlate) -> bool:
        """Whether the readings of a plate may be shown to the one who works now."""
        hidden = bool(self.second) and self.case is not None and second.is_hidden(self.case, plate)
        return plate.unmasked and not hidden

    @property
    def waiting(self) -> tuple[RecordedPlate, ...]:
        """Plates that the second examiner has still to read; none in ordinary work."""
        return second.waiting(self.case) if self.case is not None and self.second else ()

    @property
    def candidate(self) -> RecordedPlate | None:
        """The plate of this exhibit unmasked last, which the masked one may be: none that is marked in this frame."""
        view, place = self.view, self.place
        if view is None or place is None or not self.masked:
            return None
        there = [p for p in view.plates if p.place.exhibit == place.exhibit and self.is_shown(p)]
        return next((p for p in reversed(there) if p.place_in(place) is None), None)

    def _exhibit_number(self) -> int | None:
        """Number in the case of the exhibit shown."""
        current = self._session.current
        return self._number_of(current.item) if current is not None and current.item is not None else None

    def _number_of(self, item: EvidenceItem) -> int | None:
        known = self.view.exhibit_of(item) if self.view is not None else None
        return known.number if known is not None else None

    # --- acts

    def seal(self, reading: BlindReading) -> None:
        """Seal the own reading of the marked plate, as the second examiner's where one reads."""
        again = bool(self.second) and self.plate is not None and self.plate.unmasked
        act = second.seal if again else examine.seal
        self._unmask(lambda case, number: act(case, number, reading))

    def seal_cannot_read(self) -> None:
        """Seal that the marked plate cannot be read."""
        self.seal(CANNOT_READ)

    def unblind(self, reason: str) -> None:
        """Show the machine's reading of the marked plate without an own one; the record says so."""
        if not self.second:  # a second reading is blind or is none
            self._unmask(lambda case, number: examine.unblind(case, number, reason))

    def continue_candidate(self) -> None:
        """Take the marked plate for the one unmasked last in this exhibit, because the examiner says so."""
        candidate = self.candidate
        if candidate is not None:
            self._record(lambda case: self._marked(case, candidate.number))
            self.tell_masking()

    def undone(self, what: str) -> None:
        """Record that a change of the corners of a plate in the record was taken back."""
        if self.plate is not None:
            self._record(lambda case: case.record(Undone(0, what)))

    def reconcile(self, number: int, conclusion: Conclusion) -> str:
        """Record a conclusion; one sentence on why it was refused, empty when it was recorded."""
        return self.attempt(lambda case: examine.reconcile(case, number, conclusion))

    def change_reading(self, number: int, slots: tuple[str, ...], reason: str) -> str:
        """Change the own reading after it was sealed; one sentence on why that was refused, else empty."""
        return self.attempt(lambda case: examine.change_reading(case, number, slots, reason))

    def withdraw(self, number: int, reason: str) -> str:
        """Withdraw a conclusion; one sentence on why that was refused, empty when it was recorded."""
        return self.attempt(lambda case: examine.withdraw(case, number, reason))

    def attempt(self, act: Callable[[OpenCase], object]) -> str:
        """Record an act in the case; one sentence on why it was refused, empty when it was recorded."""
        self.flush()
        try:
            if self.case is not None:
                act(self.case)
        except (ForensicLprError, OSError) as error:
            return in_words(error)
        self.record_changed.emit()
        return ""

    def describe(self, facts: Case) -> None:
        """Change what the case is about; what was said before stays in the log."""
        self._record(lambda case: describe(case, facts))

    def note(self, act: Act) -> None:
        """Record what happened beside the plates: weights trained or activated, a self-test."""
        self._record(lambda case: case.record(act))

    def set_clock(self, item: EvidenceItem, clock: SceneClock | None) -> None:
        """Record what a clock in the picture of an item shows."""
        number = self._number_of(item)
        if number is not None:
            self._record(lambda case: set_clock(case, number, clock))

    def set_enhancement(self, item: EvidenceItem, recipe: Recipe, read: bool) -> None:
        """Record through which steps an item is looked at, and whether the reader takes what they give."""
        number = self._number_of(item)
        if number is not None:
            self._record(lambda case: set_enhancement(case, number, recipe, read))

    def switch_frames(self, item: EvidenceItem, reading: TrackReading, used: tuple[bool, ...]) -> None:
        """Record which frames of a plate's track are in use."""
        plate = self._plate_of(item, reading)
        if plate is not None:
            frames = zip(reading.frames, used, strict=True)
            off = tuple(frame.tracked.frame.index for frame, on in frames if not on)
            self._record(lambda case: examine.switch_frames(case, plate.number, off))

    def take_track(self, item: EvidenceItem, reading: TrackReading, weights: str) -> bool:
        """Record the reading of a track in an item; False where its plate is not one whose reading may be shown."""
        plate = self._plate_of(item, reading)
        if plate is None or not self.is_shown(plate):
            return False
        number = plate.number
        if not any(r.reading is reading for r in plate.readings):
            self._record(lambda case: examine.record_reading(case, number, reading, weights))
        self.tell_masking()
        return True

    def _plate_of(self, item: EvidenceItem, reading: TrackReading) -> RecordedPlate | None:
        """The plate that a track in an item is of."""
        view, exhibit = self.view, self._number_of(item)
        mark = reading.track.request.marks[0]
        digest = next((f.frame_digest for f in reading.frames if f.tracked.frame == mark.frame), "")
        if view is None or exhibit is None:
            return None
        return view.plate_at(Place(exhibit, mark.frame, digest, mark.quad))

    def flush(self) -> None:
        """Record what waits, and the reading shown if it is of what is marked and is not recorded yet."""
        self.flushing.emit()
        self._settling.stop()
        reading, plate = self._session.reading, self.plate
        if reading is None or plate is None or self.masked or not self._session.reading_is_current:
            return
        last = next((r.reading for r in reversed(plate.readings) if r.act.what == "frame"), None)
        if not _same(last, reading):
            self._record(lambda case: self._read(case, reading))
        elif self.case is not None and not plate.was_seen_by(self.case.who):
            # Another person sees what was recorded before.
            shown = MachineReadingShown(plate.number, plate.readings[-1].act.reading)
            self._record(lambda case: case.record(shown))

    def _unmask(self, act: Callable[[OpenCase, int], object]) -> None:
        place = self.place
        if place is not None:
            self._record(lambda case: act(case, self._marked(case, None)))
            self.tell_masking()

    def _marked(self, case: OpenCase, plate: int | None) -> int:
        """Record frame and marking; the number of the plate."""
        place, frame, key = self.place, self._session.frame, self._session.key
        assert place is not None and frame is not None and key is not None
        if key not in self._opened:
            open_frame(case, place.exhibit, frame)
            self._opened.add(key)
        return mark(case, place, plate)

    def _read(self, case: OpenCase, reading: PlateReading) -> None:
        examine.record_reading(case, self._marked(case, None), reading, reading.request.weights)

    def _record(self, act: Callable[[OpenCase], object]) -> None:
        case = self.ensure()
        if case is None:
            return
        try:
            act(case)
        except (ForensicLprError, OSError) as error:
            self._session.message_posted.emit("failure", in_words(error))
        self.record_changed.emit()

    # --- slots

    def tell_masking(self) -> None:
        """Tell when the marked plate became readable or must wait."""
        masked = self.masked
        if masked != self._masked:
            self._masked = masked
            self.masking_changed.emit()

    def _on_exhibits_changed(self) -> None:
        for exhibit in self._session.exhibits:
            if exhibit.item is not None:
                self._take_in(exhibit.item)

    def _take_in(self, item: EvidenceItem) -> None:
        """Record an exhibit that is new to the case, or that was found at another path."""
        known = self.view.exhibit_of(item) if self.view is not None else None
        if known is None:
            self._record(lambda case: add_evidence(case, item))
            return
        number, path = known.number, known.item.path
        if path != item.path and not path.exists():
            self._record(
                lambda case: case.record(EvidenceRelocated(number, item.path, case.relative(item.path)))
            )

    def _on_reading_changed(self) -> None:
        plate = self.plate
        if self._session.reading is None or plate is None:
            self._settling.stop()
        elif not plate.readings or self.second:
            self.flush()
        else:
            self._settling.start()


def _same(recorded: object, reading: PlateReading) -> bool:
    return (
        isinstance(recorded, PlateReading)
        and recorded.request == reading.request
        and recorded.weights.sha256 == reading.weights.sha256
    )
