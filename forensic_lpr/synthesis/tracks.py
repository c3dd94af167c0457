"""Clips of one plate that do not exist, by (seed, index): a car that drives, seen through one lens and a real codec.

The frames of a clip share what a camera's frames share: lens and motion blur, light, the plate with its wear, the
codec's predictions. Noise and sampling differ from frame to frame. So what these clips say about fusing frames
holds for clips, not for independent pictures.
"""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.synthesis.codec import write_clip
from forensic_lpr.synthesis.plates import draw_plate, random_design
from forensic_lpr.synthesis.scene import draw_car, draw_street, place_car, record

Float = NDArray[np.float32]
RATE = 25
BIT_RATE = 300_000
SIZE = (640, 360)
PLATE_MM = 400.0
_WEAR = 0.3


@dataclass(frozen=True)
class Drive:
    """How a car moves through the picture; one entry per frame.

    Attributes:
        ground: Where the middle of its wheels stands, pixels.
        scale: Pixels per millimetre.
        turn: How far it is turned away, -1 to 1.
    """

    ground: tuple[tuple[float, float], ...]
    scale: tuple[float, ...]
    turn: tuple[float, ...]


@dataclass(frozen=True)
class SyntheticTrack:
    """A clip before the codec, and the truth about it.

    Attributes:
        frames: RGB uint8 (H, W, 3), read-only.
        quads: True corners of the plate's sheet in each frame.
        text: The plate.
        format_name: Its format.
    """

    frames: tuple[NDArray[np.uint8], ...]
    quads: tuple[Quad, ...]
    text: str
    format_name: str

    def write(self, path: Path, bit_rate: int = BIT_RATE) -> None:
        """Write the clip as H.264; the same frames give the same bytes."""
        write_clip(path, self.frames, RATE, bit_rate)


def draw_track(
    seed: int,
    index: int,
    formats: tuple[PlateFormat, ...],
    frames: int = 15,
    widths: tuple[float, float] = (25.0, 45.0),
    size: tuple[int, int] = SIZE,
) -> SyntheticTrack:
    """The clip of this seed and index: the same on every machine, in any order.

    Args:
        seed: Seed of the whole set.
        index: Number of the clip.
        formats: Plate formats to draw; each with its first layout that is one row of characters.
        frames: Frames of the clip.
        widths: Limits of the plate's width in pixels; it lies between them in every frame.
        size: Width and height of the picture, even.
    """
    rng = np.random.default_rng([seed, 7, index])
    design = random_design(rng, formats)
    while len(design.layout.rows) > 1:
        design = random_design(rng, formats)
    plate = draw_plate(rng, design, 1.0, 3, wear=_WEAR)
    paint = rng.integers(25, 190, 3)
    drive = _drive(rng, frames, widths, size)
    car = _reduced(draw_car(rng, plate, (int(paint[0]), int(paint[1]), int(paint[2]))), max(drive.scale))
    street = draw_street(rng, *size)
    blur, noise = float(rng.uniform(0.25, 0.6)), float(rng.uniform(1.5, 6.0))
    smear = _smear(float(rng.uniform(0, 1.4)), float(rng.uniform(-0.5, 0.5)))
    light = float(rng.uniform(0.6, 1.1))
    pictures, quads = [], []
    for ground, scale, turn in zip(drive.ground, drive.scale, drive.turn, strict=True):
        scene = place_car(street, car, ground, scale, turn)
        scene = type(scene)(_exposed(scene.image, smear, light), scene.quad)
        picture = record(rng, scene, blur, noise, "")
        picture.setflags(write=False)
        pictures.append(picture)
        quads.append(scene.quad)
    return SyntheticTrack(tuple(pictures), tuple(quads), design.text, design.plate_format.name)


def _reduced(car: tuple[Float, Float, Quad], scale: float) -> tuple[Float, Float, Quad]:
    """The car's drawing no larger than the picture needs: it is brought to size again for every frame."""
    picture, cover, quad = car
    factor = min(1.0, 3 * scale)
    size = (max(16, round(picture.shape[1] * factor)), max(16, round(picture.shape[0] * factor)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    small_cover = cv2.resize(cover, size, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.float32), np.asarray(small_cover, dtype=np.float32), quad


def _drive(
    rng: np.random.Generator, frames: int, widths: tuple[float, float], size: tuple[int, int]
) -> Drive:
    """A straight drive away or up, with a shaking camera, so that the plate's width stays within limits."""
    near, far = np.sort(rng.uniform(*widths, 2))[::-1]
    if rng.random() < 0.5:
        near, far = far, near
    share = np.linspace(0, 1, frames)
    width = 1 / (1 / near + share * (1 / far - 1 / near))  # distance grows evenly
    scale = width / PLATE_MM
    middle = np.array([size[0] * rng.uniform(0.35, 0.65), size[1] * rng.uniform(0.72, 0.88)])
    way = rng.normal(0, [size[0] * 0.06, size[1] * 0.03])
    shake = np.cumsum(rng.normal(0, 0.5, (frames, 2)), axis=0) + rng.normal(0, 0.25, (frames, 2))
    ground = middle + (share[:, None] - 0.5) * way + shake
    begin, end = rng.uniform(-0.5, 0.5), rng.normal(0, 0.25)
    turn = np.clip(begin + end * share, -0.8, 0.8)
    return Drive(
        tuple((float(x), float(y)) for x, y in ground),
        tuple(float(s) for s in scale),
        tuple(float(t) for t in turn),
    )


def _smear(length: float, angle: float) -> Float:
    """Kernel of even motion over ``length`` pixels, its mass split between neighbouring cells."""
    size = 7
    kernel = np.zeros((size, size), np.float32)
    for at in np.linspace(-length / 2, length / 2, 33):
        x, y = at * np.cos(angle) + size // 2, at * np.sin(angle) + size // 2
        column, row = int(x), int(y)
        fx, fy = x - column, y - row
        kernel[row, column] += (1 - fx) * (1 - fy)
        kernel[row, column + 1] += fx * (1 - fy)
        kernel[row + 1, column] += (1 - fx) * fy
        kernel[row + 1, column + 1] += fx * fy
    return np.asarray(kernel / kernel.sum(), dtype=np.float32)


def _exposed(image: Float, smear: Float, light: float) -> Float:
    blurred = cv2.filter2D(image, -1, smear, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(blurred * np.float32(light), dtype=np.float32)
