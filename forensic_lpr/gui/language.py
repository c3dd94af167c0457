"""The window's words in the examiner's language, from Qt Linguist files as translators write them.

The files lie in ``resources/translations``. The same English means the same everywhere in this window, so a word is
looked up by itself and not by the class that says it: functions that build a part of a window speak like their window.
"""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from forensic_lpr import paths
from forensic_lpr.core.numerals import number_text

LANGUAGES = {"en": "English", "pt_BR": "Português (Brasil)"}
"""Languages of the window by code, each in its own words."""
CONTEXT_BELOW = "below"
"""The context, in Linguist files, of what the layers below the window say; the window knows it again by its form."""


class Words(QTranslator):
    """One Linguist file.

    Args:
        file: A ``.ts`` file of the program's own resources.
    """

    def __init__(self, file: Path, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._words = finished(file)

    def isEmpty(self) -> bool:
        """Whether there is nothing to say; Qt does not ask an empty translator."""
        return not self._words

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The words for ``source``; ``None`` leaves it to the next translator, and in the end to English."""
        return self._words.get(source)


def finished(file: Path, context: str = "") -> dict[str, str]:
    """English and translation of every message of a Linguist file that is translated and still in use.

    Args:
        file: The Linguist file.
        context: Only of this context; empty for all.
    """
    words: dict[str, str] = {}
    for group in ElementTree.parse(file).iter("context"):
        if context not in ("", group.findtext("name", "")):
            continue
        for message in group.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and "type" not in translation.attrib:
                words[message.findtext("source", "")] = translation.text
    return words


def file_of(language: str) -> Path:
    """The Linguist file of a language other than English."""
    return paths.resources() / "translations" / f"forensic_lpr_{language}.ts"


def system_language() -> str:
    """The language of the desktop where the window speaks it, else English."""
    return "pt_BR" if QLocale.system().language() == QLocale.Language.Portuguese else "en"


def speak(application: QCoreApplication, language: str) -> None:
    """Let the window and Qt's own dialogs speak a language from now on; to be called before anything is built.

    Args:
        application: The application.
        language: Code from :data:`LANGUAGES`; empty for the desktop's.
    """
    language = language if language in LANGUAGES else system_language()
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return
    of_qt = QTranslator(application)
    if of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(of_qt)
    application.installTranslator(Words(file_of(language), application))


def spoken() -> str:
    """The language that the window speaks, as reports name it."""
    return "pt-BR" if QLocale().language() == QLocale.Language.Portuguese else "en"


def number(value: float, form: str) -> str:
    """A number as people write it in the language of the window.

    Args:
        value: The number.
        form: How it is written, as :func:`format` takes it: ``".1f"``, ``",d"``.
    """
    return number_text(format(value, form), spoken())
