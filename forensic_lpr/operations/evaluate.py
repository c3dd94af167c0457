"""Measure a recognizer on labelled photographs, or on held drawn plates of a format."""

from collections.abc import Iterable
from pathlib import Path

from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import rank_plates
from forensic_lpr.errors import TableInvalid
from forensic_lpr.evaluation.drawnset import KnownPicture, drawn_picture
from forensic_lpr.evaluation.photos import at_width, cut, load_table, open_picture
from forensic_lpr.evaluation.tables import TOP, Outcome, WidthScore, outcome, score
from forensic_lpr.operations.read import look, slot_sets
from forensic_lpr.recognition.recognizer import Recognizer

NATIVE = "native"
WIDTHS = (NATIVE, "60", "50", "40", "30", "24")


def parse_widths(text: str) -> tuple[str, ...]:
    """Widths from ``native,60,50``; raises :class:`forensic_lpr.errors.TableInvalid`."""
    widths = tuple(part.strip() for part in text.split(",") if part.strip())
    if not widths or any(w != NATIVE and not (w.isdecimal() and int(w) >= 8) for w in widths):
        raise TableInvalid(f"{text!r} is not a list of widths such as {','.join(WIDTHS)}.")
    return widths


def evaluate_photos(
    table: Path,
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    format_name: str = "auto",
    widths: tuple[str, ...] = WIDTHS,
    progress: Progress = silent,
) -> dict[str, WidthScore]:
    """Scores by width, with syntax, exactly as a reading is made.

    Raises:
        TableInvalid: the CSV is missing or not well formed.
        EvidenceUnreadable: a photograph cannot be opened.
    """
    plates = load_table(table)

    def pictures() -> Iterable[KnownPicture]:
        for done, plate in enumerate(plates):
            progress(done, len(plates), plate.path.name)
            yield KnownPicture(cut(open_picture(plate), plate), plate.width, plate.text)
        progress(len(plates), len(plates))

    return _scores(pictures(), recognizer, formats, format_name, widths)


def evaluate_drawn(
    of_format: str,
    count: int,
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    format_name: str = "auto",
    widths: tuple[str, ...] = WIDTHS,
    progress: Progress = silent,
) -> dict[str, WidthScore]:
    """Scores by width on the first ``count`` held drawn plates of the format ``of_format``, read in the same way.

    Raises:
        FormatInvalid: no format has that name.
    """
    plate_format, *_ = select(formats, of_format)

    def pictures() -> Iterable[KnownPicture]:
        for done in range(count):
            progress(done, count, "drawing and reading")
            yield drawn_picture(plate_format, done)
        progress(count, count)

    return _scores(pictures(), recognizer, formats, format_name, widths)


def _scores(
    pictures: Iterable[KnownPicture],
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    format_name: str,
    widths: tuple[str, ...],
) -> dict[str, WidthScore]:
    syntaxes = [slot_sets(f) for f in select(formats, format_name)]
    outcomes: dict[str, list[Outcome]] = {width: [] for width in widths}
    for known in pictures:
        for width in widths:
            if width != NATIVE and known.width < int(width):
                continue
            picture = known.picture if width == NATIVE else at_width(known.picture, known.width, int(width))
            _, slots = look(picture.image, picture.quad, recognizer)
            ranked = rank_plates(slots.log_probabilities, slots.alphabet, syntaxes, TOP)
            texts = tuple(candidate.text for candidate in ranked)
            outcomes[width].append(outcome(known.text, texts, slots))
    return {width: score(found) for width, found in outcomes.items()}
