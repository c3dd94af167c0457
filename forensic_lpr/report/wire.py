"""A reading as plain data: what ``read --json`` prints and what is attached to a report."""

from forensic_lpr.core.clock import SceneClock, clock_text
from forensic_lpr.core.evidence import EvidenceItem, FrameRef
from forensic_lpr.core.inspection import Inspection
from forensic_lpr.core.integrity import Remark
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.report.enhancement import enhancement_data

SLOT_TOP = 5
"""Characters told per slot."""


def reading_data(
    item: EvidenceItem, reading: PlateReading, clock: SceneClock | None = None
) -> dict[str, object]:
    """A reading as JSON-ready values; the same reading (and scene clock) gives the same values."""
    request = reading.request
    return {
        "quad": [list(point) for point in request.quad.points()],
        "plate_px": [request.quad.width, request.quad.height],
        "angle_degrees": request.quad.angle,
        "format": reading.format_name,
        "format_requested": request.format_name,
        "enhancement": enhancement_data(request.recipe),
        "slots": [[[symbol, p] for symbol, p in slot] for slot in reading.slots.top(SLOT_TOP)],
        "calibrated": reading.slots.calibrated,
        "sets": list(reading.slots.sets),
        "plates": [
            {"text": c.text, "probability": c.probability, "cumulative": c.cumulative} for c in reading.plates
        ],
        "plates_without_syntax": [
            {"text": c.text, "probability": c.probability, "cumulative": c.cumulative}
            for c in reading.plates_without_syntax
        ],
        "plates_of_original": [
            {"text": c.text, "probability": c.probability, "cumulative": c.cumulative}
            for c in reading.plates_of_original
        ],
        "inspection": None if reading.inspection is None else inspection_data(reading.inspection),
        "warnings": list(reading.warnings),
        "integrity": None if reading.remarks is None else integrity_data(reading.remarks),
        "weights": {
            "name": reading.weights.name,
            "sha256": reading.weights.sha256,
            "network": reading.weights.network,
        },
        "evidence": {
            "name": item.path.name,
            "sha256": item.digests.sha256,
            "md5": item.digests.md5,
            "size": item.digests.size,
            "stream": item.media.stream,
            "fields": item.media.taken[1] or "woven",
            "frame": request.frame.index,
            "pts": request.frame.pts,
            "time_base": str(request.frame.time_base),
            "frame_sha256": request.frame_digest,
        },
        "scene_clock": None if clock is None else _clock_data(clock, request.frame),
        "program_version": reading.program_version,
    }


def inspection_data(inspection: Inspection) -> dict[str, object]:
    """What the picture says of a marked place without its characters, as JSON-ready values."""
    return {
        "legibility": None if inspection.in_doubt else inspection.legibility,
        "grade": None if inspection.in_doubt else inspection.grade,
        "cautions": [{"kind": c.kind, "sentence": c.sentence} for c in inspection.cautions],
    }


def _clock_data(clock: SceneClock, frame: FrameRef) -> dict[str, object]:
    return {
        "read_in_frame": clock.frame.index,
        "read": clock_text(clock.shown),
        "at_this_frame": clock_text(clock.at(frame)),
    }


def integrity_data(remarks: tuple[Remark, ...]) -> list[dict[str, object]]:
    """What the full decode pass found in a clip, as JSON-ready values."""
    return [
        {
            "kind": remark.kind,
            "sentence": remark.sentence,
            "frames": [[stretch.first, stretch.last] for stretch in remark.stretches],
        }
        for remark in remarks
    ]
