"""Pairs in the window: it is asked what their plate reads, and then the far pictures are learnt, too."""

from pathlib import Path

import pytest
from gui_evidence import plate_scene
from gui_hands import LEFT, WAIT, mark_and_reveal, open_file, wait_for_reading
from pair_sets import write_sets
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from train_hands import LONG, choose_set, open_train, plate_texts, show_tab, write_set

from forensic_lpr.errors import PairsInvalid
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.training.dialogs import PairsDialog
from forensic_lpr.operations import pairs

QUAD = plate_scene()[1]
pytestmark = pytest.mark.timeout(900)  # a busy machine takes its time to load the network


def test_far_pictures_of_pairs_are_own_plates_too(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    folder = write_set(tmp_path / "set", plate_texts(24))
    open_train(qtbot, desk)
    train = choose_set(qtbot, desk, folder)
    view = train.material.view
    assert view is not None and view.split is not None
    held = view.split.crops(view.labelled, "held")[0].text
    sources, tab = train.pages.data.sources, train.pages.data.samples
    assert not sources.pairs.isVisible() and train.verbs.order().pairs is None

    sets = write_sets(tmp_path / "pairs", 4, 3, ("ABC1D23", "", held, "XYZ9876"))
    train.pairs.choose(sets)
    qtbot.waitUntil(lambda: sources.pairs.isVisible() and not train.material.busy_drawing, timeout=LONG)
    assert sources.pairs.isChecked()
    assert "8, plates: 2" in sources.pairs.text(), "not the held plate's, nor unknown ones"
    assert train.verbs.order().pairs == sets
    qtbot.mouseClick(tab.filter.button("own"), LEFT)
    qtbot.waitUntil(lambda: not train.material.busy_drawing, timeout=LONG)
    texts = {sample.text for sample in train.material.samples}
    assert {sample.source for sample in train.material.samples} == {"own"}
    assert texts & {"ABC1D23", "XYZ9876"} and held not in texts
    show_tab(qtbot, train, "recognizer")
    assert "and 8 of pair sets" in train.pages.recognizer.data.text()
    show_tab(qtbot, train, "dgm")
    listed = [train.pages.dgm.sets.item(row).text() for row in range(4)]
    assert "3 pairs of ABC1D23" in listed[0] and " of " not in listed[1]

    show_tab(qtbot, train, "data")
    sources.pairs.click()
    qtbot.waitUntil(lambda: not train.material.busy_drawing and not desk.runner.busy, timeout=LONG)
    assert not {sample.text for sample in train.material.samples} & {"ABC1D23", "XYZ9876"}
    assert train.verbs.order().pairs is None
    assert "of pair sets" not in train.pages.recognizer.data.text()


def test_what_the_plate_of_pairs_reads_is_asked(
    qtbot: QtBot, desk: Desk, short_clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def take(*told: object, **_: object) -> None:
        taken.append(str(told[4]))
        raise PairsInvalid("No far plate.")

    monkeypatch.setattr(pairs, "take_pairs", take)
    window = desk.window
    open_file(qtbot, desk, short_clip)
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    window.actions_["track"].trigger()
    qtbot.waitUntil(lambda: window.tracker.track is not None and not desk.runner.busy, timeout=LONG)

    def asked() -> list[PairsDialog]:
        return [dialog for dialog in window.findChildren(PairsDialog) if dialog.isVisible()]

    window.actions_["take-pairs"].trigger()
    qtbot.waitUntil(lambda: len(asked()) == 1, timeout=LONG)  # the workspace is built first
    (dialog,) = asked()
    qtbot.keyClicks(dialog.text, "abc-12")
    qtbot.mouseClick(dialog.verb, LEFT)
    assert "ABC12 follows none of the formats" in dialog.problem.text() and dialog.isVisible()
    qtbot.keyClicks(dialog.text, "34")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: taken == ["ABC1234"] and not desk.runner.busy, timeout=LONG)
    assert "No far plate" in window.message_bar.text

    window.actions_["take-pairs"].trigger()
    (dialog,) = asked()
    qtbot.mouseClick(dialog.verb, LEFT)
    qtbot.waitUntil(lambda: taken[1:] == [""] and not desk.runner.busy, timeout=LONG)

    monkeypatch.setattr(type(window.casework), "masked", True)
    window.actions_["take-pairs"].trigger()
    assert not asked(), "nobody says it before the own reading is sealed"
    qtbot.waitUntil(lambda: taken[2:] == [""] and not desk.runner.busy, timeout=WAIT)
