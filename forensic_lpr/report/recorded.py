"""Texts that the program recorded in English, in Portuguese: sentences with values in them are known by their form.

What is not known stays as it was recorded; nothing is guessed.
"""

import re
from collections.abc import Callable

from forensic_lpr.report.recorded_pt import SENTENCES, TEXTS

_PATTERNS = tuple((re.compile(pattern, re.DOTALL), template) for pattern, template in SENTENCES)


def in_portuguese(text: str, number_text: Callable[[str], str]) -> str:
    """A recorded text in Portuguese, or as it is.

    Args:
        text: As recorded.
        number_text: Gives a number in the language's form.
    """
    if text in TEXTS:
        return TEXTS[text]
    for pattern, template in _PATTERNS:
        found = pattern.fullmatch(text)
        if found:
            parts = (TEXTS.get(part) or number_text_of(part, number_text) for part in found.groups(""))
            return template.format(*parts)
    return text


def number_text_of(text: str, number_text: Callable[[str], str]) -> str:
    """A part of a sentence: a number in the language's form, anything else as it is."""
    return number_text(text) if re.fullmatch(r"[-+]?[\d,]*\.?\d+", text) else text
