"""Blur made in a known way falls again; what was not blurred is not mended."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.errors import RecipeInvalid
from forensic_lpr.imaging.enhance import sharpness, spread
from forensic_lpr.imaging.pipeline import apply

RNG = np.random.default_rng(7)


def plate() -> NDArray[np.float64]:
    """Strokes like those of a plate, dark on bright, among a darker surrounding, anti-aliased."""
    fine = np.full((320, 640), 90.0)
    fine[80:240, 96:544] = 205.0
    for x in range(130, 520, 62):
        fine[110:210, x : x + 12] = 40.0
        fine[110:122, x : x + 36] = 40.0
        fine[150:162, x : x + 30] = 40.0
    return fine.reshape(80, 4, 160, 4).mean(axis=(1, 3))


def blurred(truth: NDArray[np.float64], psf: NDArray[np.float64], noise: float = 1.0) -> NDArray[np.uint8]:
    seen = cv2.filter2D(truth, -1, psf[::-1, ::-1].copy(), borderType=cv2.BORDER_REFLECT)
    seen = seen + RNG.normal(0, noise, truth.shape)
    return np.repeat(np.clip(np.rint(seen), 0, 255).astype(np.uint8)[..., None], 3, axis=2)


def error(image: NDArray[np.uint8], truth: NDArray[np.float64]) -> float:
    return float(np.sqrt(np.mean((image[..., 0] - truth) ** 2)))


def enhanced(name: str, image: NDArray[np.uint8], **values: float) -> NDArray[np.uint8]:
    return apply(Recipe((Step.of(name, **values),)), image)


MOTION = {"length": 9, "angle": 20}
DEFOCUS = {"radius": 3.2}


@pytest.mark.parametrize(
    ("name", "psf", "values"),
    [
        ("wiener-motion", spread.motion(9, 20), {**MOTION, "noise": 0.003}),
        ("lucy-motion", spread.motion(9, 20), {**MOTION, "iterations": 60}),
        ("wiener-defocus", spread.disc(3.2), {**DEFOCUS, "noise": 0.003}),
        ("lucy-defocus", spread.disc(3.2), {**DEFOCUS, "iterations": 60}),
    ],
)
def test_a_known_blur_falls(name: str, psf: NDArray[np.float64], values: dict[str, float]) -> None:
    truth = plate()
    seen = blurred(truth, psf)
    before = error(seen, truth)
    assert error(enhanced(name, seen, **values), truth) < 0.8 * before
    # The wrong direction or the wrong radius does not mend it.
    wrong = {**values, "angle": -70} if "angle" in values else {**values, "radius": 9.0}
    assert error(enhanced(name, seen, **wrong), truth) > before


def test_the_mean_brightness_stays() -> None:
    seen = blurred(plate(), spread.disc(3))
    for name in ("wiener-motion", "wiener-defocus", "lucy-motion", "lucy-defocus"):
        assert abs(float(enhanced(name, seen).mean()) - float(seen.mean())) < 1.5


def test_more_noise_is_gentler() -> None:
    seen = blurred(plate(), spread.disc(3))
    rough, gentle = (enhanced("wiener-defocus", seen, noise=noise).std() for noise in (0.001, 0.3))
    assert rough > gentle


def test_no_blur_is_left_as_it_is() -> None:
    seen = blurred(plate(), np.ones((1, 1)))
    assert np.abs(enhanced("wiener-motion", seen, length=1).astype(int) - seen).max() <= 1
    assert np.abs(enhanced("lucy-motion", seen, length=1).astype(int) - seen).max() <= 1
    assert (enhanced("unsharp", seen, amount=0) == seen).all()


def test_the_borders_do_not_ring_into_the_picture() -> None:
    """Opposite borders of other brightness: a periodic filter would carry one over to the other."""
    ramp = np.repeat(np.tile(np.linspace(20, 230, 120), (60, 1)).astype(np.uint8)[..., None], 3, axis=2)
    result = enhanced("wiener-motion", ramp, length=9, noise=0.01)
    assert np.abs(result[:, 2:-2].astype(int) - ramp[:, 2:-2]).max() < 25


def test_colour_differences_stay() -> None:
    tinted = np.clip(blurred(plate(), spread.disc(2)).astype(int) + np.array([12, 0, -9]), 0, 255).astype(
        np.uint8
    )
    result = enhanced("lucy-defocus", tinted, radius=2.0).astype(int)
    inside = (result > 0).all(axis=2) & (result < 255).all(axis=2)
    assert inside.mean() > 0.8
    assert np.abs(result[..., 0] - result[..., 2] - 21)[inside].max() <= 1


@pytest.mark.parametrize("length", [1.0, 2.0, 6.5, 60.0])
@pytest.mark.parametrize("angle", [-90.0, -37.0, 0.0, 45.0, 90.0])
def test_a_motion_has_its_length_and_direction(length: float, angle: float) -> None:
    psf = spread.motion(length, angle)
    assert psf.sum() == pytest.approx(1)
    reach = psf.shape[0] // 2
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    assert (psf * x).sum() == pytest.approx(0, abs=1e-9)
    assert (psf * y).sum() == pytest.approx(0, abs=1e-9)
    along = x * np.cos(np.radians(angle)) + y * np.sin(np.radians(angle))
    across = y * np.cos(np.radians(angle)) - x * np.sin(np.radians(angle))
    assert (psf * along**2).sum() == pytest.approx((length - 1) ** 2 / 12, abs=0.35 + 0.02 * length)
    assert (psf * across**2).sum() < 0.3


def test_a_level_motion_is_an_even_row() -> None:
    assert spread.motion(5, 0)[2] == pytest.approx([0.125, 0.25, 0.25, 0.25, 0.125], abs=0.01)
    assert spread.motion(1, 33).tolist() == [[1.0]]


@pytest.mark.parametrize("radius", [0.5, 1.0, 3.2, 20.0])
def test_a_disc_is_round_and_even(radius: float) -> None:
    psf = spread.disc(radius)
    assert psf.sum() == pytest.approx(1)
    assert psf == pytest.approx(psf.T)
    assert psf == pytest.approx(psf[::-1])
    if radius > 1:
        assert psf.max() * np.pi * radius**2 == pytest.approx(1, abs=0.02)


def test_a_picture_too_large_for_the_memory_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharpness, "MOST_PIXELS", 100)
    seen = blurred(plate(), spread.disc(2))
    for name in ("wiener-motion", "lucy-defocus"):
        with pytest.raises(RecipeInvalid, match="160 x 80 pixels is too large"):
            enhanced(name, seen)


def test_unsharp_is_its_formula() -> None:
    seen = blurred(plate(), spread.disc(2))
    values = seen[..., 0].astype(float)
    smooth = cv2.GaussianBlur(values, (0, 0), 2.0, borderType=cv2.BORDER_REFLECT_101)
    difference = values - smooth
    difference[np.abs(difference) < 4] = 0
    expected = np.clip(np.rint(values + 1.5 * difference), 0, 255)
    result = enhanced("unsharp", seen, radius=2.0, amount=1.5, threshold=4)
    assert np.abs(result[..., 0] - expected).max() <= 1
