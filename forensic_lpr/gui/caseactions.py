"""Actions on the case and on the record of a plate: their words, shortcuts and tool-tips."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from forensic_lpr.gui.actions import Actions


def add_case_actions(actions: "Actions", menu: QMenu) -> QMenu:
    """New, open, save, facts, second reading, blind copy, log, verify, package; the menu of recent cases."""
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
        "case",
        "facts",
        tr("&Facts of the case…"),
        "Ctrl+D",
        tr("Say what the case is about, and who works on it"),
    )
    actions.add(
        menu,
        "unblind",
        "second-reading",
        tr("Secon&d reading of a case…"),
        "Ctrl+Shift+D",
        tr("Let another examiner read the plates with no other reading in sight"),
    )
    actions.add(
        menu,
        "close",
        "end-second",
        tr("E&nd the second reading"),
        "Ctrl+Shift+X",
        tr("Go back to ordinary work; all readings are shown then"),
    )
    actions.add(
        menu,
        "case",
        "blind-copy",
        tr("&Blind copy for a second examiner…"),
        "Ctrl+Shift+B",
        tr(
            "Make a copy of the case with its marked plates and no reading, to be handed to a second examiner"
        ),
    )
    actions.add(
        menu,
        "folder",
        "take-in",
        tr("Ta&ke in a second reading…"),
        "Ctrl+Shift+I",
        tr("Take the readings that were sealed in a blind copy into the case"),
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
    """Seal, cannot read, unblind, the same plate again, second thoughts, the next plate, reconcile."""
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
    actions.add(
        menu,
        "seal",
        "change-reading",
        tr("Change my rea&ding…"),
        "Ctrl+Shift+R",
        tr("Change your own reading after it was sealed, with a reason; the sealed one stays in the record"),
    )
    actions.add(
        menu,
        "remove",
        "withdraw",
        tr("&Withdraw the conclusion…"),
        "Ctrl+Shift+W",
        tr("Withdraw the conclusion on the marked plate, with a reason; it stays in the record"),
    )
    menu.addSeparator()
    actions.add(
        menu,
        "forward",
        "next-plate",
        tr("Next &plate of the case"),
        "Ctrl+J",
        tr("Go to the next plate that is marked in the case; in a second reading to the next to be read"),
    )


def add_report_actions(actions: "Actions", menu: QMenu) -> None:
    """The export, and the pages of the report."""
    tr = actions.tr
    rows = (
        ("back", "previous-page", tr("&Previous page"), "Alt+PgUp", tr("Show the page before")),
        ("forward", "next-page", tr("&Next page"), "Alt+PgDown", tr("Show the page after")),
        ("zoom-out", "page-smaller", tr("&Smaller pages"), "Ctrl+-", tr("Show the pages smaller")),
        ("zoom-in", "page-larger", tr("&Larger pages"), "Ctrl++,Ctrl+=", tr("Show the pages larger")),
        (
            "fit",
            "page-fit",
            tr("Pages as &wide as the window"),
            "Ctrl+0",
            tr("Show pages as wide as there is room"),
        ),
    )
    menu.addAction(actions["report"])
    menu.addSeparator()
    for drawing, name, text, keys, tip in rows:
        actions.add(menu, drawing, name, text, keys, tip)
