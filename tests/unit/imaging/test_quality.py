import cv2
import numpy as np
from track_scenes import plane, view

from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.quality import detail


def _plate(width: float, blur: float = 0.0, gain: float = 1.0) -> float:
    body, quad = plane()
    half = np.array([720, 480]) * width / 320 / 2
    ring = np.array([120.0, 80.0]) + np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    picture, at = view(body, quad, ring, noise=1.0)
    if blur:
        picture = cv2.GaussianBlur(picture, (0, 0), blur)
    return detail(np.asarray(picture * gain, dtype=np.uint8), at)


def test_a_larger_plate_shows_more_and_a_blurred_one_less() -> None:
    assert _plate(16) < _plate(28) < _plate(60)
    assert _plate(60, blur=3.0) < _plate(60, blur=1.5) < _plate(60)


def test_exposure_is_no_detail() -> None:
    assert abs(_plate(50, gain=0.6) / _plate(50) - 1) < 0.1


def test_noise_on_an_even_patch_is_no_detail() -> None:
    noise = np.random.default_rng(0).normal(90, 1.5, (60, 120)).astype(np.uint8)
    assert detail(noise, Quad.from_box(20, 20, 60, 20)) < _plate(60)
