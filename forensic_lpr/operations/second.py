"""The second examiner's blind reading: made by another person, with no reading of the plate in sight.

The record can tell that a name saw no reading of a plate through this program; that a person worked under his own name
is for the laboratory to see to.
"""

from forensic_lpr.core import acts
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.caseview import CaseView, RecordedPlate
from forensic_lpr.errors import ActRefused
from forensic_lpr.operations.case import OpenCase
from forensic_lpr.operations.examine import plate_of


def begin(case: OpenCase) -> CaseView:
    """Record that the one who works in the case begins to read its plates as second examiner.

    Raises:
        ActRefused: every plate was read by this person, or shown to this person, before, or none can be read a second
            time yet.
    """
    if not case.view.plates:
        raise ActRefused("No plate is marked in the case yet; there is nothing to read a second time.")
    if not waiting(case):
        raise ActRefused(
            f"There is no plate that {case.who} can read as a second examiner: each was read by, or shown to, "
            "that person, or has no first reading yet."
        )
    return case.record(acts.SecondReadingBegun(case.who))


def waiting(case: OpenCase) -> tuple[RecordedPlate, ...]:
    """The plates that the one who works in the case can still read blind as second examiner, in order."""
    return tuple(plate for plate in case.view.plates if plate.unmasked and not plate.was_seen_by(case.who))


def is_hidden(case: OpenCase, plate: RecordedPlate) -> bool:
    """Whether the readings of a plate are kept from the one who works in the case as second examiner."""
    return not plate.was_seen_by(case.who)


def seal(case: OpenCase, number: int, reading: BlindReading) -> CaseView:
    """Seal the reading of the one who works in the case as that of a second examiner.

    Raises:
        ActRefused: there is no first reading yet, or this person has seen one.
    """
    plate = plate_of(case, number)
    if not plate.unmasked:
        raise ActRefused(
            f"Plate {number} was not read yet; the first reading is sealed without being a second one."
        )
    if plate.was_seen_by(case.who):
        raise ActRefused(
            f"{case.who} has read plate {number} or saw a reading of it; a second reading is blind and another "
            "person's."
        )
    return case.record(acts.SecondReadingSealed(number, reading.slots, reading.note))
