"""A track: the same plate over the frames of a clip."""

from dataclasses import dataclass, replace

from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.geometry import Quad


@dataclass(frozen=True)
class Mark:
    """Corners that the examiner set by hand in one frame."""

    frame: FrameRef
    quad: Quad


@dataclass(frozen=True)
class TrackRequest:
    """Everything that decides a track, frozen before it is computed.

    Attributes:
        evidence_sha256: Digest of the file.
        marks: What was set by hand, in order of frames; at least one, one per frame.
        frames: The frames to follow the plate over, in order; every mark is among them.
        whole_clip: Whether nothing lies before the first and after the last of these frames.
    """

    evidence_sha256: str
    marks: tuple[Mark, ...]
    frames: tuple[FrameRef, ...]
    whole_clip: tuple[bool, bool] = (False, False)

    def __post_init__(self) -> None:
        numbers = [mark.frame.index for mark in self.marks]
        if not numbers or numbers != sorted(set(numbers)):
            raise ValueError("a track needs marks in order, one per frame")
        if not {mark.frame for mark in self.marks} <= set(self.frames):
            raise ValueError("a mark lies outside the frames of the track")

    def corrected(self, mark: Mark) -> "TrackRequest":
        """The same request with a hand correction; one on the same frame is replaced.

        Raises:
            ValueError: the frame is not one of the track's.
        """
        others = [m for m in self.marks if m.frame != mark.frame]
        marks = sorted([*others, mark], key=lambda m: m.frame.index)
        return replace(self, marks=tuple(marks))


@dataclass(frozen=True)
class TrackedQuad:
    """The plate in one frame.

    Attributes:
        frame: Which frame.
        quad: Its corners.
        score: Likeness to the marked patch, -1 to 1; 1 where it was set by hand.
        by_hand: Whether the examiner set the corners.
    """

    frame: FrameRef
    quad: Quad
    score: float
    by_hand: bool


@dataclass(frozen=True)
class TrackEnd:
    """Where a track ends and why, in words."""

    frame: FrameRef
    reason: str


@dataclass(frozen=True)
class Track:
    """The plate over the frames in which it was found.

    Attributes:
        request: What was asked.
        quads: In order of frames; frames in which the plate was hidden are missing.
        hidden: Frames between the ends in which the plate was not found.
        start: The earlier end.
        end: The later end.
    """

    request: TrackRequest
    quads: tuple[TrackedQuad, ...]
    hidden: tuple[FrameRef, ...]
    start: TrackEnd
    end: TrackEnd

    def at(self, frame: FrameRef) -> TrackedQuad | None:
        """The plate in a frame, ``None`` where it was not found."""
        return next((tracked for tracked in self.quads if tracked.frame == frame), None)
