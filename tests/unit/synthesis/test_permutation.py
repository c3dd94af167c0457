import time
from collections import Counter

import cv2
import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.synthesis.permutation import LabelledPlate, Permuter, label_plate
from forensic_lpr.synthesis.plates import PlateDesign, draw_plate

FORMATS = {f.name: f for f in load_formats()}


def plate(seed: int, text: str, name: str = "br-grey", colours: int = 0, width: float = 110) -> LabelledPlate:
    plate_format = FORMATS[name]
    design = PlateDesign(plate_format, plate_format.layouts[0], plate_format.colours[colours], text)
    drawn = draw_plate(np.random.default_rng(seed), design, 0.75, 1, wear=0.0)
    grey = np.clip(cv2.GaussianBlur(drawn.image, (0, 0), 1.5), 0, 255).astype(np.uint8)
    return label_plate(rectify(grey, drawn.quad, 120, 40), text, plate_format, design.layout, width)


@pytest.fixture(scope="module")
def pool() -> list[LabelledPlate]:
    texts = ["KVR4817", "ABD2036", "HMS9571", "LTE8046", "CGU1293", "XPZ7150"]
    return [plate(k + 20, text) for k, text in enumerate(texts)]


def test_the_same_seed_and_index_give_the_same_plate_in_any_order(pool: list[LabelledPlate]) -> None:
    first, second = Permuter(pool, 3), Permuter(pool, 3)
    forward = [first(k) for k in range(20)]
    for k in (19, 0, 7, 7, 3):
        again = second(k)
        assert again.text == forward[k].text and np.array_equal(again.image, forward[k].image)
    assert {p.text for p in forward} != {Permuter(pool, 4)(k).text for k in range(20)}


def test_new_plates_keep_the_syntax_and_most_were_not_there_before(pool: list[LabelledPlate]) -> None:
    permute = Permuter(pool, 1)
    texts = [permute(k).text for k in range(300)]
    assert all(FORMATS["br-grey"].matches(text) for text in texts)
    known = {p.text for p in pool}
    assert sum(text in known for text in texts) < 15
    assert len(set(texts)) > 250


def test_without_syntax_letters_and_digits_change_places(pool: list[LabelledPlate]) -> None:
    permute = Permuter(pool, 1, keep_syntax=False)
    assert sum(not FORMATS["br-grey"].matches(permute(k).text) for k in range(100)) > 60


def test_within_one_plate_only_its_own_characters_come_up(pool: list[LabelledPlate]) -> None:
    permute = Permuter(pool[:1], 1)
    texts = [permute(k).text for k in range(100)]
    assert all(set(text) <= set(pool[0].text) for text in texts)
    assert len(set(texts)) > 30
    alone = Permuter(pool, 1, across=False)
    own = [set(p.text) for p in pool]
    assert all(any(set(alone(k).text) <= characters for characters in own) for k in range(100))


def test_every_fitting_character_is_as_likely_however_often_it_is_there(pool: list[LabelledPlate]) -> None:
    many = [*pool, *[plate(4, "CGU1111") for _ in range(12)]]
    permute = Permuter(many, 5)
    of_first = [p for p in map(permute, range(8000)) if np.array_equal(p.image[:8], pool[0].image[:8])]
    counts = Counter(p.text[6] for p in of_first)
    assert len(of_first) > 200
    assert counts["1"] < 2.5 * np.mean([counts[digit] for digit in "0234568"])


def test_a_character_in_its_new_place_looks_like_the_same_one_drawn_there() -> None:
    """Exchange of 8 and 3, equally wide, between plates of one face: closer to the true drawing than to the old."""
    old, giver, true = plate(7, "KVR4337"), plate(7, "KVR4887"), plate(7, "KVR4887")
    permute = Permuter([old, giver], 2)
    seen = 0
    for index in range(400):
        made = permute(index)
        if made.text == true.text:
            seen += 1
            mask = np.abs(true.image.astype(int) - old.image) > 30
            error = np.abs(made.image.astype(int) - true.image)[mask].mean()
            assert error < 0.5 * np.abs(old.image.astype(int) - true.image)[mask].mean()
    assert seen > 0


def test_dark_characters_become_bright_on_a_dark_plate() -> None:
    grey, red = plate(1, "KVR4817"), plate(1, "ABD2036", colours=1)
    for name, base in (("dark", grey), ("bright", red)):
        permute = Permuter([grey, red], 3)
        for index in range(200):
            made = permute(index)
            if np.array_equal(made.image[:8], base.image[:8]) and made.text != base.text:
                box = made.image[16:34, 6:114].astype(float)
                middle, sheet = (
                    np.percentile(box, 92 if name == "bright" else 8),
                    np.median(made.image[35:39]),
                )
                assert (middle > sheet + 40) if name == "bright" else (middle < sheet - 40)


def test_a_blank_plate_and_blurred_donors_are_left_alone(pool: list[LabelledPlate]) -> None:
    blank = LabelledPlate(np.full((40, 120), 90, np.uint8), "KVR4817", pool[0].boxes.copy(), "LLLNNNN", 110)
    made = Permuter([blank], 1)(0)
    assert made.text == "KVR4817" and np.array_equal(made.image, blank.image)
    faint = (90 + (pool[0].image.astype(float) - 90) * 0.04).round().astype(np.uint8)
    barely = LabelledPlate(faint, "KVR4817", pool[0].boxes.copy(), "LLLNNNN", 110)
    assert faint.max() - faint.min() > 4
    assert all(Permuter([barely], 1)(k).text == "KVR4817" for k in range(10))
    image = cv2.GaussianBlur(pool[1].image, (0, 0), 3.0)
    blurred = LabelledPlate(np.asarray(image, np.uint8), "ABD2036", pool[1].boxes.copy(), "LLLNNNN", 110)
    permute = Permuter([pool[0], blurred], 1)
    texts = [permute(k).text for k in range(60)]
    assert not any(set(text) & set("KVR") and set(text) & set("ABD") for text in texts)
    far = LabelledPlate(pool[1].image.copy(), "ABD2036", pool[1].boxes.copy(), "LLLNNNN", 45)
    permute = Permuter([pool[0], far], 1)
    assert not any(
        set(p.text[:3]) & set("KVR") and set(p.text[:3]) & set("ABD") for p in map(permute, range(60))
    )


def test_thousands_per_second(pool: list[LabelledPlate]) -> None:
    permute = Permuter(pool, 1)
    for index in range(50):
        permute(index)
    start = time.process_time()
    for index in range(1000):
        permute(index)
    assert 1000 / (time.process_time() - start) > 2000


def test_labels_and_pools_that_do_not_fit_are_bugs(pool: list[LabelledPlate]) -> None:
    with pytest.raises(ValueError, match="one entry per slot"):
        LabelledPlate(pool[0].image.copy(), "KVR481", pool[0].boxes.copy(), "LLLNNNN", 100)
    with pytest.raises(ValueError, match="at least one"):
        Permuter([], 1)
