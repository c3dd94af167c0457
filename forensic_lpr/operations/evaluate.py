"""Measure a recognizer on labelled photographs, or on held drawn plates of a format."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import rank_plates
from forensic_lpr.errors import FormatInvalid, TableInvalid
from forensic_lpr.evaluation import hand
from forensic_lpr.evaluation.drawnset import KnownPicture, drawn_picture
from forensic_lpr.evaluation.photos import at_width, cut, load_table, open_picture
from forensic_lpr.evaluation.tables import TOP, Outcome, WidthScore, outcome, score
from forensic_lpr.operations.read import look, slot_sets
from forensic_lpr.recognition.recognizer import Recognizer

NATIVE = "native"
ALL = "all"
WIDTHS = (NATIVE, "60", "50", "40", "30", "24")
_JITTER_SEED = 9_000_001


def parse_widths(text: str) -> tuple[str, ...]:
    """Widths from ``native,60,50``; raises :class:`forensic_lpr.errors.TableInvalid`."""
    widths = tuple(part.strip() for part in text.split(",") if part.strip())
    if not widths or any(w != NATIVE and not (w.isdecimal() and int(w) >= 8) for w in widths):
        raise TableInvalid(f"{text!r} is not a list of widths such as {','.join(WIDTHS)}.")
    return widths


@dataclass(frozen=True)
class Pictures:
    """Pictures of known plates, each made when it is asked for.

    Attributes:
        names: What progress calls them, one for each.
        take: Makes the one of a number.
    """

    names: tuple[str, ...]
    take: Callable[[int], KnownPicture]


def photographs(table: Path) -> Pictures:
    """The labelled photographs of a CSV; :class:`forensic_lpr.errors.EvidenceUnreadable` comes when one is taken.

    Raises:
        TableInvalid: the CSV is missing or not well formed.
    """
    plates = load_table(table)

    def take(number: int) -> KnownPicture:
        plate = plates[number]
        return KnownPicture(cut(open_picture(plate), plate), plate.width, plate.text)

    return Pictures(tuple(plate.path.name for plate in plates), take)


def drawn_plates(format_name: str, count: int, formats: tuple[PlateFormat, ...]) -> Pictures:
    """The first ``count`` held drawn plates of a format.

    Raises:
        FormatInvalid: no format has that name; ``auto`` is none.
    """
    plate_format = next((f for f in formats if f.name == format_name), None)
    if plate_format is None:
        known = ", ".join(f.name for f in formats)
        raise FormatInvalid(
            f"Plates are drawn of one format, and {format_name!r} is none; known are {known}."
        )
    return Pictures(("drawing and reading",) * count, lambda number: drawn_picture(plate_format, number))


def evaluate_pictures(
    pictures: Pictures,
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    format_name: str = "auto",
    widths: tuple[str, ...] = WIDTHS,
    progress: Progress = silent,
    jitters: int = 0,
) -> dict[str, WidthScore]:
    """Scores by width, and of all widths together, with syntax, exactly as a reading is made.

    Args:
        pictures: What to read.
        recognizer: The weights that read.
        formats: All plate formats.
        format_name: The one that is told, or ``auto``.
        widths: Plate widths in pixels, and ``native``.
        progress: Told pictures done.
        jitters: Read every plate so many times with corners that err as a hand does, always the same; 0 for once, with
            the corners as labelled.
    """
    syntaxes = [slot_sets(f) for f in select(formats, format_name)]
    outcomes: dict[str, list[Outcome]] = {width: [] for width in widths}
    count = len(pictures.names)
    for done, name in enumerate(pictures.names):
        progress(done, count, name)
        known = pictures.take(done)
        for width in widths:
            if width != NATIVE and known.width < int(width):
                continue
            picture = known.picture if width == NATIVE else at_width(known.picture, known.width, int(width))
            for quad in jittered(picture.quad, done, jitters) if jitters else (picture.quad,):
                _, slots = look(picture.image, quad, recognizer)
                ranked = rank_plates(slots.log_probabilities, slots.alphabet, syntaxes, TOP)
                texts = tuple(candidate.text for candidate in ranked)
                outcomes[width].append(outcome(known.text, texts, slots))
    progress(count, count)
    each = max(1, jitters)
    scores = {width: score(found, each) for width, found in outcomes.items()}
    if len(widths) > 1:
        together = [result for found in outcomes.values() for result in found]
        scores[ALL] = score(together, each * len(widths))
    return scores


def jittered(quad: Quad, number: int, jitters: int) -> list[Quad]:
    """The corners of plate ``number`` as so many hands would mark them: the same share of its width at every width."""
    return [
        hand.marked(quad, np.random.default_rng([_JITTER_SEED, number, jitter])) for jitter in range(jitters)
    ]
