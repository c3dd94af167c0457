"""Values as texts: what cannot be printed is named, and no figure is rounded to certainty."""

from fractions import Fraction

import pytest

from forensic_lpr.report.texts import byte_size, or_dash, percent, printable, seconds, shortened


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain – “text” é °", "plain – “text” é °"),
        ("a\u202eb", "a‹U+202E›b"),
        ("א", "‹U+05D0›"),
        ("😀", "‹U+1F600›"),
        ("a\u200bb", "a‹U+200B›b"),
        ("a\x07b", "a‹U+0007›b"),
        ("a\udcffb", "a‹U+DCFF›b"),
        ("two\nlines\r\nmore", "two lines more"),
        ("\ue000", "‹U+E000›"),
    ],
)
def test_what_cannot_be_printed_is_named(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_nothing_is_printed_as_a_dash() -> None:
    assert or_dash("") == or_dash("  \n") == "—"
    assert or_dash(" a ") == "a"


@pytest.mark.parametrize(
    ("probability", "text"),
    [
        (1.0, "> 99.9 %"),
        (0.9994, "> 99.9 %"),
        (0.5, "50.0 %"),
        (0.001, "0.1 %"),
        (0.0, "< 0.1 %"),
        (3e-9, "< 0.1 %"),
    ],
)
def test_no_probability_is_rounded_to_certainty(probability: float, text: str) -> None:
    assert percent(probability) == text


def test_sizes_and_times() -> None:
    assert byte_size(1023) == "1,023 bytes"
    assert byte_size(7_340_032) == "7,340,032 bytes (7.0 MiB)"
    assert seconds(Fraction(84, 25)) == "3.360000 s"
    assert seconds(Fraction(1, 3)) == "about 0.333333 s"


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abcdefg", 6) == "abcde…"
