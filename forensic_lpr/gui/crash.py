"""What happens when the program makes a mistake: it is logged and shown, and nothing is lost."""

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from forensic_lpr import __version__, paths
from forensic_lpr.gui.theme import Look

_LOG = logging.getLogger(__name__)
_LOG_BYTES = 1_000_000


def start_log(folder: Path | None = None) -> Path | None:
    """Write the developers' log to a file; ``None`` where none can be written."""
    folder = folder or paths.logs()
    path = folder / "forensic-lpr.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(threadName)s: %(message)s"))
    root = logging.getLogger("forensic_lpr")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


class CrashDialog(QDialog):
    """Says what happened, with all that a developer needs."""

    def __init__(self, look: Look, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Forensic LPR made a mistake"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        head = QLabel(self.tr("The program made a mistake"))
        head.setFont(look.font("heading"))
        text = QLabel(
            self.tr(
                "The last step may not have been done; your exhibits are unchanged and you can go on. "
                "Please send the text below to those who keep the program."
            )
        )
        text.setWordWrap(True)
        details = QPlainTextEdit(report)
        details.setReadOnly(True)
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setMinimumHeight(look.px("dialog") // 2)
        details.setAccessibleName(self.tr("Details"))
        copy = QPushButton(self.tr("Copy details"))
        copy.clicked.connect(self._on_copy)
        folder = QPushButton(self.tr("Open log folder"))
        folder.clicked.connect(self._on_folder)
        close = QPushButton(self.tr("Go on"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(look.px("space"))
        row.addWidget(copy)
        row.addWidget(folder)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        for widget in (head, text, details):
            column.addWidget(widget)
        column.addLayout(row)
        self.resize(look.px("dialog") * 3 // 2, look.px("dialog"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.logs())))


class CrashReporter(QObject):
    """Receives what nobody caught, on the main thread and from workers."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.dialog: CrashDialog | None = None

    def install(self) -> None:
        """Take over ``sys.excepthook``, which Qt's slots and overrides reach too."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and show an exception; an interrupt from the terminal ends the program as it should."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.critical("not caught", exc_info=(kind, error, trace))
        self._show("".join(traceback.format_exception(kind, error, trace)))

    def on_broke(self, error: BaseException) -> None:
        """A background job broke."""
        self.caught(type(error), error, error.__traceback__)

    def _show(self, text: str) -> None:
        if self.dialog is not None:
            return  # one is enough; the others are in the log
        head = f"Forensic LPR {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n"
        self.dialog = CrashDialog(self._look, head + text)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.show()

    def _on_finished(self, result: int) -> None:
        self.dialog = None
