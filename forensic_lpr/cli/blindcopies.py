"""Commands for the second examiner: a reading in the case itself, or in a blind copy that is taken in again."""

from pathlib import Path

import click

from forensic_lpr.cli.options import FILE, READING_HELP, WHO, Meter
from forensic_lpr.core.blind import BlindReading, parse_slots
from forensic_lpr.operations import second
from forensic_lpr.operations.blindcopy import blind_copy as make_copy
from forensic_lpr.operations.blindcopy import take_in as take
from forensic_lpr.operations.case import open_case


@click.command("second-seal")
@click.argument("path", metavar="CASE", type=FILE)
@click.option("--plate", "number", type=click.IntRange(min=1), required=True)
@click.option("--reading", "text", default=None, help=READING_HELP)
@click.option("--cannot-read", is_flag=True, help="Seal that the plate cannot be read.")
@click.option("--note", default="", help="What you add in words.")
@click.option("--as", "who", required=True, help="Your name: one who has seen no reading of this plate.")
def second_seal(path: Path, number: int, text: str | None, cannot_read: bool, note: str, who: str) -> None:
    """Seal a second examiner's own reading of a plate, made with no other reading in sight."""
    if (text is None) != cannot_read:
        raise click.UsageError("Give --reading or --cannot-read.")
    with open_case(path, who) as case:
        second.seal(case, number, BlindReading(parse_slots(text) if text is not None else (), note))


@click.command("blind-copy")
@click.argument("path", metavar="CASE", type=FILE)
@click.argument("out", metavar="COPY", type=FILE)
@click.option("--for", "examiner", required=True, help="Name of the second examiner.")
@click.option(
    "--look-in",
    multiple=True,
    type=FILE,
    metavar="FOLDER",
    help="Where moved files may lie as well. May be repeated.",
)
@WHO
def blind_copy(path: Path, out: Path, examiner: str, look_in: tuple[Path, ...], who: str) -> None:
    """Make a copy for a second examiner that holds evidence, marked plates and the question, and no reading.

    There the plates are sealed as in every case (case seal COPY --plate N); take-in brings the readings back.
    """
    made = make_copy(path, out, examiner, who, look_in, Meter())
    click.echo(f"Blind copy for {examiner}: {made}")


@click.command("take-in")
@click.argument("path", metavar="CASE", type=FILE)
@click.argument("copy", type=FILE)
@WHO
def take_in(path: Path, copy: Path, who: str) -> None:
    """Take the sealed readings of a blind copy into its case as those of a second examiner."""
    result = take(path, copy, who, Meter())
    for number in result.plates:
        click.echo(f"Plate {number}: taken in")
    for sentence in result.left:
        click.echo(sentence)
