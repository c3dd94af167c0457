"""Pairs of pictures of one plate, near and far, from clips in which a car drives away.

The paper (section 2.2) filmed a road, followed each vehicle and chose by hand one frame in which a person can read
the plate and one in which he cannot. Here the road, the car and the plate are drawn, the recorder's codec is real,
and the choice is by the plate's width on the sensor. The scene is kept lean: only a window of the picture is drawn
and encoded, and one clip gives several pairs.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad, corner_pixels, homography, project, resizing
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.clips import random_setting, through_codec
from forensic_lpr.synthesis.plates import CleanPlate, draw_plate, random_design
from forensic_lpr.synthesis.scan import View, Views, interlaced

Float = NDArray[np.float32]
_INTERLACED = 0.4
"""Share of the clips of interlaced cameras."""
_FIELD_STEP = 1.4
"""How far a plate moves sideways from one field to the next, in pixels of the sensor: standard deviation."""
PLATE_SIZE = (120, 40)
"""Width and height of the rectified plates in pixels."""
NEAR_FROM = 90.0
"""Plate width on the sensor in pixels from which a frame may be the high-resolution one."""
FAR_RANGE = (25.0, 80.0)
"""Plate widths on the sensor in pixels between which a frame may be the low-resolution one."""
_VIEWS_SEED = 53
PAIRS_PER_CLIP = 4
FRAMES = 13
RATE = 8
"""Frames per second; what rates a recorder keeps of a road that nobody watches."""
WINDOW = (240, 128)
"""Width and height of the part of the picture that is drawn, in pixels."""
_SCALE = 0.75
"""Pixels per millimetre of the drawn plate."""


@dataclass(frozen=True)
class Pair:
    """One plate as the reader sees it from near and from far.

    Attributes:
        near: High resolution, uint8 (40, 120), grey, rectified.
        far: Low resolution, likewise.
        text: Plate text.
        near_width: Width of the plate on the sensor in pixels, near.
        far_view: How the far plate lay on the sensor, as it was marked.
    """

    near: NDArray[np.uint8]
    far: NDArray[np.uint8]
    text: str
    near_width: float
    far_view: View

    @property
    def far_width(self) -> float:
        """Width of the far plate on the sensor in pixels."""
        return self.far_view.quad.width


@dataclass(frozen=True)
class Drive:
    """A decoded clip of a car that drives away.

    Attributes:
        frames: Grey uint8 (H, W), in order.
        quads: True corners of the plate in each.
        text: Plate text.
        step: How far odd lines lie to the right of even ones, in pixels.
    """

    frames: tuple[NDArray[np.uint8], ...]
    quads: tuple[Quad, ...]
    text: str
    step: float


class PairMaker:
    """Pairs by (seed, index): the same everywhere and in any order.

    Args:
        seed: Seed of the whole set.
        formats: Plate formats to draw.
    """

    def __init__(self, seed: int, formats: tuple[PlateFormat, ...]) -> None:
        self._seed = seed
        self._formats = formats
        self._kept: tuple[int, Drive] | None = None

    def __call__(self, index: int) -> Pair:
        """The pair of this index; :data:`PAIRS_PER_CLIP` in a row come from one clip."""
        number = index // PAIRS_PER_CLIP
        if self._kept is None or self._kept[0] != number:
            self._kept = (number, film(np.random.default_rng([self._seed, 3, number]), self._formats))
        drive = self._kept[1]
        rng = np.random.default_rng([self._seed, 4, index])
        widths = np.array([quad.width for quad in drive.quads])
        near = int(rng.choice(np.flatnonzero(widths >= NEAR_FROM)))
        far = int(rng.choice(np.flatnonzero((widths >= FAR_RANGE[0]) & (widths <= FAR_RANGE[1]))))
        marks = _mark(rng)
        tracked = marks + rng.normal(0, _TRACKING_PX / widths[far], (4, 2)) * [1, 3]
        near_quad, far_quad = _marked(drive.quads[near], marks), _marked(drive.quads[far], tracked)
        return Pair(
            rectify(drive.frames[near], near_quad, *PLATE_SIZE),
            rectify(drive.frames[far], far_quad, *PLATE_SIZE),
            drive.text,
            near_quad.width,
            View(far_quad, drive.step),
        )


_TRACKING_PX = 0.2
"""Error of a tracked corner in a far frame, in pixels of the sensor."""


def film(rng: np.random.Generator, formats: tuple[PlateFormat, ...]) -> Drive:
    """Draw, record and decode one clip."""
    plate = draw_plate(rng, random_design(rng, formats), _SCALE, 1)
    scenes, quads = _drive_away(rng, plate)
    step = _random_step(rng)
    if step:
        scenes = [interlaced(scene, step) for scene in scenes]
        quads = [
            Quad.in_order(quad.array() + np.array([step / 2, 0.0])) for quad in quads
        ]  # between the fields
    frames = through_codec(_camera(rng, scenes, quads), random_setting(rng), RATE)
    return Drive(tuple(frames), tuple(quads), plate.design.text, step)


def drawn_views(count: int = 200) -> Views:
    """Width and step from field to field, in pixels of the sensor, of far plates as such clips hold them."""
    rng = np.random.default_rng(_VIEWS_SEED)
    return tuple(
        (round(1 / float(rng.uniform(1 / FAR_RANGE[1], 1 / FAR_RANGE[0])), 1), round(_random_step(rng), 2))
        for _ in range(count)
    )


def _random_step(rng: np.random.Generator) -> float:
    return float(rng.normal(0, _FIELD_STEP)) if rng.random() < _INTERLACED else 0.0


def _drive_away(rng: np.random.Generator, plate: CleanPlate) -> tuple[list[Float], list[Quad]]:
    """The clip as light, before the camera, and where the plate is in each frame."""
    street, car = _street(rng), _car_back(rng)
    near, far = float(rng.uniform(94, 135)), float(rng.uniform(25.5, 40))
    aspect = plate.quad.width / plate.quad.height
    near = max(
        min(near, 80 * aspect), NEAR_FROM + 2
    )  # a motorcycle's plate is nearly square and must fit too
    squeeze = float(rng.uniform(0.9, 1.35)) if aspect > 2 else float(rng.uniform(0.9, 1.1))
    roll, shear = np.radians(float(rng.normal(0, 2.5))), float(rng.normal(0, 0.06))
    start = np.array([WINDOW[0] / 2, WINDOW[1] * 0.56]) + rng.uniform(-8, 8, 2)
    end = np.array([WINDOW[0] * float(rng.uniform(0.3, 0.7)), WINDOW[1] * float(rng.uniform(0.25, 0.45))])
    scenes: list[Float] = []
    quads: list[Quad] = []
    for index in range(FRAMES):
        # Even speed: the distance grows evenly from the second frame on, the width is its inverse.
        share = max(0, index - 1) / (FRAMES - 2)
        width = 1 / (1 / near + share * (1 / far - 1 / near))
        sunk = (1 / width - 1 / near) / (1 / far - 1 / near) if index else 0.0
        drop = 1 - (1 - sunk) ** 2 if index else 0.0
        centre = start + (end - start) * drop + rng.normal(0, 0.4, 2)
        size = np.array([width, width / aspect * squeeze])
        corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * size
        corners[:, 0] += corners[:, 1] * shear
        corners = corners @ np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]]) + centre
        scene = street.copy()
        _put(scene, car, corner_pixels(car.shape[1], car.shape[0]), centre + (corners - centre) * [3.4, 6.0])
        _put(scene, plate.image, plate.quad.array(), corners)
        scenes.append(scene)
        quads.append(Quad.in_order(corners))
    return scenes, quads


def _street(rng: np.random.Generator) -> Float:
    """What stands behind the car: a level, coarse shapes, lines and fine grain; float32 (H, W)."""
    width, height = WINDOW
    coarse = (rng.uniform(30, 170) + rng.normal(0, 25, (5, 9))).astype(np.float32)
    street = cv2.resize(coarse, WINDOW, interpolation=cv2.INTER_CUBIC)
    for _ in range(int(rng.integers(3, 10))):
        x, y = int(rng.integers(width)), int(rng.integers(height))
        span = (x + int(rng.integers(-60, 60)), y + int(rng.integers(-30, 30)))
        cv2.line(street, (x, y), span, float(rng.uniform(10, 230)), int(rng.integers(1, 4)), cv2.LINE_AA)
    street += rng.normal(0, float(rng.uniform(0, 6)), (height, width)).astype(np.float32)
    return np.asarray(street, dtype=np.float32)


def _car_back(rng: np.random.Generator) -> Float:
    """The back of a car, coarse, with its lamps, bumper and window; the plate hangs in its middle."""
    height, width = 60, 100
    paint = float(rng.uniform(10, 220))
    shade = np.linspace(float(rng.uniform(0, 30)), float(rng.uniform(-40, 0)), height)
    car = np.tile((paint + shade[:, None]).astype(np.float32), (1, width))
    cv2.rectangle(car, (12, 0), (width - 13, 14), float(rng.uniform(10, 90)), -1)
    lamp = float(rng.uniform(30, 240))
    for x in (2, width - 18):
        cv2.rectangle(car, (x, 18), (x + 15, 30), lamp, -1)
    cv2.rectangle(car, (0, 42), (width - 1, 47), paint * float(rng.uniform(0.3, 1.2)), -1)
    return car


def _put(scene: Float, drawing: Float, corners: NDArray[np.float64], place: NDArray[np.float64]) -> None:
    """Draw a picture into the scene so that its ``corners`` (4, 2) fall on ``place``; area-averaged when reduced."""
    matrix = homography(corners, place)
    across = float(np.hypot(*(place[1] - place[0])) / np.hypot(*(corners[1] - corners[0])))
    down = float(np.hypot(*(place[3] - place[0])) / np.hypot(*(corners[3] - corners[0])))
    if min(across, down) * 1.4 < 1:
        # Average areas first: the warp samples points.
        size = (
            max(8, round(drawing.shape[1] * min(1.0, across * 1.4))),
            max(8, round(drawing.shape[0] * min(1.0, down * 1.4))),
        )
        fx, fy = size[0] / drawing.shape[1], size[1] / drawing.shape[0]
        drawing = np.asarray(cv2.resize(drawing, size, interpolation=cv2.INTER_AREA), dtype=np.float32)
        reduction = resizing(fx, fy)
        matrix = matrix @ np.linalg.inv(reduction)
    size = (scene.shape[1], scene.shape[0])
    cv2.warpPerspective(
        drawing, matrix, size, dst=scene, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT
    )


def _camera(rng: np.random.Generator, scenes: list[Float], quads: list[Quad]) -> list[NDArray[np.uint8]]:
    """Optics, exposure, sensor and the camera's own sharpening: one camera for the whole clip."""
    x0, y0, x1, y1 = (round(v) for v in quads[0].bounds())
    low, high = (float(v) for v in np.percentile(scenes[0][max(0, y0) : y1, max(0, x0) : x1], (10, 90)))
    gain = float(np.exp(rng.normal(0, 0.35)))
    # The near frame is chosen for being legible: not saturated, not without contrast.
    gain = min(max(gain, 45 / max(high - low, 1.0)), 250 / max(high, 1.0))
    haze = float(rng.uniform(0, 60)) if rng.random() < 0.35 else 0.0
    gamma = float(np.exp(rng.normal(0, 0.25))) if rng.random() < 0.5 else 1.0
    softness = float(rng.uniform(0.3, 1.0))
    shake = float(rng.uniform(1.5, 3.5)) if rng.random() < 0.2 else 0.0
    strength = min(float(rng.exponential(0.025)), 0.15) * max(high - low, 20.0) * gain + float(
        rng.uniform(0, 1)
    )
    grain = float(rng.uniform(0.5, 0.9)) if rng.random() < 0.4 else 0.0
    sharpening = float(rng.uniform(0.3, 1.5)) if rng.random() < 0.35 else 0.0
    taken = []
    for scene in scenes:
        seen = cv2.GaussianBlur(scene, (0, 0), softness)
        if shake:
            seen = cv2.blur(seen, (1, 3) if rng.random() < 0.5 else (round(shake), 1))
        seen = np.clip(seen * np.float32(gain * (1 - haze / 255)) + np.float32(haze), 0, 290)
        if gamma != 1.0:
            seen = 255 * np.power(np.minimum(seen, 255) / 255, np.float32(gamma))
        noise = rng.standard_normal(seen.shape, dtype=np.float32) * np.float32(strength)
        if grain:
            noise = cv2.GaussianBlur(noise, (0, 0), grain) * np.float32(1.7)
        seen = seen + noise
        if sharpening:
            seen = seen + np.float32(sharpening) * (seen - cv2.GaussianBlur(seen, (0, 0), 1.0))
        taken.append(np.clip(np.rint(seen), 0, 255).astype(np.uint8))
    return taken


def _mark(rng: np.random.Generator) -> NDArray[np.float64]:
    """Where the corners are marked, relative to the sheet: (4, 2) in shares of its width and height.

    The same place is marked in both frames of a pair, as a tracker does that was started by hand.
    """
    outward = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=np.float64)
    growth = rng.uniform([-0.015, -0.03], [0.05, 0.10]) + rng.normal(0, [0.006, 0.015], (4, 2))
    return np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) + outward * growth


def _marked(quad: Quad, marks: NDArray[np.float64]) -> Quad:
    """The corners as they are marked on a plate that lies within a quad."""
    sheet = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=np.float64)
    marked = project(homography(sheet, quad.array()), marks)
    try:
        return Quad.from_points(marked)
    except QuadInvalid:
        return quad


def bicubic(near: NDArray[np.uint8], width: float) -> NDArray[np.uint8]:
    """The plain way: a near plate reduced to a width in pixels, antialiased bicubic, and enlarged again."""
    size = (max(4, round(width)), max(3, round(width * near.shape[0] / near.shape[1])))
    small = Image.fromarray(near).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(small.resize((near.shape[1], near.shape[0]), Image.Resampling.BICUBIC), dtype=np.uint8)
