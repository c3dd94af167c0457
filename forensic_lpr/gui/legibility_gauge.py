"""The legibility gauge: how much of a plate can be expected to be read, told before a character is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from forensic_lpr.core.inspection import MOST, WHOLE, Grade, Inspection
from forensic_lpr.gui.certainty import CERTAIN, PROBABLE, UNDETERMINED, Certainty
from forensic_lpr.gui.theme import Look

_MARKS: dict[Grade, Certainty] = {"recoverable": CERTAIN, "partly": PROBABLE, "not": UNDETERMINED}
"""The same three colours and shapes as elsewhere, since they say alike things."""
_FAINT = 0.35


class _Scale(QWidget):
    """Three stretches, as long as their part of the scale, and a needle."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.inspection: Inspection | None = None
        self.setFixedSize(self.sizeHint())
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as its token."""
        return QSize(self._look.px("gauge_width"), self._look.px("cell"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stretch that the needle is in is shown in full, the others faintly."""
        painter = QPainter(self)
        look, inspection = self._look, self.inspection
        height, width = float(look.px("lane")), float(self.width() - look.px("line"))
        top = (self.height() - height) / 2
        borders = ((0.0, MOST, "not"), (MOST, WHOLE, "partly"), (WHOLE, 1.0, "recoverable"))
        for low, high, grade in borders:
            mark = next(certainty for name, certainty in _MARKS.items() if name == grade)
            here = inspection is not None and inspection.grade == grade
            painter.setOpacity(1.0 if here else _FAINT)
            gap = float(look.px("hair"))
            area = QRectF(low * width, top, (high - low) * width - gap, height)
            painter.fillRect(area, look.colour(mark.name))
        if inspection is not None:
            painter.setOpacity(1.0)
            needle = QRectF(inspection.legibility * width - look.px("hair"), 0, look.px("bar"), self.height())
            painter.fillRect(needle, look.colour("text"))


class LegibilityGauge(QWidget):
    """The scale and, in words, what it means."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.scale = _Scale(look)
        self.words = QLabel()
        self.words.setFont(look.font("figures"))
        self.words.setAccessibleName(self.tr("Legibility"))
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px("wide"), 0, look.px("wide"), 0)
        row.setSpacing(look.px("space"))
        row.addWidget(self.scale, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        self.setToolTip(
            self.tr(
                "How many characters the default reader gets right in drawn plates of such size, detail and contrast. "
                "Nothing was read for this."
            )
        )
        self.show_inspection(None)

    def show_inspection(self, inspection: Inspection | None) -> None:
        """Show what is to be expected; nothing for ``None``."""
        self.scale.inspection = inspection
        self.scale.update()
        if inspection is None:
            self.words.setText(self.tr("Legibility: …"))
            return
        if inspection.in_doubt:
            self.scale.inspection = None
            self.words.setText(self.tr("Legibility not told: marking in doubt"))
            return
        grades: dict[Grade, str] = {
            "recoverable": self.tr("recoverable"),
            "partly": self.tr("partly recoverable"),
            "not": self.tr("hardly recoverable"),
        }
        self.words.setText(
            self.tr("{mark} {grade}: {share} % of characters").format(
                mark=_MARKS[inspection.grade].shape,
                grade=grades[inspection.grade].capitalize(),
                share=round(100 * inspection.legibility),
            )
        )
