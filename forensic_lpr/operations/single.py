"""One plate of one file as a case of its own: what ``report FILE --quad`` works in.

The order is that of every case: evidence, marking, the own reading sealed or the machine's asked for without one, the
machine's reading, the report. The case stays where it was made, so that ``verify`` can repeat what the report says.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from forensic_lpr.case.store import SUFFIX
from forensic_lpr.core.acts import Place
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.geometry import Quad
from forensic_lpr.operations import examine
from forensic_lpr.operations.case import OpenCase, add_evidence, mark, new_case, open_frame, set_clock


def case_beside(report: Path) -> Path:
    """Where the case of a report is kept unless said otherwise: beside it, by its name."""
    return report.with_suffix(SUFFIX)


@contextmanager
def case_of_its_own(path: Path, facts: Case) -> Iterator[OpenCase]:
    """A new case that stays when all that is done in it succeeds, and is gone when it does not: no one saw a reading.

    Raises:
        CaseNotWritten: there is a file of that name, or it cannot be written.
    """
    case = new_case(path, facts)
    try:
        with case:
            yield case
    except BaseException:
        with suppress(OSError):
            case.path.unlink()
        raise


def begin(
    case: OpenCase,
    item: EvidenceItem,
    frame: Frame,
    quad: Quad,
    own: BlindReading | None,
    reason: str = "",
    clock: SceneClock | None = None,
) -> int:
    """Record all that comes before the machine's reading; the number of the plate.

    Args:
        case: The case.
        item: The evidence.
        frame: The frame in which the plate is marked.
        quad: Its corners.
        own: The examiner's own reading, which is sealed; ``None`` when the machine's is asked for without one.
        reason: Why without one.
        clock: What a clock in the picture shows.

    Raises:
        CaseNotWritten: it cannot be recorded.
    """
    exhibit = add_evidence(case, item)
    open_frame(case, exhibit, frame)
    set_clock(case, exhibit, clock)
    number = mark(case, Place(exhibit, frame.ref, frame.digest, quad))
    if own is not None:
        examine.seal(case, number, own)
    else:
        examine.unblind(case, number, reason)
    return number
