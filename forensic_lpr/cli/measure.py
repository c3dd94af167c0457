"""Commands that measure: evaluate, performance, bench, selftest."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from forensic_lpr.cli.options import FILE, Meter
from forensic_lpr.core.formats import load_formats
from forensic_lpr.errors import BenchFailed, EvidenceUnreadable
from forensic_lpr.operations.read import DEFAULT_WEIGHTS
from forensic_lpr.recognition.device import DEVICES
from forensic_lpr.recognition.recognizer import Recognizer


@click.command()
@click.option("--photos", type=FILE, default=None, help="CSV with columns file,x,y,width,height,text.")
@click.option("--drawn", default=None, metavar="FORMAT", help="Instead: held drawn plates of a format.")
@click.option("--count", type=click.IntRange(min=1), default=500, show_default=True, help="With --drawn.")
@click.option(
    "--jitters",
    type=click.IntRange(min=0),
    default=0,
    help="Read each plate so many times with corners that err as a hand does, always the same.",
)
@click.option("--widths", default="native,60,50,40,30,24", show_default=True, help="Plate widths in pixels.")
@click.option("--weights", "weights_name", default=DEFAULT_WEIGHTS, show_default=True)
@click.option("--format", "format_name", default="auto", show_default=True, help="auto or a plate format.")
@click.option("--device", type=click.Choice(DEVICES), default="cpu", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def evaluate(
    photos: Path | None,
    drawn: str | None,
    count: int,
    jitters: int,
    widths: str,
    weights_name: str,
    format_name: str,
    device: str,
    as_json: bool,
) -> None:
    """Measure a recognizer by plate width: on labelled photographs, or on held drawn plates."""
    from forensic_lpr.evaluation.tables import table_data, table_text
    from forensic_lpr.operations.evaluate import drawn_plates, evaluate_pictures, parse_widths, photographs

    formats = load_formats()
    wanted = parse_widths(widths)
    if photos is not None and drawn is None:
        pictures = photographs(photos)
    elif drawn is not None and photos is None:
        pictures = drawn_plates(drawn, count, formats)
    else:
        raise click.UsageError("Name photographs with --photos, or a format with --drawn.")
    recognizer = Recognizer.load(weights_name, device)
    scores = evaluate_pictures(pictures, recognizer, formats, format_name, wanted, Meter(), jitters)
    if as_json:
        identity = recognizer.identity
        click.echo(
            json.dumps(
                {"weights": {"name": identity.name, "sha256": identity.sha256}, **table_data(scores)},
                indent=2,
            )
        )
    else:
        click.echo(table_text(scores))


@click.command()
@click.option("--weights", "weights_name", default=DEFAULT_WEIGHTS, show_default=True, help="Name or file.")
@click.option(
    "--count",
    type=click.IntRange(min=1),
    default=60,
    show_default=True,
    help="Plates per class of conditions.",
)
@click.option(
    "--out",
    type=FILE,
    default=None,
    help="Where to store; your own folder if left out. Shipped results lie in resources/performance.",
)
def performance(weights_name: str, count: int, out: Path | None) -> None:
    """Measure weights on drawn plates by width, blur and compression, and store that for reports."""
    from forensic_lpr.operations.performance import measure_performance, store_performance

    recognizer = Recognizer.load(weights_name)
    found = measure_performance(recognizer, count, Meter())
    path = store_performance(found, out)
    for condition in found.conditions:
        rate = condition.counts.rate("exact")
        low, high = rate.interval
        click.echo(
            f"{condition.width[0]:>4.0f}-{condition.width[1]:<4.0f}px {condition.blur:<8} {condition.compression:<7}"
            f"{100 * rate.value:6.1f} % ({rate.hits}/{rate.n}) [{100 * low:.0f}-{100 * high:.0f}]"
        )
    click.echo(f"{found.n} plates; stored in {path}")


@click.command()
@click.option("--weights", "weights_name", default=DEFAULT_WEIGHTS, show_default=True)
@click.option(
    "--seeks", is_flag=True, help="Instead, jump at random in every kind of clip and count right frames."
)
@click.option(
    "--frames", is_flag=True, help="Only the figures on frames: jumps, steps back, opening an hour."
)
@click.option(
    "--window", is_flag=True, help="Instead, measure how fluid the window is while a network trains."
)
@click.option("--count", type=click.IntRange(min=1), default=500, show_default=True, help="Jumps per clip.")
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def bench(weights_name: str, seeks: bool, frames: bool, window: bool, count: int, as_json: bool) -> None:
    """Measure this machine: reading, synthesis, training, seeking, starting."""
    if seeks:
        _bench_seeks(count, as_json)
        return
    from forensic_lpr.operations.bench import measure
    from forensic_lpr.operations.bench_frames import frame_figures
    from forensic_lpr.operations.bench_window import measure_window

    if frames:
        figures = tuple(frame_figures())
    elif window:
        figures = measure_window()
    else:
        figures = measure(weights_name, Meter())
    if as_json:
        click.echo(json.dumps({figure.name: figure.value for figure in figures}, indent=2))
        return
    for figure in figures:
        click.echo(f"{figure.text:<66} {figure.value:>10.2f} {figure.unit}")


def _bench_seeks(count: int, as_json: bool) -> None:
    from forensic_lpr.operations.bench_seeks import measure_seeks

    scores = measure_seeks(count, progress=Meter())
    right, total = sum(score.right for score in scores), sum(score.total for score in scores)
    if as_json:
        click.echo(json.dumps([asdict(score) for score in scores], indent=2))
    else:
        click.echo(f"{'clip':<24} {'right':>11} {'median':>9}")
        for score in scores:
            click.echo(f"{score.clip:<24} {score.right:>5}/{score.total:<5} {score.median_ms:>6.1f} ms")
        click.echo(f"{'all':<24} {right:>5}/{total:<5}")
    if right < total:
        raise BenchFailed(f"{total - right} of {total} jumps did not give the frame asked for.")


@click.command()
@click.option("--weights", "weights_name", default=DEFAULT_WEIGHTS, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def selftest(weights_name: str, as_json: bool) -> None:
    """Read the sample case on this machine and compare with the truth that is shipped with it."""
    from forensic_lpr.operations.selftest import run_selftest

    checks = run_selftest(weights_name)
    if as_json:
        click.echo(
            json.dumps([{"name": c.name, "passed": c.passed, "detail": c.detail} for c in checks], indent=2)
        )
    else:
        for check in checks:
            click.echo(f"{'ok  ' if check.passed else 'FAIL'} {check.name}: {check.detail}")
    failed = sum(not check.passed for check in checks)
    if failed:
        raise EvidenceUnreadable(
            f"{failed} of {len(checks)} self-tests failed; do not use this installation for evidence."
        )
