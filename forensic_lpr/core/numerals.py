"""The form of numbers in each language: a point stands before the decimals in English, a comma in Portuguese.

What machines read keeps the point: exports, digests, versions, command lines.
"""

import re

_SWAPPED = str.maketrans(",.", ".,")
_NUMBER = re.compile(r"[-+<>]*\d{1,3}(?:(?:,\d{3})+|\d*)(?:\.\d+)?(?:e[-+]?\d+)?")


def number_text(text: str, language: str) -> str:
    """A number, or several with signs and units, that is written the English way, in a language's form.

    Args:
        text: Such as ``1,234.5`` or ``12.0 %``.
        language: As reports name it.
    """
    return text.translate(_SWAPPED) if language == "pt-BR" else text


def is_number(text: str) -> bool:
    """Whether a text is one number, written the English way, and nothing else."""
    return _NUMBER.fullmatch(text) is not None
