"""One picture of a plate from many frames: registered, brought to one exposure, averaged so that outliers hardly count.

An illustration: its pixels are computed from those of the frames and show nothing that the frames do not hold
together. Noise and the codec's errors differ from frame to frame and shrink; what all frames share, blur and dirt,
stays.

Method: each plate image is related to the running estimate by a gain and an offset (weighted least squares); then
every pixel takes the weighted Tukey biweight location of the frames (Mosteller and Tukey, Data Analysis and
Regression, 1977, ch. 10), from the weighted median on. What covers the plate in a few frames lies far from the rest
and gets weight 0. The two steps are repeated. Everything is float64, and the order of the frames is fixed, so the
same frames give the same bits.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.rectify import rectify, to_grey

WIDTH, HEIGHT = 240, 80
"""Pixels of the raster: twice the network's plate image, so that what frames add between its pixels has room."""
MOST_FRAMES = 120
"""More frames than these, the heaviest, change nothing that can be seen."""
TUKEY = 4.685
"""Distance in robust standard deviations from which a frame's pixel counts nothing (95 % efficient on normal noise)."""
_ROUNDS = 3
_LOCATION_STEPS = 3
_LEAST_SPREAD = 2.0
"""Grey levels; where frames agree more closely than that, rounding decides and not a deviation."""
_GAINS = (0.25, 4.0)
_MAD = 1.4826
"""Median absolute deviation to standard deviation, normal distribution."""

Float = NDArray[np.float64]


def registered(image: NDArray[np.uint8], quad: Quad) -> NDArray[np.uint8]:
    """The plate of one frame on the common raster, grey, read-only.

    Args:
        image: uint8 (H, W) or RGB (H, W, 3).
        quad: The plate in that frame.
    """
    plate = to_grey(rectify(image, quad, WIDTH, HEIGHT))
    plate.setflags(write=False)
    return plate


def average(plates: Sequence[NDArray[np.uint8]], weights: Sequence[float]) -> NDArray[np.uint8]:
    """The robust average of registered plate images, at the exposure of the heaviest.

    Args:
        plates: uint8, all of one shape (H, W).
        weights: One per plate, 0 or more.

    Returns:
        uint8 (H, W), read-only.

    Raises:
        ValueError: there are no plates, they differ in shape, or the weights make no sense.
    """
    if not plates or len(plates) != len(weights) or any(p.shape != plates[0].shape for p in plates):
        raise ValueError("an average needs plates of one shape, and a weight for each")
    heavy = np.asarray(weights, dtype=np.float64)
    if not np.isfinite(heavy).all() or (heavy < 0).any():
        raise ValueError("weights must be finite and at least 0")
    if heavy.sum() == 0:
        heavy = np.ones(len(plates))
    order = np.argsort(-heavy, kind="stable")[:MOST_FRAMES]
    order = order[heavy[order] > 0]
    shape = plates[0].shape
    stack = np.stack([plates[k] for k in order]).reshape(len(order), -1).astype(np.float64)
    heavy = heavy[order] / heavy[order].sum()
    levels = _start(stack)
    estimate = _location(levels, heavy, _median(levels, heavy))
    for _ in range(_ROUNDS - 1):
        levels = _levelled(stack, levels, estimate)
        estimate = _location(levels, heavy, estimate)
    result = np.clip(np.rint(estimate), 0, 255).astype(np.uint8).reshape(shape)
    result.setflags(write=False)
    return result


def _start(stack: Float) -> Float:
    """All plates at the median and spread of the heaviest; robust, so that a cover moves little."""
    middle = np.median(stack, axis=1, keepdims=True)
    spread = np.abs(stack - middle).mean(axis=1, keepdims=True)
    gain = np.clip(spread[0] / np.maximum(spread, 1e-9), *_GAINS)
    return np.asarray((stack - middle) * gain + middle[0])


def _levelled(stack: Float, levels: Float, estimate: Float) -> Float:
    """Each plate brought to the estimate's grey levels by gain and offset, from the pixels that agree with it."""
    spread = _spread(levels - estimate)
    trust = _biweight((levels - estimate) / spread)
    total = np.maximum(trust.sum(axis=1, keepdims=True), 1e-9)
    own = (trust * stack).sum(axis=1, keepdims=True) / total
    wanted = (trust * estimate).sum(axis=1, keepdims=True) / total
    # The frame is explained by the estimate and not the other way round: the estimate has less noise, and noise in
    # what explains would make every gain too small.
    away = estimate - wanted
    power = (trust * away * away).sum(axis=1, keepdims=True)
    common = (trust * away * (stack - own)).sum(axis=1, keepdims=True)
    gain = power / np.maximum(common, 1e-9)
    # The heaviest plate sets the exposure, so that rounds do not drift.
    gain[0], own[0], wanted[0] = 1.0, 0.0, 0.0
    return np.asarray((stack - own) * np.clip(gain, *_GAINS) + wanted)


def _location(levels: Float, weights: Float, estimate: Float) -> Float:
    """Weighted Tukey biweight location of every pixel, (pixels,), from a robust estimate on."""
    spread = _spread(levels - estimate)
    for _ in range(_LOCATION_STEPS):
        trust = weights[:, None] * _biweight((levels - estimate) / spread)
        total = trust.sum(axis=0)
        moved = (trust * levels).sum(axis=0) / np.maximum(total, 1e-12)
        estimate = np.where(total > 1e-12, moved, estimate)
    return np.asarray(estimate)


def _median(levels: Float, weights: Float) -> Float:
    """The weighted median of every pixel."""
    by_pixel = np.ascontiguousarray(levels.T)
    order = np.argsort(by_pixel, axis=1, kind="stable")
    reached = np.cumsum(weights[order], axis=1) >= 0.5 - 1e-12
    place = np.take_along_axis(order, reached.argmax(axis=1)[:, None], axis=1)
    return np.asarray(np.take_along_axis(by_pixel, place, axis=1)[:, 0])


def _spread(deviations: Float) -> Float:
    """Robust standard deviation of every pixel over the frames."""
    middle = np.median(np.ascontiguousarray(np.abs(deviations).T), axis=1)
    return np.asarray(np.maximum(_MAD * middle, _LEAST_SPREAD))


def _biweight(deviations: Float) -> Float:
    """Tukey's weights of standardised deviations."""
    inner = deviations / TUKEY
    np.subtract(1.0, np.square(inner, out=inner), out=inner)
    return np.square(np.maximum(inner, 0.0, out=inner), out=inner)
