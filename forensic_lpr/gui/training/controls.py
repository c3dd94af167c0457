"""Small parts of which the tabs are made: a row of alternatives, a slider with its figure, buttons, lines of facts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.chooser import Chooser
from forensic_lpr.gui.decimal_box import DecimalBox
from forensic_lpr.gui.flow import Scrolling
from forensic_lpr.gui.panels.panel import Panel
from forensic_lpr.gui.theme import Look

_STEPS = 100


class Alternatives(QWidget):
    """Buttons of which one is pressed.

    Args:
        look: The look in use.
        name: What is chosen, for those who do not see it.
        choices: Names and words, tool-tips third.
        kind: ``choice`` for buttons that share the width, ``tab`` for tabs.
    """

    chosen = Signal(str)
    """Name of the alternative that was pressed."""

    def __init__(
        self,
        look: Look,
        name: str,
        choices: Sequence[tuple[str, str, str]],
        kind: str = "choice",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px("line"))
        self.setAccessibleName(name)
        for key, words, tip in choices:
            button = QToolButton()
            button.setText(words)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("kind", kind)
            if kind == "choice":
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        if kind != "choice":
            row.addStretch(1)
        next(iter(self._buttons.values())).setChecked(True)

    @property
    def current(self) -> str:
        """Name of the alternative that is pressed."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def button(self, key: str) -> QToolButton:
        """The button of an alternative."""
        return self._buttons[key]

    def choose(self, key: str) -> None:
        """Press an alternative without telling."""
        self._buttons[key].setChecked(True)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.current)


class ShareSlider(QWidget):
    """A share from nothing to all, with what it comes to in percent."""

    moved = Signal(float)
    """The share as it stands, 0 to 1, while the slider moves."""

    def __init__(self, look: Look, words: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setAccessibleName(words)
        self.slider.setToolTip(tip)
        self.slider.valueChanged.connect(self._on_changed)
        name = QLabel(words)
        name.setToolTip(tip)
        self.figure = QLabel()
        self.figure.setFont(look.font("figures"))
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.figure.setFixedWidth(look.px("button") + look.px("loose"))
        name.setFixedWidth(look.px("form_label"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px("space"))
        row.addWidget(name)
        row.addWidget(self.slider, 1)
        row.addWidget(self.figure)

    def show_share(self, value: float, effective: float | None) -> None:
        """Show a share, and what part of a batch it comes to; ``None`` where there is nothing to take."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(value * _STEPS))
        self.slider.blockSignals(False)
        self.figure.setText("–" if effective is None else f"{100 * effective:.0f} %")

    def _on_changed(self, value: int) -> None:
        self.moved.emit(value / _STEPS)


class Facts(QWidget):
    """Names at the left, values at the right, one line each."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px("wide"))
        self._grid.setVerticalSpacing(look.px("tight"))
        self._grid.setColumnStretch(1, 1)
        self.rows: tuple[tuple[str, str], ...] = ()

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show other facts."""
        if tuple(rows) == self.rows:
            return
        self.rows = tuple(rows)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, (name, value) in enumerate(rows):
            left, right = QLabel(name), QLabel(value)
            left.setProperty("kind", "muted")
            left.setAlignment(Qt.AlignmentFlag.AlignTop)
            right.setFont(self._look.font("figures"))
            right.setWordWrap(True)
            right.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            right.setToolTip(value)  # a digest is one word, longer than a small window is wide
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(left, line, 0)
            self._grid.addWidget(right, line, 1)


class ActionButton(QPushButton):
    """A button that does an action and follows whether it can be done and, without words of its own, what it says."""

    def __init__(self, actions: Actions, name: str, primary: bool = False, words: str = "") -> None:
        action = actions[name]
        super().__init__(words or action.text().replace("&", "").removesuffix("…"))
        self.setToolTip(action.toolTip())
        self.setProperty("primary", primary)
        self.setEnabled(action.isEnabled())
        self.clicked.connect(action.trigger)
        action.enabledChanged.connect(self.setEnabled)
        self._action, self._own_words = action, bool(words)
        action.changed.connect(self._on_changed)

    def make_primary(self, primary: bool) -> None:
        """Let it be the one that is meant to be pressed, or not."""
        if self.property("primary") != primary:
            self.setProperty("primary", primary)
            self.style().unpolish(self)
            self.style().polish(self)

    def _on_changed(self) -> None:
        if not self._own_words:
            self.setText(self._action.text().replace("&", "").removesuffix("…"))


def heading(look: Look, words: str) -> QLabel:
    """The name of a group of settings."""
    label = QLabel(words)
    label.setFont(look.font("strong"))
    return label


def note(look: Look, words: str = "") -> QLabel:
    """Small words that may take several lines."""
    label = QLabel(words)
    label.setFont(look.font("small"))
    label.setProperty("kind", "muted")
    label.setWordWrap(True)
    return label


def column_in(look: Look, widget: QWidget) -> QVBoxLayout:
    """A column with the usual margins in a panel's content."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(*([look.px("wide")] * 4))
    column.setSpacing(look.px("space"))
    return column


def column_below(look: Look, panel: Panel, head: QWidget) -> QVBoxLayout:
    """A column under what always stays in sight at the top of a panel; it is scrolled where the window is low."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, look.px("tight"))
    column.setSpacing(look.px("space"))
    holder = QVBoxLayout(panel.content)
    holder.setContentsMargins(0, 0, 0, 0)
    holder.setSpacing(look.px("space"))
    holder.addWidget(head)
    holder.addWidget(Scrolling(body), 1)
    return column


def fill_with_settings(look: Look, panel: Panel, settings: QWidget) -> None:
    """Make a panel at the left of a tab out of a column of settings."""
    holder = QVBoxLayout(panel.content)
    holder.setContentsMargins(0, 0, 0, 0)
    holder.addWidget(Scrolling(settings))
    panel.show_content(True)
    panel.setFixedWidth(look.px("form_width"))


def offer(box: QComboBox, choices: Sequence[tuple[str, str]], usual: str = "") -> None:
    """Offer other choices, data and words, without telling.

    The chosen one stays chosen where it is among them, else the usual one is, else the first.
    """
    chosen = box.currentData() or usual
    box.blockSignals(True)
    box.clear()
    for data, words in choices:
        box.addItem(words, data)
        box.setItemData(box.count() - 1, words, Qt.ItemDataRole.ToolTipRole)  # a long name may be cut off
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)


class NumberField(DecimalBox):
    """A number that is written without needless digits.

    Args:
        look: The look in use.
        words: What it is called.
        tip: What it does.
        limits: Least and greatest value.
        decimals: Digits behind the point at most; 0 for whole numbers.
        grouped: Whether thousands are set apart.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        tip: str,
        limits: tuple[float, float],
        decimals: int,
        grouped: bool = True,
    ) -> None:
        super().__init__()
        self.setDecimals(decimals)
        self.setRange(*limits)
        self.setGroupSeparatorShown(grouped and decimals == 0)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(look.font("figures"))
        self.setAccessibleName(words)
        self.setToolTip(tip)

    def textFromValue(self, value: float) -> str:
        """The number as it is written."""
        text = super().textFromValue(value)
        return text.rstrip("0").rstrip(self.locale().decimalPoint()) if self.decimals() else text


def choice_box(look: Look, words: str, tip: str) -> Chooser:
    """A choice among things with names; a long name does not make its column wider."""
    box = Chooser(look)
    box.setAccessibleName(words)
    box.setToolTip(tip)
    box.setMinimumContentsLength(8)
    return box


def form_grid(look: Look, rows: Sequence[tuple[str, QWidget]]) -> tuple[QGridLayout, list[QLabel]]:
    """Names at the left, what is set at the right; a name has the tool-tip of what it names."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px("space"))
    grid.setVerticalSpacing(look.px("tight"))
    grid.setColumnMinimumWidth(0, look.px("form_label"))
    grid.setColumnStretch(1, 1)
    labels = []
    for line, (words, widget) in enumerate(rows):
        label = QLabel(words)
        label.setToolTip(widget.toolTip())
        label.setBuddy(widget)
        grid.addWidget(label, line, 0)
        grid.addWidget(widget, line, 1)
        labels.append(label)
    return grid, labels
