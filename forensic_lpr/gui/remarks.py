"""Sentences below one another, each with the mark of its kind."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.theme import Look

_COLOURS = {"warning": "warning", "success": "success", "info": "muted"}


class Remarks(QWidget):
    """Warnings or remarks; hidden while there is none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.sentences: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px("wide"), look.px("space"), look.px("wide"), look.px("space"))
        self._column.setSpacing(look.px("tight"))
        self._drawing = "warning"
        look.changed.connect(self._on_look_changed)
        self.hide()

    def show_sentences(self, sentences: Sequence[str], drawing: str = "warning") -> None:
        """Show these in place of what was shown.

        Args:
            sentences: One line each.
            drawing: Icon and colour: warning, success or info.
        """
        if (tuple(sentences), drawing) == (self.sentences, self._drawing):
            return  # told with every move of a corner; new labels would have the whole panel laid out anew
        self.sentences = tuple(sentences)
        self._drawing = drawing
        self._draw()

    def _draw(self) -> None:
        drawing = self._drawing
        while (old := self._column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()  # it is deleted later, and must not show through until then
                widget.deleteLater()
        for sentence in self.sentences:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(self._look.px("space"))
            mark = QLabel()
            mark.setPixmap(pixmap(self._look, drawing, _COLOURS[drawing], scale=2))
            mark.setAccessibleName(self.tr("Warning") if drawing == "warning" else self.tr("Remark"))
            text = QLabel(sentence)
            text.setFont(self._look.font("small"))
            text.setWordWrap(True)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            self._column.addWidget(row)
        self.setVisible(bool(self.sentences))
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower sentences need more lines."""
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """Never lower than the sentences; a layout by itself does not ask wrapped words for the height they need."""
        # The column knows no height before its labels are laid out.
        self.setMinimumHeight(max(0, self._column.heightForWidth(self.width())) if self.sentences else 0)

    def _on_look_changed(self) -> None:
        self._draw()
