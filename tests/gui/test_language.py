"""The window in another language: Qt's own words and ours, and what follows from the choice."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from forensic_lpr.gui.language import LANGUAGES, file_of, finished, speak, spoken
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.report_options import ReportOptions
from forensic_lpr.gui.theme import THEMES, Look


@pytest.fixture
def portuguese(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    speak(qapp, "pt_BR")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_the_window_and_qt_speak_portuguese(portuguese: None, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert widget.tr("Settings") == "Configurações"
    assert widget.tr("this is said nowhere") == "this is said nowhere"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.buttons()[0].text() == "Cancelar"


def test_a_report_is_first_offered_in_the_language_of_the_window(
    portuguese: None, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = QSettings(str(tmp_path_factory.mktemp("s") / "s.ini"), QSettings.Format.IniFormat)
    options = ReportOptions(Look(THEMES["dark"]), Preferences(settings))
    qtbot.addWidget(options)
    assert spoken() == "pt-BR" and options.language.currentData() == "pt-BR"
    assert options.selection.isHidden()  # nothing to choose from yet


def test_every_language_has_its_file() -> None:
    assert all(len(finished(file_of(language))) > 900 for language in LANGUAGES if language != "en")
