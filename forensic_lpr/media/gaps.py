"""What a clip's time stamps tell of missing frames."""

from fractions import Fraction
from itertools import pairwise
from statistics import median

from forensic_lpr.core.evidence import FrameRow
from forensic_lpr.media.container import Clip

_MOST = 20
_STEADY_SHARE = 0.9
_STEADY_GAP = 1.5
_VARIABLE_GAP = 10
_NO_TIMES = (
    "The container stores no presentation times: times can be off by some frames, "
    "the order of the frames is right."
)


def timing_failures(clip: Clip, rows: list[FrameRow]) -> tuple[str, ...]:
    """Sentences on gaps, on times that go back, and on a length other than the container tells.

    Args:
        clip: The clip, for what its container tells.
        rows: All decoded frames with the clip's own time stamps.
    """
    steps = [later.ref.pts - earlier.ref.pts for earlier, later in pairwise(rows)]
    forward = [step for step in steps if step > 0]
    nominal = median(forward) if forward else 0
    if clip.container.format.name == "avi" and len(forward) < len(steps):
        # AVI stores no presentation times. With B frames the library's guesses zigzag, which is no damage.
        return (_NO_TIMES, *_length(clip, rows, nominal))
    return (*_jumps(rows, steps, nominal), *_length(clip, rows, nominal))


def _jumps(rows: list[FrameRow], steps: list[int], nominal: float) -> list[str]:
    forward = [step for step in steps if step > 0]
    # One tick of rounding is normal: 1/25 s does not fit into the milliseconds of Matroska files.
    near = sum(abs(step - nominal) <= max(1.0, nominal * 0.1) for step in forward)
    steady = near >= _STEADY_SHARE * len(forward)
    limit = nominal * (_STEADY_GAP if steady else _VARIABLE_GAP) + 1
    told = []
    for (earlier, later), step in zip(pairwise(rows), steps, strict=True):
        where = f"frames {earlier.ref.index} and {later.ref.index} (at {float(earlier.ref.seconds):.3f} s)"
        if step < 0:
            told.append(f"Time goes back between {where}.")
        elif step > limit:
            missing = f": about {round(step / nominal) - 1} missing" if steady else ""
            told.append(f"Gap of {float(step * earlier.ref.time_base):.3f} s between {where}{missing}.")
    if len(told) > _MOST:
        told[_MOST:] = [f"{len(told) - _MOST} further gaps or jumps in time."]
    return told


def _length(clip: Clip, rows: list[FrameRow], nominal: float) -> list[str]:
    stream = clip.stream
    told = []
    if stream.frames and stream.frames != len(rows):
        told.append(f"The container names {stream.frames} frames, {len(rows)} could be decoded.")
    if stream.duration and stream.time_base:
        stated = stream.duration * stream.time_base
        ticks = max(row.ref.pts for row in rows) - (stream.start_time or 0) + nominal
        decoded = Fraction(ticks) * stream.time_base
        if stated - decoded > max(Fraction(2 * nominal) * stream.time_base, Fraction(1, 10)):
            told.append(
                f"The container names a duration of {float(stated):.3f} s, the decoded frames end at "
                f"{float(decoded):.3f} s."
            )
    return told
