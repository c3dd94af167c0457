"""What a report is made of: facts, figures, lines of a list, files inside it; all texts ready to print."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """One line of a table of facts; ``code`` sets the value in a typewriter face."""

    name: str
    value: str
    code: bool = False


@dataclass(frozen=True)
class FactGroup:
    """Facts under one heading."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Picture:
    """A figure: its PNG, its width on the page, what it shows, and the same for who cannot see it."""

    name: str
    png: bytes
    width_mm: float
    caption: str
    alt: str


@dataclass(frozen=True)
class RankedPlate:
    """One line of a list of plates."""

    rank: str
    text: str
    probability: str
    cumulative: str


@dataclass(frozen=True)
class Attachment:
    """A file inside the report."""

    name: str
    media_type: str
    description: str
    data: bytes
