from fractions import Fraction

import pytest

from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.track import Mark, Track, TrackedQuad, TrackEnd, TrackRequest

FRAMES = tuple(FrameRef(k, 40 * k, Fraction(1, 1000)) for k in range(6))
QUAD = Quad.from_box(10, 10, 40, 12)


def test_marks_stand_in_order_among_the_frames() -> None:
    with pytest.raises(ValueError, match="order"):
        TrackRequest("", (Mark(FRAMES[3], QUAD), Mark(FRAMES[1], QUAD)), FRAMES)
    with pytest.raises(ValueError, match="order"):
        TrackRequest("", (Mark(FRAMES[1], QUAD), Mark(FRAMES[1], QUAD)), FRAMES)
    with pytest.raises(ValueError, match="order"):
        TrackRequest("", (), FRAMES)
    with pytest.raises(ValueError, match="outside"):
        TrackRequest("", (Mark(FRAMES[5], QUAD),), FRAMES[:5])


def test_a_correction_is_added_in_order_or_replaces() -> None:
    asked = TrackRequest("", (Mark(FRAMES[3], QUAD),), FRAMES)
    earlier = asked.corrected(Mark(FRAMES[1], QUAD.shifted(1, 1)))
    assert [mark.frame.index for mark in earlier.marks] == [1, 3]
    again = earlier.corrected(Mark(FRAMES[1], QUAD.shifted(2, 2)))
    assert again.marks[0].quad == QUAD.shifted(2, 2) and len(again.marks) == 2
    assert asked.marks == (Mark(FRAMES[3], QUAD),)


def test_a_track_knows_where_the_plate_was_found() -> None:
    asked = TrackRequest("", (Mark(FRAMES[3], QUAD),), FRAMES)
    tracked = TrackedQuad(FRAMES[3], QUAD, 1.0, True)
    track = Track(asked, (tracked,), (), TrackEnd(FRAMES[3], "a"), TrackEnd(FRAMES[3], "b"))
    assert track.at(FRAMES[3]) == tracked and track.at(FRAMES[2]) is None
