"""The main window: puts the parts together and connects the actions to the verbs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from forensic_lpr import paths as places
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.gui.about_dialog import AboutDialog
from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.canvas import Canvas
from forensic_lpr.gui.case_state import CaseState
from forensic_lpr.gui.caseflow import CaseFlow
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.clock_dialog import ClockDialog
from forensic_lpr.gui.copying import Copier
from forensic_lpr.gui.corner_tool import CornerTool
from forensic_lpr.gui.dialogs import Jump, JumpDialog, KeyboardDialog
from forensic_lpr.gui.enhancing import Enhancing
from forensic_lpr.gui.frame_bar import FrameBar
from forensic_lpr.gui.inspecting import PlaceInspector
from forensic_lpr.gui.integrity_dialog import IntegrityDialog
from forensic_lpr.gui.jobs import Recognizers
from forensic_lpr.gui.layout import lay_out
from forensic_lpr.gui.loader import Loader
from forensic_lpr.gui.message_bar import MessageBar
from forensic_lpr.gui.panels.exhibits import ExhibitsPanel
from forensic_lpr.gui.panels.plate import PlatePanel
from forensic_lpr.gui.panels.reading import ReadingPanel
from forensic_lpr.gui.panels.track import TrackPanel
from forensic_lpr.gui.plateflow import PlateFlow
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.reader import Reader
from forensic_lpr.gui.recent_list import RecentModel
from forensic_lpr.gui.recent_pictures import RecentPictures
from forensic_lpr.gui.recording import Recording
from forensic_lpr.gui.report_workspace import ReportWorkspace
from forensic_lpr.gui.second_reading import SecondBar
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.settings_dialog import SettingsDialog
from forensic_lpr.gui.status_line import StatusLine
from forensic_lpr.gui.tasks import TaskRunner
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.tour import SEEN, Tour
from forensic_lpr.gui.tracking import Tracker
from forensic_lpr.gui.training.place import TrainPlace
from forensic_lpr.gui.transport import Transport
from forensic_lpr.gui.undo import MarkingHistory
from forensic_lpr.gui.welcome import Welcome
from forensic_lpr.gui.wiring import connect_actions
from forensic_lpr.gui.workspaces import Workspaces

if TYPE_CHECKING:
    from forensic_lpr.gui.training.workspace import TrainWorkspace

_EVIDENCE_FILTER = (
    "*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.mp4 *.mov *.avi *.mkv *.ts *.m2ts *.mpg *.mpeg *.wmv *.flv "
    "*.webm *.dav *.h264 *.264 *.h265 *.265 *.m4v *.3gp"
)
_SAMPLES = ("*.jpg", "*.png", "*.mp4")


class MainWindow(QMainWindow):
    """Its workspaces, Examine, Report and Train, and what they share."""

    def __init__(
        self,
        look: Look,
        runner: TaskRunner,
        preferences: Preferences,
        formats: tuple[PlateFormat, ...],
        recognizers: Recognizers | None = None,
    ) -> None:
        super().__init__()
        self.look, self.runner, self.preferences = look, runner, preferences
        self.session = Session(formats, self)
        self.history = MarkingHistory(self.session, self)
        self.loader = Loader(self.session, runner, self)
        self.transport = Transport(self.session, self.loader, self)
        self.recognizers = recognizers = recognizers or Recognizers()
        self.casework = Casework(self.session, preferences, self)
        self.reader = Reader(self.session, runner, recognizers, self, casework=self.casework)
        self.inspector = PlaceInspector(self.session, runner, self)
        self.tracker = Tracker(self.session, runner, recognizers, self.history, self.casework, self)
        self.actions_ = Actions(look, self)
        self.canvas = Canvas(look)
        self.corner_tool = CornerTool(self.canvas, self.session, self.history)
        self.enhancing = Enhancing(self)
        self.exhibits = ExhibitsPanel(look, self.session, self.actions_)
        self.plate = PlatePanel(look, self.session, self.actions_)
        self.reading = ReadingPanel(look, self.session, self.casework, self.tracker, self.actions_)
        self.frame_bar = FrameBar(look, self.session, self.loader, self.transport, self.actions_)
        self.track = TrackPanel(look, self.session, self.tracker, self.transport, self.actions_)
        self.frame_bar.add_lane(self.track.lane)
        self.message_bar = MessageBar(look)
        self.status_line = StatusLine(look, self.session, self.canvas)
        self.copier = Copier(self.session, self.tracker, self)
        self.caseflow = CaseFlow(look, self.session, self.casework, self.loader, runner, preferences, self)
        self.workspaces = Workspaces(look, self.actions_, self)
        self.pictures = RecentPictures(self.session, self.casework, preferences, self)
        self.welcome = Welcome(look, self.actions_, RecentModel(preferences, self.pictures, self))
        self.plateflow = PlateFlow(look, self.session, self.casework, self.loader, self)
        self.recording = Recording(self.session, self.enhancing.state, self.casework, self)
        self.second_bar = SecondBar(look, self.casework, self.actions_)
        self.report = ReportWorkspace(look, self.casework, runner, preferences, self.actions_)
        self.training = TrainPlace(self)
        self.setWindowTitle("Forensic LPR")
        self.setAcceptDrops(True)
        self.panes = lay_out(self)
        self.tour = Tour(self)
        connect_actions(self)
        self._connect_parts()
        self._fill_recent()
        self._on_frame_changed()
        self._on_marking_changed()

    def restore(self) -> None:
        """Put geometry and splitters where they were; the first time, fit the window to the screen."""
        if not self.restoreGeometry(self.preferences.state("window/geometry")):
            self.resize(self.size().boundedTo(self.screen().availableSize()))
        self.panes.restore(self.preferences)

    @property
    def train(self) -> "TrainWorkspace":
        """The workspace Train, built when it is first asked for."""
        return self.training.workspace

    # --- connections

    def _connect_parts(self) -> None:
        session = self.session
        session.frame_changed.connect(self._on_frame_changed)
        session.exhibits_changed.connect(self._on_frame_changed)
        session.marking_changed.connect(self._on_marking_changed)
        session.reading_changed.connect(self._on_reading_changed)
        self.tracker.shown_changed.connect(self._on_reading_changed)
        self.tracker.changed.connect(self._on_reading_changed)
        session.message_posted.connect(self.message_bar.post)
        session.message_withdrawn.connect(self.message_bar.withdraw)
        self.message_bar.action.clicked.connect(self._on_open_folder)
        self.exhibits.chosen.connect(self.loader.select)
        self.exhibits.cancel.clicked.connect(self.loader.cancel_acquiring)
        self.loader.acquiring.connect(self.exhibits.show_progress)
        self.loader.acquiring_ended.connect(self.exhibits.end_progress)
        self.loader.acquired.connect(self.preferences.add_recent)
        self.reader.busy_changed.connect(self.reading.set_busy)
        self.reader.failed.connect(self.reading.show_failure)
        self.reader.ready.connect(self.reading.set_ready)
        self.reader.rectified_changed.connect(self.plate.rectified.show_picture)
        self.inspector.changed.connect(self.plate.show_inspection)
        self.copier.copied.connect(self.status_line.tell_copied)
        self.welcome.recent.chosen.connect(self.caseflow.open)
        self.preferences.recent_changed.connect(self._fill_recent)
        self.preferences.recent_cases_changed.connect(self._fill_recent)
        self._report_folder: Path | None = None
        self.report.exported.connect(self._on_exported)
        self.caseflow.reopened.connect(self.recording.restore)
        self.caseflow.second_begun.connect(self._on_second_begun)
        self.workspaces.changed.connect(self.transport.pause)
        self.workspaces.changed.connect(lambda name: self.status_line.show_canvas_facts(name == "examine"))
        CaseState(session, self.casework, self.actions_, self)

    # --- verbs

    def start(self, paths: Sequence[Path]) -> None:
        """Open what was asked for (the sample case at the very first start) and load the network."""
        self.training.offer_unfinished()
        self.caseflow.recover(places.cases())
        # Not before the first picture: while torch is loaded no other library can be, and Qt and PyAV still need some.
        self.loader.acquiring_ended.connect(self._on_acquired, Qt.ConnectionType.SingleShotConnection)
        if paths:
            self.caseflow.open_any(paths)
        elif not self.preferences.recent:
            self.open_sample()
            if not self.preferences.text(SEEN):
                self.tour.go_on()
        if not self.session.exhibits:
            self.loader.acquiring_ended.emit()

    def ask_for_files(self) -> None:
        """Let the examiner choose files."""
        folder = self.preferences.text("open/folder")
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open stills and clips"),
            folder,
            self.tr("Stills and clips ({kinds});;All files (*)").format(kinds=_EVIDENCE_FILTER),
        )
        if names:
            self.preferences.set_text("open/folder", str(Path(names[0]).parent))
            self.loader.open([Path(name) for name in names])

    def open_sample(self) -> None:
        """Open the shipped sample case."""
        folder = places.resources() / "sample"
        found = sorted(path for pattern in _SAMPLES for path in folder.glob(pattern))
        if found:
            self.loader.open(found)

    def export_report(self) -> None:
        """Show the report of the case, and ask where it is to be written."""
        if self.casework.view is not None and not self.casework.waiting and not self.casework.masked:
            self.workspaces.show("report")
            self.report.ask_and_export()

    # --- slots

    def _on_second_begun(self) -> None:
        self.plateflow.close_audit()
        self.workspaces.show("examine")

    def _on_acquired(self) -> None:
        self.reader.warm_up()
        self.training.choose_active()

    def _on_exported(self, path: Path) -> None:
        self._report_folder = path.parent
        self.tour.done("exported")
        self.session.message_posted.emit(
            "success", self.tr("The report was written to {path}.").format(path=path)
        )
        self.message_bar.offer(self.tr("Open folder"))

    def _on_open_folder(self) -> None:
        if self._report_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report_folder)))

    def remove_exhibit(self) -> None:
        """Take the current exhibit, or the one chosen in the list, out of the session."""
        if self.session.current is not None:
            self.loader.remove(self.session.current.number)
            return
        index = self.exhibits.view.currentIndex()
        if index.isValid() and index.row() < len(self.session.exhibits):
            self.loader.remove(self.session.exhibits[index.row()].number)

    def zoom_to_plate(self) -> None:
        """Show the marked plate large."""
        quad = self.session.marking.quad
        if quad is not None:
            self.canvas.zoom_to(quad.bounds())

    def change_theme(self) -> None:
        """Change between dark and light."""
        name = "light" if self.look.theme.name == "dark" else "dark"
        self.preferences.set_text("theme", name)
        self.look.use(name)

    def show_keyboard(self) -> None:
        """List all keys."""
        KeyboardDialog(self.look, self.actions_, self).open()

    def show_settings(self) -> None:
        """Theme, size, folders, laboratory."""
        SettingsDialog(self.look, self.preferences, self).open()

    def show_log_folder(self) -> None:
        """Show where the developers' log lies."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(places.logs())))

    def mark_middle(self) -> None:
        """Put corners in the middle, and let the keyboard move them."""
        self.corner_tool.mark_middle()
        self.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_about(self) -> None:
        """Version, licences and folders."""
        AboutDialog(self.look, self).open()

    def ask_for_frame(self) -> None:
        """Ask for a frame number or a time."""
        table = self.transport.table
        if table is not None:
            dialog = JumpDialog(self.look, len(table.rows), self)
            dialog.jumped.connect(self._on_jumped)
            dialog.open()

    def set_clock(self) -> None:
        """Ask what a clock in the picture shows at the frame shown."""
        current, frame = self.session.current, self.session.frame
        if current is not None and frame is not None and current.is_clip:
            dialog = ClockDialog(self.look, frame.ref, current.clock, self)
            dialog.clock_chosen.connect(self.session.set_clock)
            dialog.open()

    def show_integrity(self) -> None:
        """List what is damaged or missing in the clip."""
        IntegrityDialog(self.look, self.session, self.transport, self).show()

    def _on_jumped(self, jump: Jump) -> None:
        if jump.index is not None:
            self.transport.pause()
            self.transport.go(jump.index)
        elif jump.seconds is not None:
            self.transport.go_to_time(jump.seconds)

    def move_focus(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) panel."""
        stops: list[QWidget] = [self.tour.card.on, self.exhibits.view, self.enhancing.panel.steps]
        stops += [self.canvas, self.frame_bar.slider, self.track.strip]
        stops += [self.reading.format, self.reading.blind.boxes]
        stops += [self.reading.slots_table, self.reading.plates]
        stops = [stop for stop in stops if stop.isVisible() and stop.isEnabled()]
        at = next((k for k, stop in enumerate(stops) if stop.hasFocus()), -1 if step > 0 else 0)
        if stops:
            stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_frame_changed(self) -> None:
        shown = self.session.picture is not None
        at_work = shown or bool(self.session.exhibits)
        if at_work and self.panes.stage.currentIndex() == 0:
            self.canvas.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # else the first button of all would have the keys
        self.panes.stage.setCurrentIndex(1 if at_work else 0)
        if self.canvas.picture is not self.session.picture:
            self.canvas.show_picture(self.session.picture)
        self.actions_.enable(("zoom-in", "zoom-out", "one", "fit", "mark"), shown)
        clip = self.session.current is not None and self.session.current.is_clip
        self.actions_.enable(("clock",), clip and shown)
        self.actions_.enable(("next-stream",), self.loader.next_stream() is not None)
        self.actions_.enable(("fields",), bool(self.loader.next_fields()))
        self.actions_.enable(("remove",), bool(self.session.exhibits))

    def _on_marking_changed(self) -> None:
        marking = self.session.marking
        self.actions_.enable(("clear", "next-corner", "previous-corner"), not marking.empty)
        self.actions_.enable(("turn", "zoom-plate", "read-again"), marking.quad is not None)
        can_repeat = self.session.last_quad is not None and self.session.frame is not None
        self.actions_.enable(("again",), can_repeat and marking.quad is None)
        self._on_reading_changed()

    def _on_reading_changed(self) -> None:
        there = self.session.reading is not None and self.session.reading_is_current
        self.actions_.enable(("copy_text", "copy_csv", "copy_json"), there or self.tracker.shown != "frame")

    def _fill_recent(self) -> None:
        menu = self.actions_.recent
        menu.clear()
        for path in self.preferences.recent:
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.setData(str(path))
            action.triggered.connect(self._on_recent)
        menu.setEnabled(bool(menu.actions()))
        self.caseflow.fill_recent(self.actions_.recent_cases)

    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.loader.open([Path(action.data())])

    # --- events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.caseflow.open_any(
            [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        )
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout; cancel and join all work before anything is destroyed."""
        self.tour.leave()  # it follows the window's events, which must not reach it while both are taken down
        self.preferences.set_state("window/geometry", self.saveGeometry())
        self.panes.keep(self.preferences)
        self.preferences.sync()
        self.transport.pause()
        self.casework.close()
        if self.training.close_work():
            self.hide()  # what is trained is saved first; nobody shall look at a window that does not answer
        self.runner.close()
        self.loader.close()
        super().closeEvent(event)
