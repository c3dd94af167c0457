"""What the window says of a track, and how long work still takes."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from forensic_lpr.core.alphabet import Alphabet
from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.reading import SlotProbabilities, WeightsIdentity
from forensic_lpr.core.track import Mark, Track, TrackedQuad, TrackEnd, TrackRequest
from forensic_lpr.core.trackreading import AverageReading, FrameReading, FusedReading, LeftOut, TrackReading
from forensic_lpr.gui.pace import Pace
from forensic_lpr.gui.track_state import (
    FollowedPlate,
    carried_over,
    changes,
    legibility,
    ranges,
    rows_of,
    switched,
)
from forensic_lpr.gui.track_text import average_remark, fused_remark

QUAD = Quad.from_box(10, 10, 40, 14)
SLOTS = SlotProbabilities(np.log(np.array([[0.7, 0.2, 0.1], [0.5, 0.3, 0.2]])), Alphabet("ABC"))
A, B = Candidate("AA", 0.6, 0.6), Candidate("AB", 0.3, 0.9)


def ref(index: int) -> FrameRef:
    return FrameRef(index, index, Fraction(1, 25))


def followed(left: list[LeftOut | None], used: tuple[bool, ...] | None = None) -> FollowedPlate:
    """Frames 3, 4, 5 ... of a clip, the first of them marked by hand; the last weighs most."""
    count = len(left)
    use = used or (True,) * count
    quads = tuple(TrackedQuad(ref(k + 3), QUAD, 1.0, k == 0) for k in range(count))
    request = TrackRequest("", (Mark(ref(3), QUAD),), tuple(ref(k) for k in range(20)))
    end = TrackEnd(ref(3), "")
    image = np.zeros((4, 12), np.uint8)
    frames = tuple(FrameReading(q, "", image, SLOTS, A, 1.0, 0.1 * k) for k, q in enumerate(quads))
    parts = tuple(on / sum(use) for on in use)
    fused = FusedReading(use, parts, 2.0, SLOTS, (A, B), (A, B), "", tuple(left))
    reading = TrackReading(
        Track(request, quads, (), end, end), "auto", frames, fused, WeightsIdentity("", "", "", ()), ""
    )
    average = AverageReading(use, image, 40.0, SLOTS, (A,), (A,), "")
    return FollowedPlate(1, reading, use, legibility(frames), "default", (image,) * count, average)


SAME, OTHER = LeftOut(A, 0.6), LeftOut(B, 0.4)


def test_frames_without_which_the_plate_changes_are_named() -> None:
    track = followed([SAME, OTHER, LeftOut(None, 0.0), None])
    assert changes(track.reading.fused) == ((1, "AB"), (2, ""))
    assert [row.without for row in rows_of(track)] == ["", "AB", "", ""]
    words, drawing = fused_remark(followed([SAME, OTHER, SAME]), str)
    assert "Not stable" in words[0] and "frame 4 is left out" in words[0] and drawing == "warning"
    words, _ = fused_remark(followed([OTHER, OTHER, SAME]), str)
    assert "one of frames 3–4 is left out" in words[0]
    words, drawing = fused_remark(followed([SAME, SAME]), str)
    assert "Fused from 2 frames. Stable" in words[0] and drawing == "success"
    alone, _ = fused_remark(followed([None, None], (True, False)), str)
    assert "Only one frame" in alone[0]
    assert "average of 2 frames" in average_remark(followed([SAME, SAME]), str)


def test_a_row_tells_number_share_legibility_and_hand() -> None:
    row = rows_of(followed([SAME, None, SAME], (True, False, True)))[0]
    assert (row.index, row.by_hand, row.used) == (3, True, True)
    assert (row.share, row.of_largest) == (0.5, 1.0)
    assert row.legibility == pytest.approx(0.6)


def test_the_best_frame_weighs_most() -> None:
    assert followed([SAME] * 3).best == ref(5)


def test_the_last_frame_in_use_cannot_be_switched_off() -> None:
    assert switched((True, True), 0, False) == (False, True)
    assert switched((False, True), 1, False) is None
    assert switched((False, True), 0, True) == (True, True)


def test_frames_switched_off_stay_so_in_a_track_computed_anew() -> None:
    old = replace(followed([SAME] * 3), used=(True, False, True))
    assert carried_over(old, followed([SAME] * 4).reading) == (True, False, True, True)
    none_left = replace(followed([SAME] * 2), used=(False, False))
    assert carried_over(none_left, followed([SAME] * 2).reading) == (True, True)


@pytest.mark.parametrize(
    ("numbers", "text"), [([], ""), ([4], "4"), ([9, 3, 7, 8], "3, 7–9"), ([1, 2], "1–2")]
)
def test_numbers_in_few_characters(numbers: list[int], text: str) -> None:
    assert ranges(numbers) == text


def test_the_time_left_follows_the_pace_of_the_stretch() -> None:
    now = [100.0]
    pace = Pace(lambda: now[0])
    assert pace.left(0, 10, "following") is None
    now[0] = 104.0
    assert pace.left(4, 10, "following") == pytest.approx(6.0)
    assert pace.left(0, None, "reading") is None
    now[0] = 105.0
    assert pace.left(1, 3, "reading") == pytest.approx(2.0)
    assert pace.left(1, None, "reading") is None
    assert pace.left(0, 8, "reading") is None  # begun anew
