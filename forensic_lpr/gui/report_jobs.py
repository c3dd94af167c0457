"""What the report workspace asks of the workers: pages to look at, and the report written."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from forensic_lpr.core.caseview import CaseView
from forensic_lpr.core.progress import Progress
from forensic_lpr.gui.preload import preload_network_libraries

if TYPE_CHECKING:
    from forensic_lpr.operations.casereport import CaseReport
    from forensic_lpr.report.material import Material

DOTS_PER_INCH = 144
"""Of the pages on the screen; the document itself is not made of dots."""


@dataclass(frozen=True)
class Chosen:
    """What the examiner chose for a report.

    Attributes:
        language: ``en`` or ``pt-BR``.
        plates: Numbers of the plates that go into it, ``None`` for all.
        readings: Numbers of the readings that are shown whole, ``None`` for the last of each kind.
        key: The PKCS#12 file to sign with; ``None`` for no signature.
        passphrase: Of that key.
    """

    language: str = "en"
    plates: tuple[int, ...] | None = None
    readings: tuple[int, ...] | None = None
    key: Path | None = None
    passphrase: str = ""


@dataclass(frozen=True)
class Pages:
    """A report as it would be written now.

    Attributes:
        head: Hash of the audit log's end of the case that it is of.
        chosen: What was chosen for it.
        material: What it was made from, for the next one.
        pages: PNG of each page.
    """

    head: str
    chosen: Chosen
    material: "Material"
    pages: tuple[bytes, ...]


@dataclass(frozen=True)
class MakePages:
    """Typeset a report for the screen; what is known of the case already is not sought again."""

    case_path: Path
    view: CaseView
    chosen: Chosen
    known: "Material | None"

    def __call__(self, progress: Progress) -> Pages:
        """Raises what making a report raises, or Cancelled."""
        preload_network_libraries()
        from forensic_lpr.operations.casereport import case_head, gather
        from forensic_lpr.report.casemodel import build_case
        from forensic_lpr.report.pdf import render_pages

        head = case_head(self.chosen.language, plates=self.chosen.plates, readings=self.chosen.readings)
        material = gather(self.case_path, self.view, head, (), progress, self.known)
        progress(0, None, "")
        model = build_case(material)
        progress(0, None, "")
        pages = render_pages(model, DOTS_PER_INCH)
        return Pages(self.view.head.hash, self.chosen, material, pages)


@dataclass(frozen=True)
class Exported:
    """A report that was written and is still to be recorded."""

    report: "CaseReport"
    files: tuple[tuple[Path, bytes], ...]


@dataclass(frozen=True)
class ExportReport:
    """Make the report of a case anew, sign it where that was asked for, and write it with its JSON twin."""

    case_path: Path
    view: CaseView
    chosen: Chosen
    pdf: Path
    twin: Path | None

    def __call__(self, progress: Progress) -> Exported:
        """Raises what making a report raises, or Cancelled."""
        preload_network_libraries()
        from forensic_lpr.operations.casereport import case_head, make_case_report, write_case_report
        from forensic_lpr.operations.signing import load_signer

        chosen = self.chosen
        signer = load_signer(chosen.key, chosen.passphrase) if chosen.key is not None else None
        head = case_head(
            chosen.language,
            signer=signer.name if signer is not None else "",
            plates=chosen.plates,
            readings=chosen.readings,
        )
        sign = signer.sign if signer is not None else None
        report = make_case_report(self.case_path, self.view, head, (), progress, sign)
        files = [(self.pdf, report.pdf)]
        if self.twin is not None:
            files.append((self.twin, report.twin))
        write_case_report(self.view, self.case_path, files)
        return Exported(report, tuple(files))
