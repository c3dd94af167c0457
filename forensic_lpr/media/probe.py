"""What a file is: the facts for screen and report, from the content alone."""

from fractions import Fraction
from pathlib import Path

import av
import PIL
from av.video.stream import VideoStream

from forensic_lpr.core.evidence import MediaInfo
from forensic_lpr.core.fields import FieldOrder
from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.media.container import Clip, open_clip, video_streams
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
_FIRST: dict[int, FieldOrder] = {2: "top", 3: "bottom", 4: "bottom", 5: "top"}
"""The field that is shown first, by the same numbers."""
_WOVEN = "both fields woven in one picture"


def probe(path: Path, stream: int | None = None) -> MediaInfo:
    """Say what a file holds. Of a video the first frame is decoded, of a still only the head is read.

    Args:
        path: The file.
        stream: Number of the video stream to read; the first if left out. Of no meaning for a still.

    Raises:
        EvidenceUnreadable: The file cannot be opened, is of no kind this program reads, holds no such video
            stream, or not one frame can be decoded.
    """
    if kind_of(path) == "still":
        return _probe_still(path)
    clip = open_clip(path, stream)
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
    streams = tuple((each.index, _words(each)) for each in video_streams(clip.container))
    shape = _shape(stream.sample_aspect_ratio, turn[0])
    fields = _fields(frame, context.field_order)
    facts = [
        ("Container", f"{clip.container.format.name} ({clip.container.format.long_name})"),
        ("Codec", f"{context.codec.name} ({context.codec.long_name})"),
        ("Profile", str(context.profile or "not stated")),
        ("Pixel format", frame.format.name),
        ("Colour matrix", matrix_of(frame)),
        ("Colour range", range_of(frame)),
        ("Average frame rate", _rate(stream.average_rate)),
        ("Time base", f"{clip.time_base} s"),
        ("Fields", fields),
        ("Size as stored", f"{frame.width} × {frame.height}"),
        ("Pixel shape", _pixel_shape(shape, width, height)),
        ("Turn", TURN_NAMES[turn]),
        ("Video streams", _named(streams, stream.index)),
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
        stream.index,
        streams,
        _cautions(clip.path.name, shape, fields, streams, stream.index),
        _FIRST.get(context.field_order, ""),
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


def _shape(ratio: Fraction | None, transposed: bool) -> Fraction | None:
    """Width over height of a pixel as shown; ``None`` when the clip does not state it."""
    if not ratio:
        return None
    return 1 / ratio if transposed else ratio


def _pixel_shape(shape: Fraction | None, width: int, height: int) -> str:
    if shape is None:
        return "not stated, taken as square"
    if shape == 1:
        return "square"
    wide, high = (round(width * shape), height) if shape > 1 else (width, round(height / shape))
    return (
        f"{shape.numerator}:{shape.denominator}, kept as stored; with square pixels the picture would be "
        f"{wide} × {high}"
    )


def _words(stream: VideoStream) -> str:
    """A video stream in a few words."""
    context = stream.codec_context
    if context is None:
        return "a coding for which there is no decoder"
    return f"{context.codec.name}, {context.width} × {context.height}"


def _named(streams: tuple[tuple[int, str], ...], read: int) -> str:
    if len(streams) == 1:
        return "1"
    others = "; ".join(f"number {number}: {words}" for number, words in streams if number != read)
    return f"{len(streams)}, number {read} is read; not read: {others}"


def _cautions(
    name: str, shape: Fraction | None, fields: str, streams: tuple[tuple[int, str], ...], read: int
) -> tuple[str, ...]:
    """What the eye must know when it looks at the pictures."""
    told = []
    if len(streams) > 1:
        told.append(f"{name} holds {len(streams)} video streams; number {read} is shown.")
    if shape is not None and shape != 1:
        factor, side = (shape, "narrow") if shape > 1 else (1 / shape, "wide")
        told.append(
            f"The pixels of {name} are not square ({shape.numerator}:{shape.denominator}): they are shown as "
            f"stored, so shapes look {float(factor):.2f} times too {side}."
        )
    if fields.startswith("interlaced"):
        told.append(f"{name} is interlaced: each picture weaves two fields taken one after the other.")
    return tuple(told)
