"""The window in a language for as long as a test takes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from forensic_lpr.gui.language import speak


@contextmanager
def spoken_in(application: QApplication, language: str) -> Iterator[None]:
    """Widgets that are built meanwhile speak the language; afterwards everything is as before."""
    before = QLocale()
    speak(application, language)
    yield
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
