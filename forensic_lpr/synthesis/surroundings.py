"""What stands round a plate and is none: bodywork, grilles, foliage, walls, lettering.

The pictures are drawn wide, so that a quad that was set beside the plate shows what it would show there.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.alphabet import DIGITS, LETTERS
from forensic_lpr.synthesis import faces

Float = NDArray[np.float32]


def draw_surroundings(rng: np.random.Generator, width: int, height: int) -> Float:
    """A picture without a plate, float32 (height, width), grey levels about 0 to 255."""
    canvas = _field(rng, width, height, 2, float(rng.uniform(3, 45))) + np.float32(rng.uniform(15, 215))
    if rng.random() < 0.4:
        canvas += _foliage(rng, width, height) * np.float32(rng.uniform(4, 40))
    if rng.random() < 0.35:
        _grille(canvas, rng)
    for _ in range(int(rng.integers(0, 9))):
        _shape(canvas, rng)
    for _ in range(int(rng.choice(4, p=[0.55, 0.25, 0.12, 0.08]))):
        _lettering(canvas, rng)
    return np.asarray(np.clip(canvas, 0, 255), dtype=np.float32)


def _field(rng: np.random.Generator, width: int, height: int, coarse: int, strength: float) -> Float:
    """A smooth change of level."""
    small = rng.normal(0, strength, (coarse + 1, 2 * coarse + 1)).astype(np.float32)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.float32)


def _foliage(rng: np.random.Generator, width: int, height: int) -> Float:
    """Shapes of all sizes, as leaves, gravel and rough walls have; of standard deviation one."""
    total = np.zeros((height, width), np.float32)
    for side in (3, 6, 12, 24, 48, 96):
        small = rng.standard_normal((side, 2 * side), dtype=np.float32)
        total += cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR) * np.float32(
            side ** -float(rng.uniform(0.1, 0.8))
        )
    return np.asarray(total / max(float(total.std()), 1e-3), dtype=np.float32)


def _grille(canvas: Float, rng: np.random.Generator) -> None:
    """Bars at an even pitch over a part of the picture: radiator grilles, fences, blinds."""
    height, width = canvas.shape
    x0, x1 = np.sort(rng.integers(0, width, 2))
    y0, y1 = np.sort(rng.integers(0, height, 2))
    pitch = float(rng.uniform(0.015, 0.09)) * width
    phase = np.arange(y0, y1)[:, None] if rng.random() < 0.5 else np.arange(x0, x1)[None, :]
    bars = np.sin(2 * np.pi * phase / pitch + rng.uniform(0, 6)) > rng.uniform(-0.6, 0.6)
    canvas[y0:y1, x0:x1] += np.float32(rng.uniform(-90, 90)) * bars


def _shape(canvas: Float, rng: np.random.Generator) -> None:
    """An edge, a lamp, a pane: a line, a box or an ellipse of one level."""
    height, width = canvas.shape
    level = float(rng.uniform(5, 240))
    x, y = int(rng.integers(width)), int(rng.integers(height))
    across, down = int(rng.uniform(0.03, 0.4) * width), int(rng.uniform(0.03, 0.4) * height)
    thickness = int(rng.integers(1, max(2, width // 60))) if rng.random() < 0.5 else -1
    kind = rng.random()
    if kind < 0.35:
        end = (x + across, y + int(rng.uniform(-0.3, 0.3) * down))
        cv2.line(canvas, (x, y), end, level, int(rng.integers(1, max(2, width // 50))), cv2.LINE_AA)
    elif kind < 0.75:
        cv2.rectangle(canvas, (x, y), (x + across, y + down), level, thickness)
    else:
        angle = float(rng.uniform(-20, 20))
        cv2.ellipse(canvas, (x, y), (across // 2 + 1, down // 2 + 1), angle, 0, 360, level, thickness)


def _lettering(canvas: Float, rng: np.random.Generator) -> None:
    """A word on a sticker, a wall or a bus: letters without a plate."""
    fonts = faces.plate_fonts()
    count = int(rng.integers(2, 14))
    symbols = LETTERS if rng.random() < 0.8 else LETTERS + DIGITS
    text = "".join(symbols[int(rng.integers(len(symbols)))] for _ in range(count))
    mask = faces.text_mask(fonts[int(rng.integers(len(fonts)))], text)
    height, width = canvas.shape
    high = max(3, int(rng.uniform(0.02, 0.2) * height))
    across = max(3, min(width - 1, round(mask.shape[1] * high / mask.shape[0])))
    ink = cv2.resize(mask, (across, high), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    x, y = int(rng.integers(0, width - across)), int(rng.integers(0, height - high))
    part = canvas[y : y + high, x : x + across]
    part += ink * (np.float32(rng.uniform(0, 255)) - part)
