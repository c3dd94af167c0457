"""Which reading is shown: of this frame, fused from the frames of the track, or of their average."""

from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from forensic_lpr.gui.flow import FlowLayout
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.track_state import Shown
from forensic_lpr.gui.tracking import Tracker


class ReadingSwitch(QWidget):
    """Three buttons of which one is down; there only where there is a track."""

    def __init__(self, look: Look, tracker: Tracker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tracker = tracker
        self._group = QButtonGroup(self)
        self.buttons: dict[Shown, QToolButton] = {}
        row = FlowLayout(look.px("line"), self)
        row.setContentsMargins(look.px("wide"), 0, look.px("wide"), look.px("tight"))
        tips: dict[Shown, str] = {
            "frame": self.tr("Show what the frame on the canvas says alone"),
            "fused": self.tr("Show what all frames in use say together"),
            "average": self.tr("Show a second reading, of one picture averaged from the frames' pixels"),
        }
        for shown, tip in tips.items():
            button = QToolButton()
            button.setCheckable(True)
            button.setToolTip(tip)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self.buttons[shown] = button
            row.addWidget(button)
        tracker.changed.connect(self._on_changed)
        tracker.shown_changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        track = self._tracker.track
        self.setVisible(track is not None)
        if track is None:
            return
        used = sum(track.reading.fused.used)
        self.buttons["frame"].setText(self.tr("This frame"))
        self.buttons["fused"].setText(self.tr("Fused, {n} frames").format(n=used))
        self.buttons["average"].setText(self.tr("Average of {n}").format(n=sum(track.average.used)))
        self.buttons[self._tracker.shown].setChecked(True)

    def _on_clicked(self) -> None:
        for shown, button in self.buttons.items():
            if button is self.sender():
                self._tracker.show(shown)
