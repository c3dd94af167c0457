"""Commands on cases: new, describe, add, show, log, package; and verify."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from forensic_lpr.cli.blindcopies import blind_copy, second_seal, take_in
from forensic_lpr.cli.options import FIELDS, FILE, STREAM, WHO, Meter, parse_clock
from forensic_lpr.cli.plates import change, read, reconcile, seal, withdraw
from forensic_lpr.core.actrows import KINDS
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import CaseView, RecordedPlate
from forensic_lpr.errors import CaseDiffers, CaseNotWritten
from forensic_lpr.operations.acquire import FieldChoice, acquire, read_clock
from forensic_lpr.operations.case import add_evidence, describe, new_case, open_case, set_clock
from forensic_lpr.operations.locating import relocate
from forensic_lpr.report.casewire import case_data, events_csv, events_json

FACTS = {
    "number": "Number of the case.",
    "laboratory": "Who examines.",
    "examiner": "Who answers for the readings.",
    "reviewer": "Who checks them.",
    "authoriser": "Who lets the report go out.",
    "request": "Who asked, and under which reference.",
    "question": "What was asked.",
    "context": "What the examiner knew beforehand.",
    "received": "When the evidence was received.",
    "deviations": "What was done otherwise than the method says.",
}
_LOOK_IN = click.option(
    "--look-in",
    multiple=True,
    type=FILE,
    metavar="FOLDER",
    help="Where moved files may lie as well. May be repeated.",
)


def facts_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what a case is about."""
    for name, text in reversed(FACTS.items()):
        command = click.option(f"--{name}", default=None, help=text)(command)
    return command


def facts_of(told: Mapping[str, str | None]) -> Case:
    """A case by what was said of it."""
    return Case("", **{name: text or "" for name, text in told.items()})


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@facts_options
def new(path: Path, **facts: str | None) -> None:
    """Make a case file."""
    with new_case(path, facts_of(facts)) as case:
        click.echo(f"Case made: {case.path}")


@click.command("describe")
@click.argument("path", metavar="CASE", type=FILE)
@facts_options
@WHO
def describe_(path: Path, who: str, **facts: str | None) -> None:
    """Change what the case is about; what it was before stays in the log."""
    with open_case(path, who) as case:
        changed = {name: text for name, text in facts.items() if text is not None}
        describe(case, replace(case.view.case, **changed))


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE)
@STREAM
@FIELDS
@WHO
def add(path: Path, files: tuple[Path, ...], stream: int | None, fields: FieldChoice, who: str) -> None:
    """Acquire files into a case; they stay where they are and are only read."""
    with open_case(path, who) as case:
        for file in files:
            item = acquire(file, Meter(), stream, fields)
            before = len(case.view.exhibits)
            number = add_evidence(case, item)
            known = "" if number > before else " (in the case already)"
            click.echo(f"Exhibit {number}: {item.path.name}, SHA-256 {item.digests.sha256}{known}")


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@click.option("--exhibit", type=click.IntRange(min=1), required=True, help="Number of the exhibit, a clip.")
@click.option(
    "--clock",
    "text",
    default="",
    metavar="TIME=N",
    help="What it shows at frame N. Left out, the clock is taken away.",
)
@WHO
def clock(path: Path, exhibit: int, text: str, who: str) -> None:
    """Record what a clock in the picture shows; the report tells every frame's time by it."""
    with open_case(path, who) as case:
        item = relocate(case, exhibit)
        set_clock(case, exhibit, read_clock(item, *parse_clock(text)) if text else None)


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def show(path: Path, as_json: bool) -> None:
    """Say what a case holds."""
    with open_case(path, writable=False) as case:
        if as_json:
            click.echo(json.dumps(case_data(case.view), indent=2, ensure_ascii=False))
        else:
            _print(case.view)


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)), help="Only such rows. May be repeated."
)
@click.option("--csv", "table", type=FILE, default=None, help="Write the rows to a CSV file.")
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def log(path: Path, kinds: tuple[str, ...], table: Path | None, as_json: bool) -> None:
    """Print the audit log."""
    with open_case(path, writable=False) as case:
        events = [event for event in case.view.events if not kinds or event.kind in kinds]
        head = case.view.head
    if table is not None:
        try:
            with table.open("x", encoding="utf-8", newline="") as file:
                file.write(events_csv(events))
        except OSError as error:
            raise CaseNotWritten(f"The log cannot be written to {table}: {error.strerror}.") from error
        click.echo(f"{len(events)} rows written to {table}")
        return
    if as_json:
        click.echo(events_json(events), nl=False)
        return
    for event in events:
        click.echo(f"{event.sequence:>5}  {event.local_time}  {event.who}  {event.kind}  {event.parameters}")
    click.echo(f"Rows {head.rows}, head {head.hash}")


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@click.argument("out", type=FILE)
@_LOOK_IN
@WHO
def package(path: Path, out: Path, look_in: tuple[Path, ...], who: str) -> None:
    """Copy the case with its evidence and reports to a new folder, or to a new .zip file."""
    from forensic_lpr.operations.packaging import package as package_case

    names = package_case(path, out, who, look_in, Meter())
    for name in names:
        click.echo(name)


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@_LOOK_IN
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def verify(path: Path, look_in: tuple[Path, ...], as_json: bool) -> None:
    """Check the log, the evidence, every reading and every report; the case is only read."""
    from forensic_lpr.operations.verify import verify as verify_case

    result = verify_case(path, look_in, Meter())
    head = result.head
    if as_json:
        data = {
            "holds": result.holds,
            "first_difference": result.first_difference,
            "findings": [{"what": f.what, "holds": f.holds, "detail": f.detail} for f in result.findings],
            "audit": None if head is None else {"rows": head.rows, "head": head.hash},
        }
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        for finding in result.findings:
            click.echo(f"{'holds ' if finding.holds else 'DIFFERS'}  {finding.what}: {finding.detail}")
        if head is not None:
            click.echo(f"Audit log: {head.rows} rows, head {head.hash}")
    if not result.holds:
        raise CaseDiffers(result.first_difference)


def _print(view: CaseView) -> None:
    for name in FACTS:
        if getattr(view.case, name):
            click.echo(f"{name.capitalize():<12} {getattr(view.case, name)}")
    click.echo(f"{'Made':<12} {view.case.created_at}")
    for exhibit in view.exhibits:
        click.echo(f"Exhibit {exhibit.number:<4} {exhibit.item.path}, SHA-256 {exhibit.item.digests.sha256}")
    for plate in view.plates:
        _print_plate(plate)
    for number, report in enumerate(view.reports, start=1):
        click.echo(f"Report {number:<5} {report.act.path}, SHA-256 {report.act.sha256}")
    click.echo(f"{'Audit log':<12} {view.head.rows} rows, head {view.head.hash}")


def _print_plate(plate: RecordedPlate) -> None:
    place = plate.marked
    click.echo(f"Plate {plate.number:<6} exhibit {place.exhibit}, frame {place.frame.index}")
    if plate.blind is not None:
        click.echo(f"{'':<12} own reading {plate.blind.reading.text}, sealed {plate.blind.sealed_at}")
        for at, changed, reason in plate.blind.changes:
            click.echo(f"{'':<12} changed to {changed.text}, {at}: {reason}")
    for sealed in plate.second:
        click.echo(
            f"{'':<12} second reading {sealed.reading.text}, by {sealed.examiner}, sealed {sealed.sealed_at}"
        )
    if plate.unblinded_at:
        click.echo(f"{'':<12} shown without an own reading, {plate.unblinded_at} {plate.unblinded_reason}")
    for reading in plate.readings:
        act = reading.act
        likeliest = act.likeliest or "none"
        click.echo(
            f"{'':<12} reading {act.reading} of a {act.what}, first {likeliest}, {reading.recorded_at}"
        )
    if plate.conclusion is not None:
        click.echo(f"{'':<12} conclusion {plate.conclusion.text} {plate.conclusion.remark}".rstrip())
    for made in plate.reconciliations:
        if made.withdrawn is not None:
            told = f"{made.withdrawn.at} {made.withdrawn.reason}"
            click.echo(f"{'':<12} conclusion {made.conclusion.text} withdrawn, {told}")


case = click.Group(
    "case",
    commands=[
        new,
        describe_,
        add,
        clock,
        show,
        log,
        seal,
        read,
        second_seal,
        blind_copy,
        take_in,
        change,
        reconcile,
        withdraw,
        package,
    ],
    help="Work in a case: evidence, readings and an audit log in one file.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
