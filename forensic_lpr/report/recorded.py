"""Texts that the program recorded in English, in Portuguese: sentences with values in them are known by their form.

What is not known stays as it was recorded; nothing is guessed.
"""

import re
from collections.abc import Callable

from forensic_lpr.report.recorded_pt import SENTENCES, TEXTS

_PATTERNS = tuple((re.compile(pattern, re.DOTALL), template) for pattern, template in SENTENCES)
_NUMBER = re.compile(r"[-+]?\d{1,3}(,?\d{3})*(\.\d+)?")
_LONGEST = 4000
"""No text of the program's own is longer; a longer one is not searched."""


def in_portuguese(text: str, number_text: Callable[[str], str]) -> str:
    """A recorded text in Portuguese, or as it is.

    Args:
        text: As recorded.
        number_text: Gives a number in the language's form.
    """
    if text in TEXTS:
        return TEXTS[text]
    if _NUMBER.fullmatch(text):
        return number_text(text)
    for pattern, template in _PATTERNS if len(text) <= _LONGEST else ():
        found = pattern.fullmatch(text)
        if found:
            parts = (TEXTS.get(part) or _number(part, number_text) for part in found.groups(""))
            return template.format(*parts)
    return text


def _number(part: str, number_text: Callable[[str], str]) -> str:
    """A part of a sentence: a number in the language's form, anything else as it is."""
    return number_text(part) if _NUMBER.fullmatch(part) else part
