"""What is remembered between two starts: geometry, theme, recent files, names for the report."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

_RECENT = 10
SCALES = (100, 125, 150, 175, 200)
"""Sizes of everything that can be chosen, in percent."""


class Preferences(QObject):
    """The examiner's settings; nothing of a case's content."""

    recent_changed = Signal()
    recent_cases_changed = Signal()

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "forensic-lpr", "forensic-lpr"
        )

    def text(self, name: str, otherwise: str = "") -> str:
        """A remembered text."""
        value = self._settings.value(name, otherwise)
        return value if isinstance(value, str) else otherwise

    def set_text(self, name: str, text: str) -> None:
        """Remember a text."""
        self._settings.setValue(name, text)

    @property
    def scale(self) -> int:
        """Size of everything in percent, one of :data:`SCALES`."""
        text = self.text("look/scale")
        return int(text) if text.isdecimal() and int(text) in SCALES else SCALES[0]

    def set_scale(self, percent: int) -> None:
        """Remember the size of everything, in percent."""
        self.set_text("look/scale", str(percent))

    def state(self, name: str) -> QByteArray:
        """A remembered state of a widget; empty when there is none."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        """Remember the state of a widget."""
        self._settings.setValue(name, state)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened last that are still there, the latest first."""
        return self._paths("recent")

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        self._put_first("recent", path)
        self.recent_changed.emit()

    @property
    def recent_cases(self) -> tuple[Path, ...]:
        """Cases opened last that are still there, the latest first."""
        return self._paths("case/recent")

    def add_recent_case(self, path: Path) -> None:
        """Put a case at the head of the recent ones."""
        self._put_first("case/recent", path)
        self.recent_cases_changed.emit()

    def _paths(self, name: str) -> tuple[Path, ...]:
        value = self._settings.value(name, [])
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list):
            return ()
        return tuple(path for path in map(Path, names) if path.is_file())

    def _put_first(self, name: str, path: Path) -> None:
        paths = [path, *(other for other in self._paths(name) if other != path)][:_RECENT]
        self._settings.setValue(name, [str(other) for other in paths])

    def sync(self) -> None:
        """Write everything to the disk."""
        self._settings.sync()
