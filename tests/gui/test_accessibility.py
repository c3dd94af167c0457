"""Every control of the window and of every dialog has a name for those who cannot see it, and shows the keyboard."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui_dialogs import dialog_makers
from gui_evidence import plate_scene
from gui_hands import WAIT, mark, open_file, wait_for_reading
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import forensic_lpr.gui
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.form_dialog import FormDialog
from forensic_lpr.gui.main_window import MainWindow

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
PARTS_OF = (QAbstractSpinBox, QComboBox, QLineEdit, QHeaderView, QAbstractItemView)
QUAD = plate_scene()[1]
pytestmark = pytest.mark.usefixtures("own_folder")


def own_dialogs() -> set[type[QDialog]]:
    """All dialogs that the window's modules define."""
    for found in pkgutil.walk_packages(forensic_lpr.gui.__path__, "forensic_lpr.gui."):
        importlib.import_module(found.name)
    kinds, waiting = set(), [QDialog]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("forensic_lpr."):
                kinds.add(kind)
    return kinds


def controls(root: QWidget) -> Iterator[QWidget]:
    """What can be worked with: Qt's own parts of larger controls, and plain labels, are not."""
    for widget in root.findChildren(QWidget):
        part_of_another = (
            widget.objectName().startswith("qt_")
            or isinstance(widget, QScrollBar | QHeaderView)
            or isinstance(widget.parent(), PARTS_OF)
            or isinstance(widget.window().parent(), QComboBox)  # its list, a window of its own
        )
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        own = type(widget).__module__.startswith("forensic_lpr.")
        if not part_of_another and (isinstance(widget, INTERACTIVE) or (own and takes_keys)):
            yield widget


def told_name(widget: QWidget) -> str:
    """What a screen reader says, from the control's own name, its text, or the label that belongs to it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"
        for widget in controls(root)
        if widget.isVisibleTo(root) and not told_name(widget)
    ]


def without_ring(root: QWidget) -> list[str]:
    """Controls that look the same with the keyboard and without."""
    found = []
    for widget in controls(root):
        if not widget.isVisible() or not widget.isEnabled() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if isinstance(widget, QAbstractItemView) and (
            widget.model() is None or not widget.model().rowCount()
        ):
            continue  # nothing in it that could be chosen
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus():
            continue
        with_keys = widget.grab().toImage()
        widget.clearFocus()
        QApplication.processEvents()
        if widget.grab().toImage() == with_keys:
            found.append(f"{type(widget).__name__} {told_name(widget)!r}")
    return found


def examined(qtbot: QtBot, desk: Desk, path: Path) -> MainWindow:
    """A plate marked and read, after the own reading."""
    open_file(qtbot, desk, path)
    mark(qtbot, desk.window, QUAD.points())
    desk.window.casework.seal_cannot_read()
    wait_for_reading(qtbot, desk.window)
    desk.window.casework.flush()
    return desk.window


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    QLineEdit(root).setObjectName("mute")
    named = QLineEdit(root)
    label = QLabel("Name", root)
    label.setBuddy(named)
    assert nameless(root) == ["QLineEdit 'mute' in QWidget"]


def test_the_welcome_page(qtbot: QtBot, desk: Desk) -> None:
    assert desk.window.welcome.isVisible()
    assert len(list(controls(desk.window))) > 30
    assert nameless(desk.window) == []
    assert without_ring(desk.window.welcome) == []


def test_the_window_while_a_plate_waits_for_the_own_reading(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    mark(qtbot, desk.window, QUAD.points())
    desk.window.tour.go_on()
    assert nameless(desk.window) == []
    assert without_ring(desk.window) == []


def test_the_window_with_a_reading_of_a_clip(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = examined(qtbot, desk, short_clip)
    assert nameless(window) == []
    assert without_ring(window) == []


def test_every_dialog(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = examined(qtbot, desk, short_clip)
    makers = dialog_makers(window)
    assert set(makers) == own_dialogs() - {FormDialog}
    problems = {}
    for kind, make in makers.items():
        dialog = make()
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
        found = nameless(dialog) + [f"no ring: {name}" for name in without_ring(dialog)]
        if found or not dialog.windowTitle():
            problems[kind.__name__] = found
        dialog.close()
    assert problems == {}
