"""What is done to the pictures of each exhibit and how much of it is seen. Knows no widget."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from forensic_lpr.core.recipe import ORIGINAL, Recipe
from forensic_lpr.gui.session import Session


@dataclass(frozen=True)
class Treatment:
    """What the examiner decided for an exhibit.

    Attributes:
        recipe: The steps, also those that are switched off.
        read: Whether the reader takes the enhanced picture; the original unless told otherwise.
    """

    recipe: Recipe = ORIGINAL
    read: bool = False


@dataclass(frozen=True)
class Preview:
    """An enhanced frame ready to be shown.

    Attributes:
        number: Number of the exhibit.
        frame_digest: Digest of the frame that it was made from.
        recipe: The steps that were done.
        image: RGB uint8 (H, W, 3), read-only.
        picture: The same, for the screen.
        draft: Whether heavy steps were done in a part of it only.
    """

    number: int
    frame_digest: str
    recipe: Recipe
    image: NDArray[np.uint8]
    picture: QImage
    draft: bool


UNTREATED = Treatment()


class Enhancement(QObject):
    """The treatment of every exhibit, and what of the enhanced picture is shown on the canvas."""

    treated = Signal(int)
    """The examiner decided otherwise for the exhibit with this number."""
    treatment_changed = Signal()
    """Of the current exhibit, or another exhibit became the current one."""
    seen_changed = Signal()
    """Another picture is seen, or another part of it."""
    compared_changed = Signal()
    """The line between before and after came, went or moved, or the original was called up."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._treatments: dict[int, Treatment] = {}
        self.preview: Preview | None = None
        self.compares = False
        self.split = 0.5
        self.original = False
        session.exhibits_changed.connect(self._on_exhibits_changed)
        session.exhibit_selected.connect(self._on_exhibit_selected)
        session.frame_changed.connect(self._on_frame_changed)

    # --- the treatment

    @property
    def number(self) -> int | None:
        """Number of the current exhibit."""
        return None if self._session.current is None else self._session.current.number

    @property
    def treatment(self) -> Treatment:
        """That of the current exhibit."""
        return self.of(self.number)

    @property
    def recipe(self) -> Recipe:
        """The recipe of the current exhibit."""
        return self.treatment.recipe

    def of(self, number: int | None) -> Treatment:
        """The treatment of an exhibit."""
        return self._treatments.get(number, UNTREATED) if number is not None else UNTREATED

    def treat(self, number: int, treatment: Treatment) -> None:
        """Decide for an exhibit; undo and redo come here as well."""
        if treatment != self.of(number):
            self._treatments[number] = treatment
            self.treated.emit(number)
            if number == self.number:
                self._tell()

    def _tell(self) -> None:
        treatment = self.treatment
        self._session.request_recipe(treatment.recipe.effective if treatment.read else ORIGINAL)
        self.treatment_changed.emit()
        if treatment.recipe.is_original:
            self._set_preview(None)

    # --- what is seen

    @property
    def enhances(self) -> bool:
        """Whether any step of the current exhibit is switched on."""
        return not self.recipe.is_original

    @property
    def seen(self) -> Preview | None:
        """The enhanced picture that is on the canvas, whole or beside the line; ``None`` when the original alone is."""
        return None if self.original else self.preview

    @property
    def is_newest(self) -> bool:
        """Whether the enhanced picture is the whole of what the recipe asks for now."""
        preview = self.preview
        return preview is not None and not preview.draft and preview.recipe == self.recipe.effective

    def take(self, preview: Preview) -> bool:
        """Show an enhanced picture, unless it comes late: of another frame, or after the steps were switched off."""
        frame = self._session.frame
        if frame is None or preview.number != self.number or preview.frame_digest != frame.digest:
            return False
        if not self.enhances:
            return False
        self._set_preview(preview)
        return True

    def _set_preview(self, preview: Preview | None) -> None:
        if preview is not self.preview:
            self.preview = preview
            self.seen_changed.emit()

    def show_original(self, shown: bool) -> None:
        """Call the original up on the canvas, or let it go."""
        if shown != self.original:
            self.original = shown
            self.compared_changed.emit()
            self.seen_changed.emit()

    def compare(self, on: bool) -> None:
        """Show before and after side by side on the canvas, or the enhanced picture alone."""
        if on != self.compares:
            self.compares = on
            self.compared_changed.emit()

    def move_split(self, share: float) -> None:
        """Put the line at a share of the canvas' width."""
        share = min(max(share, 0.0), 1.0)
        if share != self.split:
            self.split = share
            self.compared_changed.emit()

    # --- what changes

    def _on_exhibits_changed(self) -> None:
        present = {exhibit.number for exhibit in self._session.exhibits}
        self._treatments = {n: treatment for n, treatment in self._treatments.items() if n in present}

    def _on_exhibit_selected(self) -> None:
        self._set_preview(None)
        self._tell()

    def _on_frame_changed(self) -> None:
        frame, preview = self._session.frame, self.preview
        if preview is not None and (frame is None or frame.digest != preview.frame_digest):
            self._set_preview(None)
