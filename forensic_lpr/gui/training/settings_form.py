"""The settings of a training: what it starts from, a preset, and everything behind it with a tool-tip."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from forensic_lpr.gui.language import number
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.controls import (
    Alternatives,
    NumberField,
    choice_box,
    form_grid,
    heading,
    note,
    offer,
)
from forensic_lpr.gui.training.jobs import DeviceView
from forensic_lpr.operations.trainwork import Setting
from forensic_lpr.training.shares import NARROW, PRESETS, Preset


@dataclass(frozen=True)
class Row:
    """One number that can be set.

    Attributes:
        name: Its name in :class:`forensic_lpr.training.config.TrainingConfig`.
        words: What it is called.
        tip: What it does, in one or two sentences.
        limits: Least and greatest value.
        decimals: Digits behind the point; 0 for whole numbers.
        usual: Its value, or what takes it out of a preset.
        usual_own: Its value in a training with own plates, where that is another.
    """

    name: str
    words: str
    tip: str
    limits: tuple[float, float]
    decimals: int
    usual: float | Callable[[Preset], float]
    usual_own: float | None = None


def rows(tr: Callable[[str], str]) -> tuple[Row, ...]:
    """The settings behind the presets."""
    return (
        Row(
            "samples",
            tr("Samples"),
            tr("Training pictures to see in all; the learning rate falls to zero there."),
            (2, 1e9),
            0,
            lambda preset: preset.samples,
        ),
        Row(
            "minutes",
            tr("Time limit, min"),
            tr("The training ends after so many minutes, with the learning rate at zero; 0 for no limit."),
            (0, 43_200),
            1,
            lambda preset: preset.minutes,
        ),
        Row(
            "batch",
            tr("Batch"),
            tr("Pictures per step. Larger batches are steadier and need more memory."),
            (2, 4096),
            0,
            lambda preset: preset.batch,
        ),
        Row(
            "learning_rate",
            tr("Learning rate"),
            tr(
                "Length of a step at its peak. Too high and the loss jumps or becomes no number; too low and nothing "
                "is learnt."
            ),
            (1e-7, 1.0),
            6,
            lambda preset: preset.learning_rate,
        ),
        Row(
            "warm_up",
            tr("Warm-up"),
            tr("Samples over which the learning rate rises from zero to its peak."),
            (0, 1e8),
            0,
            lambda preset: preset.warm_up,
        ),
        Row(
            "evaluate_every",
            tr("Evaluate every"),
            tr("Samples between two evaluations by width; each one takes some seconds."),
            (2, 1e8),
            0,
            lambda preset: preset.evaluate_every,
        ),
        Row(
            "averaging",
            tr("Averaging"),
            tr(
                "How slowly the moving average of the weights follows (EMA); the average counts as what was learnt."
            ),
            (0.0, 0.99999),
            5,
            lambda preset: preset.averaging,
        ),
        Row(
            "mixing",
            tr("Mixing"),
            tr(
                "Share of what was learnt in the weights that are kept; the rest stays as it was before, so that less "
                "is forgotten."
            ),
            (0.05, 1.0),
            2,
            lambda preset: preset.mixing,
        ),
        Row(
            "weight_decay",
            tr("Weight decay"),
            tr("How strongly large weights are pulled towards zero (decoupled weight decay)."),
            (0.0, 1.0),
            4,
            0.02,
        ),
        Row(
            "clip",
            tr("Clip gradient at"),
            tr(
                "Greatest length of the gradient; longer ones are shortened, so that one odd batch does no harm."
            ),
            (0.01, 100.0),
            2,
            2.0,
        ),
        Row(
            "pattern_share",
            tr("Format share"),
            tr("Weight of telling the plate's format beside its characters, for networks that do."),
            (0.0, 10.0),
            2,
            0.3,
        ),
        Row(
            "easy",
            tr("Easy samples"),
            tr(
                "Samples at the start with wide plates only; a network that starts from scratch may need them."
            ),
            (0, 1e8),
            0,
            0,
        ),
        Row(
            "narrow",
            tr("Narrow plates"),
            tr(
                "Share of the drawn plates that are 28 to 66 pixels wide: there a reader that is good on wide ones "
                "still learns, and forgets first."
            ),
            (0.0, 1.0),
            2,
            0.0,
            usual_own=NARROW,
        ),
        Row(
            "seed",
            tr("Seed"),
            tr(
                "Decides the division of the set and every random choice; the same seed gives the same training."
            ),
            (0, 2**31 - 1),
            0,
            1,
        ),
    )


class SettingsForm(QWidget):
    """Start, preset and settings; says what of them differs from the preset."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self.parent_weights = choice_box(look, tr("Start from"), tr("The weights that are trained further"))
        self.network = choice_box(look, tr("Network"), tr("The network of a training from scratch"))
        self.network.addItems(["slot-attention", "multitask-2019"])
        self.device = choice_box(
            look, tr("Device"), tr("Where the network trains, with the memory that is there")
        )
        self.preset = Alternatives(
            look,
            tr("Preset"),
            (
                ("quick", tr("Quick"), tr("Fine-tune for some twenty minutes: enough to learn a camera")),
                ("long", tr("Long"), tr("Fine-tune for some hours: for sets of hundreds of plates")),
                ("scratch", tr("From scratch"), tr("Train a new network; that takes days on a processor")),
            ),
        )
        self.preset.chosen.connect(self._on_preset)
        self.about = note(look)
        self._rows = rows(tr)
        self._own = False
        self.fields = {
            row.name: NumberField(look, row.words, row.tip, row.limits, row.decimals, row.name != "seed")
            for row in self._rows
        }
        self.optimizer = choice_box(
            look,
            tr("Optimizer"),
            tr(
                "How a step follows from the gradients: AdamW scales each weight by itself, Muon the weights of a "
                "layer together, so that it learns more from each sample"
            ),
        )
        offer(self.optimizer, [("adamw", "AdamW"), ("muon", "Muon")], self._chosen.optimizer)
        self.more = QToolButton()
        self.more.setText(tr("All settings"))
        self.more.setCheckable(True)
        self.more.setProperty("kind", "more")
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setToolTip(tr("Show every setting behind the preset"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.toggled.connect(self._on_more)
        self._details = QWidget()
        self._lay_out(look)
        self.more.setChecked(False)
        self._details.hide()
        for row in self._rows:
            self.fields[row.name].setValue(self._usual(row))
        self._on_preset(self.preset.current)

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px("space"))
        column.addWidget(heading(look, self.tr("Preset")))
        column.addWidget(self.preset)
        column.addWidget(self.about)
        grid, labels = form_grid(
            look,
            (
                (self.tr("Start from"), self.parent_weights),
                (self.tr("Network"), self.network),
                (self.tr("Device"), self.device),
            ),
        )
        self._lines = {
            "parent": (labels[0], self.parent_weights),
            "network": (labels[1], self.network),
        }
        column.addLayout(grid)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        numbers = [(row.words, self.fields[row.name]) for row in self._rows]
        details, _ = form_grid(look, [(self.tr("Optimizer"), self.optimizer), *numbers])
        self._details.setLayout(details)
        for field in self.fields.values():
            field.valueChanged.connect(self.changed)
        self.optimizer.currentIndexChanged.connect(self.changed)
        column.addWidget(self._details)

    # --- what is chosen

    @property
    def from_scratch(self) -> bool:
        """Whether the preset starts from scratch."""
        return not self._chosen.from_weights

    @property
    def _chosen(self) -> Preset:
        return PRESETS[self.preset.current]

    def settings(self) -> tuple[Setting, ...]:
        """What was set otherwise than the preset has it."""
        found: list[Setting] = []
        for row in self._rows:
            if self._was_set(row):
                value = self.fields[row.name].value()
                found.append((row.name, value if row.decimals else round(value)))
        if self.optimizer.currentData() != self._chosen.optimizer:
            found.append(("optimizer", self.optimizer.currentData()))
        return tuple(found)

    def set_value(self, name: str, value: float) -> None:
        """Set a number."""
        self.fields[name].setValue(value)

    def show_own(self, own: bool) -> None:
        """Say whether own plates are learnt; what was not set by hand follows."""
        kept = [row for row in self._rows if not self._was_set(row)]
        self._own = own
        for row in kept:
            self.fields[row.name].setValue(self._usual(row))

    def show_choices(self, weights: tuple[str, ...], active: str, devices: tuple[DeviceView, ...]) -> None:
        """Offer other weights and devices; what was chosen stays where it still is."""
        offer(self.parent_weights, [(name, name) for name in weights], active)
        offer(self.device, [(device.name, self._words(device)) for device in devices])

    def _words(self, device: DeviceView) -> str:
        parts = [device.title] if " " in device.title else []  # not only the name of an instruction set
        if device.cores:
            parts.append(self.tr("{n} cores").format(n=device.cores))
        if device.memory:
            parts.append(f"{device.memory:.0f} GiB")
        return f"{device.name.upper()}: {', '.join(parts)}"

    def _usual(self, row: Row) -> float:
        if callable(row.usual):
            return row.usual(self._chosen)
        return row.usual_own if self._own and row.usual_own is not None else row.usual

    def _was_set(self, row: Row) -> bool:
        return abs(self.fields[row.name].value() - self._usual(row)) > 10.0 ** -(row.decimals + 2)

    def _on_preset(self, name: str) -> None:
        preset = PRESETS[name]
        for row in self._rows:
            if callable(row.usual):
                self.fields[row.name].setValue(row.usual(preset))
        self.optimizer.setCurrentIndex(self.optimizer.findData(preset.optimizer))
        for key, shown in (("parent", preset.from_weights), ("network", not preset.from_weights)):
            for widget in self._lines[key]:
                widget.setVisible(shown)
        tr = self.tr
        limit = (
            tr("at most {minutes} minutes or ").format(minutes=round(preset.minutes))
            if preset.minutes
            else ""
        )
        self.about.setText(
            tr("{limit}{samples} samples, {batch} a step.")
            .format(limit=limit, samples=number(preset.samples, ",d"), batch=preset.batch)
            .capitalize()
        )
        self.changed.emit()

    def _on_more(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self.more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.more.setText(self.tr("Fewer settings") if shown else self.tr("All settings"))
