"""Small moving pictures of one textured plane, with the truth known for every frame."""

import cv2
import numpy as np

from forensic_lpr.core.geometry import Quad, homography, project

SIZE = (240, 160)


def plane(seed: int = 3) -> tuple[np.ndarray, Quad]:
    """A dark body with a light plate of seven blocky characters; float32, 4 px per unit; and the plate's quad."""
    rng = np.random.default_rng(seed)
    body = cv2.resize(rng.normal(95, 14, (12, 18)).astype(np.float32), (720, 480))
    x0, y0, w, h = 200, 190, 320, 104
    body[y0 - 8 : y0 + h + 8, x0 - 8 : x0 + w + 8] = 50
    body[y0 : y0 + h, x0 : x0 + w] = 205
    for k in range(7):
        left = x0 + 18 + k * 42
        for row in range(4):
            for column in range(2):
                if rng.random() < 0.6:
                    body[
                        y0 + 20 + row * 17 : y0 + 37 + row * 17, left + column * 15 : left + 15 + column * 15
                    ] = 30
    return body, Quad.from_box(x0, y0, w, h)


def view(
    body: np.ndarray, quad: Quad, target: np.ndarray, noise: float = 2.0, seed: int = 0
) -> tuple[np.ndarray, Quad]:
    """The plane seen so that its outer corners fall on ``target`` (4, 2); uint8 grey, and the plate's true quad."""
    height, width = body.shape
    corners = np.array([[-0.5, -0.5], [width - 0.5, -0.5], [width - 0.5, height - 0.5], [-0.5, height - 0.5]])
    matrix = homography(corners, target)
    fine = np.array(
        [[4, 0, 1.5], [0, 4, 1.5], [0, 0, 1.0]]
    )  # four samples per pixel each way, then their mean
    big = cv2.warpPerspective(
        body, fine @ matrix, (SIZE[0] * 4, SIZE[1] * 4), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT,
        borderValue=120,
    )  # fmt: skip
    picture = cv2.GaussianBlur(cv2.resize(big, SIZE, interpolation=cv2.INTER_AREA), (0, 0), 0.6)
    rng = np.random.default_rng([seed, 11])
    noisy = np.clip(np.rint(picture + rng.normal(0, noise, picture.shape)), 0, 255).astype(np.uint8)
    corners_now = project(matrix, quad.array())
    return noisy, Quad.in_order(corners_now)


def drive(frames: int, near: float, far: float, shift: tuple[float, float] = (1.4, 0.5)) -> tuple[list, list]:
    """A plane that grows or shrinks from ``near`` to ``far`` pixels of plate width, drifts and turns."""
    body, quad = plane()
    pictures, truth = [], []
    for k in range(frames):
        share = k / max(1, frames - 1)
        scale = near * (far / near) ** share / 320
        half = np.array([720, 480]) * scale / 2
        middle = (
            np.array([118.0, 80.0]) + (k - frames / 2) * np.array(shift) + [np.sin(k), 0.6 * np.cos(1.7 * k)]
        )
        ring = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=float) * half
        ring[1:3, 1] *= 1 - 0.12 * share
        ring[:, 1] += ring[:, 0] * 0.04 * share
        picture, now = view(body, quad, middle + ring, seed=k)
        pictures.append(picture)
        truth.append(now)
    return pictures, truth


def corner_errors(found: Quad, true: Quad) -> np.ndarray:
    """Distance of each corner in pixels, (4,)."""
    return np.hypot(*(found.array() - true.array()).T)
