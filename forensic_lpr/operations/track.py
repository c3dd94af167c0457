"""Follow a plate over a clip and read all its frames as one. The same for window and command line.

Capture (:func:`capture_track`) -> compute (:func:`track`, :func:`read_track`, any thread) -> record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from forensic_lpr import __version__
from forensic_lpr.core.evidence import EvidenceItem, FrameRef, FrameTable
from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import Candidate, SlotSets, probability_of, rank_plates
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.core.track import Mark, Track, TrackedQuad, TrackEnd, TrackRequest
from forensic_lpr.core.trackreading import FrameReading, FusedReading, LeftOut, TrackReading
from forensic_lpr.errors import FrameNotFound
from forensic_lpr.imaging.patches import quad_of
from forensic_lpr.imaging.quality import detail
from forensic_lpr.imaging.rectify import to_grey
from forensic_lpr.imaging.registration import Follower
from forensic_lpr.media.source import FrameSource
from forensic_lpr.media.table import frame_at_index
from forensic_lpr.operations.read import PLATES, look, slot_sets
from forensic_lpr.recognition.fusion import fuse, fuse_without_each, shares, temperature_for, weight_of
from forensic_lpr.recognition.recognizer import Recognizer

_CLIP_ENDS = ("The clip begins here.", "The clip ends here.")
_ASKED = ("It was asked to begin here.", "It was asked to end here.")


def capture_track(
    item: EvidenceItem,
    table: FrameTable,
    marks: Sequence[Mark],
    first: int | None = None,
    last: int | None = None,
) -> TrackRequest:
    """Freeze what is asked.

    Args:
        item: The evidence.
        table: Its frame table.
        marks: The marked frame, and hand corrections.
        first: Number of the first frame to follow the plate to; the clip's first if left out.
        last: Number of the last one; the clip's last if left out.

    Raises:
        FrameNotFound: a frame is not in the clip, or a mark lies outside first to last.
        QuadInvalid: a marked quad reaches outside the picture.
    """
    count = len(table.rows)
    first, last = 0 if first is None else first, count - 1 if last is None else last
    frame_at_index(table, first)
    frame_at_index(table, last)
    ordered = tuple(sorted(marks, key=lambda mark: mark.frame.index))
    for mark in ordered:
        if not first <= mark.frame.index <= last:
            raise FrameNotFound(
                f"The marked frame {mark.frame.index} lies outside the frames {first} to {last} to be followed."
            )
        mark.quad.require_inside(item.media.width, item.media.height)
    frames = tuple(row.ref for row in table.rows[first : last + 1])
    return TrackRequest(item.digests.sha256, ordered, frames, (first == 0, last == count - 1))


def track(request: TrackRequest, source: FrameSource, progress: Progress = silent) -> Track:
    """Follow the plate; any thread.

    Between two marks the plate is followed from both, and the two ways are blended: at each mark its own way counts
    alone, in the middle both count half. So the track passes through every correction and bends to it.

    Args:
        request: What was asked.
        source: The clip, with its frame table attached.
        progress: Told frames done and all frames to be looked at.

    Raises:
        QuadInvalid: what is marked shows nothing to follow.
        EvidenceUnreadable: The clip cannot be decoded.
        EvidenceChanged: A frame no longer decodes to what the table says.
        Cancelled: By the progress callback.
    """
    marks, frames = request.marks, request.frames
    at = {ref: number for number, ref in enumerate(frames)}
    places = [at[mark.frame] for mark in marks]
    total = 2 * (len(frames) - 1) - places[0] - (len(frames) - 1 - places[-1])
    count = _Count(progress, total)
    found: dict[FrameRef, TrackedQuad] = {}
    ahead = _follow(source, marks[-1], frames[places[-1] + 1 :], count)
    behind = _follow(source, marks[0], frames[: places[0]][::-1], count)
    found.update(ahead.quads)
    found.update(behind.quads)
    for k in range(len(marks) - 1):
        between = frames[places[k] + 1 : places[k + 1]]
        onward = _follow(source, marks[k], between, count)
        back = _follow(source, marks[k + 1], between[::-1], count)
        for number, ref in enumerate(between, start=1):
            blended = _blend(onward.quads.get(ref), back.quads.get(ref), number / (len(between) + 1))
            if blended is not None:
                found[ref] = blended
    for mark in marks:
        found[mark.frame] = TrackedQuad(mark.frame, mark.quad, 1.0, True)
    quads = tuple(found[ref] for ref in frames if ref in found)
    begin, end = quads[0].frame, quads[-1].frame
    return Track(
        request,
        quads,
        tuple(ref for ref in frames[at[begin] : at[end] + 1] if ref not in found),
        TrackEnd(begin, _reason(behind.stop, 0, begin == frames[0], request)),
        TrackEnd(end, _reason(ahead.stop, 1, end == frames[-1], request)),
    )


def correct(request: TrackRequest, frame: FrameRef, quad: Quad, item: EvidenceItem) -> TrackRequest:
    """The request with a hand correction in one frame; computed again, the track bends to it.

    Raises:
        FrameNotFound: the frame is none of the track's.
        QuadInvalid: the quad reaches outside the picture.
    """
    if frame not in request.frames:
        raise FrameNotFound(f"Frame {frame.index} is none of the frames to be followed.")
    quad.require_inside(item.media.width, item.media.height)
    return request.corrected(Mark(frame, quad))


def read_track(
    found: Track,
    source: FrameSource,
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    format_name: str = "auto",
    progress: Progress = silent,
) -> TrackReading:
    """Read every frame of a track alone (batch one, repeatable) and fuse them; any thread.

    Raises:
        FormatInvalid: there is no such format.
        EvidenceUnreadable: The clip cannot be decoded.
        EvidenceChanged: A frame no longer decodes to what the table says.
        Cancelled: By the progress callback.
    """
    chosen = select(formats, format_name)
    readings = []
    for done, tracked in enumerate(found.quads):
        progress(done, len(found.quads), "reading")
        frame = source.frame(tracked.frame)
        plate_image, slots = look(frame.image, tracked.quad, recognizer)
        readings.append(
            FrameReading(
                tracked=tracked,
                frame_digest=frame.digest,
                plate_image=plate_image,
                slots=slots,
                plate=_best(slots, chosen),
                detail=detail(frame.image, tracked.quad),
                weight=weight_of(slots, tracked.score),
            )
        )
    progress(len(found.quads), len(found.quads), "reading")
    fused = fuse_frames(readings, chosen)
    return TrackReading(
        found,
        format_name,
        tuple(readings),
        fused,
        recognizer.identity,
        __version__,
        source.table().remarks,
    )


def fuse_frames(
    frames: Sequence[FrameReading], chosen: tuple[PlateFormat, ...], used: Sequence[bool] | None = None
) -> FusedReading:
    """The fused reading of the frames in use; no network runs, so it follows a switch at once.

    Args:
        frames: Frames that were read.
        chosen: Plate formats whose syntax counts.
        used: For each frame, whether it is in use; all if left out.

    Raises:
        ValueError: no frame is in use.
    """
    use = tuple(used) if used is not None else (True,) * len(frames)
    active = [number for number, on in enumerate(use) if on]
    if not active:
        raise ValueError("no frame of the track is in use")
    slots, temperature = _fused([frames[n] for n in active])
    parts = np.zeros(len(frames))
    parts[active] = shares([frames[n].weight for n in active])
    syntaxes = [slot_sets(f) for f in chosen]
    plates = rank_plates(slots.log_probabilities, slots.alphabet, syntaxes, PLATES)
    best = plates[0].text if plates else ""
    left_out: list[LeftOut | None] = [None] * len(frames)
    if len(active) > 1:
        every = fuse_without_each(
            [frames[n].slots for n in active],
            [frames[n].weight for n in active],
            temperature_for(len(active) - 1),
        )
        for n, without in zip(active, every, strict=True):
            left_out[n] = _left_out(without, best, syntaxes)
    return FusedReading(
        used=use,
        shares=tuple(float(part) for part in parts),
        temperature=temperature,
        slots=slots,
        plates=plates,
        plates_without_syntax=rank_plates(slots.log_probabilities, slots.alphabet, (), PLATES),
        format_name=next((f.name for f in chosen if f.matches(best)), ""),
        left_out=tuple(left_out),
    )


def _left_out(without: SlotProbabilities, best: str, syntaxes: Sequence[SlotSets]) -> LeftOut:
    """What the other frames say, and what they give to the plate that all say."""
    ranked = rank_plates(without.log_probabilities, without.alphabet, syntaxes, 1)
    if not ranked or ranked[0].text == best:
        return LeftOut(ranked[0] if ranked else None, ranked[0].probability if ranked else 0.0)
    still = probability_of(best, without.log_probabilities, without.alphabet, syntaxes) if best else 0.0
    return LeftOut(ranked[0], still)


def _fused(frames: Sequence[FrameReading]) -> tuple[SlotProbabilities, float]:
    """The frames' fused slots, and the temperature; calibrated where every frame is, for the temperatures were fitted
    on such frames. Sets of characters hold for single frames only."""
    temperature = temperature_for(len(frames))
    slots = fuse([f.slots for f in frames], [f.weight for f in frames], temperature)
    return replace(slots, calibrated=all(f.slots.calibrated for f in frames)), temperature


def _best(slots: SlotProbabilities, chosen: tuple[PlateFormat, ...]) -> Candidate | None:
    ranked = rank_plates(slots.log_probabilities, slots.alphabet, [slot_sets(f) for f in chosen], 1)
    return ranked[0] if ranked else None


class _Count:
    """Tells progress over several stretches as one."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def next(self) -> None:
        self._progress(self._done, self._total, "following")
        self._done += 1


@dataclass(frozen=True)
class _Way:
    """What following in one direction gave."""

    quads: dict[FrameRef, TrackedQuad]
    stop: str


def _follow(source: FrameSource, mark: Mark, frames: Iterable[FrameRef], count: _Count) -> _Way:
    """Follow from a mark over frames in the order given; ends where the plate is lost."""
    follower: Follower | None = None
    found: dict[FrameRef, TrackedQuad] = {}
    for ref in frames:
        if follower is None:
            follower = Follower(to_grey(source.frame(mark.frame).image), mark.quad)
        count.next()
        step = follower.step(to_grey(source.frame(ref).image))
        if step.quad is not None:
            found[ref] = TrackedQuad(ref, step.quad, step.score, False)
        if step.stop:
            return _Way(found, step.stop)
    return _Way(found, "")


def _blend(one: TrackedQuad | None, two: TrackedQuad | None, share: float) -> TrackedQuad | None:
    """Between two marks: corners and score go over from the one way to the other."""
    if one is None or two is None:
        return one or two
    quad = quad_of((1 - share) * one.quad.array() + share * two.quad.array())
    score = (1 - share) * one.score + share * two.score
    return TrackedQuad(one.frame, quad, score, False)


def _reason(stop: str, side: int, reached: bool, request: TrackRequest) -> str:
    if reached:
        return (_CLIP_ENDS if request.whole_clip[side] else _ASKED)[side]
    return stop or "The plate is hidden from here to the last frame that was looked at."
