"""Short clips through real codecs in memory: what a recorder leaves of a few frames.

Rates are told in bits per pixel, so that a small window of a picture is treated like the whole picture would be:
1280 x 720 pixels, 12 frames a second and 1 Mbit/s are 0.09 bits per pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from numpy.typing import NDArray

from forensic_lpr.synthesis.chance import log_uniform
from forensic_lpr.synthesis.codec import REPEATABLE

_SHARES = (("h264", 0.55), ("hevc", 0.1), ("mpeg4", 0.2), ("mjpeg", 0.15))
_ENCODERS = {"h264": "libx264", "hevc": "libx265", "mpeg4": "mpeg4", "mjpeg": "mjpeg"}
_BITS_PER_PIXEL = {"h264": (0.05, 0.4), "hevc": (0.04, 0.3), "mpeg4": (0.1, 0.6)}
SMALLEST = 64
"""Least side of a picture in pixels: below its block size of 64, libx265 writes past the end of its memory."""
_PRESETS = ("ultrafast", "superfast", "veryfast")


@dataclass(frozen=True)
class CodecSetting:
    """How a recorder compresses.

    Attributes:
        codec: ``h264``, ``hevc``, ``mpeg4`` or ``mjpeg``.
        bits_per_pixel: Mean rate; not used by MJPEG.
        quantiser: Fixed quantiser scale of MJPEG, 2 (fine) to 31.
        gop: Frames from one I frame to the next.
        b_frames: B frames between two others; not used by MJPEG.
        preset: Effort of the H.264 encoder.
    """

    codec: str
    bits_per_pixel: float
    quantiser: int
    gop: int
    b_frames: int
    preset: str


def random_setting(rng: np.random.Generator) -> CodecSetting:
    """A recorder as they are found: mostly H.264, low rates, long and short groups of pictures."""
    edges = np.cumsum([share for _, share in _SHARES])
    codec = _SHARES[int(np.searchsorted(edges, rng.random() * edges[-1], side="right"))][0]
    low, high = _BITS_PER_PIXEL.get(codec, (0.1, 0.1))
    return CodecSetting(
        codec,
        log_uniform(rng, low, high),
        int(rng.integers(3, 16)),
        int(rng.integers(5, 51)),
        int(rng.integers(0, 3)),
        _PRESETS[int(rng.integers(len(_PRESETS)))],
    )


def through_codec(
    frames: Sequence[NDArray[np.uint8]], setting: CodecSetting, rate: int
) -> list[NDArray[np.uint8]]:
    """The frames after encoding and decoding; the same frames and setting give the same pixels.

    Only luma is of interest: grey levels are stored as luma as they are, chroma is neutral.

    Args:
        frames: Grey uint8 (H, W), all of one size, both sides even.
        setting: The recorder.
        rate: Frames per second; with ``bits_per_pixel`` it gives the bit rate.

    Returns:
        As many grey pictures uint8 (H, W) as there were frames, in order.

    Raises:
        ValueError: a frame has odd sides, is too small, or the decoder gave another number of frames.
    """
    height, width = frames[0].shape
    if min(height, width) < SMALLEST:
        raise ValueError(f"{width} x {height} pixels are too few for the codecs")
    if height % 2 or width % 2:
        raise ValueError(f"the codecs want even sides, not {width} x {height}")
    encoder = _encoder(setting, width, height, rate)
    decoder = cast(VideoCodecContext, av.CodecContext.create(setting.codec, "r"))
    decoder.thread_count = 1
    planes = np.full((height * 3 // 2, width), 128, np.uint8)
    packets = []
    for number, frame in enumerate(frames):
        planes[:height] = frame
        picture = av.VideoFrame.from_ndarray(planes, format=str(encoder.pix_fmt))
        picture.pts = number
        packets += encoder.encode(picture)
    packets += encoder.encode(None)
    decoded = [picture for packet in packets for picture in decoder.decode(packet)]
    decoded += decoder.decode(None)
    if len(decoded) != len(frames):
        raise ValueError(f"{len(decoded)} of {len(frames)} frames came back from {setting.codec}")
    return [np.array(picture.to_ndarray()[:height], dtype=np.uint8) for picture in decoded]


def _encoder(setting: CodecSetting, width: int, height: int, rate: int) -> VideoCodecContext:
    encoder = cast(VideoCodecContext, av.CodecContext.create(_ENCODERS[setting.codec], "w"))
    encoder.width, encoder.height = width, height
    encoder.pix_fmt = "yuvj420p" if setting.codec == "mjpeg" else "yuv420p"
    encoder.time_base = Fraction(1, rate)
    encoder.framerate = Fraction(rate)
    if setting.codec != "mjpeg":
        encoder.bit_rate = max(2000, round(setting.bits_per_pixel * width * height * rate))
        encoder.gop_size = setting.gop
        encoder.max_b_frames = setting.b_frames
    # As an option: with the attribute thread_count alone, H.264 clips came out with other bits now and then.
    encoder.options = {"threads": "1", **_options(setting)}
    return encoder


def _options(setting: CodecSetting) -> dict[str, str]:
    """What only one encoder knows."""
    if setting.codec == "mjpeg":
        return {"qmin": str(setting.quantiser), "qmax": str(setting.quantiser)}
    if setting.codec == "h264":
        return {"preset": setting.preset, "x264-params": REPEATABLE}
    if setting.codec == "hevc":
        quiet = f"log-level=none:pools=none:frame-threads=1:bframes={setting.b_frames}:keyint={setting.gop}"
        # Its slower presets take ten times as long, for pictures that differ little at this size.
        return {"preset": "ultrafast", "x265-params": quiet}
    return {}
