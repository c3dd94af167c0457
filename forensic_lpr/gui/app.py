"""Starts the window. Importing this brings in neither torch nor matplotlib: they come behind it, on a worker."""

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from forensic_lpr import __version__
from forensic_lpr import paths as places
from forensic_lpr.core.formats import load_formats
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.crash import CrashReporter, start_log
from forensic_lpr.gui.jobs import Recognizers
from forensic_lpr.gui.language import speak
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.preferences import SCALES, Preferences
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.tasks import TaskRunner
from forensic_lpr.gui.theme import THEMES, Look

_LOG = logging.getLogger(__name__)


class Desk(QObject):
    """Everything that lives as long as the program: the look, the workers, the window."""

    def __init__(
        self,
        application: QApplication,
        preferences: Preferences | None = None,
        recognizers: Recognizers | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self.preferences = preferences or Preferences(parent=self)
        application.setStyle("Fusion")
        theme = THEMES.get(self.preferences.text("theme", "dark"), THEMES["dark"])
        self.look = Look(theme, self)
        self.look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.crashes = CrashReporter(self.look, self)
        self.runner = TaskRunner(self)
        self.runner.broke.connect(self.crashes.on_broke)
        problem = ""
        try:
            formats = load_formats()
        except ForensicLprError as error:
            formats, problem = (), in_words(error)
        self.window = MainWindow(self.look, self.runner, self.preferences, formats, recognizers)
        self.window.restore()
        if problem:
            self.window.message_bar.post("failure", problem)

    def _on_look_changed(self) -> None:
        self._application.setPalette(self.look.palette())
        self._application.setFont(self.look.font("body"))
        self._application.setStyleSheet(self.look.style_sheet())

    def close(self) -> None:
        """Close the window and join all work."""
        self.window.close()
        self.window.deleteLater()


def run(paths: Sequence[Path] = ()) -> int:
    """Open the window with files, or with none; returns the exit code when it is closed."""
    log = start_log()
    preferences = Preferences()
    if preferences.scale != SCALES[0]:
        os.environ.setdefault(
            "QT_SCALE_FACTOR", str(preferences.scale / 100)
        )  # Qt reads it once, at the start
    application = QApplication(sys.argv[:1])
    application.setApplicationName("forensic-lpr")
    application.setApplicationDisplayName("Forensic LPR")
    application.setApplicationVersion(__version__)
    application.setWindowIcon(QIcon(str(places.resources() / "desktop" / "forensic-lpr.svg")))
    application.setDesktopFileName("forensic-lpr")
    speak(application, preferences.text("language"))
    desk = Desk(application, preferences)
    desk.crashes.install()
    _LOG.info("version %s started, log %s", __version__, log)
    desk.window.show()
    QTimer.singleShot(0, desk.window, _Start(desk.window, tuple(paths)))
    code = application.exec()
    desk.runner.close()
    return code


class _Start:
    """Begins the work once the window is on the screen."""

    def __init__(self, window: MainWindow, paths: tuple[Path, ...]) -> None:
        self._window = window
        self._paths = paths

    def __call__(self) -> None:
        self._window.start(self._paths)
