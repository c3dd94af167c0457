"""Read a labelled set from a folder and say in one sentence each what is wrong with it.

A set is a folder of pictures. Either it holds ``labels.csv`` with a row per plate:

- ``file``: the picture, relative to the folder (required);
- ``text``: what the plate says (required);
- ``corners``: ``"x,y x,y x,y x,y"`` in pixels of the picture; empty where the picture is the plate, cut or rectified;
- ``format``: name of the plate format; empty to tell it from the text;
- ``source``: clip, day or place; empty for the folder that the picture lies in;
- ``boxes``: character boxes ``"left,top,width,height …"`` in the plate image of 120 x 40, corrected by hand;
- ``part``: ``train``, ``validation`` or ``held`` where the set asks for it;
- ``evidence``: SHA-256 of the evidence that the picture was cut from.

Or the file names carry the text: ``ABC1D23.png``, ``ABC1D23_002.jpg``; a plate's text ends at the first ``_``.

Public here: :func:`read_labelled_set`, :func:`named_pictures`. Nothing here needs torch.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import PlateFormat, plain_text
from forensic_lpr.core.geometry import Quad, corner_pixels
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import EvidenceUnreadable, QuadInvalid, SetInvalid
from forensic_lpr.imaging.rectify import to_grey
from forensic_lpr.media.stills import decode_still
from forensic_lpr.training.labelproblems import find_problems
from forensic_lpr.training.labels import PARTS, LabelledCrop, LabelledSet, Part, Problem, set_digest

TABLE = "labels.csv"
COLUMNS = ("file", "text", "corners", "format", "source", "boxes", "part", "evidence")
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"})
MOST_ROWS = 50_000
_MOST_TABLE_BYTES = 32 * 1024 * 1024
SURROUNDINGS = 0.25
"""Share of the plate kept round it, so that corners may be marked anew a little beside the old ones."""
_SHA256 = re.compile(r"[0-9a-f]{64}|")


@dataclass(frozen=True)
class _Row:
    file: str
    text: str
    corners: str = ""
    format_name: str = ""
    source: str = ""
    boxes: str = ""
    part: str = ""
    evidence: str = ""


class _LeftOut(Exception):
    """A row that cannot be used, with its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


def read_labelled_set(
    folder: Path, formats: tuple[PlateFormat, ...], progress: Progress = silent
) -> LabelledSet:
    """Read every picture of a set and look for all that is wrong with it.

    Args:
        folder: The set's folder.
        formats: Plate formats that labels may follow.
        progress: Told pictures read.

    Raises:
        SetInvalid: the folder is missing or empty, or its table is not well formed.
        Cancelled: by the progress callback.
    """
    rows = tuple(_rows(folder))
    crops: list[LabelledCrop] = []
    problems: list[Problem] = []
    kept: tuple[str, NDArray[np.uint8], str] | None = None
    for done, row in enumerate(rows):
        progress(done, len(rows), row.file)
        try:
            if kept is None or kept[0] != row.file:
                kept = (row.file, *_picture(folder, row.file))
            crops.append(_crop(row, kept[1], kept[2], formats))
        except _LeftOut as error:
            problems.append(error.problem)
    progress(len(rows), len(rows))
    usable, found = find_problems(tuple(crops))
    return LabelledSet(folder, usable, (*problems, *found), set_digest(usable))


def _rows(folder: Path) -> Iterator[_Row]:
    try:
        if not folder.is_dir():
            raise SetInvalid(f"There is no folder {folder}.")
        table = folder / TABLE
        rows = _table_rows(table) if table.is_file() else _named_rows(folder)
    except OSError as error:
        raise SetInvalid(f"The folder {folder} cannot be read: {error.strerror or error}.") from error
    if not rows:
        raise SetInvalid(
            f"The folder {folder} holds neither a {TABLE} with rows nor pictures named after their plate."
        )
    if len(rows) > MOST_ROWS:
        raise SetInvalid(f"The set {folder.name} has {len(rows):,} rows; at most {MOST_ROWS:,} can be used.")
    yield from rows


def _table_rows(table: Path) -> list[_Row]:
    if table.stat().st_size > _MOST_TABLE_BYTES:
        raise SetInvalid(f"The table {table} is far too large for labels.")
    try:
        reader = csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline=""), strict=True)
        missing = [name for name in COLUMNS[:2] if name not in (reader.fieldnames or [])]
        if missing:
            raise SetInvalid(f"The table {table} lacks the columns {', '.join(missing)}.")
        return [
            _Row(*((row.get(name) or "").strip() for name in COLUMNS))
            for row in reader
            if any(isinstance(value, str) and value.strip() for value in row.values())
        ]
    except (UnicodeDecodeError, csv.Error) as error:
        raise SetInvalid(f"The table {table} is not well formed: {error}.") from error


def _named_rows(folder: Path) -> list[_Row]:
    return [_Row(file, text) for file, text in named_pictures(folder)]


def named_pictures(folder: Path) -> tuple[tuple[str, str], ...]:
    """The pictures of a set without a table, relative to it, and the text that each is named after."""
    pictures = sorted(path for path in folder.rglob("*") if path.suffix.lower() in PICTURES)
    return tuple(
        (path.relative_to(folder).as_posix(), path.stem.partition("_")[0])
        for path in pictures
        if path.is_file()
    )


def _picture(folder: Path, file: str) -> tuple[NDArray[np.uint8], str]:
    """Grey pixels and digest of a picture of the set."""
    place = PurePosixPath(file.replace("\\", "/"))
    if not file or place.is_absolute() or ".." in place.parts or ":" in file:
        raise _LeftOut(
            Problem("unreadable", file, f"{file or 'A row without a file'} does not lie in the folder.", True)
        )
    path = folder / place
    try:
        image = to_grey(decode_still(path))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except (EvidenceUnreadable, OSError, ValueError) as error:
        said = str(error) if isinstance(error, EvidenceUnreadable) else f"{file} cannot be read."
        raise _LeftOut(Problem("unreadable", file, said, True)) from error
    return image, digest


def _crop(
    row: _Row, picture: NDArray[np.uint8], digest: str, formats: tuple[PlateFormat, ...]
) -> LabelledCrop:
    text = plain_text(row.text)
    plate_format = _format(row, text, formats)
    quad = _quad(row, picture)
    image, quad = cut_round(picture, quad)
    image.setflags(write=False)
    return LabelledCrop(
        row.file,
        text,
        image,
        quad,
        plate_format.name,
        row.source or PurePosixPath(row.file).parent.as_posix().strip("."),
        digest,
        _boxes(row, len(text)),
        _part(row),
        row.evidence if _SHA256.fullmatch(row.evidence) else "",
    )


def _format(row: _Row, text: str, formats: tuple[PlateFormat, ...]) -> PlateFormat:
    def refuse(sentence: str) -> _LeftOut:
        return _LeftOut(Problem("label", row.file, sentence, True))

    shown = row.text[:20]
    if not text:
        raise refuse(f"{row.file} has no label.")
    if any(character not in LATIN36.characters for character in text):
        raise refuse(f"The label {shown!r} of {row.file} holds other signs than letters and digits.")
    named = [f for f in formats if f.name == row.format_name] if row.format_name else list(formats)
    if not named:
        raise refuse(f"The format {row.format_name[:20]!r} of {row.file} is not known here.")
    fitting = [f for f in named if f.matches(text)]
    if not fitting:
        names = ", ".join(f"{f.title} ({f.pattern})" for f in named)
        raise refuse(f"The label {shown!r} of {row.file} does not follow the format {names}.")
    return fitting[0]


def _quad(row: _Row, picture: NDArray[np.uint8]) -> Quad:
    height, width = picture.shape
    try:
        if not row.corners:
            return Quad.from_points(corner_pixels(width, height))
        points = [tuple(float(number) for number in pair.split(",")) for pair in row.corners.split()]
        quad = Quad.from_points([(x, y) for x, y in points])
        quad.require_inside(width, height)
        return quad
    except (QuadInvalid, ValueError) as error:
        said = str(error) if isinstance(error, QuadInvalid) else "they are not four points x,y."
        raise _LeftOut(
            Problem("corners", row.file, f"The corners of {row.file} cannot be used: {said}", True)
        ) from error


def cut_round(picture: NDArray[np.uint8], quad: Quad) -> tuple[NDArray[np.uint8], Quad]:
    """The part of a picture round a quad that is kept, :data:`SURROUNDINGS` beside it, and the quad in it."""
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = quad.bounds()
    room = SURROUNDINGS * max(quad.width, 8.0)
    left, top = max(0, int(x0 - room)), max(0, int(y0 - room))
    right, bottom = min(width, int(np.ceil(x1 + room)) + 1), min(height, int(np.ceil(y1 + room)) + 1)
    return picture[top:bottom, left:right].copy(), quad.shifted(-left, -top)


def _boxes(row: _Row, count: int) -> tuple[tuple[float, float, float, float], ...] | None:
    if not row.boxes:
        return None
    try:
        boxes = [tuple(float(number) for number in box.split(",")) for box in row.boxes.split()]
        found = tuple((left, top, width, height) for left, top, width, height in boxes)
    except ValueError:
        found = ()
    if len(found) != count or not all(np.isfinite(box).all() and min(box[2:]) > 0 for box in found):
        raise _LeftOut(
            Problem("label", row.file, f"The character boxes of {row.file} are not one per character.", True)
        )
    return found


def _part(row: _Row) -> Part | Literal[""]:
    if not row.part:
        return ""
    for part in PARTS:
        if row.part == part:
            return part
    sentence = f"The part {row.part[:20]!r} of {row.file} is none of {', '.join(PARTS)}."
    raise _LeftOut(Problem("split", row.file, sentence, True))


def table_text(rows: Sequence[Mapping[str, str]]) -> str:
    """A table with all columns from rows by column name."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
