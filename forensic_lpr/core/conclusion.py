"""The reconciled conclusion: what the examiner holds of each slot after both readings were seen."""

from dataclasses import dataclass
from typing import Literal, get_args

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.blind import UNKNOWN, BlindReading
from forensic_lpr.errors import ActRefused

State = Literal["certain", "probable", "undetermined"]
MARKS: dict[State, str] = {"certain": "●", "probable": "◐", "undetermined": "○"}


@dataclass(frozen=True)
class SlotConclusion:
    """One slot.

    Attributes:
        state: How sure the examiner is.
        characters: One character for ``certain``; for ``probable`` one or more, the likeliest first; for
            ``undetermined`` those that remain possible, empty for any.
        reason: Why, in words; needed where it departs from the blind or the machine's reading.
    """

    state: State
    characters: str
    reason: str = ""

    def __post_init__(self) -> None:
        if self.state not in get_args(State):
            raise ActRefused(f"{self.state!r:.40} is none of certain, probable and undetermined.")
        if any(c not in LATIN36.characters for c in self.characters):
            raise ActRefused(f"{self.characters!r:.40} has a character that no plate has.")
        if len(set(self.characters)) != len(self.characters):
            raise ActRefused(f"{self.characters!r:.40} names a character twice.")
        if self.state == "certain" and len(self.characters) != 1:
            raise ActRefused("A slot that is certain holds exactly one character.")
        if self.state == "probable" and not self.characters:
            raise ActRefused("A slot that is probable names the character that it probably holds.")

    @property
    def text(self) -> str:
        """The slot in one line of text: ``A``, ``(A)``, ``(AB)``, ``[AB]`` or ``?``."""
        if self.state == "certain":
            return self.characters
        if self.state == "probable":
            return f"({self.characters})"
        return f"[{self.characters}]" if self.characters else UNKNOWN


@dataclass(frozen=True)
class Conclusion:
    """All slots of a plate.

    Attributes:
        slots: In order; empty when nothing can be determined, not even how many there are.
        remark: What the examiner adds in words.
    """

    slots: tuple[SlotConclusion, ...]
    remark: str = ""

    @property
    def abstained(self) -> bool:
        """Whether nothing at all was determined."""
        return all(slot.state == "undetermined" and not slot.characters for slot in self.slots)

    @property
    def text(self) -> str:
        """The conclusion in one line: certain characters plain, probable ones in (), undetermined in [] or ?."""
        return "".join(slot.text for slot in self.slots) or UNKNOWN


def parse_conclusion(text: str, reasons: dict[int, str] | None = None, remark: str = "") -> Conclusion:
    """The conclusion of a line such as ``AB(C)1[8B]?4``, the inverse of :attr:`Conclusion.text`.

    Args:
        text: The line.
        reasons: Reason by number of the slot, from 1.
        remark: What is added in words.

    Raises:
        ActRefused: the line is not well formed, or a reason is of a slot that is not there.
    """
    told = dict(reasons or {})
    slots: list[SlotConclusion] = []
    rest = "".join(text.upper().split())
    closing: dict[str, tuple[str, State]] = {"(": (")", "probable"), "[": ("]", "undetermined")}
    while rest:
        reason = told.pop(len(slots) + 1, "")
        if rest[0] in closing:
            end, state = closing[rest[0]]
            inside, closed, rest = rest[1:].partition(end)
            if not closed:
                raise ActRefused(f"A bracket in {text!r:.60} is not closed.")
            slots.append(SlotConclusion(state, inside, reason))
            continue
        first, rest = rest[0], rest[1:]
        plain = SlotConclusion("undetermined", "", reason) if first == UNKNOWN else None
        slots.append(plain or SlotConclusion("certain", first, reason))
    if told:
        raise ActRefused(f"There is no slot {min(told)} to give a reason for.")
    return Conclusion(tuple(slots), remark)


def departs(
    slot: SlotConclusion,
    number: int,
    blind: BlindReading | None,
    machine: tuple[str, ...],
    second: tuple[BlindReading, ...] = (),
) -> bool:
    """Whether a slot's conclusion must be explained, since the readings do not lead to it.

    That is where it names another character than a blind or the machine's reading puts first, and where it leaves
    open what both the examiner's own and the machine's name alike.

    Args:
        slot: The conclusion.
        number: The slot, counted from 0.
        blind: The examiner's own reading, ``None`` when there is none.
        machine: Per slot the machine's likeliest character; empty when it did not read.
        second: Blind readings of further examiners.
    """
    own = blind.slots[number] if blind is not None and number < len(blind.slots) else UNKNOWN
    read = machine[number] if number < len(machine) else UNKNOWN
    if slot.state == "undetermined":
        return own == read != UNKNOWN
    named = slot.characters[0]
    others = [reading.slots[number] for reading in second if number < len(reading.slots)]
    return any(other[0] not in (UNKNOWN, named) for other in (own, read, *others))
