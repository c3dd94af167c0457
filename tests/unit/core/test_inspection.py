import pytest

from forensic_lpr.core.canonical import canonical, restored
from forensic_lpr.core.inspection import MISPLACED, Caution, CautionKind, Inspection, legibility_words


def test_an_inspection_is_recorded_and_unknown_cautions_are_refused() -> None:
    found = Inspection(0.5, (Caution("few-pixels", "The plate is only 23 pixels wide."),))
    assert restored(canonical(found), Inspection) == found
    with pytest.raises(ValueError, match="Inspection"):
        restored(canonical(found).replace("few-pixels", "other"), Inspection)


@pytest.mark.parametrize("kind", sorted(MISPLACED))
def test_no_legibility_is_told_of_a_marking_in_doubt(kind: CautionKind) -> None:
    doubtful = Inspection(0.98, (Caution("few-pixels", ""), Caution(kind, "")))
    assert doubtful.in_doubt and "98" not in legibility_words(doubtful)


def test_other_cautions_leave_the_legibility_as_it_is() -> None:
    small = Inspection(0.984, (Caution("few-pixels", ""),))
    assert not small.in_doubt
    assert legibility_words(small) == "recoverable, about 98 % of the characters"
