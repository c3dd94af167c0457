"""Paired counts and the exact test, against brute force."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from forensic_lpr.core.gate import GateResult, PairedCounts, count_pairs, exact_p


@pytest.mark.parametrize(
    ("worse", "better"), [(0, 0), (0, 1), (1, 0), (3, 3), (0, 6), (2, 9), (9, 2), (5, 4)]
)
def test_the_probability_is_that_of_all_ways_to_toss_as_unevenly(worse: int, better: int) -> None:
    n = worse + better
    uneven = sum(
        abs(2 * sum(tosses) - n) >= abs(better - worse) for tosses in itertools.product((0, 1), repeat=n)
    )
    assert exact_p(worse, better) == pytest.approx(uneven / 2**n)


def test_pictures_are_counted_by_what_became_of_them() -> None:
    truths = ["A", "B", "C", "D", "D", "D", "E", "E"]
    before = ["A", "x", "C", "x", "x", "D", "E", "x"]
    after = ["A", "B", "x", "D", "D", "x", "x", "E"]
    found = count_pairs(truths, before, after)
    assert (found.both, found.only_before, found.only_after, found.neither) == (1, 3, 4, 0)
    # D gained two and lost one: one plate better; E gained and lost one: neither.
    assert (found.plates_worse, found.plates_better, found.plates) == (1, 2, 5)
    assert found.p_value == exact_p(1, 2)
    assert (found.before.hits, found.after.hits, found.n) == (4, 5, 8)
    with pytest.raises(ValueError, match=r".*"):
        count_pairs(["A"], [], ["A"])


def test_pictures_of_one_plate_are_not_so_many_plates() -> None:
    same = count_pairs(["A"] * 20, ["x"] * 20, ["A"] * 20)
    different = count_pairs([str(k) for k in range(20)], ["x"] * 20, [str(k) for k in range(20)])
    assert same.p_value == 1.0 and different.p_value < 1e-5


def test_the_interval_covers_the_true_difference_as_often_as_it_says() -> None:
    cells = np.random.default_rng(1).multinomial(120, [0.50, 0.08, 0.20, 0.22], 4000)
    intervals = [PairedCounts(*(int(n) for n in drawn), 0, 0, 120).interval for drawn in cells]
    covered = np.mean([low <= 0.12 <= high for low, high in intervals])
    assert 0.94 < covered < 0.96


def counts(worse: int, better: int, n: int = 100) -> PairedCounts:
    return PairedCounts(40, worse, better, n - 40 - worse - better, worse, better, n)


def result(held: PairedCounts, *standard: PairedCounts) -> GateResult:
    named = tuple((f"set {k}", each) for k, each in enumerate(standard))
    return GateResult("default", "0" * 64, "mine", "1" * 64, held, named, 3, "0.1.0")


def test_the_verdict_needs_significance_and_forgets_nothing() -> None:
    even = counts(2, 2)
    assert result(counts(2, 12), even).judgement == "better"
    assert result(counts(2, 6), even).judgement == "not shown to be better"
    assert result(counts(0, 5), even).judgement == "not shown to be better"  # p = 1 / 16
    assert result(counts(0, 6), even).judgement == "better"
    assert result(counts(12, 2), even).judgement == "worse"
    assert result(counts(2, 12), even, counts(3, 2)).judgement == "better"  # one point
    assert result(counts(2, 12), even, counts(4, 2)).judgement == "forgets"  # two points
    assert result(counts(2, 6), counts(30, 0)).judgement == "forgets"


def test_the_sentence_holds_the_figures() -> None:
    good = result(counts(2, 12), counts(2, 2))
    assert "better than default" in good.sentence and "42 of 100" in good.sentence
    assert "52 after" in good.sentence and "p = 0.0129" in good.sentence
    forgetful = replace(good, standard=(("drawn", counts(10, 2)),))
    assert "Loses 8.0 points" in forgetful.sentence
