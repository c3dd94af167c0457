"""Finds numbers that are written the English way, for the tests of what is said in Portuguese."""

import re

_NUMBER = re.compile(r"(?<![\w/:.,-])[-+<>]*(\d[\d.,]*\d)(?![\w-])(?!\.\w)(?! s\b)")
"""A number with signs, not a part of a name, of a time of day or of a date."""
_PORTUGUESE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|0,\d+|\d+(?:,(?!\d{3}$)\d+)?|\d+(?:\.\d+){2,}")
"""How a number looks that is written the Portuguese way; three digits behind a comma look like English thousands.

The last form is a version, which stays as it is.
"""
_QUOTED = re.compile(r"(?:section|sections|chapter|eq\.) [\d., and]+")
"""Places in books."""


def english_numbers(text: str) -> list[str]:
    """The numbers in a text that a reader of Portuguese would misread."""
    return [one for one in _NUMBER.findall(_QUOTED.sub("", text)) if not _PORTUGUESE.fullmatch(one)]
