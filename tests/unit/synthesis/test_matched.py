"""Drawn plates look as the camera's own do."""

from dataclasses import replace

import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.synthesis import matched
from forensic_lpr.synthesis.camera import Photograph
from forensic_lpr.synthesis.cameramodel import REACH, CameraModel, Sight
from forensic_lpr.synthesis.matched import MatchedPlates

FORMATS = load_formats()
SIZE = (120, 40)


def camera(*sights: Sight) -> CameraModel:
    """A camera without any spread."""
    point = np.zeros((2 * REACH[1] + 1, 2 * REACH[0] + 1), np.float32)
    point[REACH[1], REACH[0]] = 1
    return CameraModel(point, sights, 0.8)


def test_a_sample_depends_on_its_index_alone() -> None:
    seen = camera(Sight(70.0, 0.0, 40.0, 160.0), Sight(90.0, 1.0, 20.0, 90.0))
    forth = MatchedPlates(seen, FORMATS, SIZE, 3)
    samples = [forth(index) for index in range(7)]
    back = MatchedPlates(seen, FORMATS, SIZE, 3)
    for index in reversed(range(7)):
        again = back(index)
        assert np.array_equal(again.image, samples[index].image) and again.text == samples[index].text
    other = MatchedPlates(seen, FORMATS, SIZE, 4)
    assert not np.array_equal(other(0).image, samples[0].image)
    patterns = {plate_format.name: plate_format for plate_format in FORMATS}
    assert all(patterns[sample.format_name].matches(sample.text) for sample in samples)
    assert all(sample.image.shape == (40, 120) for sample in samples)


@pytest.mark.parametrize("width", [45.0, 100.0])
def test_plates_are_as_wide_as_the_camera_saw_them(width: float) -> None:
    make = MatchedPlates(camera(Sight(width, 0.0, 40.0, 160.0)), FORMATS, SIZE, 1)
    widths = [make(index).width for index in range(40)]
    assert np.median(widths) == pytest.approx(width, rel=0.15)
    assert min(widths) > 0.6 * width and max(widths) < 1.6 * width


def test_plates_may_be_asked_for_nearer_than_the_camera_saw_them() -> None:
    make = MatchedPlates(camera(Sight(50.0, 0.0, 40.0, 160.0)), FORMATS, SIZE, 1, (90.0, 135.0))
    widths = [make(index).width for index in range(40)]
    assert min(widths) > 80 and max(widths) < 150 and np.std(widths) > 8


def test_levels_are_those_of_the_camera() -> None:
    def mean(sight: Sight) -> float:
        make = MatchedPlates(camera(sight), FORMATS, SIZE, 1)
        return float(np.mean([make(index).image.mean() for index in range(40)]))

    dark, bright = mean(Sight(80.0, 0.0, 15.0, 60.0)), mean(Sight(80.0, 0.0, 120.0, 220.0))
    assert dark < 75 and bright > 120


def test_its_fields_and_its_spread_are_seen() -> None:
    sight = Sight(100.0, 0.0, 40.0, 160.0)

    def roughness(seen: CameraModel, axis: int) -> float:
        make = MatchedPlates(seen, FORMATS, SIZE, 1)
        return float(
            np.mean(
                [np.abs(np.diff(make(index).image.astype(float), axis=axis)).mean() for index in range(60)]
            )
        )

    still = camera(sight)
    assert roughness(camera(replace(sight, field_step=2.5)), 0) > 1.15 * roughness(still, 0)
    smeared = np.zeros_like(still.spread)
    smeared[REACH[1], REACH[0] - 3 : REACH[0] + 4] = 1 / 7
    assert roughness(replace(still, spread=smeared), 1) < 0.8 * roughness(still, 1)


def test_corners_are_marked_on_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """As own plates are in the window: neither close round the characters nor beside the plate."""
    marks: list[tuple[Quad, Quad]] = []
    true: list[Quad] = []
    photograph, rectified = matched.Photograph, matched.rectify

    def keep(image: np.ndarray, quad: Quad, characters: Quad) -> Photograph:
        true.append(quad)
        return photograph(image, quad, characters)

    def look(image: np.ndarray, quad: Quad, *size: int) -> np.ndarray:
        marks.append((quad, true[-1]))
        return rectified(image, quad, *size)

    monkeypatch.setattr(matched, "Photograph", keep)
    monkeypatch.setattr(matched, "rectify", look)
    make = MatchedPlates(camera(Sight(90.0, 0.0, 40.0, 160.0)), FORMATS, SIZE, 5)
    for index in range(60):
        make(index)
    ratio = [marked.height / drawn.height for marked, drawn in marks]
    assert len(ratio) == 60 and min(ratio) > 0.75
