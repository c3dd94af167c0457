"""Tracks over frames in memory: a source of the tests' own behind the protocol of all sources."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from memory_clip import INFO, Pictures, ref
from track_scenes import SIZE, corner_errors, drive

from forensic_lpr.core.evidence import Digests, EvidenceItem
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.ranking import rank_plates
from forensic_lpr.core.track import Mark, Track, TrackRequest
from forensic_lpr.errors import Cancelled, FrameNotFound, QuadInvalid
from forensic_lpr.operations.read import look, slot_sets
from forensic_lpr.operations.track import capture_track, correct, fuse_frames, read_track, track
from forensic_lpr.recognition.checkpoint import Checkpoint, ModelCard
from forensic_lpr.recognition.networks import INPUT_SIZES, NETWORKS
from forensic_lpr.recognition.preprocess import NORMALISATION
from forensic_lpr.recognition.recognizer import Recognizer

ITEM = EvidenceItem(Path("/clip"), Digests("ab" * 32, "", 1), INFO, "")


def ask(
    source: Pictures, marks: dict[int, Quad], first: int | None = None, last: int | None = None
) -> TrackRequest:
    return capture_track(ITEM, source.table(), [Mark(ref(k), q) for k, q in marks.items()], first, last)


def worst(found: Track, truth: list[Quad]) -> float:
    return max(float(corner_errors(t.quad, truth[t.frame.index]).max()) for t in found.quads)


@pytest.fixture(scope="module")
def clip() -> tuple[Pictures, list[Quad]]:
    pictures, truth = drive(12, 60, 50)
    return Pictures(pictures), truth


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    torch.manual_seed(0)
    name = "slot-attention"
    card = ModelCard(
        "t", name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", None, 7, INPUT_SIZES[name], NORMALISATION, "", 0, "", ""
    )  # fmt: skip
    return Recognizer(Checkpoint(card, NETWORKS[name](7, 36).eval(), "0" * 64))


def test_the_plate_is_followed_both_ways_from_the_mark(clip: tuple[Pictures, list[Quad]]) -> None:
    source, truth = clip
    told: list[tuple[int, int | None]] = []
    found = track(ask(source, {5: truth[5]}), source, lambda done, total, text="": told.append((done, total)))
    assert [t.frame.index for t in found.quads] == list(range(12)) and found.hidden == ()
    assert [t.frame.index for t in found.quads if t.by_hand] == [5]
    assert found.at(ref(5)).quad == truth[5]
    assert worst(found, truth) < 1.0
    assert (found.start.reason, found.end.reason) == ("The clip begins here.", "The clip ends here.")
    assert told == [(k, 11) for k in range(11)]


def test_only_the_frames_asked_for_are_looked_at(clip: tuple[Pictures, list[Quad]]) -> None:
    source, truth = clip
    source.asked.clear()
    found = track(ask(source, {5: truth[5]}, 4, 7), source)
    assert [t.frame.index for t in found.quads] == [4, 5, 6, 7]
    assert set(source.asked) == {4, 5, 6, 7}
    assert found.start.reason == "It was asked to begin here." and "asked to end" in found.end.reason
    alone = track(ask(source, {5: truth[5]}, 5, 5), source)
    assert [t.frame.index for t in alone.quads] == [5]


def test_the_track_bends_to_a_correction(clip: tuple[Pictures, list[Quad]]) -> None:
    """A mark that is off by two pixels, corrected in frame 8: there it is right, between it goes over."""
    source, truth = clip
    request = ask(source, {2: truth[2].shifted(2.0, 0.0)})
    wrong = track(request, source)
    bent = track(correct(request, ref(8), truth[8], ITEM), source)
    off = [float(np.mean(t.quad.array()[:, 0] - truth[t.frame.index].array()[:, 0])) for t in bent.quads]
    before = [float(np.mean(t.quad.array()[:, 0] - truth[t.frame.index].array()[:, 0])) for t in wrong.quads]
    assert min(before) > 1.2
    assert off[2] == pytest.approx(2.0) and off[8] == pytest.approx(0.0)
    assert all(a >= b - 0.25 for a, b in pairwise(off[2:9]))
    assert off[5] == pytest.approx(1.0, abs=0.4)
    assert max(abs(v) for v in off[9:]) < 0.5 and min(off[:2]) > 1.2
    assert [t.frame.index for t in bent.quads if t.by_hand] == [2, 8]
    moved_again = track(correct(bent.request, ref(2), truth[2], ITEM), source)
    assert worst(moved_again, truth) < 1.0


def test_hidden_frames_are_told_and_a_lost_end_has_its_reason() -> None:
    pictures, truth = drive(30, 60, 52)
    blank = np.full_like(pictures[0], 90) + (np.arange(SIZE[0]) % 23).astype(np.uint8)
    for k in [*range(5, 8), *range(11, 30)]:
        pictures[k] = blank
    source = Pictures(pictures)
    found = track(ask(source, {2: truth[2]}), source)
    assert [r.index for r in found.hidden] == [5, 6, 7]
    assert found.end.frame == ref(10) and "lost" in found.end.reason
    short = track(ask(source, {2: truth[2]}, 0, 13), source)
    assert short.end.frame == ref(10) and "hidden" in short.end.reason


def test_between_two_marks_the_way_that_sees_the_plate_counts() -> None:
    """The way from the first mark is blocked for longer than anyone waits; the second mark looks back."""
    pictures, truth = drive(28, 60, 52)
    for k in range(4, 22):
        pictures[k] = np.full_like(pictures[k], 90) + (np.arange(SIZE[0]) % 23).astype(np.uint8)
    source = Pictures(pictures)
    found = track(ask(source, {1: truth[1], 25: truth[25]}), source)
    assert [t.frame.index for t in found.quads] == [0, 1, 2, 3, *range(22, 28)]
    assert [r.index for r in found.hidden] == list(range(4, 22))
    assert worst(found, truth) < 1.5


def test_what_cannot_be_asked_is_refused(clip: tuple[Pictures, list[Quad]]) -> None:
    source, truth = clip
    with pytest.raises(FrameNotFound, match="outside the frames 6 to 9"):
        ask(source, {5: truth[5]}, 6, 9)
    with pytest.raises(FrameNotFound, match="0 to 11"):
        ask(source, {5: truth[5]}, 0, 12)
    with pytest.raises(QuadInvalid, match="outside the picture"):
        ask(source, {5: truth[5].shifted(300, 0)})
    with pytest.raises(FrameNotFound, match="none of the frames"):
        correct(ask(source, {5: truth[5]}, 4, 6), ref(8), truth[8], ITEM)


def test_it_can_be_cancelled(clip: tuple[Pictures, list[Quad]]) -> None:
    source, truth = clip

    def stop(done: int, total: int | None, text: str = "") -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        track(ask(source, {5: truth[5]}), source, stop)


def test_each_frame_is_read_as_it_is_read_alone_and_all_are_fused(
    clip: tuple[Pictures, list[Quad]], recognizer: Recognizer
) -> None:
    source, truth = clip
    found = track(ask(source, {5: truth[5]}, 3, 7), source)
    reading = read_track(found, source, recognizer, load_formats(), "br-grey")
    for frame in reading.frames:
        _, alone = look(source.frame(frame.tracked.frame).image, frame.tracked.quad, recognizer)
        assert np.array_equal(alone.log_probabilities, frame.slots.log_probabilities)
        assert frame.plate is not None and frame.plate.text[:3].isalpha() and frame.plate.text[3:].isdigit()
    fused = reading.fused
    assert sum(fused.shares) == pytest.approx(1) and fused.used == (True,) * 5
    assert (
        fused.format_name == "br-grey" and len(fused.plates) == 20 and len(fused.plates_without_syntax) == 20
    )
    again = read_track(found, source, recognizer, load_formats(), "br-grey")
    assert np.array_equal(again.fused.slots.log_probabilities, fused.slots.log_probabilities)


def test_a_frame_switched_off_counts_no_more(
    clip: tuple[Pictures, list[Quad]], recognizer: Recognizer
) -> None:
    source, truth = clip
    formats = load_formats()
    found = track(ask(source, {5: truth[5]}, 4, 6), source)
    reading = read_track(found, source, recognizer, formats)
    without = fuse_frames(reading.frames, formats, (True, False, True))
    fresh = fuse_frames([reading.frames[0], reading.frames[2]], formats)
    assert np.array_equal(without.slots.log_probabilities, fresh.slots.log_probabilities)
    assert without.shares[1] == 0 and without.left_out[1] is None and sum(without.shares) == pytest.approx(1)
    left = reading.fused.left_out[1]
    assert left is not None and left.plate is not None and left.plate.text == without.plates[0].text
    assert left.plate.probability == pytest.approx(without.plates[0].probability)
    listed = rank_plates(
        without.slots.log_probabilities, recognizer.alphabet, [slot_sets(f) for f in formats], 5000
    )
    same = [c.probability for c in listed if c.text == reading.fused.plates[0].text]
    assert left.probability == pytest.approx(same[0])
    one = fuse_frames(reading.frames, formats, (False, True, False))
    assert one.left_out == (None, None, None) and one.stable
    with pytest.raises(ValueError, match="no frame"):
        fuse_frames(reading.frames, formats, (False, False, False))
