"""Parsing and progress shared by the commands."""

import sys
import time
from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import click

from forensic_lpr.core.clock import parse_shown
from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import QuadInvalid, RunInvalid

FILE = click.Path(path_type=Path)
QUAD_HELP = (
    'Four corners in any order: "x,y x,y x,y x,y", pixels, origin at the centre of the top-left pixel.'
)
READING_HELP = 'In one line: "AB?1[C6]34"; ? cannot be told, [] alternatives, the likeliest first.'

WHO = click.option("--as", "who", default="", help="Who does this; the examiner of the case if left out.")
STREAM = click.option(
    "--stream",
    type=click.IntRange(min=0),
    default=None,
    help="Number of the video stream, where a clip holds several; see acquire.",
)

FIELDS = click.option(
    "--fields",
    type=click.Choice(("woven", "stated", "top", "bottom")),
    default="woven",
    show_default=True,
    help="Take each field of an interlaced clip as a picture of its own: first the one that the stream "
    "states, or the one named. Frames are then counted in fields.",
)


def _active_weights() -> str:
    from forensic_lpr.operations.models import active_weights

    return active_weights()


READING_WEIGHTS = click.option(
    "--weights",
    "weights_name",
    default=_active_weights,
    show_default="the active model",
    help="Name of shipped or own weights, or a file.",
)


def parse_quad(text: str) -> Quad:
    """A quad from ``"x,y x,y x,y x,y"``; raises :class:`forensic_lpr.errors.QuadInvalid`."""
    try:
        points = [tuple(float(number) for number in pair.split(",")) for pair in text.split()]
        corners = [(x, y) for x, y in points]
    except ValueError:
        raise QuadInvalid(f'{text!r} is not a quad; write four corners as "x,y x,y x,y x,y".') from None
    return Quad.from_points(corners)


def parse_seconds(text: str) -> Fraction:
    """Seconds from ``12.48`` or ``[hh:]mm:ss.sss``."""
    try:
        total = Fraction(0)
        for part in text.split(":"):
            total = total * 60 + Fraction(part)
    except (ValueError, ZeroDivisionError):
        raise click.BadParameter(f"{text!r} is not a time such as 12.48 or 00:01:12.480.") from None
    return total


def parse_clock(text: str) -> tuple[datetime, int]:
    """What a clock shows and the number of the frame, from ``2026-03-01T12:00:00=125``."""
    shown, _, number = text.rpartition("=")
    moment = parse_shown(shown)
    if moment is None or not number.strip().isdecimal():
        raise click.BadParameter(f"{text!r} is not a clock; write 2026-03-01T12:00:00=125 for frame 125.")
    return moment, int(number)


def plain_name(name: str) -> str:
    """A run's name as one folder name; raises :class:`forensic_lpr.errors.RunInvalid`."""
    if not name or Path(name).name != name or name.startswith("."):
        raise RunInvalid(f"{name!r} is not a name for a run.")
    return name


class Meter:
    """Progress as one line on standard error, when that is a terminal."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = 0.0
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, total: int | None, text: str = "") -> None:
        """Show units done, at most five times a second."""
        now = self._clock()
        if not self._shown or (now - self._last < 0.2 and done != total):
            return
        self._last = now
        share = f"{100 * done / total:5.1f} %" if total else f"{done}"
        click.echo(f"\r\x1b[K{share} {text}", nl=done == total, err=True)
