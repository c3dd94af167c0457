"""Add labelled crops to a set's folder and correct them: a picture and a row of ``labels.csv`` each.

The table is replaced as a whole, never edited in place, so that a kill leaves the old one or the new one. A picture
is written before its row. Every other file of the folder is left alone.

Public here: :class:`NewLabel`, :func:`add_label`, :func:`change_label`, :func:`remove_label`. Nothing here needs torch.
"""

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import plain_text
from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import SetInvalid
from forensic_lpr.imaging.png import to_png
from forensic_lpr.training.labelreading import COLUMNS, TABLE, named_pictures, table_text

Boxes = tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True)
class NewLabel:
    """A plate that was labelled by hand.

    Attributes:
        image: The picture round the plate as it was recorded, RGB uint8 (H, W, 3).
        quad: Its corners in it.
        text: What it says.
        format_name: Name of its format.
        source: Where it comes from.
        boxes: Character boxes in the plate image of 120 x 40, or ``None`` for those of the layout.
        evidence_sha256: Digest of the evidence, or empty.
    """

    image: NDArray[np.uint8]
    quad: Quad
    text: str
    format_name: str
    source: str
    boxes: Boxes | None = None
    evidence_sha256: str = ""


def add_label(folder: Path, label: NewLabel) -> str:
    """Write a picture and its row; the file's name, relative to the folder. A new folder is made where needed.

    The same pixels, text and corners are written once: labelling a plate twice changes nothing.

    Raises:
        SetInvalid: the folder cannot be written, or holds a table that is not well formed.
    """
    return add_labels(folder, (label,))[0]


def add_labels(folder: Path, labels: Sequence[NewLabel]) -> tuple[str, ...]:
    """Several at once, see :func:`add_label`."""
    rows = {row["file"]: row for row in _rows(folder)}
    files = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for label in labels:
            data = to_png(label.image)
            row = _row(label, hashlib.sha256(data).hexdigest())
            if rows.get(row["file"]) != row:
                _replace(folder / row["file"], data)
                rows[row["file"]] = row
            files.append(row["file"])
    except OSError as error:
        raise SetInvalid(f"The picture cannot be written to {folder}: {error.strerror or error}.") from error
    _write(folder, list(rows.values()))
    return tuple(files)


def _row(label: NewLabel, digest: str) -> dict[str, str]:
    text = plain_text(label.text)
    corners = _points(label.quad)
    told = hashlib.sha256(f"{digest} {corners}".encode()).hexdigest()[:12]
    return {
        "file": f"{text}_{told}.png",
        "text": text,
        "corners": corners,
        "format": label.format_name,
        "source": label.source,
        "boxes": _boxes_text(label.boxes),
        "part": "",
        "evidence": label.evidence_sha256,
    }


def change_label(folder: Path, file: str, text: str | None = None, boxes: Boxes | None = None) -> None:
    """Correct the text or the character boxes of a picture; ``None`` leaves them as they are.

    Raises:
        SetInvalid: the table has no such picture, or cannot be written.
    """
    rows = _rows(folder)
    if not any(row["file"] == file for row in rows):
        raise SetInvalid(f"The set {folder.name} has no row for {file} to correct.")
    for row in rows:
        if row["file"] == file:
            row["text"] = row["text"] if text is None else plain_text(text)
            row["boxes"] = row["boxes"] if boxes is None else _boxes_text(boxes)
    _write(folder, rows)


def remove_label(folder: Path, file: str) -> None:
    """Take a picture's row out of the table; the picture itself stays in the folder.

    Raises:
        SetInvalid: the table has no such picture, or cannot be written.
    """
    rows = _rows(folder)
    kept = [row for row in rows if row["file"] != file]
    if len(kept) == len(rows):
        raise SetInvalid(f"The set {folder.name} has no row for {file} to take out.")
    _write(folder, kept)


def _points(quad: Quad) -> str:
    return " ".join(f"{x:.3f},{y:.3f}" for x, y in quad.points())


def _boxes_text(boxes: Boxes | None) -> str:
    return "" if boxes is None else " ".join(",".join(f"{value:.2f}" for value in box) for box in boxes)


def _rows(folder: Path) -> list[dict[str, str]]:
    path = folder / TABLE
    try:
        if not path.exists():
            # A set without a table keeps what its pictures are named after, or a first label would hide them all.
            empty = dict.fromkeys(COLUMNS, "")
            return [{**empty, "file": file, "text": text} for file, text in named_pictures(folder)]
        reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True)
        if not {"file", "text"} <= set(reader.fieldnames or []):
            raise SetInvalid(f"The table {path} lacks the columns file and text.")
        found = [{str(key): value or "" for key, value in row.items() if key is not None} for row in reader]
    except OSError as error:
        raise SetInvalid(f"The table {path} cannot be read: {error.strerror or error}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise SetInvalid(f"The table {path} is not well formed: {error}.") from error
    return [{name: row.get(name, "") for name in COLUMNS} for row in found]


def _write(folder: Path, rows: list[dict[str, str]]) -> None:
    try:
        _replace(folder / TABLE, table_text(rows).encode("utf-8"))
    except OSError as error:
        raise SetInvalid(
            f"The table {folder / TABLE} cannot be written: {error.strerror or error}."
        ) from error


def _replace(path: Path, data: bytes) -> None:
    unfinished = path.with_name(path.name + ".new")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
