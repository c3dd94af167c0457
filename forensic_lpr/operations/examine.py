"""Read a plate in a case: blind first, then the machine, then the conclusion.

What may not happen is refused here, for the window and the command line alike: a machine's reading before the own one
was sealed (unless that is said), a second seal, a conclusion that departs from the readings without a reason.
"""

from pathlib import Path

from forensic_lpr.case.store import digest_of
from forensic_lpr.core import acts
from forensic_lpr.core.acts import Act
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.canonical import canonical
from forensic_lpr.core.caseview import CaseView, Reading, RecordedPlate
from forensic_lpr.core.conclusion import Conclusion, departs
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import ORIGINAL, Recipe
from forensic_lpr.errors import ActRefused
from forensic_lpr.operations.case import OpenCase, document_of
from forensic_lpr.operations.environment import workplace


def plate_of(case: OpenCase, number: int) -> RecordedPlate:
    """The plate with a number.

    Raises:
        ActRefused: the case has none.
    """
    plate = case.view.plate(number)
    if plate is None:
        raise ActRefused(f"The case has no plate {number}.")
    return plate


def seal(case: OpenCase, number: int, reading: BlindReading) -> CaseView:
    """Seal the examiner's own reading of a plate; from then on the machine's may be shown.

    Raises:
        ActRefused: there is one already, or the machine's reading was shown before.
    """
    plate = plate_of(case, number)
    if plate.blind is not None:
        raise ActRefused(f"The own reading of plate {number} was sealed at {plate.blind.sealed_at}.")
    if plate.unmasked:
        raise ActRefused(
            f"The machine's reading of plate {number} was asked for at {plate.unblinded_at}; "
            "an own reading would no longer be blind."
        )
    return case.record(acts.BlindReadingSealed(number, reading.slots, reading.note))


def unblind(case: OpenCase, number: int, reason: str = "") -> CaseView:
    """Record that the machine's reading is asked for without an own one; nothing when it may be shown already."""
    if plate_of(case, number).unmasked:
        return case.view
    return case.record(acts.Unblinded(number, reason))


def require_unmasked(case: OpenCase, number: int | None) -> None:
    """Refuse the machine's reading of a plate that was not read blind.

    Args:
        case: The case.
        number: The plate, ``None`` for one that is not in the case yet.

    Raises:
        ActRefused: no own reading was sealed, and the plate was not unblinded.
    """
    if number is None or not plate_of(case, number).unmasked:
        named = "this plate" if number is None else f"plate {number}"
        raise ActRefused(
            f"Seal your own reading of {named} first; the machine's is not shown before, unless you say so."
        )


def record_reading(
    case: OpenCase, number: int, reading: Reading, weights: str, shown: bool = True
) -> CaseView:
    """Record the machine's reading of a plate with all that is needed to repeat it.

    Args:
        case: The case.
        number: The plate.
        reading: Of one frame or of a track.
        weights: Name or path by which the weights were chosen.
        shown: Whether it is put before the examiner.

    Raises:
        ActRefused: the plate is still masked, or the reading is of other evidence.
    """
    require_unmasked(case, number)
    plate = plate_of(case, number)
    exhibit = case.view.exhibit(plate.place.exhibit)
    if exhibit is None or exhibit.item.digests.sha256 != _evidence_of(reading):
        raise ActRefused(f"The reading is not of the exhibit on which plate {number} is marked.")
    document = document_of(reading)
    told = [*_changes(plate, reading), _recorded(case, number, reading, weights, digest_of(document))]
    if shown:
        told.append(acts.MachineReadingShown(number, len(case.view.readings) + 1))
    return case.record(*told, weights_sha256=reading.weights.sha256, documents=(document,))


def change_reading(case: OpenCase, number: int, slots: tuple[str, ...], reason: str) -> CaseView:
    """Change the examiner's own reading after unmasking; the sealed one stays.

    Raises:
        ActRefused: nothing was sealed, or there is no reason.
    """
    plate = plate_of(case, number)
    if plate.blind is None:
        raise ActRefused(f"No own reading of plate {number} was sealed that could be changed.")
    if not reason.strip():
        raise ActRefused("Say why the own reading is changed after the machine's was shown.")
    old = plate.blind.latest.slots
    return case.record(acts.ReadingChanged(number, old, BlindReading(slots).slots, reason.strip()))


def reconcile(case: OpenCase, number: int, conclusion: Conclusion) -> CaseView:
    """Record the conclusion on a plate; an earlier one is superseded and stays in the log.

    Raises:
        ActRefused: the plate is still masked, or a slot departs from the readings without a reason.
    """
    require_unmasked(case, number)
    plate = plate_of(case, number)
    blind = plate.blind.latest if plate.blind is not None else None
    second = tuple(sealed.latest for sealed in plate.second)
    machine = machine_characters(plate)
    told_why = conclusion.abstained and bool(conclusion.remark.strip())  # one remark explains every slot
    for slot, concluded in enumerate(conclusion.slots):
        if not (told_why or concluded.reason.strip()) and departs(concluded, slot, blind, machine, second):
            raise ActRefused(
                f"Slot {slot + 1} departs from the readings ({_all(blind, second, machine, slot)}); say why."
            )
    if conclusion.abstained and not (
        conclusion.remark.strip() or any(s.reason.strip() for s in conclusion.slots)
    ):
        raise ActRefused("Say in a remark why nothing can be determined.")
    told: list[Act] = []
    if conclusion.abstained:
        reason = conclusion.remark or "; ".join(s.reason for s in conclusion.slots if s.reason)
        told.append(acts.Abstained(number, reason))
    for slot, concluded in enumerate(conclusion.slots):
        read = machine[slot] if slot < len(machine) else ""
        if read and concluded.state != "undetermined" and concluded.characters[0] != read:
            told.append(
                acts.Overridden(number, slot + 1, read, concluded.characters, concluded.reason.strip())
            )
    return case.record(*told, acts.Reconciled(number, conclusion))


def withdraw(case: OpenCase, number: int, reason: str) -> CaseView:
    """Withdraw the conclusion on a plate: it stays in log and report, and none counts until another is drawn.

    Raises:
        ActRefused: none counts, or there is no reason.
    """
    if plate_of(case, number).conclusion is None:
        raise ActRefused(f"There is no conclusion on plate {number} to be withdrawn.")
    if not reason.strip():
        raise ActRefused("Say why the conclusion is withdrawn.")
    return case.record(acts.ConclusionWithdrawn(number, reason.strip()))


def switch_frames(case: OpenCase, number: int, off: tuple[int, ...]) -> CaseView:
    """Record which frames of a plate's track are out of the fused reading from now on."""
    plate_of(case, number)
    return case.record(acts.TrackFramesSwitched(number, tuple(sorted(off))))


def report_act(case: OpenCase, path: Path, data: bytes, plates: tuple[int, ...]) -> acts.ReportMade:
    """What is recorded of a report that was written: where, its digest, and the plates that it is about."""
    path = path.absolute()
    return acts.ReportMade(path, case.relative(path), digest_of(data), plates)


def machine_characters(plate: RecordedPlate) -> tuple[str, ...]:
    """Per slot the character that the last reading of a plate puts first: of its likeliest plate, else of each slot."""
    if not plate.readings:
        return ()
    last = plate.readings[-1]
    if last.act.likeliest:
        return tuple(last.act.likeliest)
    reading = last.reading
    slots = reading.slots if isinstance(reading, PlateReading) else reading.fused.slots
    return tuple(slot[0][0] for slot in slots.top(1))


def _recorded(
    case: OpenCase, number: int, reading: Reading, weights: str, document: str
) -> acts.ReadingRecorded:
    single = isinstance(reading, PlateReading)
    plates = reading.plates if isinstance(reading, PlateReading) else reading.fused.plates
    return acts.ReadingRecorded(
        reading=len(case.view.readings) + 1,
        plate=number,
        what="frame" if single else "track",
        document=document,
        likeliest=plates[0].text if plates else "",
        weights=weights,
        environment=workplace(),
    )


def _changes(plate: RecordedPlate, reading: Reading) -> list[Act]:
    """What was chosen otherwise than for the reading before."""
    if not plate.readings:
        return []
    before = plate.readings[-1]
    told: list[Act] = []
    old_recipe, new_recipe = _recipe_of(before.reading), _recipe_of(reading)
    if old_recipe != new_recipe:
        told.append(acts.RecipeChanged(plate.number, canonical(old_recipe), canonical(new_recipe)))
    asked = reading.request.format_name if isinstance(reading, PlateReading) else reading.format_requested
    if asked != before.format_requested:
        told.append(acts.FormatChanged(plate.number, before.format_requested, asked))
    old, new = before.reading.weights, reading.weights
    if old.sha256 != new.sha256:
        told.append(acts.ModelChanged(plate.number, f"{old.name} {old.sha256}", f"{new.name} {new.sha256}"))
    return told


def _recipe_of(reading: Reading) -> Recipe:
    """What the frame went through; tracks are read from the original."""
    return reading.request.recipe if isinstance(reading, PlateReading) else ORIGINAL


def _evidence_of(reading: Reading) -> str:
    if isinstance(reading, PlateReading):
        return reading.request.evidence_sha256
    return reading.track.request.evidence_sha256


def _all(
    blind: BlindReading | None, second: tuple[BlindReading, ...], machine: tuple[str, ...], slot: int
) -> str:
    own = blind.slots[slot] if blind is not None and slot < len(blind.slots) else "none"
    others = "".join(f"second: {s.slots[slot]}, " for s in second if slot < len(s.slots))
    read = machine[slot] if slot < len(machine) else "none"
    return f"your own: {own}, {others}the machine's: {read}"
