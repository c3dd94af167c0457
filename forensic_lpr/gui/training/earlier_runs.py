"""Earlier trainings that can go on: the choice among them, as both training tabs show it."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.chooser import Chooser
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.controls import ActionButton, heading, offer


class EarlierRuns(Chooser):
    """The data of an item is the folder of its run, empty where there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._free = True
        self.setAccessibleName(self.tr("Earlier runs"))
        self.setToolTip(self.tr("Runs that can go on, with how far they are"))
        self.setMinimumContentsLength(8)
        self.show_runs(())

    @property
    def chosen(self) -> Path | None:
        """Folder of the chosen run."""
        data = self.currentData()
        return Path(data) if data else None

    def show_runs(self, runs: tuple[tuple[str, str], ...]) -> None:
        """Offer other runs, folder and words; the chosen one stays chosen where it is among them."""
        offer(self, runs or (("", self.tr("none yet")),))
        self.set_free(self._free)

    def set_free(self, free: bool) -> None:
        """Let one be chosen, where there is one, or not: while a training is under way."""
        self._free = free
        self.setEnabled(free and self.chosen is not None)

    def stand_in(self, column: QVBoxLayout, look: Look, actions: Actions) -> None:
        """Stand in a column of settings, under a heading and beside the button that goes on."""
        column.addWidget(heading(look, self.tr("Earlier runs")))
        line = QHBoxLayout()
        line.setSpacing(look.px("space"))
        line.addWidget(self, 1)
        line.addWidget(ActionButton(actions, "train-resume", words=self.tr("Go on")))
        column.addLayout(line)
