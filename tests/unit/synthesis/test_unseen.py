import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.synthesis import camera, unseen
from forensic_lpr.synthesis.camera import Photograph, copied
from forensic_lpr.synthesis.unseen import Family, unseen_sample

FORMATS = load_formats()


@pytest.mark.parametrize("family", ["fitting", "judging"])
def test_a_sample_is_a_function_of_its_arguments(family: Family) -> None:
    first, again = (unseen_sample(1, 5, family, FORMATS, (120, 40)) for _ in range(2))
    assert np.array_equal(first.image, again.image) and first.text == again.text
    other = unseen_sample(1, 6, family, FORMATS, (120, 40))
    assert first.image.shape == (40, 120) and not np.array_equal(first.image, other.image)


def test_the_families_differ_and_cover_the_widths() -> None:
    a = unseen_sample(1, 5, "fitting", FORMATS, (120, 40))
    b = unseen_sample(1, 5, "judging", FORMATS, (120, 40))
    assert not np.array_equal(a.image, b.image)
    widths = [unseen_sample(2, k, "judging", FORMATS, (60, 20)).width for k in range(80)]
    assert min(widths) < 26 and max(widths) > 90


@pytest.mark.parametrize("family", ["fitting", "judging"])
def test_some_are_smaller_copies_of_what_was_recorded(
    monkeypatch: pytest.MonkeyPatch, family: Family
) -> None:
    factors: list[float] = []

    def count(shot: Photograph, factor: float) -> Photograph:
        factors.append(factor)
        return copied(shot, factor)

    monkeypatch.setattr(unseen, "copied", count)
    for index in range(160):
        unseen_sample(3, index, family, FORMATS, (60, 20))
    assert 20 <= len(factors) <= 65 and min(factors) < 0.4 and max(factors) < 0.8


def test_a_smaller_copy_has_the_width_that_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera, "_COPIES", 0.0)
    recorded = [unseen_sample(4, index, "judging", FORMATS, (60, 20)).width for index in range(60)]
    monkeypatch.setattr(camera, "_COPIES", 1.0)
    copies = [unseen_sample(4, index, "judging", FORMATS, (60, 20)).width for index in range(60)]
    assert np.median(copies) == pytest.approx(np.median(recorded), rel=0.15)
