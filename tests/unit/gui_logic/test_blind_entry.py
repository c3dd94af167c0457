"""Typing the own reading: characters, question marks, alternatives, corrections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_lpr.gui.blind_entry import BlindEntry


def typed(text: str, count: int = 7) -> BlindEntry:
    entry = BlindEntry.empty(count)
    for character in text:
        entry = entry.typed(character)
    return entry


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("kvr4817", ("K", "V", "R", "4", "8", "1", "7")),
        ("kv?", ("K", "V", "?", "", "", "", "")),
        ("k8/b/31", ("K", "8B3", "1", "", "", "", "")),
        ("8/8/b", ("8B", "", "", "", "", "", "")),  # the same again is no alternative
        ("/a", ("A", "", "", "", "", "", "")),
        ("?/b", ("?", "B", "", "", "", "", "")),
        ("ä-é1", ("1", "", "", "", "", "", "")),
        ("abcdefghij", ("A", "B", "C", "D", "E", "F", "G")),
        ("0/1/2/3/4", ("0123", "", "", "", "", "", "")),
    ],
)
def test_what_is_typed_stands_in_the_boxes(text: str, slots: tuple[str, ...]) -> None:
    assert typed(text).slots == slots


def test_the_last_is_erased_first() -> None:
    entry = typed("a8/b/")
    for expected in (("A", "8B"), ("A", "8"), ("A", ""), ("", ""), ("", "")):
        entry = entry.erased()
        assert entry.slots[:2] == expected
    assert entry.cursor == 0


def test_a_box_can_be_chosen_and_typed_over() -> None:
    entry = typed("abc").moved(1).typed("x")
    assert entry.slots[:3] == ("A", "X", "C")
    assert entry.moved(-5).cursor == 0
    assert entry.moved(99).cursor == 7


def test_a_line_is_pasted_and_rubbish_is_not() -> None:
    assert typed("zzz").pasted("KV-R[8B]?17").slots == ("K", "V", "R", "8B", "?", "1", "7")
    assert typed("zzz").pasted("no plate at all, but words") == typed("zzz")
    assert typed("").pasted("ABCDEFGHI").slots == tuple("ABCDEFG")


def test_another_format_keeps_what_fits() -> None:
    assert typed("abc", 7).resized(2).slots == ("A", "B")
    assert typed("abc", 3).resized(5).slots == ("A", "B", "C", "", "")


@given(st.text(max_size=40))
def test_whatever_is_typed_can_be_sealed(text: str) -> None:
    entry = typed(text)
    reading = entry.reading
    assert len(reading.slots) == 7
    assert reading.cannot_read is not any(slot not in ("", "?") for slot in entry.slots)
    assert entry.ready is any(entry.slots)
