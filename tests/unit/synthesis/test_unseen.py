import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
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
