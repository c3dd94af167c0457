"""Every action of the window: its words, its shortcut, its tool-tip and its place in the menus."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from forensic_lpr.gui.caseactions import add_case_actions, add_plate_actions, add_report_actions
from forensic_lpr.gui.help_actions import add_help_actions, add_settings_action
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.track_actions import frame_rows, plate_rows
from forensic_lpr.gui.training.actions import add_train_menu
from forensic_lpr.gui.workspace_actions import add_workspace_actions


class Actions(QObject):
    """The actions by name; who does them connects to ``triggered``."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._window = parent
        self._icons: dict[str, str] = {}
        self.by_name: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._make_file()
        self._make_edit()
        self._make_plate()
        self._make_enhance()
        self._make_frame()
        self._make_view()
        add_train_menu(self, self._menu("train", self.tr("&Train")))
        add_report_actions(self, self._menu("report", self.tr("Rep&ort")))
        self._make_help()
        look.changed.connect(self._on_look_changed)

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def enable(self, names: Sequence[str], enabled: bool) -> None:
        """Switch some actions on or off."""
        for name in names:
            self.by_name[name].setEnabled(enabled)

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into a menu bar."""
        for menu in self.menus.values():
            bar.addMenu(menu)

    # --- the actions

    def _make_file(self) -> None:
        menu = self._menu("file", self.tr("&File"))
        self._add(menu, "open", self.tr("&Open…"), "Ctrl+O", self.tr("Open stills and clips"))
        self.recent = menu.addMenu(self.tr("Open &recent"))
        self._add(
            menu,
            "sample",
            self.tr("Open the &sample case"),
            "Ctrl+Shift+O",
            self.tr("Open a still and a clip to try"),
        )
        menu.addSeparator()
        self.recent_cases = add_case_actions(self, menu)
        menu.addSeparator()
        self._add(
            menu,
            "remove",
            self.tr("Re&move exhibit"),
            "Ctrl+W",
            self.tr("Take the exhibit out of the list; the file is not touched"),
        )
        menu.addSeparator()
        self._add(
            menu,
            "report",
            self.tr("&Export report…"),
            "Ctrl+E",
            self.tr("Write the report of the case as PDF, and as JSON beside it"),
        )
        menu.addSeparator()
        add_settings_action(self, menu)
        self._add(menu, "quit", self.tr("&Quit"), "Ctrl+Q", self.tr("Close the program"))

    def _make_edit(self) -> None:
        menu = self._menu("edit", self.tr("&Edit"))
        self._add(
            menu, "undo", self.tr("&Undo"), "Ctrl+Z", self.tr("Take the last change of corners or steps back")
        )
        self._add(
            menu,
            "redo",
            self.tr("&Redo"),
            "Ctrl+Shift+Z,Ctrl+Y",
            self.tr("Make the change that was taken back again"),
        )
        menu.addSeparator()
        self._add(
            menu, "copy_text", self.tr("&Copy reading as text"), "Ctrl+C", self.tr("Copy the reading as text")
        )
        self._add(
            menu,
            "copy_csv",
            self.tr("Copy plates as CS&V"),
            "Ctrl+Shift+C",
            self.tr("Copy the plates as a table"),
        )
        self._add(
            menu,
            "copy_json",
            self.tr("Copy reading as &JSON"),
            "Ctrl+Alt+C",
            self.tr("Copy the reading with all that is needed to repeat it"),
        )
        for name in ("copy_text", "copy_csv", "copy_json"):
            self._icons[name] = "copy"

    def _make_plate(self) -> None:
        menu = self._menu("plate", self.tr("&Plate"))
        self._add(
            menu,
            "mark",
            self.tr("&Mark the middle of the view"),
            "M",
            self.tr("Put four corners in the middle, to be moved by keys"),
        )
        self._add(
            menu,
            "again",
            self.tr("&Use the last corners here"),
            "U",
            self.tr("Put the corners marked last on this frame"),
        )
        self._add(
            menu, "next-corner", self.tr("&Next corner"), "N", self.tr("Select the next corner (also Tab)")
        )
        self._add(
            menu,
            "previous-corner",
            self.tr("&Previous corner"),
            "Shift+N",
            self.tr("Select the previous corner (also Shift+Tab)"),
        )
        self._add(
            menu,
            "turn",
            self.tr("&Turn the reading direction"),
            "R",
            self.tr("Turn the reading direction by a quarter"),
        )
        menu.addSeparator()
        self._add(
            menu, "clear", self.tr("&Clear corners"), "Esc", self.tr("Remove the corners from this frame")
        )
        menu.addSeparator()
        for name, text, keys, tip in plate_rows(self.tr):
            self._add(menu, name, text, keys, tip)
        menu.addSeparator()
        self._add(
            menu,
            "read-again",
            self.tr("Read a&gain"),
            "F5",
            self.tr("Load the weights and read the plate once more"),
        )
        add_plate_actions(self, menu)
        self._add(
            menu,
            "syntax",
            self.tr("Plates that follow the &syntax"),
            "S",
            self.tr("List only plates that follow the format's syntax"),
            checkable=True,
        )
        self.by_name["syntax"].setChecked(True)
        self._icons["read-again"] = "network"

    def _make_enhance(self) -> None:
        menu = self._menu("enhance", self.tr("E&nhance"))
        tr = self.tr
        rows = (
            ("add-step", tr("&Add a step…"), "A", tr("Add a step to the enhancement of this exhibit")),
            (
                "switch-step",
                tr("&Switch the step on or off"),
                "Ctrl+Space",
                tr("Switch the chosen step on or off"),
            ),
            ("step-up", tr("Move the step &up"), "Ctrl+Shift+Up", tr("Do the chosen step earlier")),
            ("step-down", tr("Move the step &down"), "Ctrl+Shift+Down", tr("Do the chosen step later")),
            ("remove-step", tr("Re&move the step"), "Ctrl+Backspace", tr("Remove the chosen step")),
            ("reset-recipe", tr("Remove a&ll steps"), "Ctrl+Shift+Backspace", tr("Go back to the original")),
            (
                "original",
                tr("Show the &original"),
                "O",
                tr("Show the original in place of the enhanced picture"),
            ),
            (
                "compare",
                tr("&Compare before and after"),
                "C",
                tr("Show original and enhanced picture beside a line"),
            ),
            (
                "split-left",
                tr("Line to the le&ft"),
                "Ctrl+[",
                tr("Move the line between before and after to the left"),
            ),
            (
                "split-right",
                tr("Line to the &right"),
                "Ctrl+]",
                tr("Move the line between before and after to the right"),
            ),
            (
                "read-enhanced",
                tr("Read the &enhanced picture"),
                "E",
                tr("Let the network read the enhanced picture; otherwise it reads the original"),
            ),
            ("load-recipe", tr("Loa&d a recipe…"), "Ctrl+Shift+L", tr("Take the steps from a file")),
            ("save-recipe", tr("Sa&ve the recipe…"), "Ctrl+Shift+S", tr("Write the steps to a file")),
            (
                "copy-recipe",
                tr("Cop&y to another exhibit…"),
                "Ctrl+Shift+E",
                tr("Give another exhibit these steps"),
            ),
            ("enhancement-panel", tr("Enhancement &panel"), "F4", tr("Show or hide the enhancement panel")),
        )
        for name, text, keys, tip in rows:
            if name in ("original", "read-enhanced", "load-recipe", "enhancement-panel"):
                menu.addSeparator()
            checkable = name in ("original", "compare", "read-enhanced", "enhancement-panel")
            self._add(menu, name, text, keys, tip, checkable)
        self._icons["remove-step"] = "remove"

    def _make_frame(self) -> None:
        menu = self._menu("frame", self.tr("F&rame"))
        rows = (
            ("first", self.tr("&First frame"), "Home", self.tr("Go to the first frame")),
            ("back-ten", self.tr("Ten frames &back"), "PgUp", self.tr("Go ten frames back")),
            ("back", self.tr("&Previous frame"), ",", self.tr("Go one frame back")),
            ("forward", self.tr("&Next frame"), ".", self.tr("Go one frame on")),
            ("forward-ten", self.tr("Ten frames &on"), "PgDown", self.tr("Go ten frames on")),
            ("last", self.tr("&Last frame"), "End", self.tr("Go to the last frame")),
            (
                "play-back",
                self.tr("Play back&ward"),
                "J",
                self.tr("Play backward at true speed; again for twice as fast"),
            ),
            ("pause", self.tr("Play or p&ause"), "K", self.tr("Play at true speed, or pause")),
            ("play", self.tr("Pla&y"), "L", self.tr("Play at true speed; again for twice as fast")),
            ("jump", self.tr("&Go to…"), "Ctrl+G", self.tr("Go to a frame number or a time")),
            *frame_rows(self.tr),
            (
                "list-frames",
                self.tr("Li&st the frames"),
                "Ctrl+L",
                self.tr("Decode the whole clip once, so that every frame can be reached"),
            ),
            (
                "integrity",
                self.tr("&Integrity of the clip…"),
                "Ctrl+I",
                self.tr("List what is damaged or missing in the clip, with the frames"),
            ),
            (
                "clock",
                self.tr("Set the scene &clock…"),
                "Ctrl+Shift+K",
                self.tr("Tell what a clock in the picture shows at this frame"),
            ),
            (
                "next-stream",
                self.tr("Next &video stream"),
                "Ctrl+Shift+T",
                self.tr("Open the next video stream of the clip as an exhibit of its own"),
            ),
            (
                "fields",
                self.tr("Fields as &pictures"),
                "Ctrl+Shift+U",
                self.tr("Show each field of the clip as a picture of its own; once more, in the other order"),
            ),
        )
        for name, text, keys, tip in rows:
            if name in ("play-back", "jump", "best-frame", "list-frames"):
                menu.addSeparator()
            self._add(menu, name, text, keys, tip)
        self._icons["integrity"] = "success"
        self._icons["clock"] = "jump"
        self._icons["next-stream"] = self._icons["fields"] = "video"

    def _make_view(self) -> None:
        menu = self._menu("view", self.tr("&View"))
        self._add(menu, "zoom-in", self.tr("Zoom &in"), "+,=", self.tr("Zoom in (also the wheel)"))
        self._add(menu, "zoom-out", self.tr("Zoom &out"), "-", self.tr("Zoom out (also the wheel)"))
        self._add(menu, "one", self.tr("One to o&ne"), "1", self.tr("Show every pixel as one pixel"))
        self._add(menu, "fit", self.tr("&Fit"), "F,0", self.tr("Show the whole picture"))
        self._add(
            menu, "zoom-plate", self.tr("Zoom to the &plate"), "Z", self.tr("Show the marked plate large")
        )
        self._add(
            menu,
            "grid",
            self.tr("Pixel &grid"),
            "G",
            self.tr("Draw the borders of pixels from 8 times on"),
            checkable=True,
        )
        self.by_name["grid"].setChecked(True)
        menu.addSeparator()
        self._add(
            menu, "next-panel", self.tr("Ne&xt panel"), "F6", self.tr("Move the keyboard to the next panel")
        )
        self._add(
            menu,
            "previous-panel",
            self.tr("Pre&vious panel"),
            "Shift+F6",
            self.tr("Move the keyboard to the previous panel"),
        )
        for name in ("next-panel", "previous-panel"):
            self._icons[name] = "panel"
        self._add(
            menu,
            "track-strip",
            self.tr("Fra&mes of the track"),
            "F7",
            self.tr("Show or hide the frames of the track"),
            checkable=True,
        )
        self.by_name["track-strip"].setChecked(True)
        add_workspace_actions(self, menu)
        menu.addSeparator()
        self._add(
            menu,
            "theme",
            self.tr("&Dark or light"),
            "Ctrl+T",
            self.tr("Change between the dark and the light theme"),
        )

    def _make_help(self) -> None:
        menu = self._menu("help", self.tr("&Help"))
        add_help_actions(self, menu)
        self._on_look_changed()

    # --- helpers

    def _menu(self, name: str, title: str) -> QMenu:
        menu = QMenu(title, self._window)
        menu.setToolTipsVisible(True)
        self.menus[name] = menu
        return menu

    def add(
        self,
        menu: QMenu,
        drawing: str,
        name: str,
        text: str,
        keys: str,
        tip: str,
        checkable: bool = False,
    ) -> None:
        """Add an action with a drawing that is not named after it."""
        self._add(menu, name, text, keys, tip, checkable)
        self._icons[name] = drawing

    def _add(self, menu: QMenu, name: str, text: str, keys: str, tip: str, checkable: bool = False) -> None:
        action = QAction(text, self._window)
        action.setObjectName(name)
        # A comma separates alternatives, alone it is a key.
        sequences = [QKeySequence(key) for key in (keys.split(",") if len(keys) > 1 else [keys])]
        action.setShortcuts(sequences)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        shown = sequences[0].toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shown})")
        action.setStatusTip(tip)
        action.setCheckable(checkable)
        action.setMenuRole(QAction.MenuRole.NoRole)
        self._icons[name] = name
        menu.addAction(action)
        self._window.addAction(action)
        self.by_name[name] = action

    def _on_look_changed(self) -> None:
        for name, drawing in self._icons.items():
            self.by_name[name].setIcon(icon(self._look, drawing))
