"""Clips whose every picture carries its number, so that the truth of each frame is known.

They are made in the ways in which recorders make theirs: containers with and without time stamps, B-frames, variable
frame rate, interlaced, turned and non-square pictures, several video streams. What reads clips is held to them.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.container import OutputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

from forensic_lpr.core.fields import FieldOrder

WIDTH, HEIGHT, BITS = 96, 64, 6
"""A row of six cells of 16 pixels codes the number; the rows below repeat it inverted and upright."""
RATE = 25
FRAMES = 60
_MILLISECONDS = (40, 40, 80, 33, 250)
"""Durations of the frames of a clip of variable rate, over and over."""
_INTERLACED_FLAGS = 1 << 18 | 1 << 29  # interlaced DCT and motion estimation


def draw(number: int) -> NDArray[np.uint8]:
    """Picture of a number: RGB uint8 (64, 96, 3), four bands of 16 rows, every other band inverted."""
    cells = np.array([(number >> bit) & 1 for bit in range(BITS)], dtype=bool)
    bands = np.array([cells, ~cells, cells, ~cells])
    grey = np.where(np.kron(bands, np.ones((16, 16), dtype=bool)), 220, 30).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)


def number_in(image: NDArray[np.uint8]) -> int:
    """The number drawn in a decoded picture; -1 when its bands do not agree."""
    if image.shape[:2] != (HEIGHT, WIDTH):
        return -1
    grey = image.mean(axis=2)
    cells = grey.reshape(4, 16, BITS, 16)[:, 4:12, :, 4:12].mean(axis=(1, 3)) > 125
    if not (np.array_equal(cells[0], cells[2]) and np.array_equal(cells[0], ~cells[1])):
        return -1
    return int(sum(1 << bit for bit in range(BITS) if cells[0, bit]))


@dataclass(frozen=True)
class NumberedClip:
    """How a clip is made.

    Attributes:
        name: What it is called; also its file name without the ending.
        ending: Ending of the file, which chooses the container unless ``container`` does.
        codec: Name of the encoder.
        container: Name of the container's writer.
        options: Options of the encoder.
        pixel_format: Pixel format of the encoder.
        gop: Frames from one key frame to the next.
        b_frames: Most B-frames in a row.
        variable: Whether the frame rate changes all the time.
        interlaced: Whether the pictures are coded as two fields.
        rotation: Counter-clockwise turn in degrees that the container asks for.
        pixel_shape: Width over height of a pixel.
        streams: Video streams; each further one shows the numbers from the last to the first.
        frames: Number of frames; of a woven clip, of fields.
        woven: The field that is shown first, where each frame weaves two fields with numbers of their own.
    """

    name: str
    ending: str
    codec: str
    container: str | None = None
    options: dict[str, str] = field(default_factory=dict)
    pixel_format: str = "yuv420p"
    gop: int = 12
    b_frames: int = 0
    variable: bool = False
    interlaced: bool = False
    rotation: int = 0
    pixel_shape: Fraction | None = None
    streams: int = 1
    frames: int = FRAMES
    woven: FieldOrder = ""

    def drawn(self, index: int, stream: int = 0) -> int:
        """The number drawn in a frame of a stream."""
        return index if stream == 0 else self.frames - 1 - index

    def seen(self, image: NDArray[np.uint8]) -> int:
        """The number in a decoded picture that was turned as the container asks."""
        return number_in(np.rot90(image, -self.rotation // 90))

    def write(self, folder: Path) -> Path:
        """Encode the clip into a folder; one thread."""
        path = folder / f"{self.name}.{self.ending}"
        with av.open(str(path), "w", format=self.container) as container:
            streams = [self._stream(container) for _ in range(self.streams)]
            at = 0
            for index in range(self.frames // 2 if self.woven else self.frames):
                for number, stream in enumerate(streams):
                    frame = self._frame(self._picture(index, number))
                    frame.pts = at if self.variable else index
                    frame.time_base = Fraction(1, 1000) if self.variable else Fraction(1, RATE)
                    container.mux(stream.encode(frame))
                at += _MILLISECONDS[index % len(_MILLISECONDS)]
            for stream in streams:
                container.mux(stream.encode(None))
        return path

    def _picture(self, index: int, stream: int) -> NDArray[np.uint8]:
        if not self.woven:
            return draw(self.drawn(index, stream))
        picture = draw(self.drawn(2 * index, stream))
        second = slice(1 if self.woven == "top" else 0, None, 2)
        picture[second] = draw(self.drawn(2 * index + 1, stream))[second]
        return picture

    def _frame(self, picture: NDArray[np.uint8]) -> av.VideoFrame:
        return av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format=self.pixel_format)

    def _stream(self, container: OutputContainer) -> VideoStream:
        stream = container.add_stream(self.codec, rate=RATE, options=dict(self.options))
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, self.pixel_format
        stream.gop_size = self.gop
        context = stream.codec_context
        context.thread_count = 1
        context.max_b_frames = self.b_frames
        context.bit_rate = 4_000_000
        if self.rotation:
            stream.set_display_rotation(self.rotation)
        if self.pixel_shape is not None:
            context.sample_aspect_ratio = self.pixel_shape
        if self.variable:
            context.time_base = Fraction(1, 1000)
        if self.interlaced:
            context.flags |= _INTERLACED_FLAGS
        return stream


_X264 = {"preset": "veryfast", "crf": "12", "x264-params": "scenecut=0:threads=1:open-gop=0"}
_OPEN_GOP = {**_X264, "x264-params": "scenecut=0:threads=1:open-gop=1"}
_TFF = {**_X264, "x264-params": "scenecut=0:threads=1:tff=1"}
_BFF = {**_X264, "x264-params": "scenecut=0:threads=1:bff=1"}
_X265 = {"preset": "ultrafast", "crf": "12", "x265-params": "log-level=none:pools=none:frame-threads=1"}
_Q = {"qmin": "2", "qmax": "3", "sc_threshold": "1000000000"}
_JPEG = {"qmin": "2", "qmax": "3"}

CLIPS = (
    NumberedClip("h264-mp4", "mp4", "libx264", options=_X264, b_frames=2),
    NumberedClip("h264-mov", "mov", "libx264", options=_X264, b_frames=2),
    NumberedClip("h264-mkv", "mkv", "libx264", options=_X264, b_frames=2),
    NumberedClip("h264-open-gop-mkv", "mkv", "libx264", options=_OPEN_GOP, b_frames=2),
    NumberedClip("h264-avi", "avi", "libx264", options=_X264, b_frames=2),
    NumberedClip("h264-ts", "ts", "libx264", "mpegts", options=_X264, b_frames=2),
    NumberedClip("h264-ps", "mpg", "libx264", "vob", options=_X264, b_frames=2),
    NumberedClip("h264-raw", "h264", "libx264", "h264", options=_X264, b_frames=2),
    NumberedClip("h264-vfr-mkv", "mkv", "libx264", options=_X264, b_frames=2, variable=True),
    NumberedClip("h264-vfr-mp4", "mp4", "libx264", options=_X264, b_frames=2, variable=True),
    NumberedClip("h264-vfr-ts", "ts", "libx264", "mpegts", options=_X264, b_frames=2, variable=True),
    NumberedClip("h264-interlaced-mp4", "mp4", "libx264", options=_TFF, b_frames=2, interlaced=True),
    NumberedClip("h264-bottom-first-mkv", "mkv", "libx264", options=_BFF, b_frames=2, interlaced=True),
    NumberedClip("h264-turned-mp4", "mp4", "libx264", options=_X264, b_frames=2, rotation=90),
    NumberedClip(
        "h264-anamorphic-mp4", "mp4", "libx264", options=_X264, b_frames=2, pixel_shape=Fraction(16, 11)
    ),
    NumberedClip("h264-two-streams-mkv", "mkv", "libx264", options=_X264, b_frames=2, streams=2),
    NumberedClip("one-gop-mp4", "mp4", "libx264", options=_X264, b_frames=2, gop=250),
    NumberedClip("h265-mp4", "mp4", "libx265", options=_X265, b_frames=2),
    NumberedClip("h265-mkv", "mkv", "libx265", options=_X265, b_frames=2),
    NumberedClip("h265-ts", "ts", "libx265", "mpegts", options=_X265, b_frames=2),
    NumberedClip("h265-raw", "h265", "libx265", "hevc", options=_X265, b_frames=2),
    NumberedClip("mpeg4-avi", "avi", "mpeg4", options=_Q),
    NumberedClip("mpeg4-b-avi", "avi", "mpeg4", options=_Q, b_frames=2),
    NumberedClip("mpeg4-mp4", "mp4", "mpeg4", options=_Q, b_frames=2),
    NumberedClip("mjpeg-avi", "avi", "mjpeg", pixel_format="yuvj420p", options=_JPEG),
    NumberedClip("mjpeg-mov", "mov", "mjpeg", pixel_format="yuvj420p", options=_JPEG),
    NumberedClip("mjpeg-raw", "mjpeg", "mjpeg", "mjpeg", pixel_format="yuvj420p", options=_JPEG),
    NumberedClip("mpeg2-ts", "ts", "mpeg2video", "mpegts", options=_Q, b_frames=2),
    NumberedClip("mpeg2-ps", "mpg", "mpeg2video", "vob", options=_Q, b_frames=2),
    NumberedClip("mpeg2-interlaced-ps", "mpg", "mpeg2video", "vob", options=_Q, b_frames=2, interlaced=True),
)

WOVEN = (
    NumberedClip("fields-top-mp4", "mp4", "libx264", options=_TFF, b_frames=2, interlaced=True, woven="top"),
    NumberedClip(
        "fields-bottom-mkv", "mkv", "libx264", options=_BFF, b_frames=2, interlaced=True, woven="bottom"
    ),
    NumberedClip(
        "fields-top-ts", "ts", "libx264", "mpegts", options=_TFF, b_frames=2, interlaced=True, woven="top"
    ),
)
"""Interlaced clips in which each field has a number of its own; woven pictures show none."""
