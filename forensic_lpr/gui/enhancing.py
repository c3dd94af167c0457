"""Enhancement in the window: puts its parts together and keeps the picture seen in step with the recipe."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from forensic_lpr.gui.comparison import Comparison
from forensic_lpr.gui.enhancement import Enhancement, Preview
from forensic_lpr.gui.panels.enhancement import EnhancementPanel
from forensic_lpr.gui.previews import Previewer, draft_window
from forensic_lpr.gui.recipe_files import RecipeFiles
from forensic_lpr.gui.recipe_history import RecipeHistory, Undoing
from forensic_lpr.gui.recipe_verbs import RecipeVerbs
from forensic_lpr.gui.split_tool import SPLIT_STEP, SplitTool

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow

_STEP_ACTIONS = ("switch-step", "step-up", "step-down", "remove-step")
_RECIPE_ACTIONS = ("reset-recipe", "save-recipe", "copy-recipe", "read-enhanced")
_SEEN_ACTIONS = ("original", "compare", "split-left", "split-right")
_PANEL, _SHOWN = "window/enhancement", "shown"


class Enhancing(QObject):
    """From the examiner's steps to the picture on the canvas, in the plate panel and before the reader."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session, self._canvas, self._actions = window.session, window.canvas, window.actions_
        self.state = Enhancement(self._session, self)
        self.history = RecipeHistory(self.state, self)
        self.undoing = Undoing(self._session, window.history, self.history, self)
        self.verbs = RecipeVerbs(self._session, self.state, self.history, self)
        self.files = RecipeFiles(self._session, self.state, self.verbs, window.preferences, window)
        self.previewer = Previewer(window.runner, self)
        self.comparison = Comparison(self._canvas, self.state)
        self.tool = SplitTool(self._canvas, self.state, self.comparison, window.corner_tool)
        self.panel = EnhancementPanel(window.look, self._session, self.state, self.verbs, self._actions)
        self._percent = 0
        self._problem = ""
        self._asked: tuple[object, ...] | None = None
        self._connect()
        self._on_treatment_changed()

    def _connect(self) -> None:
        state, act = self.state, self._actions
        state.treatment_changed.connect(self._on_treatment_changed)
        state.seen_changed.connect(self._on_seen_changed)
        self._session.frame_changed.connect(self._on_treatment_changed)
        self._session.exhibits_changed.connect(self._enable)
        self.verbs.row_changed.connect(self._enable)
        self.previewer.made.connect(self._on_made)
        self.previewer.failed.connect(self._on_failed)
        self.previewer.busy_changed.connect(self._tell)
        self.previewer.progressed.connect(self._on_progressed)
        self.panel.editor.pick_asked.connect(self.tool.pick)
        self.tool.picked.connect(self.verbs.set_point)
        act["original"].toggled.connect(state.show_original)
        act["compare"].toggled.connect(state.compare)
        self.panel.cancel.clicked.connect(self._cancel)
        shown = self._window.preferences.text(_PANEL, _SHOWN) == _SHOWN
        act["enhancement-panel"].setChecked(shown)
        act["enhancement-panel"].toggled.connect(self._on_panel_toggled)
        if not shown:
            self.panel.hide()
        act["read-enhanced"].triggered.connect(self.verbs.read_enhanced)

    def verbs_by_action(self) -> dict[str, Callable[[], object]]:
        """What the actions without a state of their own do."""
        verbs, state = self.verbs, self.state
        return {
            "add-step": self._add_step,
            "clear": self._clear,
            "switch-step": verbs.switch_chosen,
            "step-up": lambda: verbs.move(verbs.row - 1),
            "step-down": lambda: verbs.move(verbs.row + 1),
            "remove-step": verbs.remove,
            "reset-recipe": verbs.reset,
            "split-left": lambda: state.move_split(state.split - SPLIT_STEP),
            "split-right": lambda: state.move_split(state.split + SPLIT_STEP),
            "load-recipe": self.files.ask_and_load,
            "save-recipe": self.files.ask_and_save,
            "copy-recipe": self.files.ask_and_copy,
        }

    def _add_step(self) -> None:
        self._actions["enhancement-panel"].setChecked(True)
        self.panel.ask_for_step()

    def _clear(self) -> None:
        """Give up the picking of a point; when none is picked, clear the corners."""
        if not self.tool.stop_picking():
            self._window.corner_tool.clear()

    def _cancel(self) -> None:
        """Compute no further; a changed recipe begins anew."""
        self.previewer.forget()
        self._problem = self.tr("Cancelled; the picture seen is not all that the steps ask for.")
        self._tell()

    # --- what changes

    def _on_treatment_changed(self) -> None:
        frame, number = self._session.frame, self.state.number
        self._enable()
        if frame is None or number is None or not self.state.enhances:
            self._asked = None
            self._problem = ""
            self.previewer.forget()
            self._tell()
            return
        recipe = self.state.recipe.effective
        wish = (number, frame.digest, recipe)
        if wish == self._asked:
            return
        self._asked, self._percent, self._problem = wish, 0, ""
        size = frame.image.shape[1], frame.image.shape[0]
        window = draft_window(self._canvas.seen(), size, self._session.marking.quad)
        self.previewer.ask(number, frame, recipe, window)

    def _on_made(self, preview: Preview) -> None:
        self.state.take(preview)
        self._tell()

    def _on_failed(self, sentence: str) -> None:
        self._problem = sentence
        self._tell()

    def _on_progressed(self, percent: int) -> None:
        self._percent = percent
        self._tell()

    def _on_panel_toggled(self, shown: bool) -> None:
        self.panel.setVisible(shown)
        self._window.preferences.set_text(_PANEL, _SHOWN if shown else "hidden")

    def _on_seen_changed(self) -> None:
        """The plate panel, its plate from the front and the status line follow what is on the canvas."""
        seen = self.state.seen
        words = self.tr("enhanced") if seen is not None else ""
        self._window.plate.show_enhanced(seen.picture if seen is not None else None, words)
        self._window.reader.show_plate_of(seen.image if seen is not None else None)
        self._window.status_line.show_pixels_of(seen.image if seen is not None else None)
        self._tell()

    def _tell(self) -> None:
        """Say on the canvas and in the panel how far the picture is."""
        words = self._problem
        computing = self.state.enhances and not self.state.is_newest and self.previewer.busy
        if computing and not words:
            preview = self.state.preview
            if preview is not None and preview.draft:
                words = self.tr("draft of a part; the whole follows, {n} %").format(n=self._percent)
            else:
                words = self.tr("computing, {n} %").format(n=self._percent)
        self.tool.say(words)
        self.panel.say(words, computing)

    def _enable(self) -> None:
        frame, recipe = self._session.frame is not None, self.state.recipe
        act = self._actions
        act.enable(("add-step", "load-recipe"), frame)
        act.enable(_STEP_ACTIONS, frame and self.verbs.step is not None)
        act.enable(_RECIPE_ACTIONS, frame and bool(recipe.steps))
        act.enable(_SEEN_ACTIONS, frame and self.state.enhances)
        act["read-enhanced"].setChecked(self.state.treatment.read)
        if not self.state.enhances:
            act["original"].setChecked(False)  # the next step shall be seen
