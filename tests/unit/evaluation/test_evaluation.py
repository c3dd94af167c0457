import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensic_lpr.core.alphabet import Alphabet
from forensic_lpr.core.formats import load_formats, select
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.errors import TableInvalid
from forensic_lpr.evaluation.drawnset import drawn_picture
from forensic_lpr.evaluation.photos import LabelledPlate, at_width, cut, load_table
from forensic_lpr.evaluation.tables import Outcome, outcome, score, table_data, table_text
from forensic_lpr.operations.evaluate import jittered, parse_widths


def _outcomes() -> list[Outcome]:
    return [
        Outcome("ABC1234", ("ABC1234", "ABC1235")),
        Outcome("ABC1234", ("ABC1235", "ABC1234")),
        Outcome("ABC1234", ("XYZ9876", "A", "B", "C", "D", "ABC1234")),
        Outcome("ABC1234", ()),
    ]


def test_figures_are_counted_as_defined() -> None:
    row = score(_outcomes())
    assert (row.exact.hits, row.exact.n) == (1, 4)
    assert row.all_but_one.hits == 2
    assert row.top5.hits == 2
    assert (row.characters.hits, row.characters.n) == (7 + 6 + 0 + 0, 28)


def test_readings_of_one_plate_count_once_in_the_interval() -> None:
    once, five_times = score(_outcomes()), score([o for o in _outcomes() for _ in range(5)], 5)
    assert (five_times.exact.hits, five_times.exact.n) == (5, 20)
    for name in ("exact", "all_but_one", "characters", "top5"):
        assert getattr(five_times, name).interval == pytest.approx(getattr(once, name).interval)


def test_corners_are_jittered_as_a_hand_errs_and_always_alike() -> None:
    quad = Quad.from_box(100, 50, 200, 65)
    errors = np.array([q.array() - quad.array() for n in range(40) for q in jittered(quad, n, 5)])
    assert errors.shape == (200, 4, 2)
    assert errors.std() == pytest.approx(0.012 * 199, rel=0.1) and abs(errors.mean()) < 0.3
    assert len({float(e[0, 0]) for e in errors}) == 200
    assert jittered(quad, 3, 5) == jittered(quad, 3, 5) and jittered(quad, 3, 2) == jittered(quad, 3, 5)[:2]


def test_confidence_and_sets_are_judged_slot_by_slot() -> None:
    probabilities = np.log(np.array([[0.8, 0.15, 0.05], [0.4, 0.35, 0.25]]))
    slots = SlotProbabilities(probabilities, Alphabet("ABC"), True, ("A", "AB"))
    row = score([outcome("AB", ("AA",), slots), outcome("CA", ("AA",), slots), outcome("LONGER", (), slots)])
    assert (row.covered.hits, row.covered.n) == (3, 4)
    # Confidences 0.8 and 0.4, each right once of twice.
    assert row.calibration_error == pytest.approx((0.3 + 0.1) / 2)


def test_the_tables_tell_counts_and_intervals() -> None:
    scores = {"native": score(_outcomes()), "30": score([])}
    text = table_text(scores)
    assert "25.0 % (1/4) [5–70]" in text
    assert text.splitlines()[2].split()[:2] == ["30", "0"]
    data = table_data(scores)["widths"]
    assert data["native"]["n"] == 4 and data["native"]["exact"] == 0.25  # type: ignore[index]
    assert data["native"]["counts"]["top5"] == [2, 4]  # type: ignore[index]


def test_a_box_is_enlarged_about_its_centre_and_scaled_with_the_picture() -> None:
    picture = np.zeros((300, 400, 3), np.uint8)
    plate = LabelledPlate(Path("x"), 100, 120, 80, 40, "ABC1234")
    native = cut(picture, plate)
    # Pixels 60 to 219 and 100 to 179 are kept: half a box on each side.
    assert native.image.shape == (80, 160, 3)
    assert np.allclose(native.quad.array().mean(axis=0), [100 + 39.5 - 60, 120 + 19.5 - 100])
    assert native.quad.width + 1 == pytest.approx(84)
    half = at_width(native, 80, 40)
    assert half.image.shape == (40, 80, 3)
    assert np.allclose((half.quad.array() + 0.5) * 2 - 0.5, native.quad.array())


def test_the_picture_is_area_averaged_then_compressed() -> None:
    rng = np.random.default_rng(0)
    picture = np.repeat(rng.integers(0, 255, (120, 200, 1), dtype=np.uint8), 3, axis=2)
    native = cut(picture, LabelledPlate(Path("x"), 0, 0, 200, 120, "A"))
    small = at_width(native, 200, 50).image.astype(float)
    mean = picture.reshape(30, 4, 50, 4, 3).mean(axis=(1, 3))
    assert np.abs(small - mean).mean() < 12
    assert np.abs(small - mean).max() > 0.6  # it did go through JPEG


def _write(path: Path, rows: list[dict[str, object]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


ROW: dict[str, object] = {"file": "a.png", "x": 1, "y": 2, "width": 30, "height": 10, "text": "abc1234"}


def test_a_table_is_read(tmp_path: Path) -> None:
    (plate,) = load_table(_write(tmp_path / "t.csv", [ROW]))
    assert plate == LabelledPlate(tmp_path / "a.png", 1, 2, 30, 10, "ABC1234")


@pytest.mark.parametrize("change", [{"x": "left"}, {"text": None}])
def test_a_bad_row_is_one_sentence(tmp_path: Path, change: dict[str, object]) -> None:
    row = {**ROW, **change}
    if row["text"] is None:
        del row["text"]
    with pytest.raises(TableInvalid, match=r"^The table t\.csv .*\.$"):
        load_table(_write(tmp_path / "t.csv", [row]))


def test_missing_empty_and_binary_tables_are_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    with pytest.raises(TableInvalid, match="cannot be read"):
        load_table(path)
    path.write_text("file,x,y,width,height,text\n")
    with pytest.raises(TableInvalid, match="no rows"):
        load_table(path)
    Image.new("L", (20, 20)).save(path, format="PNG")
    with pytest.raises(TableInvalid):
        load_table(path)


def test_a_box_outside_its_picture_is_refused() -> None:
    with pytest.raises(TableInvalid, match="outside"):
        cut(np.zeros((50, 50, 3), np.uint8), LabelledPlate(Path("x.png"), 300, 300, 20, 10, "A"))


def test_widths() -> None:
    assert parse_widths("native, 60,24") == ("native", "60", "24")
    for text in ("", "wide", "60,-4", "4"):
        with pytest.raises(TableInvalid):
            parse_widths(text)


def test_a_held_drawn_plate_is_a_function_of_its_number_and_within_its_picture() -> None:
    (mercosur,) = select(load_formats(), "br-mercosur")
    texts = set()
    for number in range(8):
        known, again = drawn_picture(mercosur, number), drawn_picture(mercosur, number)
        assert np.array_equal(known.picture.image, again.picture.image) and known.text == again.text
        assert mercosur.matches(known.text) and 75 < known.width < 160
        height, width = known.picture.image.shape[:2]
        assert known.picture.quad.array().min() > 0
        assert (known.picture.quad.array() < [width, height]).all()
        texts.add(known.text)
    assert len(texts) == 8
