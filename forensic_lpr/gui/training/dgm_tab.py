"""The DGM tab: pair sets and settings at the left; loss and pictures through training time at the right."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSlider,
    QStackedLayout,
    QWidget,
)

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.flow import Scrolling
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.language import number
from forensic_lpr.gui.panels.panel import EmptyState, Panel
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.controls import (
    NumberField,
    ShareSlider,
    choice_box,
    column_below,
    column_in,
    fill_with_settings,
    form_grid,
    heading,
    note,
    offer,
)
from forensic_lpr.gui.training.earlier_runs import EarlierRuns
from forensic_lpr.gui.training.pairs import Pairs
from forensic_lpr.gui.training.plot import Line, Plot
from forensic_lpr.gui.training.recognizer_tab import StatusHead
from forensic_lpr.gui.training.sample_grid import Cell, SampleGrid
from forensic_lpr.gui.training.scales import short_number
from forensic_lpr.gui.training.trainer import Trainer
from forensic_lpr.operations.trainwork import DgmOrder

_USUAL = DgmOrder(None)


class DgmTab(QWidget):
    """Teach the DGM what a real camera does, and see it learn; to be built by :meth:`pieces`."""

    def pieces(self, look: Look, pairs: Pairs, trainer: Trainer, actions: Actions) -> Iterator[None]:
        """Build it, a piece at each step."""
        self._look, self._pairs, self._trainer = look, pairs, trainer
        tr = self.tr
        self.sets = QListWidget()
        self.sets.setAccessibleName(tr("Pair sets"))
        self.sets.setMaximumHeight(look.px("plates_height"))
        self.sets.setWordWrap(True)
        self.about_sets = note(look)
        self.parent_weights = choice_box(
            look, tr("Start from"), tr("The DGM that is trained further, or a new one")
        )
        self._start_chosen = False
        self.parent_weights.activated.connect(self._on_start)
        self.share = ShareSlider(
            look,
            tr("Own pairs"),
            tr("Share of your own pairs in a batch; the rest are pairs of drawn clips"),
        )
        self._share = _USUAL.share
        self.share.moved.connect(self._on_share)
        self.samples = NumberField(look, tr("Pairs"), tr("Pairs to see in all"), (64, 1e9), 0)
        self.samples.setValue(_USUAL.samples)
        self.minutes = NumberField(
            look,
            tr("Time limit, min"),
            tr("Minutes after which the training ends, 0 for no limit"),
            (0, 43_200),
            1,
        )
        self.runs = EarlierRuns(look)
        self.head = StatusHead(look, trainer, actions, tr("pairs"))
        self.score = Plot(look, tr("Energy score"), tr("pairs seen"))
        self.score.say_empty(
            tr(
                "After the first evaluation: how well far plates of the DGM fit recorded ones, beside plain reduction."
            )
        )
        self.loss = Plot(look, tr("Loss (energy score)"), tr("pairs seen"))
        self.loss.say_empty(tr("The loss of the training will be drawn here."))
        self.time = QSlider(Qt.Orientation.Horizontal)
        self.time.setAccessibleName(tr("Time of the training"))
        self.time.setToolTip(tr("Show what the DGM made at another time of its training"))
        self.time.valueChanged.connect(pairs.show_snapshot)
        self.verdict = QLabel()
        self.verdict.setFont(look.font("figures"))
        self.verdict.setContentsMargins(look.px("loose"), 0, look.px("loose"), 0)
        self.verdict.setWordWrap(True)
        self.when = QLabel()
        self.when.setFont(look.font("figures"))
        self.grid = SampleGrid(look, tr("Pairs side by side"))
        self._empty = EmptyState(look, "track")
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
        pairs.changed.connect(self._on_pairs)
        pairs.snapshots_changed.connect(self._on_snapshots)
        pairs.pictures_changed.connect(self._on_pictures)
        trainer.told.connect(self.draw)
        trainer.state_changed.connect(self._on_state)
        self._on_pairs()
        self._on_snapshots()
        self._on_pictures()

    def _settings(self, look: Look, actions: Actions) -> QWidget:
        panel = Panel(look, self.tr("Pairs and settings"), "track")
        panel.add_button(actions["train-pairs"])
        body = QWidget()
        column = column_in(look, body)
        column.addWidget(heading(look, self.tr("Pair sets")))
        column.addWidget(self.about_sets)
        column.addWidget(self.sets)
        column.addWidget(self.share)
        grid, _ = form_grid(
            look,
            (
                (self.tr("Start from"), self.parent_weights),
                (self.tr("Pairs"), self.samples),
                (self.tr("Time limit, min"), self.minutes),
            ),
        )
        column.addWidget(heading(look, self.tr("Training")))
        column.addLayout(grid)
        self.runs.stand_in(column, look, actions)
        column.addWidget(
            note(
                look,
                self.tr(
                    "The far plates that a DGM makes go into the recognizer's training at the share set in Data. The "
                    "paper took two permuted plates for each one through the DGM."
                ),
            )
        )
        column.addStretch(1)
        fill_with_settings(look, panel, body)
        return panel

    def _watching(self, look: Look) -> QWidget:
        panel = Panel(look, self.tr("Training of the DGM"), "track")
        plots = QHBoxLayout()
        plots.setContentsMargins(look.px("loose"), look.px("tight"), look.px("loose"), 0)
        plots.setSpacing(look.px("loose"))
        plots.addWidget(self.score, 3)
        plots.addWidget(self.loss, 2)
        time = QHBoxLayout()
        time.setContentsMargins(look.px("loose"), 0, look.px("loose"), 0)
        time.setSpacing(look.px("space"))
        time.addWidget(heading(look, self.tr("Through training time")))
        time.addWidget(self.time, 1)
        time.addWidget(self.when)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(Scrolling(self.grid))
        pages.setContentsMargins(look.px("space"), 0, look.px("space"), 0)
        self.legend = note(look)
        self.legend.setContentsMargins(look.px("loose"), 0, look.px("loose"), 0)
        column = column_below(look, panel, self.head)
        column.addLayout(plots, 2)
        column.addWidget(self.verdict)
        column.addLayout(time)
        column.addWidget(self.legend)
        column.addWidget(pages, 3)
        panel.show_content(True)
        return panel

    # --- what is chosen

    def order(self) -> DgmOrder:
        """The training as it is set."""
        return DgmOrder(
            self._pairs.folder,
            self.parent_weights.currentData() or "",
            round(self.samples.value()),
            self.minutes.value(),
            self._share,
        )

    def show_choices(self, dgms: tuple[str, ...], runs: tuple[tuple[str, str], ...]) -> None:
        """Offer other DGMs to start from and other earlier runs."""
        choices = (("", self.tr("from scratch")), *((name, name) for name in dgms))
        offer(self.parent_weights, choices, "" if self._start_chosen else _USUAL.parent)
        self.runs.show_runs(runs)

    def _on_start(self) -> None:
        self._start_chosen = True

    def _on_share(self, value: float) -> None:
        self._share = max(0.05, value)
        self.share.show_share(self._share, self._share)

    # --- what is told

    def draw(self) -> None:
        """Draw the curves of the training; who does not see them is spared the time."""
        if not self.isVisible():
            return
        curves, status = self._trainer.curves, self._trainer.status
        end = max(
            float(status.total) if status is not None else 0.0, curves.loss[-1][0] if curves.loss else 0.0
        )
        self.loss.show_lines((Line(self.tr("loss"), tuple(curves.loss), False),), end)
        lines = [Line(self.tr("drawn clips"), tuple(curves.held_out))] if curves.held_out else []
        if curves.own_held_out:
            lines.append(Line(self.tr("own pairs"), tuple(curves.own_held_out)))
        if curves.bicubic:
            level = curves.bicubic[-1][1]
            lines.append(Line(self.tr("bicubic, own pairs"), ((0.0, level), (end, level)), False))
        self.score.show_lines(lines, end)
        own, bicubic = curves.own_held_out, curves.bicubic
        self.verdict.setVisible(bool(own and bicubic))
        if own and bicubic:
            better = own[-1][1] < bicubic[-1][1]
            words = (
                self.tr(
                    "Own pairs kept back: DGM {made}, bicubic {plain}; less is better, the DGM fits them "
                    "better."
                )
                if better
                else self.tr(
                    "Own pairs kept back: DGM {made}, bicubic {plain}; less is better, the DGM does not fit "
                    "them better yet."
                )
            )
            self.verdict.setText(
                words.format(made=number(own[-1][1], ".3f"), plain=number(bicubic[-1][1], ".3f"))
            )

    def _on_state(self) -> None:
        free = not self._trainer.busy
        for widget in (self.parent_weights, self.samples, self.minutes, self.share):
            widget.setEnabled(free)
        self.runs.set_free(free)
        self.draw()

    def _on_pairs(self) -> None:
        pairs, view, tr = self._pairs, self._pairs.view, self.tr
        self.sets.clear()
        for found in view.sets if view is not None else ():
            told = (
                tr("{name}   {n} pairs of {text}   {digest}…")
                if found.text
                else tr("{name}   {n} pairs   {digest}…")
            )
            words = told.format(
                name=found.folder.name, n=found.pairs, text=found.text, digest=found.digest[:8]
            )
            item = QListWidgetItem(icon(self._look, "track", "muted"), words)
            item.setToolTip(f"{found.folder}\n{found.evidence} {found.text}\nSHA-256 {found.digest}")
            self.sets.addItem(item)
        self.sets.setVisible(self.sets.count() > 0)
        self.share.setVisible(self.sets.count() > 0)
        self.share.show_share(self._share, self._share)
        if pairs.problem:
            self.about_sets.setText(pairs.problem)
        elif view is not None and view.sets:
            self.about_sets.setText(
                tr("{n} pairs in {sets} sets; some are kept back to measure on.").format(
                    n=sum(found.pairs for found in view.sets), sets=len(view.sets)
                )
            )
        else:
            self.about_sets.setText(
                tr(
                    "No pairs of your own: training films drawn plates. Follow a plate in a clip and take its pairs "
                    "(Examine, menu Plate), or choose a folder of pair sets."
                )
            )

    def _on_snapshots(self) -> None:
        pairs = self._pairs
        self.time.blockSignals(True)
        self.time.setRange(0, max(0, len(pairs.snapshots) - 1))
        self.time.setValue(max(0, pairs.shown))
        self.time.blockSignals(False)
        self.time.setEnabled(len(pairs.snapshots) > 1)
        self.when.setText(
            self.tr("after {n} pairs").format(n=short_number(pairs.snapshots[pairs.shown][0]))
            if pairs.shown >= 0
            else self.tr("no snapshot yet")
        )

    def _on_pictures(self) -> None:
        triples = self._pairs.triples
        self._pages.setCurrentIndex(1 if triples else 0)
        self.legend.setVisible(bool(triples))
        if not triples:
            self._empty.say(
                self._pairs.problem or self.tr("Near and far pictures of the same plates will stand here."),
                "track",
            )
            return
        self.legend.setText(
            self.tr("From top to bottom: near as recorded, far by plain bicubic reduction, far as recorded.")
            if triples[0].made is None
            else self.tr(
                "From top to bottom: near as recorded, far as the DGM makes it, far by plain bicubic reduction, far as "
                "recorded."
            )
        )
        self.grid.show_cells(
            [
                Cell(
                    tuple(p for p in (triple.near, triple.made, triple.plain, triple.far) if p is not None),
                    "",
                    self.tr("far: {width:.0f} px wide").format(width=triple.width),
                    self.tr("Near, made far, reduced, and far as recorded at {width:.0f} px").format(
                        width=triple.width
                    ),
                )
                for triple in triples
            ]
        )

    # --- events

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was told meanwhile."""
        super().showEvent(event)
        self.draw()
