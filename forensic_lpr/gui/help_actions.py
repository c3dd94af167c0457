"""Actions that help: settings, the manual, the tour, the keys, the log, what this is."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from forensic_lpr.gui.actions import Actions


def add_settings_action(actions: "Actions", menu: QMenu) -> None:
    """The settings, where the other things of the whole program are."""
    tr = actions.tr
    actions.add(
        menu,
        "enhancement-panel",
        "settings",
        tr("Se&ttings…"),
        "Ctrl+Alt+S",
        tr("Theme, size of texts, folders, and what reports say of the laboratory"),
    )


def add_help_actions(actions: "Actions", menu: QMenu) -> None:
    """Manual, tour, keys, log, about."""
    tr = actions.tr
    rows = (
        (
            "manual",
            "manual",
            tr("&Manual"),
            "F3",
            tr("Read how things are done, what they mean and what not"),
        ),
        ("info", "tour", tr("Take the &tour"), "F2", tr("Be shown the way from a picture to a report")),
        ("back", "tour-back", tr("Tour: &back"), "Shift+F2", tr("Go back one step of the tour")),
        ("close", "tour-leave", tr("Tour: &leave"), "Ctrl+F2", tr("Leave the tour")),
        ("keyboard", "keyboard", tr("&Keyboard and mouse"), "F1", tr("List all keys")),
        (
            "folder",
            "log-folder",
            tr("Open the lo&g folder"),
            "Ctrl+F1",
            tr("Show where the program's log lies"),
        ),
        (
            "info",
            "about",
            tr("&About Forensic LPR"),
            "Shift+F1",
            tr("Version, licences of everything shipped, and folders"),
        ),
    )
    for drawing, name, text, keys, tip in rows:
        if name in ("tour", "keyboard", "about"):
            menu.addSeparator()
        actions.add(menu, drawing, name, text, keys, tip)
