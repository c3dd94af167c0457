"""The status line: the file shown, the pixel under the cursor, the zoom."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from forensic_lpr.core.geometry import Point
from forensic_lpr.gui.canvas import Canvas
from forensic_lpr.gui.language import number
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.theme import Look

_SHOWN_MS = 2000


class StatusLine(QStatusBar):
    """Facts that change all the time and never ask for attention."""

    def __init__(self, look: Look, session: Session, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._canvas = session, canvas
        self._enhanced: NDArray[np.uint8] | None = None
        self.setSizeGripEnabled(False)
        self.file, self.cursor_label, self.zoom = QLabel(), QLabel(), QLabel()
        for label in (self.file, self.cursor_label, self.zoom):
            label.setFont(look.font("small_figures"))
        self.addWidget(self.file)
        self.addPermanentWidget(self.cursor_label)
        self.addPermanentWidget(self.zoom)
        canvas.view_changed.connect(self._on_view_changed)
        canvas.cursor_moved.connect(self._on_cursor_moved)
        session.frame_changed.connect(self._on_frame_changed)
        session.exhibits_changed.connect(self._on_frame_changed)

    def tell_copied(self) -> None:
        """Say for a moment that something was copied."""
        self.showMessage(self.tr("Copied."), _SHOWN_MS)

    def show_canvas_facts(self, shown: bool) -> None:
        """Tell of the cursor and the zoom where the canvas is seen, and only there."""
        self.cursor_label.setVisible(shown)
        self.zoom.setVisible(shown)

    def show_pixels_of(self, image: NDArray[np.uint8] | None) -> None:
        """Tell the pixels of an enhanced picture where it is seen; of the original for ``None``."""
        self._enhanced = image

    def _on_frame_changed(self) -> None:
        current, frame = self._session.current, self._session.frame
        if current is None or current.item is None or frame is None:
            self.file.clear()
            self.zoom.clear()
            return
        media = current.item.media
        self.file.setText(
            f"{current.path.name}   {media.width} × {media.height}   {media.codec}   SHA-256 {current.short_digest}…"
        )
        self._on_view_changed()

    def _on_view_changed(self) -> None:
        if self._session.frame is not None:
            scale = self._canvas.view.scale
            self.zoom.setText(f"{number(scale, 'g')}×" if scale >= 1 else f"{scale * 100:.0f} %")

    def _on_cursor_moved(self, point: Point | None) -> None:
        frame = self._session.frame
        if point is None or frame is None:
            self.cursor_label.clear()
            return
        column, row = math.floor(point[0] + 0.5), math.floor(point[1] + 0.5)
        own = self._canvas.picture_at(self._canvas.view.to_screen(point)) is self._canvas.picture
        image, words = (
            (frame.image, "") if own or self._enhanced is None else (self._enhanced, self.tr("enhanced  "))
        )
        x, y = (number(at, ".1f") for at in point)
        red, green, blue = (int(value) for value in image[row, column])
        self.cursor_label.setText(f"x {x}  y {y}   {words}R {red}  G {green}  B {blue}")
