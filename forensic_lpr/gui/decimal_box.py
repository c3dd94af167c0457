"""A box for a number with decimals, in the form of the window's language; a typed point or comma means the same."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox


class DecimalBox(QDoubleSpinBox):
    """Keyboards and habits differ on the decimal sign: whichever is typed becomes the one of the language."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A point or a comma begins the decimals."""
        if event.text() in (".", ",") and self.decimals():
            sign = self.locale().decimalPoint()
            event = QKeyEvent(event.type(), Qt.Key(event.key()), event.modifiers(), sign)
        super().keyPressEvent(event)
