"""The blind copy of a case, to be handed to a second examiner, and his or her sealed readings taken in from it.

A blind copy is a case file of its own, written anew: the evidence by path and digest, the marked plates, the question.
No reading, no conclusion, no step that the first examiner looked through and no row of the first log is in it, so that
there is nothing to be found, with whatever tool.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from forensic_lpr.core import acts
from forensic_lpr.core.acts import Act
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import RecordedPlate, same_plate
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import ActRefused
from forensic_lpr.operations.case import OpenCase, new_case, open_case
from forensic_lpr.operations.locating import find_evidence


@dataclass(frozen=True)
class TakenIn:
    """What came of a blind copy.

    Attributes:
        plates: Numbers of the plates whose reading was taken in.
        left: Why a plate's was not, one sentence each.
    """

    plates: tuple[int, ...]
    left: tuple[str, ...]


def blind_copy(
    path: Path,
    target: Path,
    examiner: str,
    who: str = "",
    look_in: Sequence[Path] = (),
    progress: Progress = silent,
) -> Path:
    """Make a blind copy of a closed case; the case records for whom.

    Args:
        path: The case file; it must not be open.
        target: The case file to make; ``.flpr`` is added to a name without an ending.
        examiner: For whom it is.
        who: Who makes it; the examiner of the case if left out.
        look_in: Folders in which moved evidence is looked for as well.
        progress: Told bytes hashed.

    Returns:
        Where it lies.

    Raises:
        ActRefused: nobody is named, nothing is marked, or this person has seen a reading of every plate.
        CaseInvalid, CaseLocked: the case cannot be opened.
        EvidenceUnreadable, EvidenceChanged: an exhibit is missing, or no longer what was acquired.
        CaseNotWritten: there is a file of that name, or it cannot be written.
        Cancelled: By the progress callback.
    """
    examiner = " ".join(examiner.split())
    with open_case(path, who) as case:
        view = case.view
        if not examiner:
            raise ActRefused("Say for whom the blind copy is; the record names the second examiner.")
        if not view.plates:
            raise ActRefused("No plate is marked in the case yet; there is nothing to read a second time.")
        if all(plate.was_seen_by(examiner) for plate in view.plates):
            raise ActRefused(
                f"{examiner} has read every plate of the case, or saw a reading of it; "
                "a blind copy is for another person."
            )
        items = [
            replace(exhibit.item, path=find_evidence(case.path, exhibit, look_in, progress).absolute())
            for exhibit in view.exhibits
        ]
        copy = new_case(target, _handed_on(view.case, examiner), case.who)
        try:
            with copy:
                copy.record(*_begun(copy, view.case.identity, items, view.plates))
            case.record(acts.BlindCopyMade(copy.path.name, copy.view.case.identity, examiner))
        except BaseException:
            # One that the case does not know of could never be taken in.
            with suppress(OSError):
                copy.path.unlink()
            raise
        return copy.path


def take_in(path: Path, copy_path: Path, who: str = "", progress: Progress = silent) -> TakenIn:
    """Take the sealed readings of a blind copy into the case that it was made of; neither may be open.

    Args:
        path: The case file.
        copy_path: The blind copy; it is only read.
        who: Who takes them in; the examiner of the case if left out.
        progress: Told plates done.

    Raises:
        ActRefused: it is no blind copy of this case, or holds no reading that can be taken in.
        CaseInvalid, CaseLocked: one of the files cannot be opened, or its audit log does not hold.
        CaseNotWritten: the case cannot be written.
        Cancelled: By the progress callback.
    """
    with open_case(path, who) as case, open_case(copy_path, writable=False) as copy:
        identity = copy.view.case.identity
        if copy.view.origin != case.view.case.identity or all(
            identity != made.identity for made in case.view.copies
        ):
            raise ActRefused(f"{copy_path.name} is no blind copy of this case.")
        taken: list[Act] = []
        numbers, left = [], []
        for done, plate in enumerate(copy.view.plates):
            progress(done, len(copy.view.plates), "plates")
            problem = _problem(case, copy, plate)
            if problem:
                left.append(problem)
            elif plate.blind is not None:
                reading, sealed = plate.blind.reading, plate.blind
                numbers.append(plate.number)
                taken.append(
                    acts.SecondReadingTakenIn(
                        plate.number,
                        reading.slots,
                        reading.note,
                        sealed.examiner,
                        sealed.sealed_at,
                        identity,
                        copy.view.head.hash,
                    )
                )
        if not taken:
            raise ActRefused(f"There is nothing to take in from {copy_path.name}. {' '.join(left)}".strip())
        case.record(*taken)
    return TakenIn(tuple(numbers), tuple(left))


def _handed_on(case: Case, examiner: str) -> Case:
    """What the second examiner is told: who asks what, and nothing that the first knew or noted."""
    return Case(
        "",
        number=case.number,
        laboratory=case.laboratory,
        examiner=examiner,
        question=case.question,
        received=case.received,
        request=case.request,
    )


def _begun(
    copy: OpenCase, origin: str, items: Sequence[EvidenceItem], plates: Sequence[RecordedPlate]
) -> list[Act]:
    """Evidence and markings, as the first rows of the copy's own log; a plate is where it is marked now."""
    told: list[Act] = [acts.BegunAsBlindCopy(origin)]
    told += [
        acts.EvidenceAcquired(number, item, copy.relative(item.path))
        for number, item in enumerate(items, start=1)
    ]
    told += [acts.QuadSet(plate.number, plate.marked) for plate in plates]
    return told


def _problem(case: OpenCase, copy: OpenCase, plate: RecordedPlate) -> str:
    """Why the reading of a plate of the copy is not taken in; empty when it is."""
    number = plate.number
    known = case.view.plate(number)
    there = known.place_in(plate.place) if known is not None else None
    if plate.blind is None:
        if plate.unblinded_at:
            return f"Plate {number}: the machine's reading was asked for before an own one was sealed."
        return f"Plate {number}: no reading was sealed."
    if known is None or there is None or not same_plate(there.quad, plate.place.quad):
        return f"Plate {number}: it was marked in the copy and is not in the case."
    mine, theirs = (c.view.exhibits[plate.place.exhibit - 1].item.digests for c in (case, copy))
    if mine != theirs:
        return f"Plate {number}: it is marked on other evidence."
    if not known.unmasked:
        return f"Plate {number}: it has no first reading in the case yet."
    if known.was_seen_by(plate.blind.examiner):
        return (
            f"Plate {number}: {plate.blind.examiner} has read it in the case, or saw a reading of it there."
        )
    return ""
