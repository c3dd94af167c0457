"""Undo and redo of marking: every frame has its own history."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from forensic_lpr.core.track import Mark
from forensic_lpr.gui.marking import Marking
from forensic_lpr.gui.session import FrameKey, Session

_NUDGE = 1
Marks = tuple[Mark, ...]


class Change(QUndoCommand):
    """A change that knows when it was made, so that histories of different things can be undone as one."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.made_at = time.monotonic_ns()


class MarkingChange(Change):
    """One change of the marking; nudges of one corner that follow one another make one step."""

    def __init__(self, session: Session, before: Marking, after: Marking, text: str, nudge: bool) -> None:
        super().__init__(text)
        self._session = session
        self._before = before
        self._after = after
        self._nudge = nudge

    def redo(self) -> None:
        """Make the change."""
        self._session.mark(self._after)

    def undo(self) -> None:
        """Take it back."""
        self._session.mark(self._before)

    def id(self) -> int:
        """Commands of one id may merge."""
        return _NUDGE if self._nudge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Swallow the next nudge of the same corner."""
        if not isinstance(other, MarkingChange) or other._before.selected != self._after.selected:
            return False
        self._after = other._after
        return True


class MarksChange(Change):
    """A correction of a track: its marks before and after.

    Args:
        take: Takes marks, now or after some work.
        before: The marks there were.
        after: The marks there are to be.
        text: What it is called.
    """

    def __init__(self, take: Callable[[Marks], None], before: Marks, after: Marks, text: str) -> None:
        super().__init__(text)
        self._take, self._before, self._after = take, before, after

    def redo(self) -> None:
        """Bend the track."""
        self._take(self._after)

    def undo(self) -> None:
        """Let it go back."""
        self._take(self._before)


class MarkingHistory(QObject):
    """The undo stacks of all frames; the frame shown decides which one is in use."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.group = QUndoGroup(self)
        self._none = QUndoStack(self.group)
        self._stacks: dict[FrameKey, QUndoStack] = {}
        session.frame_changed.connect(self._on_frame_changed)

    def change(self, before: Marking, after: Marking, text: str, nudge: bool = False) -> None:
        """Record a change of the marking of the frame shown, and make it."""
        stack = self.group.activeStack()
        if stack is not None and stack is not self._none and before.corners != after.corners:
            stack.push(MarkingChange(self._session, before, after, text, nudge))
        else:
            self._session.mark(after)

    def push(self, command: QUndoCommand) -> None:
        """Do something that is undone in the frame shown."""
        stack = self.group.activeStack()
        if stack is not None:
            stack.push(command)

    def _on_frame_changed(self) -> None:
        key = self._session.key
        if key is None:
            self.group.setActiveStack(self._none)
            return
        if key not in self._stacks:
            self._stacks[key] = QUndoStack(self.group)
        self.group.setActiveStack(self._stacks[key])
