"""A camera that no training draws: analogue, over a long cable, digitised by an old MPEG-2 recorder.

It stands for the one camera of a case that the shipped weights never saw. Its constants lie outside the ranges of
:mod:`forensic_lpr.synthesis.camera`: the cable lets no fine detail along the lines through and rings at edges, its
open end sends an echo, the two fields of a frame are a fiftieth of a second apart while the car moves on, the tube's
gamma is not undone, and no other part of the program encodes MPEG-2.

Public here: :func:`through_cable`.
"""

from fractions import Fraction

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.synthesis.camera import Photograph, moved, sample_plate
from forensic_lpr.synthesis.plates import CleanPlate

GAMMA = 2.1
ECHO = (0.34, 4)
"""Strength and delay of the echo, as a share of the signal and in pixels."""
_PASS = 0.85
"""Standard deviation in pixels of what the cable does to a line."""
_RINGING = 0.9
_FIELD_STEP = (0.8, 2.4)
"""How far the plate moves from one field to the next, in pixels."""
_NOISE = 2.5
_QUANTISER = 7
_FRAMES = 5
_LEAST = 96
"""Sides of the encoded window in pixels, at least; multiples of 16 as MPEG-2 wants them."""
_RATE = 25


def through_cable(rng: np.random.Generator, plate: CleanPlate, width: float) -> Photograph:
    """Record a drawn plate that is about ``width`` pixels wide; one frame of a short clip."""
    seen, to_picture = sample_plate(rng, plate, width)
    low, high = np.percentile(seen, (5, 95))
    level = float(rng.uniform(0.45, 0.8))
    light = np.clip((seen - low) / np.float32(max(high - low, 20)) * level + 0.12, 0, 1).astype(np.float32)
    signal = 255 * np.power(light, np.float32(GAMMA))
    signal = 20 + signal * np.float32(190 / max(float(signal.max()), 60.0))
    sides = [-(-max(_LEAST, side) // 16) * 16 for side in signal.shape]
    start = np.array([(sides[1] - signal.shape[1]) / 2, (sides[0] - signal.shape[0]) / 2])
    step = float(rng.uniform(*_FIELD_STEP)) * (1 if rng.random() < 0.5 else -1)
    frames, places = [], []
    for number in range(_FRAMES):
        place = start + np.array([step * (number - _FRAMES // 2) / 3, 0.0])
        frames.append(_frame(rng, signal, place, step, (sides[0], sides[1])))
        shift = np.eye(3)
        shift[:2, 2] = place + np.array([step / 2, 0.0])  # between its two fields
        places.append(shift @ to_picture)
    decoded = _mpeg2(frames)
    shown = int(rng.integers(1, _FRAMES))
    return Photograph(
        decoded[shown], moved(plate.quad, places[shown]), moved(plate.characters, places[shown])
    )


def careful_mark(rng: np.random.Generator, quad: Quad) -> Quad:
    """The corners as an examiner sets them with a loupe: half a pixel and a little more."""
    marked = quad.array() + rng.normal(0, 0.5 + 0.006 * quad.width, (4, 2))
    return Quad.from_points(marked)


def _frame(
    rng: np.random.Generator,
    signal: NDArray[np.float32],
    place: NDArray[np.float64],
    step: float,
    sides: tuple[int, int],
) -> NDArray[np.uint8]:
    """One interlaced frame uint8 (H, W)."""
    frame = np.zeros(sides, np.float32)
    for field in (0, 1):
        matrix = np.array([[1.0, 0.0, place[0] + step * field], [0.0, 1.0, place[1]]])
        lines = cv2.warpAffine(
            signal, matrix, (sides[1], sides[0]), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        frame[field::2] = lines[field::2]
    frame = np.asarray(cv2.GaussianBlur(frame, (0, 0), _PASS, sigmaY=0.01), dtype=np.float32)
    soft = np.asarray(cv2.GaussianBlur(frame, (0, 0), 2.0, sigmaY=0.01), dtype=np.float32)
    rung = frame + np.float32(_RINGING) * (frame - soft)
    strength, delay = ECHO
    echo = np.concatenate([np.repeat(rung[:, :1], delay, axis=1), rung[:, :-delay]], axis=1)
    sent = rung * np.float32(1 - strength) + echo * np.float32(strength)
    noise = rng.standard_normal(sent.shape, dtype=np.float32) * np.float32(_NOISE)
    return np.clip(np.rint(sent + noise), 0, 255).astype(np.uint8)


def _mpeg2(frames: list[NDArray[np.uint8]]) -> list[NDArray[np.uint8]]:
    """The frames after encoding and decoding, luma only, with a fixed quantiser."""
    height, width = frames[0].shape
    encoder = av.CodecContext.create("mpeg2video", "w")
    encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuv420p"
    encoder.framerate = Fraction(_RATE)
    encoder.gop_size = 12
    encoder.max_b_frames = 0
    quantiser = str(_QUANTISER)
    encoder.options = {"threads": "1", "qmin": quantiser, "qmax": quantiser, "flags": "+ildct+ilme"}
    decoder = av.CodecContext.create("mpeg2video", "r")
    decoder.thread_count = 1
    planes = np.full((height * 3 // 2, width), 128, np.uint8)
    packets = []
    for number, frame in enumerate(frames):
        planes[:height] = frame
        picture = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        picture.pts = number
        packets += encoder.encode(picture)
    packets += encoder.encode(None)
    decoded = [picture for packet in packets for picture in decoder.decode(packet)]
    decoded += decoder.decode(None)
    if len(decoded) != len(frames):
        raise ValueError(f"{len(decoded)} of {len(frames)} frames came back from MPEG-2")
    return [np.array(picture.to_ndarray()[:height, :width], dtype=np.uint8) for picture in decoded]
