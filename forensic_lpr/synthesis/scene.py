"""A street that does not exist: the back of a car with a drawn plate, seen by a fixed camera."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from forensic_lpr import paths
from forensic_lpr.core.geometry import Quad, homography, project, resizing
from forensic_lpr.synthesis.plates import CleanPlate

Float = NDArray[np.float32]
CAR_MM = (1900, 1500)
"""Width and height of the car's back; one pixel per millimetre in its drawing."""
_PLATE_CENTRE_MM = (950, 1010)


@dataclass(frozen=True)
class Scene:
    """One picture of the street.

    Attributes:
        image: RGB float32 (H, W, 3), before the camera's noise and compression.
        quad: True corners of the plate's sheet.
    """

    image: Float
    quad: Quad


def draw_street(rng: np.random.Generator, width: int, height: int) -> Float:
    """An empty street: sky, wall, asphalt with markings; RGB float32 (height, width, 3)."""
    street = np.zeros((height, width, 3), np.float32)
    horizon, kerb = round(height * 0.34), round(height * 0.46)
    street[:horizon] = np.linspace(150, 185, horizon)[:, None, None] * np.array([0.97, 1.0, 1.06])
    street[horizon:kerb] = np.linspace(122, 96, kerb - horizon)[:, None, None] * np.array([1.06, 1.0, 0.93])
    for x in range(0, width, max(24, width // 14)):
        cv2.line(street, (x, horizon), (x, kerb), (88, 84, 80), 1, cv2.LINE_AA)
    for k in range(4):
        left = round(width * (0.02 + 0.25 * k))
        top = round(horizon * 0.35)
        cv2.rectangle(
            street, (left, top), (left + round(width * 0.16), kerb - 6), (118 - 6 * k, 112, 104), -1
        )
        for row in range(2):
            for column in range(3):
                x, y = left + round(width * (0.015 + 0.05 * column)), top + 12 + row * round(height * 0.1)
                cv2.rectangle(
                    street, (x, y), (x + round(width * 0.028), y + round(height * 0.06)), (62, 70, 80), -1
                )
    street[kerb:] = np.linspace(112, 76, height - kerb)[:, None, None] * np.array([1.0, 1.0, 1.02])
    cv2.line(street, (0, kerb), (width, kerb), (150, 148, 144), max(2, height // 160), cv2.LINE_AA)
    middle = width * 0.5
    for near, far in ((-0.75, -0.12), (0.75, 0.12)):
        a = (round(middle + near * width), height)
        b = (round(middle + far * width), kerb + 4)
        cv2.line(street, a, b, (172, 170, 160), max(2, height // 140), cv2.LINE_AA)
    grain = rng.normal(0, 5, (height // 2 + 1, width // 2 + 1)).astype(np.float32)
    texture = cv2.resize(grain, (width, height), interpolation=cv2.INTER_LINEAR)
    street[kerb:] += texture[kerb:, :, None]
    blotches = rng.normal(0, 5, (9, 16)).astype(np.float32)
    street += cv2.resize(blotches, (width, height), interpolation=cv2.INTER_CUBIC)[..., None]
    return np.asarray(cv2.GaussianBlur(street, (0, 0), 1.1), dtype=np.float32)


def draw_car(
    rng: np.random.Generator, plate: CleanPlate, paint: tuple[int, int, int]
) -> tuple[Float, Float, Quad]:
    """The back of a car with its plate, one pixel per millimetre.

    Returns:
        Picture RGB float32 (H, W, 3), cover float32 (H, W) from 0 to 1, and the quad of the plate.
    """
    width, height = CAR_MM
    car = np.zeros((height, width, 3), np.float32)
    cover = np.zeros((height, width), np.uint8)
    colour = np.array(paint, np.float32)
    body = np.array(
        [
            [120, 640],
            [150, 560],
            [330, 480],
            [470, 110],
            [1430, 110],
            [1570, 480],
            [1750, 560],
            [1780, 640],
            [1800, 1180],
            [1740, 1310],
            [160, 1310],
            [100, 1180],
        ]
    )
    cv2.fillPoly(cover, [body], 255, cv2.LINE_AA)
    cv2.rectangle(cover, (180, 1250), (400, 1490), 255, -1)
    cv2.rectangle(cover, (1500, 1250), (1720, 1490), 255, -1)
    shade = np.interp(np.arange(height), [110, 480, 640, 700, 1180, 1310], [1.25, 1.05, 1.2, 0.95, 0.72, 0.4])
    car[:] = colour * shade[:, None, None].astype(np.float32)
    across = np.interp(np.arange(width), [100, 400, 950, 1500, 1800], [0.72, 1.0, 1.08, 1.0, 0.72]).astype(
        np.float32
    )
    car *= across[None, :, None]
    window = np.array([[520, 165], [1380, 165], [1480, 470], [420, 470]])
    glass = car.copy()
    cv2.fillPoly(glass, [window], (34, 40, 46), cv2.LINE_AA)
    streak = np.array([[640, 165], [860, 165], [700, 470], [480, 470]])
    cv2.fillPoly(glass, [streak], (78, 88, 98), cv2.LINE_AA)
    car = glass
    for side in (-1, 1):
        x = 950 + side * 700
        lamp = np.array([[x - 105, 640], [x + 105, 640], [x + 120, 880], [x - 95, 880]])
        cv2.fillPoly(car, [lamp], (120, 14, 18), cv2.LINE_AA)
        cv2.ellipse(car, (x, 735), (62, 72), 0, 0, 360, (205, 38, 34), -1, cv2.LINE_AA)
        cv2.rectangle(car, (x - 60, 832), (x + 60, 868), (206, 190, 176), -1)
        tyre = 950 + side * 660
        cv2.rectangle(car, (tyre - 110, 1290), (tyre + 110, 1490), (22, 22, 24), -1)
    cv2.rectangle(car, (110, 1080), (1790, 1125), (44, 44, 46), -1)
    cv2.rectangle(car, (660, 905), (1240, 1120), tuple(float(v) for v in colour * 0.55), -1)
    cv2.line(car, (140, 640), (1760, 640), tuple(float(v) for v in colour * 0.55), 6, cv2.LINE_AA)
    cv2.ellipse(car, (950, 780), (58, 34), 0, 0, 360, (190, 192, 196), 7, cv2.LINE_AA)
    cv2.rectangle(car, (1380, 1270), (1490, 1330), (150, 150, 150), -1)
    car += (
        rng.normal(0, 3, (height // 20, width // 20))
        .astype(np.float32)
        .repeat(20, 0)
        .repeat(20, 1)[..., None]
    )
    plain = plate.image
    if plain.ndim != 3:
        raise ValueError("a scene needs a plate drawn in colour")
    sheet = plate.quad.array()
    left, top = (round(v) for v in sheet[0])
    w, h = round(plate.quad.width) + 1, round(plate.quad.height) + 1
    x0, y0 = _PLATE_CENTRE_MM[0] - w // 2, _PLATE_CENTRE_MM[1] - h // 2
    car[y0 : y0 + h, x0 : x0 + w] = plain[top : top + h, left : left + w]
    return car, (cover / 255).astype(np.float32), Quad.from_box(x0, y0, w, h)


def place_car(
    street: Float, car: tuple[Float, Float, Quad], ground: tuple[float, float], scale: float, turn: float
) -> Scene:
    """Put a car into a street.

    Args:
        street: From :func:`draw_street`; not changed.
        car: From :func:`draw_car`.
        ground: Where the middle of its wheels stands, in pixels.
        scale: Pixels per millimetre.
        turn: How far it is turned away, -1 to 1: its far side shrinks.
    """
    picture, cover, plate = car
    width, height = CAR_MM
    reduced_size = (
        max(16, round(width * min(1.0, scale * 1.5))),
        max(16, round(height * min(1.0, scale * 1.5))),
    )
    small = cv2.resize(picture, reduced_size, interpolation=cv2.INTER_AREA)
    small_cover = cv2.resize(cover, reduced_size, interpolation=cv2.INTER_AREA)
    half, tall = width * scale / 2, height * scale
    near, far = 1 + 0.10 * turn, 1 - 0.10 * turn
    x, y = ground
    target = np.array(
        [
            [x - half, y - tall * near],
            [x + half, y - tall * far],
            [x + half, y + 12 * scale * turn],
            [x - half, y],
        ]
    )
    corners = np.array([[-0.5, -0.5], [width - 0.5, -0.5], [width - 0.5, height - 0.5], [-0.5, height - 0.5]])
    whole = homography(corners, target)
    fx, fy = reduced_size[0] / width, reduced_size[1] / height
    reduction = resizing(fx, fy)
    matrix = whole @ np.linalg.inv(reduction)
    size = (street.shape[1], street.shape[0])
    image = street.copy()
    shadow = np.zeros(image.shape[:2], np.float32)
    centre, axes = (round(x), round(y - 4 * scale)), (round(half * 1.02), max(2, round(70 * scale)))
    cv2.ellipse(shadow, centre, axes, 0, 0, 360, 0.65, -1)
    image *= 1 - cv2.GaussianBlur(shadow, (0, 0), max(1.0, 30 * scale))[..., None]
    alpha = cv2.warpPerspective(small_cover, matrix, size, flags=cv2.INTER_LINEAR)[..., None]
    image += alpha * (
        cv2.warpPerspective(small, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        - image
    )
    moved = project(whole, plate.array())
    return Scene(np.asarray(image, dtype=np.float32), Quad.in_order(moved))


def record(
    rng: np.random.Generator, scene: Scene, blur: float, noise: float, caption: str
) -> NDArray[np.uint8]:
    """The picture as a surveillance camera keeps it: soft, noisy, with its caption; RGB uint8 (H, W, 3)."""
    image = (
        np.asarray(cv2.GaussianBlur(scene.image, (0, 0), blur), dtype=np.float32) if blur > 0 else scene.image
    )
    image = image + rng.standard_normal(image.shape, dtype=np.float32) * np.float32(noise)
    pixels = np.clip(np.rint(image), 0, 255).astype(np.uint8)
    if not caption:
        return pixels
    picture = Image.fromarray(pixels)
    face = paths.resources() / "fonts" / "IBMPlexMono" / "IBMPlexMono-SemiBold.ttf"
    font = ImageFont.truetype(str(face), max(11, pixels.shape[0] // 26))
    place = (pixels.shape[1] // 60, pixels.shape[0] // 40)
    ImageDraw.Draw(picture).text(
        place, caption, (238, 238, 232), font, stroke_width=1, stroke_fill=(20, 20, 20)
    )
    return np.asarray(picture, dtype=np.uint8)
