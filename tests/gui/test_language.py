"""The window in another language: Qt's own words and ours, and what follows from the choice."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from forensic_lpr.core.recipe import Step
from forensic_lpr.errors import EvidenceUnreadable, RecipeInvalid
from forensic_lpr.gui.language import LANGUAGES, file_of, finished, spoken
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.report_options import ReportOptions
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import THEMES, Look
from forensic_lpr.media.source import open_source


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


def test_an_error_of_any_layer_is_said_in_portuguese_with_its_values(
    portuguese: None, tmp_path: Path
) -> None:
    (tmp_path / "empty.png").touch()
    with pytest.raises(EvidenceUnreadable) as unreadable:
        open_source(tmp_path / "empty.png")
    assert in_words(unreadable.value) == "empty.png está vazio."
    with pytest.raises(RecipeInvalid) as invalid:
        Step.of("gamma", gamma=900.0)
    assert in_words(invalid.value) == "Gama deve estar entre 0,1 e 5, não 900,0."
    told = EvidenceUnreadable("The table [Errno 2].csv cannot be read: No such file or directory.")
    assert in_words(told) == "A tabela [Errno 2].csv não pode ser lida: Arquivo ou pasta inexistente."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Brazil, grey (1990–2018)", "Brasil, cinza (1990–2018)"),
        ("The plate leaves the picture.", "A placa sai da imagem."),
        ("5 packets without content. (frames 3 to 4)", "5 pacote(s) sem conteúdo. (quadros 3 a 4)"),
        (
            "Frame 7 is damaged or built on a damaged one, so parts of it can be wrong: 2 packets without content. "
            "3 more in the record of the clip.",
            "O quadro 7 está danificado ou se apoia em um danificado; partes dele podem estar erradas: 2 pacote(s) sem "
            "conteúdo. Mais 3 no registro do vídeo.",
        ),
        (
            "gate.mp4 is shown field by field, the bottom one first: the lines of the other field are the mean of "
            "those above and below. Numbers count fields; probabilities were calibrated on whole pictures.",
            "gate.mp4 é mostrado campo a campo, primeiro o inferior: as linhas do outro campo são a média das de cima "
            "e de baixo. Os números contam campos; as probabilidades foram calibradas em imagens inteiras.",
        ),
        (
            "Gap of 0.480 s between frames 3 and 4 (at 3.500 s).",
            "Lacuna de 0,480 s entre os quadros 3 e 4 (em 3,500 s).",
        ),
        (
            "The set x has 1,234 rows; at most 1,000 can be used.",
            "O conjunto x tem 1.234 linhas; podem ser usadas no máximo 1.000.",
        ),
        ("a name that none knows.mp4", "a name that none knows.mp4"),
        ("evidence acquired", "vestígio adquirido"),
        (
            "The label 'AB1' of x.png does not follow the format Brazil, grey (1990–2018) (LLLNNNN).",
            "O rótulo 'AB1' de x.png não segue o formato Brasil, cinza (1990–2018) (LLLNNNN).",
        ),
    ],
)
def test_what_the_layers_below_say_is_said_in_portuguese(portuguese: None, said: str, told: str) -> None:
    assert in_words(said) == told


def test_what_the_layers_below_say_stays_as_it_is_in_english() -> None:
    assert in_words("The plate leaves the picture.") == "The plate leaves the picture."


def test_every_language_has_its_file() -> None:
    assert all(len(finished(file_of(language))) > 900 for language in LANGUAGES if language != "en")
