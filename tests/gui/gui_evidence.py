"""Evidence and weights for the tests of the window."""

import threading
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import SlotProbabilities, WeightsIdentity
from forensic_lpr.errors import WeightsInvalid
from forensic_lpr.gui.jobs import Recognizers
from forensic_lpr.synthesis.plates import PlateDesign, draw_plate

SIZE = (640, 480)
PLACE = (220, 180)
FRAMES = 40
RATE = 25
TEXT = "KVR4817"
INPUT_SIZE = (120, 40)


def plate_scene(shift: int = 0) -> tuple[NDArray[np.uint8], Quad]:
    """A picture with a plate, moved to the right by some pixels, and the plate's corners."""
    rng = np.random.default_rng(5)
    grey = next(f for f in load_formats() if f.name == "br-grey")
    plate = draw_plate(rng, PlateDesign(grey, grey.layouts[0], grey.colours[0], TEXT), 0.35, 3, 0.0)
    image = np.full((SIZE[1], SIZE[0], 3), 90, np.uint8)
    height, width = plate.image.shape[:2]
    x, y = PLACE[0] + shift, PLACE[1]
    image[y : y + height, x : x + width] = np.clip(plate.image, 0, 255).astype(np.uint8)
    return image, plate.quad.shifted(x, y)


def write_still(path: Path) -> Path:
    """The scene as a picture file."""
    Image.fromarray(plate_scene()[0]).save(path)
    return path


def write_clip(path: Path, frames: int = FRAMES) -> Path:
    """The scene as a clip with I, P and B frames."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", RATE, {"g": "12", "x264-params": "bframes=2"})
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.time_base = Fraction(1, RATE)
        for number in range(frames):
            frame = av.VideoFrame.from_ndarray(plate_scene(2 * number)[0], format="rgb24")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


class FakeRecognizer:
    """Answers from the mean grey level of the plate, so that other pixels give another answer."""

    input_size = INPUT_SIZE
    identity = WeightsIdentity("fake", "0" * 64, "none", (("Name", "fake"),))

    def __init__(self, owner: "FakeRecognizers") -> None:
        self._owner = owner

    def read(self, plate_image: NDArray[np.uint8], width: float) -> SlotProbabilities:
        self._owner.started.release()
        assert self._owner.gate.wait(20)
        level = float(plate_image.mean())
        scores = np.zeros((len(TEXT), len(LATIN36)))
        for slot, symbol in enumerate(TEXT):
            scores[slot, LATIN36.characters.index(symbol)] = 2.0 + slot + level / 255
            scores[slot, (slot * 5) % 36] += 1.0
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return SlotProbabilities(scores, LATIN36)


class FakeRecognizers(Recognizers):
    """Fake weights; readings wait while ``gate`` is closed, ``started`` counts those that began."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()
        self.started = threading.Semaphore(0)
        self.problem = ""

    def get(self, name: str) -> FakeRecognizer:  # type: ignore[override]
        if self.problem:
            raise WeightsInvalid(self.problem)
        return FakeRecognizer(self)

    def names(self) -> tuple[str, ...]:
        return ("default",)
