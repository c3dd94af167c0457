"""Commands on plates of a case: seal an own reading, have the machine read, change, reconcile."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from forensic_lpr.cli.options import (
    FILE,
    QUAD_HELP,
    READING_HELP,
    READING_WEIGHTS,
    WHO,
    Meter,
    parse_quad,
    parse_seconds,
)
from forensic_lpr.core.acts import Place
from forensic_lpr.core.blind import BlindReading, parse_slots
from forensic_lpr.core.caseview import Reading
from forensic_lpr.core.conclusion import parse_conclusion
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import ORIGINAL, load_recipe
from forensic_lpr.core.track import Mark
from forensic_lpr.errors import EvidenceChanged
from forensic_lpr.operations import examine
from forensic_lpr.operations.acquire import choose_frame, open_item
from forensic_lpr.operations.case import OpenCase, mark, open_case, open_frame
from forensic_lpr.operations.locating import relocate
from forensic_lpr.operations.read import capture, compute
from forensic_lpr.operations.track import capture_track, read_track
from forensic_lpr.operations.track import track as follow
from forensic_lpr.recognition.device import DEVICES
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.report.casewire import recorded_data


@dataclass(frozen=True)
class _Asked:
    """Which plate in which frame of which exhibit is meant."""

    exhibit: int | None
    corners: str | None
    index: int | None
    seconds: str | None
    plate: int | None


def _place_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say where a plate is."""
    for option in (
        click.option(
            "--plate",
            type=click.IntRange(min=1),
            default=None,
            help="The plate that it is, as you know; else the one that lies there already, or a new one.",
        ),
        click.option("--time", "seconds", default=None, help="The frame shown at this time."),
        click.option(
            "--frame", "index", type=click.IntRange(min=0), default=None, help="Frame number, from 0."
        ),
        click.option("--quad", "corners", default=None, help=QUAD_HELP),
        click.option(
            "--exhibit",
            type=click.IntRange(min=1),
            default=None,
            help="Number of the exhibit; with --quad. Without both, --plate is read where it is marked.",
        ),
        WHO,
        click.argument("path", metavar="CASE", type=FILE),
    ):
        command = option(command)
    return command


_PLATE = click.option("--plate", "number", type=click.IntRange(min=1), required=True)


@click.command()
@_place_options
@click.option("--reading", "text", default=None, help=READING_HELP)
@click.option("--cannot-read", is_flag=True, help="Seal that the plate cannot be read.")
@click.option("--note", default="", help="What you add in words.")
def seal(path: Path, who: str, text: str | None, cannot_read: bool, note: str, **where: Any) -> None:
    """Seal your own reading of a plate; only then the machine's is shown."""
    if (text is None) != cannot_read:
        raise click.UsageError("Give --reading or --cannot-read.")
    reading = BlindReading(parse_slots(text) if text is not None else (), note)
    with open_case(path, who) as case:
        _, _, number, place = _at(case, _Asked(**where))
        if number is not None and case.view.plates[number - 1].unmasked:
            examine.seal(case, number, reading)  # says why not
        number = mark(case, place, number)
        examine.seal(case, number, reading)
        sealed = case.view.plates[number - 1].blind
    assert sealed is not None
    click.echo(f"Plate {number}: {sealed.reading.text}, sealed {sealed.sealed_at}")


@click.command()
@_place_options
@click.option("--unblinded", is_flag=True, help="Without an own reading; the record and the report say so.")
@click.option("--reason", default="", help="Why without an own reading.")
@click.option("--track", "along", is_flag=True, help="Follow the plate and read its frames as one.")
@click.option("--from", "first", type=click.IntRange(min=0), default=None, help="With --track: back to here.")
@click.option("--to", "last", type=click.IntRange(min=0), default=None, help="With --track: on to here.")
@click.option(
    "--recipe", "recipe_file", type=FILE, default=None, help="Enhance the frame by this recipe first."
)
@click.option("--format", "format_name", default="auto", show_default=True, help="auto or a plate format.")
@READING_WEIGHTS
@click.option("--device", type=click.Choice(DEVICES), default="cpu", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def read(
    path: Path,
    who: str,
    unblinded: bool,
    reason: str,
    along: bool,
    first: int | None,
    last: int | None,
    recipe_file: Path | None,
    format_name: str,
    weights_name: str,
    device: str,
    as_json: bool,
    **where: Any,
) -> None:
    """Read a plate of a case and record the reading; your own must be sealed before."""
    if along and recipe_file is not None:
        raise click.UsageError("A recipe enhances one frame; leave --track or --recipe out.")
    recipe = load_recipe(recipe_file) if recipe_file is not None else ORIGINAL
    with open_case(path, who) as case:
        item, frame, number, place = _at(case, _Asked(**where))
        if not unblinded:
            examine.require_unmasked(case, number)
        number = mark(case, place, number)
        recognizer, formats = Recognizer.load(weights_name, device), load_formats()
        reading: Reading
        if along:
            with open_item(item, Meter()) as source:
                table = source.table(Meter())
                request = capture_track(item, table, [Mark(frame.ref, place.quad)], first, last)
                found = follow(request, source, Meter())
                reading = read_track(found, source, recognizer, formats, format_name, Meter())
        else:
            request_ = capture(item, frame, place.quad, format_name, weights_name, recipe)
            reading = compute(request_, frame, recognizer, formats, progress=Meter())
        examine.unblind(case, number, reason)
        examine.record_reading(case, number, reading, weights_name)
        recorded = case.view.plates[number - 1].readings[-1]
    if as_json:
        click.echo(json.dumps(recorded_data(item, recorded), indent=2, ensure_ascii=False))
        return
    plates = reading.plates if isinstance(reading, PlateReading) else reading.fused.plates
    click.echo(f"Plate {number}, reading {recorded.act.reading}, recorded {recorded.recorded_at}")
    for rank, candidate in enumerate(plates[:10], start=1):
        shares = f"{100 * candidate.probability:6.2f} %  together {100 * candidate.cumulative:6.2f} %"
        click.echo(f"  {rank:>2}  {candidate.text}  {shares}")
    for warning in reading.warnings if isinstance(reading, PlateReading) else ():
        click.echo(f"Warning: {warning}")


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@_PLATE
@click.option("--reading", "text", required=True, help=READING_HELP)
@click.option("--reason", required=True, help="Why it is changed.")
@WHO
def change(path: Path, number: int, text: str, reason: str, who: str) -> None:
    """Change your own reading after the machine's was shown; the sealed one stays in the record."""
    with open_case(path, who) as case:
        examine.change_reading(case, number, parse_slots(text), reason)


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@_PLATE
@click.option(
    "--conclusion",
    "text",
    required=True,
    help='In one line: "AB(C)1[8B]?4"; plain is certain, () probable, [] and ? undetermined.',
)
@click.option(
    "--reason",
    "reasons",
    multiple=True,
    metavar='"N: why"',
    help="Why slot N departs from the readings. May be repeated.",
)
@click.option("--remark", default="", help="What you add in words.")
@WHO
def reconcile(path: Path, number: int, text: str, reasons: tuple[str, ...], remark: str, who: str) -> None:
    """Record the conclusion on a plate, slot by slot, after all readings."""
    with open_case(path, who) as case:
        examine.reconcile(case, number, parse_conclusion(text, _reasons(reasons), remark))
        click.echo(f"Plate {number}: {case.view.plates[number - 1].reconciliations[-1].conclusion.text}")


@click.command()
@click.argument("path", metavar="CASE", type=FILE)
@_PLATE
@click.option("--reason", required=True, help="Why it is withdrawn.")
@WHO
def withdraw(path: Path, number: int, reason: str, who: str) -> None:
    """Withdraw the conclusion on a plate; it stays in the log and in the report."""
    with open_case(path, who) as case:
        examine.withdraw(case, number, reason)


def _at(case: OpenCase, asked: _Asked) -> tuple[EvidenceItem, Frame, int | None, Place]:
    """The exhibit, its frame, the plate there (``None`` for a new one) and the place; the frame is recorded."""
    if asked.index is not None and asked.seconds is not None:
        raise click.UsageError("Give --frame or --time, not both.")
    if asked.corners is None and asked.exhibit is None and asked.plate is not None:
        return _marked(case, asked)
    if asked.corners is None or asked.exhibit is None:
        raise click.UsageError("Give --exhibit and --quad, or --plate of one that is marked already.")
    quad = parse_quad(asked.corners)
    seconds = parse_seconds(asked.seconds) if asked.seconds is not None else None
    item = relocate(case, asked.exhibit)
    frame = choose_frame(item, asked.index, seconds, Meter())
    quad.require_inside(frame.image.shape[1], frame.image.shape[0])
    place = Place(asked.exhibit, frame.ref, frame.digest, quad)
    number = asked.plate
    if number is None:
        there = case.view.plate_at(place)
        number = there.number if there is not None else None
    else:
        examine.plate_of(case, number)
    open_frame(case, asked.exhibit, frame)
    return item, frame, number, place


def _marked(case: OpenCase, asked: _Asked) -> tuple[EvidenceItem, Frame, int | None, Place]:
    """The same of a plate where it is marked now; the frame must still be the one that was marked."""
    assert asked.plate is not None
    if asked.index is not None or asked.seconds is not None:
        raise click.UsageError("The plate has its frame; leave --frame and --time out, or give --quad, too.")
    place = examine.plate_of(case, asked.plate).marked
    item = relocate(case, place.exhibit)
    frame = choose_frame(item, place.frame.index, None, Meter())
    if (frame.ref, frame.digest) != (place.frame, place.frame_digest):
        raise EvidenceChanged(
            f"Frame {place.frame.index} of exhibit {place.exhibit} decodes to other pixels than those marked."
        )
    open_frame(case, place.exhibit, frame)
    return item, frame, asked.plate, place


def _reasons(texts: tuple[str, ...]) -> dict[int, str]:
    told = {}
    for text in texts:
        number, colon, reason = text.partition(":")
        if not colon or not number.strip().isdecimal():
            raise click.UsageError(f'{text!r} is not a reason; write "N: why".')
        told[int(number)] = reason.strip()
    return told
