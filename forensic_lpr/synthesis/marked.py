"""Marked places, right and wrong, by (seed, index): what a quad can hold that is no plate, or not the way it should.

A plate hangs in wide surroundings; the quad is set on it as by a hand, or beside it, or where there is none, and the
picture is mirrored or turned. Plates of the known formats and of made-up ones (four to eight characters, other
proportions) take turns, so that a plate of another country is a plate too.
"""

from dataclasses import dataclass, replace
from typing import Literal, get_args

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import ColourScheme, Layout, PlateFormat, Row, Strip
from forensic_lpr.core.geometry import Quad, homography, resizing
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.imaging.resample import jpeg
from forensic_lpr.synthesis.camera import (
    Photograph,
    blur,
    expose,
    moved,
    noisy,
    random_grain,
    random_width,
    sharpened,
)
from forensic_lpr.synthesis.chance import log_uniform
from forensic_lpr.synthesis.plates import CleanPlate, PlateDesign, draw_plate, random_design
from forensic_lpr.synthesis.sampler import SCALE, mark_by_hand
from forensic_lpr.synthesis.surroundings import draw_surroundings

Float = NDArray[np.float32]
Place = Literal["plate", "nothing", "beside", "mirrored", "upside-down"]
PLACES: tuple[Place, ...] = get_args(Place)
"""A plate as it should be marked; no plate; a quad beside or of the wrong size; a picture that was turned over."""
_SPAN = 2.6
"""Width of the picture in widths of the plate."""
_TRIES = 60
_OTHERS = 0.4
"""Share of plates of made-up formats."""


@dataclass(frozen=True)
class MarkedPlace:
    """A picture and the quad marked in it.

    Attributes:
        image: Grey uint8 (H, W).
        quad: The marked corners.
        place: What they hold.
        text: The plate in the picture, or empty.
    """

    image: NDArray[np.uint8]
    quad: Quad
    place: Place
    text: str


def overexposed(place: MarkedPlace) -> MarkedPlace:
    """The place so bright that its characters drown too."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in place.quad.bounds())
    dark = float(np.percentile(place.image[y0 : y1 + 1, x0 : x1 + 1], 12))
    image = np.clip(place.image * np.float32(255 / max(dark, 1.0)), 0, 255).astype(np.uint8)
    return replace(place, image=image)


def flattened(place: MarkedPlace, seed: int) -> MarkedPlace:
    """The place after a codec that spent nothing on most of its blocks of 8 x 8 pixels: each has one level."""
    rng = np.random.default_rng([seed, 33])
    height, width = place.image.shape
    image = place.image.copy()
    share = float(rng.uniform(0.5, 0.9))
    for top in range(0, height, 8):
        for left in range(0, width, 8):
            if rng.random() < share:
                block = image[top : top + 8, left : left + 8]
                block[:] = round(float(block.mean()))
    return replace(place, image=image)


def led_astray(seed: int, quad: Quad, size: tuple[int, int]) -> Quad | None:
    """A quad moved by 30 to 60 % of its width or height, or of about twice or half its size, inside a picture.

    ``None`` where the picture has no room for one.
    """
    return _astray(np.random.default_rng([seed, 35]), quad, size)


class MarkedPlaces:
    """Marked places by (seed, index): the same everywhere and in any order.

    Five in a row, one of each kind, share one photograph of a plate where they show one: drawing costs most.

    Args:
        seed: Seed of the whole set.
        formats: Known plate formats.
        widths: Limits of the plate's width in pixels, or ``None`` for the training's mixture.
        others: Share of plates of made-up formats.
    """

    def __init__(
        self,
        seed: int,
        formats: tuple[PlateFormat, ...],
        widths: tuple[float, float] | None = None,
        others: float = _OTHERS,
    ) -> None:
        self._seed = seed
        self._formats = formats
        self._widths = widths
        self._others = others
        self._kept: tuple[int, Photograph, str] | None = None

    def __call__(self, index: int) -> MarkedPlace:
        """The marked place of this index; its kind is that of the index modulo five."""
        number, place = index // len(PLACES), PLACES[index % len(PLACES)]
        rng = np.random.default_rng([self._seed, 29, index])
        if place == "nothing":
            width = self._width(rng)
            image = _photographed(rng, _empty(rng, width), width)
            return MarkedPlace(image, _anywhere(rng, image, width), place, "")
        shot, text = self._photograph(number)
        image, quad = shot.image, mark_by_hand(rng, shot)
        if place == "beside":
            quad = _astray(rng, quad, (image.shape[1], image.shape[0])) or quad.shifted(0.4 * quad.width, 0.0)
        elif place != "plate":
            image, quad = turned(image, quad, place)
        return MarkedPlace(image, quad, place, text)

    def _photograph(self, number: int) -> tuple[Photograph, str]:
        if self._kept is None or self._kept[0] != number:
            rng = np.random.default_rng([self._seed, 31, number])
            design = _made_up(rng) if rng.random() < self._others else random_design(rng, self._formats)
            plate = draw_plate(rng, design, SCALE, 1)
            self._kept = (number, _in_surroundings(rng, plate, self._width(rng)), design.text)
        return self._kept[1:]

    def _width(self, rng: np.random.Generator) -> float:
        return random_width(rng) if self._widths is None else log_uniform(rng, *self._widths)


def _made_up(rng: np.random.Generator) -> PlateDesign:
    """A plate of no known country."""
    wide, high = ((520, 110), (305, 152), (400, 130), (335, 155), (440, 120))[int(rng.integers(5))]
    slots = int(rng.integers(5, 8)) if wide / high < 2.5 else int(rng.integers(5, 9))
    tall = high * float(rng.uniform(0.45, 0.72))
    top = (high - tall) * float(rng.uniform(0.4, 0.7))
    side = float(rng.uniform(0.03, 0.12)) * wide
    gap = int(rng.integers(1, slots)) if rng.random() < 0.7 else 0
    row = Row(
        slots,
        side * float(rng.uniform(0.6, 1.6)),
        wide - side,
        top,
        tall,
        tall * float(rng.uniform(0.12, 0.18)),
        gap,
        wide * float(rng.uniform(0.02, 0.09)) if gap else 0.0,
    )
    strip = Strip(wide * 0.2, wide * 0.8, high * 0.03, top * 0.8, "city") if rng.random() < 0.5 else None
    layout = Layout("made up", 1.0, (wide, high), 5.0, (row,), "dot" if rng.random() < 0.3 else "none", strip)
    dark, bright = rng.integers(0, 90), rng.integers(150, 256)
    levels = (bright, dark) if rng.random() < 0.8 else (dark, bright)
    back, front = ((int(v), int(v), int(v)) for v in levels)
    pattern = "".join("LN"[int(rng.random() < 0.5)] for _ in range(slots))
    made_up = PlateFormat(
        "made-up", "Made up", pattern, {"outline": 1.0}, (layout,), (ColourScheme("", 1.0, back, front),)
    )
    return random_design(rng, (made_up,))


def _empty(rng: np.random.Generator, width: float) -> Float:
    across = max(24, round(width * _SPAN))
    return draw_surroundings(rng, across, max(16, round(across * 0.62)))


def _in_surroundings(rng: np.random.Generator, plate: CleanPlate, width: float) -> Photograph:
    """The plate in a wide picture, photographed."""
    picture = _empty(rng, width)
    height, across = picture.shape
    aspect = plate.quad.width / plate.quad.height
    squeeze = float(rng.normal(1.0, 0.06)) if rng.random() < 0.6 else float(rng.uniform(0.95, 1.6))
    high = min(max(6.0, width / aspect * squeeze), height * 0.8)
    roll = np.radians(float(np.clip(rng.normal(0, 4.0), -14, 14)))
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * [width, high]
    corners = corners @ np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]])
    corners[:, 0] += corners[:, 1] * float(rng.normal(0, 0.12))
    corners += rng.normal(0, 0.02, (4, 2)) * high
    room = np.array([across, height]) / 2 + rng.uniform(-0.08, 0.08, 2) * [across, height]
    corners += room
    matrix = homography(plate.quad.array(), corners)
    drawing, reduction = _cut_out(rng, plate)
    factor = width / plate.quad.width * 1.4
    if factor < 1:
        # Area-average first: the warp below samples points.
        size = (max(8, round(drawing.shape[1] * factor)), max(8, round(drawing.shape[0] * factor)))
        fx, fy = size[0] / drawing.shape[1], size[1] / drawing.shape[0]
        drawing = np.asarray(cv2.resize(drawing, size, interpolation=cv2.INTER_AREA), dtype=np.float32)
        reduction = resizing(fx, fy) @ reduction
    cv2.warpPerspective(
        drawing,
        matrix @ np.linalg.inv(reduction),
        (across, height),
        dst=picture,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    image = _photographed(rng, picture, width)
    return Photograph(image, moved(plate.quad, matrix), moved(plate.characters, matrix))


def _cut_out(rng: np.random.Generator, plate: CleanPlate) -> tuple[Float, NDArray[np.float64]]:
    """The sheet with none, some or all of the bodywork that was drawn round it, and where it was cut out."""
    x0, y0, x1, y1 = plate.quad.bounds()
    left, above, right, below = rng.uniform(0, 1, 4) * (rng.random() < 0.5)
    height, width = plate.image.shape
    x0, y0 = round(x0 * (1 - left)), round(y0 * (1 - above))
    x1, y1 = round(x1 + (width - 1 - x1) * right), round(y1 + (height - 1 - y1) * below)
    shift = np.array([[1.0, 0, -x0], [0, 1.0, -y0], [0, 0, 1.0]])
    return plate.image[y0 : y1 + 1, x0 : x1 + 1], shift


def _photographed(rng: np.random.Generator, seen: Float, width: float) -> NDArray[np.uint8]:
    """Optics, exposure, sensor, compression."""
    seen = expose(rng, blur(rng, seen, width))
    seen = noisy(rng, seen, random_grain(rng, seen))
    if rng.random() < 0.3:
        seen = sharpened(seen, float(rng.uniform(0.6, 1.5)), float(rng.uniform(0.3, 1.6)))
    image = np.clip(np.rint(seen), 0, 255).astype(np.uint8)
    return jpeg(image, int(rng.integers(18, 96))) if rng.random() < 0.8 else image


def _anywhere(rng: np.random.Generator, image: NDArray[np.uint8], width: float) -> Quad:
    """A quad of a plate's proportions anywhere in a picture."""
    height, across = image.shape
    high = min(width / float(rng.uniform(1.2, 5.0)), height * 0.9)
    x, y = rng.uniform([0, 0], [max(1.0, across - width), max(1.0, height - high)])
    corners = np.array([[x, y], [x + width, y], [x + width, y + high], [x, y + high]])
    corners += rng.normal(0, 0.03, (4, 2)) * [width, high]
    return _quad(corners) or Quad.from_box(0, 0, max(3, across - 1), max(3, height - 1))


def _astray(rng: np.random.Generator, quad: Quad, size: tuple[int, int]) -> Quad | None:
    corners = quad.array()
    across, down = corners[1] - corners[0], corners[3] - corners[0]
    for _ in range(_TRIES):
        kind = rng.random()
        far = float(rng.uniform(0.3, 0.6)) * (1 if rng.random() < 0.5 else -1)
        if kind < 0.4:
            moved_corners = corners + far * across + float(rng.normal(0, 0.08)) * down
        elif kind < 0.8:
            moved_corners = corners + far * down + float(rng.normal(0, 0.08)) * across
        else:
            factor = float(rng.uniform(1.7, 2.2)) if rng.random() < 0.5 else float(rng.uniform(0.4, 0.6))
            middle = corners.mean(axis=0)
            moved_corners = middle + (corners - middle) * factor
        low, high = moved_corners.min(axis=0), moved_corners.max(axis=0)
        found = _quad(moved_corners)
        if found is not None and (low > -0.5).all() and (high < np.array(size) - 0.5).all():
            return found
    return None


def turned(image: NDArray[np.uint8], quad: Quad, place: Place) -> tuple[NDArray[np.uint8], Quad]:
    """Picture and quad as in a mirror, or on their head; the corners are named anew."""
    height, width = image.shape
    corners = quad.array()
    corners[:, 0] = width - 1 - corners[:, 0]
    if place == "upside-down":
        corners[:, 1] = height - 1 - corners[:, 1]
        image = image[::-1, ::-1]
    else:
        image = image[:, ::-1]
    return np.ascontiguousarray(image), Quad.from_points(corners)


def _quad(corners: NDArray[np.float64]) -> Quad | None:
    try:
        return Quad.from_points(corners)
    except QuadInvalid:
        return None
