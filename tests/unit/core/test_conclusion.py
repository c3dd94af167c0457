"""The conclusion in one line, and where it must be explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.conclusion import Conclusion, SlotConclusion, departs, parse_conclusion
from forensic_lpr.errors import ActRefused

characters = st.lists(st.sampled_from(LATIN36.characters), max_size=4, unique=True).map("".join)
slots = st.one_of(
    characters.filter(lambda c: len(c) == 1).map(lambda c: SlotConclusion("certain", c)),
    characters.filter(bool).map(lambda c: SlotConclusion("probable", c)),
    characters.map(lambda c: SlotConclusion("undetermined", c)),
)


@given(st.lists(slots, min_size=1, max_size=8))
def test_the_line_is_read_as_it_is_written(given_slots: list[SlotConclusion]) -> None:
    conclusion = Conclusion(tuple(given_slots))
    assert parse_conclusion(conclusion.text) == conclusion


def test_reasons_go_to_their_slots() -> None:
    conclusion = parse_conclusion("A(B)?", {2: "the foot is hidden"}, "by daylight")
    assert [slot.reason for slot in conclusion.slots] == ["", "the foot is hidden", ""]
    assert conclusion.remark == "by daylight"
    with pytest.raises(ActRefused, match="no slot 4"):
        parse_conclusion("ABC", {4: "x"})


@pytest.mark.parametrize("text", ["A(", "A()", "a]b", "(A[B])", "Ä", "(AA)"])
def test_what_is_no_conclusion_is_refused(text: str) -> None:
    with pytest.raises(ActRefused):
        parse_conclusion(text)


@pytest.mark.parametrize(
    ("state", "named", "own", "read", "expected"),
    [
        ("certain", "A", "A", "A", False),
        ("certain", "A", "?", "A", False),
        ("certain", "A", "A", "B", True),
        ("certain", "A", "B", "A", True),
        ("certain", "A", "AB", "A", False),
        ("certain", "A", "BA", "A", True),
        ("probable", "AB", "A", "A", False),
        ("probable", "BA", "A", "A", True),
        ("undetermined", "", "A", "A", True),
        ("undetermined", "AB", "A", "B", False),
        ("undetermined", "AB", "AB", "A", False),
        ("undetermined", "", "?", "A", False),
    ],
)
def test_where_a_reason_is_needed(state: str, named: str, own: str, read: str, expected: bool) -> None:
    slot = SlotConclusion(state, named)  # type: ignore[arg-type]
    assert departs(slot, 0, BlindReading((own,)), (read,)) is expected


def test_without_readings_nothing_departs() -> None:
    assert not departs(SlotConclusion("certain", "A"), 3, BlindReading(()), ())
    assert not departs(SlotConclusion("certain", "A"), 0, None, ())


def test_abstaining_determines_nothing_at_all() -> None:
    assert Conclusion(()).abstained
    assert parse_conclusion("???").abstained
    assert not parse_conclusion("?[AB]?").abstained
