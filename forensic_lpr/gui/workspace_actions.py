"""The actions that change between the workspaces: words, shortcuts and tool-tips."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from forensic_lpr.gui.actions import Actions


def add_workspace_actions(actions: "Actions", menu: QMenu) -> None:
    """The actions that change between the workspaces."""
    tr = actions.tr
    menu.addSeparator()
    for name, drawing, text, keys, tip in (
        ("examine", "zoom-plate", tr("E&xamine"), "Ctrl+1", tr("Look at the evidence and read plates")),
        (
            "report",
            "report",
            tr("&Report"),
            "Ctrl+2",
            tr("Show the report of the case as it would be written"),
        ),
        ("train", "network", tr("Trai&n"), "Ctrl+5", tr("Train the networks on plates of your own")),
    ):
        actions.add(menu, drawing, f"workspace-{name}", text, keys, tip, True)
