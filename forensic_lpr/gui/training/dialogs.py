"""Dialogs of the Train workspace: what a pair's plate reads, a verdict overruled, one plate read by two models."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.formats import PlateFormat, plain_text
from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.certainty import percent
from forensic_lpr.gui.form_dialog import FormDialog
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.jobs import ModelView, ReadWithTwo, TwoReadings

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow

_SHOWN = 5


class PairsDialog(FormDialog):
    """Asks what the plate of a track reads before its pairs are taken; it need not be known."""

    told = Signal(str)
    """The plate's text, empty where it is not known."""

    def __init__(self, look: Look, formats: tuple[PlateFormat, ...], parent: QWidget) -> None:
        super().__init__(look, self.tr("Take pairs of the track"), self.tr("Take pairs"), parent)
        self._formats = formats
        self.text = QLineEdit()
        self.text.setFont(look.font("figures"))
        self.text.setAccessibleName(self.tr("What the plate reads"))
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("&What the plate reads"), self.text)
        self.put(fields)
        self.put(
            self.muted(
                self.tr(
                    "It can be read in the near pictures. Then the recognizer can learn from the pairs, too. Leave "
                    "it empty if you are not sure."
                )
            )
        )

    def confirm(self) -> None:
        """Tell the text, where it is one or none."""
        text = plain_text(self.text.text())
        if text and not any(plate_format.matches(text) for plate_format in self._formats):
            names = ", ".join(f"{in_words(f.title)} ({f.pattern})" for f in self._formats)
            self.refuse(self.tr("{text} follows none of the formats {names}.").format(text=text, names=names))
            return
        self.told.emit(text)
        self.accept()


class AnywayDialog(QDialog):
    """Asks whether a model that was not shown to be better is really to be read with."""

    confirmed = Signal()

    def __init__(self, look: Look, model: ModelView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Activate all the same"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = (
            self.tr("{name} was not compared with the model in use on held plates.").format(name=model.name)
            if model.gate is None
            else in_words(model.gate.sentence)
        )
        words = QLabel(
            said
            + "\n\n"
            + self.tr(
                "Nothing shows that it reads better. Readings made with it say which weights they are of, and the "
                "activation can be taken back."
            )
        )
        words.setWordWrap(True)
        self.activate_ = QPushButton(self.tr("Activate all the same"))
        self.activate_.setAutoDefault(False)
        self.activate_.clicked.connect(self._on_confirmed)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("primary", True)
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px("space"))
        buttons.addStretch(1)
        buttons.addWidget(self.activate_)
        buttons.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addWidget(words)
        column.addLayout(buttons)
        self.setMinimumWidth(look.px("dialog"))

    def _on_confirmed(self) -> None:
        self.confirmed.emit()
        self.accept()


class TwoModelsDialog(QDialog):
    """The likeliest plates of two models side by side: an illustration, recorded nowhere."""

    def __init__(
        self,
        window: "MainWindow",
        image: NDArray[np.uint8],
        quad: Quad,
        names: tuple[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        look, session = window.look, window.session
        self.setWindowTitle(self.tr("One plate, two models"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = QLabel(self.tr("Reading…"))
        self.said.setWordWrap(True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(look.px("loose"))
        self.grid.setVerticalSpacing(look.px("tight"))
        self.cells: dict[tuple[int, int], QLabel] = {}
        for place, name in enumerate(names):
            head = QLabel(name)
            head.setFont(look.font("strong"))
            self.grid.addWidget(head, 0, 2 * place, 1, 2)
            for row in range(_SHOWN):
                for column, font in enumerate(("plate_row", "figures")):
                    cell = QLabel("")
                    cell.setFont(look.font(font))
                    if column:
                        cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                    self.cells[row, 2 * place + column] = cell
                    self.grid.addWidget(cell, row + 1, 2 * place + column)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        body = QVBoxLayout(self)
        body.setContentsMargins(*([look.px("loose")] * 4))
        body.setSpacing(look.px("wide"))
        body.addWidget(self.said)
        body.addLayout(self.grid)
        body.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(look.px("dialog"))
        job = ReadWithTwo(window.recognizers, image, quad, names, session.formats, session.format_name)
        task = window.runner.start(job, "two models")
        task.succeeded.connect(self._on_read)
        task.failed.connect(self._on_failed)

    def _on_read(self, found: TwoReadings) -> None:
        self.said.setText(
            self.tr("Likeliest plates with their probabilities. An illustration; nothing of it is recorded.")
        )
        for place, plates in enumerate(found.plates):
            for row, (text, probability) in enumerate(plates[:_SHOWN]):
                self.cells[row, 2 * place].setText(text)
                self.cells[row, 2 * place + 1].setText(percent(probability))

    def _on_failed(self, error: ForensicLprError) -> None:
        self.said.setText(in_words(error))
