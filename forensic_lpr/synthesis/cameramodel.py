"""What one camera does to plates, found from labelled pictures of it.

Where a plate's text, format and corners are known, it can be drawn as it was before the camera saw it. Of many such
drawings beside their pictures can be told

- how far the second field of an interlaced frame lies beside the first: a line against the mean of its neighbours;
- the point spread between the sensor's pixels (lens, cable, echoes, the camera's sharpening): the filter that makes the
  drawings most alike the pictures in the sense of least squares. Typefaces and wear that were drawn wrong average
  out, for they do not follow the plate's pixels;
- how wide, how dark and how bright plates are there.

So plates that nobody photographed can be drawn as this camera would have recorded them:
:mod:`forensic_lpr.synthesis.matched`.

Public here: :class:`KnownShot`, :class:`CameraModel`, :class:`Sight`, :func:`find_camera`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad, project
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.boxes import likely_layout
from forensic_lpr.synthesis.camera import contrast, seen_at
from forensic_lpr.synthesis.pairs import PLATE_SIZE
from forensic_lpr.synthesis.plates import CleanPlate, PlateDesign, draw_plate
from forensic_lpr.synthesis.sampler import SCALE
from forensic_lpr.synthesis.scan import field_step, interlaced

Float = NDArray[np.float32]
REACH = (9, 2)
"""How far the point spread reaches to each side, in pixels along and across the lines."""
MOST_SHOTS = 60
"""Pictures that are looked at, at most: more tell little more."""
_LEAST_SHOTS = 12
"""Pictures that must agree with their drawings, or nothing is said."""
_LEAST_WIDTH = 36.0
_DRAWINGS = 5
"""Typefaces tried for each picture."""
_ROUNDS = 3
_AGREES = 0.5
"""Correlation from which a drawing is taken to be the picture's."""
_LEAST_AREA = 40
"""Pixels that the characters cover."""
_LEAST_CONTRAST = 2.0
"""Standard deviation of their grey levels."""
_SEARCH = (3, 2)
"""How far a drawing may lie beside the picture, in pixels: corners were set by hand."""
_START_SIGMA = 1.2
_RIDGE = 1e-3
_KEY = 41


@dataclass(frozen=True)
class KnownShot:
    """A picture of a plate that is known.

    Attributes:
        image: Grey picture round the plate, uint8 (H, W), in the camera's own pixels.
        quad: The plate's corners in it.
        text: Its text.
        plate_format: Its format.
    """

    image: NDArray[np.uint8]
    quad: Quad
    text: str
    plate_format: PlateFormat


@dataclass(frozen=True)
class Sight:
    """How one plate was seen.

    Attributes:
        width: Its width in pixels.
        field_step: How far odd lines lie to the right of even ones, in pixels; 0 where no fields are seen.
        low: Dark level of the middle of the plate (10th percentile).
        high: Bright level (90th percentile).
    """

    width: float
    field_step: float
    low: float
    high: float


@dataclass(frozen=True)
class CameraModel:
    """What is known of a camera.

    Attributes:
        spread: Point spread, float32 (2 * 2 + 1, 2 * 9 + 1), of sum 1: the weight at row 2 + v, column 9 + u says how
            much of a point comes out v pixels below and u pixels to the right of it.
        sights: How its plates were seen.
        agreement: Mean correlation of the pictures with their drawings, 0 to 1.
    """

    spread: Float
    sights: tuple[Sight, ...]
    agreement: float


def find_camera(shots: Sequence[KnownShot]) -> CameraModel | None:
    """The camera of these pictures, or ``None`` where they do not tell it; the same pictures, the same result."""
    sights = tuple(_sight(shot) for shot in shots)
    legible = [seen for seen in zip(shots, sights, strict=True) if seen[0].quad.width >= _LEAST_WIDTH]
    count = min(len(legible), MOST_SHOTS)
    chosen = [legible[k * len(legible) // count] for k in range(count)]
    spread = _soft_point()
    fits = [_Fit.of(k, shot, sight.field_step, spread) for k, (shot, sight) in enumerate(chosen)]
    fits = [fit for fit in fits if fit.legible]
    for _ in range(_ROUNDS):
        for fit in fits:
            fit.align(spread)
        agreeing = [fit for fit in fits if abs(fit.correlation) >= _AGREES]
        if len(agreeing) < _LEAST_SHOTS:
            return None
        spread = _least_squares(agreeing, spread)
    agreement = float(np.mean([abs(fit.correlation) for fit in agreeing]))
    return CameraModel(spread, sights, agreement)


def spread_out(image: Float, spread: Float) -> Float:
    """The image after the point spread."""
    return np.asarray(
        cv2.filter2D(image, -1, spread[::-1, ::-1], borderType=cv2.BORDER_REPLICATE), dtype=np.float32
    )


def _soft_point() -> Float:
    across, down = (2 * reach + 1 for reach in REACH)
    point = np.zeros((down, across), np.float32)
    point[REACH[1], REACH[0]] = 1
    soft = cv2.GaussianBlur(point, (0, 0), _START_SIGMA, borderType=cv2.BORDER_CONSTANT)
    return np.asarray(soft / soft.sum(), dtype=np.float32)


def _sight(shot: KnownShot) -> Sight:
    corners = shot.quad.array()
    left, top = np.maximum(corners.min(axis=0), 0).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int) + 1
    low, high = contrast(shot.image[top:bottom, left:right])
    return Sight(shot.quad.width, field_step(shot.image, shot.quad), low, high)


class _Fit:
    """A picture, the drawing that is most alike, and where it lies."""

    def __init__(self, shot: KnownShot, plate: CleanPlate, step: float) -> None:
        self.picture = shot.image.astype(np.float32)
        self._quad = shot.quad
        self._plate = plate
        self._step = step
        self._shift = np.zeros(2)
        self.correlation = 0.0
        self.drawn, to_picture = self._draw()
        characters = project(to_picture, plate.characters.array())
        area = np.zeros(self.picture.shape, np.uint8)
        cv2.fillConvexPoly(area, np.round(characters).astype(np.int32), 1)
        self.area = area.astype(bool)

    @classmethod
    def of(cls, number: int, shot: KnownShot, step: float, spread: Float) -> "_Fit":
        """The best of some drawings of a shot, whose fields lie ``step`` pixels apart."""
        plate_image = rectify(shot.image, shot.quad, *PLATE_SIZE)
        layout = likely_layout(plate_image, shot.plate_format, shot.quad.width / shot.quad.height)
        design = PlateDesign(shot.plate_format, layout, shot.plate_format.colours[0], shot.text)
        fits = []
        for attempt in range(_DRAWINGS):
            rng = np.random.default_rng([_KEY, number, attempt])
            fits.append(cls(shot, draw_plate(rng, design, SCALE, 1, 0.0), step))
            fits[-1].align(spread)
        return max(fits, key=lambda fit: abs(fit.correlation))

    @property
    def legible(self) -> bool:
        """Whether the picture holds anything where the characters are."""
        return bool(self.area.sum() >= _LEAST_AREA and self.picture[self.area].std() >= _LEAST_CONTRAST)

    def _draw(self) -> tuple[Float, NDArray[np.float64]]:
        height, width = self.picture.shape
        # Corners were set between the fields.
        corners = self._quad.array() + self._shift - [self._step / 2, 0.0]
        seen, to_picture = seen_at(self._plate, corners, (width, height), self._quad.width)
        return interlaced(seen, self._step), to_picture

    def align(self, spread: Float) -> None:
        """Move the drawing to where it agrees best with the picture."""
        rows, columns = np.nonzero(self.area)
        if not len(rows):
            return
        top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
        across, down = _SEARCH
        seen = spread_out(self.drawn, spread)
        room = cv2.copyMakeBorder(seen, down, down, across, across, cv2.BORDER_REPLICATE)
        window = room[top : bottom + 2 * down, left : right + 2 * across]
        agreement = cv2.matchTemplate(window, self.picture[top:bottom, left:right], cv2.TM_CCOEFF_NORMED)
        strength = np.nan_to_num(np.abs(agreement))
        row, column = np.unravel_index(int(np.argmax(strength)), strength.shape)
        self.correlation = float(np.nan_to_num(agreement[row, column]))
        found = np.array([_peak(strength[row], int(column)), _peak(strength[:, column], int(row))])
        self._shift = self._shift - (found - [across, down])
        self.drawn, _ = self._draw()

    def equations(self, spread: Float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """What the drawing gives every tap of the spread (N, taps), and the picture in its contrast (N,)."""
        across, down = REACH
        height, width = self.drawn.shape
        room = cv2.copyMakeBorder(self.drawn, down, down, across, across, cv2.BORDER_REPLICATE)
        taps = [
            room[2 * down - row : 2 * down - row + height, 2 * across - column : 2 * across - column + width][
                self.area
            ]
            for row in range(2 * down + 1)
            for column in range(2 * across + 1)
        ]
        given = np.stack(taps, axis=1).astype(np.float64)
        given -= given.mean(axis=0)
        wanted = self.picture[self.area].astype(np.float64)
        wanted -= wanted.mean()
        said = given @ spread.ravel()
        contrast = float(said @ wanted) / max(float(said @ said), 1e-9)
        return given, wanted / (contrast or 1e-9)


def _peak(values: NDArray[np.float32], at: int) -> float:
    """Place of the peak between pixels, by the parabola through it and its neighbours."""
    if not 0 < at < len(values) - 1:
        return float(at)
    before, top, after = (float(value) for value in values[at - 1 : at + 2])
    bend = before - 2 * top + after
    return at + (0.5 * (before - after) / bend if bend < 0 else 0.0)


def _least_squares(fits: list[_Fit], spread: Float) -> Float:
    """The spread that makes the drawings most alike the pictures, every picture with equal weight."""
    count = spread.size
    products, answers = np.zeros((count, count)), np.zeros(count)
    for fit in fits:
        given, wanted = fit.equations(spread)
        # Not with numpy's matrix product, whose threads get in each other's way in a process that makes samples.
        found = cv2.mulTransposed(np.column_stack([given, wanted]), True, scale=1 / len(given))
        products += found[:-1, :-1]
        answers += found[:-1, -1]
    ridge = _RIDGE * float(np.trace(products)) / count
    taps = np.linalg.solve(products + ridge * np.eye(count), answers).reshape(spread.shape)
    return np.asarray(taps / max(float(taps.sum()), 0.2), dtype=np.float32)
