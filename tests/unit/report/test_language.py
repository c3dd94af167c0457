"""Both languages say the same things: equal keys, equal placeholders, no text left in the other language."""

import re
import string

import pytest

from forensic_lpr.errors import ReportFailed
from forensic_lpr.report.language import CATALOGUE, LANGUAGES, Texts, language_named
from forensic_lpr.report.texts import printable

EN, PT = CATALOGUE["en"], CATALOGUE["pt-BR"]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_languages_hold_the_same_keys() -> None:
    assert EN.keys() == PT.keys()


@pytest.mark.parametrize("key", sorted(EN))
def test_each_text_has_the_same_places_in_both_languages(key: str) -> None:
    assert places(EN[key]) == places(PT[key])
    for text in (EN[key], PT[key]):
        assert text.strip()
        assert printable(text) == text  # the report's typefaces hold every character
        assert not re.search(r"\bmatch|\bconfidence\b|coincidência|\bconfiança\b", text, re.IGNORECASE)


def test_no_sentence_was_left_untranslated() -> None:
    same = {key for key in EN if EN[key] == PT[key] and " " in EN[key].strip("{} ")}
    assert same <= {"moment by"}


def test_values_are_put_in_as_they_are() -> None:
    for language in LANGUAGES:
        assert Texts(language)("signed by", signer="{0} {x} %s").count("{0} {x} %s") == 1


def test_another_language_is_refused_in_one_sentence() -> None:
    assert language_named("pt-BR") == "pt-BR"
    with pytest.raises(ReportFailed, match="en or pt-BR, not in 'de'"):
        language_named("de")


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ("Colour matrix", "Matriz de cores"),
        (
            "The plate is only 28 pixels wide; few characters can be told apart at that size.",
            "A placa tem apenas 28 pixels de largura; poucos caracteres podem ser distinguidos nesse tamanho.",
        ),
        (
            "12% of the plate is too dark to hold any detail.",
            "12% da placa está escura demais para conter detalhe.",
        ),
        ("25.000 a second (25)", "25,000 por segundo (25)"),
        ("KVR4817 (br-grey, 96.8 %), truth KVR4817", "KVR4817 (br-grey, 96,8 %), verdade KVR4817"),
        ("560,000", "560.000"),
        ("something that nobody knows {0} \\1", "something that nobody knows {0} \\1"),
    ],
)
def test_recorded_texts_are_told_in_portuguese_where_they_are_known(recorded: str, told: str) -> None:
    assert Texts("pt-BR").recorded(recorded) == told
    assert Texts("en").recorded(recorded) == recorded


def test_a_recorded_text_of_any_length_is_told() -> None:
    long = "a" * 20_000 + ", frame 3"
    assert Texts("pt-BR").recorded(long) == long
