import json
from pathlib import Path

import numpy as np
from PIL import Image

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.synthesis.codec import write_clip
from forensic_lpr.synthesis.plates import PlateDesign, draw_plate
from forensic_lpr.synthesis.samplecase import write_grid
from forensic_lpr.synthesis.scene import draw_car, draw_street, place_car


def test_the_quad_of_a_scene_is_where_the_plate_is() -> None:
    grey = load_formats()[0]
    rng = np.random.default_rng(1)
    design = PlateDesign(grey, grey.layouts[0], grey.colours[0], "ABC1234")
    plate = draw_plate(rng, design, 1.0, 3, wear=0.0)
    plate.image[:] = (255.0, 0.0, 255.0)  # nothing else in the street has this colour
    street = draw_street(rng, 480, 270)
    scene = place_car(street, draw_car(rng, plate, (40, 60, 90)), (240, 240), 0.12, 0.4)
    ys, xs = np.nonzero(
        (scene.image[..., 0] > 180) & (scene.image[..., 1] < 60) & (scene.image[..., 2] > 180)
    )
    x0, y0, x1, y1 = scene.quad.bounds()
    assert abs(xs.min() - x0) < 1.5 and abs(xs.max() - x1) < 1.5
    assert abs(ys.min() - y0) < 1.5 and abs(ys.max() - y1) < 1.5
    assert abs(scene.quad.width - 0.12 * 400) < 4


def test_the_truth_of_the_shipped_sample_case_names_what_is_there() -> None:
    folder = paths.resources() / "sample"
    told = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    assert {entry["file"] for entry in told} == {"car-park.jpg", "gate-camera.mp4"}
    for entry in told:
        assert (folder / entry["file"]).stat().st_size > 10_000
        assert any(f.matches(entry["text"]) for f in load_formats() if f.name == entry["format"])


def test_a_clip_is_the_same_file_each_time(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    frames = [rng.integers(0, 255, (48, 64, 3), dtype=np.uint8) for _ in range(10)]
    for name in ("a.mp4", "b.mp4"):
        write_clip(tmp_path / name, frames, 25, 200_000)
    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()


def test_the_grid_shows_every_sample(tmp_path: Path) -> None:
    write_grid(tmp_path / "grid.png", 1, 4, 3, load_formats(), (60, 20))
    with Image.open(tmp_path / "grid.png") as grid:
        assert grid.size == (4 * 63 + 3, 3 * 23 + 3)
        assert np.asarray(grid).std() > 20
