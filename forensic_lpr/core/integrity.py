"""What is wrong with a clip, and where: remarks of the full decode pass with the frames they concern."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

RemarkKind = Literal[
    "packets", "frames", "decoder", "reading", "unrepeatable", "gap", "backward", "end", "stamps", "size"
]
"""
packets: corrupt, empty or undecodable packets. frames: frames that the decoder marks as corrupt.
decoder: what the decoder said. reading: the file's bytes could not be read.
unrepeatable: frames that decode differently from pass to pass. gap: frames are missing. backward: time goes back.
end: the clip is shorter than its container says. stamps: time stamps are missing or repeated.
size: the size of the pictures changes.
"""

KINDS: tuple[RemarkKind, ...] = get_args(RemarkKind)
PIXELS: frozenset[RemarkKind] = frozenset({"packets", "frames", "decoder", "reading", "unrepeatable"})
"""Kinds that put the pixels of frames in doubt; the others concern times and completeness."""


@dataclass(frozen=True)
class Stretch:
    """A run of frames by number, first and last included.

    Of a gap these are the frames before and after it.
    """

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 0 <= self.first <= self.last:
            raise ValueError("a stretch runs from a frame to the same or a later one")

    def meets(self, first: int, last: int) -> bool:
        """Whether it has a frame in common with a run of frames."""
        return self.first <= last and first <= self.last


@dataclass(frozen=True)
class Remark:
    """One thing that the full decode pass found.

    Attributes:
        kind: What kind of thing.
        sentence: The sentence for screen and record.
        stretches: Where, in order and apart from each other; empty where it concerns the clip as a whole.
    """

    kind: RemarkKind
    sentence: str
    stretches: tuple[Stretch, ...] = ()

    @property
    def text(self) -> str:
        """The sentence with the places in brackets behind it."""
        place = place_text(self.stretches)
        return f"{self.sentence} ({place})" if place else self.sentence

    @property
    def doubtful_pixels(self) -> bool:
        """Whether pixels of frames are in doubt."""
        return self.kind in PIXELS


def stretches_of(frames: Iterable[int]) -> tuple[Stretch, ...]:
    """The stretches that some frames make, neighbours joined."""
    found: list[Stretch] = []
    for number in sorted(set(frames)):
        if found and number == found[-1].last + 1:
            found[-1] = Stretch(found[-1].first, number)
        else:
            found.append(Stretch(number, number))
    return tuple(found)


def place_text(stretches: tuple[Stretch, ...], most: int = 6) -> str:
    """The places in words, ``frames 3, 7 to 9 and 2 more stretches``; empty for the clip as a whole."""
    if not stretches:
        return ""
    named = [str(s.first) if s.first == s.last else f"{s.first} to {s.last}" for s in stretches[:most]]
    one = len(stretches) == 1 and stretches[0].first == stretches[0].last
    text = ("frame " if one else "frames ") + ", ".join(named)
    rest = len(stretches) - most
    return text + (f" and {rest} more stretches" if rest > 1 else " and 1 more stretch" if rest == 1 else "")
