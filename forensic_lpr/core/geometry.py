"""Quads and homographies in image coordinates.

Convention: coordinates are ``(x, y)`` float64 in pixels, x to the right and y downward, with the origin at the
*centre* of the top-left pixel. A picture of width W therefore spans x from -0.5 to W - 0.5.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.errors import QuadInvalid

Point = tuple[float, float]
MIN_SIDE_PX = 2.0
"""A shorter side holds no plate."""


@dataclass(frozen=True)
class Quad:
    """The four corners of a plate, top-left, top-right, bottom-right, bottom-left as the plate is read."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    @staticmethod
    def in_order(corners: NDArray[np.float64]) -> "Quad":
        """Quad of corners (4, 2) that are known to be clockwise from the top left; nothing is checked."""
        first, second, third, fourth = ((x, y) for x, y in corners.tolist())
        return Quad(first, second, third, fourth)

    @staticmethod
    def from_points(points: Sequence[Point] | NDArray[np.float64]) -> "Quad":
        """Canonical quad from four corners (4, 2) in any order.

        The corners are put clockwise; the first is chosen so that the upper and lower edge run to the right
        (plates turned by less than 45 degrees). Turn it with :meth:`rotated` where the plate stands on its side.

        Raises:
            QuadInvalid: not four finite corners, or they make no convex quad with sides of 2 px or more.
        """
        array = np.asarray(points, dtype=np.float64)
        if array.shape != (4, 2):
            raise QuadInvalid(f"A plate needs four corners, not {len(points)}.")
        if not np.isfinite(array).all():
            raise QuadInvalid("A corner of the plate is not a number.")
        offsets = array - array.mean(axis=0)
        ring = array[np.argsort(np.arctan2(offsets[:, 1], offsets[:, 0]), kind="stable")]
        rightward = [
            (ring[(k + 1) % 4, 0] - ring[k, 0]) + (ring[(k + 2) % 4, 0] - ring[(k + 3) % 4, 0])
            for k in range(4)
        ]
        ring = np.roll(ring, -int(np.argmax(rightward)), axis=0)
        return Quad._checked(ring)

    @staticmethod
    def from_box(x: float, y: float, width: float, height: float) -> "Quad":
        """Quad of an upright box that covers the pixels x .. x + width - 1 and y .. y + height - 1."""
        right, bottom = x + width - 1, y + height - 1
        return Quad._checked(np.array([[x, y], [right, y], [right, bottom], [x, bottom]], dtype=np.float64))

    @staticmethod
    def _checked(ring: NDArray[np.float64]) -> "Quad":
        edges = np.roll(ring, -1, axis=0) - ring
        following = np.roll(edges, -1, axis=0)
        turns = edges[:, 0] * following[:, 1] - edges[:, 1] * following[:, 0]
        if np.hypot(edges[:, 0], edges[:, 1]).min() < MIN_SIDE_PX:
            raise QuadInvalid(
                f"The plate is too small: every side must be at least {MIN_SIDE_PX:g} pixels long."
            )
        if (turns <= 1e-9).any():
            raise QuadInvalid(
                "The four corners do not enclose a plate: one lies on or inside the lines of the others."
            )
        return Quad.in_order(ring)

    def array(self) -> NDArray[np.float64]:
        """Corners as (4, 2) float64."""
        return np.array(
            [self.top_left, self.top_right, self.bottom_right, self.bottom_left], dtype=np.float64
        )

    def points(self) -> tuple[Point, Point, Point, Point]:
        """Corners in canonical order."""
        return (self.top_left, self.top_right, self.bottom_right, self.bottom_left)

    def moved(self, corner: int, point: Point) -> "Quad":
        """The quad with one corner (0 to 3, canonical order) elsewhere; raises :class:`QuadInvalid`."""
        ring = self.array()
        ring[corner] = point
        return Quad._checked(ring)

    def shifted(self, dx: float, dy: float) -> "Quad":
        """The quad moved as a whole by (dx, dy) pixels."""
        return Quad._checked(self.array() + np.array([dx, dy]))

    def rotated(self) -> "Quad":
        """The same corners with the reading direction turned by a quarter clockwise."""
        return Quad._checked(np.roll(self.array(), -1, axis=0))

    def bounds(self) -> tuple[float, float, float, float]:
        """Smallest upright rectangle (x0, y0, x1, y1) that holds the corners."""
        ring = self.array()
        (x0, y0), (x1, y1) = ring.min(axis=0), ring.max(axis=0)
        return float(x0), float(y0), float(x1), float(y1)

    @property
    def width(self) -> float:
        """Mean length of the upper and lower edge in pixels."""
        ring = self.array()
        return float((np.hypot(*(ring[1] - ring[0])) + np.hypot(*(ring[2] - ring[3]))) / 2)

    @property
    def height(self) -> float:
        """Mean length of the left and right edge in pixels."""
        ring = self.array()
        return float((np.hypot(*(ring[3] - ring[0])) + np.hypot(*(ring[2] - ring[1]))) / 2)

    @property
    def angle(self) -> float:
        """Direction of reading in degrees; 0 is level, positive falls to the right."""
        ring = self.array()
        across = (ring[1] - ring[0]) + (ring[2] - ring[3])
        return float(np.degrees(np.arctan2(across[1], across[0])))

    def require_inside(self, width: int, height: int) -> None:
        """Raise :class:`QuadInvalid` when a corner lies outside a picture of width x height pixels."""
        x0, y0, x1, y1 = self.bounds()
        if x0 < -0.5 or y0 < -0.5 or x1 > width - 0.5 or y1 > height - 0.5:
            raise QuadInvalid(f"The plate reaches outside the picture, which is {width} x {height} pixels.")


def homography(source: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.float64]:
    """The 3x3 matrix H with H[2, 2] = 1 that maps four source points (4, 2) onto four target points (4, 2).

    Source: direct linear transformation, Hartley and Zisserman, Multiple View Geometry, 2nd ed., 4.1.

    Raises:
        QuadInvalid: three of the points lie on one line.
    """
    rows = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    try:
        solution = np.linalg.solve(np.array(rows, dtype=np.float64), target.reshape(8))
    except np.linalg.LinAlgError as error:
        raise QuadInvalid("Three corners of the plate lie on one line.") from error
    return np.append(solution, 1.0).reshape(3, 3)


def project(matrix: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points (N, 2) mapped by a homography, as (N, 2) float64."""
    homogeneous = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(homogeneous[:, :2] / homogeneous[:, 2:])


def resizing(fx: float, fy: float) -> NDArray[np.float64]:
    """The 3x3 matrix from a picture to one ``fx`` times as wide and ``fy`` times as high; pixel centres are whole."""
    return np.array([[fx, 0, fx / 2 - 0.5], [0, fy, fy / 2 - 0.5], [0, 0, 1.0]])


def corner_pixels(width: int, height: int) -> NDArray[np.float64]:
    """Centres of the corner pixels of a width x height picture, canonical order, (4, 2).

    Convention: a quad's corners fall on these centres when it is rectified, hence W - 1 and H - 1.
    """
    right, bottom = width - 1, height - 1
    return np.array([[0, 0], [right, 0], [right, bottom], [0, bottom]], dtype=np.float64)
