"""The command that writes reports: of a case, or of one plate of a file, for which it makes a case."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from forensic_lpr.cli.cases import FACTS, facts_of, facts_options
from forensic_lpr.cli.evidence import frame_options, plate_asked
from forensic_lpr.cli.options import FILE, Meter
from forensic_lpr.core.blind import BlindReading, parse_slots
from forensic_lpr.operations import single
from forensic_lpr.operations.case import OpenCase, is_case, open_case
from forensic_lpr.operations.examine import record_reading

if TYPE_CHECKING:
    from forensic_lpr.operations.signing import Signer
    from forensic_lpr.report.material import CaseHead

_READ_BY = ("corners", "index", "seconds", "recipe_file", "format_name", "weights_name", "device", "stream")
_OF_FILE = (*_READ_BY, "clock", "own", "reason", "case_file", *FACTS)
"""What is asked of a plate in a file; a case has it all already."""
_OF_CASE = ("plates", "readings", "who", "look_in")


@click.command()
@click.argument("file", metavar="FILE|CASE", type=FILE)
@click.option("--out", required=True, type=FILE, help="The PDF to write.")
@click.option(
    "--language", default="en", show_default=True, metavar="en|pt-BR", help="In which the report is written."
)
@click.option("--json", "twin", type=FILE, default=None, help="Write the report as data, too.")
@click.option("--issued", default=None, help="Date and time of issue, ISO 8601; now if left out.")
@click.option(
    "--sign", "key", type=FILE, default=None, metavar="KEY.p12", help="Sign with this key (PAdES B-B)."
)
@click.option(
    "--passphrase-file",
    type=FILE,
    default=None,
    help="Holds the key's passphrase in its first line; else it is asked.",
)
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
@click.option("--as", "who", default="", help="Of a case: who does this; its examiner if left out.")
@click.option(
    "--look-in",
    multiple=True,
    type=FILE,
    metavar="FOLDER",
    help="Of a case: where moved files may lie as well.",
)
@frame_options
@click.option(
    "--own",
    default=None,
    metavar="READING",
    help='Of a file: your own reading, sealed before the machine reads: "AB?1[C6]34". Without it the report says '
    "that the machine's was asked for without one.",
)
@click.option("--reason", default="", help="Of a file: why there is no own reading.")
@click.option(
    "--case-file",
    type=FILE,
    default=None,
    metavar="CASE",
    help="Of a file: where the case is kept; beside the report, by its name, if left out.",
)
@facts_options
@click.pass_context
def report(
    context: click.Context,
    /,
    file: Path,
    out: Path,
    language: str,
    twin: Path | None,
    issued: str | None,
    key: Path | None,
    passphrase_file: Path | None,
    plates: tuple[int, ...],
    readings: tuple[int, ...],
    who: str,
    look_in: tuple[Path, ...],
    own: str | None,
    reason: str,
    case_file: Path | None,
    **asked: Any,
) -> None:
    """Write the report of a case as PDF, or that of the plate marked by --quad in a file.

    For a file a case is made with its evidence, your own reading if you give one, and the machine's. It is kept, so
    that verify can repeat what the report says and the work can go on in the window.
    """
    from forensic_lpr.operations.casereport import case_head

    of_case = is_case(file)
    _refuse(context, _OF_FILE if of_case else _OF_CASE, of_case)
    signer = _signer(key, passphrase_file) if key is not None else None
    head = case_head(language, issued, signer.name if signer else "", plates or None, readings or None)
    files = (out, *([twin] if twin is not None else []))
    if of_case:
        with open_case(file, who) as case:
            _write(case, head, files, signer, look_in)
    else:
        facts = facts_of({name: asked.pop(name) for name in FACTS})
        if asked["corners"] is None:
            raise click.UsageError('Missing option "--quad": mark the plate of a file, or name a case file.')
        sealed = BlindReading(parse_slots(own)) if own is not None else None
        plate = plate_asked(file, **asked)
        with single.case_of_its_own(case_file or single.case_beside(out), facts) as case:
            quad = plate.request.quad
            number = single.begin(case, plate.item, plate.frame, quad, sealed, reason, plate.clock)
            record_reading(case, number, plate.read(), asked["weights_name"])
            _write(case, head, files, signer, ())
            click.echo(f"Case kept in {case.path}")
    click.echo(f"Report written to {out}")


def _refuse(context: click.Context, names: tuple[str, ...], of_case: bool) -> None:
    """Refuse what does not go with a case, or with a file, and was asked for all the same."""
    for option in context.command.params:
        given = context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
        if given and option.name in names:
            why = "A case has its own markings, clocks and facts" if of_case else "That is for a case"
            raise click.UsageError(f"{why}; leave {option.opts[0]} out.")


def _signer(key: Path, passphrase_file: Path | None) -> "Signer":
    from forensic_lpr.operations.signing import load_signer, passphrase_from

    secret = (
        passphrase_from(passphrase_file) if passphrase_file else click.prompt("Passphrase", hide_input=True)
    )
    return load_signer(key, secret)


def _write(
    case: OpenCase,
    head: "CaseHead",
    targets: tuple[Path, ...],
    signer: "Signer | None",
    look_in: tuple[Path, ...],
) -> None:
    """Make the report, write its files, record their digests."""
    from forensic_lpr.operations.casereport import make_case_report, record_case_report, write_case_report

    sign = signer.sign if signer is not None else None
    made = make_case_report(case.path, case.view, head, look_in, Meter(), sign)
    files = list(zip(targets, (made.pdf, made.twin), strict=False))
    write_case_report(case.view, case.path, files)
    record_case_report(case, made, files)
