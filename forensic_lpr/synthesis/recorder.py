"""Photographs that a recorder made: frames of a short clip in which the plate moves, after a real codec."""

from dataclasses import replace

import cv2
import numpy as np

from forensic_lpr.synthesis.camera import (
    Photograph,
    blur,
    expose,
    moved,
    noisy,
    random_grain,
    sample_plate,
    sharpened,
)
from forensic_lpr.synthesis.clips import SMALLEST, random_setting, through_codec
from forensic_lpr.synthesis.plates import CleanPlate

FRAMES = 6
"""Frames of a clip; the first is an I frame, the others lean on it."""
RATE = 12
"""Frames per second, as recorders keep."""
_BUSY = 2.5
"""The window is cut close round a plate, where an encoder spends more bits than on the rest of a picture."""


def record(rng: np.random.Generator, plate: CleanPlate, width: float, count: int) -> tuple[Photograph, ...]:
    """Different frames of one clip, as photographs.

    One lens, one exposure and one way of moving for the whole clip; noise in every frame anew.

    Args:
        rng: Source of everything that differs between two clips.
        plate: The drawn plate.
        width: Width of the plate on the sensor in pixels.
        count: Frames wanted, at most :data:`FRAMES`.
    """
    seen, to_picture = sample_plate(rng, plate, width)
    seen = expose(rng, blur(rng, seen, width))
    halo = (float(rng.uniform(0.6, 1.5)), float(rng.uniform(0.3, 1.6))) if rng.random() < 0.3 else None
    height, across = (max(SMALLEST, side + side % 2) for side in seen.shape)
    step = rng.normal(0, 0.03 * width + 0.5, 2) * [1, 0.4]
    start = np.array([(across - seen.shape[1]) / 2, (height - seen.shape[0]) / 2]) + rng.uniform(-0.5, 0.5, 2)
    grain = random_grain(rng, seen)
    frames, places = [], []
    for number in range(FRAMES):
        place = np.eye(3)
        # To and fro about the middle, so that the plate stays in the window.
        place[:2, 2] = start + step * np.sin(number) + rng.normal(0, 0.15, 2)
        frame = cv2.warpPerspective(
            seen, place, (across, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        taken = noisy(rng, np.asarray(frame, dtype=np.float32), grain)
        if halo is not None:
            taken = sharpened(taken, *halo)
        frames.append(np.clip(np.rint(taken), 0, 255).astype(np.uint8))
        places.append(place @ to_picture)
    setting = random_setting(rng)
    decoded = through_codec(frames, replace(setting, bits_per_pixel=_BUSY * setting.bits_per_pixel), RATE)
    chosen = rng.permutation(FRAMES)[:count]
    return tuple(
        Photograph(decoded[k], moved(plate.quad, places[k]), moved(plate.characters, places[k]))
        for k in chosen
    )
