import numpy as np
import pytest
from track_scenes import corner_errors, drive, plane, view

from forensic_lpr.core.geometry import Quad, homography, project
from forensic_lpr.imaging.alignment import align
from forensic_lpr.imaging.patches import MODES, grid, inside, likeness, placed_quad, placement, sample


def test_the_corners_of_the_plate_fall_on_the_corners_of_the_grid() -> None:
    cells = grid(40, 13)
    quad = Quad.from_points([(20.3, 31.2), (81.7, 33.0), (80.9, 55.1), (19.8, 52.6)])
    matrix = placement(cells, quad)
    assert cells.plate_width == 39
    assert np.allclose(project(matrix, cells.corners), quad.array())
    assert np.allclose(placed_quad(cells, matrix).array(), quad.array())
    assert cells.points.shape == (cells.size[0] * cells.size[1], 2)


def test_each_mode_is_the_derivative_of_a_homography() -> None:
    """Moving the corners by a little of a mode moves every pixel by the mode's field."""
    cells, little = grid(30, 10), 1e-5
    for mode in range(MODES):
        moved = project(
            homography(cells.corners, cells.corners + little * cells.corner_fields[mode]), cells.points
        )
        assert np.allclose((moved - cells.points) / little, cells.fields[mode], atol=2e-3), mode


def test_a_patch_shows_the_picture_at_its_pixel_centres() -> None:
    y, x = np.mgrid[:100, :140]
    ramp = np.asarray(x + y, dtype=np.uint8)
    cells = grid(32, 12)
    matrix = placement(cells, Quad.from_points([(40, 30), (101, 33), (100, 54), (41, 52)]))
    u, v = project(matrix, cells.points).T
    expected = (u + v).reshape(cells.size[1], cells.size[0])
    assert np.abs(sample(ramp, matrix, cells) - expected).max() < 0.15
    wide = sample(ramp, matrix, cells, (5, 3))
    assert wide.shape == (cells.size[1] + 6, cells.size[0] + 10)
    assert np.allclose(wide[3:-3, 5:-5], sample(ramp, matrix, cells), atol=0.3)


def test_likeness_ignores_exposure_and_is_nothing_for_an_even_patch() -> None:
    one = np.random.default_rng(0).normal(100, 20, (12, 30)).astype(np.float32)
    weights = np.ones_like(one)
    assert likeness(one, 0.3 * one + 50, weights) == pytest.approx(1.0, abs=1e-5)
    assert likeness(one, -one, weights) == pytest.approx(-1.0, abs=1e-5)
    assert likeness(one, np.full_like(one, 7.0), weights) == 0.0
    assert likeness(one, one, np.zeros_like(one)) == 0.0


def test_what_lies_outside_the_picture_does_not_count() -> None:
    cells = grid(20, 8)
    seen = inside((60, 40), placement(cells, Quad.from_box(40, 10, 20, 8)), cells)
    x = project(placement(cells, Quad.from_box(40, 10, 20, 8)), cells.points)[:, 0].reshape(seen.shape)
    assert np.array_equal(seen, x <= 59.5) and not seen.all() and seen.any()


@pytest.mark.parametrize("gain", [1.0, 0.5])
def test_a_perspective_shift_is_found_to_a_fraction_of_a_pixel(gain: float) -> None:
    body, quad = plane()
    ring = np.array([[20.0, 20], [200, 20], [200, 140], [20, 140]])
    turned = ring + np.array([[3.2, 1.1], [-1.3, 4.2], [0.4, -2.1], [2.5, 0.3]])
    first, at = view(body, quad, ring, seed=1)
    second, truth = view(body, quad, turned, seed=2)
    second = np.asarray(second * gain + 20, dtype=np.uint8)
    cells = grid(80, 26)
    matrix = placement(cells, at)
    found = align(second, sample(first, matrix, cells), cells, matrix, matrix, looseness=8.0)
    assert corner_errors(at, truth).max() > 1.0
    assert corner_errors(placed_quad(cells, found.matrix), truth).max() < 0.25
    assert found.score > 0.97


def test_a_quarter_of_the_plate_may_be_covered() -> None:
    pictures, truth = drive(2, 70, 70)
    covered = pictures[1].copy()
    x0, y0, x1, y1 = (round(v) for v in truth[1].bounds())
    covered[y0 - 20 : y1 + 20, x0 - 20 : x0 + (x1 - x0) // 4] = 235
    cells = grid(64, 21)
    matrix = placement(cells, truth[0])
    reference = sample(pictures[0], matrix, cells)
    found = align(covered, reference, cells, placement(cells, truth[1].shifted(0.8, -0.6)), matrix)
    assert corner_errors(placed_quad(cells, found.matrix), truth[1]).max() < 1.0
