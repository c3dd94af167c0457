"""What a marked place promises before a character is read: how legible it is, and what speaks against it.

Nothing here names a character, so an inspection may be shown before an own reading is sealed.
"""

from dataclasses import dataclass
from typing import Literal, get_args

Grade = Literal["recoverable", "partly", "not"]
"""Whether a plate can be expected to be read whole, in most of its characters, or not."""
GRADES: tuple[Grade, ...] = get_args(Grade)
GRADE_WORDS: dict[Grade, str] = {
    "recoverable": "recoverable",
    "partly": "partly recoverable",
    "not": "hardly recoverable",
}
CautionKind = Literal[
    "nothing",
    "beside",
    "mirrored",
    "upside-down",
    "shape",
    "few-pixels",
    "low",
    "no-contrast",
    "bright",
    "dark",
    "flat-blocks",
]
CAUTION_KINDS: tuple[CautionKind, ...] = get_args(CautionKind)

MISPLACED: frozenset[CautionKind] = frozenset({"nothing", "beside", "mirrored", "upside-down"})
"""Cautions that put the marking itself in doubt: how legible it is means nothing then."""

WHOLE, MOST = 0.90, 0.50
"""Least legibility at which a plate counts as recoverable, and as partly so; measured, see docs/METHODS.md."""


@dataclass(frozen=True)
class Caution:
    """One thing that makes every reading of a marked place doubtful.

    Attributes:
        kind: Which of :data:`CAUTION_KINDS`.
        sentence: One sentence for the examiner.
    """

    kind: CautionKind
    sentence: str


@dataclass(frozen=True)
class Inspection:
    """What the picture says of a marked place without its characters.

    Attributes:
        legibility: The share of the characters that the default reader can be expected to read right, 0 to 1.
        cautions: What speaks against the place, the gravest first.
    """

    legibility: float
    cautions: tuple[Caution, ...] = ()

    @property
    def in_doubt(self) -> bool:
        """Whether the marking itself is in doubt, so that its legibility means nothing."""
        return any(caution.kind in MISPLACED for caution in self.cautions)

    @property
    def grade(self) -> Grade:
        """The class that the legibility falls into."""
        return grade_of(self.legibility)


def legibility_words(inspection: Inspection) -> str:
    """The legibility in words."""
    if inspection.in_doubt:
        return "not told, since the marking is in doubt"
    return f"{GRADE_WORDS[inspection.grade]}, about {100 * inspection.legibility:.0f} % of the characters"


def grade_of(legibility: float) -> Grade:
    """Recoverable, partly or not, of a legibility from 0 to 1."""
    return "recoverable" if legibility >= WHOLE else "partly" if legibility >= MOST else "not"
