import pytest

from forensic_lpr.core.metrics import Rate, characters_right


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_is_wilsons(hits: int, n: int, low: float, high: float) -> None:
    # The last row is the worked example of Newcombe (1998), method 3; the others follow from the formula.
    assert Rate(hits, n).interval == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_nothing_measured_is_nothing_known() -> None:
    assert Rate(0, 0).interval == (0.0, 1.0)
    assert Rate(0, 0).value == 0.0


def test_characters_are_compared_by_place() -> None:
    assert characters_right("ABC1234", "ABC1234") == 7
    assert characters_right("ABC1234", "BCA1234") == 4
    assert characters_right("ABC1234", "ABC") == 3
    assert characters_right("ABC", "") == 0
