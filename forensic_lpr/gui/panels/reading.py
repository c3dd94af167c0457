"""The reading panel: choosers, which reading is shown, the slot table, the plates, the warnings."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.certainty import percent
from forensic_lpr.gui.chooser import Chooser
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.panels.blind import BlindPanel
from forensic_lpr.gui.panels.panel import Panel
from forensic_lpr.gui.panels.plates_list import PlatesList
from forensic_lpr.gui.panels.reading_switch import ReadingSwitch
from forensic_lpr.gui.panels.slot_table import SlotTable
from forensic_lpr.gui.reading_text import spaced
from forensic_lpr.gui.remarks import Remarks
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import AUTO, DEFAULT_WEIGHTS, Session
from forensic_lpr.gui.split_tool import steps_text
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.track_text import average_remark, fused_remark, shown_reading
from forensic_lpr.gui.tracking import Tracker

_BROWSE = "…"


class ReadingPanel(Panel):
    """What the network says of the marked plate."""

    def __init__(
        self,
        look: Look,
        session: Session,
        casework: Casework,
        tracker: Tracker,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Reading"), "network", parent, scrolls=True)
        self._session = session
        self._casework = casework
        self._tracker = tracker
        self._actions = actions
        self._failure = ""
        self._loading = True
        self.busy = QLabel()
        self.busy.setFont(look.font("small"))
        self.busy.setProperty("kind", "muted")
        self.head.insertWidget(1, self.busy)
        self._copy = QToolButton()
        self._copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._copy.setToolTip(self.tr("Copy the reading"))
        self._copy.setAccessibleName(self.tr("Copy the reading"))
        menu = QMenu(self._copy)
        for name in ("copy_text", "copy_csv", "copy_json"):
            menu.addAction(actions[name])
        self._copy.setMenu(menu)
        self.add_button(actions["reconcile"])
        self.add_button(actions["syntax"])
        self.head.addWidget(self._copy)
        self.add_button(actions["report"])
        self.format = Chooser(look)
        self.format.setAccessibleName(self.tr("Plate format"))
        self.format.setToolTip(self.tr("Which plates are considered"))
        self.format.addItem(self.tr("Any format"), AUTO)
        for plate_format in session.formats:
            self.format.addItem(in_words(plate_format.title), plate_format.name)
        self.weights = Chooser(look)
        self.weights.setAccessibleName(self.tr("Weights"))
        self.weights.setToolTip(self.tr("Which weights the network reads with"))
        self.show_weights((DEFAULT_WEIGHTS,))
        self.switch = ReadingSwitch(look, tracker)
        self.slots_table = SlotTable(look)
        self.line = QLabel()
        self.line.setFont(look.font("plate_line"))
        self.line.setAccessibleName(self.tr("Likeliest plate"))
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.mass = QLabel()
        self.mass.setProperty("kind", "muted")
        self.mass.setFont(look.font("small"))
        self.mass.setWordWrap(True)
        self.source = QLabel()
        self.source.setFont(look.font("small"))
        self.source.setWordWrap(True)
        self.source.setAccessibleName(self.tr("Which picture was read"))
        self.plates = PlatesList(look, session.formats)
        self.warnings = Remarks(look)
        self.own = QLabel()
        self.own.setProperty("kind", "muted")
        self.own.setFont(look.font("small"))
        self.own.setWordWrap(True)
        self.own.setAccessibleName(self.tr("Your own reading and the conclusion"))
        self.blind = BlindPanel(look, session, casework, actions)
        self.add_page(self.blind)
        self.again = self.empty.offer(actions["read-again"], follow=False)
        self._lay_out()
        self.format.activated.connect(self._on_format_activated)
        self.weights.activated.connect(self._on_weights_activated)
        actions["syntax"].toggled.connect(self._on_reading_changed)
        session.reading_changed.connect(self._on_reading_changed)
        session.marking_changed.connect(self._on_reading_changed)
        session.frame_changed.connect(self._on_reading_changed)
        tracker.changed.connect(self._on_reading_changed)
        tracker.shown_changed.connect(self._on_reading_changed)
        casework.record_changed.connect(self._on_reading_changed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def _lay_out(self) -> None:
        px = self.look.px
        choosers = QHBoxLayout()
        choosers.setContentsMargins(px("wide"), px("space"), px("wide"), px("tight"))
        choosers.setSpacing(px("space"))
        choosers.addWidget(self.format, 3)
        choosers.addWidget(self.weights, 2)
        line = QHBoxLayout()
        line.setContentsMargins(px("wide"), 0, px("wide"), px("tight"))
        line.setSpacing(px("wide"))
        line.addWidget(self.line)
        line.addWidget(self.mass, 1)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.slots_table)
        column.addLayout(line)
        own = QHBoxLayout()
        own.setContentsMargins(px("wide"), 0, px("wide"), px("tight"))
        own.addWidget(self.own)
        column.addLayout(own)
        self.source.setContentsMargins(px("wide"), 0, px("wide"), px("tight"))
        column.addWidget(self.source)
        column.addWidget(self.plates)  # it takes what is left, and without a stretch its own wish counts, too
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertLayout(1, choosers)
        outer.insertWidget(2, self.switch)
        outer.addWidget(self.warnings)  # these stay in sight

    # --- what it is told

    def show_weights(self, names: tuple[str, ...]) -> None:
        """Offer these weights, the file chosen by hand among them, and a way to choose another."""
        chosen = self._session.weights
        self.weights.clear()
        for name in dict.fromkeys([*names, chosen]):
            self.weights.addItem(Path(name).stem, name)
        self.weights.addItem(self.tr("Other file…"), _BROWSE)
        self.weights.setCurrentIndex(self.weights.findData(chosen))

    def set_ready(self, names: tuple[str, ...]) -> None:
        """The network is loaded, and these weights are shipped."""
        self._loading = False
        self.show_weights(names)
        self._on_reading_changed()

    def show_failure(self, sentence: str) -> None:
        """Say why there is no reading; an empty sentence when that is over."""
        if sentence:
            self._loading = False
        if sentence != self._failure:
            self._failure = sentence
            self._on_reading_changed()

    def set_busy(self, busy: bool) -> None:
        """A newer reading is on its way."""
        self.busy.setText(self.tr("reading…") if busy and self.shows_content else "")
        if self._tracker.shown == "frame":
            self.slots_table.set_pending(busy and not self._session.reading_is_current)

    # --- what changes

    def _on_reading_changed(self) -> None:
        session, masked = self._session, self._casework.masked
        reading = None if masked else shown_reading(session, self._tracker)
        self.show_content(reading is not None)
        self.again.setVisible(bool(self._failure) and reading is None)
        self._copy.setEnabled(reading is not None)
        if masked:
            self._forget_reading()
            self.blind.refresh()
            self.show_page(self.blind)
            self.busy.clear()
            return
        if reading is None:
            self.warnings.show_sentences(())
            self._say_why()
            self.busy.clear()
            return
        syntax = self._actions["syntax"].isChecked()
        plates = reading.plates if syntax else reading.plates_without_syntax
        self.slots_table.show_reading(reading, session.formats)
        self.slots_table.set_pending(not self._is_current())
        self.plates.plates.show_plates(plates, reading.slots.calibrated)
        if plates:
            best = plates[0]
            source = "" if reading.slots.calibrated else self.tr("(network)")
            matching = next((f for f in session.formats if f.matches(best.text)), None)
            self.line.setText(spaced(best.text, matching))
            kind = (
                in_words(matching.title) if matching is not None else self.tr("follows no format known here")
            )
            self.mass.setText(f"{percent(best.probability)} {source}\n{kind}")
        else:
            self.line.setText("–")
            self.mass.setText(self.tr("No plate of this format has any probability."))
        self._show_own()
        self._show_source()
        self._show_remarks()

    def _is_current(self) -> bool:
        track, shown = self._tracker.track, self._tracker.shown
        if track is None or shown == "frame":
            return self._session.reading_is_current
        return track.current if shown == "fused" else track.average.used == track.used

    def _show_remarks(self) -> None:
        """What makes the reading doubtful, and what it is where it is not of one frame."""
        track, shown, reading = self._tracker.track, self._tracker.shown, self._session.reading
        if track is not None and shown == "fused":
            self.warnings.show_sentences(*fused_remark(track, self.tr))
        elif track is not None and shown == "average":
            self.warnings.show_sentences((average_remark(track, self.tr),), "info")
        else:
            warnings = reading.warnings if reading is not None else ()
            self.warnings.show_sentences([in_words(warning) for warning in warnings])

    def _show_source(self) -> None:
        """Say which picture was read, and what the original gives beside an enhanced one."""
        track, reading = self._tracker.track, self._session.reading
        words = self.tr("Read from the original.")
        enhanced = False
        if track is not None and self._tracker.shown != "frame":
            words = self.tr("Read from the original frames.")
        elif reading is not None and not reading.request.recipe.is_original:
            enhanced = True
            count = steps_text(self, len(reading.request.recipe.steps))
            best = next((f"{p.text} {percent(p.probability)}" for p in reading.plates_of_original), "–")
            words = self.tr("Read from the enhanced picture ({steps}). Original: {plate}").format(
                steps=count, plate=best
            )
        self.source.setText(words)
        kind = "warning" if enhanced else "muted"
        if self.source.property("kind") != kind:
            self.source.setProperty("kind", kind)
            self.source.style().unpolish(self.source)
            self.source.style().polish(self.source)

    def _forget_reading(self) -> None:
        """Nothing of an earlier reading stays, not even where it is hidden."""
        self.slots_table.show_reading(None, self._session.formats)
        self.plates.plates.show_plates((), True)
        for label in (self.line, self.mass, self.own, self.source):
            label.clear()
        self.warnings.show_sentences(())

    def _show_own(self) -> None:
        """What the record says beside the machine's reading."""
        plate = self._casework.plate
        if plate is None:
            self.own.clear()
            return
        if plate.blind is not None:
            text = self.tr("Your own reading: {text}").format(text=in_words(plate.blind.reading.text))
            if plate.blind.changes:
                text += self.tr(", changed to {text}").format(text=in_words(plate.blind.latest.text))
        else:
            text = self.tr("Shown without an own reading; the record says so.")
        for sealed in plate.second:
            words = self.tr("Second reading, {name}: {text}")
            text += "\n" + words.format(name=sealed.examiner, text=in_words(sealed.reading.text))
        if plate.reconciliations and plate.conclusion is None:
            text += "\n" + self.tr("The conclusion was withdrawn.")
        if plate.conclusion is not None:
            text += "\n" + self.tr("Conclusion: {text}").format(text=plate.conclusion.text)
        self.own.setText(text)

    def _say_why(self) -> None:
        if self._failure:
            self.empty.say(self._failure, "failure")
        elif self._session.marking.quad is None:
            self.empty.say(
                self.tr(
                    "The characters and plates that the network reads will stand here once a plate is marked."
                ),
                "network",
            )
        elif self._loading:
            self.empty.say(self.tr("Loading the network…"), "network")
        else:
            self.empty.say(self.tr("Reading…"), "network")

    def _on_format_activated(self, row: int) -> None:
        self._session.request_format(self.format.itemData(row))

    def _on_weights_activated(self, row: int) -> None:
        chosen = self.weights.itemData(row)
        if chosen == _BROWSE:
            chosen = self._ask_for_file() or self._session.weights
            if self.weights.findData(chosen) < 0:
                self.weights.insertItem(self.weights.count() - 1, Path(chosen).stem, chosen)
            self.weights.setCurrentIndex(self.weights.findData(chosen))
        self._session.request_weights(chosen)

    def _ask_for_file(self) -> str:
        return QFileDialog.getOpenFileName(self, self.tr("Weights"), "", self.tr("Weights (*.safetensors)"))[
            0
        ]

    def _on_look_changed(self) -> None:
        self._copy.setIcon(icon(self.look, "copy"))
        self._on_reading_changed()
