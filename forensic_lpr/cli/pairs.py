"""Commands on pairs for the DGM: take them from a clip, check a set."""

from pathlib import Path

import click

from forensic_lpr.cli.following import followed, plain_plate, where_options
from forensic_lpr.cli.options import FILE, STREAM, Meter, parse_quad
from forensic_lpr.errors import PairsInvalid
from forensic_lpr.operations.pairs import MOST_PAIRS, PairThresholds, record_pairs, take_pairs
from forensic_lpr.synthesis.pairset import PairSet, read_pair_set

_DEFAULT = PairThresholds()
_SIZE = click.FloatRange(min=0)


@click.group()
def pairs() -> None:
    """Pairs of near and far pictures of a plate, from real clips, for training a DGM."""


@pairs.command()
@click.argument("file", type=FILE)
@where_options
@click.option("--out", "folder", type=FILE, required=True, help="New folder for the set.")
@click.option("--text", default="", help="The plate's text, where it is known.")
@click.option(
    "--near-width", type=_SIZE, default=_DEFAULT.near_width, show_default=True, help="At least, px."
)
@click.option("--near-detail", type=_SIZE, default=_DEFAULT.near_detail, show_default=True, help="At least.")
@click.option(
    "--far-least", type=_SIZE, default=_DEFAULT.far_least, show_default=True, help="Least width, px."
)
@click.option("--far-most", type=_SIZE, default=_DEFAULT.far_most, show_default=True, help="Most width, px.")
@click.option("--far-detail", type=_SIZE, default=_DEFAULT.far_detail, show_default=True, help="At most.")
@click.option("--most", type=click.IntRange(min=1), default=MOST_PAIRS, show_default=True, help="Most pairs.")
@STREAM
def take(
    file: Path,
    corners: str,
    index: int,
    first: int | None,
    last: int | None,
    folder: Path,
    text: str,
    near_width: float,
    near_detail: float,
    far_least: float,
    far_most: float,
    far_detail: float,
    most: int,
    stream: int | None,
) -> None:
    """Follow the plate marked by --quad and write its near and far pictures as pairs."""
    text = plain_plate(text)
    if folder.exists():
        raise PairsInvalid(f"{folder} exists already; a pair set is written once and never over another.")
    thresholds = PairThresholds(near_width, near_detail, far_least, far_most, far_detail)
    with followed(file, {index: parse_quad(corners)}, first, last, stream) as found:
        taken = take_pairs(found.track, found.source, found.item, thresholds, text, most, Meter())
    _print(record_pairs(folder, taken), f"written to {folder}")


@pairs.command()
@click.argument("folder", type=FILE)
def check(folder: Path) -> None:
    """Check every digest of a pair set and say what it holds."""
    _print(read_pair_set(folder), "as they were written")


def _print(pair_set: PairSet, words: str) -> None:
    for near, far in pair_set.pairs:
        one, two = pair_set.plates[near], pair_set.plates[far]
        click.echo(
            f"frame {one.frame.index:>6}, {one.quad.width:5.1f} px, detail {one.detail:4.1f}   and   "
            f"frame {two.frame.index:>6}, {two.quad.width:5.1f} px, detail {two.detail:4.1f}"
        )
    named = f" of {pair_set.text}" if pair_set.text else ""
    click.echo(f"{len(pair_set.pairs)} pairs{named} from {pair_set.evidence}, {words}")
