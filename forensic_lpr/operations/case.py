"""Work in a case: every act is checked against the record as it stands, recorded in one transaction, then counts.

Capture (what the examiner did) -> compute (hash, read: their own operations) -> record (the functions here, on the
thread that owns the case). Window and command line call the same ones.
"""

import getpass
import os
import secrets
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

from forensic_lpr import __version__
from forensic_lpr.case.opening import says_it_is_a_case
from forensic_lpr.case.store import SUFFIX, CaseFile
from forensic_lpr.core import acts
from forensic_lpr.core.actrows import kind_of, parameters_of
from forensic_lpr.core.acts import Act, Place
from forensic_lpr.core.audit import Draft, first_break
from forensic_lpr.core.canonical import canonical, restored
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import CaseView, Reading, RecordedExhibit, same_plate
from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.closing import Closing
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.history import History
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import ORIGINAL, Recipe
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.errors import ActRefused, CaseInvalid

_MOST_TEXT = 20_000


class OpenCase(Closing):
    """A case that is open: its file, and the case as it stands."""

    def __init__(self, file: CaseFile, who: str = "") -> None:
        """Read the whole record; prefer :func:`open_case`.

        Raises:
            CaseInvalid: the audit log is broken, or tells what cannot have happened.
        """
        self.file = file
        self._history = _history_of(file)
        self.view: CaseView = _viewed(file, self._history)
        self.who = _plain(who) or self.view.case.examiner or account()

    @property
    def path(self) -> Path:
        """The case file."""
        return self.file.path

    def record(self, *told: Act, weights_sha256: str = "", documents: tuple[bytes, ...] = ()) -> CaseView:
        """Record acts, all or none; the case as it then stands.

        Raises:
            CaseNotWritten: the disk is full or failing; nothing was recorded, and nothing recorded before is lost.
        """
        drafts = [draft_of(act, self.who, weights_sha256) for act in told]
        drafts[0] = replace(drafts[0], documents=documents)
        # On a copy, so that an act that cannot be is found before it counts, and a failure leaves all as it was.
        after = self._history.copy()
        self.file.append(drafts, after.take)
        self._history, self.view = after, after.view()
        return self.view

    def relative(self, path: Path) -> str:
        """A path from the case file's folder, with ``/``; empty when there is none (another drive)."""
        try:
            return Path(os.path.relpath(path, self.path.parent)).as_posix()
        except ValueError:
            return ""

    def close(self) -> None:
        """Close the case file; see :meth:`CaseFile.close`."""
        self.file.close()


def account() -> str:
    """The name under which the examiner works on this machine."""
    try:
        return _plain(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return "unknown"


def new_case(path: Path, facts: Case, who: str = "") -> OpenCase:
    """Make a case file; ``.flpr`` is added to a name without an ending.

    Args:
        path: Where to.
        facts: What the case is about; identity and time of making are filled in here.
        who: Who makes it; the examiner of the case if left out.

    Raises:
        CaseNotWritten: there is a file of that name, or it cannot be written.
    """
    path = path if path.suffix else path.with_name(path.name + SUFFIX)
    created_at = datetime.now().astimezone().isoformat(timespec="seconds")
    case = replace(cleaned(facts), identity=secrets.token_hex(16), created_at=created_at)
    who = _plain(who) or case.examiner or account()
    return OpenCase(CaseFile.create(path, draft_of(acts.CaseCreated(case), who)), who)


def open_case(path: Path, who: str = "", writable: bool = True) -> OpenCase:
    """Open a case; what a crash left behind is put in order.

    Args:
        path: The case file.
        who: Who works in it; the examiner of the case if left out.
        writable: Whether acts will be recorded; the case is then locked against other windows and commands.

    Raises:
        CaseInvalid: it is no case file, is damaged, was changed behind the program's back, or is of a newer one.
        CaseLocked: it is open elsewhere.
        CaseNotWritten: it cannot be written.
    """
    file = CaseFile.open(path, writable)
    try:
        return OpenCase(file, who)
    except BaseException:
        file.close()
        raise


def is_case(path: Path) -> bool:
    """Whether a file is to be taken for a case: by its name, or by what it says of itself."""
    return path.suffix.lower() == SUFFIX or says_it_is_a_case(path)


def is_empty(view: CaseView) -> bool:
    """Whether nothing was done in a case but to take evidence in and look at it."""
    return all(event.kind in _LOOKING for event in view.events)


_LOOKING = ("case created", "evidence acquired", "evidence verified", "evidence relocated", "frame opened")


def describe(case: OpenCase, facts: Case) -> CaseView:
    """Change the facts of a case; what they were before stays in the log."""
    now = case.view.case
    facts = replace(cleaned(facts), identity=now.identity, created_at=now.created_at)
    return case.view if facts == now else case.record(acts.CaseDescribed(facts))


def add_evidence(case: OpenCase, item: EvidenceItem) -> int:
    """Take an acquired item into the case; its number. One that is in the case already keeps its number."""
    known = case.view.exhibit_of(item)
    if known is not None:
        return known.number
    number = len(case.view.exhibits) + 1
    case.record(acts.EvidenceAcquired(number, item, case.relative(item.path)))
    return number


def open_frame(case: OpenCase, exhibit: int, frame: Frame) -> CaseView:
    """Record that an exhibit was found unchanged and one of its frames decoded to be worked on."""
    item = case.view.exhibits[exhibit - 1].item
    return case.record(
        acts.EvidenceVerified(exhibit, item.digests.sha256),
        acts.FrameOpened(exhibit, frame.ref, frame.digest, frame.picture_type),
    )


def mark(case: OpenCase, place: Place, plate: int | None = None) -> int:
    """Record a marking; the number of its plate.

    Args:
        case: The case.
        place: Where it is.
        plate: The plate that it is of, as the examiner says; if left out the one that lies there already, else a
            new one.

    Raises:
        ActRefused: that plate is marked elsewhere in the same frame, or on another exhibit.
    """
    known = case.view.plate_at(place) if plate is None else case.view.plate(plate)
    number = known.number if known is not None else len(case.view.plates) + 1
    if known is not None:
        first = known.place_in(place)
        if known.place.exhibit != place.exhibit:
            raise ActRefused(f"Plate {number} is marked on exhibit {known.place.exhibit}.")
        if first is not None and not same_plate(first.quad, place.quad):
            raise ActRefused(f"Plate {number} is marked elsewhere in this frame; this is another plate.")
    if known is None or known.marked != place:
        case.record(acts.QuadSet(number, place))
    return number


def set_clock(case: OpenCase, exhibit: int, clock: SceneClock | None) -> CaseView:
    """Record what a clock in the picture of an exhibit shows; ``None`` takes it away.

    Raises:
        ActRefused: the case has no such exhibit.
    """
    known = exhibit_of(case, exhibit)
    if clock == known.clock:
        return case.view
    told = clock or known.clock
    assert told is not None  # they differ, so one of them is there
    return case.record(
        acts.ClockSet(exhibit, told.frame, "" if clock is None else clock.shown.isoformat(sep=" "))
    )


def set_enhancement(case: OpenCase, exhibit: int, recipe: Recipe, read: bool) -> CaseView:
    """Record through which steps an exhibit is looked at, and whether the reader takes what they give.

    Raises:
        ActRefused: the case has no such exhibit.
    """
    known = exhibit_of(case, exhibit)
    new = "" if recipe == ORIGINAL else canonical(recipe)
    if (new, read) == (known.recipe, known.reads_enhanced):
        return case.view
    return case.record(acts.EnhancementChanged(exhibit, known.recipe, new, read))


def exhibit_of(case: OpenCase, number: int) -> RecordedExhibit:
    """The exhibit with a number.

    Raises:
        ActRefused: the case has none.
    """
    exhibit = case.view.exhibit(number)
    if exhibit is None:
        raise ActRefused(f"The case has no exhibit {number}.")
    return exhibit


def document_of(reading: Reading) -> bytes:
    """A reading as it is kept in the case file."""
    return canonical(reading).encode("ascii")


def draft_of(act: Act, who: str, weights_sha256: str = "") -> Draft:
    """The row of an act, but for its place in the log."""
    return Draft(who, kind_of(act), parameters_of(act), __version__, weights_sha256)


def fetched(file: CaseFile, act: acts.ReadingRecorded) -> Reading:
    """The reading that a row of the log names.

    Raises:
        CaseInvalid: it is not in the case file, or was changed.
        ValueError: it is no reading of this program.
    """
    text = file.document(act.document).decode("ascii", "replace")
    return restored(text, PlateReading) if act.what == "frame" else restored(text, TrackReading)


def cleaned(facts: Case) -> Case:
    """The facts without characters that no text holds, and none endless."""
    names = tuple(f.name for f in fields(facts) if f.name not in ("identity", "created_at"))
    return replace(facts, **{name: _plain(getattr(facts, name)) for name in names})


def _plain(text: str) -> str:
    """A text that can be written anywhere: no half characters, no NUL, not endless."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "").strip()[:_MOST_TEXT]


def _history_of(file: CaseFile) -> History:
    events = file.events()
    broken = first_break(events, file.head())
    if broken:
        raise CaseInvalid(f"The case {file.path.name} was changed behind the program's back. {broken}")
    history = History(lambda act: fetched(file, act))
    for event in events:
        try:
            history.take(event)
        except ValueError as error:
            raise CaseInvalid(
                f"Row {event.sequence} of the audit log of {file.path.name} is not well formed: {error}."
            ) from error
    return history


def _viewed(file: CaseFile, history: History) -> CaseView:
    try:
        return history.view()
    except ValueError as error:
        raise CaseInvalid(f"The case {file.path.name} is empty: {error}.") from error
