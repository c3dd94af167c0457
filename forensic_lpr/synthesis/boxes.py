"""Where the characters of a labelled plate are: from the format's layout, then corrected to the ink.

Convention: a box is (left, top, width, height) in pixels with edges between pixels: the box (0, 0, W, H) is the whole
plate image, and a box from 3 to 5 covers the pixels 3 and 4. (Edges are half a pixel off the coordinates of quads,
which count from the centre of the first pixel.)
"""

import itertools
import math

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import Layout, PlateFormat, Row

Boxes = NDArray[np.float64]
_GLYPH = 0.84
"""Width of a character as a share of its cell, before correction."""
_SHIFTS = np.linspace(-0.09, 0.09, 37)
_SCALES = np.linspace(0.86, 1.10, 13)
_VERTICAL_SHIFTS = np.linspace(-0.14, 0.14, 29)
_VERTICAL_SCALES = np.linspace(0.8, 1.2, 9)
_REACH = 0.3
"""A cut between two characters may move by this share of their pitch."""
_INK = 0.12
"""A column belongs to the character where its ink exceeds the cut's by this share of the strongest column."""
_LEAST = 0.5
"""A box is not narrower than this share of the pitch: too wide costs sheet, too narrow costs strokes."""
_PULL = 0.8
"""How strongly the layout holds against the ink: score lost per unit of shift or scale."""

_SHAPE = 0.2
"""How strongly the shape of a plate speaks for a layout beside its edges, which range from -1 to 1."""


def likely_layout(image: NDArray[np.uint8], plate_format: PlateFormat, aspect: float) -> Layout:
    """Which of its layouts a plate has: the one whose rows hold the edges of the characters.

    The shape alone misleads, because a plate of one row seen from the side is as narrow as one of two rows; it
    decides where there are no edges.

    Args:
        image: Grey plate image, uint8 (H, W).
        plate_format: Its format.
        aspect: Width over height of the plate as it was marked.
    """
    levels = image.astype(np.float64)
    edges = np.abs(levels[:, 2:] - levels[:, :-2]).mean(axis=1)
    places = (np.arange(len(edges)) + 0.5) / len(edges)

    def fit(layout: Layout) -> float:
        down = places * layout.size_mm[1]
        inside = np.zeros(len(edges), dtype=np.bool_)
        for row in layout.rows:
            inside |= (down > row.top_mm) & (down < row.top_mm + row.height_mm)
        outside = ~inside
        if layout.strip is not None:  # its words have edges too
            outside &= (down < layout.strip.top_mm) | (down > layout.strip.top_mm + layout.strip.height_mm)
        within, beside = float(edges[inside].mean()), float(edges[outside].mean())
        shape = abs(math.log(layout.size_mm[0] / layout.size_mm[1] / aspect))
        return (within - beside) / (within + beside + 1e-6) - _SHAPE * shape

    return max(plate_format.layouts, key=fit)


def boxes_from_layout(plate_format: PlateFormat, layout: Layout, size: tuple[int, int]) -> Boxes:
    """Boxes (S, 4) of a plate that fills a rectified picture, from the layout alone.

    Characters are taken to stand in cells of even pitch, as they nearly do on plates with one stroke width.

    Args:
        plate_format: The format; its pattern tells the number of slots.
        layout: Which of its layouts.
        size: Width and height of the plate image in pixels.
    """
    across, down = size[0] / layout.size_mm[0], size[1] / layout.size_mm[1]
    boxes = []
    for row in layout.rows:
        gap = row.gap_mm if row.gap_after else 0.0
        cell = (row.right_mm - row.left_mm - gap) / row.slots
        for slot in range(row.slots):
            left = row.left_mm + slot * cell + (gap if row.gap_after and slot >= row.gap_after else 0.0)
            left += (1 - _GLYPH) / 2 * cell
            boxes.append((left * across, row.top_mm * down, cell * _GLYPH * across, row.height_mm * down))
    assert len(boxes) == len(plate_format.pattern)  # held by the format itself
    return np.array(boxes, dtype=np.float64)


def fit_boxes(image: NDArray[np.uint8], boxes: Boxes, layout: Layout) -> Boxes:
    """The boxes moved and scaled to the ink.

    Row by row, on the ink (how far a pixel lies beyond the sheet's local level; dark and bright characters are both
    tried, and the better fit is kept):

    1. height and place of the row: the shift and scale for which the ink inside exceeds the ink above and below most;
    2. place and pitch of the row: the shift and scale for which the ink inside the boxes exceeds that between most;
    3. each cut between neighbours moves to the emptiest column within 0.3 of the pitch;
    4. each box shrinks to the columns with ink between its cuts, but not below half of the pitch (1, I).

    Where a row has no ink (blank, saturated), its boxes stay as the layout says.

    Args:
        image: Grey plate image, uint8 (H, W).
        boxes: From :func:`boxes_from_layout`.
        layout: The same layout.
    """
    fitted = boxes.copy()
    taken = 0
    for row in layout.rows:
        part = slice(taken, taken + row.slots)
        fitted[part] = _fit_row(image, boxes[part], row)
        taken += row.slots
    return fitted


def _fit_row(image: NDArray[np.uint8], boxes: Boxes, row: Row) -> Boxes:
    height, width = image.shape
    tall = float(boxes[0, 3])
    start = max(0, round(float(boxes[0, 1]) - 0.3 * tall))
    stop = min(height, round(float(boxes[0, 1]) + 1.3 * tall))
    band = image[start:stop].astype(np.float32)
    local = boxes - [0.0, float(start), 0.0, 0.0]
    columns = slice(max(0, round(boxes[0, 0])), min(width, round(boxes[-1, 0] + boxes[-1, 2])))
    best: tuple[float, Boxes, NDArray[np.float64]] | None = None
    for sign in (-1, 1):
        ink = _ink(band, sign, local)
        if ink is None:
            return boxes
        top, high, upright = _fit_height(ink[:, columns].mean(axis=1), float(local[0, 1]), tall)
        rows = slice(max(0, round(top)), max(round(top) + 2, min(len(band), round(top + high))))
        profile = np.asarray(ink[rows].mean(axis=0), dtype=np.float64)
        fitted, across = _fit_pitch(profile, boxes)
        fitted[:, 1], fitted[:, 3] = top + start, high
        if best is None or upright + across > best[0]:
            best = (upright + across, fitted, profile)
    assert best is not None
    return _fit_cuts(best[2], best[1], row)


def _ink(band: NDArray[np.float32], sign: int, boxes: Boxes) -> NDArray[np.float32] | None:
    """How far each pixel is on the characters' side of the sheet, float32 >= 0; ``None`` without contrast.

    Args:
        band: Grey rows round the characters.
        sign: -1 for dark characters, 1 for bright ones.
        boxes: Where the layout has them within the band.
    """
    top, bottom = max(0, round(boxes[0, 1])), round(boxes[0, 1] + boxes[0, 3])
    rows = band[top:bottom]
    edges = np.linspace(0, band.shape[1], 7).astype(int)
    # The sheet is the level that a fifth of the pixels of each stretch reach; ink covers up to two thirds.
    quantile = 82 if sign < 0 else 18
    levels = [float(np.percentile(rows[:, a:b], quantile)) for a, b in itertools.pairwise(edges)]
    sheet = np.interp(np.arange(band.shape[1]), (edges[:-1] + edges[1:]) / 2, levels)
    ink = (band - sheet.astype(np.float32)) * np.float32(sign)
    # Small print, holes and shadows must not outweigh the characters.
    strongest = float(np.percentile(ink[top:bottom], 90))
    return np.clip(ink, 0, np.float32(strongest)) if strongest >= 8 else None


def _sums(profile: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.concatenate([[0.0], np.cumsum(profile)])


def _between(
    sums: NDArray[np.float64], left: NDArray[np.float64], right: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Sum of a profile between two edges, which need not be whole."""
    places = np.arange(len(sums), dtype=np.float64)
    return np.asarray(np.interp(right, places, sums) - np.interp(left, places, sums))


def _fit_height(profile: NDArray[np.float32], top: float, tall: float) -> tuple[float, float, float]:
    """Top, height and score of the best row."""
    sums = _sums(profile.astype(np.float64))
    scale, shift = (grid.ravel() for grid in np.meshgrid(_VERTICAL_SCALES, _VERTICAL_SHIFTS))
    heights = tall * scale
    tops = top + tall / 2 + tall * shift - heights / 2
    edge = np.maximum(1.5, 0.12 * heights)
    inside = _between(sums, tops, tops + heights) / heights
    outside = (_between(sums, tops - edge, tops) + _between(sums, tops + heights, tops + heights + edge)) / (
        2 * edge
    )
    penalty = _PULL * (np.abs(shift) + 0.5 * np.abs(scale - 1))
    usual = float(profile[max(0, round(top)) : max(1, round(top + tall))].mean())
    score = (inside - outside) / max(1e-6, usual) - penalty
    best = int(np.argmax(score))
    return float(tops[best]), float(heights[best]), float(score[best])


def _fit_pitch(profile: NDArray[np.float64], boxes: Boxes) -> tuple[Boxes, float]:
    """One shift and scale for the whole row, and its score."""
    sums = _sums(profile)
    whole = float(boxes[-1, 0] + boxes[-1, 2] - boxes[0, 0])
    middle = float(boxes[0, 0]) + whole / 2
    scale, shift = (grid.ravel()[:, None] for grid in np.meshgrid(_SCALES, _SHIFTS))
    lefts = middle + (boxes[None, :, 0] - middle) * scale + shift * len(profile)
    widths = boxes[None, :, 2] * scale
    inside = _between(sums, lefts, lefts + widths).sum(axis=1) / widths.sum(axis=1)
    gap_left = np.concatenate([lefts[:, :1] - 2, lefts + widths], axis=1)
    gap_right = np.concatenate([lefts, lefts[:, -1:] + widths[:, -1:] + 2], axis=1)
    # The separator's dot stands in the widest gap: only the two ends of each gap count.
    rim = np.minimum(1.5, (gap_right - gap_left) / 2)
    outside = _between(sums, gap_left, gap_left + rim) + _between(sums, gap_right - rim, gap_right)
    empty = outside.sum(axis=1) / np.maximum(1e-6, 2 * rim.sum(axis=1))
    usual = float(_between(sums, boxes[:, 0], boxes[:, 0] + boxes[:, 2]).sum() / boxes[:, 2].sum())
    penalty = _PULL * (np.abs(shift[:, 0]) + 0.5 * np.abs(scale[:, 0] - 1))
    score = (inside - empty) / max(1e-6, usual) - penalty
    best = int(np.argmax(score))
    fitted = boxes.copy()
    fitted[:, 0], fitted[:, 2] = lefts[best], widths[best]
    return fitted, float(score[best])


def _fit_cuts(profile: NDArray[np.float64], boxes: Boxes, row: Row) -> Boxes:
    """Cuts at the emptiest columns, boxes shrunk to the ink between them."""
    count = len(profile)
    centres = boxes[:, 0] + boxes[:, 2] / 2
    pitch = float(np.median(np.diff(centres))) if len(centres) > 1 else float(boxes[0, 2])
    fitted = boxes.copy()
    for slot in range(len(boxes)):
        after_gap = bool(row.gap_after) and slot == row.gap_after
        before_gap = bool(row.gap_after) and slot == row.gap_after - 1
        first = slot == 0 or after_gap
        last = slot == len(boxes) - 1 or before_gap
        want_left = centres[slot] - pitch / 2 if first else (centres[slot - 1] + centres[slot]) / 2
        want_right = centres[slot] + pitch / 2 if last else (centres[slot] + centres[slot + 1]) / 2
        left = _emptiest(profile, want_left, _REACH * pitch)
        right = _emptiest(profile, want_right, _REACH * pitch)
        start, stop = max(0, round(left)), min(count, round(right))
        if stop - start < 2:
            continue
        piece = profile[start:stop]
        empty = min(float(piece[0]), float(piece[-1]))
        inked = np.flatnonzero(piece > empty + _INK * (float(piece.max()) - empty))
        if not len(inked) or float(piece.max()) < 0.25 * float(profile.max()):
            continue
        x0, x1 = start + float(inked[0]), start + float(inked[-1]) + 1
        least = _LEAST * pitch
        if x1 - x0 < least:
            x0, x1 = (x0 + x1 - least) / 2, (x0 + x1 + least) / 2
        fitted[slot, 0], fitted[slot, 2] = x0, x1 - x0
    return fitted


def _emptiest(profile: NDArray[np.float64], place: float, reach: float) -> float:
    """The edge nearest to ``place`` with the least ink on both of its sides, within ``reach`` pixels."""
    low, high = max(1, round(place - reach)), min(len(profile) - 1, round(place + reach))
    if high <= low:
        return min(max(place, 0.0), float(len(profile)))
    edges = np.arange(low, high + 1)
    ink = profile[edges - 1] + profile[np.minimum(edges, len(profile) - 1)]
    cost = ink / max(1e-6, float(profile.max())) + 0.35 * ((edges - place) / reach) ** 2
    return float(edges[int(np.argmin(cost))])
