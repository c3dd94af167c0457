"""Which characters the report's typefaces can print, and what stands for the others."""

import unicodedata
from functools import lru_cache

from matplotlib.ft2font import FT2Font

from forensic_lpr import paths

DASH = "—"
NO_BREAK = "\u00a0"
FONT_FOLDERS = ("IBMPlexSans", "IBMPlexMono", "BarlowSemiCondensed", "Inter")
"""Folders below ``resources/fonts`` whose typefaces set the report; the template names their families."""
_COVERING = ("IBMPlexSans/IBMPlexSans-Regular.ttf", "Inter/Inter-Regular.ttf")
"""Every list of families in the template ends with these two, so what they hold can be printed anywhere."""
_WHITE_SPACE = " \u00a0"


@lru_cache(maxsize=1)
def _covered() -> frozenset[int]:
    folder = paths.resources() / "fonts"
    return frozenset(code for name in _COVERING for code in FT2Font(str(folder / name)).get_charmap())


def printable(text: str) -> str:
    """The text with every character that cannot be seen or printed written as ``‹U+…›``.

    PDF/A forbids characters without a glyph, and marks that turn the direction of writing, join or vanish
    could make a file name look like another. Line breaks become spaces: no value may forge further lines.
    """
    return "".join(_printable(character) for character in " ".join(text.splitlines()))


def _printable(character: str) -> str:
    if character in _WHITE_SPACE:
        return character
    # C: control, format, surrogate, private, unassigned; Z: unusual spaces and separators.
    if unicodedata.category(character)[0] in "CZ" or ord(character) not in _covered():
        return f"‹U+{ord(character):04X}›"
    return character


def or_dash(text: str) -> str:
    """The text, printable, or a dash where there is none."""
    return printable(text).strip() or DASH


def shortened(text: str, length: int) -> str:
    """The text cut to ``length`` characters with an ellipsis where it is longer."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
