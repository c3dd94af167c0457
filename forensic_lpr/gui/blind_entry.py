"""What the examiner types of the own reading, slot by slot: frozen values, free of Qt."""

from dataclasses import dataclass, replace

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.blind import UNKNOWN, BlindReading, parse_slots
from forensic_lpr.errors import ActRefused

ALTERNATIVE = "/"
"""Typed between two characters that both come into question: ``8/B``."""
_MOST_ALTERNATIVES = 4


@dataclass(frozen=True)
class BlindEntry:
    """Boxes, one per slot, and where the next character goes.

    Attributes:
        slots: What stands in each box: nothing yet, ``?``, or characters, the likeliest first.
        cursor: The box that takes the next character; their number when all are filled.
        adding: Whether the next character is an alternative in the box before the cursor.
    """

    slots: tuple[str, ...]
    cursor: int = 0
    adding: bool = False

    @staticmethod
    def empty(count: int) -> "BlindEntry":
        """Boxes with nothing in them."""
        return BlindEntry(("",) * count)

    def resized(self, count: int) -> "BlindEntry":
        """With another number of boxes; what was typed stays where it fits."""
        slots = (*self.slots, *("",) * count)[:count]
        return BlindEntry(slots, min(self.cursor, count))

    def typed(self, text: str) -> "BlindEntry":
        """With one more character; what is none is passed over."""
        character = text.upper()
        before = self.slots[self.cursor - 1] if self.cursor else ""
        if character == ALTERNATIVE:
            return replace(self, adding=before not in ("", UNKNOWN))
        if character != UNKNOWN and (len(character) != 1 or character not in LATIN36.characters):
            return self
        if self.adding:
            if character == UNKNOWN or character in before or len(before) >= _MOST_ALTERNATIVES:
                return self
            return replace(self._with(self.cursor - 1, before + character), adding=False)
        if self.cursor >= len(self.slots):
            return self
        return replace(self._with(self.cursor, character), cursor=self.cursor + 1)

    def erased(self) -> "BlindEntry":
        """With the last typed character gone."""
        if self.adding:
            return replace(self, adding=False)
        if not self.cursor:
            return self
        before = self.slots[self.cursor - 1]
        if len(before) > 1:
            return self._with(self.cursor - 1, before[:-1])
        return replace(self._with(self.cursor - 1, ""), cursor=self.cursor - 1)

    def moved(self, cursor: int) -> "BlindEntry":
        """With the next character going to another box."""
        return replace(self, cursor=min(max(cursor, 0), len(self.slots)), adding=False)

    def pasted(self, text: str) -> "BlindEntry":
        """With a whole line such as ``AB?1[C6]34`` in the boxes; one that is no reading changes nothing."""
        try:
            slots = parse_slots(text)[: len(self.slots)]
        except ActRefused:
            return self
        return BlindEntry((*slots, *("",) * (len(self.slots) - len(slots))), len(slots))

    def _with(self, slot: int, characters: str) -> "BlindEntry":
        return replace(self, slots=(*self.slots[:slot], characters, *self.slots[slot + 1 :]))

    @property
    def ready(self) -> bool:
        """Whether there is something to seal."""
        return any(self.slots)

    @property
    def reading(self) -> BlindReading:
        """The reading as it would be sealed; an empty box is one that cannot be told."""
        return BlindReading(tuple(slot or UNKNOWN for slot in self.slots))
