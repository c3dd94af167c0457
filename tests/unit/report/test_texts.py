"""Values as texts: what cannot be printed is named, and no figure is rounded to certainty."""

from fractions import Fraction

import pytest

from forensic_lpr.report.language import Texts
from forensic_lpr.report.texts import or_dash, printable, shortened

EN, PT = Texts("en"), Texts("pt-BR")


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
        (1.0, ">99.9 %"),
        (0.9994, ">99.9 %"),
        (0.5, "50.0 %"),
        (0.001, "0.1 %"),
        (0.0, "<0.1 %"),
        (3e-9, "<0.1 %"),
    ],
)
def test_no_probability_is_rounded_to_certainty(probability: float, text: str) -> None:
    assert EN.percent(probability) == text.replace(" %", "\u00a0%")
    assert PT.percent(probability) == text.replace(".", ",").replace(" %", "\u00a0%")


def test_sizes_and_times() -> None:
    assert EN.byte_size(1023) == "1,023 bytes"
    assert EN.byte_size(7_340_032) == "7,340,032 bytes (7.0 MiB)"
    assert PT.byte_size(7_340_032) == "7.340.032 bytes (7,0 MiB)"
    assert EN.seconds(Fraction(84, 25)) == "3.360000 s"
    assert EN.seconds(Fraction(1, 3)) == "about 0.333333 s"
    assert PT.seconds(Fraction(1, 3)) == "cerca de 0,333333 s"


@pytest.mark.parametrize(
    ("text", "english", "portuguese"),
    [
        ("2026-11-05", "5 November 2026", "5 de novembro de 2026"),
        (
            "2026-03-01T10:00:00-03:00",
            "1 March 2026, 10:00:00 (UTC-03:00)",
            "1 de março de 2026, 10:00:00 (UTC-03:00)",
        ),
        ("some day in May", "some day in May", "some day in May"),
        ("", "—", "—"),
    ],
)
def test_dates_are_told_in_the_form_of_the_language(text: str, english: str, portuguese: str) -> None:
    assert EN.moment(text) == english
    assert PT.moment(text) == portuguese


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abcdefg", 6) == "abcde…"
