"""The lock that keeps a second window or command out of a case.

SQLite locks the case file too, but POSIX drops such locks as soon as the same program closes the file anywhere else,
for instance after hashing it. So a small file beside the case is locked, which nothing else ever opens. The system
lets go of the lock when a program ends in whatever way: a file left by a crash is taken over.
"""

import os
from pathlib import Path

from forensic_lpr.errors import CaseLocked, CaseNotWritten

try:
    import fcntl
except ImportError:  # Windows, where SQLite's own locks hold
    fcntl = None  # type: ignore[assignment]


def lock_beside(path: Path) -> Path:
    """The file that is locked while a case is open."""
    return path.with_name(path.name + "-lock")


class CaseLock:
    """A lock that is held until it is released."""

    def __init__(self, path: Path, writable: bool) -> None:
        """Take the lock; a reader shares it, and makes no file where there is none.

        Raises:
            CaseLocked: the case is open elsewhere.
            CaseNotWritten: the folder may only be read.
        """
        self._beside = lock_beside(path)
        self._writable = writable
        self._file: int | None = None
        if fcntl is None or (not writable and not self._beside.exists()):
            return
        while self._file is None:
            try:
                file = os.open(self._beside, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
            except OSError as error:
                raise CaseNotWritten(
                    f"The case {path.name} cannot be opened: its folder is missing or may only be read."
                ) from error
            try:
                fcntl.flock(file, (fcntl.LOCK_EX if writable else fcntl.LOCK_SH) | fcntl.LOCK_NB)
            except BlockingIOError as error:
                os.close(file)
                raise CaseLocked(
                    f"The case {path.name} is open in another window or command; close it there first."
                ) from error
            except OSError:
                os.close(file)
                return  # a file system without such locks; SQLite's own remain
            if self._is_beside(file):
                self._file = file
            else:
                os.close(file)  # whoever held it removed it a moment ago

    def _is_beside(self, file: int) -> bool:
        try:
            return os.path.samestat(os.fstat(file), self._beside.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Let go; harmless when repeated."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if self._writable:
            self._beside.unlink(missing_ok=True)
        os.close(file)
