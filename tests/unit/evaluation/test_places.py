import numpy as np
import pytest

from forensic_lpr.core.metrics import Rate
from forensic_lpr.evaluation.places import ReadPlace, count_warnings, fit_legibility, score_legibility


def _place(legibility: float, right: int, terms: np.ndarray | None = None) -> ReadPlace:
    return ReadPlace(legibility, np.ones(5) if terms is None else terms, right, 7, right == 7)


def test_the_confusion_counts_grades_foretold_against_readings() -> None:
    score = score_legibility(
        [_place(0.95, 7), _place(0.95, 6), _place(0.95, 2), _place(0.7, 5), _place(0.1, 4), _place(0.1, 7)]
    )
    assert score.confusion == ((1, 1, 1), (0, 1, 0), (1, 0, 1))
    assert score.kept("recoverable", ("recoverable", "partly")) == Rate(2, 3)
    assert score.kept("not", ("not",)) == Rate(1, 2)


def test_bins_tell_foretold_and_true_shares() -> None:
    score = score_legibility([_place(0.6, 7), _place(0.6, 0), _place(0.97, 7)])
    assert score.bins[0] == pytest.approx((0.5, 2, 0.6, 0.5))
    assert score.error == pytest.approx((2 * 0.1 + 0.03) / 3)


def test_the_fit_finds_the_regression_that_made_the_counts() -> None:
    rng = np.random.default_rng(0)
    true = np.array([-3.0, 0.5, 0.3, 1.5, 0.2])
    terms = np.column_stack([np.ones(6000), rng.normal(2, 1, (6000, 4))])
    right = rng.binomial(7, 1 / (1 + np.exp(-terms @ true)))
    fit = fit_legibility([_place(0.5, int(r), t) for r, t in zip(right, terms, strict=True)])
    found = np.array([fit.offset, fit.width, fit.height, fit.detail, fit.contrast])
    assert np.abs(found - true).max() < 0.1


def test_warnings_are_counted_by_place_and_by_kind() -> None:
    score = count_warnings("beside", [("beside", "few-pixels"), (), ("few-pixels",)], ("beside", "nothing"))
    assert (score.n, score.warned, score.named) == (3, 2, 1)
    assert score.kinds == (("few-pixels", 2), ("beside", 1))
