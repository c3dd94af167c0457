import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad, project
from forensic_lpr.synthesis.camera import Photograph, photograph, random_width
from forensic_lpr.synthesis.faces import plate_fonts, text_mask
from forensic_lpr.synthesis.plates import PlateDesign, draw_plate, random_design
from forensic_lpr.synthesis.sampler import Sampler, mark_by_hand

FORMATS = load_formats()


def test_the_same_seed_and_index_give_the_same_sample_in_any_order() -> None:
    forward = [Sampler(3, FORMATS, (120, 40))(k) for k in range(12)]
    sampler = Sampler(3, FORMATS, (120, 40))
    for k in (11, 0, 7, 3, 7):
        again = sampler(k)
        assert again.text == forward[k].text
        assert np.array_equal(again.image, forward[k].image)


def test_easy_samples_are_wide_and_leave_the_others_as_they_are() -> None:
    plain, eased = Sampler(3, FORMATS, (60, 20)), Sampler(3, FORMATS, (60, 20), easy=60)
    assert min(eased(k).width for k in range(60)) >= 60
    assert min(plain(k).width for k in range(60)) < 60
    assert np.array_equal(plain(60).image, eased(60).image)


def test_a_share_of_the_plates_is_narrow_and_none_of_it_leaves_every_sample_as_it_is() -> None:
    def narrow(sampler: Sampler) -> float:
        return float(np.mean([28 <= sampler(3 * k).width <= 66 for k in range(120)]))

    plain = Sampler(3, FORMATS, (60, 20))
    assert narrow(plain) < 0.6
    assert 0.6 < narrow(Sampler(3, FORMATS, (60, 20), narrow=0.6)) < 0.97
    assert np.array_equal(plain(7).image, Sampler(3, FORMATS, (60, 20), narrow=0.0)(7).image)


def test_mixed_drawings_have_characters_of_any_format_where_formats_differ() -> None:
    sampler = Sampler(3, FORMATS, (60, 20), mixed=1.0)
    samples = [sampler(3 * k) for k in range(80)]
    assert {s.foreign for s in samples} == {(4,)}  # LLLNNNN and LLLNLNN differ in the fifth slot
    for name in ("br-grey", "br-mercosur"):
        fifth = [s.text[4].isdigit() for s in samples if s.format_name == name]
        assert 0.2 < np.mean(fifth) < 0.8
    plain = Sampler(3, FORMATS, (60, 20))
    assert all(plain(3 * k).foreign == () for k in range(10))


def test_other_seeds_and_indices_give_other_samples() -> None:
    a = Sampler(3, FORMATS, (120, 40))
    assert not np.array_equal(a(0).image, a(1).image)
    assert a(0).text != Sampler(4, FORMATS, (120, 40))(0).text


def test_samples_have_the_size_and_the_texts_of_the_formats() -> None:
    sampler = Sampler(1, FORMATS, (96, 32))
    seen = set()
    for index in range(0, 240, 3):
        sample = sampler(index)
        assert sample.image.shape == (32, 96) and sample.image.dtype == np.uint8
        matching = [f.name for f in FORMATS if f.matches(sample.text)]
        assert len(matching) == 1
        seen.add(matching[0])
        assert 15 <= sample.width <= 220
    assert seen == {"br-grey", "br-mercosur"}


def test_all_formats_layouts_and_colours_come_up() -> None:
    rng = np.random.default_rng(0)
    designs = [random_design(rng, FORMATS) for _ in range(8000)]
    drawn = {(d.plate_format.name, d.layout.name, d.colours.name) for d in designs}
    assert drawn == {(f.name, la.name, c.name) for f in FORMATS for la in f.layouts for c in f.colours}
    for slot in range(7):
        assert len({d.text[slot] for d in designs}) in (10, 26, 36)


@pytest.mark.parametrize("layout", [0, 1])
@pytest.mark.parametrize("plate_format", FORMATS, ids=lambda f: f.name)
def test_a_new_plate_in_colour_shows_its_colours_where_the_quad_says(plate_format, layout: int) -> None:  # type: ignore[no-untyped-def]
    scheme = next(c for c in plate_format.colours if c.name == "commercial")
    design = PlateDesign(plate_format, plate_format.layouts[layout], scheme, "ABC1234")
    plate = draw_plate(np.random.default_rng(2), design, 1.0, 3, wear=0.0)
    x0, y0, x1, y1 = (round(v) for v in plate.characters.bounds())
    inside = plate.image[y0:y1, x0:x1].reshape(-1, 3)
    for colour in (scheme.background, scheme.characters):
        share = (np.abs(inside - np.array(colour)).max(axis=1) < 25).mean()
        assert share > 0.1, colour


def test_the_true_corners_of_a_photograph_are_where_the_sheet_is() -> None:
    """A white sheet on black: the light's centre of mass is the middle of the quad, its area the quad's."""
    rng = np.random.default_rng(6)
    plate = draw_plate(rng, random_design(rng, FORMATS), 0.75, 1)
    x0, y0, x1, y1 = (round(v) for v in plate.quad.bounds())
    white = np.zeros_like(plate.image)
    white[y0 : y1 + 1, x0 : x1 + 1] = 200.0
    bright = type(plate)(plate.design, white, plate.quad, plate.characters)
    offsets, areas = [], []
    for _ in range(20):
        shot = photograph(rng, bright, 100.0)
        light = shot.image.astype(float) - np.percentile(shot.image, 1)
        ys, xs = np.nonzero(light > light.max() / 2)
        middle = shot.quad.array().mean(axis=0)
        offsets.append(np.hypot(*(np.array([xs.mean(), ys.mean()]) - middle)) / shot.quad.width)
        areas.append(len(xs) / (shot.quad.width * shot.quad.height))
    assert np.median(offsets) < 0.02
    assert np.median(areas) == pytest.approx(1.0, abs=0.08)
    assert project(np.eye(3), plate.quad.array()).shape == (4, 2)


def test_widths_cover_what_evidence_has() -> None:
    rng = np.random.default_rng(0)
    widths = np.array([random_width(rng) for _ in range(4000)])
    assert widths.min() >= 15 and widths.max() <= 220
    for low, high in ((15, 24), (24, 40), (40, 60), (60, 110), (110, 220)):
        assert ((widths >= low) & (widths < high)).mean() > 0.04


def test_a_hand_marks_a_little_outside_the_sheet_and_seldom_far_from_it() -> None:
    rng = np.random.default_rng(5)
    sheet = Quad.from_box(100, 50, 120, 39)
    shot = Photograph(np.zeros((140, 320), np.uint8), sheet, Quad.from_box(106, 64, 108, 17))
    tall = np.array([mark_by_hand(rng, shot).height / sheet.height for _ in range(400)])
    assert 1.0 < np.median(tall) < 1.06
    assert np.mean((tall > 0.9) & (tall < 1.18)) > 0.8  # the rest are marked round the characters
    assert np.mean(tall < 0.8) > 0.05


def test_plate_faces_are_there_and_have_every_character() -> None:
    assert len({path.parent.name for path in plate_fonts()}) >= 8
    for path in plate_fonts():
        for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789":
            assert text_mask(path, character).mean() > 20, (path, character)
