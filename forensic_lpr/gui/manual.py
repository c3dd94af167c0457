"""The chapters of the manual, and how they name what can be done in the window.

A chapter is a Markdown file in ``resources/manual/LANGUAGE``. It names an action of the menus as
``[Plate > Seal and reveal (Ctrl+Return)](action:seal)``: readable as it stands, and said anew from the action itself
when it is shown, so that a word that was changed or translated is never wrong in the manual.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale

from forensic_lpr import paths
from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.language import LANGUAGES

NAMED = re.compile(r"\[((?:\\.|[^\]\\])+)\]\(action:([\w-]+)\)")
"""An action in a chapter: what it says of it, and the action's name."""
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_SIGNS = re.compile(r"([\\\[\]`*_])")


@dataclass(frozen=True)
class Chapter:
    """One file of the manual.

    Attributes:
        file: Where it lies.
        title: Its first heading.
        text: Markdown.
    """

    file: Path
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Whether some words stand in it, wherever its lines break."""
        return " ".join(words.split()).casefold() in " ".join(self.text.split()).casefold()


def folder(language: str) -> Path:
    """Where the chapters in a language lie."""
    return paths.resources() / "manual" / language


def language_of_window() -> str:
    """The language that the window speaks, by code."""
    spoken = QLocale().language()
    return next((code for code in LANGUAGES if QLocale(code).language() == spoken), "en")


def chapters(language: str) -> tuple[Chapter, ...]:
    """All chapters in their order; none where the folder is missing or cannot be read."""
    found = []
    try:
        for file in sorted(folder(language).glob("*.md")):
            text = file.read_text("utf-8")
            heading = _HEADING.search(text)
            found.append(Chapter(file, heading[1] if heading else file.stem, text))
    except OSError:
        return ()
    return tuple(found)


def name_of(actions: Actions, name: str, say: Callable[[str], str] = str) -> tuple[str, str]:
    """Menu and item of an action, and its first shortcut.

    Args:
        actions: The window's actions.
        name: Name of the action.
        say: How a word of the window is said; as the window says it, unless another language is asked for.

    Raises:
        KeyError: there is no such action.
    """
    action = actions[name]
    menu = next(menu for menu in actions.menus.values() if action in menu.actions())
    words = (say(text).replace("&", "") for text in (menu.title(), action.text()))
    return " > ".join(words), action.shortcut().toString()


def escaped(words: str) -> str:
    """Words in which Markdown sees no signs of its own."""
    return _SIGNS.sub(r"\\\1", words)


def shown(text: str, actions: Actions) -> str:
    """A chapter's Markdown as the window shows it: every action with its own words."""

    def said(match: re.Match[str]) -> str:
        try:
            item, keys = name_of(actions, match[2])
        except KeyError:
            return f"**{match[1]}**"
        return f"**{escaped(item)}** ({escaped(keys)})"

    return NAMED.sub(said, text)
