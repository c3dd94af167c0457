"""The shipped lists of licences, one in each language of the window, name the same things under the same licences."""

import re
from pathlib import Path

from forensic_lpr.gui.about_dialog import LICENCES
from forensic_lpr.gui.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
_IDENTIFIER = re.compile(
    r"\b(?:[A-Z][A-Za-z]*(?:-[A-Za-z]+)*-[\d.]*\d(?:-Clause|-or-later)?|MIT(?:-CMU)?|L?GPLv3)\b"
)
_FILE = re.compile(r"`[^`]+`")


def named(text: str) -> list[tuple[list[str], list[str]]]:
    """Of each row of the tables the licences and files that it names, and those of the words between them."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    words = " ".join(line for line in text.splitlines() if not line.startswith("|"))
    return [(sorted(_IDENTIFIER.findall(part)), sorted(set(_FILE.findall(part)))) for part in (*rows, words)]


def test_every_language_has_a_list_that_is_shipped() -> None:
    assert LICENCES.keys() == LANGUAGES.keys()
    spec = (ROOT / "build.spec").read_text("utf-8")
    assert all(f'"docs/{name}"' in spec for name in LICENCES.values())


def test_all_lists_name_the_same_licences() -> None:
    english, *others = (named((ROOT / "docs" / name).read_text("utf-8")) for name in LICENCES.values())
    assert len(english) > 15 and ["BSD-3-Clause"] in [licences for licences, _ in english]
    for other in others:
        assert len(other) == len(english)
        for mine, theirs in zip(english, other, strict=True):
            assert mine == theirs
