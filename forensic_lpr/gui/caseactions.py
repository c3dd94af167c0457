"""Actions on the case and on the record of a plate: their words, shortcuts and tool-tips."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from forensic_lpr.gui.actions import Actions


def add_case_actions(actions: "Actions", menu: QMenu) -> QMenu:
    """New, open, save, facts, log, verify, package; the menu of recent cases."""
    tr = actions.tr
    actions.add(menu, "case", "new-case", tr("&New case…"), "Ctrl+N", tr("Make a case file and work in it"))
    actions.add(
        menu,
        "folder",
        "open-case",
        tr("Open &case…"),
        "Ctrl+Shift+N",
        tr("Open a case file and its evidence"),
    )
    recent = menu.addMenu(tr("Recent c&ases"))
    actions.add(
        menu, "save", "save-case", tr("&Save case as…"), "Ctrl+S", tr("Keep the unsaved case under a name")
    )
    actions.add(
        menu,
        "audit",
        "audit",
        tr("A&udit log…"),
        "Ctrl+U",
        tr("Show all that was recorded in the case"),
    )
    actions.add(
        menu,
        "verify",
        "verify",
        tr("&Verify case…"),
        "Ctrl+Shift+V",
        tr("Check the log, the evidence, every reading and every report"),
    )
    actions.add(
        menu,
        "package",
        "package",
        tr("&Package case…"),
        "Ctrl+Shift+P",
        tr("Copy the case with its evidence into one new file"),
    )
    return recent


def add_plate_actions(actions: "Actions", menu: QMenu) -> None:
    """Seal, cannot read, unblind, the same plate again, reconcile."""
    tr = actions.tr
    menu.addSeparator()
    actions.add(
        menu,
        "seal",
        "seal",
        tr("S&eal and reveal"),
        "Ctrl+Return",
        tr("Type your own reading, then seal it; then the machine's is shown"),
    )
    actions.add(
        menu,
        "clear",
        "cannot-read",
        tr("Cannot &read"),
        "Ctrl+Shift+Return",
        tr("Seal that you cannot read the plate; then the machine's reading is shown"),
    )
    actions.add(
        menu,
        "unblind",
        "unblind",
        tr("Show &without my own reading…"),
        "Ctrl+B",
        tr("Show the machine's reading at once; the record and the report say so"),
    )
    actions.add(
        menu,
        "again",
        "same-plate",
        tr("This is the last plate &again"),
        "P",
        tr("Say that this is the plate of this exhibit that was read last"),
    )
    actions.add(
        menu,
        "reconcile",
        "reconcile",
        tr("Conc&lusion…"),
        "Ctrl+R",
        tr("Draw the conclusion slot by slot, with both readings in sight"),
    )
