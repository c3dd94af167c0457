"""Earlier trainings that can go on: the choice among them, as both training tabs show it."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.controls import ActionButton, heading, offer


class EarlierRuns(QComboBox):
    """The data of an item is the folder of its run, empty where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Earlier runs"))
        self.setToolTip(self.tr("Runs that can go on, with how far they are"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def show_runs(self, runs: tuple[tuple[str, str], ...]) -> None:
        """Offer other runs, folder and words; the chosen one stays chosen where it is among them."""
        offer(self, runs or (("", self.tr("none yet")),))

    def stand_in(self, column: QVBoxLayout, look: Look, actions: Actions) -> None:
        """Stand in a column of settings, under a heading and beside the button that goes on."""
        column.addWidget(heading(look, self.tr("Earlier runs")))
        line = QHBoxLayout()
        line.setSpacing(look.px("space"))
        line.addWidget(self, 1)
        line.addWidget(ActionButton(actions, "train-resume", words=self.tr("Go on")))
        column.addLayout(line)
