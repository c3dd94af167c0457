"""Characters a slot can hold, in the order of the network's output classes."""

from collections.abc import Sequence
from dataclasses import dataclass

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"


@dataclass(frozen=True)
class Alphabet:
    """Class index <-> character.

    Attributes:
        characters: Distinct characters; the index of each is its class.
        pad: Character that stands for "no character here" in formats with fewer slots, or ``None``.
            It takes the last class.
    """

    characters: str
    pad: str | None = None

    def __post_init__(self) -> None:
        symbols = self.characters + (self.pad or "")
        if len(set(symbols)) != len(symbols):
            raise ValueError(f"alphabet repeats a character: {symbols!r}")

    @property
    def symbols(self) -> str:
        """All classes in order, the pad last."""
        return self.characters + (self.pad or "")

    def __len__(self) -> int:
        return len(self.symbols)

    def encode(self, text: str, slots: int) -> tuple[int, ...]:
        """Classes of ``text``, padded to ``slots``.

        Raises:
            ValueError: a character is not in the alphabet, or the length does not fit.
        """
        if self.pad is not None:
            text = text.ljust(slots, self.pad)
        if len(text) != slots:
            raise ValueError(f"{text!r} does not have {slots} characters")
        classes = tuple(self.symbols.find(character) for character in text)
        if -1 in classes:
            raise ValueError(f"{text!r} has a character outside the alphabet")
        return classes

    def decode(self, classes: Sequence[int]) -> str:
        """Text of ``classes`` with the pad removed; the inverse of :meth:`encode`."""
        text = "".join(self.symbols[c] for c in classes)
        return text.replace(self.pad, "") if self.pad is not None else text


LATIN36 = Alphabet(LETTERS + DIGITS)
