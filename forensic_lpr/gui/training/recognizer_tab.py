"""The Recognizer tab: settings at the left; where the training stands, its curves and examples at the right."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.flow import FlowLayout, Scrolling
from forensic_lpr.gui.language import number
from forensic_lpr.gui.panels.panel import EmptyState, Panel
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.controls import (
    ActionButton,
    column_below,
    column_in,
    fill_with_settings,
    heading,
    note,
)
from forensic_lpr.gui.training.earlier_runs import EarlierRuns
from forensic_lpr.gui.training.plot import Line, Plot
from forensic_lpr.gui.training.sample_grid import Cell, SampleGrid
from forensic_lpr.gui.training.scales import duration
from forensic_lpr.gui.training.settings_form import SettingsForm
from forensic_lpr.gui.training.trainer import Trainer

if TYPE_CHECKING:
    from forensic_lpr.training.status import TrainingStatus


class StatusHead(QWidget):
    """The state in large letters, the figures below, how far it is as a bar, and start, pause and stop."""

    def __init__(
        self, look: Look, trainer: Trainer, actions: Actions, unit: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._trainer, self._unit = trainer, unit
        self.title = QLabel()
        self.title.setFont(look.font("heading"))
        self.title.setWordWrap(True)
        self.figures = QLabel()
        self.figures.setFont(look.font("figures"))
        self.figures.setProperty("kind", "muted")
        self.figures.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.buttons = FlowLayout(look.px("space"))
        for name, primary in (("train-start", True), ("train-pause", False), ("train-stop", False)):
            self.buttons.addWidget(ActionButton(actions, name, primary))
        words = QVBoxLayout()
        words.setSpacing(look.px("line"))
        words.addWidget(self.title)
        words.addWidget(self.figures)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addLayout(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px("loose"), look.px("wide"), look.px("loose"), look.px("space"))
        column.setSpacing(look.px("space"))
        column.addLayout(row)
        column.addWidget(self.bar)
        trainer.state_changed.connect(self.refresh)
        trainer.told.connect(self.refresh)
        self._ended = ""
        trainer.finished.connect(self._on_finished)
        trainer.stopped.connect(self._on_stopped)
        trainer.failed.connect(self._on_failed)
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands."""
        trainer, tr, status = self._trainer, self.tr, self._trainer.status
        if trainer.busy:
            self._ended = ""
        self.title.setText(
            {
                "idle": self._ended or tr("No training yet"),
                "starting": tr("Starting…"),
                "running": tr("Training"),
                "paused": tr("Paused"),
                "stopping": tr("Stopping: the step is finished and the state saved"),
            }[trainer.state]
        )
        if status is None:
            self.bar.setRange(0, 0 if trainer.state == "starting" else 1)
            self.bar.setValue(0)
            self.figures.setText(
                tr("The training runs in a process of its own; loading the network takes some seconds.")
                if trainer.state == "starting"
                else tr("Everything has a sensible value; start when the data is right.")
            )
            return
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * status.samples / max(1, status.total)))
        parts = [
            tr("{done} of {total} {unit}").format(
                done=number(status.samples, ",d"), total=number(status.total, ",d"), unit=self._unit
            ),
        ]
        if trainer.state == "running":
            rate = status.samples_per_second
            parts.append(tr("{rate} a second").format(rate=number(rate, ",.0f" if rate >= 10 else ".1f")))
        if status.seconds_left is not None and trainer.state in ("running", "paused"):
            parts.append(tr("{time} left").format(time=duration(status.seconds_left)))
        self.figures.setText("   ·   ".join(part.replace(" ", "\u00a0") for part in parts))

    def _on_finished(self) -> None:
        self._ended = self.tr("Finished")
        self.refresh()

    def _on_stopped(self) -> None:
        self._ended = self.tr("Stopped; it can go on another day")
        self.refresh()

    def _on_failed(self) -> None:
        self._ended = self.tr("Ended by itself; what was saved last is kept")
        self.refresh()


class RecognizerTab(QWidget):
    """Start a training and watch it; to be built by :meth:`pieces`."""

    def pieces(self, look: Look, trainer: Trainer, actions: Actions) -> Iterator[None]:
        """Build it, a piece at each step."""
        self._trainer = trainer
        self._shown_evaluation = -1
        tr = self.tr
        self.form = SettingsForm(look)
        yield
        self.data = note(look)
        self.runs = EarlierRuns(look)
        self.head = StatusHead(look, trainer, actions, tr("samples"))
        across = tr("samples seen")
        self.loss = Plot(look, tr("Loss, nats per character"), across)
        self.scores = Plot(look, tr("Plates read whole by width, %"), across, (0.0, 1.0), 100.0)
        self.rate = Plot(look, tr("Learning rate"), across)
        for plot, words in (
            (self.loss, tr("The loss of the training will be drawn here.")),
            (
                self.scores,
                tr(
                    "After the first evaluation: how many drawn plates of each width, and own ones, are read."
                ),
            ),
            (self.rate, tr("The learning rate will be drawn here.")),
        ):
            plot.say_empty(words)
        self.examples = SampleGrid(look, tr("Examples"))
        self._no_examples = EmptyState(look, "mark")
        self._no_examples.say(
            tr(
                "Own plates that the network reads right and wrong will stand here after the first evaluation."
            )
        )
        yield
        settings = self._settings(look, actions)
        yield
        watching = self._watching(look)
        yield
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px("tight"))
        row.addWidget(settings)
        row.addWidget(watching, 1)
        trainer.told.connect(self._on_told)
        trainer.state_changed.connect(self._on_state)
        self._on_state()

    def _settings(self, look: Look, actions: Actions) -> QWidget:
        panel = Panel(look, self.tr("Settings"), "network")
        body = QWidget()
        column = column_in(look, body)
        column.addWidget(self.form)
        column.addWidget(heading(look, self.tr("Data")))
        column.addWidget(self.data)
        self.runs.stand_in(column, look, actions)
        column.addStretch(1)
        fill_with_settings(look, panel, body)
        return panel

    def _watching(self, look: Look) -> QWidget:
        panel = Panel(look, self.tr("Training"), "network")
        plots = QGridLayout()
        plots.setContentsMargins(look.px("loose"), look.px("tight"), look.px("loose"), 0)
        plots.setSpacing(look.px("loose"))
        plots.addWidget(self.scores, 0, 0, 1, 2)
        plots.addWidget(self.loss, 1, 0)
        plots.addWidget(self.rate, 1, 1)
        plots.setRowStretch(0, 3)
        plots.setRowStretch(1, 2)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._no_examples)
        self._pages.addWidget(Scrolling(self.examples))
        pages.setContentsMargins(look.px("space"), 0, look.px("space"), 0)
        pages.setMinimumHeight(look.px("native_height") + look.px("title"))
        pages.setMaximumHeight(look.px("editor_height"))
        column = column_below(look, panel, self.head)
        column.addLayout(plots, 1)
        title = heading(look, self.tr("Own plates kept for watching, as they are read now"))
        title.setContentsMargins(look.px("loose"), 0, 0, 0)
        column.addWidget(title)
        column.addWidget(pages)
        panel.show_content(True)
        return panel

    # --- what is told

    def show_data(self, words: str, own: bool) -> None:
        """Say what the training takes, and whether own plates are among it."""
        self.data.setText(words)
        self.form.show_own(own)

    def show_runs(self, runs: tuple[tuple[str, str], ...]) -> None:
        """Offer earlier runs: folder and words."""
        self.runs.show_runs(runs)

    def draw(self) -> None:
        """Draw the curves of the training; who does not see them is spared the time."""
        if not self.isVisible():
            return
        curves, status = self._trainer.curves, self._trainer.status
        end = max(
            float(status.total) if status is not None else 0.0,
            curves.loss[-1][0] if curves.loss else 0.0,
        )
        self.loss.show_lines((Line(self.tr("loss"), tuple(curves.loss), False),), end)
        self.rate.show_lines((Line(self.tr("rate"), tuple(curves.rate), False),), end)
        lines = [
            Line(self.tr("{width} px").format(width=width), tuple(points))
            for width, points in sorted(curves.scores.items(), reverse=True)
        ]
        if curves.own:
            lines.append(Line(self.tr("own plates"), tuple(curves.own)))
        self.scores.show_lines(lines, end)

    def _on_told(self) -> None:
        status = self._trainer.status
        self.draw()
        if status is not None:
            self._show_examples(status)  # type: ignore[arg-type]

    def _show_examples(self, status: "TrainingStatus") -> None:
        if not status.examples or status.evaluations == self._shown_evaluation:
            return
        self._shown_evaluation = status.evaluations
        self.examples.show_cells(
            [
                Cell(
                    (to_picture(example.image),),
                    example.found,
                    self.tr("{p:.0f} %").format(p=100 * example.probability)
                    if example.right
                    else self.tr("is {truth}   {p:.0f} %").format(
                        truth=example.truth, p=100 * example.probability
                    ),
                    self.tr("Reads {found}, is {truth}, {width:.0f} px wide ({file})").format(
                        found=example.found, truth=example.truth, width=example.width, file=example.file
                    ),
                    "right" if example.right else "wrong",
                )
                for example in status.examples
            ]
        )
        self._pages.setCurrentIndex(1)

    def _on_state(self) -> None:
        if self._trainer.state == "starting":
            self._shown_evaluation = -1
            self._pages.setCurrentIndex(0)
            self.draw()
        self.form.setEnabled(not self._trainer.busy)
        self.runs.set_free(not self._trainer.busy)

    # --- events

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was told meanwhile."""
        super().showEvent(event)
        self.draw()
