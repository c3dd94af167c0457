"""The place of Train in the window: all that the window needs of it before the workspace is first shown."""

import importlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.reader import READING_LANE
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.training.actions import NAMES

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow
    from forensic_lpr.gui.training.workspace import TrainWorkspace

UNFINISHED = "train/unfinished/"
"""Where the preferences hold the folder of a run that is under way, one for each network."""
_MODULES = (
    "operations.apart",
    "operations.trainwork",
    "gui.training.jobs",
    "operations.modelwork",
    "gui.training.models",
    "gui.training.data_jobs",
    "gui.training.dgm_jobs",
    "gui.training.evidence",
    "gui.training.verbs",
    "gui.training.workspace",
    "gui.training.label_panel",
    "gui.training.checks",
    "gui.training.settings_form",
    "gui.training.plot",
)
"""Imported one by one before the workspace is built: all at once they would stop the window for a tenth of a second."""


class TrainPlace(QWidget):
    """Builds the workspace when it is first shown or asked for; most starts of the program never do.

    It is built in pieces, events of the window between each two.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        self._workspace: TrainWorkspace | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._pieces = self.pieces()
        self._built = False
        self._waiting: list[Callable[[], object]] = []
        self._builder = QTimer(self)
        self._builder.timeout.connect(self._on_next_piece)
        window.session.marking_changed.connect(self._on_evidence)
        window.session.frame_changed.connect(self._on_evidence)
        window.tracker.changed.connect(self._on_evidence)
        self._on_evidence()

    @property
    def workspace(self) -> "TrainWorkspace":
        """The workspace itself."""
        if self._workspace is None:
            from forensic_lpr.gui.training.workspace import TrainWorkspace

            self._workspace = TrainWorkspace(self._window)
            self._column.addWidget(self._workspace)
        return self._workspace

    def pieces(self) -> Iterator[None]:
        """Build the workspace and its tabs, a piece at each step; what was asked for meanwhile is there already."""
        for name in _MODULES:
            importlib.import_module(f"forensic_lpr.{name}")
            yield
        pages = self.workspace.pages
        yield
        yield from pages.pieces()

    def when_built(self, verb: Callable[[], object]) -> None:
        """Do something once all is built; at once where it is."""
        if self._built:
            verb()
            return
        self._waiting.append(verb)
        self._builder.start(0)

    def verbs_by_action(self) -> dict[str, Callable[[], object]]:
        """What the actions of the workspace do."""
        return {name: _Verb(self, name) for name in NAMES}

    def choose_active(self) -> None:
        """Read with the model that was activated; behind the window, when the network is loaded."""
        from forensic_lpr.gui.training.jobs import FindActive

        # On the lane that loads the network, behind it: two lanes that load torch would make the window wait.
        task = self._window.runner.start(FindActive(), READING_LANE)
        task.succeeded.connect(self._on_active)
        task.failed.connect(self._on_active_gone)

    def offer_unfinished(self) -> None:
        """After an end in the middle of a training, offer to go on."""
        if any(self._window.preferences.text(UNFINISHED + network) for network in ("recognizer", "dgm")):
            self.workspace.offer_unfinished()

    def close_work(self) -> bool:
        """Before the window closes: tell trainings to end and save; whether there were any."""
        return self._workspace is not None and self._workspace.close_work()

    def _on_evidence(self) -> None:
        session, enable = self._window.session, self._window.actions_.enable
        enable(("label-plate",), session.frame is not None and session.marking.quad is not None)
        enable(("label-track", "take-pairs"), self._window.tracker.track is not None)

    def _on_active(self, name: str) -> None:
        self._window.session.request_weights(name)

    def _on_active_gone(self, error: ForensicLprError) -> None:
        self._window.session.message_posted.emit("warning", in_words(error))

    def _on_next_piece(self) -> None:
        try:
            next(self._pieces)
        except StopIteration:
            self._builder.stop()
            self._built = True
            waiting, self._waiting = self._waiting, []
            for verb in waiting:
                verb()

    def _look_around(self) -> None:
        self.workspace.look_around()

    def showEvent(self, event: QShowEvent) -> None:
        """Build it, the first time."""
        super().showEvent(event)
        self.when_built(self._look_around)


class _Verb:
    """Does what an action says, in a workspace that is built for it if need be; then a little later."""

    def __init__(self, place: TrainPlace, name: str) -> None:
        self._place, self._name = place, name

    def __call__(self) -> None:
        self._place.when_built(self._do)

    def _do(self) -> None:
        self._place.workspace.verbs.by_action()[self._name]()
