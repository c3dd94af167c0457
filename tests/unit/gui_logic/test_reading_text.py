"""A reading as text, and how sure a slot looks."""

import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.gui.certainty import CERTAIN, PROBABLE, UNDETERMINED, certainty, percent, short_percent
from forensic_lpr.gui.reading_text import format_of, gap_of, has_dot, spaced

FORMATS = load_formats()


def test_a_plate_is_written_as_it_looks() -> None:
    grey, mercosur = format_of(FORMATS, "br-grey"), format_of(FORMATS, "br-mercosur")
    assert spaced("KVR4817", grey) == "KVR-4817"
    assert spaced("RFG2H68", mercosur) == "RFG 2H68"
    assert spaced("1234567", grey) == "1234567"
    assert spaced("KVR4817", None) == "KVR4817"
    assert (gap_of(grey), has_dot(grey), gap_of(None), has_dot(None)) == (3, True, 0, False)
    assert format_of(FORMATS, "nowhere") is None


@pytest.mark.parametrize(
    ("probability", "long", "short"),
    [
        (1.0, "100.0 %", "100"),
        (0.99999, ">99.9 %", ">99"),
        (0.994, "99.4 %", "99"),
        (0.5, "50.0 %", "50"),
        (0.0004, "<0.1 %", "<1"),
        (0.0, "0.0 %", "0"),
    ],
)
def test_percent_never_rounds_to_certain_or_impossible(probability: float, long: str, short: str) -> None:
    assert percent(probability) == long
    assert short_percent(probability) == short


def test_classes_of_certainty_differ_in_shape() -> None:
    assert [certainty(p) for p in (0.95, 0.949, 0.6, 0.599)] == [CERTAIN, PROBABLE, PROBABLE, UNDETERMINED]
    assert len({CERTAIN.shape, PROBABLE.shape, UNDETERMINED.shape}) == 3
