"""A track and its fused reading as plain data: what ``track --json`` prints."""

import hashlib

from forensic_lpr.core.evidence import EvidenceItem, FrameRef
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.trackreading import AverageReading, FrameReading, FusedReading, TrackReading
from forensic_lpr.report.wire import SLOT_TOP, integrity_data


def track_data(
    item: EvidenceItem, reading: TrackReading, average: AverageReading | None = None
) -> dict[str, object]:
    """A track reading, and that of its average if there is one, as JSON-ready values; the same give the same."""
    track = reading.track
    return {
        "evidence": {
            "name": item.path.name,
            "sha256": item.digests.sha256,
            "md5": item.digests.md5,
            "size": item.digests.size,
            "stream": item.media.stream,
            "fields": item.media.taken[1] or "woven",
        },
        "marks": [
            {**_frame(mark.frame), "quad": [list(point) for point in mark.quad.points()]}
            for mark in track.request.marks
        ],
        "integrity": integrity_data(reading.remarks),
        "start": {**_frame(track.start.frame), "reason": track.start.reason},
        "end": {**_frame(track.end.frame), "reason": track.end.reason},
        "hidden": [_frame(ref) for ref in track.hidden],
        "frames": [_frame_reading(number, reading) for number in range(len(reading.frames))],
        "fused": _fused(reading.fused),
        "average_reading": None if average is None else _average(average),
        "format_requested": reading.format_requested,
        "weights": {
            "name": reading.weights.name,
            "sha256": reading.weights.sha256,
            "network": reading.weights.network,
        },
        "program_version": reading.program_version,
    }


def _frame(ref: FrameRef) -> dict[str, object]:
    return {"frame": ref.index, "pts": ref.pts, "time_base": str(ref.time_base)}


def _plate(candidate: Candidate | None) -> dict[str, object] | None:
    return None if candidate is None else {"text": candidate.text, "probability": candidate.probability}


def _plates(candidates: tuple[Candidate, ...]) -> list[dict[str, object]]:
    return [{"text": c.text, "probability": c.probability, "cumulative": c.cumulative} for c in candidates]


def _frame_reading(number: int, reading: TrackReading) -> dict[str, object]:
    frame: FrameReading = reading.frames[number]
    left_out = reading.fused.left_out[number]
    tracked = frame.tracked
    return {
        **_frame(tracked.frame),
        "frame_sha256": frame.frame_digest,
        "quad": [list(point) for point in tracked.quad.points()],
        "plate_px": [tracked.quad.width, tracked.quad.height],
        "likeness": tracked.score,
        "by_hand": tracked.by_hand,
        "plate": _plate(frame.plate),
        "slots": [[[symbol, p] for symbol, p in slot] for slot in frame.slots.top(SLOT_TOP)],
        "detail": frame.detail,
        "weight": frame.weight,
        "used": reading.fused.used[number],
        "share": reading.fused.shares[number],
        "left_out": left_out and {"plate": _plate(left_out.plate), "probability": left_out.probability},
    }


def _fused(fused: FusedReading) -> dict[str, object]:
    return {
        "rule": "product of the frames' probabilities, weighted and tempered",
        "frames": sum(fused.used),
        "temperature": fused.temperature,
        "format": fused.format_name,
        "stable": fused.stable,
        "slots": [[[symbol, p] for symbol, p in slot] for slot in fused.slots.top(SLOT_TOP)],
        "plates": _plates(fused.plates),
        "plates_without_syntax": _plates(fused.plates_without_syntax),
    }


def _average(average: AverageReading) -> dict[str, object]:
    return {
        "what": "robust average of the frames' pixels, an illustration; its reading is a second one",
        "frames": sum(average.used),
        "size": [average.image.shape[1], average.image.shape[0]],
        "pixels_sha256": hashlib.sha256(average.image.tobytes()).hexdigest(),
        "plate_width_px": average.width,
        "format": average.format_name,
        "calibrated": average.slots.calibrated,
        "slots": [[[symbol, p] for symbol, p in slot] for slot in average.slots.top(SLOT_TOP)],
        "plates": _plates(average.plates),
        "plates_without_syntax": _plates(average.plates_without_syntax),
    }
