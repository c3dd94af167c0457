"""The workspaces: named pages, of which one fills the window, chosen by tabs at the top."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar, QToolButton, QWidget

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.theme import Look

PREFIX = "workspace-"
"""The action that shows the workspace ``train`` is called ``workspace-train``."""


@dataclass(frozen=True)
class _Workspace:
    page: QWidget
    tools: tuple[QToolBar, ...]
    menus: tuple[str, ...]
    actions: tuple[str, ...]


class Workspaces(QObject):
    """Holds the pages and shows one of them; what belongs to a page alone is gone while another is shown.

    Args:
        look: The look in use.
        actions: Where the actions ``workspace-NAME`` are.
        window: The window whose middle the pages fill.
    """

    changed = Signal(str)
    """Name of the workspace that is shown now."""

    def __init__(self, look: Look, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions, self._window = actions, window
        self._known: dict[str, _Workspace] = {}
        self._shown = ""
        self._group = QActionGroup(self)
        self.pages = QStackedWidget()
        self.bar = QToolBar(self.tr("Workspaces"))
        self.bar.setObjectName("workspaces")
        self.bar.setMovable(False)
        self.bar.setAccessibleName(self.tr("Workspaces"))
        self.bar.toggleViewAction().setEnabled(False)

    @property
    def shown(self) -> str:
        """Name of the workspace that is shown, empty before the first was added."""
        return self._shown

    def add(
        self,
        name: str,
        page: QWidget,
        tools: Sequence[QToolBar] = (),
        menus: Sequence[str] = (),
        actions: Sequence[str] = (),
    ) -> None:
        """Add a workspace behind those there are; the first one is shown.

        Args:
            name: Its name.
            page: What fills the window.
            tools: Tool bars that are seen with it only.
            menus: Names of menus whose actions can be done in it only, by key too.
            actions: Names of actions of other menus that can be done in it only.
        """
        action = self._actions[PREFIX + name]
        self._known[name] = _Workspace(page, tuple(tools), tuple(menus), tuple(actions))
        self._group.addAction(action)
        self.bar.addAction(action)
        button = self.bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setProperty("kind", "tab")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.pages.addWidget(page)
        action.toggled.connect(self._on_toggled)
        if not self._shown:
            action.setChecked(True)
        else:
            self._reach(name, False)

    def show(self, name: str) -> None:
        """Show a workspace."""
        self._actions[PREFIX + name].setChecked(True)

    def _on_toggled(self, checked: bool) -> None:
        action = self._group.checkedAction()
        name = action.objectName().removeprefix(PREFIX) if action is not None else ""
        if not checked or name == self._shown or name not in self._known:
            return
        if self._shown:
            self._reach(self._shown, False)
        self._shown = name
        self._reach(name, True)
        self.pages.setCurrentWidget(self._known[name].page)
        self.changed.emit(name)

    def _reach(self, name: str, reachable: bool) -> None:
        """Let what belongs to a workspace be reached by mouse and key, or not."""
        workspace = self._known[name]
        for bar in workspace.tools:
            bar.setVisible(reachable)
        for title in workspace.menus:
            menu = self._actions.menus[title]
            menu.menuAction().setVisible(reachable)
            for action in menu.actions():
                # A key works where its action stands; a hidden menu does not hinder it while the window has it.
                if reachable:
                    self._window.addAction(action)
                else:
                    self._window.removeAction(action)
        for own in workspace.actions:
            self._actions[own].setVisible(reachable)
