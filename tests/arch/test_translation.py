"""Every word of the window stands in every Linguist file, translated, with its placeholders and its access key."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6
import pytest
from said_below import said_below

from forensic_lpr.gui.language import CONTEXT_BELOW, LANGUAGES, file_of, finished

ROOT = Path(__file__).resolve().parents[2]
OTHERS = [language for language in LANGUAGES if language != "en"]
_UPDATE = Path(PySide6.__file__).parent / "lupdate"


@pytest.fixture(scope="module")
def below() -> set[str]:
    """What the layers below the window say."""
    found = said_below()
    assert len(found) > 350
    return found


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the window says in English, as Qt's own extractor finds it."""
    file = tmp_path_factory.mktemp("words") / "words.ts"
    sources = sorted(str(path) for path in (ROOT / "forensic_lpr" / "gui").rglob("*.py"))
    subprocess.run([str(_UPDATE), "-silent", *sources, "-ts", str(file)], check=True, capture_output=True)
    found = {message.findtext("source", "") for message in ElementTree.parse(file).iter("message")}
    assert len(found) > 500
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_is_translated(language: str, said: set[str]) -> None:
    missing = sorted(said - finished(file_of(language)).keys())
    assert not missing, f"{len(missing)} not translated, the first: {missing[:5]}"


@pytest.mark.parametrize("language", OTHERS)
def test_every_error_and_sentence_of_the_layers_below_is_translated(language: str, below: set[str]) -> None:
    missing = sorted(below - finished(file_of(language), CONTEXT_BELOW).keys())
    assert not missing, f"{len(missing)} not translated, the first: {missing[:5]}"


def test_the_window_shows_no_error_in_plain_english() -> None:
    shown = [
        path.name
        for path in (ROOT / "forensic_lpr" / "gui").rglob("*.py")
        if re.search(r"str\((error|problem)\)|\{(error|problem)\}", path.read_text("utf-8"))
    ]
    assert not shown, "an error reaches the window through in_words"


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_translated_that_is_not_said(language: str, said: set[str], below: set[str]) -> None:
    left = sorted(finished(file_of(language)).keys() - said - below)
    assert not left, f"{len(left)} not said any more, the first: {left[:5]}"


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_placeholders_access_key_and_dots(language: str, below: set[str]) -> None:
    wrong = [
        (source, words)
        for source, words in finished(file_of(language)).items()
        if source not in below and _marks(source) != _marks(words)
    ]
    assert not wrong, f"{len(wrong)} differ, the first: {wrong[:5]}"


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_of_the_layers_below_keeps_its_values(language: str) -> None:
    # A plural's ending may go; no other value may go or come.
    for source, words in finished(file_of(language), CONTEXT_BELOW).items():
        had, has = (set(re.findall(r"\{(\w+)\}", text)) for text in (source, words))
        assert has <= had and had - has <= {"value"}, source
        assert source.endswith(".") == words.endswith("."), source


def _marks(text: str) -> tuple[list[str], int, bool, int]:
    """What a translation must not lose: placeholders, whether there is an access key, a closing ellipsis, tags."""
    plain = text.replace("&&", "")
    return (
        sorted(re.findall(r"\{[^}]*\}|%\d", text)),
        len(re.findall(r"&(?=\w)", plain)),
        text.rstrip().endswith("…"),
        len(re.findall(r"</?\w+[^>]*>", text)),
    )
