"""Texts that the program recorded in English, in Portuguese: sentences with values in them are known by their form.

What is not known stays as it was recorded; nothing is guessed.
"""

import re
from collections.abc import Callable

from forensic_lpr.core.numerals import is_number
from forensic_lpr.report.cards_pt import CARDS
from forensic_lpr.report.operations_pt import WORDS
from forensic_lpr.report.recorded_pt import SENTENCES, TEXTS

_PATTERNS = tuple((re.compile(pattern, re.DOTALL), template) for pattern, template in (*CARDS, *SENTENCES))
_PLACE = re.compile(r"(.+\.) \((frames? \d[\d, to]*(?: and \d+ more stretch(?:es)?)?)\)", re.DOTALL)
"""A sentence on a clip with the frames that it concerns behind it."""
_PLACE_WORDS = (
    ("frame", "quadro"),
    (" to ", " a "),
    (" and ", " e mais "),
    (" more stretches", " trechos"),
    (" more stretch", " trecho"),
)
_SENTENCE_END = re.compile(r"(?<=[.)]) (?=[A-Z0-9])")
_LONGEST = 4000
"""No text of the program's own is longer; a longer one is not searched."""
_DEEPEST = 4
"""Texts within texts that are looked at."""


def in_portuguese(text: str, number_text: Callable[[str], str]) -> str:
    """A recorded text in Portuguese, or as it is.

    Args:
        text: As recorded.
        number_text: Gives a number in the language's form.
    """
    return _told(text, number_text, _DEEPEST)


def _told(text: str, number_text: Callable[[str], str], deepest: int) -> str:
    known = TEXTS.get(text) or WORDS.get(text)
    if known is not None:
        return known
    if is_number(text):
        return number_text(text)
    if deepest == 0 or len(text) > _LONGEST:
        return text
    placed = _PLACE.fullmatch(text)
    if placed:
        place = placed[2]
        for english, portuguese in _PLACE_WORDS:
            place = place.replace(english, portuguese)
        return f"{_told(placed[1], number_text, deepest - 1)} ({place})"
    for pattern, template in _PATTERNS:
        found = pattern.fullmatch(text)
        if found:
            return template.format(*(_told(part, number_text, deepest - 1) for part in found.groups("")))
    sentences = _SENTENCE_END.split(text)
    if len(sentences) > 1:
        return " ".join(_told(sentence, number_text, deepest - 1) for sentence in sentences)
    return text
