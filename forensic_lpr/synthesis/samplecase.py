"""The sample case that a newcomer sees first: a still and a clip of cars that do not exist."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.synthesis.codec import write_clip
from forensic_lpr.synthesis.plates import CleanPlate, PlateDesign, draw_plate
from forensic_lpr.synthesis.sampler import SHOTS_PER_PLATE, Sampler
from forensic_lpr.synthesis.scene import draw_car, draw_street, place_car, record

STILL_NAME, CLIP_NAME, TRUTH_NAME = "car-park.jpg", "gate-camera.mp4", "truth.json"
CLIP_RATE, CLIP_FRAMES, CLIP_BITS = 25, 75, 450_000
TOLD_FRAMES = (10, 25, 32)
"""Frames of the clip whose truth is written down."""


def write_sample_case(folder: Path, formats: tuple[PlateFormat, ...]) -> tuple[Path, ...]:
    """Draw both files and their truth into a folder, which is made if need be; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    grey = next(f for f in formats if f.name == "br-grey")
    mercosur = next(f for f in formats if f.name == "br-mercosur")
    truth: list[dict[str, object]] = []

    rng = np.random.default_rng(20260412)
    car = draw_car(rng, _plate(rng, grey, "KVR4817"), (44, 62, 92))
    scene = place_car(draw_street(rng, 1280, 720), car, (690, 640), 0.245, 0.35)
    still = record(rng, scene, 0.8, 3.0, "CAM 02  2026-04-12  18:41:07")
    Image.fromarray(still).save(folder / STILL_NAME, quality=82)
    truth.append(_told(STILL_NAME, 0, scene.quad, "KVR4817", grey.name))

    rng = np.random.default_rng(20260413)
    car = draw_car(rng, _plate(rng, mercosur, "RFG2H68"), (128, 26, 30))
    street = draw_street(rng, 960, 540)
    quads: list[Quad] = []
    write_clip(folder / CLIP_NAME, _drive(rng, street, car, quads), CLIP_RATE, CLIP_BITS)
    truth.extend(_told(CLIP_NAME, index, quads[index], "RFG2H68", mercosur.name) for index in TOLD_FRAMES)

    (folder / TRUTH_NAME).write_text(json.dumps(truth, indent=2) + "\n", encoding="utf-8")
    return folder / STILL_NAME, folder / CLIP_NAME, folder / TRUTH_NAME


def write_grid(
    path: Path, seed: int, columns: int, rows: int, formats: tuple[PlateFormat, ...], size: tuple[int, int]
) -> None:
    """A grid of training pictures, one shot of each drawn plate, as a PNG."""
    sampler = Sampler(seed, formats, size)
    width, height = size
    gap = 3
    grid = np.full((rows * (height + gap) + gap, columns * (width + gap) + gap), 20, np.uint8)
    for index in range(rows * columns):
        y, x = divmod(index, columns)
        top, left = gap + y * (height + gap), gap + x * (width + gap)
        grid[top : top + height, left : left + width] = sampler(index * SHOTS_PER_PLATE).image
    Image.fromarray(grid).save(path, format="PNG")


def _plate(rng: np.random.Generator, plate_format: PlateFormat, text: str) -> CleanPlate:
    """A plate of the first layout and colours, in colour, one pixel per millimetre, lightly worn."""
    design = PlateDesign(plate_format, plate_format.layouts[0], plate_format.colours[0], text)
    return draw_plate(rng, design, 1.0, 3, wear=0.3)


def _drive(
    rng: np.random.Generator,
    street: NDArray[np.float32],
    car: tuple[NDArray[np.float32], NDArray[np.float32], Quad],
    quads: list[Quad],
) -> Iterator[NDArray[np.uint8]]:
    """Frames of a car that drives away; the true quads are appended on the way."""
    for index in range(CLIP_FRAMES):
        share = index / (CLIP_FRAMES - 1)
        distance = 1 + 3.2 * share
        scale = 0.26 / distance
        ground = (
            480 - 60 * share + 1.2 * np.sin(index * 0.7),
            250 + 255 / distance + 0.8 * np.sin(index * 1.3),
        )
        scene = place_car(street, car, (float(ground[0]), float(ground[1])), scale, 0.25 - 0.2 * share)
        quads.append(scene.quad)
        seconds, frame = divmod(index, CLIP_RATE)
        yield record(rng, scene, 0.7, 2.5, f"GATE 1  2026-04-13  07:15:{22 + seconds:02d}.{frame:02d}")


def _told(file: str, frame: int, quad: Quad, text: str, format_name: str) -> dict[str, object]:
    corners = [[round(x, 2), round(y, 2)] for x, y in quad.points()]
    return {"file": file, "frame": frame, "quad": corners, "text": text, "format": format_name}
