"""The command that measures what is told before a character is read."""

import json
from pathlib import Path

import click

from forensic_lpr.cli.options import FILE, Meter
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.inspection import GRADES
from forensic_lpr.core.metrics import Rate
from forensic_lpr.operations.read import DEFAULT_WEIGHTS
from forensic_lpr.recognition.recognizer import Recognizer


@click.command("evaluate-places")
@click.option("--count", type=click.IntRange(min=1), default=400, show_default=True, help="Places per group.")
@click.option("--photos", type=FILE, default=None, help="Instead, a CSV of file,x,y,width,height,text.")
@click.option("--fit", "refit", is_flag=True, help="Fit the legibility anew, on the fitting seed.")
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def evaluate_places(count: int, photos: Path | None, refit: bool, as_json: bool) -> None:
    """Measure warnings and legibility: what is told of a marked place before it is read."""
    from dataclasses import asdict

    from forensic_lpr.operations.evaluate_places import GOOD, MARKED, evaluate_photos_places
    from forensic_lpr.operations.evaluate_places import evaluate_places as measure

    recognizer, formats = Recognizer.load(DEFAULT_WEIGHTS), load_formats()
    if photos is not None:
        found = evaluate_photos_places(photos, recognizer, formats, Meter())
    else:
        found = measure(recognizer, formats, count, refit, Meter())
    if as_json:
        click.echo(json.dumps(asdict(found), indent=2))
        return
    click.echo("Warnings: places with a right one; on plates, with any")
    for group in found.warnings:
        rate = Rate(group.warned if group.name in (GOOD, MARKED) else group.named, group.n)
        kinds = ", ".join(f"{kind} {number}" for kind, number in group.kinds)
        click.echo(f"  {group.name:<12} {_cell(rate):<32} {kinds}")
    score = found.legibility
    click.echo("\nLegibility foretold (rows) and what was read: whole, 5 or more of 7, fewer")
    for grade, row in zip(GRADES, score.confusion, strict=True):
        whole, most = score.kept(grade, ("recoverable",)), score.kept(grade, ("recoverable", "partly"))
        click.echo(
            f"  {grade:<12} {row[0]:>5} {row[1]:>5} {row[2]:>5}   whole {_cell(whole)}, most {_cell(most)}"
        )
    click.echo(f"\nCharacters right against legibility, mean distance {100 * score.error:.1f} points")
    for least, n, said, right in score.bins:
        click.echo(
            f"  from {least:.2f}  n {n:>5}   foretold {100 * said:5.1f} %   right {100 * right:5.1f} %"
        )
    if found.fit is not None:
        click.echo(f"\n{found.fit}")


def _cell(rate: Rate) -> str:
    low, high = rate.interval
    return f"{100 * rate.value:5.1f} % ({rate.hits}/{rate.n}) [{100 * low:.0f}–{100 * high:.0f}]"
