"""The scene clock is set: what does a clock in the picture show at the frame before the examiner?"""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from forensic_lpr.core.clock import SceneClock, parse_shown
from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.time_text import moment_text


class ClockDialog(QDialog):
    """Asks for a date and time; an empty field takes the clock away."""

    clock_chosen = Signal(object)
    """A :class:`SceneClock`, or ``None``."""

    def __init__(self, look: Look, frame: FrameRef, clock: SceneClock | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scene clock"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._frame = frame
        self.field = QLineEdit(moment_text(clock.at(frame)) if clock is not None else "")
        self.field.setPlaceholderText(moment_text(datetime(2026, 3, 1, 12)))
        self.field.setAccessibleName(self.tr("Date and time in the picture"))
        label = QLabel(
            self.tr("What does the clock in the picture show at frame {n}? Leave empty for no clock.").format(
                n=frame.index
            )
        )
        label.setWordWrap(True)
        label.setBuddy(self.field)
        note = QLabel(
            self.tr(
                "The times of all other frames follow from this one. It is what the recorder's clock says, "
                "which can be wrong; the report says where it was read."
            )
        )
        note.setWordWrap(True)
        note.setProperty("kind", "muted")
        self.problem = QLabel(" ")
        self.problem.setProperty("kind", "failure")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Set"))
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("space"))
        for widget in (label, self.field, note, self.problem, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(look.px("reading_minimum"))

    def _on_accepted(self) -> None:
        text = self.field.text().strip()
        shown = parse_shown(text)
        if text and shown is None:
            self.problem.setText(self.tr("Write a date and a time such as 2026-03-01 12:00:00."))
            return
        self.clock_chosen.emit(SceneClock(self._frame, shown) if shown is not None else None)
        self.accept()
