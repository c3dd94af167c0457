"""A combo box that draws its arrow in the colour of the theme."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.theme import Look


class Chooser(QComboBox):
    """Chooses one of a few; shrinks before its panel has to grow."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box as styled, and the arrow, which a style sheet could only take from a file of one colour."""
        super().paintEvent(event)
        side = self._look.px("icon")
        mark = pixmap(self._look, "chevron", "muted" if self.isEnabled() else "faint", scale=2)
        QPainter(self).drawPixmap(
            self.width() - side - self._look.px("tight"), (self.height() - side) // 2, mark
        )
