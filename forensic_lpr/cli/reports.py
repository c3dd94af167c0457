"""The command that writes reports: of a case, or of a single reading made on the way."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from forensic_lpr.cli.evidence import frame_options, read_plate
from forensic_lpr.cli.options import FILE, Meter
from forensic_lpr.operations.case import is_case, open_case

if TYPE_CHECKING:
    from forensic_lpr.operations.signing import Signer


@click.command()
@click.argument("file", metavar="FILE|CASE", type=FILE)
@frame_options
@click.option("--out", required=True, type=FILE, help="The PDF to write.")
@click.option(
    "--language", default="en", show_default=True, metavar="en|pt-BR", help="In which the report is written."
)
@click.option("--json", "twin", type=FILE, default=None, help="Of a case: write the report as data, too.")
@click.option(
    "--plate",
    "plates",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Of a case: only these plates; the report says which it leaves out. May be repeated.",
)
@click.option(
    "--reading",
    "readings",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Of a case: show these readings whole, not the last of each kind. May be repeated.",
)
@click.option("--issued", default=None, help="Date and time of issue, ISO 8601; now if left out.")
@click.option("--laboratory", default="", help="Of a single reading; a case has its own.")
@click.option("--examiner", default="", help="Of a single reading; a case has its own.")
@click.option("--case", "case_number", default="", help="Number of the case, of a single reading.")
@click.option("--exhibit", default="", help="Of a single reading.")
@click.option("--question", default="", help="What was asked, of a single reading.")
@click.option("--as", "who", default="", help="Of a case: who does this; its examiner if left out.")
@click.option(
    "--look-in",
    multiple=True,
    type=FILE,
    metavar="FOLDER",
    help="Of a case: where moved files may lie as well.",
)
@click.option(
    "--sign", "key", type=FILE, default=None, metavar="KEY.p12", help="Sign with this key (PAdES B-B)."
)
@click.option(
    "--passphrase-file",
    type=FILE,
    default=None,
    help="Holds the key's passphrase in its first line; else it is asked.",
)
def report(
    file: Path,
    out: Path,
    language: str,
    twin: Path | None,
    plates: tuple[int, ...],
    readings: tuple[int, ...],
    issued: str | None,
    who: str,
    look_in: tuple[Path, ...],
    key: Path | None,
    passphrase_file: Path | None,
    **asked: Any,
) -> None:
    """Write the report of a case as PDF, or of the plate marked by --quad in a file."""
    if is_case(file):
        if asked["corners"] is not None:
            raise click.UsageError("A case has its own markings; leave --quad out.")
        if asked["clock"] is not None:
            raise click.UsageError("A case keeps its scene clocks (case clock); leave --clock out.")
        signer = _signer(key, passphrase_file) if key is not None else None
        _of_case(file, out, twin, (language, issued, plates or None, readings or None), signer, who, look_in)
    elif key is not None:
        raise click.UsageError("Only the report of a case is signed.")
    elif twin is not None or plates or readings:
        raise click.UsageError("--json, --plate and --reading are for the report of a case.")
    else:
        _of_reading(file, out, language, issued, **asked)
    click.echo(f"Report written to {out}")


def _signer(key: Path, passphrase_file: Path | None) -> "Signer":
    from forensic_lpr.operations.signing import load_signer, passphrase_from

    secret = (
        passphrase_from(passphrase_file) if passphrase_file else click.prompt("Passphrase", hide_input=True)
    )
    return load_signer(key, secret)


def _of_case(
    path: Path,
    out: Path,
    twin: Path | None,
    asked: "tuple[str, str | None, tuple[int, ...] | None, tuple[int, ...] | None]",
    signer: "Signer | None",
    who: str,
    look_in: tuple[Path, ...],
) -> None:
    from forensic_lpr.operations.casereport import (
        case_head,
        make_case_report,
        record_case_report,
        write_case_report,
    )

    language, issued, plates, readings = asked
    with open_case(path, who) as case:
        head = case_head(language, issued, signer.name if signer else "", plates, readings)
        sign = signer.sign if signer is not None else None
        made = make_case_report(case.path, case.view, head, look_in, Meter(), sign)
        files = [(out, made.pdf), *([(twin, made.twin)] if twin is not None else [])]
        write_case_report(case.view, case.path, files)
        record_case_report(case, made, files)


def _of_reading(
    file: Path,
    out: Path,
    language: str,
    issued: str | None,
    laboratory: str,
    examiner: str,
    case_number: str,
    exhibit: str,
    question: str,
    **asked: Any,
) -> None:
    from forensic_lpr.operations.report import make_report, report_head, write_report

    if asked["corners"] is None:
        raise click.UsageError('Missing option "--quad": mark the plate of a file, or name a case file.')
    head = report_head(
        laboratory=laboratory,
        examiner=examiner,
        case_number=case_number,
        exhibit=exhibit,
        question=question,
        issued_at=issued,
        language=language,
    )
    item, frame, reading, clock = read_plate(file, **asked)
    write_report(out, make_report(head, item, frame, reading, clock=clock), item)
