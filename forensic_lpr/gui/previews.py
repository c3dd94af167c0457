"""Enhanced frames for the canvas, made in the background: what is seen first, then the whole."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forensic_lpr.core.evidence import Frame
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress
from forensic_lpr.core.recipe import Recipe
from forensic_lpr.gui.enhancement import Preview
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.tasks import Follower, TaskRunner

if TYPE_CHECKING:
    from forensic_lpr.imaging.pipeline import Memory, Window

LANE = "enhancement"
_DRAFT_PIXELS = 200_000
"""Heavy steps on more pixels than this are slow enough to be shown on a part first."""
_ROUND_PLATE = 0.5


class Pictures:
    """Pictures after each step of the last recipe. Used on the enhancement lane alone."""

    def __init__(self) -> None:
        self._memory: Memory | None = None

    def memory(self) -> "Memory":
        """The memory, made when it is first needed."""
        if self._memory is None:
            from forensic_lpr.imaging.pipeline import Memory

            self._memory = Memory()
        return self._memory


@dataclass(frozen=True)
class Enhance:
    """Apply a recipe to a frame; with a window, heavy steps to that alone, as a draft."""

    pictures: Pictures
    number: int
    frame: Frame
    recipe: Recipe
    window: "Window | None" = None

    def __call__(self, progress: Progress) -> Preview:
        """Raises RecipeInvalid or Cancelled."""
        from forensic_lpr.imaging.pipeline import apply_within

        frame, draft = self.frame, self.window is not None
        if self.window is not None:
            image = apply_within(self.recipe, frame.image, self.window, progress)
        else:
            image = self.pictures.memory().apply(self.recipe, frame.image, frame.digest, progress)
        return Preview(self.number, frame.digest, self.recipe, image, to_picture(image), draft)


class Previewer(QObject):
    """Answers with the newest only. Light recipes are followed as they change; heavy ones by drafts, then the whole."""

    made = Signal(object)
    """A :class:`Preview`."""
    failed = Signal(str)
    """One sentence, empty when that is over."""
    busy_changed = Signal(bool)
    progressed = Signal(int)
    """Percent of the whole picture."""

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = Pictures()
        self._drafts, self._wholes = Follower(runner, LANE, self), Follower(runner, LANE, self)
        self._next: Enhance | None = None
        for follower in (self._drafts, self._wholes):
            follower.answered.connect(self._on_answered)
            follower.failed.connect(self._on_failed)
            follower.busy_changed.connect(self._on_busy_changed)
        self._wholes.progressed.connect(self._on_progressed)

    @property
    def busy(self) -> bool:
        """Whether the whole picture of the newest recipe is awaited."""
        return self._drafts.busy or self._wholes.busy or self._next is not None

    def ask(self, number: int, frame: Frame, recipe: Recipe, window: "Window | None") -> None:
        """Request the enhanced frame.

        Args:
            number: Number of the exhibit.
            frame: The frame.
            recipe: What to do, only steps that are switched on.
            window: The part that is looked at, for a draft.
        """
        whole = Enhance(self._pictures, number, frame, recipe)
        heavy = recipe.is_heavy
        large = frame.image.shape[0] * frame.image.shape[1] > _DRAFT_PIXELS
        if heavy:
            self._wholes.forget()  # what runs would keep the newest waiting for seconds
        if heavy and large and window is not None:
            self._next = whole
            self._drafts.ask(Enhance(self._pictures, number, frame, recipe, window))
        else:
            self._next = None
            self._drafts.forget()
            self._wholes.ask(whole)

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._next = None
        self._drafts.forget()
        self._wholes.forget()

    def _on_answered(self, preview: Preview, newest: bool) -> None:
        self.failed.emit("")
        self.made.emit(preview)
        if preview.draft and newest and self._next is not None:
            whole, self._next = self._next, None
            self._wholes.ask(whole)

    def _on_failed(self, error: Exception) -> None:
        self._next = None
        self.failed.emit(in_words(error))
        self.busy_changed.emit(self.busy)

    def _on_busy_changed(self, busy: bool) -> None:
        self.busy_changed.emit(self.busy)

    def _on_progressed(self, done: int, total: int | None, text: str) -> None:
        if total:
            self.progressed.emit(100 * done // total)


def draft_window(
    seen: tuple[float, float, float, float], size: tuple[int, int], quad: Quad | None
) -> "Window":
    """The part of a picture that a draft covers: what is seen, or so much round the plate or its middle as is quick.

    Args:
        seen: Visible rectangle (x0, y0, x1, y1) in image coordinates.
        size: Width and height of the picture.
        quad: The marked plate, which is looked at most.
    """
    width, height = size
    left, top = max(0, int(seen[0])), max(0, int(seen[1]))
    right, bottom = min(width, int(seen[2]) + 2), min(height, int(seen[3]) + 2)
    if quad is not None and (right - left) * (bottom - top) > _DRAFT_PIXELS:
        x0, y0, x1, y1 = quad.bounds()
        margin = _ROUND_PLATE * (x1 - x0)
        left, right = max(left, int(x0 - margin)), min(right, int(x1 + margin) + 2)
        top, bottom = max(top, int(y0 - margin)), min(bottom, int(y1 + margin) + 2)
    area = max(0, right - left) * max(0, bottom - top)
    if area > _DRAFT_PIXELS:
        shrink = (1 - (_DRAFT_PIXELS / area) ** 0.5) / 2
        across, down = int((right - left) * shrink), int((bottom - top) * shrink)
        left, right, top, bottom = left + across, right - across, top + down, bottom - down
    return left, top, right, bottom
