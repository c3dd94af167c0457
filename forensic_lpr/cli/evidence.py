"""Commands on evidence: acquire, read."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from forensic_lpr.cli.options import (
    FIELDS,
    FILE,
    QUAD_HELP,
    READING_WEIGHTS,
    STREAM,
    Meter,
    parse_clock,
    parse_quad,
    parse_seconds,
)
from forensic_lpr.core.clock import SceneClock, clock_text
from forensic_lpr.core.evidence import EvidenceItem, Frame
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.inspection import legibility_words
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.reading import PlateReading, ReadRequest
from forensic_lpr.core.recipe import ORIGINAL, load_recipe
from forensic_lpr.operations.acquire import FieldChoice, choose_frame, read_clock
from forensic_lpr.operations.acquire import acquire as acquire_item
from forensic_lpr.operations.read import capture, compute
from forensic_lpr.recognition.device import DEVICES
from forensic_lpr.recognition.recognizer import Recognizer


def frame_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which plate in which frame is meant and how to read it; --quad is checked by the command,
    since a case has its own markings."""
    for option in (
        click.option(
            "--clock",
            "clock",
            default=None,
            metavar='"2026-03-01T12:00:00=N"',
            help="What a clock in the picture shows at frame N; told of the frame that is read.",
        ),
        STREAM,
        FIELDS,
        click.option("--device", type=click.Choice(DEVICES), default="cpu", show_default=True),
        READING_WEIGHTS,
        click.option(
            "--format", "format_name", default="auto", show_default=True, help="auto or a plate format."
        ),
        click.option(
            "--time", "seconds", default=None, help="The frame shown at this time (12.48 or 00:00:12.480)."
        ),
        click.option(
            "--frame", "index", type=click.IntRange(min=0), default=None, help="Frame number, from 0."
        ),
        click.option(
            "--recipe",
            "recipe_file",
            type=FILE,
            default=None,
            help="Enhance the frame by this recipe before reading; the original is read without it.",
        ),
        click.option("--quad", "corners", default=None, help=QUAD_HELP),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("file", type=FILE)
@STREAM
@FIELDS
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def acquire(file: Path, stream: int | None, fields: FieldChoice, as_json: bool) -> None:
    """Hash a file and say what it is."""
    item = acquire_item(file, Meter(), stream, fields)
    facts = dict(item.media.facts)
    if as_json:
        _print_json(
            {
                "path": str(item.path),
                "size": item.digests.size,
                "sha256": item.digests.sha256,
                "md5": item.digests.md5,
                "acquired_at": item.acquired_at,
                "kind": item.media.kind,
                "container": item.media.container,
                "codec": item.media.codec,
                "width": item.media.width,
                "height": item.media.height,
                "stream": item.media.stream,
                "fields": item.media.taken[1] or "woven",
                "streams": [list(stream) for stream in item.media.streams],
                "cautions": list(item.media.cautions),
                "facts": facts,
            }
        )
        return
    lines = {
        "File": str(item.path),
        "Size": f"{item.digests.size:,} bytes",
        "SHA-256": item.digests.sha256,
        "MD5": item.digests.md5,
        "Acquired": item.acquired_at,
        "Picture": f"{item.media.kind}, {item.media.width} x {item.media.height} pixels",
        **facts,
    }
    for name, value in lines.items():
        click.echo(f"{name:<24} {value}")
    for caution in item.media.cautions:
        click.echo(f"Note: {caution}")


@click.command()
@click.argument("file", type=FILE)
@frame_options
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def read(file: Path, as_json: bool, **asked: Any) -> None:
    """Read the plate marked by --quad."""
    from forensic_lpr.report.enhancement import summary
    from forensic_lpr.report.wire import reading_data

    if asked["corners"] is None:
        raise click.UsageError('Missing option "--quad".')
    plate = plate_asked(file, **asked)
    reading, clock = plate.read(), plate.clock
    if as_json:
        _print_json(reading_data(plate.item, reading, clock))
        return
    quad = reading.request.quad
    click.echo(f"Plate {quad.width:.1f} x {quad.height:.1f} pixels, {quad.angle:+.1f} degrees")
    if reading.inspection is not None:
        click.echo(f"Legibility: {legibility_words(reading.inspection)}")
    click.echo(f"Read from: {summary(reading.request.recipe)}")
    if clock is not None:
        click.echo(f"By the clock in the picture: {clock_text(clock.at(plate.frame.ref))}")
    for warning in reading.warnings:
        click.echo(f"Warning: {warning}")
    for remark in reading.remarks or ():
        click.echo(f"Integrity: {remark.text}")
    click.echo("\nCharacters per slot, from the pixels alone:")
    for number, slot in enumerate(reading.slots.top(5), start=1):
        click.echo(f"  {number}  " + "  ".join(f"{symbol} {100 * p:5.1f} %" for symbol, p in slot))
    named = f" ({reading.format_name})" if reading.format_name else ""
    _print_plates(f"Plates that follow the format{named}:", reading.plates)
    _print_plates("Plates without regard to the format:", reading.plates_without_syntax)
    if reading.plates_of_original:
        _print_plates("Plates that the original gives:", reading.plates_of_original[:5])
    click.echo(f"\nWeights {reading.weights.name}, SHA-256 {reading.weights.sha256}")


@dataclass(frozen=True)
class PlateAsked:
    """A plate marked in a frame that was found, and how it is to be read; all that can be wrong before is known."""

    item: EvidenceItem
    frame: Frame
    request: ReadRequest
    clock: SceneClock | None
    recognizer: Recognizer

    def read(self) -> PlateReading:
        """The machine's reading."""
        return compute(self.request, self.frame, self.recognizer, load_formats(), progress=Meter())


def plate_asked(
    file: Path,
    corners: str,
    index: int | None,
    seconds: str | None,
    format_name: str,
    weights_name: str,
    device: str,
    stream: int | None,
    fields: FieldChoice,
    recipe_file: Path | None,
    clock: str | None,
) -> PlateAsked:
    """What :func:`frame_options` ask for, found and frozen."""
    if index is not None and seconds is not None:
        raise click.UsageError("Give --frame or --time, not both.")
    quad = parse_quad(corners)
    recipe = load_recipe(recipe_file) if recipe_file is not None else ORIGINAL
    clock_at = parse_clock(clock) if clock is not None else None
    time: Fraction | None = parse_seconds(seconds) if seconds is not None else None
    recognizer = Recognizer.load(weights_name, device)
    item = acquire_item(file, Meter(), stream, fields)
    frame = choose_frame(item, index, time, Meter())
    scene_clock = read_clock(item, *clock_at) if clock_at is not None else None
    request = capture(item, frame, quad, format_name, weights_name, recipe)
    return PlateAsked(item, frame, request, scene_clock, recognizer)


def _print_plates(title: str, plates: tuple[Candidate, ...]) -> None:
    click.echo(f"\n{title}")
    for rank, candidate in enumerate(plates[:10], start=1):
        shares = f"{100 * candidate.probability:6.2f} %  together {100 * candidate.cumulative:6.2f} %"
        click.echo(f"  {rank:>2}  {candidate.text}  {shares}")


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))
