"""Real codecs: what recorders do to pictures."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

REPEATABLE = "cpu-independent=1"
"""For libx264: without it the same frames gave other bits from run to run, even with one thread."""


def write_clip(
    path: Path,
    frames: Iterable[NDArray[np.uint8]],
    rate: int,
    bit_rate: int,
    options: dict[str, str] | None = None,
) -> None:
    """Write an H.264 clip; one thread, so that the same frames give the same bytes.

    Args:
        path: File to write; its ending chooses the container.
        frames: RGB uint8 (H, W, 3), even sizes.
        rate: Frames per second.
        bit_rate: Bits per second.
        options: Further options of libx264.
    """
    # Without "bitexact" the muxer writes its version into the file.
    with av.open(str(path), "w", options={"fflags": "+bitexact"}) as container:
        stream = None
        for frame in frames:
            if stream is None:
                stream = container.add_stream(
                    "libx264",
                    rate=rate,
                    options={"threads": "1", "g": "50", "x264-params": REPEATABLE, **(options or {})},
                )
                stream.height, stream.width = frame.shape[:2]
                stream.pix_fmt = "yuv420p"
                stream.bit_rate = bit_rate
                stream.time_base = Fraction(1, rate)
                stream.codec_context.flags |= av.codec.context.Flags.bitexact
            container.mux(
                stream.encode(av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), format="rgb24"))
            )
        if stream is not None:
            container.mux(stream.encode(None))
