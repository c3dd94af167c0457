"""The readings of a track in words and for the clipboard."""

import json

from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.gui.reading_text import Ranked, Translate, ranked_lines, weights_line
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.track_state import FollowedPlate, Shown, changes, ranges
from forensic_lpr.gui.tracking import Tracker
from forensic_lpr.report.trackwire import track_data


def shown_reading(session: Session, tracker: Tracker) -> Ranked | None:
    """The reading that the examiner has chosen to see."""
    track = tracker.track
    if track is None or tracker.shown == "frame":
        return session.reading
    return track.reading.fused if tracker.shown == "fused" else track.average


def fused_remark(track: FollowedPlate, tr: Translate) -> tuple[tuple[str, ...], str]:
    """Whether the fused plate depends on single frames, in one sentence, and the icon that goes with it."""
    fused = track.reading.fused
    used = sum(fused.used)
    if used == 1:
        return (tr("Only one frame is in use; nothing is fused."),), "info"
    changing = [track.reading.frames[place].tracked.frame.index for place, _ in changes(fused)]
    if not changing:
        words = tr("Fused from {n} frames. Stable: the plate stays the same whichever frame is left out.")
        return (words.format(n=used),), "success"
    if len(changing) == 1:
        words = tr("Fused from {n} frames. Not stable: the plate changes when frame {frames} is left out.")
    else:
        words = tr(
            "Fused from {n} frames. Not stable: the plate changes when one of frames {frames} is left out."
        )
    return (words.format(n=used, frames=ranges(changing)),), "warning"


def average_remark(track: FollowedPlate, tr: Translate) -> str:
    """What the reading of an average is."""
    words = tr(
        "Second reading, not calibrated: of the average of {n} frames, an illustration computed from the pixels."
    )
    return words.format(n=sum(track.average.used))


def as_text(
    item: EvidenceItem, track: FollowedPlate, shown: Shown, formats: tuple[PlateFormat, ...], tr: Translate
) -> str:
    """The fused reading, or that of the average, in a few lines for a message or a file note."""
    fused = shown == "fused"
    reading: Ranked = track.reading.fused if fused else track.average
    frames = [f.tracked.frame.index for f, on in zip(track.reading.frames, track.used, strict=True) if on]
    lines = [
        f"{item.path.name}, SHA-256 {item.digests.sha256}",
        tr("Plate followed, frames in use: {frames}").format(frames=ranges(frames)),
        *(fused_remark(track, tr)[0] if fused else (average_remark(track, tr),)),
        *ranked_lines(reading, formats, tr, tr("Probability")),
        weights_line(track.reading.weights, tr),
    ]
    return "\n".join(lines) + "\n"


def as_json(item: EvidenceItem, track: FollowedPlate) -> str:
    """The track with all its readings, as the command line prints it."""
    return json.dumps(track_data(item, track.reading, track.average), ensure_ascii=False, indent=2) + "\n"
