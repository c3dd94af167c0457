"""Undo and redo of recipes: every exhibit has its own history, and one order in time with that of the marking."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from forensic_lpr.gui.enhancement import Enhancement, Treatment
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.undo import Change, MarkingHistory

_GESTURE = 2


class TreatmentChange(Change):
    """One change of an exhibit's treatment; those of one gesture, as of one drag of a slider, make one step."""

    def __init__(
        self, enhancement: Enhancement, number: int, after: Treatment, text: str, gesture: object
    ) -> None:
        super().__init__(text)
        self._enhancement = enhancement
        self._number = number
        self._before, self._after = enhancement.of(number), after
        self._gesture = gesture

    def redo(self) -> None:
        """Make the change."""
        self._enhancement.treat(self._number, self._after)

    def undo(self) -> None:
        """Take it back."""
        self._enhancement.treat(self._number, self._before)

    def id(self) -> int:
        """Commands of one id may merge."""
        return -1 if self._gesture is None else _GESTURE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Swallow the next change of the same gesture."""
        if not isinstance(other, TreatmentChange) or other._gesture != self._gesture:
            return False
        self._after = other._after
        return True


class RecipeHistory(QObject):
    """The undo stacks of all exhibits' treatments."""

    changed = Signal()

    def __init__(self, enhancement: Enhancement, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._enhancement = enhancement
        self._stacks: dict[int, QUndoStack] = {}
        enhancement.treatment_changed.connect(self.changed)

    def change(self, number: int, after: Treatment, text: str, gesture: object = None) -> None:
        """Record a change of an exhibit's treatment, and make it; equal gestures that follow one another are one."""
        if after == self._enhancement.of(number):
            return
        if number not in self._stacks:
            self._stacks[number] = QUndoStack(self)
            self._stacks[number].indexChanged.connect(self.changed)
        self._stacks[number].push(TreatmentChange(self._enhancement, number, after, text, gesture))

    def stack(self) -> QUndoStack | None:
        """The stack of the current exhibit."""
        number = self._enhancement.number
        return self._stacks.get(number) if number is not None else None


class Undoing(QObject):
    """Undo and redo of what is before the examiner, whichever of marking and recipe changed last."""

    undone = Signal(str)
    """What was taken back."""
    can_undo_changed = Signal(bool)
    can_redo_changed = Signal(bool)

    def __init__(
        self, session: Session, marking: MarkingHistory, recipes: RecipeHistory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._marking, self._recipes = marking, recipes
        marking.group.indexChanged.connect(self._on_changed)
        marking.group.activeStackChanged.connect(self._on_changed)
        recipes.changed.connect(self._on_changed)
        session.frame_changed.connect(self._on_changed)

    def undo(self) -> None:
        """Take the latest change back."""
        found = self._next(QUndoStack.canUndo, lambda stack: stack.index() - 1)
        if found:
            stack = max(found, key=lambda pair: pair[0])[1]
            text = stack.undoText()
            stack.undo()
            self.undone.emit(text)

    def redo(self) -> None:
        """Make the change again that is the earliest of those taken back."""
        found = self._next(QUndoStack.canRedo, QUndoStack.index)
        if found:
            min(found, key=lambda pair: pair[0])[1].redo()

    def _stacks(self) -> list[QUndoStack]:
        both = (self._marking.group.activeStack(), self._recipes.stack())
        return [stack for stack in both if stack is not None]

    def _next(
        self, can: Callable[[QUndoStack], bool], place: Callable[[QUndoStack], int]
    ) -> list[tuple[int, QUndoStack]]:
        """For each stack that can, when its next command was made."""
        found = []
        for stack in self._stacks():
            command = stack.command(place(stack)) if can(stack) else None
            if command is not None:
                found.append((command.made_at if isinstance(command, Change) else 0, stack))
        return found

    def _on_changed(self) -> None:
        self.can_undo_changed.emit(any(stack.canUndo() for stack in self._stacks()))
        self.can_redo_changed.emit(any(stack.canRedo() for stack in self._stacks()))
