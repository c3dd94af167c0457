"""Commands on clips: follow a plate and read its frames as one; measure how well that works."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from forensic_lpr.cli.following import followed
from forensic_lpr.cli.options import FIELDS, FILE, QUAD_HELP, READING_WEIGHTS, STREAM, Meter, parse_quad
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.trackreading import AverageReading, TrackReading
from forensic_lpr.operations.acquire import FieldChoice
from forensic_lpr.operations.read import DEFAULT_WEIGHTS
from forensic_lpr.recognition.device import DEVICES
from forensic_lpr.recognition.recognizer import Recognizer

_WEIGHTS = click.option(
    "--weights", "weights_name", default=DEFAULT_WEIGHTS, show_default=True, help="Shipped name, or a file."
)
_DEVICE = click.option("--device", type=click.Choice(DEVICES), default="cpu", show_default=True)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print plain data.")


@click.command()
@click.argument("file", type=FILE)
@click.option("--quad", "corners", required=True, help=QUAD_HELP)
@click.option("--frame", "index", type=click.IntRange(min=0), required=True, help="The marked frame, from 0.")
@click.option(
    "--from", "first", type=click.IntRange(min=0), default=None, help="Follow back to this frame at most."
)
@click.option("--to", "last", type=click.IntRange(min=0), default=None, help="Follow on to this one at most.")
@click.option(
    "--correct",
    "corrections",
    multiple=True,
    metavar='"N x,y x,y x,y x,y"',
    help="Corners set by hand in frame N; the track bends to them. May be repeated.",
)
@click.option("--format", "format_name", default="auto", show_default=True, help="auto or a plate format.")
@STREAM
@FIELDS
@READING_WEIGHTS
@_DEVICE
@_JSON
def track(
    file: Path,
    corners: str,
    index: int,
    first: int | None,
    last: int | None,
    corrections: tuple[str, ...],
    format_name: str,
    stream: int | None,
    fields: FieldChoice,
    weights_name: str,
    device: str,
    as_json: bool,
) -> None:
    """Follow the plate marked by --quad over a clip and read all its frames as one."""
    from forensic_lpr.operations.average import plate_stack, read_average
    from forensic_lpr.operations.track import read_track
    from forensic_lpr.report.trackwire import track_data

    marked = {index: parse_quad(corners)}
    for text in corrections:
        number, _, quad = text.strip().partition(" ")
        if not number.isdecimal():
            raise click.UsageError(f'{text!r} is not a correction; write "N x,y x,y x,y x,y".')
        marked[int(number)] = parse_quad(quad)
    recognizer = Recognizer.load(weights_name, device)
    formats = load_formats()
    with followed(file, marked, first, last, stream, fields) as found:
        reading = read_track(found.track, found.source, recognizer, formats, format_name, Meter())
        plates = plate_stack(found.track, found.source, Meter())
    average = read_average(reading, plates, reading.fused.used, recognizer, formats)
    if as_json:
        click.echo(json.dumps(track_data(found.item, reading, average), indent=2, ensure_ascii=False))
    else:
        _print(reading, average)


def _print(reading: TrackReading, average: AverageReading) -> None:
    fused = reading.fused
    for remark in reading.remarks:
        click.echo(f"Integrity: {remark.text}")
    click.echo(
        f"{'frame':>6} {'time':>9} {'width':>6} {'likeness':>8} {'share':>7}  plate of this frame alone"
    )
    for frame, share, left_out in zip(reading.frames, fused.shares, fused.left_out, strict=True):
        tracked = frame.tracked
        plate = f"{frame.plate.text} {100 * frame.plate.probability:6.2f} %" if frame.plate else "–"
        hand = "  set by hand" if tracked.by_hand else ""
        without = ""
        if (
            left_out is not None
            and left_out.plate is not None
            and left_out.plate.text != fused.plates[0].text
        ):
            without = f"  without it: {left_out.plate.text}"
        click.echo(
            f"{tracked.frame.index:>6} {float(tracked.frame.seconds):>8.3f}s {tracked.quad.width:>6.1f} "
            f"{tracked.score:>8.2f} {100 * share:>6.1f}%  {plate}{hand}{without}"
        )
    track_ = reading.track
    if track_.hidden:
        click.echo("Hidden in frames " + ", ".join(str(ref.index) for ref in track_.hidden))
    click.echo(f"Begins at frame {track_.start.frame.index}: {track_.start.reason}")
    click.echo(f"Ends at frame {track_.end.frame.index}: {track_.end.reason}")
    click.echo(
        f"\n{sum(fused.used)} frames as one (product of probabilities, temperature {fused.temperature:.2f}), "
        "characters per slot from the pixels alone:"
    )
    for number, slot in enumerate(fused.slots.top(5), start=1):
        click.echo(f"  {number}  " + "  ".join(f"{symbol} {100 * p:5.1f} %" for symbol, p in slot))
    named = f" ({fused.format_name})" if fused.format_name else ""
    for title, plates in (
        (f"Plates that follow the format{named}:", fused.plates),
        ("Plates without regard to the format:", fused.plates_without_syntax),
    ):
        click.echo(f"\n{title}")
        for rank, candidate in enumerate(plates[:10], start=1):
            shares = f"{100 * candidate.probability:6.2f} %  together {100 * candidate.cumulative:6.2f} %"
            click.echo(f"  {rank:>2}  {candidate.text}  {shares}")
    told = "stays the same" if fused.stable else "changes"
    click.echo(f"\nThe likeliest plate {told} when any one frame is left out.")
    second = ", ".join(f"{c.text} {100 * c.probability:.2f} %" for c in average.plates[:3])
    click.echo(
        f"Second reading, of the average of the frames' pixels (not calibrated): {second or 'no plate'}"
    )
    click.echo(f"Weights {reading.weights.name}, SHA-256 {reading.weights.sha256}")


@click.command("evaluate-tracks")
@click.option(
    "--count", type=click.IntRange(min=1), default=None, help="Synthetic clips: 200, or 400 with --fit."
)
@click.option("--seed", type=click.IntRange(min=0), default=None, help="Another set of clips than the usual.")
@click.option(
    "--fit", is_flag=True, help="Fit the temperatures of the fusion instead, on clips of their own."
)
@_WEIGHTS
@_DEVICE
@_JSON
def evaluate_tracks(
    count: int | None, seed: int | None, fit: bool, weights_name: str, device: str, as_json: bool
) -> None:
    """Measure following and fusing on synthetic H.264 clips with known truth."""
    from forensic_lpr.evaluation.tracktables import scores_data, scores_text
    from forensic_lpr.operations import evaluate_tracks as operation

    recognizer = Recognizer.load(weights_name, device)
    if seed is None:
        seed = operation.FIT_SEED if fit else operation.SEED
    if count is None:
        count = operation.FITTED if fit else operation.MEASURED
    head = {"clips": count, "seed": seed, "weights": recognizer.identity.sha256}
    if fit:
        table = operation.fit_temperatures(recognizer, load_formats(), count, seed, Meter())
        if as_json:
            click.echo(json.dumps({**head, "temperatures": [asdict(row) for row in table]}, indent=2))
            return
        for row in table:
            click.echo(
                f"{row.frames:>6} frames: temperature {row.temperature:.2f}, "
                f"left for whole plates {row.left_for_plates:.2f}"
            )
        return
    scores = operation.evaluate_tracks(recognizer, load_formats(), count, seed, Meter())
    if as_json:
        click.echo(json.dumps({**head, **scores_data(scores)}, indent=2))
        return
    click.echo(f"{count} synthetic clips, seed {seed}, weights {recognizer.identity.sha256}")
    click.echo(scores_text(scores))
