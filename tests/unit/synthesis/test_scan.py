"""Where the lines of a sensor lie in a rectified plate."""

import numpy as np
import pytest

from forensic_lpr.core.geometry import Quad
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.scan import Scan, View, interlaced, moved_right, odd_lines, random_place

SIZE = (120, 40)


@pytest.mark.parametrize(
    "quad",
    [
        Quad.from_box(30, 21, 60, 20),
        Quad.from_box(30, 22, 41, 14),
        Quad((20.3, 30.2), (79.1, 36.8), (80.2, 57.4), (21.0, 50.1)),
    ],
    ids=["even", "small", "turned"],
)
def test_odd_lines_are_where_a_picture_of_them_is_bright(quad: Quad) -> None:
    lines = np.zeros((90, 120), np.uint8)
    lines[1::2] = 200
    seen = rectify(lines, quad, *SIZE).astype(float) / 200
    told = odd_lines(quad, SIZE)
    assert told.shape == (40, 120) and told.dtype == np.float32
    assert told.min() >= 0 and told.max() <= 1
    assert np.corrcoef(seen.ravel(), told.ravel())[0, 1] > 0.97
    assert np.abs(seen - told).mean() < 0.1


def test_a_scan_holds_widths_and_lines_of_each_plate() -> None:
    quads = [Quad.from_box(0, 0, 51, 17), Quad.from_box(0, 1, 71, 24)]
    scan = Scan.of([View(quads[0], 0.0), View(quads[1], -1.4)], SIZE)
    assert scan.widths.tolist() == [50, 70]
    assert np.allclose(scan.steps, [0, -0.02])
    assert np.array_equal(scan.odd[1], odd_lines(quads[1], SIZE))


def test_places_have_the_width_asked_for_and_lines_anywhere() -> None:
    quads = [random_place(np.random.default_rng(k), 48.0) for k in range(200)]
    assert all(abs(quad.width - 48) < 2 for quad in quads)
    phases = np.array([quad.top_left[1] % 2 for quad in quads])
    assert np.histogram(phases, 4, (0, 2))[0].min() > 20


def test_odd_lines_move_to_the_right() -> None:
    image = np.zeros((6, 20), np.float32)
    image[:, 8] = 10
    assert np.array_equal(interlaced(image, 0.0), image)
    laced = interlaced(image, 2.0)
    assert np.array_equal(laced[::2], image[::2])
    assert (laced[1::2].argmax(axis=1) == 10).all()
    assert moved_right(image, 0.5)[2, 8:10].tolist() == [5, 5]
