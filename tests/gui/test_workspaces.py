"""Changing between the workspaces: what is seen, and which keys work."""

import pytest
from gui_hands import LEFT, WAIT, open_file
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.workspaces import PREFIX

pytestmark = pytest.mark.timeout(900)  # a busy machine takes its time to load the network


def tab(desk: Desk, name: str) -> QToolButton:
    button = desk.window.workspaces.bar.widgetForAction(desk.window.actions_[PREFIX + name])
    assert isinstance(button, QToolButton)
    return button


def test_a_click_on_a_tab_shows_its_page(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    assert window.workspaces.shown == "examine"
    assert window.canvas.isVisibleTo(window) or window.welcome.isVisibleTo(window)
    with qtbot.waitSignal(window.workspaces.changed, timeout=WAIT) as told:
        qtbot.mouseClick(tab(desk, "train"), LEFT)
    assert told.args == ["train"]
    assert window.training.isVisible()
    assert not window.canvas.isVisible()
    tools = window.findChild(QToolBar, "tools")
    assert isinstance(tools, QToolBar)
    assert not tools.isVisible()
    qtbot.mouseClick(tab(desk, "examine"), LEFT)
    assert tools.isVisible()
    assert not window.training.isVisible()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=6 * WAIT)


def test_keys_of_examine_do_nothing_in_train(qtbot: QtBot, desk: Desk, still: object) -> None:
    window = desk.window
    open_file(qtbot, desk, still)  # type: ignore[arg-type]
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.workspaces.shown == "train"
    qtbot.keyClick(window, Qt.Key.Key_M)
    assert window.session.marking.empty
    assert not window.status_line.zoom.isVisible()  # the canvas is not seen
    menus = {name: menu.menuAction().isVisible() for name, menu in window.actions_.menus.items()}
    assert (menus["plate"], menus["train"], menus["file"]) == (False, True, True)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_M)
    assert not window.session.marking.empty
    assert window.status_line.zoom.isVisible()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=6 * WAIT)


def test_both_tabs_have_the_menu_entry_checked_that_is_shown(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    window.workspaces.show("train")
    checked = [name for name in ("examine", "train") if window.actions_[PREFIX + name].isChecked()]
    assert checked == ["train"]
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=6 * WAIT)


def test_train_is_built_when_it_is_shown_and_told_what_was_found_before(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    assert window.training.findChildren(QToolButton) == []
    qtbot.mouseClick(tab(desk, "train"), LEFT)
    pages = window.train.pages
    names = ("data", "recognizer", "dgm", "models")
    # It is built in pieces.
    qtbot.waitUntil(lambda: all(pages.has(name) for name in names), timeout=30 * WAIT)
    qtbot.waitUntil(lambda: bool(window.train.models.all) and not desk.runner.busy, timeout=30 * WAIT)
    qtbot.mouseClick(window.train.tabs.button("models"), LEFT)
    assert pages.models.list.count() == len(window.train.models.all), "it is told what was found before"
    qtbot.mouseClick(window.train.tabs.button("recognizer"), LEFT)
    assert pages.recognizer.form.parent_weights.currentData() == window.train.models.active
    assert pages.recognizer.form.device.count() >= 1
    qtbot.mouseClick(window.train.tabs.button("dgm"), LEFT)
    start = pages.dgm.parent_weights
    assert start.currentData() == "dgm"
    qtbot.keyClick(start, Qt.Key.Key_Home)
    assert start.currentData() == ""
    pages.dgm.show_choices(("dgm", "mine"), ())
    assert start.currentData() == "", "what was chosen stays"
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=30 * WAIT)
