"""A plate followed over a clip, for commands that take something of its track."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from forensic_lpr.cli.options import QUAD_HELP, Meter
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.formats import plain_text
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.track import Mark, Track
from forensic_lpr.media.source import FrameSource
from forensic_lpr.media.table import frame_at_index
from forensic_lpr.operations.acquire import FieldChoice, acquire, open_item


@dataclass(frozen=True)
class Followed:
    """A track with the clip it was found in, which is open."""

    item: EvidenceItem
    source: FrameSource
    track: Track


def where_options(command: Callable[..., None]) -> Callable[..., None]:
    """Corners in a frame by its number, first and last frame to follow to: corners, index, first and last."""
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
def followed(
    file: Path,
    marked: Mapping[int, Quad],
    first: int | None,
    last: int | None,
    stream: int | None,
    fields: FieldChoice = "woven",
) -> Iterator[Followed]:
    """Follow the plate marked in frames by their numbers; raises what acquiring and following raise."""
    from forensic_lpr.operations import track as operation

    item = acquire(file, Meter(), stream, fields)
    with open_item(item) as source:
        table = source.table(Meter())
        marks = [Mark(frame_at_index(table, number), quad) for number, quad in marked.items()]
        request = operation.capture_track(item, table, marks, first, last)
        yield Followed(item, source, operation.track(request, source, Meter()))


def plain_plate(text: str) -> str:
    """A plate's text without its separators. Raises UsageError where it can be none."""
    plain = plain_text(text)
    if not all(symbol.isascii() and symbol.isalnum() for symbol in plain) or len(plain) > 12:
        raise click.UsageError("A plate's text has at most twelve letters and digits.")
    return plain
