"""What years on the road and the light of the moment do to a plate."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float32]


def emboss(sheet: Float, ink: NDArray[np.uint8], rng: np.random.Generator, scale: float) -> None:
    """Light from above on the raised characters: a bright and a dark edge."""
    offset = max(1, round(scale * float(rng.uniform(0.8, 2.0))))
    edge = ink.astype(np.float32)
    edge[offset:] -= ink[:-offset].astype(np.float32)
    edge *= np.float32(rng.uniform(-0.25, 0.25))
    _add(sheet, edge)


def chip(alpha: Float, rng: np.random.Generator) -> None:
    """Paint lost in patches."""
    height, width = alpha.shape
    coarse = rng.random((max(2, height // 12), max(2, width // 12))).astype(np.float32)
    patches = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    alpha *= 1 - np.clip(
        (patches - np.float32(rng.uniform(0.55, 0.85))) * 6, 0, np.float32(rng.uniform(0.3, 0.9))
    )


def fade(alpha: Float, rng: np.random.Generator) -> None:
    """Characters that stand out less in some places than in others: worn paint, a film of dirt, lamps from one side."""
    height, width = alpha.shape
    coarse = rng.uniform(float(rng.uniform(0.2, 0.8)), 1.0, (2, 6)).astype(np.float32)
    alpha *= cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)


def age(sheet: Float, rng: np.random.Generator, wear: float) -> None:
    """Dirt, uneven light, shadow edges, lamp glare."""
    height, width = sheet.shape[:2]
    if rng.random() < 0.7:
        coarse = rng.normal(0, float(rng.uniform(1, 14)) * wear, (5, 11)).astype(np.float32)
        _add(sheet, cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC))
    if rng.random() < 0.25:
        fine = rng.normal(0, float(rng.uniform(2, 12)) * wear, (height // 5 + 1, width // 5 + 1)).astype(
            np.float32
        )
        _add(sheet, cv2.resize(fine, (width, height), interpolation=cv2.INTER_LINEAR))
    if rng.random() < 0.18:
        x0, x1 = rng.uniform(-0.2, 1.2, 2) * width
        corners = np.array([[x0, 0], [x1, height], [width, height], [width, 0]], np.int32)
        shade = np.ones((height, width), np.float32)
        cv2.fillPoly(shade, [corners], float(rng.uniform(0.35, 0.85)))
        sheet *= _shaped(sheet, shade)
    if rng.random() < 0.12:
        x, y = float(rng.uniform(0, width)), float(rng.uniform(-0.1, 0.5)) * height
        ys, xs = np.ogrid[:height, :width]
        distance = ((xs - x) / (width * rng.uniform(0.05, 0.3))) ** 2 + (
            (ys - y) / (height * rng.uniform(0.15, 0.5))
        ) ** 2
        _add(sheet, np.float32(rng.uniform(40, 180)) * np.exp(-distance).astype(np.float32))
    overhang(sheet, rng.spawn(1)[0])


def overhang(sheet: Float, rng: np.random.Generator) -> None:
    """What hangs over the upper edge of many plates: a lid or bumper that shades it, lamps that shine along it.

    Args:
        sheet: Changed in place.
        rng: A stream of its own, which leaves all other draws of the plate as they were.
    """
    height, width = sheet.shape[:2]
    down = (np.arange(height, dtype=np.float32) / height)[:, None]
    across = (np.arange(width, dtype=np.float32) / width)[None]
    if rng.random() < 0.12:
        edge = float(rng.uniform(0.04, 0.34)) + float(rng.normal(0, 0.04)) * (across - 0.5)
        light = np.clip((down - edge) / np.float32(rng.uniform(0.02, 0.2)) + 0.5, 0, 1)
        dark = np.float32(rng.uniform(0.25, 0.85))
        shade = dark + (1 - dark) * light
        sheet *= _shaped(sheet, shade)
    if rng.random() < 0.08:
        glow = np.zeros((1, width), np.float32)
        for _ in range(int(rng.integers(1, 3))):
            centre, reach = float(rng.uniform(0.1, 0.9)), float(rng.uniform(0.1, 0.4))
            glow += np.exp(-(((across - centre) / reach) ** 2))
        fall = np.exp(-((down / np.float32(rng.uniform(0.08, 0.35))) ** 2))
        _add(sheet, np.float32(rng.uniform(25, 130)) * glow * fall)


def _add(sheet: Float, layer: NDArray[Any]) -> None:
    sheet += _shaped(sheet, layer)


def _shaped(sheet: Float, layer: NDArray[Any]) -> NDArray[Any]:
    """A layer (H, W) with as many dimensions as the sheet, grey or colour."""
    return layer if sheet.ndim == 2 else layer[..., None]
