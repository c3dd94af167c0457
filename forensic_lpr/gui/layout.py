"""Where the parts of the window stand."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.columns import MiddleColumn, SharedColumn
from forensic_lpr.gui.flow import Scrolling
from forensic_lpr.gui.preferences import Preferences

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow

_TOOLS = ("open", "", "undo", "redo", "clear", "", "zoom-out", "zoom-in", "one", "fit", "zoom-plate", "grid")
_SIGHT = (
    "zoom-in", "zoom-out", "one", "fit", "zoom-plate", "grid", "next-panel", "previous-panel", "track-strip",
)  # fmt: skip
"""Actions of the menu View that change what is seen of a picture."""


@dataclass(frozen=True)
class Panes:
    """What of the layout changes: the stage (welcome or canvas), the tools and the splitters."""

    stage: QStackedLayout
    tools: QToolBar
    left: SharedColumn
    main: QSplitter
    side: SharedColumn

    def restore(self, preferences: Preferences) -> None:
        """Put the splitters where they were."""
        for name in ("main", "side", "left"):
            splitter: QSplitter = getattr(self, name)
            splitter.restoreState(preferences.state(f"window/{name}"))

    def keep(self, preferences: Preferences) -> None:
        """Remember where the splitters are, if someone put them there."""
        for name in ("main", "side", "left"):
            splitter: QSplitter = getattr(self, name)
            if not isinstance(splitter, SharedColumn) or splitter.drawn:
                preferences.set_state(f"window/{name}", splitter.saveState())


def lay_out(window: "MainWindow") -> Panes:
    """Put menu, tools, panels and status line in their places."""
    px = window.look.px
    window.actions_.fill(window.menuBar())
    tools = QToolBar(window.tr("Tools"))
    tools.setObjectName("tools")
    tools.setMovable(False)
    tools.setIconSize(QSize(px("icon"), px("icon")))
    for name in _TOOLS:
        tools.addAction(window.actions_[name]) if name else tools.addSeparator()
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    tools.addWidget(spring)
    tools.addAction(window.actions_["theme"])
    tools.addAction(window.actions_["report"])
    for name in ("open", "report"):
        button = tools.widgetForAction(window.actions_[name])
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    window.addToolBar(window.workspaces.bar)
    window.addToolBar(tools)
    tools.toggleViewAction().setEnabled(False)
    stage = QWidget()
    stack = QStackedLayout(stage)
    welcome = Scrolling(window.welcome)
    stack.addWidget(welcome)
    stack.addWidget(window.canvas)
    centre = MiddleColumn(window.look, window.second_bar, stage, window.frame_bar, window.track)
    plate, exhibits = window.plate, window.exhibits
    high = px("native_height") // 2 + px("rectified_height") + px("title") * 2
    side = SharedColumn(plate, window.reading, lambda: high, lambda: 0 if plate.shows_content else high)
    window.session.marking_changed.connect(side.fit)
    few = 2 * px("native_height")
    left = SharedColumn(exhibits, window.enhancing.panel, exhibits.whole_height, lambda: few)
    exhibits.model.modelReset.connect(left.fit)
    main = QSplitter(Qt.Orientation.Horizontal)
    before = Scrolling(left)
    before.setMinimumWidth(px("side_minimum"))
    for widget in (before, centre, side):
        main.addWidget(widget)
    main.setStretchFactor(1, 1)
    for splitter in (left, side, main):
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(px("tight"))
    main.setSizes([px("side_width"), px("dialog") * 2, px("reading_width")])
    examine = QWidget()
    frame = QVBoxLayout(examine)
    frame.setContentsMargins(*([px("tight")] * 4))
    frame.addWidget(main)
    window.workspaces.add("examine", examine, (tools,), ("edit", "plate", "enhance", "frame"), _SIGHT)
    window.workspaces.add("report", window.report, (), ("report",))
    window.workspaces.add("train", window.training, (), ("train",))
    holder = QWidget()
    whole = QVBoxLayout(holder)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(window.workspaces.pages, 1)
    whole.addWidget(window.message_bar)
    window.setCentralWidget(holder)
    window.setStatusBar(window.status_line)
    window.resize(px("dialog") * 5 // 2, px("dialog") * 8 // 5)
    return Panes(stack, tools, left, main, side)
