"""In the Portuguese window numbers have a decimal comma, in all that it says; what machines read keeps the point."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from english_numbers import english_numbers
from gui_dialogs import dialog_makers
from gui_evidence import plate_scene
from gui_hands import WAIT, mark, mark_and_read, open_file, wait_for_reading
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from train_hands import LONG, open_train, plate_texts, write_set

from forensic_lpr.core.catalogue import OPERATIONS
from forensic_lpr.core.numerals import number_text
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.gui.about_dialog import AboutDialog
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.audit_dialog import AuditDialog
from forensic_lpr.gui.certainty import percent
from forensic_lpr.gui.decimal_box import DecimalBox
from forensic_lpr.gui.language import number
from forensic_lpr.gui.operation_words import told
from forensic_lpr.gui.time_text import moment_text, parse_jump, time_text
from forensic_lpr.gui.training.scales import short_number

QUAD = plate_scene()[1]
pytestmark = pytest.mark.usefixtures("own_folder", "portuguese")


def texts(root: QWidget) -> Iterator[str]:
    """All that a widget and those in it say: texts, items, tool-tips, and what a screen reader is told."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.statusTip(), widget.accessibleName())
        yield widget.accessibleDescription()
        yield str(widget.property("text") or "")
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QAbstractSpinBox):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _items(widget)


def _items(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    for row in range(min(model.rowCount(), 60)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield from (str(model.index(row, column).data(role) or "") for role in roles)


def misread(root: QWidget) -> list[str]:
    """Texts with a number that is written the English way."""
    return [text for text in texts(root) if english_numbers(text)]


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Let every job end, and everything be laid out."""
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    QApplication.processEvents()


def test_an_english_number_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    for text in (
        "97.5 %",
        "<0.1 %",
        "1,280 amostras",
        "120.000 amostras",
        "97,5 %",
        "0.1.0",
        "a.2.png",
        "x -3.5",
    ):
        QLabel(text, root)
    assert misread(root) == ["97.5 %", "<0.1 %", "1,280 amostras", "x -3.5"]


def test_the_forms() -> None:
    assert (percent(0.9996), percent(0.1234), percent(0.0001)) == (">99,9 %", "12,3 %", "<0,1 %")
    assert (number(1234.5, ",.1f"), number(0.25, "g")) == ("1.234,5", "0,25")
    assert (short_number(1_250_000), short_number(0.125)) == ("1,25 M", "0,125")
    assert time_text(Fraction(7248, 100)) == "00:01:12,480"
    assert moment_text(datetime(2026, 3, 1, 12)) == "2026-03-01 12:00:00,000"
    assert parse_jump("1:12,480") == parse_jump("1:12.480")
    assert number_text("1,234.5", "en") == "1,234.5"


def test_the_parameters_of_a_step() -> None:
    assert told(Step.of("gamma", gamma=0.8)) == "gama 0,80"
    found = " ".join(told(Step.of(about.name)) for about in OPERATIONS)
    assert "1,0 %" in found and " níveis de cinza" in found and "grey" not in found


def test_a_typed_point_is_a_comma(qtbot: QtBot) -> None:
    for keys in ("0.85", "0,85"):
        box = DecimalBox()
        box.setDecimals(2)
        qtbot.addWidget(box)
        box.show()
        box.selectAll()
        qtbot.keyClicks(box, keys)
        box.interpretText()
        assert (box.value(), box.text()) == (0.85, "0,85")


def test_examine(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, short_clip)
    mark(qtbot, window, QUAD.points())
    qtbot.mouseMove(window.canvas)
    window.casework.seal_cannot_read()
    wait_for_reading(qtbot, window)
    settle(qtbot, desk)
    assert "," in window.plate.facts.text() and "," in window.frame_bar.time.text()
    assert misread(window) == []
    window.enhancing.verbs.put(Recipe((Step.of("gamma", gamma=0.8), Step.of("stretch"))), "pictures")
    qtbot.waitUntil(lambda: window.enhancing.state.is_newest, timeout=WAIT)
    window.enhancing.verbs.read_enhanced(True)
    wait_for_reading(qtbot, window)
    assert "0,80" in {box.text() for box in window.findChildren(DecimalBox)}
    assert misread(window) == []
    window.copier.as_text()
    copied = QApplication.clipboard().text()
    assert "Probabilidade" in copied and "gama 0,80" in copied and english_numbers(copied) == []
    window.tracker.follow()
    qtbot.waitUntil(lambda: window.tracker.track is not None and not window.tracker.working, timeout=3 * WAIT)
    settle(qtbot, desk)
    assert misread(window) == []
    window.workspaces.show("report")
    settle(qtbot, desk)
    assert misread(window) == []


def test_train(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    train = open_train(qtbot, desk)
    train.material.choose(write_set(tmp_path / "set", plate_texts(14)))
    qtbot.waitUntil(lambda: not train.material.reading, timeout=LONG)
    for tab in ("data", "recognizer", "dgm", "models"):
        train.show_tab(tab)
        settle(qtbot, desk)
        assert misread(desk.window) == [], tab


def test_dialogs(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, short_clip)
    mark_and_read(qtbot, window, QUAD.points())
    window.casework.flush()
    for kind, make in dialog_makers(window).items():
        if kind in (AboutDialog, AuditDialog):  # versions and licences; the record as machines read it
            continue
        dialog = make()
        settle(qtbot, desk)
        assert misread(dialog) == [], kind.__name__
        dialog.close()
