"""Frames of a track as pictures to be labelled."""

from collections.abc import Collection

import numpy as np
import pytest
from memory_clip import Pictures, ref

from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.track import Mark, Track, TrackedQuad, TrackEnd, TrackRequest
from forensic_lpr.errors import SetInvalid
from forensic_lpr.operations.labelframes import cut_frames
from forensic_lpr.training.labelreading import SURROUNDINGS

WIDTHS = (40.0, 90.0, 50.0, 80.0, 60.0, 70.0, 100.0)


def quad(width: float) -> Quad:
    return Quad.from_points(
        [(100, 60), (100 + width, 60), (100 + width, 60 + width / 3), (100, 60 + width / 3)]
    )


def clip(doubtful: Collection[int] = ()) -> Pictures:
    """Frames whose pixels are their numbers."""
    return Pictures([np.full((160, 240), k, np.uint8) for k in range(len(WIDTHS))], doubtful)


def track() -> Track:
    frames = tuple(ref(k) for k in range(len(WIDTHS)))
    request = TrackRequest("ab" * 32, (Mark(ref(1), quad(WIDTHS[1])),), frames)
    quads = tuple(TrackedQuad(ref(k), quad(width), 1.0, k == 1) for k, width in enumerate(WIDTHS))
    return Track(request, quads, (), TrackEnd(ref(0), ""), TrackEnd(ref(6), ""))


def test_frames_are_spread_over_the_widths_and_decoded_in_order() -> None:
    source, told = clip(), list[tuple[int, int | None]]()
    cut = cut_frames(track(), source, 4, lambda done, total, text="": told.append((done, total)))
    assert [one.quad.width for one in cut] == pytest.approx([100, 80, 60, 40])
    assert source.asked == sorted(source.asked) and len(source.asked) == 4
    assert told == [(k, 4) for k in range(5)]
    assert len(cut_frames(track(), source)) == len(WIDTHS)
    assert [one.frame.index for one in cut_frames(track(), source, 1)] == [6]


def test_the_plate_lies_in_its_picture_as_it_lay_in_the_frame() -> None:
    for one in cut_frames(track(), clip()):
        width = WIDTHS[one.frame.index]
        assert (one.image == one.frame.index).all()
        room = int(SURROUNDINGS * width)
        assert one.quad.points()[0] == pytest.approx((room, room), abs=1)
        assert one.image.shape[1] == pytest.approx(width + 2 * room, abs=3)


def test_frames_in_doubt_are_left_out() -> None:
    cut = cut_frames(track(), clip({1, 6}))
    assert {one.frame.index for one in cut} == {0, 2, 3, 4, 5}
    with pytest.raises(SetInvalid, match="in doubt; none was taken"):
        cut_frames(track(), clip(range(7)))
