"""A plate followed over a clip, for commands that take something of its track."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from forensic_lpr.cli.options import QUAD_HELP, Meter, parse_quad
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.track import Mark, Track
from forensic_lpr.media.source import FrameSource
from forensic_lpr.media.table import frame_at_index
from forensic_lpr.operations.acquire import acquire, open_item


@dataclass(frozen=True)
class Followed:
    """A track with the clip it was found in, which is open."""

    item: EvidenceItem
    source: FrameSource
    track: Track


@dataclass(frozen=True)
class Where:
    """What the options say: corners in a frame by its number, first and last frame to follow to."""

    corners: str
    index: int
    first: int | None
    last: int | None


def where_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of :class:`Where`, by its names."""
    for option in (
        click.option("--to", "last", type=click.IntRange(min=0), default=None, help="Last frame at most."),
        click.option(
            "--from", "first", type=click.IntRange(min=0), default=None, help="First frame at most."
        ),
        click.option(
            "--frame", "index", type=click.IntRange(min=0), required=True, help="The marked frame, from 0."
        ),
        click.option("--quad", "corners", required=True, help=QUAD_HELP),
    ):
        command = option(command)
    return command


@contextmanager
def followed(file: Path, where: Where, stream: int | None) -> Iterator[Followed]:
    """Follow the plate; raises what acquiring and following raise."""
    from forensic_lpr.operations import track as operation

    quad = parse_quad(where.corners)
    item = acquire(file, Meter(), stream)
    with open_item(item) as source:
        table = source.table(Meter())
        marks = [Mark(frame_at_index(table, where.index), quad)]
        request = operation.capture_track(item, table, marks, where.first, where.last)
        yield Followed(item, source, operation.track(request, source, Meter()))


def plain_plate(text: str) -> str:
    """A plate's text without its separators. Raises UsageError where it can be none."""
    plain = text.upper().replace("-", "").replace(" ", "")
    if not all(symbol.isascii() and symbol.isalnum() for symbol in plain) or len(plain) > 12:
        raise click.UsageError("A plate's text has at most twelve letters and digits.")
    return plain
