"""Plate formats: what the slots hold in a jurisdiction and how the plate looks.

A format is a data file (``resources/formats/*.toml``), so that a new country needs no code. Lengths are in
millimetres with the origin at the plate's upper left corner, colours are sRGB.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import cattrs

from forensic_lpr import paths
from forensic_lpr.core.alphabet import DIGITS, LETTERS
from forensic_lpr.errors import FormatInvalid

Colour = tuple[int, int, int]
SLOT_CLASSES = {"L": LETTERS, "N": DIGITS, "?": LETTERS + DIGITS}


@dataclass(frozen=True)
class Row:
    """One row of characters.

    Attributes:
        slots: Number of slots in this row.
        gap_after: Slots before the wider gap, 0 for none.
        loose_mm: How much further in the characters may begin and end, evenly, on some plates.
    """

    slots: int
    left_mm: float
    right_mm: float
    top_mm: float
    height_mm: float
    stroke_mm: float
    gap_after: int = 0
    gap_mm: float = 0.0
    loose_mm: float = 0.0


@dataclass(frozen=True)
class Strip:
    """The strip above the characters; ``text`` is fixed, or ``city`` for a made-up town."""

    left_mm: float
    right_mm: float
    top_mm: float
    height_mm: float
    text: str
    colour: Colour | None = None
    text_colour: Colour | None = None


@dataclass(frozen=True)
class Layout:
    """Where things are on the sheet."""

    name: str
    weight: float
    size_mm: tuple[float, float]
    corner_mm: float
    rows: tuple[Row, ...]
    separator: Literal["dot", "none"]
    strip: Strip | None = None
    holes_mm: tuple[tuple[float, float], ...] = ()
    seal_mm: tuple[float, float] | None = None
    emblem_mm: tuple[float, float, float] | None = None


@dataclass(frozen=True)
class ColourScheme:
    """Sheet and character colour of one kind of vehicle."""

    name: str
    weight: float
    background: Colour
    characters: Colour


@dataclass(frozen=True)
class PlateFormat:
    """A jurisdiction's format.

    Attributes:
        name: Short name used on the command line, e.g. ``br-grey``.
        title: Name for people.
        pattern: One letter per slot: L a letter, N a digit, ? either.
        faces: Typefaces and their share in synthesis.
    """

    name: str
    title: str
    pattern: str
    faces: dict[str, float]
    layouts: tuple[Layout, ...]
    colours: tuple[ColourScheme, ...]

    def __post_init__(self) -> None:
        unknown = set(self.pattern) - set(SLOT_CLASSES)
        if unknown or not self.pattern:
            raise ValueError(f"the pattern {self.pattern!r} is not made of {', '.join(SLOT_CLASSES)}")
        if not self.layouts or not self.colours or not self.faces:
            raise ValueError("a format needs at least one layout, one colour scheme and one face")
        for layout in self.layouts:
            if sum(row.slots for row in layout.rows) != len(self.pattern):
                raise ValueError(f"the rows of layout {layout.name!r} do not hold {len(self.pattern)} slots")

    def allowed(self, slot: int) -> str:
        """Characters that slot (0-based) may hold."""
        return SLOT_CLASSES[self.pattern[slot]]

    def matches(self, text: str) -> bool:
        """Whether a plate text follows the syntax."""
        return len(text) == len(self.pattern) and all(c in self.allowed(s) for s, c in enumerate(text))


def plain_text(text: str) -> str:
    """A plate text as it is compared: upper case, without dashes, dots and spaces."""
    return re.sub(r"[\s.·-]", "", text.upper())


def load_format(path: Path) -> PlateFormat:
    """Read one format file.

    Raises:
        FormatInvalid: the file is missing or not well formed.
    """
    converter = cattrs.Converter(forbid_extra_keys=True)
    try:
        return converter.structure(tomllib.loads(path.read_text(encoding="utf-8")), PlateFormat)
    except OSError as error:
        raise FormatInvalid(f"The plate format {path.name} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, cattrs.BaseValidationError, ValueError) as error:
        raise FormatInvalid(
            f"The plate format {path.name} is not well formed: {_first_reason(error)}."
        ) from error


def _first_reason(error: BaseException) -> str:
    """The innermost first sentence of a validation error."""
    while isinstance(error, ExceptionGroup) and error.exceptions:
        error = error.exceptions[0]
    return str(error).rstrip(".") or type(error).__name__


def load_formats(folder: Path | None = None) -> tuple[PlateFormat, ...]:
    """All formats of a folder, by name; the shipped ones by default."""
    folder = folder or paths.resources() / "formats"
    return tuple(sorted((load_format(path) for path in folder.glob("*.toml")), key=lambda f: f.name))


def drawn_ones(formats: tuple[PlateFormat, ...], names: tuple[str, ...]) -> tuple[PlateFormat, ...]:
    """Those of the names, in the order of the formats; all of them where there are no names."""
    return tuple(plate_format for plate_format in formats if not names or plate_format.name in names)


def select(formats: tuple[PlateFormat, ...], name: str) -> tuple[PlateFormat, ...]:
    """The formats a request allows: one by name, or all for ``auto``.

    Raises:
        FormatInvalid: no format has that name.
    """
    if name == "auto":
        return formats
    chosen = tuple(f for f in formats if f.name == name)
    if not chosen:
        known = ", ".join(["auto", *(f.name for f in formats)])
        raise FormatInvalid(f"There is no plate format {name!r}; known are {known}.")
    return chosen
