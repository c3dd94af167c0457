"""What the examiner can do to a recipe, each an undoable change of the current exhibit's treatment."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from forensic_lpr.core.operation import Value
from forensic_lpr.core.recipe import ORIGINAL, Recipe, Step
from forensic_lpr.errors import RecipeInvalid
from forensic_lpr.gui.enhancement import Enhancement
from forensic_lpr.gui.recipe_history import RecipeHistory
from forensic_lpr.gui.scale import fitted
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session


class RecipeVerbs(QObject):
    """Changes the recipe through its history; knows which step is chosen."""

    row_changed = Signal()
    """Another step is chosen."""

    def __init__(
        self,
        session: Session,
        enhancement: Enhancement,
        history: RecipeHistory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._enhancement, self._history = session, enhancement, history
        self._row = -1
        enhancement.treatment_changed.connect(self._on_treatment_changed)

    @property
    def row(self) -> int:
        """Row of the chosen step, -1 for none."""
        return min(self._row, len(self._recipe.steps) - 1)

    @property
    def step(self) -> Step | None:
        """The chosen step."""
        return self._recipe.steps[self.row] if self.row >= 0 else None

    @property
    def _recipe(self) -> Recipe:
        return self._enhancement.recipe

    def choose(self, row: int) -> None:
        """Choose a step."""
        if row != self._row:
            self._row = row
            self.row_changed.emit()

    # --- verbs

    def add(self, operation: str) -> None:
        """Add a step at the end, and choose it."""
        step = Step.of(operation)
        words = self.tr("Add “{step}”").format(step=in_words(step.about.title))
        if operation == "neutral-point" and self._session.size is not None:
            width, height = self._session.size
            step = Step.of(operation, x=min(width // 2, 65535), y=min(height // 2, 65535))
        try:
            recipe = self._recipe.added(step)
        except RecipeInvalid as error:
            self._session.message_posted.emit("warning", in_words(error))
            return
        self._put(recipe, words)
        self.choose(len(recipe.steps) - 1)

    def remove(self) -> None:
        """Remove the chosen step."""
        if self.step is not None:
            words = self.tr("Remove “{step}”").format(step=in_words(self.step.about.title))
            self._put(self._recipe.removed(self.row), words)

    def move(self, to: int) -> None:
        """Put the chosen step at another place."""
        at = self.row
        to = min(max(to, 0), len(self._recipe.steps) - 1)
        if at >= 0 and to != at:
            self._put(self._recipe.moved(at, to), self.tr("Reorder the steps"))
            self.choose(to)

    def switch(self, row: int, on: bool) -> None:
        """Switch a step on or off."""
        step = self._recipe.steps[row]
        words = self.tr("Switch “{step}” on") if on else self.tr("Switch “{step}” off")
        self._put(
            self._recipe.replaced(row, replace(step, enabled=on)),
            words.format(step=in_words(step.about.title)),
        )

    def switch_chosen(self) -> None:
        """Switch the chosen step off when it is on, and on when it is off."""
        if self.step is not None:
            self.switch(self.row, not self.step.enabled)

    def set_value(self, name: str, value: Value, gesture: object) -> None:
        """Change a parameter of the chosen step; changes of one gesture are undone as one."""
        if self.step is not None:
            words = self.tr("Change “{step}”").format(step=in_words(self.step.about.title))
            self._put(self._recipe.replaced(self.row, fitted(self.step, name, value)), words, gesture)

    def set_point(self, x: int, y: int) -> None:
        """Put the neutral point of the chosen step on a pixel."""
        if self.step is not None and self.step.operation == "neutral-point":
            changed = self.step.changed("x", x).changed("y", y)
            self._put(self._recipe.replaced(self.row, changed), self.tr("Pick the neutral point"))

    def set_defaults(self) -> None:
        """Give the chosen step its default values."""
        if self.step is not None:
            plain = replace(Step.of(self.step.operation), enabled=self.step.enabled)
            words = self.tr("Default values of “{step}”").format(step=in_words(plain.about.title))
            self._put(self._recipe.replaced(self.row, plain), words)

    def reset(self) -> None:
        """Remove all steps."""
        self._put(ORIGINAL, self.tr("Remove all steps"))

    def put(self, recipe: Recipe, words: str, number: int | None = None) -> None:
        """Give an exhibit, by default the current one, another recipe."""
        target = self._enhancement.number if number is None else number
        if target is not None:
            self._history.change(target, replace(self._enhancement.of(target), recipe=recipe), words)

    def read_enhanced(self, on: bool) -> None:
        """Let the reader take the enhanced picture, or the original."""
        number = self._enhancement.number
        if number is not None:
            words = self.tr("Read the enhanced picture") if on else self.tr("Read the original")
            self._history.change(number, replace(self._enhancement.treatment, read=on), words)

    def _put(self, recipe: Recipe, words: str, gesture: object = None) -> None:
        number = self._enhancement.number
        if number is not None:
            treatment = replace(self._enhancement.treatment, recipe=recipe)
            self._history.change(number, treatment, words, gesture)

    def _on_treatment_changed(self) -> None:
        if self._row < 0 <= len(self._recipe.steps) - 1:
            self._row = 0
        self.row_changed.emit()
