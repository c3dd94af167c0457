"""What a clip's time stamps tell of missing frames."""

from fractions import Fraction
from itertools import pairwise
from statistics import median

from forensic_lpr.core.evidence import FrameRow
from forensic_lpr.core.integrity import Remark, RemarkKind, Stretch
from forensic_lpr.media.container import Clip

_MOST = 20
_STEADY_SHARE = 0.9
_STEADY_GAP = 1.5
_VARIABLE_GAP = 10
_NO_TIMES = (
    "The container stores no presentation times: times can be off by some frames, "
    "the order of the frames is right."
)


def timing_remarks(clip: Clip, rows: list[FrameRow]) -> tuple[Remark, ...]:
    """Remarks on gaps, on times that go back, and on a length other than the container tells.

    Args:
        clip: The clip, for what its container tells.
        rows: All decoded frames with the clip's own time stamps.
    """
    steps = [later.ref.pts - earlier.ref.pts for earlier, later in pairwise(rows)]
    forward = [step for step in steps if step > 0]
    nominal = median(forward) if forward else 0
    if clip.container.format.name == "avi" and len(forward) < len(steps):
        # AVI stores no presentation times. With B frames the library's guesses zigzag, which is no damage.
        return (Remark("stamps", _NO_TIMES), *_length(clip, rows, nominal))
    return (*_jumps(rows, steps, nominal), *_length(clip, rows, nominal))


def _jumps(rows: list[FrameRow], steps: list[int], nominal: float) -> list[Remark]:
    forward = [step for step in steps if step > 0]
    # One tick of rounding is normal: 1/25 s does not fit into the milliseconds of Matroska files.
    near = sum(abs(step - nominal) <= max(1.0, nominal * 0.1) for step in forward)
    steady = near >= _STEADY_SHARE * len(forward)
    limit = nominal * (_STEADY_GAP if steady else _VARIABLE_GAP) + 1
    told: list[Remark] = []
    further: dict[RemarkKind, list[Stretch]] = {}
    for (earlier, later), step in zip(pairwise(rows), steps, strict=True):
        if 0 <= step <= limit:
            continue
        kind: RemarkKind = "backward" if step < 0 else "gap"
        at = Stretch(earlier.ref.index, later.ref.index)
        if len(told) >= _MOST:
            further.setdefault(kind, []).append(at)
            continue
        where = f"frames {earlier.ref.index} and {later.ref.index} (at {float(earlier.ref.seconds):.3f} s)"
        if step < 0:
            told.append(Remark(kind, f"Time goes back between {where}.", (at,)))
        else:
            missing = f": about {round(step / nominal) - 1} missing" if steady else ""
            gap = float(step * earlier.ref.time_base)
            told.append(Remark(kind, f"Gap of {gap:.3f} s between {where}{missing}.", (at,)))
    for kind, places in further.items():
        word = "gaps" if kind == "gap" else "places where time goes back"
        told.append(Remark(kind, f"{len(places)} further {word}.", tuple(places)))
    return told


def _length(clip: Clip, rows: list[FrameRow], nominal: float) -> list[Remark]:
    stream, last = clip.stream, rows[-1].ref.index
    told = []
    if stream.frames and stream.frames != len(rows):
        told.append(
            Remark("end", f"The container names {stream.frames} frames, {len(rows)} could be decoded.")
        )
    if stream.duration and stream.time_base:
        stated = stream.duration * stream.time_base
        ticks = max(row.ref.pts for row in rows) - (stream.start_time or 0) + nominal
        decoded = Fraction(ticks) * stream.time_base
        if stated - decoded > max(Fraction(2 * nominal) * stream.time_base, Fraction(1, 10)):
            sentence = (
                f"The container names a duration of {float(stated):.3f} s, the decoded frames end at "
                f"{float(decoded):.3f} s."
            )
            told.append(Remark("end", sentence, (Stretch(last, last),)))
    return told
