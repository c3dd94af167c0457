"""The blind reading: what the examiner sees in the plate before the machine's reading is shown.

It can be typed in one line: ``AB?1[C6]34``. A character stands for itself, ``?`` for "cannot be told", and brackets
hold the alternatives of one slot, the likeliest first.
"""

from dataclasses import dataclass

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import plain_text
from forensic_lpr.errors import ActRefused

UNKNOWN = "?"
MOST_SLOTS = 12


@dataclass(frozen=True)
class BlindReading:
    """The examiner's own reading.

    Attributes:
        slots: Per slot the characters that come into question, the likeliest first, or ``?``;
            empty when the plate cannot be read at all.
        note: What the examiner adds in words.
    """

    slots: tuple[str, ...]
    note: str = ""

    def __post_init__(self) -> None:
        if len(self.slots) > MOST_SLOTS:
            raise ActRefused(f"A plate has at most {MOST_SLOTS} slots, not {len(self.slots)}.")
        for number, characters in enumerate(self.slots, start=1):
            _check_slot(number, characters)

    @property
    def cannot_read(self) -> bool:
        """Whether the examiner could not read the plate at all."""
        return not any(characters != UNKNOWN for characters in self.slots)

    @property
    def text(self) -> str:
        """The reading in one line, or ``cannot read``."""
        if self.cannot_read:
            return "cannot read"
        return "".join(c if len(c) == 1 else f"[{c}]" for c in self.slots)


CANNOT_READ = BlindReading(())


def _check_slot(number: int, characters: str) -> None:
    if not characters:
        raise ActRefused(f'Slot {number} of the reading is empty; write "?" for what cannot be told.')
    if characters == UNKNOWN:
        return
    foreign = [c for c in characters if c not in LATIN36.characters]
    if foreign:
        raise ActRefused(
            f"{foreign[0]!r} in slot {number} is no character of a plate; use A to Z, 0 to 9 and ?."
        )
    if len(set(characters)) != len(characters):
        raise ActRefused(f"Slot {number} of the reading names a character twice.")


def parse_slots(text: str) -> tuple[str, ...]:
    """The slots of a line such as ``AB?1[C6]34``; spaces, dots and dashes between slots do not count.

    Raises:
        ActRefused: a bracket is not closed, or a slot is not well formed.
    """
    slots: list[str] = []
    rest = plain_text(text)
    while rest:
        if rest[0] == "[":
            inside, closed, rest = rest[1:].partition("]")
            if not closed:
                raise ActRefused(f"A bracket in {text!r:.60} is not closed.")
            slots.append(inside)
        else:
            slots.append(rest[0])
            rest = rest[1:]
    return BlindReading(tuple(slots)).slots
