"""The parameters of one step, each with its unit, its range and what it means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.operation import Choice, Number, Parameter, Value
from forensic_lpr.core.recipe import Step
from forensic_lpr.gui.chooser import Chooser
from forensic_lpr.gui.decimal_box import DecimalBox
from forensic_lpr.gui.language import number as said
from forensic_lpr.gui.operation_words import unit
from forensic_lpr.gui.scale import POSITIONS, position_of, snapped, value_at
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look


class _Slider(QSlider):
    """A slider that the wheel moves only while it has the keyboard, so that scrolling past changes nothing."""

    left_alone = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the keyboard here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was set by keys is one change."""
        super().focusOutEvent(event)
        self.left_alone.emit()


class NumberRow(QWidget):
    """A number: its name, a box to type it and a slider."""

    edited = Signal(str, object, object)
    """Name, value and gesture; the changes of one gesture are undone as one."""

    def __init__(self, look: Look, number: Number, value: Value) -> None:
        super().__init__()
        self.number = number
        self._gesture = object()
        title = QLabel(in_words(number.title))
        self.box: QSpinBox | QDoubleSpinBox
        if number.decimals:
            fine = DecimalBox()
            fine.setDecimals(number.decimals)
            fine.setRange(number.low, number.high)
            fine.setSingleStep(10.0**-number.decimals)
            if number.logarithmic:
                fine.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
            fine.valueChanged.connect(self._on_box_changed)
            self.box = fine
        else:
            whole = QSpinBox()
            whole.setRange(int(number.low), int(number.high))
            whole.setSingleStep(number.step)
            whole.valueChanged.connect(self._on_box_changed)
            self.box = whole
        self.box.setSuffix(unit(number) if len(number.unit) <= 3 else "")
        self.box.setKeyboardTracking(False)
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.box.setFont(look.font("figures"))
        self.box.setFixedWidth(look.px("value_width"))
        self.slider = _Slider()
        self.slider.setRange(0, POSITIONS)
        self.slider.setPageStep(POSITIONS // 10)
        self.slider.setSingleStep(max(1, round(POSITIONS * number.step / (number.high - number.low))))
        ends = f"{said(number.low, 'g')} – {said(number.high, 'g')}{unit(number)}"
        for widget in (title, self.box, self.slider):
            widget.setToolTip(f"{in_words(number.words)}\n{ends}")
            widget.setAccessibleName(in_words(number.title))
            widget.setAccessibleDescription(f"{in_words(number.words)} {ends}")
        title.setBuddy(self.box)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(look.px("line"))
        grid.addWidget(title, 0, 0)
        grid.addWidget(self.box, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.slider, 1, 0, 1, 2)
        self.show_value(value)
        self.slider.valueChanged.connect(self._on_slider_changed)
        self.slider.sliderReleased.connect(self._on_gesture_ended)
        self.slider.left_alone.connect(self._on_gesture_ended)
        self.box.editingFinished.connect(self._on_gesture_ended)

    def show_value(self, value: Value) -> None:
        """Show a value without telling it again."""
        for widget in (self.slider, self.box):
            widget.blockSignals(True)
        if not self.slider.isSliderDown():
            self.slider.setValue(position_of(self.number, float(value)))
        if isinstance(self.box, QDoubleSpinBox):
            self.box.setValue(float(value))
        else:
            self.box.setValue(int(value))
        for widget in (self.slider, self.box):
            widget.blockSignals(False)

    def _on_slider_changed(self, position: int) -> None:
        self.edited.emit(self.number.name, value_at(self.number, position), self._gesture)

    def _on_box_changed(self) -> None:
        self.edited.emit(self.number.name, snapped(self.number, self.box.value()), self._gesture)

    def _on_gesture_ended(self) -> None:
        self._gesture = object()


class ChoiceRow(QWidget):
    """A word out of a few."""

    edited = Signal(str, object, object)

    def __init__(self, look: Look, choice: Choice, value: Value) -> None:
        super().__init__()
        self.choice = choice
        title = QLabel(in_words(choice.title))
        self.chooser = Chooser(look)
        for option, words in choice.options:
            self.chooser.addItem(in_words(words), option)
        for widget in (title, self.chooser):
            widget.setToolTip(in_words(choice.words))
        self.chooser.setAccessibleName(in_words(choice.title))
        title.setBuddy(self.chooser)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(title)
        row.addWidget(self.chooser, 1)
        self.show_value(value)
        self.chooser.activated.connect(self._on_activated)

    def show_value(self, value: Value) -> None:
        """Show a value."""
        self.chooser.setCurrentIndex(self.chooser.findData(value))

    def _on_activated(self, row: int) -> None:
        self.edited.emit(self.choice.name, self.chooser.itemData(row), None)


class StepEditor(QWidget):
    """The chosen step's parameters and what the step does."""

    edited = Signal(str, object, object)
    """Name, value and gesture."""
    defaults_asked = Signal()
    pick_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._operation = ""
        self.rows: dict[str, NumberRow | ChoiceRow] = {}
        self.pick = QPushButton(self.tr("Pick in the picture"))
        self.pick.setToolTip(self.tr("Click the place in the picture that is grey in truth"))
        self.pick.clicked.connect(self.pick_asked)
        self.defaults = QPushButton(self.tr("Default values"))
        self.defaults.setToolTip(self.tr("Give this step its default values"))
        self.defaults.clicked.connect(self.defaults_asked)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("kind", "muted")
        self.words.setFont(look.font("small"))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px("space"))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px("wide"), look.px("space"), look.px("wide"), look.px("space"))
        column.setSpacing(look.px("space"))
        column.addLayout(self._rows)
        column.addWidget(self.pick)
        column.addWidget(self.defaults)
        column.addWidget(self.words)
        column.addStretch(1)

    def show_step(self, step: Step | None) -> None:
        """Show a step; of the same operation, only its values are put anew."""
        self.setVisible(step is not None)
        if step is None:
            return
        if step.operation != self._operation:
            self._build(step)
        for name, row in self.rows.items():
            row.show_value(step.value(name))
        about = step.about
        self.defaults.setVisible(bool(about.parameters))
        self.pick.setVisible(step.operation == "neutral-point")
        said = (in_words(text) for text in (about.title, about.does, about.cannot, f"{about.reference}."))
        self.words.setText("\n\n".join(said))  # the title whole, which the list may have to shorten

    def _build(self, step: Step) -> None:
        self._operation = step.operation
        for old in self.rows.values():
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {parameter.name: self._row(parameter, step) for parameter in step.about.parameters}
        for row in self.rows.values():
            row.edited.connect(self.edited)
            self._rows.addWidget(row)

    def _row(self, parameter: Parameter, step: Step) -> NumberRow | ChoiceRow:
        value = step.value(parameter.name)
        if isinstance(parameter, Number):
            return NumberRow(self._look, parameter, value)
        return ChoiceRow(self._look, parameter, value)
