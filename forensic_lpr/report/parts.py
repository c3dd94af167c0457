"""What a report is made of: blocks in the order of the pages, with all texts ready to print.

The template lays blocks out and decides nothing; a block's kind is the name of its class.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Fact:
    """One line of a table of facts; ``code`` sets the value in a typewriter face."""

    name: str
    value: str
    code: bool = False


@dataclass(frozen=True)
class FactGroup:
    """Facts under one heading; a short group stands on one page."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Heading:
    """A heading: numbered parts on level 1, what they speak of on level 2, ``on_new_page`` where that reads better."""

    text: str
    level: Literal[1, 2, 3] = 1
    on_new_page: bool = False


@dataclass(frozen=True)
class Contents:
    """The list of parts with their pages."""

    title: str


@dataclass(frozen=True)
class Paragraphs:
    """Running text; ``small`` for remarks, ``sticky`` to stay with what follows."""

    lines: tuple[str, ...]
    title: str = ""
    small: bool = False
    sticky: bool = False


@dataclass(frozen=True)
class Points:
    """A list, numbered where the order counts."""

    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Notice:
    """What must not be overlooked: sentences with a line at their left, as a list where they are ``points``."""

    title: str
    lines: tuple[str, ...]
    points: bool = False


@dataclass(frozen=True)
class Picture:
    """A figure: its PNG, its width on the page, what it shows, and the same for who cannot see it.

    Attributes:
        smooth: Whether a viewer may interpolate it; never for pixels of evidence shown as squares.
    """

    name: str
    png: bytes
    width_mm: float
    caption: str
    alt: str
    smooth: bool = False


@dataclass(frozen=True)
class Pictures:
    """Figures beside each other, column by column; a column holds one above the other."""

    columns: tuple[tuple[Picture, ...], ...]


@dataclass(frozen=True)
class SlotTable:
    """Per rank, per slot, the character and its probability; ``sets`` is empty without calibration."""

    headers: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]
    set_name: str
    sets: tuple[str, ...]


@dataclass(frozen=True)
class RankedPlate:
    """One line of a list of plates."""

    rank: str
    text: str
    probability: str
    cumulative: str


@dataclass(frozen=True)
class Ranking:
    """A list of plates; ``none`` is said in place of an empty one."""

    title: str
    headers: tuple[str, str, str, str]
    plates: tuple[RankedPlate, ...]
    none: str


@dataclass(frozen=True)
class Rankings:
    """Two lists of plates beside each other."""

    left: Ranking
    right: Ranking


Face = Literal["text", "number", "code", "plate"]


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its face, and its share of the width, 0 for as wide as its content."""

    header: str
    face: Face = "text"
    share: float = 0.0


@dataclass(frozen=True)
class Table:
    """A table; it may go over pages, its head is then repeated."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""


@dataclass(frozen=True)
class Together:
    """Blocks that stand on one page; only for what is short."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class EndMark:
    """The mark after which nothing follows."""

    text: str


Block = (
    FactGroup
    | Heading
    | Contents
    | Paragraphs
    | Points
    | Notice
    | Picture
    | Pictures
    | SlotTable
    | Rankings
    | Table
    | Together
    | EndMark
)


@dataclass(frozen=True)
class Attachment:
    """A file inside the report."""

    name: str
    media_type: str
    description: str
    data: bytes


def pictures_of(blocks: tuple[Block, ...]) -> tuple[Picture, ...]:
    """All figures of some blocks, in order."""
    found: list[Picture] = []
    for block in blocks:
        if isinstance(block, Picture):
            found.append(block)
        elif isinstance(block, Pictures):
            found.extend(picture for column in block.columns for picture in column)
        elif isinstance(block, Together):
            found.extend(pictures_of(block.blocks))
    return tuple(found)
