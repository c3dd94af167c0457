"""The command on enhancement: apply a recipe to a frame, or say what steps there are."""

import textwrap
from pathlib import Path

import click

from forensic_lpr.cli.options import FILE, Meter, parse_seconds
from forensic_lpr.core.catalogue import PURPOSES, of_purpose
from forensic_lpr.core.operation import Number, Operation, Parameter
from forensic_lpr.core.recipe import load_recipe
from forensic_lpr.report.enhancement import summary

_WIDTH = 100


def _list(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the catalogue and leave; the other options are not needed for that."""
    if not wanted or context.resilient_parsing:
        return
    for purpose, title in PURPOSES.items():
        click.echo(f"{title}\n{'=' * len(title)}\n")
        for operation in of_purpose(purpose):
            _describe(operation)
    context.exit()


@click.command()
@click.argument("file", type=FILE)
@click.option("--recipe", "recipe_file", type=FILE, required=True, help="The recipe, a JSON file.")
@click.option(
    "--out", required=True, type=FILE, help="The PNG to write; its record goes to the same name with .json."
)
@click.option("--frame", "index", type=click.IntRange(min=0), default=None, help="Frame number, from 0.")
@click.option("--time", "seconds", default=None, help="The frame shown at this time (12.48 or 00:00:12.480).")
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list,
    help="Describe all steps and leave.",
)
def enhance(file: Path, recipe_file: Path, out: Path, index: int | None, seconds: str | None) -> None:
    """Enhance a frame by a recipe, and write it with a record of how it was made."""
    from forensic_lpr.operations.acquire import acquire, choose_frame
    from forensic_lpr.operations.enhance import capture, compute, sidecar_of, write_enhanced

    if index is not None and seconds is not None:
        raise click.UsageError("Give --frame or --time, not both.")
    time = parse_seconds(seconds) if seconds is not None else None
    recipe = load_recipe(recipe_file)
    item = acquire(file, Meter())
    frame = choose_frame(item, index, time, Meter())
    enhanced = compute(capture(item, frame, recipe), frame, Meter())
    write_enhanced(out, item, enhanced)
    click.echo(summary(recipe))
    click.echo(f"Written to {out}, the record to {sidecar_of(out)}")


def _describe(operation: Operation) -> None:
    click.echo(f"{operation.name}: {operation.title}")
    for words in (operation.does, operation.cannot):
        click.echo(textwrap.fill(words, _WIDTH, initial_indent="    ", subsequent_indent="    "))
    for parameter in operation.parameters:
        words = f"{parameter.name}  {_range(parameter)}. {parameter.words}"
        click.echo(textwrap.fill(words, _WIDTH, initial_indent="    - ", subsequent_indent="      "))
    click.echo(
        textwrap.fill(
            f"Reference: {operation.reference}.", _WIDTH, initial_indent="    ", subsequent_indent="    "
        )
    )
    click.echo()


def _say(words: str, mark: str = "") -> None:
    """A paragraph of an operation, broken at the width of the page."""
    indent = "    "
    click.echo(
        textwrap.fill(words, _WIDTH, initial_indent=indent + mark, subsequent_indent=indent + " " * len(mark))
    )


def _range(parameter: Parameter) -> str:
    if isinstance(parameter, Number):
        ends = f"{parameter.low:g} to {parameter.high:g}{parameter.unit}"
        steps = f" in steps of {parameter.step}" if parameter.step > 1 else ""
        return f"{ends}{steps}, default {parameter.default:g}"
    return f"{', '.join(value for value, _ in parameter.options)}; default {parameter.default}"
