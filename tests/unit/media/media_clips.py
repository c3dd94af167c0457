"""Clips whose every picture carries its number, so that the truth of each frame is known."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT, BITS = 96, 64, 6
"""A row of six cells of 16 pixels codes the number; the rows below repeat it inverted and upright."""


def draw(number: int) -> NDArray[np.uint8]:
    """Picture of a number: RGB uint8 (64, 96, 3), four bands of 16 rows, every other band inverted."""
    cells = np.array([(number >> bit) & 1 for bit in range(BITS)], dtype=bool)
    bands = np.array([cells, ~cells, cells, ~cells])
    grey = np.where(np.kron(bands, np.ones((16, 16), dtype=bool)), 220, 30).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)


def number_in(image: NDArray[np.uint8]) -> int:
    """The number drawn in a decoded picture; -1 when its bands do not agree."""
    grey = image.mean(axis=2)
    cells = grey.reshape(4, 16, BITS, 16)[:, 4:12, :, 4:12].mean(axis=(1, 3)) > 125
    if not (np.array_equal(cells[0], cells[2]) and np.array_equal(cells[0], ~cells[1])):
        return -1
    return int(sum(1 << bit for bit in range(BITS) if cells[0, bit]))


@dataclass(frozen=True)
class Recipe:
    """How a clip is made: file ending, codec, and what is peculiar about it."""

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
    frames: int = 60


X264 = {"preset": "veryfast", "tune": "", "crf": "12", "x264-params": "scenecut=0:threads=1:open-gop=0"}
X264 = {key: value for key, value in X264.items() if value}
OPEN_GOP = {**X264, "x264-params": "scenecut=0:threads=1:open-gop=1"}
TFF = {**X264, "x264-params": "scenecut=0:threads=1:tff=1"}
X265 = {"preset": "ultrafast", "crf": "12", "x265-params": "log-level=none:pools=none:frame-threads=1"}
Q = {"qmin": "2", "qmax": "3", "sc_threshold": "1000000000"}

RECIPES = (
    Recipe("h264-mp4", "mp4", "libx264", options=X264, b_frames=2),
    Recipe("h264-mkv", "mkv", "libx264", options=X264, b_frames=2),
    Recipe("h264-open-gop-mkv", "mkv", "libx264", options=OPEN_GOP, b_frames=2),
    Recipe("h264-avi", "avi", "libx264", options=X264, b_frames=2),
    Recipe("h265-mp4", "mp4", "libx265", options=X265, b_frames=2),
    Recipe("mpeg4-avi", "avi", "mpeg4", options=Q),
    Recipe("mpeg4-b-avi", "avi", "mpeg4", options=Q, b_frames=2),
    Recipe("mjpeg-avi", "avi", "mjpeg", pixel_format="yuvj420p", options={"qmin": "2", "qmax": "3"}),
    Recipe("h264-ts", "ts", "libx264", "mpegts", options=X264, b_frames=2),
    Recipe("h264-raw", "h264", "libx264", "h264", options=X264, b_frames=2),
    Recipe("h264-vfr-mkv", "mkv", "libx264", options=X264, b_frames=2, variable=True),
    Recipe("h264-interlaced-mp4", "mp4", "libx264", options=TFF, b_frames=2, interlaced=True),
    Recipe("mpeg2-ts", "ts", "mpeg2video", "mpegts", options=Q, b_frames=2),
    Recipe("mpeg2-ps", "mpg", "mpeg2video", "vob", options=Q, b_frames=2),
    Recipe(
        "mjpeg-raw", "mjpeg", "mjpeg", "mjpeg", pixel_format="yuvj420p", options={"qmin": "2", "qmax": "3"}
    ),
    Recipe("one-gop-mp4", "mp4", "libx264", options=X264, b_frames=2, gop=250),
)


def make(recipe: Recipe, folder: Path) -> Path:
    """Encode a clip of ``recipe.frames`` numbered pictures at 25 a second."""
    path = folder / f"{recipe.name}.{recipe.ending}"
    with av.open(str(path), "w", format=recipe.container) as container:
        stream = container.add_stream(recipe.codec, rate=25, options=dict(recipe.options))
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, recipe.pixel_format
        stream.gop_size = recipe.gop
        stream.thread_count = 1
        stream.codec_context.max_b_frames = recipe.b_frames
        stream.codec_context.bit_rate = 4_000_000
        if recipe.rotation:
            stream.set_display_rotation(recipe.rotation)
        if recipe.variable:
            stream.codec_context.time_base = Fraction(1, 1000)
        if recipe.interlaced:
            stream.codec_context.flags |= 1 << 18 | 1 << 29  # interlaced DCT and motion estimation
        at = 0
        for number in range(recipe.frames):
            frame = av.VideoFrame.from_ndarray(draw(number), format="rgb24").reformat(
                format=recipe.pixel_format
            )
            frame.pts = at if recipe.variable else number
            frame.time_base = Fraction(1, 1000) if recipe.variable else Fraction(1, 25)
            at += (40, 40, 80, 33, 250)[number % 5]
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return path
