import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_lpr.core.alphabet import LATIN36, Alphabet

PADDED = Alphabet("ABC", pad="_")


@given(st.text(alphabet=LATIN36.characters, min_size=7, max_size=7))
def test_decode_is_the_inverse_of_encode(text: str) -> None:
    assert LATIN36.decode(LATIN36.encode(text, 7)) == text


@given(st.text(alphabet="ABC", max_size=5))
def test_short_texts_are_padded_and_come_back(text: str) -> None:
    classes = PADDED.encode(text, 5)
    assert len(classes) == 5
    assert PADDED.decode(classes) == text


@pytest.mark.parametrize("text", ["ABC123", "ABC12345", "ABC123é", "abc1234"])
def test_what_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        LATIN36.encode(text, 7)


def test_an_alphabet_names_every_class_once() -> None:
    with pytest.raises(ValueError):
        Alphabet("ABA")
    assert len(PADDED) == 4
    assert PADDED.encode("", 1) == (3,)
