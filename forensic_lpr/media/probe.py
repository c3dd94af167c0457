"""What a file is: the facts for screen and report, from the content alone."""

from fractions import Fraction
from pathlib import Path

import av
import PIL

from forensic_lpr.core.evidence import MediaInfo
from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.media.container import Clip, open_clip
from forensic_lpr.media.kinds import extension_fact, kind_of
from forensic_lpr.media.pictures import TURN_NAMES, matrix_of, range_of, turn_of
from forensic_lpr.media.pump import Pump
from forensic_lpr.media.stills import ORIENTATIONS, inspect_still

_FIELD_ORDERS = {
    1: "progressive",
    2: "interlaced, top field first",
    3: "interlaced, bottom field first",
    4: "interlaced, top coded first, bottom shown first",
    5: "interlaced, bottom coded first, top shown first",
}
_WOVEN = "both fields woven in one picture"


def probe(path: Path) -> MediaInfo:
    """Say what a file holds. Of a video the first frame is decoded, of a still only the head is read.

    Raises:
        EvidenceUnreadable: The file cannot be opened, is of no kind this program reads, holds no video
            stream, or not one frame can be decoded.
    """
    if kind_of(path) == "still":
        return _probe_still(path)
    clip = open_clip(path)
    try:
        return describe_clip(clip)
    finally:
        clip.close()


def _probe_still(path: Path) -> MediaInfo:
    still = inspect_still(path)
    width, height = still.shown_size
    facts = [
        ("Format", still.format),
        ("Pixels", f"{still.mode}, {still.bits} bits a channel" if still.bits else still.mode),
        ("Size as stored", f"{still.stored_size[0]} × {still.stored_size[1]}"),
        ("Orientation", f"{still.orientation}: {ORIENTATIONS[still.orientation]}"),
    ]
    if still.bits > 8:
        facts.append(("Brightness", f"{still.bits} bits scaled to 8"))
    if still.alpha:
        facts.append(("Transparency", "present, dropped"))
    if still.profile:
        facts.append(("Colour profile", "embedded, not applied"))
    if still.pages > 1:
        facts.append(("Pictures in the file", f"{still.pages}, the first is read"))
    facts += [("Remark of the decoder", remark) for remark in still.remarks]
    facts += extension_fact(path, still.format)
    facts.append(("Decoder", f"Pillow {PIL.__version__}"))
    return MediaInfo("still", still.format, still.format, width, height, tuple(facts), 1, None)


def describe_clip(clip: Clip) -> MediaInfo:
    """Facts of an open clip; decodes its first frame, so the clip then stands after it.

    Raises:
        EvidenceUnreadable: Not one frame can be decoded.
    """
    frame = _first_frame(clip)
    stream, context = clip.stream, clip.stream.codec_context
    turn = turn_of(frame)
    width, height = (frame.height, frame.width) if turn[0] else (frame.width, frame.height)
    duration = _duration(clip)
    videos = len(clip.container.streams.video)
    facts = [
        ("Container", f"{clip.container.format.name} ({clip.container.format.long_name})"),
        ("Codec", f"{context.codec.name} ({context.codec.long_name})"),
        ("Profile", str(context.profile or "not stated")),
        ("Pixel format", frame.format.name),
        ("Colour matrix", matrix_of(frame)),
        ("Colour range", range_of(frame)),
        ("Average frame rate", _rate(stream.average_rate)),
        ("Time base", f"{clip.time_base} s"),
        ("Fields", _fields(frame, context.field_order)),
        ("Size as stored", f"{frame.width} × {frame.height}"),
        ("Pixel shape", _pixel_shape(stream.sample_aspect_ratio)),
        ("Turn", TURN_NAMES[turn]),
        ("Video streams", f"{videos}, number {stream.index} is read" if videos > 1 else "1"),
        ("Duration", f"{float(duration):.3f} s" if duration is not None else "not stated"),
    ]
    facts += extension_fact(clip.path, clip.container.format.name)
    facts.append(("Decoder", decoder_version(context.codec.name)))
    return MediaInfo(
        "video",
        clip.container.format.name,
        context.codec.name,
        width,
        height,
        tuple(facts),
        stream.frames,
        duration,
    )


def decoder_version(codec: str) -> str:
    """Name and versions of what decodes, e.g. ``h264, PyAV 18.1.0, libavcodec 62.28.102``."""
    libavcodec = ".".join(str(part) for part in av.library_versions["libavcodec"])
    return f"{codec}, PyAV {av.__version__}, libavcodec {libavcodec}"


def _first_frame(clip: Clip) -> av.VideoFrame:
    pump = Pump(clip)
    while (frames := pump.step()) is not None:
        if frames:
            return frames[0]
    raise EvidenceUnreadable(f"Not one frame of {clip.path.name} can be decoded.")


def _duration(clip: Clip) -> Fraction | None:
    if clip.stream.duration and clip.stream.time_base:
        return clip.stream.duration * clip.stream.time_base
    if clip.container.duration:
        return Fraction(clip.container.duration, av.time_base)
    return None


def _rate(rate: Fraction | None) -> str:
    return f"{float(rate):.3f} a second ({rate})" if rate else "not stated"


def _fields(frame: av.VideoFrame, order: int) -> str:
    if frame.interlaced_frame:
        told = _FIELD_ORDERS[order] if order > 1 and order in _FIELD_ORDERS else "interlaced"
        return f"{told}; {_WOVEN}"
    if order > 1 and order in _FIELD_ORDERS:
        return f"{_FIELD_ORDERS[order]} as the container tells, first frame coded progressive; {_WOVEN}"
    return "progressive"


def _pixel_shape(ratio: Fraction | None) -> str:
    if not ratio:
        return "not stated, taken as square"
    return "square" if ratio == 1 else f"{ratio.numerator}:{ratio.denominator}, kept as stored"
