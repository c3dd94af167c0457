"""The plate panel: the marked pixels as they are, the plate from the front, its size and angle, its legibility."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.inspection import Inspection
from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.language import number
from forensic_lpr.gui.legibility_gauge import LegibilityGauge
from forensic_lpr.gui.painting import draw_picture
from forensic_lpr.gui.panels.panel import Panel
from forensic_lpr.gui.remarks import Remarks
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.view_transform import View, centred

_MARGIN_SHARE = 0.05
_LEAST_MARGIN = 2.0
_CAUTIONS = 2
"""Sentences for which there is room."""


def native_zoom(quad: Quad, room: tuple[int, int]) -> float:
    """The largest whole zoom at which the marked area with a margin fits, below one a whole part."""
    x0, y0, x1, y1 = quad.bounds()
    width, height = (
        (side + 2 * max(_LEAST_MARGIN, side * _MARGIN_SHARE)) for side in (x1 - x0 + 1, y1 - y0 + 1)
    )
    share = min(room[0] / width, room[1] / height)
    return float(int(share)) if share >= 1 else 1.0 / int(1 / share + 0.999999)


class NativeView(QWidget):
    """The marked pixels, not rectified, enlarged by a whole number."""

    resized = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._session = session
        self._enhanced: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px("native_height") // 2)
        self.setAccessibleName(self.tr("Marked pixels"))
        session.marking_changed.connect(self.update)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as its token."""
        return QSize(self._look.px("reading_minimum"), self._look.px("native_height"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may mean another zoom."""
        super().resizeEvent(event)
        self.resized.emit()

    def show_enhanced(self, picture: QImage | None) -> None:
        """Show the pixels of an enhanced picture; of the original for ``None``."""
        self._enhanced = picture
        self.update()

    @property
    def zoom(self) -> float:
        """The zoom in use."""
        quad = self._session.marking.quad
        return native_zoom(quad, (self.width(), self.height())) if quad is not None else 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pixels and a fine outline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("canvas"))
        quad, picture = self._session.marking.quad, self._enhanced or self._session.picture
        if quad is None or picture is None:
            return
        x0, y0, x1, y1 = quad.bounds()
        view: View = centred(((x0 + x1) / 2, (y0 + y1) / 2), self.zoom, (self.width(), self.height()))
        draw_picture(painter, picture, view, self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("quad"), self._look.px("hair")))
        painter.drawPolygon(QPolygonF([QPointF(*view.to_screen(corner)) for corner in quad.points()]))


class RectifiedView(QWidget):
    """The plate from the front."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(look.px("rectified_height") // 2)
        self.setAccessibleName(self.tr("Plate from the front"))
        look.changed.connect(self.update)

    def show_picture(self, picture: QImage | None) -> None:
        """Show a rectified plate."""
        self.picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its token."""
        return QSize(self._look.px("reading_minimum"), self._look.px("rectified_height"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in the middle, pixel by pixel."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("canvas"))
        if self.picture is None:
            return
        size = self.picture.size()
        if size.width() > self.width() or size.height() > self.height():
            size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(self.rect().center())
        painter.drawImage(QRectF(target), self.picture)


class PlatePanel(Panel):
    """What was marked, live while a corner moves."""

    def __init__(self, look: Look, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Plate"), "mark", parent, scrolls=True)
        self._session = session
        self._source = ""
        self._inspection: Inspection | None = None
        self.native = NativeView(look, session)
        self.rectified = RectifiedView(look)
        self.facts = QLabel()
        self.facts.setFont(look.font("figures"))
        self.facts.setAccessibleName(self.tr("Size and angle"))
        self.facts.setContentsMargins(look.px("wide"), 0, look.px("wide"), 0)
        self.gauge = LegibilityGauge(look)
        self.cautions = Remarks(look)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, look.px("space"))
        column.setSpacing(look.px("line"))
        column.addWidget(self.native, 1)
        column.addWidget(self.rectified)
        column.addSpacing(look.px("tight"))
        column.addWidget(self.facts)
        column.addWidget(self.gauge)
        column.addWidget(self.cautions)
        for name in ("turn", "zoom-plate", "clear"):
            self.add_button(actions[name])
        self.empty.offer(actions["mark"])
        self.empty.offer(actions["again"])
        session.marking_changed.connect(self._on_marking_changed)
        session.frame_changed.connect(self._on_marking_changed)
        session.reading_changed.connect(self._show_cautions)
        self.native.resized.connect(self._on_marking_changed)
        self._on_marking_changed()

    def show_enhanced(self, picture: QImage | None, words: str) -> None:
        """Show the plate of an enhanced picture, and say so; of the original for ``None``."""
        self.native.show_enhanced(picture)
        self._source = words
        self._on_marking_changed()

    def show_inspection(self, inspection: Inspection | None) -> None:
        """Show how legible the plate is and what speaks against it: no character, so it may stand before a seal."""
        self._inspection = inspection
        self.gauge.show_inspection(inspection)
        self._show_cautions()

    def _show_cautions(self) -> None:
        """The gravest, as long as no reading tells them all."""
        inspection = self._inspection
        told = inspection.cautions if inspection is not None and self._session.reading is None else ()
        self.cautions.show_sentences([in_words(caution.sentence) for caution in told[:_CAUTIONS]])
        self.cautions.setToolTip("\n".join(in_words(caution.sentence) for caution in told))

    def _on_marking_changed(self) -> None:
        marking = self._session.marking
        self.show_content(marking.quad is not None)
        if marking.quad is None:
            placed = len(marking.points)
            if self._session.frame is None:
                words = self.tr(
                    "The plate will stand here once a picture is open and its corners are marked."
                )
            elif placed:
                words = self.tr("{n} of 4 corners are marked; click the others in any order.").format(
                    n=placed
                )
            else:
                words = self.tr(
                    "Click the four corners of a plate in any order; it will stand here from the front."
                )
            self.empty.say(words)
            return
        quad = marking.quad
        zoom = self.native.zoom
        times = f"{zoom:.0f}×" if zoom >= 1 else f"1/{1 / zoom:.0f}×"
        self.facts.setText(
            self.tr("{w} × {h} px    angle {a}°    shown {times}").format(
                w=number(quad.width, ".1f"),
                h=number(quad.height, ".1f"),
                a=number(quad.angle, ".1f"),
                times=times,
            )
            + (f"    {self._source}" if self._source else "")
        )
