"""What is wrong with a labelled set, one sentence each, and how it is divided."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.panels.panel import Panel
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.controls import heading, note
from forensic_lpr.gui.training.material import Material

_PARTS = ("train", "validation", "held")
_COLOURS = ("series_1", "series_2", "series_3")
_MOST = 200


class SplitBar(QWidget):
    """The parts of a set as lengths of one bar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Division of the set"))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._look.px("side_width"), self._look.px("space"))

    def show_counts(self, counts: tuple[int, ...]) -> None:
        """Show other numbers of pictures."""
        self.counts = counts
        self.setAccessibleDescription(", ".join(f"{n}" for n in counts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One piece per part."""
        painter, whole = QPainter(self), sum(self.counts)
        left = 0
        for number, count in enumerate(self.counts):
            width = round(self.width() * count / whole) if whole else 0
            gap = self._look.px("line")
            painter.fillRect(
                QRect(left, 0, max(0, width - gap), self.height()), self._look.colour(_COLOURS[number])
            )
            left += width


class ChecksPanel(Panel):
    """Division and problems of the set."""

    def __init__(self, look: Look, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Checks"), "verify", parent)
        self._material = material
        self.bar = SplitBar(look)
        self.parts = QLabel()
        self.parts.setTextFormat(Qt.TextFormat.RichText)
        self.parts.setFont(look.font("small_figures"))
        self.remark = note(look)
        self.title = heading(look, "")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Problems of the set"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(look.px("wide"), look.px("space"), look.px("wide"), look.px("space"))
        column.setSpacing(look.px("tight"))
        for widget in (self.bar, self.parts, self.remark, self.title):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self.empty.say(
            self.tr("What is wrong with a set of labelled plates, and how it is divided, will stand here.")
        )
        material.set_changed.connect(self._on_changed)
        look.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        view = self._material.view
        self.show_content(view is not None)
        if view is None:
            return
        look, tr = self.look, self.tr
        split = view.split
        for widget in (self.bar, self.parts):
            widget.setVisible(split is not None)
        if split is not None:
            counts = tuple(len(part) for part in split.parts)
            self.bar.show_counts(counts)
            words = (tr("train"), tr("watch"), tr("held"))
            self.parts.setText(
                "&nbsp;&nbsp;&nbsp;".join(
                    f'<span style="color:{look.colour(colour).name()}">■</span> {word} {count}'
                    for colour, word, count in zip(_COLOURS, words, counts, strict=True)
                )
            )
            self.remark.setText(
                tr("Divided by plate and source: no plate and no source is in two parts.")
                if split.by == "plate and source"
                else tr(
                    "Divided by plate: no plate is in two parts. With six sources or more it goes by source too."
                )
            )
        else:
            self.remark.setText(in_words(view.problem))
        problems = view.labelled.problems
        self.title.setText(
            tr("Remarks: {n}").format(n=len(problems)) if problems else tr("Nothing wrong was found.")
        )
        self.list.clear()
        for problem in problems[:_MOST]:
            sign = icon(
                look,
                "failure" if problem.left_out else "warning",
                "failure" if problem.left_out else "warning",
            )
            item = QListWidgetItem(sign, in_words(problem.sentence))
            item.setToolTip(
                tr("The picture is left out.") if problem.left_out else tr("The picture stays in the set.")
            )
            self.list.addItem(item)
