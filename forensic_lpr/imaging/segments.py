"""Characters found without learning: a local threshold, then pieces of ink of a character's proportions."""

import itertools

import cv2
import numpy as np
from numpy.typing import NDArray

Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""
_HEIGHTS = (0.3, 0.85)
_WIDEST = 0.22
_MARGIN = 7
"""Grey levels by which ink must differ from its surroundings."""
_SCALE = 3
"""Enlargement before the threshold, so that thin gaps are not lost."""


def segments(plate: NDArray[np.uint8], count: int) -> tuple[Box, ...]:
    """At most ``count`` characters of a rectified plate uint8 (H, W), from left to right.

    Dark and bright characters are both tried; the polarity that gives more pieces of alike height wins. Pieces too wide
    for one character are cut where there is least ink.
    """
    large = cv2.resize(plate, None, fx=_SCALE, fy=_SCALE, interpolation=cv2.INTER_CUBIC)
    block = (large.shape[0] // 2) | 1
    found: list[list[Box]] = []
    for kind in (cv2.THRESH_BINARY_INV, cv2.THRESH_BINARY):
        margin = _MARGIN if kind == cv2.THRESH_BINARY_INV else -_MARGIN
        ink = cv2.adaptiveThreshold(large, 255, cv2.ADAPTIVE_THRESH_MEAN_C, kind, block, margin)
        found.append(_pieces(np.asarray(ink, dtype=np.uint8)))
    best = max(found, key=len)
    chosen = sorted(sorted(best, key=lambda box: -box[2] * box[3])[:count])
    return tuple((x // _SCALE, y // _SCALE, -(-w // _SCALE), -(-h // _SCALE)) for x, y, w, h in chosen)


def _pieces(ink: NDArray[np.uint8]) -> list[Box]:
    height, width = ink.shape
    total, _, facts, _ = cv2.connectedComponentsWithStats(ink, connectivity=4)
    pieces: list[Box] = []
    for x, y, w, h, _ in facts[1:total]:
        if _HEIGHTS[0] * height <= h <= _HEIGHTS[1] * height and w >= 0.015 * width:
            pieces += _cut(ink, (int(x), int(y), int(w), int(h)), _WIDEST * width)
    if not pieces:
        return []
    middle = float(np.median([h for _, _, _, h in pieces]))
    return [box for box in pieces if abs(box[3] - middle) < 0.35 * middle]


def _cut(ink: NDArray[np.uint8], box: Box, widest: float) -> list[Box]:
    """The piece, or its halves where characters have grown together."""
    x, y, w, h = box
    usual = 0.62 * h
    parts = round(w / usual) if w > 1.5 * usual else 1
    if parts < 2 or parts > 7 or w < widest * 0.5:
        return [box]
    columns = ink[y : y + h, x : x + w].sum(axis=0, dtype=np.int64)
    edges = [0]
    for part in range(1, parts):
        near = round(part * w / parts)
        reach = max(1, w // (4 * parts))
        edges.append(near - reach + int(np.argmin(columns[near - reach : near + reach + 1])))
    edges.append(w)
    return [(x + a, y, b - a, h) for a, b in itertools.pairwise(edges) if b > a]


def cut_out(
    plate: NDArray[np.uint8], boxes: NDArray[np.float64], width: int, height: int
) -> NDArray[np.uint8]:
    """Boxes (S, 4) of left, top, width, height out of a grey plate, brought to one size: uint8 (S, height, width)."""
    pieces = []
    for left, top, across, down in boxes:
        matrix = np.array(
            [
                [across / width, 0, left + 0.5 * across / width - 0.5],
                [0, down / height, top + 0.5 * down / height - 0.5],
            ]
        )
        pieces.append(
            cv2.warpAffine(
                plate,
                matrix,
                (width, height),
                flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REPLICATE,
            )
        )
    return np.array(pieces, dtype=np.uint8).reshape(-1, height, width)
