"""The ranked list against brute force over every text."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensic_lpr.core.alphabet import Alphabet
from forensic_lpr.core.ranking import SlotSets, mass, probability_of, rank_plates

ALPHABET = Alphabet("AB12")
LETTERS, DIGITS, ANY = frozenset("AB"), frozenset("12"), frozenset("AB12")


def _log_probabilities(seed: int, slots: int) -> np.ndarray:
    return np.log(np.random.default_rng(seed).dirichlet(np.full(4, 0.6), slots))


def _by_brute_force(log_p: np.ndarray, syntaxes: list[SlotSets]) -> list[tuple[str, float]]:
    plates = []
    for text in map("".join, itertools.product("AB12", repeat=len(log_p))):
        if not syntaxes or any(all(c in s for c, s in zip(text, sets, strict=True)) for sets in syntaxes):
            plates.append((text, float(np.exp(sum(log_p[k]["AB12".index(c)] for k, c in enumerate(text))))))
    whole = sum(p for _, p in plates)
    return sorted(((text, p / whole) for text, p in plates), key=lambda item: -item[1])


@settings(deadline=None)
@given(
    st.integers(0, 10_000),
    st.lists(
        st.lists(st.sampled_from([LETTERS, DIGITS, ANY]), min_size=4, max_size=4).map(tuple), max_size=3
    ),
)
def test_the_list_is_what_brute_force_finds(seed: int, syntaxes: list[SlotSets]) -> None:
    log_p = _log_probabilities(seed, 4)
    expected = _by_brute_force(log_p, syntaxes)
    found = rank_plates(log_p, ALPHABET, syntaxes, 300)
    assert [c.text for c in found] == [text for text, _ in expected]
    assert [c.probability for c in found] == pytest.approx([p for _, p in expected])
    assert found[-1].cumulative == pytest.approx(1.0)


def test_fewer_are_told_when_fewer_are_asked_for() -> None:
    found = rank_plates(_log_probabilities(3, 4), ALPHABET, [], 5)
    assert len(found) == 5
    assert found[4].cumulative == pytest.approx(sum(c.probability for c in found))


def test_overlapping_syntaxes_are_counted_once() -> None:
    log_p = _log_probabilities(4, 2)
    masks = [np.array([[c in s for c in "AB12"] for s in sets]) for sets in ((ANY, LETTERS), (LETTERS, ANY))]
    expected = sum(
        np.exp(log_p[0]["AB12".index(a)] + log_p[1]["AB12".index(b)])
        for a, b in itertools.product("AB12", repeat=2)
        if b in "AB" or a in "AB"
    )
    assert mass(log_p, masks) == pytest.approx(expected)


def test_a_syntax_that_nothing_can_follow_gives_no_plate() -> None:
    log_p = np.full((2, 4), -np.inf)
    log_p[:, 0] = 0.0
    assert rank_plates(log_p, ALPHABET, [(DIGITS, DIGITS)], 5) == ()
    assert rank_plates(log_p, ALPHABET, [(LETTERS,) * 3], 5) == ()


def test_seven_slots_of_36_classes_are_ranked_exactly_at_once() -> None:
    rng = np.random.default_rng(0)
    log_p = np.log(rng.dirichlet(np.full(36, 0.2), 7))
    found = rank_plates(log_p, Alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), [], 2000)
    scores = [c.probability for c in found]
    assert scores == sorted(scores, reverse=True)
    best = log_p.max(axis=1).sum()
    assert np.log(scores[0]) == pytest.approx(best)


@pytest.mark.parametrize(
    "syntaxes", [[], [(LETTERS, ANY, DIGITS)], [(LETTERS, ANY, ANY), (ANY, ANY, DIGITS)]]
)
def test_the_probability_of_one_plate_is_the_one_of_the_list(syntaxes: list[SlotSets]) -> None:
    log_p = _log_probabilities(5, 3)
    listed = dict(_by_brute_force(log_p, syntaxes))
    for text in map("".join, itertools.product("AB12", repeat=3)):
        assert probability_of(text, log_p, ALPHABET, syntaxes) == pytest.approx(listed.get(text, 0.0))
