"""The blind reading in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.blind import CANNOT_READ, UNKNOWN, BlindReading, parse_slots
from forensic_lpr.errors import ActRefused

slots = st.one_of(
    st.just(UNKNOWN),
    st.lists(st.sampled_from(LATIN36.characters), min_size=1, max_size=5, unique=True).map("".join),
)


@given(st.lists(slots, min_size=1, max_size=8))
def test_the_line_is_read_as_it_is_written(given_slots: list[str]) -> None:
    reading = BlindReading(tuple(given_slots))
    if not reading.cannot_read:
        assert parse_slots(reading.text) == reading.slots


def test_small_letters_and_separators_do_not_count() -> None:
    assert parse_slots(" ab?-1[c6].3 4 ") == ("A", "B", "?", "1", "C6", "3", "4")


def test_nothing_read_is_cannot_read() -> None:
    assert CANNOT_READ.cannot_read
    assert BlindReading(("?", "?")).cannot_read
    assert not BlindReading(("?", "A")).cannot_read
    assert CANNOT_READ.text == "cannot read"


@pytest.mark.parametrize("text", ["AB[", "A[]", "A[BB]", "Ä1", "A]B", "[A?]", "A" * 13, "A\0", "[A[B]]"])
def test_what_is_no_reading_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(ActRefused) as refused:
        parse_slots(text)
    assert str(refused.value).endswith(".")
