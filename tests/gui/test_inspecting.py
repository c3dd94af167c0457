"""Before a character is read: the plate panel tells how legible a plate is and what speaks against the marking."""

from pathlib import Path

import pytest
from gui_evidence import plate_scene
from gui_hands import WAIT, mark, mark_and_reveal, open_file, wait_for_reading
from pytestqt.qtbot import QtBot

from forensic_lpr.core.inspection import Inspection
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.legibility_gauge import LegibilityGauge
from forensic_lpr.gui.theme import Look
from forensic_lpr.operations.inspect import shipped_inspector

QUAD = plate_scene()[1]


@pytest.fixture(scope="module", autouse=True)
def inspector() -> None:
    """Loaded beforehand: importing torch takes seconds, and no test is about that."""
    shipped_inspector()


def _inspected(qtbot: QtBot, desk: Desk) -> Inspection:
    gauge = desk.window.plate.gauge
    qtbot.waitUntil(lambda: gauge.scale.inspection is not None, timeout=WAIT)
    found = gauge.scale.inspection
    assert found is not None
    return found


def test_the_gauge_speaks_before_the_own_reading_is_sealed(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.points())
    found = _inspected(qtbot, desk)
    assert window.casework.masked and window.session.reading is None
    assert str(round(100 * found.legibility)) in window.plate.gauge.words.text()
    assert found.cautions == () and not window.plate.cautions.isVisible()


def test_a_marking_beside_the_plate_is_warned_of_and_clearing_it_takes_all_back(
    qtbot: QtBot, desk: Desk, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark(qtbot, window, QUAD.shifted(0.5 * QUAD.width, 0.0).points())
    qtbot.waitUntil(lambda: window.plate.cautions.isVisible(), timeout=WAIT)
    found = window.plate._inspection
    assert found is not None and found.in_doubt and window.plate.gauge.scale.inspection is None
    assert found.cautions and window.plate.cautions.isVisible()
    assert window.plate.cautions.sentences == tuple(caution.sentence for caution in found.cautions[:2])
    window.actions_["clear"].trigger()
    qtbot.waitUntil(lambda: not window.plate.cautions.isVisible(), timeout=WAIT)
    assert window.plate.cautions.sentences == ()


def test_the_reading_carries_what_the_panel_told(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    reading = window.session.reading
    assert reading is not None and reading.inspection == _inspected(qtbot, desk)


def test_the_gauge_says_each_grade_in_words_and_by_a_shape(qtbot: QtBot) -> None:
    gauge = LegibilityGauge(Look())
    qtbot.addWidget(gauge)
    told = []
    for legibility in (0.97, 0.7, 0.2):
        gauge.show_inspection(Inspection(legibility))
        told.append(gauge.words.text())
    assert [text[0] for text in told] == ["●", "◐", "○"]
    assert "97 %" in told[0] and len(set(told)) == 3
