"""PySide6 6.12.0 lost a reference to None at every void call on Python 3.10 and 3.11, and so killed them."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 2000
NOISE = 100  # other code takes and drops a few references meanwhile


def test_void_calls_keep_their_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - NOISE
