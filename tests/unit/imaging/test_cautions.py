import cv2
import numpy as np
import pytest

from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.inspection import CAUTION_KINDS, MOST, WHOLE, Inspection, grade_of
from forensic_lpr.imaging.cautions import flat_share, pixel_cautions
from forensic_lpr.imaging.quality import FITTED, legibility, legibility_terms
from forensic_lpr.imaging.rectify import rectify, with_surroundings

QUAD = Quad.from_box(20, 15, 80, 26)


def _plate(noise: float = 2.0) -> np.ndarray:
    """A bright sheet with seven dark strokes on darker bodywork."""
    image = np.full((60, 120), 90.0)
    image[15:41, 20:100] = 200
    for k in range(7):
        left = 25 + 10 * k
        image[22:37, left : left + 3] = 30
        image[22:25, left : left + 6] = 30
    image += np.random.default_rng(0).normal(0, noise, image.shape)
    return image.clip(0, 255).astype(np.uint8)


def _kinds(image: np.ndarray, quad: Quad = QUAD) -> set[str]:
    found = {caution.kind for caution in pixel_cautions(image, quad)}
    assert found <= set(CAUTION_KINDS)
    return found


def test_a_good_plate_gets_no_caution() -> None:
    assert _kinds(_plate()) == set()


def test_small_places_are_told_with_their_size() -> None:
    small = pixel_cautions(_plate(), Quad.from_box(24, 24, 22, 6))
    assert [c.kind for c in small] == ["few-pixels", "low"]
    assert "21 pixels wide" in small[0].sentence and "5 pixels high" in small[1].sentence


def test_a_shape_unlike_a_plate_is_told() -> None:
    assert _kinds(_plate(), Quad.from_box(20, 2, 38, 56)) == {"shape"}


def test_an_even_place_may_hold_no_plate() -> None:
    assert "no-contrast" in _kinds(np.full((60, 120), 90, np.uint8))


def test_drowned_characters_are_told_and_a_saturated_sheet_alone_is_not() -> None:
    plate = _plate().astype(np.float32)
    assert "bright" not in _kinds(np.clip(plate * 1.4, 0, 255).astype(np.uint8))  # dark characters stay
    assert "bright" in _kinds(np.clip(plate * 9 + 40, 0, 255).astype(np.uint8))
    assert "dark" in _kinds(np.clip(plate - 200, 0, 255).astype(np.uint8))


def test_even_blocks_are_told_and_a_sharp_plate_without_noise_is_none() -> None:
    plate = _plate(noise=0.0)
    assert flat_share(plate, QUAD) < 0.2 and "flat-blocks" not in _kinds(plate)
    taller = np.vstack([_plate(), _plate()[-4:]])
    blocks = cv2.resize(cv2.resize(taller, (15, 8), interpolation=cv2.INTER_AREA), (120, 64), interpolation=0)
    assert flat_share(blocks, QUAD) > 0.8 and "flat-blocks" in _kinds(blocks)


def test_surroundings_hold_the_place_in_their_middle() -> None:
    image = _plate()
    view = with_surroundings(image, QUAD, (1.6, 2.0), 160, 52)
    middle = view[13:39, 30:130].astype(float)
    alone = rectify(image, QUAD, 100, 26).astype(float)
    assert np.abs(middle - alone).mean() < 12
    assert np.abs(view[:8].astype(float) - 90).mean() < 8


def test_the_surroundings_of_a_steep_view_are_seen_without_its_plane() -> None:
    steep = Quad((40.0, 10.0), (60.0, 10.0), (118.0, 50.0), (2.0, 50.0))
    assert with_surroundings(_plate(), steep, (1.6, 9.0), 64, 28).shape == (28, 64)


def test_legibility_falls_with_size_and_blur() -> None:
    sharp = _plate()
    soft = np.asarray(cv2.GaussianBlur(sharp, (0, 0), 2.5))
    small = np.asarray(cv2.resize(sharp, (48, 24), interpolation=cv2.INTER_AREA))
    narrow = Quad.from_box(8, 6, 32, 10)
    assert legibility(sharp, QUAD) > legibility(soft, QUAD)
    assert legibility(sharp, QUAD) > legibility(small, narrow)
    weights = np.array([FITTED.offset, FITTED.width, FITTED.height, FITTED.detail, FITTED.contrast])
    logit = float(weights @ legibility_terms(sharp, QUAD))
    assert legibility(sharp, QUAD) == pytest.approx(1 / (1 + np.exp(-logit)))


def test_grades_follow_their_borders() -> None:
    assert [grade_of(v) for v in (0.0, MOST - 1e-9, MOST, WHOLE - 1e-9, WHOLE, 1.0)] == [
        "not", "not", "partly", "partly", "recoverable", "recoverable",
    ]  # fmt: skip
    assert Inspection(0.7).grade == "partly"
