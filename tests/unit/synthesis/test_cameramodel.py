"""What a camera does to plates is found again from plates that it recorded."""

from functools import cache

import cv2
import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.synthesis.camera import moved, sample_plate
from forensic_lpr.synthesis.cameramodel import (
    REACH,
    KnownShot,
    find_camera,
    spread_out,
)
from forensic_lpr.synthesis.plates import draw_plate, random_design
from forensic_lpr.synthesis.sampler import SCALE
from forensic_lpr.synthesis.scan import field_step, interlaced

FORMATS = load_formats()
DELAY = 5


@cache
def shots(count: int, echo: float, step: float) -> tuple[KnownShot, ...]:
    """Plates seen by a camera with a soft lens, an echo at the right and two fields."""
    point = np.zeros((2 * REACH[1] + 1, 2 * REACH[0] + 1), np.float32)
    point[REACH[1], REACH[0]] = 1 - echo
    point[REACH[1], REACH[0] + DELAY] = echo
    spread = cv2.GaussianBlur(point, (0, 0), 0.7, sigmaY=0.01, borderType=cv2.BORDER_CONSTANT)
    found = []
    for index in range(count):
        rng = np.random.default_rng([8, index])
        plate = draw_plate(rng, random_design(rng, FORMATS), SCALE, 1, 0.4)
        seen, to_picture = sample_plate(rng, plate, float(rng.uniform(60, 110)))
        seen = spread_out(interlaced(seen, step), np.asarray(spread / spread.sum(), dtype=np.float32))
        picture = np.clip(seen + rng.normal(0, 3, seen.shape), 0, 255).astype(np.uint8)
        quad = moved(moved(plate.quad, to_picture), np.array([[1, 0, step / 2], [0, 1, 0], [0, 0, 1]]))
        found.append(KnownShot(picture, quad, plate.design.text, plate.design.plate_format))
    return tuple(found)


def test_an_echo_and_the_lens_are_found() -> None:
    camera = find_camera(shots(30, 0.3, 0.0))
    assert camera is not None and camera.agreement > 0.7
    along = camera.spread.sum(axis=0)
    assert camera.spread.sum() == pytest.approx(1, abs=1e-3)
    assert int(np.argmax(along)) == REACH[0]
    echo = along[REACH[0] + DELAY - 1 : REACH[0] + DELAY + 2].sum()
    assert echo == pytest.approx(0.3, abs=0.12)
    assert abs(along[: REACH[0] - 3].sum()) < 0.1  # nothing comes before the signal
    without = find_camera(shots(30, 0.0, 0.0))
    assert without is not None
    assert without.spread.sum(axis=0)[REACH[0] + DELAY - 1 : REACH[0] + DELAY + 2].sum() < echo / 3


def test_two_fields_are_found_and_do_not_count_as_blur() -> None:
    laced = find_camera(shots(30, 0.3, 1.5))
    assert laced is not None
    steps = [sight.field_step for sight in laced.sights]
    assert np.median(steps) == pytest.approx(1.5, abs=0.3)
    plain = find_camera(shots(30, 0.3, 0.0))
    assert plain is not None
    assert np.median([abs(sight.field_step) for sight in plain.sights]) < 0.3
    assert laced.spread.max() > 0.75 * plain.spread.max()


@pytest.mark.parametrize("step", [-2.0, -1.0, 1.5, 2.5])
def test_the_step_between_fields_has_its_sign_whichever_line_comes_first(step: float) -> None:
    shot = shots(30, 0.0, 0.0)[3]
    picture = interlaced(shot.image.astype(np.float32), step).round().astype(np.uint8)
    assert field_step(picture, shot.quad) == pytest.approx(step, abs=0.5)
    below = np.concatenate([picture[:1], picture])
    lower = moved(shot.quad, np.array([[1, 0, 0], [0, 1, 1], [0, 0, 1.0]]))
    assert field_step(below, lower) == pytest.approx(-step, abs=0.5)


def test_the_same_pictures_tell_the_same_camera() -> None:
    one, again = find_camera(shots(20, 0.3, 0.0)), find_camera(shots(20, 0.3, 0.0))
    assert one is not None and again is not None
    assert np.array_equal(one.spread, again.spread) and one.sights == again.sights


def test_pictures_that_do_not_tell_a_camera_tell_none() -> None:
    few = shots(30, 0.3, 0.0)[:8]
    assert find_camera(few) is None
    assert find_camera(()) is None
    rng = np.random.default_rng(1)
    noise = [
        KnownShot(
            rng.integers(0, 256, shot.image.shape).astype(np.uint8), shot.quad, shot.text, shot.plate_format
        )
        for shot in shots(30, 0.3, 0.0)
    ]
    assert find_camera(noise) is None
    flat = [
        KnownShot(np.full_like(shot.image, 90), shot.quad, shot.text, shot.plate_format)
        for shot in shots(30, 0.3, 0.0)
    ]
    assert find_camera(flat) is None
