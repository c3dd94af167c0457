"""Labelling by hand: the pictures, and for the chosen one its text and its character boxes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from forensic_lpr.core.formats import PlateFormat, plain_text
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.flow import Scrolling
from forensic_lpr.gui.panels.panel import Panel
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.tasks import Follower
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.box_editor import BoxEditor
from forensic_lpr.gui.training.box_hits import Box
from forensic_lpr.gui.training.controls import note
from forensic_lpr.gui.training.data_jobs import NewPicture, ProposeBoxes
from forensic_lpr.gui.training.material import LANE, Material
from forensic_lpr.gui.training.sample_grid import Cell, SampleGrid

if TYPE_CHECKING:
    from forensic_lpr.training.labels import LabelledCrop

_LONGEST = 12
_WIDE = "WWW0000"
"""As wide as a plate gets; a label is seen whole."""


class LabelPanel(Panel):
    """At the left all pictures, those without a label first; at the right the chosen one."""

    def __init__(
        self, look: Look, material: Material, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, self.tr("Labelled plates"), "mark", parent)
        self._material = material
        self._chosen: NewPicture | LabelledCrop | None = None
        self._by_hand = False
        self._unlabelled = 0
        self._boxes = Follower(material.runner, f"{LANE} boxes", self)
        self._boxes.answered.connect(self._on_proposed)
        self._boxes.failed.connect(self._on_not_proposed)
        self.add_button(actions["train-label"])
        self.grid = SampleGrid(look, self.tr("Pictures of plates"), choosable=True)
        self.grid.chosen.connect(self._on_chosen)
        self.editor = BoxEditor(look)
        self.editor.changed.connect(self._on_boxes_moved)
        self.text = QLineEdit()
        self.text.setFont(look.font("plate_line"))
        self.text.setMaxLength(_LONGEST)
        self.text.setMinimumWidth(self.text.fontMetrics().horizontalAdvance(_WIDE) + 2 * look.px("wide"))
        self.text.setAccessibleName(self.tr("What the plate says"))
        self.text.setPlaceholderText(self.tr("What the plate says"))
        self.text.textEdited.connect(self._on_edited)
        self.text.returnPressed.connect(self._on_save)
        self.said = note(look)
        self.said.setMinimumHeight(
            2 * self.said.fontMetrics().height()
        )  # a layout asks wrapped words for one line
        self.save = QPushButton(self.tr("Save and next"))
        self.save.setProperty("primary", True)
        self.save.setToolTip(self.tr("Write the label into the set and take the next picture (Enter)"))
        self.save.clicked.connect(self._on_save)
        self.remove = QPushButton(self.tr("Leave out"))
        self.remove.setToolTip(self.tr("Take the picture out of the set; its file stays in the folder"))
        self.remove.clicked.connect(self._on_remove)
        self._lay_out(look)
        self.empty.say(
            self.tr(
                "Pictures of plates and what they say will stand here. Label pictures, or label a plate that is marked "
                "in Examine (menu Plate)."
            )
        )
        self.empty.offer(actions["train-label"], primary=True)
        self.empty.offer(actions["train-set"])
        material.set_changed.connect(self._on_changed)
        material.pictures_changed.connect(self._on_changed)
        self._on_changed()

    def _lay_out(self, look: Look) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(look.px("wide"), look.px("wide"), look.px("wide"), look.px("space"))
        column.setSpacing(look.px("space"))
        column.addWidget(self.editor, 1)
        line = QHBoxLayout()
        line.setSpacing(look.px("space"))
        line.addWidget(self.text, 1)
        line.addWidget(self.save)
        line.addWidget(self.remove)
        column.addLayout(line)
        column.addWidget(self.said)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(Scrolling(self.grid))
        splitter.addWidget(side)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(look.px("tight"))
        splitter.setSizes([look.px("dialog"), look.px("dialog")])
        row = QVBoxLayout(self.content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    # --- what is shown

    def _on_changed(self) -> None:
        material = self._material
        crops = material.view.labelled.crops if material.view is not None else ()
        cells = [
            Cell((new.picture,), self.tr("no label"), new.name, new.name, "warning")
            for new in material.pictures
        ]
        if material.view is not None:
            cells += [
                Cell(
                    (picture,),
                    crop.text,
                    self.tr("{width} px   {source}").format(width=round(crop.width), source=crop.source),
                    crop.file,
                )
                for crop, picture in zip(crops, material.view.pictures, strict=True)
            ]
        self.show_content(bool(cells))
        everything = self._everything()
        still = next((n for n, one in enumerate(everything) if self._same(one)), -1)
        known, self._unlabelled = self._unlabelled, len(material.pictures)
        if len(material.pictures) > known and not isinstance(self._chosen, NewPicture):
            still = known  # the first of those that came: they are what is to be done now
        if still < 0:
            still = 0 if material.pictures or (everything and self._chosen is None) else -1
        self.grid.show_cells(cells, still)
        self._show(everything[still] if still >= 0 else None)

    def _everything(self) -> "list[NewPicture | LabelledCrop]":
        """What the grid shows, in its order."""
        found: list[NewPicture | LabelledCrop] = list(self._material.pictures)
        if self._material.view is not None:
            found += self._material.view.labelled.crops
        return found

    def _same(self, one: "NewPicture | LabelledCrop") -> bool:
        if self._chosen is None or isinstance(one, NewPicture) != isinstance(self._chosen, NewPicture):
            return False
        if isinstance(one, NewPicture) or isinstance(self._chosen, NewPicture):
            return one is self._chosen
        return one.file == self._chosen.file

    def _picture_of(self, one: "NewPicture | LabelledCrop") -> QImage:
        if isinstance(one, NewPicture):
            return one.picture
        view = self._material.view
        assert view is not None
        return view.pictures[view.labelled.crops.index(one)]

    def _on_chosen(self, number: int) -> None:
        everything = self._everything()
        self._show(everything[number])
        if isinstance(everything[number], NewPicture):
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, one: "NewPicture | LabelledCrop | None") -> None:
        if one is not None and one is self._chosen:
            return
        self._chosen, self._by_hand = one, False
        self._boxes.forget()
        new = isinstance(one, NewPicture)
        text = ""
        if one is not None:
            text = self._material.known_text(one) if isinstance(one, NewPicture) else one.text
        self.text.setText(text)
        for widget in (self.text, self.remove):
            widget.setEnabled(one is not None)
        self.save.setText(self.tr("Save and next") if new else self.tr("Correct"))
        if one is None:
            self.editor.show_plate(QImage(), "", ())
            self.editor.say_empty(self.tr("Choose a picture at the left."))
            self.said.clear()
            self.save.setEnabled(False)
            return
        boxes = () if isinstance(one, NewPicture) or one.boxes is None else one.boxes
        self.editor.show_plate(self._picture_of(one), text, boxes)
        self._tell()
        if text and not boxes:
            self._propose()

    # --- the text

    def _plain(self) -> str:
        return plain_text(self.text.text())

    def _format(self) -> PlateFormat | None:
        text = self._plain()
        return next((f for f in self._material.formats if f.matches(text)), None)

    def _on_edited(self) -> None:
        at = self.text.cursorPosition()
        self.text.setText(self.text.text().upper())
        self.text.setCursorPosition(at)
        self._tell()
        if self._format() is not None:
            self._propose()
        else:
            self._boxes.forget()
            if not self._by_hand:
                self.editor.show_plate(self.editor.picture, self._plain(), ())

    def _tell(self) -> None:
        """Say whether the text can be a plate."""
        found, text = self._format(), self._plain()
        self.save.setEnabled(found is not None)
        if found is not None:
            self.said.setText(
                self.tr("{title}. The boxes are proposed from its layout; drag what does not fit.").format(
                    title=in_words(found.title)
                )
            )
        elif text:
            patterns = ", ".join(sorted({f.pattern for f in self._material.formats}))
            self.said.setText(
                self.tr(
                    "{n} characters; no plate format yet. Known are {patterns} (L a letter, N a digit)."
                ).format(n=len(text), patterns=patterns)
            )
        else:
            self.said.setText(self.tr("Type what the plate says; separators do not matter."))

    def _propose(self) -> None:
        one, plate_format = self._chosen, self._format()
        if one is None or plate_format is None:
            return
        if self._by_hand:
            self.editor.show_plate(self.editor.picture, self._plain(), self.editor.boxes)
            return
        self._boxes.ask(ProposeBoxes(one.image, one.quad, plate_format))

    def _on_proposed(self, boxes: tuple[Box, ...], newest: bool) -> None:
        if newest and not self._by_hand:
            self.editor.show_plate(self.editor.picture, self._plain(), boxes)

    def _on_not_proposed(self, error: ForensicLprError) -> None:
        self.said.setText(in_words(error))

    def _on_boxes_moved(self) -> None:
        self._by_hand = True
        if self._chosen is not None and not isinstance(self._chosen, NewPicture):
            self.save.setEnabled(self._format() is not None)

    # --- writing

    def _on_save(self) -> None:
        one, plate_format = self._chosen, self._format()
        if one is None or plate_format is None:
            return
        boxes = self.editor.boxes if self._by_hand else None
        text = self._plain()
        if isinstance(one, NewPicture):
            self._chosen = None
            self._material.label(one, text, plate_format.name, boxes)
            if self._material.pictures:
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._chosen = None
            self._material.correct(one.file, text, boxes)

    def _on_remove(self) -> None:
        one, self._chosen = self._chosen, None
        if isinstance(one, NewPicture):
            self._material.drop_picture(one)
        elif one is not None:
            self._material.take_out(one.file)
