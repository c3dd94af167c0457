import numpy as np
import pytest

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.synthesis.strokes import draw_glyph, glyph_width, random_style, random_weight


def _drawn(character: str, family: str, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    style = random_style(rng, family)
    canvas = np.zeros((100, 120), np.uint8)
    width = glyph_width(character, style) * 64
    draw_glyph(canvas, character, style, ((120 - width) / 2, 18, width, 64), 10, rng)
    return canvas


@pytest.mark.parametrize("family", ["charles-wright", "fe"])
def test_every_character_has_a_shape_of_its_own(family: str) -> None:
    drawn = {c: _drawn(c, family, 5) > 127 for c in LATIN36.characters}
    for c, ink in drawn.items():
        share = ink.mean()
        assert 0.03 < share < 0.35, c
        rows = np.flatnonzero(ink.any(axis=1))
        # Ink fills the box's height and does not leave it.
        assert rows[0] >= 17 and rows[-1] <= 82 and rows[-1] - rows[0] > 58, c
    for a in drawn:
        for b in drawn:
            # On real plates I and 1 may be the same bare bar, O and 0 the same ring.
            if a < b and {a, b} not in ({"I", "1"}, {"O", "0"}):
                assert (drawn[a] != drawn[b]).mean() > 0.002, (a, b)


def test_styles_differ_and_a_seed_repeats() -> None:
    assert np.array_equal(_drawn("G", "fe", 1), _drawn("G", "fe", 1))
    assert not np.array_equal(_drawn("G", "fe", 1), _drawn("G", "fe", 2))


def test_a_bare_bar_is_as_thick_as_the_stroke() -> None:
    ink = _drawn("H", "charles-wright", 8) > 127
    bar = _drawn("I", "charles-wright", 8) > 127
    assert abs(bar[50].sum() - 10) <= 2
    assert ink[30].sum() >= 18


def _corner(character: str, seed: int) -> float:
    """How far the upper right corner of the ink lies from that of its box, as a share of the box's width."""
    ink = _drawn(character, "charles-wright", seed) > 127
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    top, right = rows[0], columns[-1]
    down, left = np.nonzero(ink[top : top + 40, : right + 1])
    return float((down + right - left).min()) / (right - columns[0] + 1)


def test_o_is_boxier_than_0_and_d_is_the_roundest() -> None:
    """As mean letters of photographed plates: O has tighter corners than 0, and the right side of D is the roundest."""
    cut = {character: np.mean([_corner(character, seed) for seed in range(60)]) for character in "O0D"}
    assert cut["O"] + 0.02 < cut["0"] and cut["0"] + 0.02 < cut["D"]


@pytest.mark.parametrize("character", "BD")
def test_bars_of_b_and_d_stand_out_behind_the_stem(character: str) -> None:
    for seed in range(30):
        ink = _drawn(character, "charles-wright", seed) > 127
        rows = np.flatnonzero(ink.any(axis=1))
        bar, stem = ink[rows[0] + 4], ink[rows[0] + 16]
        assert np.flatnonzero(stem)[0] - np.flatnonzero(bar)[0] >= 1, seed


def test_q_is_the_ring_of_o_with_a_tail_that_shows_inside() -> None:
    for seed in range(40):
        ring, tailed = _drawn("O", "charles-wright", seed) > 127, _drawn("Q", "charles-wright", seed) > 127
        half = ring.shape[0] // 2
        assert np.mean(ring[:half] == tailed[:half]) > 0.97, seed
        inside = tailed[half:] & ~ring[half:]
        assert inside.sum() >= 75, seed


def test_of_the_face_in_photographs_most_plates_are_near_the_middle() -> None:
    """Of 400 even draws half lie in the middle half of their range, of means of two three quarters."""
    rng = np.random.default_rng(3)

    def middle(values: list[float], low: float, high: float) -> float:
        return float(np.mean([abs(value - (low + high) / 2) < (high - low) / 4 for value in values]))

    seen = [random_style(rng, "charles-wright").hook for _ in range(400)]
    other = [random_style(rng, "fe").hook for _ in range(400)]
    assert middle(seen, 0.0, 0.15) > 0.67 > 0.57 > middle(other, 0.02, 0.24)
    assert middle([random_weight(rng, "charles-wright") for _ in range(400)], 0.74, 1.36) > 0.67
    assert middle([random_weight(rng, "outline") for _ in range(400)], 0.82, 1.4) < 0.57
