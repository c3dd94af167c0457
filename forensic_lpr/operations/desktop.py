"""Tell a Linux desktop of the program and of its case files, for this person alone.

Source: the Desktop Entry, Shared MIME-info and Icon Theme specifications of freedesktop.org.
"""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from forensic_lpr import paths
from forensic_lpr.errors import DesktopFailed

WINDOW = "ForensicLPR"
"""Name of the frozen program that opens the window."""

_ICONS = (
    ("forensic-lpr.svg", "scalable/apps/forensic-lpr.svg"),
    ("forensic-lpr-48.png", "48x48/apps/forensic-lpr.png"),
    ("forensic-lpr-256.png", "256x256/apps/forensic-lpr.png"),
    ("case.svg", "scalable/mimetypes/forensic-lpr-case.svg"),
    ("case-48.png", "48x48/mimetypes/forensic-lpr-case.png"),
    ("case-128.png", "128x128/mimetypes/forensic-lpr-case.png"),
)
_ENTRY = "applications/forensic-lpr.desktop"
_KIND = "mime/packages/forensic-lpr.xml"
_TELL_S = 30


@dataclass(frozen=True)
class Change:
    """What was written or taken away.

    Attributes:
        files: The files, in the order in which they were handled.
        untold: Tools of the desktop that are not there or failed: it will notice later, or after the next login.
    """

    files: tuple[Path, ...]
    untold: tuple[str, ...]


def data_home() -> Path:
    """Where this person's desktop looks for entries (``XDG_DATA_HOME``).

    Raises:
        DesktopFailed: this is no Linux desktop.
    """
    if not sys.platform.startswith("linux"):
        raise DesktopFailed(
            "This is for Linux desktops; elsewhere choose the program for .flpr files by hand."
        )
    return Path(platformdirs.user_data_dir())


def start_command() -> tuple[str, ...]:
    """How the window is started from any folder: the frozen program, or this Python with the package."""
    executable = Path(sys.executable)
    if paths.frozen():
        return (str(executable.with_name(WINDOW)),)
    return (str(executable), "-m", "forensic_lpr")


def quoted(command: tuple[str, ...]) -> str:
    """The command as the ``Exec`` key wants it: each word quoted, then the quoting of texts, and ``%`` doubled."""
    words = []
    for word in command:
        for sign in ("\\", '"', "`", "$"):
            word = word.replace(sign, f"\\{sign}")
        words.append(f'"{word}"'.replace("\\", "\\\\").replace("%", "%%"))
    return " ".join(words)


def install(folder: Path, command: tuple[str, ...]) -> Change:
    """Write the menu entry, the kind of file and the icons; what an earlier version wrote is replaced.

    Args:
        folder: As :func:`data_home` gives it.
        command: As :func:`start_command` gives it.

    Raises:
        DesktopFailed: something cannot be written.
    """
    shipped = paths.resources() / "desktop"
    files = []
    try:
        entry = (shipped / "forensic-lpr.desktop").read_text("utf-8").replace("@EXEC@", quoted(command))
        kind = (shipped / "forensic-lpr.xml").read_text("utf-8")
        for place, text in ((_ENTRY, entry), (_KIND, kind)):
            target = folder / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
            files.append(target)
        for name, place in _ICONS:
            target = folder / "icons" / "hicolor" / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(shipped / name, target)
            files.append(target)
    except OSError as error:
        raise DesktopFailed(
            f"The desktop could not be told: {error.filename}: {error.strerror or error}."
        ) from error
    return Change(tuple(files), _tell(folder))


def remove(folder: Path) -> Change:
    """Take away what :func:`install` wrote; harmless when nothing is there.

    Raises:
        DesktopFailed: something cannot be removed.
    """
    places = (_ENTRY, _KIND, *(f"icons/hicolor/{place}" for _, place in _ICONS))
    found = tuple(folder / place for place in places if (folder / place).exists())
    try:
        for target in found:
            target.unlink()
    except OSError as error:
        raise DesktopFailed(f"{error.filename} could not be removed: {error.strerror or error}.") from error
    return Change(found, _tell(folder) if found else ())


def _tell(folder: Path) -> tuple[str, ...]:
    """Let the desktop's own tools take notice; the names of those that could not."""
    calls = (
        ("update-mime-database", folder / "mime"),
        ("update-desktop-database", folder / "applications"),
        ("gtk-update-icon-cache", folder / "icons" / "hicolor"),
    )
    untold = []
    for tool, place in calls:
        program = shutil.which(tool)
        words = [program or tool, *(("-q", "-t") if tool.startswith("gtk") else ()), str(place)]
        try:
            told = program is not None and (
                subprocess.run(words, capture_output=True, timeout=_TELL_S, check=False).returncode == 0
            )
        except (OSError, subprocess.TimeoutExpired):
            told = False
        if not told:
            untold.append(tool)
    return tuple(untold)
