"""Opening a clip safely: only the file's own bytes, only containers that are closed in themselves."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

import av
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.media.decoderlog import DecoderLog, listening
from forensic_lpr.media.files import open_evidence

MAX_PIXELS = 400_000_000
"""Pictures with more pixels are refused: their decoding would exhaust the memory."""

# Demuxers that read one file and nothing else. Playlists, scripts, numbered pictures, devices and text (hls,
# dash, concat, sdp, image2, lavfi, tty, svg_pipe ...) are left out on purpose: such a file could make the
# program read other files or the network.
_CONTAINERS = (
    "3g2,3gp,mov,mp4,m4a,mj2,matroska,webm,avi,mpegts,mpegtsraw,mpeg,mpegvideo,h261,h263,h264,hevc,vvc,m4v,"
    "mjpeg,mjpeg_2000,av1,obu,ivf,vc1,vc1test,asf,flv,live_flv,ogg,dhav,dv,gxf,mxf,mxg,nut,rm,wtv,nsv,nc,pva,"
    "gif,apng,lmlm4,ifv,smjpeg,ingenient,yuv4mpegpipe,dirac,cavsvideo,avs2,avs3,swf,kux,sdr2,ty,filmstrip,flic"
)

_HEIF_BRANDS = frozenset({"heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis"})


class _Bytes:
    """A reader without a name: the library also guesses from names, and a name proves nothing."""

    def __init__(self, file: BinaryIO) -> None:
        self.read = file.read
        self.seek = file.seek
        self.tell = file.tell


def _refuse(url: str, flags: int, options: dict[str, str]) -> Any:
    raise PermissionError("Evidence may not name other files or addresses to read.")


@dataclass
class Clip:
    """An open clip.

    Attributes:
        path: The file.
        container: The library's container.
        stream: The video stream that is read.
        log: What the decoder said since opening.
    """

    path: Path
    container: InputContainer
    stream: VideoStream
    log: DecoderLog
    _file: BinaryIO

    @property
    def time_base(self) -> Fraction:
        """Seconds of one tick of the stream's time stamps."""
        return self.stream.time_base or Fraction(1, 1000)

    def close(self) -> None:
        """Close the container and the file; harmless when repeated."""
        with listening(DecoderLog()):
            self.container.close()
        self._file.close()


def open_clip(path: Path, number: int | None = None) -> Clip:
    """Open a clip and choose a video stream.

    Decoding runs in the calling thread alone: with several threads the concealment of damaged pictures, and
    so the digests of frames, could differ from run to run, and log lines could not be told apart.

    Args:
        path: The clip.
        number: The video stream's number as the container counts its streams; the first that is not a cover
            picture if left out.

    Raises:
        EvidenceUnreadable: The file cannot be opened, is of no permitted kind, holds no such video
            stream, or its pictures are too large.
    """
    log = DecoderLog()
    file = open_evidence(path)
    container: InputContainer | None = None
    try:
        with listening(log):
            container = av.open(
                _Bytes(file),
                "r",
                container_options={"format_whitelist": _CONTAINERS, "max_streams": "100"},
                metadata_errors="replace",
                buffer_size=256 * 1024,
                io_open=_refuse,
            )
            stream = _choose_stream(path, container, number)
        return Clip(path, container, stream, log, file)
    except av.FFmpegError as error:
        _abandon(container, file)
        raise EvidenceUnreadable(
            f"{path.name} cannot be read as a picture or video: {_why(error)}."
        ) from error
    except OSError as error:
        _abandon(container, file)
        raise EvidenceUnreadable(f"{path.name} cannot be read: {error}.") from error
    except EvidenceUnreadable:
        _abandon(container, file)
        raise


def _abandon(container: InputContainer | None, file: BinaryIO) -> None:
    if container is not None:
        with listening(DecoderLog()):
            container.close()
    file.close()


def _why(error: av.FFmpegError) -> str:
    log: tuple[object, ...] = tuple(error.log or ())
    said = str(log[-1]).strip().rstrip(".") if log else ""
    if "whitelist" in said:  # the library's own words, "Invalid argument", would tell the examiner nothing
        return "its kind is not one of the permitted ones"
    if isinstance(error, av.InvalidDataError):
        reason = "its content is damaged or of no known kind"
    else:
        reason = str(error.strerror or type(error).__name__).rstrip(".")
    return f"{reason} ({said})" if said else reason


def video_streams(container: InputContainer) -> list[VideoStream]:
    """The video streams that are no cover pictures."""
    return [s for s in container.streams.video if not s.disposition & Disposition.attached_pic]


def _choose_stream(path: Path, container: InputContainer, number: int | None) -> VideoStream:
    brand = container.metadata.get("major_brand", "").strip()
    if brand in _HEIF_BRANDS:
        # The library would return single tiles of such a picture as if they were frames.
        raise EvidenceUnreadable(
            f"{path.name} is a HEIF picture ({brand}), which this program does not read."
        )
    streams = video_streams(container)
    if not streams:
        raise EvidenceUnreadable(f"{path.name} holds no video stream.")
    stream = streams[0] if number is None else next((s for s in streams if s.index == number), None)
    if stream is None:
        numbers = ", ".join(str(s.index) for s in streams)
        raise EvidenceUnreadable(
            f"{path.name} has no video stream {number}; the numbers of its video streams are {numbers}."
        )
    context = stream.codec_context
    if context is None:
        raise EvidenceUnreadable(f"{path.name} holds video in a coding for which there is no decoder.")
    if context.width * context.height > MAX_PIXELS:
        raise EvidenceUnreadable(
            f"{path.name} has pictures of {context.width} × {context.height} pixels, more than the limit of "
            f"{MAX_PIXELS // 1_000_000} megapixels."
        )
    context.thread_count = 1
    return stream
