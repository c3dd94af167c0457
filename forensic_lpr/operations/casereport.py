"""Report a case: find everything again in the evidence, typeset, write the files, record their digests.

Capture (the case as it stands, the head) -> compute (:func:`make_case_report` and :func:`write_case_report`, any
thread; the case file is not touched) -> record (:func:`record_case_report`, on the thread that owns the case).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from forensic_lpr import __version__
from forensic_lpr.core import acts
from forensic_lpr.core.acts import Act
from forensic_lpr.core.caseview import CaseView
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import ReportFailed
from forensic_lpr.operations.beside import write_beside
from forensic_lpr.operations.case import OpenCase
from forensic_lpr.operations.casefiles import CaseFiles
from forensic_lpr.operations.environment import environment
from forensic_lpr.operations.examine import report_act
from forensic_lpr.operations.gathering import Gathering
from forensic_lpr.report.casemodel import build_case, twin_of
from forensic_lpr.report.language import language_named
from forensic_lpr.report.material import CaseHead, Material
from forensic_lpr.report.model import date_of
from forensic_lpr.report.pdf import render


def case_head(
    language: str = "en",
    issued_at: str | None = None,
    signer: str = "",
    plates: tuple[int, ...] | None = None,
    readings: tuple[int, ...] | None = None,
) -> CaseHead:
    """What is said of the report itself, and what of the case goes into it.

    Args:
        language: ``en`` or ``pt-BR``.
        issued_at: ISO 8601, ``None`` for the local time of now.
        signer: Whose certificate signs it, empty for none.
        plates: Numbers of the plates that go into it, ``None`` for all.
        readings: Numbers of the machine's readings that are shown whole, ``None`` for the last of each kind.

    Raises:
        ReportFailed: there is no report in that language, or the date is no date.
    """
    if issued_at is None:
        issued_at = datetime.now().astimezone().isoformat(timespec="seconds")
    date_of(issued_at, issued_at)  # known before the work is done
    return CaseHead(issued_at, language_named(language), signer, plates, readings)


@dataclass(frozen=True)
class CaseReport:
    """A report that is ready to be written.

    Attributes:
        material: What it was made from.
        pdf: The document.
        twin: The same content as JSON, as it is attached to the document.
    """

    material: Material
    pdf: bytes
    twin: bytes


def make_case_report(
    path: Path,
    view: CaseView,
    head: CaseHead,
    look_in: Sequence[Path] = (),
    progress: Progress = silent,
    sign: Callable[[bytes], bytes] | None = None,
) -> CaseReport:
    """The report of a case; the same case and head on the same machine give the same bytes.

    Args:
        path: The case file, beside which evidence may lie; it is not opened.
        view: The case as it stands.
        head: What is said of the report itself, and what of the case goes into it.
        look_in: Folders in which moved evidence and weights are looked for as well.
        progress: Told what is done.
        sign: Signs the document, see :mod:`forensic_lpr.operations.signing`; ``head.signer`` names whose key it is.

    Raises:
        EvidenceChanged: an exhibit is no longer the file acquired, or a frame decodes to other pixels.
        EvidenceUnreadable: an exhibit is not to be found or cannot be read.
        ReportFailed: the document could not be typeset or signed, or what was asked for is not in the case.
        Cancelled: by the progress callback.
    """
    material = gather(path, view, head, look_in, progress)
    progress(0, None, "typesetting")
    model = build_case(material)
    pdf = render(model)
    return CaseReport(material, pdf if sign is None else sign(pdf), twin_of(model))


def gather(
    path: Path,
    view: CaseView,
    head: CaseHead,
    look_in: Sequence[Path] = (),
    progress: Progress = silent,
    known: Material | None = None,
) -> Material:
    """Everything that the report is made from; see :func:`make_case_report`.

    Args:
        path: The case file.
        view: The case as it stands.
        head: What is said of the report itself, and what of the case goes into it.
        look_in: Folders in which moved evidence and weights are looked for as well.
        progress: Told what is done.
        known: What was gathered of this case before, for a preview: what did not change since is taken from it. A
            report that is written is gathered anew, so that its digests and frames are those of its own time.
    """
    chosen = _chosen(view, head)
    with CaseFiles(path, view, look_in, progress) as files:
        found = Gathering(files, chosen, head, progress, known)
        exhibits = tuple(found.exhibit(exhibit) for exhibit in view.exhibits)
        plates = tuple(found.plate(plate) for plate in chosen.plates)
        test = found.self_test()
    kept = {plate.number for plate in chosen.plates}
    left_out = tuple(plate.number for plate in view.plates if plate.number not in kept)
    return Material(head, chosen, exhibits, plates, test, environment(), __version__, left_out)


def write_case_report(view: CaseView, case_path: Path, files: Sequence[tuple[Path, bytes]]) -> None:
    """Write the files of a report, on any thread; none of them over the case or an exhibit.

    Raises:
        ReportFailed: one cannot be written, or is the case or one of its exhibits.
    """
    taken = [case_path, *(exhibit.item.path for exhibit in view.exhibits)]
    for target, data in files:
        write_beside(target, data, taken)


def record_case_report(case: OpenCase, report: CaseReport, files: Sequence[tuple[Path, bytes]]) -> CaseView:
    """Record a report whose files were written, and the self-test that was made for it.

    Raises:
        CaseNotWritten: the files are written but could not be recorded.
    """
    plates = tuple(shown.plate.number for shown in report.material.plates)
    test = report.material.self_test
    told: list[Act] = []
    if test.checks:
        checks = tuple(
            (name, "passed" if right else f"failed: {detail}") for name, right, detail in test.checks
        )
        told.append(acts.SelfTested(all(right for _, right, _ in test.checks), checks))
    told += [report_act(case, target, data, plates) for target, data in files]
    return case.record(*told)


def _chosen(view: CaseView, head: CaseHead) -> CaseView:
    """The case with the plates that go into the report.

    Raises:
        ReportFailed: the case has no plate or reading of a number that was asked for.
    """
    readings = {reading.act.reading for reading in view.readings}
    for number in head.readings or ():
        if number not in readings:
            raise ReportFailed(f"The case has no reading {number}.")
    if head.plates is None:
        return view
    for number in head.plates:
        if view.plate(number) is None:
            raise ReportFailed(f"The case has no plate {number}.")
    return replace(view, plates=tuple(plate for plate in view.plates if plate.number in head.plates))
