"""A track as the window shows it: frozen values and what is said of them, free of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.trackreading import AverageReading, FrameReading, FusedReading, TrackReading
from forensic_lpr.recognition.fusion import certainty_of

Shown = Literal["frame", "fused", "average"]
"""Which reading the reading panel shows."""


@dataclass(frozen=True)
class FollowedPlate:
    """The track of an exhibit.

    Attributes:
        exhibit: Number of the exhibit.
        reading: The track and its readings; ``reading.fused`` is of the frames that were in use when it was computed.
        used: For each frame whether the examiner wants it in use.
        legibility: For each frame how legible the plate is to the network, 0 to 1.
        weights: Name or path of the weights that were asked for.
        stack: Registered plate images of the frames, kept so that an average can be made anew.
        average: The reading of the averaged pixels.
    """

    exhibit: int
    reading: TrackReading
    used: tuple[bool, ...]
    legibility: tuple[float, ...]
    weights: str
    stack: tuple[NDArray[np.uint8], ...]
    average: AverageReading

    @property
    def current(self) -> bool:
        """Whether the fused reading is of the frames in use."""
        return self.used == self.reading.fused.used

    @property
    def best(self) -> FrameRef:
        """The frame that weighs most, in use or not."""
        return max(self.reading.frames, key=lambda frame: frame.weight).tracked.frame


@dataclass(frozen=True)
class StripRow:
    """One frame of the track as the strip shows it.

    Attributes:
        index: Number of the frame.
        plate_image: The plate as the network saw it.
        legibility: Mean over the slots of the highest probability, 0 to 1.
        share: Part of the whole weight, 0 to 1.
        of_largest: That share as a part of the largest one.
        used: Whether it is in use.
        by_hand: Whether its corners were set by hand.
        plate: Its own likeliest plate.
        without: The plate that is read without it, where that is another; else empty.
    """

    index: int
    plate_image: NDArray[np.uint8]
    legibility: float
    share: float
    of_largest: float
    used: bool
    by_hand: bool
    plate: Candidate | None
    without: str


def rows_of(followed: FollowedPlate) -> tuple[StripRow, ...]:
    """What the strip shows, one row per frame."""
    fused = followed.reading.fused
    changing = dict(changes(fused))
    largest = max(fused.shares)
    return tuple(
        StripRow(
            frame.tracked.frame.index,
            frame.plate_image,
            followed.legibility[place],
            fused.shares[place],
            fused.shares[place] / largest,
            followed.used[place],
            frame.tracked.by_hand,
            frame.plate,
            changing.get(place, ""),
        )
        for place, frame in enumerate(followed.reading.frames)
    )


def legibility(frames: Sequence[FrameReading]) -> tuple[float, ...]:
    """How legible the plate is to the network, 0 to 1: the certainty that a frame's weight is made from."""
    return tuple(certainty_of(frame.slots) for frame in frames)


def changes(fused: FusedReading) -> tuple[tuple[int, str], ...]:
    """Frames without which another plate is the likeliest: place in the track and that plate."""
    best = fused.plates[0].text if fused.plates else ""
    found = []
    for place, left in enumerate(fused.left_out):
        text = left.plate.text if left is not None and left.plate is not None else ""
        if left is not None and text != best:
            found.append((place, text))
    return tuple(found)


def switched(used: Sequence[bool], place: int, on: bool) -> tuple[bool, ...] | None:
    """The frames in use with one switched on or off; ``None`` when no frame would be left in use."""
    changed = tuple(on if k == place else old for k, old in enumerate(used))
    return changed if any(changed) else None


def carried_over(old: FollowedPlate, new: TrackReading) -> tuple[bool, ...]:
    """Which frames of a track computed anew are in use: all but those that were switched off before."""
    off = {f.tracked.frame for f, on in zip(old.reading.frames, old.used, strict=True) if not on}
    used = tuple(frame.tracked.frame not in off for frame in new.frames)
    return used if any(used) else (True,) * len(used)


def ranges(numbers: Sequence[int]) -> str:
    """Numbers in few characters: ``3, 7–9, 12``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
