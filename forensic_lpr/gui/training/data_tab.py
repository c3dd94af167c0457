"""The Data tab: where training pictures come from, what is wrong with them, what the network will see of them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.flow import Scrolling
from forensic_lpr.gui.panels.panel import EmptyState, Panel
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.checks import ChecksPanel
from forensic_lpr.gui.training.controls import Alternatives, ShareSlider, choice_box, column_in, heading, note
from forensic_lpr.gui.training.label_panel import LabelPanel
from forensic_lpr.gui.training.material import Material
from forensic_lpr.gui.training.sample_grid import Cell, SampleGrid
from forensic_lpr.training.shares import SOURCES


class SourcesPanel(Panel):
    """The set of own plates, and how much of each batch comes from where."""

    def __init__(
        self, look: Look, material: Material, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, self.tr("Sources"), "list-frames", parent)
        self._material = material
        self.add_button(actions["train-label"])
        self.add_button(actions["train-set"])
        self.set_name = QLabel()
        self.set_name.setFont(look.font("strong"))
        self.set_facts = note(look)
        self.pairs = QCheckBox()
        self.pairs.setToolTip(
            self.tr(
                "Of the pair sets chosen under DGM: what their near pictures say is known of the far ones"
            )
        )
        self.pairs.toggled.connect(material.learn_pairs)
        self.dgm = choice_box(look, self.tr("DGM"), self.tr("The DGM that makes far plates of near ones"))
        self.dgm.activated.connect(self._on_dgm)
        self.sliders: dict[str, ShareSlider] = {}
        self.formats: dict[str, QCheckBox] = {}
        body = QWidget()
        column = column_in(look, body)
        column.addWidget(self.set_name)
        column.addWidget(self.set_facts)
        column.addWidget(self.pairs)
        column.addSpacing(look.px("tight"))
        column.addWidget(heading(look, self.tr("Shares of a batch")))
        for source, (words, tip) in self._words().items():
            slider = ShareSlider(look, words, tip)
            slider.moved.connect(_Mover(material, source))
            self.sliders[source] = slider
            column.addWidget(slider)
        line = QHBoxLayout()
        line.setSpacing(look.px("space"))
        label = QLabel(self.tr("DGM"))
        label.setFixedWidth(look.px("form_label"))
        label.setBuddy(self.dgm)
        line.addWidget(label)
        line.addWidget(self.dgm, 1)
        column.addLayout(line)
        self.show_dgms(())
        column.addSpacing(look.px("tight"))
        column.addWidget(heading(look, self.tr("Plates that are drawn")))
        for plate_format in material.formats:
            box = QCheckBox(in_words(plate_format.title))
            box.setToolTip(self.tr("Draw plates of this format too"))
            box.toggled.connect(_Drawer(material, plate_format.name))
            self.formats[plate_format.name] = box
            column.addWidget(box)
        column.addStretch(1)
        holder = QVBoxLayout(self.content)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(Scrolling(body))
        self.show_content(True)
        material.set_changed.connect(self._on_changed)
        material.mixture_changed.connect(self._on_changed)
        self._on_changed()

    def _words(self) -> dict[str, tuple[str, str]]:
        tr = self.tr
        return {
            "own": (
                tr("Own plates"),
                tr(
                    "Your labelled plates, with the corners marked a little otherwise and the light changed each time"
                ),
            ),
            "permuted": (
                tr("Permuted"),
                tr("New plates made of legible own ones by exchanging their characters"),
            ),
            "dgm": (
                tr("Through DGM"),
                tr("Near plates that the DGM made far, in turns drawn, permuted and own ones"),
            ),
            "matched": (
                tr("As the camera"),
                tr(
                    "Drawn plates as your camera records them: its blur, echoes and fields are found from your plates"
                ),
            ),
            "synthetic": (
                tr("Drawn"),
                tr("Plates drawn by the program, photographed and filmed, so that nothing is forgotten"),
            ),
        }

    def show_dgms(self, names: tuple[str, ...]) -> None:
        """Offer other DGMs."""
        self.dgm.clear()
        self.dgm.addItem(self.tr("none") if names else self.tr("none trained yet"), "")
        for name in names:
            self.dgm.addItem(name, name)
        self.dgm.setCurrentIndex(max(0, self.dgm.findData(self._material.dgm)))
        self.dgm.setEnabled(bool(names))

    def _on_dgm(self, row: int) -> None:
        self._material.set_dgm(self.dgm.itemData(row))

    def _on_changed(self) -> None:
        material = self._material
        view = material.view
        if material.reading:
            self.set_name.setText(self.tr("Reading the set…"))
            self.set_facts.setText(str(material.folder))
        elif view is not None:
            self.set_name.setText(view.labelled.name)
            self.set_facts.setText(
                self.tr(
                    "Pictures: {pictures}, plates: {plates}, sources: {sources}   SHA-256 {digest}…"
                ).format(
                    pictures=len(view.labelled.crops),
                    plates=len(view.labelled.plates),
                    sources=len(view.labelled.sources),
                    digest=view.labelled.digest[:12],
                )
            )
            self.set_facts.setToolTip(f"{view.labelled.folder}\nSHA-256 {view.labelled.digest}")
        elif material.problem:
            self.set_name.setText(self.tr("This set cannot be used"))
            self.set_facts.setText(material.problem)
        else:
            self.set_name.setText(self.tr("No plates of your own"))
            self.set_facts.setText(
                self.tr(
                    "Training takes drawn plates only. Choose a folder of labelled plates, or label pictures here, "
                    "to teach the network your camera."
                )
            )
        paired = material.pair_plates_there
        self.pairs.setVisible(bool(paired))
        self.pairs.setChecked(material.with_pairs)
        self.pairs.setText(
            self.tr("Pictures of pair sets, too: {n}, plates: {plates}").format(
                n=len(paired), plates=len({plate.text for plate in paired})
            )
        )
        usable = material.usable
        there = {
            "own": usable,
            "permuted": usable,
            "dgm": usable and bool(material.dgm),
            "matched": usable,
            "synthetic": True,
        }
        values = dict(zip(SOURCES, material.shares.values(), strict=True))
        whole = sum(value for source, value in values.items() if there[source]) or 1.0
        for source, slider in self.sliders.items():
            slider.show_share(values[source], values[source] / whole if there[source] else None)
        self.dgm.setCurrentIndex(max(0, self.dgm.findData(material.dgm)))
        for name, box in self.formats.items():
            box.blockSignals(True)
            box.setChecked(name in material.drawn)
            box.blockSignals(False)


class _Mover:
    """Changes the share of one source."""

    def __init__(self, material: Material, source: str) -> None:
        self._material, self._source = material, source

    def __call__(self, value: float) -> None:
        self._material.set_share(self._source, value)


class _Drawer:
    """Switches the drawing of one format."""

    def __init__(self, material: Material, name: str) -> None:
        self._material, self._name = material, name

    def __call__(self, drawn: bool) -> None:
        self._material.set_drawn(self._name, drawn)


class SamplesPanel(Panel):
    """A grid of training pictures exactly as the network will see them."""

    def __init__(
        self, look: Look, material: Material, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, self.tr("What the network will see"), "grid", parent)
        self._material = material
        tr = self.tr
        self.filter = Alternatives(
            look,
            tr("Samples shown"),
            (
                ("", tr("Mixture"), tr("Samples as they come in training")),
                ("own", tr("Own"), tr("Samples of your own plates")),
                ("permuted", tr("Permuted"), tr("Samples with exchanged characters")),
                ("dgm", tr("DGM"), tr("Samples that the DGM made far")),
                ("matched", tr("Camera"), tr("Samples drawn as your camera records them")),
                ("synthetic", tr("Drawn"), tr("Samples of drawn plates")),
            ),
        )
        self.filter.chosen.connect(material.show_only)
        self.add_button(actions["train-resample"])
        self.grid = SampleGrid(look, tr("Samples"))
        self.remark = note(look)
        self.remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._waiting = EmptyState(look, "grid")
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(Scrolling(self.grid))
        self._pages.addWidget(self._waiting)
        row = QHBoxLayout()
        row.setContentsMargins(look.px("wide"), look.px("space"), look.px("wide"), 0)
        row.setSpacing(look.px("wide"))
        row.addWidget(self.filter)
        row.addWidget(self.remark, 1)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, look.px("tight"))
        column.setSpacing(look.px("tight"))
        column.addLayout(row)
        column.addWidget(pages, 1)
        self.show_content(True)
        material.samples_changed.connect(self._on_changed)
        self._on_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the remark gives way."""
        super().resizeEvent(event)
        room = self.width() - self.filter.sizeHint().width()
        self.remark.setVisible(room >= self.look.px("side_minimum"))

    def _on_changed(self) -> None:
        material, names = self._material, self._names()
        shown = [sample for sample in material.samples if not material.only or sample.source == material.only]
        if shown and not material.sample_problem:
            self.grid.show_cells(
                [
                    Cell(
                        (s.picture,), s.text, names[s.source], f"{s.text}, {names[s.source]}, {s.format_name}"
                    )
                    for s in shown
                ]
            )
            self._pages.setCurrentIndex(0)
        elif material.sample_problem:
            self._waiting.say(material.sample_problem, "warning")
            self._pages.setCurrentIndex(1)
        elif material.busy_drawing or not material.only:
            self._waiting.say(self.tr("Drawing samples…"), "grid")
            self._pages.setCurrentIndex(1)
        else:
            words = self.tr("The DGM makes such samples once one is chosen.")
            if material.only != "dgm" or not material.usable:
                words = self.tr("Such samples are made of your own plates; choose or label some first.")
            self._waiting.say(words, "grid")
            self._pages.setCurrentIndex(1)
        self.remark.setText(
            self.tr(
                "120 × 40 pixels, grey, with all that is done to them; the text is what the network shall learn."
            )
        )

    def _names(self) -> dict[str, str]:
        tr = self.tr
        return {
            "own": tr("own"),
            "permuted": tr("permuted"),
            "dgm": tr("through DGM"),
            "matched": tr("as the camera"),
            "synthetic": tr("drawn"),
        }


class DataTab(QWidget):
    """Sources and checks at the left, samples and labels at the right; to be built by :meth:`pieces`."""

    def pieces(self, look: Look, material: Material, actions: Actions) -> Iterator[None]:
        """Build it, a piece at each step."""
        self.sources = SourcesPanel(look, material, actions)
        yield
        self.checks = ChecksPanel(look, material)
        self.samples = SamplesPanel(look, material, actions)
        yield
        self.labels = LabelPanel(look, material, actions)
        yield
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.sources)
        left.addWidget(self.checks)
        yield
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.samples)
        right.addWidget(self.labels)
        for splitter, sizes in ((left, (5, 4)), (right, (1, 1))):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(look.px("tight"))
            splitter.setSizes([look.px("native_height") * part for part in sizes])
        left.setFixedWidth(look.px("form_width"))
        yield
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px("tight"))
        row.addWidget(left)
        row.addWidget(Scrolling(right), 1)
