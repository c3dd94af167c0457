"""The keys with which an examiner without a mouse marks the plate of the sample still, as xdotool names them."""

import json
from pathlib import Path

from PIL import Image

from forensic_lpr.gui.marking import Marking, middle_of

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
STILL, TEXT = "car-park.jpg", "KVR4817"
ARROWS = {(1, 0): "Right", (-1, 0): "Left", (0, 1): "Down", (0, -1): "Up"}


def keys_to(
    marking: Marking, corner: int, target: tuple[float, float], size: tuple[int, int]
) -> tuple[list[str], Marking]:
    """Key presses that bring the selected corner to a place, to the pixel; down or up first, then sideways."""
    pressed: list[str] = []
    for axis in (1, 0):
        for modifier, step in (("ctrl+", 10), ("shift+", 1)):
            while True:
                missing = target[axis] - marking.corners[corner][axis]
                if abs(missing) < step / 2 or (step == 10 and abs(missing) < step):
                    break
                sign = 1 if missing > 0 else -1
                way = (0, sign) if axis else (sign, 0)
                marking = marking.nudged(way[0] * step, way[1] * step, size)
                pressed.append(modifier + ARROWS[way])
    return pressed, marking


def marking_keys() -> list[str]:
    """All keys that mark the plate of the sample still, from the quad that M puts in the middle."""
    truth = next(
        entry for entry in json.loads((SAMPLE / "truth.json").read_text("utf-8")) if entry["file"] == STILL
    )
    with Image.open(SAMPLE / STILL) as picture:
        size = picture.size
    marking = middle_of((-0.5, -0.5, size[0] - 0.5, size[1] - 0.5), size)
    pressed = ["f", "m"]
    for corner in (3, 2, 1, 0):  # the lower ones first: the plate stays a plate all the way
        marking = marking.cycled(-1)
        pressed.append("shift+Tab")
        more, marking = keys_to(marking, corner, tuple(truth["quad"][corner]), size)
        pressed += more
    return pressed
