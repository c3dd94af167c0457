"""Small dialogs: go to a frame, the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.flow import Scrolling
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.time_text import Jump, parse_jump


class JumpDialog(QDialog):
    """Asks for a frame number or a time."""

    jumped = Signal(object)
    """A :class:`Jump`."""

    def __init__(self, look: Look, total: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Go to"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("#1042, 1:12.480, 72.5 s"))
        self.field.setAccessibleName(self.tr("Frame number or time"))
        label = QLabel(self.tr("Frame number (0 to {last}) or time").format(last=total - 1))
        label.setBuddy(self.field)
        self.problem = QLabel(" ")
        self.problem.setProperty("kind", "failure")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Go"))
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._total = total
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("space"))
        for widget in (label, self.field, self.problem, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(look.px("reading_minimum"))

    def _on_accepted(self) -> None:
        jump = parse_jump(self.field.text())
        if jump is None:
            self.problem.setText(self.tr("Write a frame number, or a time such as 1:12.480."))
        elif jump.index is not None and jump.index >= self._total:
            self.problem.setText(self.tr("The last frame is {last}.").format(last=self._total - 1))
        else:
            self.jumped.emit(jump)
            self.accept()


def keyboard_rows(actions: Actions) -> list[tuple[str, str]]:
    """All keys with what they do: the actions' own, and those of the canvas."""
    rows = [
        (
            " / ".join(key.toString() for key in action.shortcuts()),
            action.statusTip(),
        )
        for action in actions.by_name.values()
    ]
    tr = actions.tr
    return [
        (tr("Click"), tr("Place a corner; four in any order make a plate")),
        (tr("Drag"), tr("Move a corner or the whole plate; elsewhere pan")),
        (tr("Wheel"), tr("Zoom to the cursor")),
        (tr("Space, middle button"), tr("Pan with the mouse")),
        (tr("Alt+Arrows"), tr("Pan")),
        (tr("Tab"), tr("Select the next corner")),
        (tr("Arrows"), tr("Nudge the selected corner by 0.1 px; with Shift by 1 px, with Ctrl by 10 px")),
        *rows,
    ]


class KeyboardDialog(QDialog):
    """All keys in two columns."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard and mouse"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(*([look.px("loose")] * 4))
        grid.setHorizontalSpacing(look.px("loose"))
        grid.setVerticalSpacing(look.px("line"))
        rows = keyboard_rows(actions)
        half = (len(rows) + 1) // 2
        for block in (1, 3):
            grid.setColumnStretch(block, 1)
        for number, (keys, words) in enumerate(rows):
            block, line = divmod(number, half)
            left = QLabel(keys)
            left.setFont(look.font("strong"))
            right = QLabel(words)
            right.setProperty("kind", "muted")
            right.setWordWrap(True)
            grid.addWidget(left, line, 2 * block)
            grid.addWidget(right, line, 2 * block + 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QVBoxLayout()
        foot.setContentsMargins(*([look.px("loose")] * 4))
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Scrolling(body), 1)
        column.addLayout(foot)
        self.resize(2 * look.px("dialog"), look.px("dialog") * 5 // 4)


__all__ = ["Jump", "JumpDialog", "KeyboardDialog", "keyboard_rows"]
