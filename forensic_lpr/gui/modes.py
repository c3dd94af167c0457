"""The modes of the window: workspaces that stand in one place, chosen by tabs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolBar, QWidget

from forensic_lpr.gui.actions import Actions

_MENUS = ("edit", "plate", "enhance", "frame")
_OTHERS = (
    "zoom-in", "zoom-out", "one", "fit", "zoom-plate", "grid", "next-panel", "previous-panel", "track-strip",
)  # fmt: skip


class Modes(QStackedWidget):
    """Workspaces by name, and the tabs that choose between them."""

    mode_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName(self.tr("Workspaces"))
        self._names: list[str] = []
        self.tabs.currentChanged.connect(self._on_tab_changed)

    @property
    def mode(self) -> str:
        """Name of the workspace shown."""
        return self._names[self.currentIndex()]

    def add(self, name: str, title: str, tip: str, workspace: QWidget) -> None:
        """Add a workspace behind the others."""
        self._names.append(name)
        self.addWidget(workspace)
        self.tabs.addTab(title)
        self.tabs.setTabToolTip(self.tabs.count() - 1, tip)

    def show_mode(self, name: str) -> None:
        """Show a workspace."""
        self.tabs.setCurrentIndex(self._names.index(name))

    def _on_tab_changed(self, number: int) -> None:
        self.setCurrentIndex(number)
        self.mode_changed.emit(self._names[number])


def show_actions(actions: Actions, tools: QToolBar, mode: str) -> None:
    """Show the actions of a mode alone: a key must not change a picture that nobody sees."""
    examines = mode == "examine"
    for name in _MENUS:
        actions.menus[name].menuAction().setVisible(examines)
        for action in actions.menus[name].actions():
            action.setVisible(examines)
    for name in _OTHERS:
        actions[name].setVisible(examines)
    separators = [action for action in tools.actions() if action.isSeparator()]
    for separator in separators[1:]:
        separator.setVisible(examines)
