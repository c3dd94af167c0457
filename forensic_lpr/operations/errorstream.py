"""What a process says on its error stream, kept until it has ended.

Libraries of C end a process themselves where they get no memory: a matrix product that finds no room for its buffers
writes a line and exits. No exception tells of it, the line is all there is.
"""

import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from forensic_lpr.errors import TrainingFailed

_TAIL = 4096
"""Bytes of its end that tell why a process ended."""
_NO_MEMORY = re.compile(
    r"memory allocation|MemoryError|bad_alloc|out of memory|(cannot|can't|unable to) allocate"
    r"|resource temporarily unavailable",
    re.IGNORECASE,
)
"""How OpenBLAS, Python, C++, torch and OpenMP (which then cannot begin a thread) say it."""


class ErrorStream:
    """Where a process writes what it has to say, and what it said; the process is given ``path``."""

    def __enter__(self) -> "ErrorStream":
        """Raises TrainingFailed where there can be no temporary folder."""
        try:
            self._folder = TemporaryDirectory(prefix="forensic-lpr-apart-", ignore_cleanup_errors=True)
        except OSError as error:
            raise TrainingFailed(f"No temporary folder could be made: {error.strerror}.") from None
        self.path = Path(self._folder.name) / "stderr"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Say it here, for whoever began the program in a terminal."""
        said = self._said()
        if said and sys.stderr is not None:
            sys.stderr.write(said)
        self._folder.cleanup()

    @property
    def tells_of_no_memory(self) -> bool:
        """Whether the last that was said is that memory ran out."""
        return _NO_MEMORY.search(self._said()[-_TAIL:]) is not None

    def _said(self) -> str:
        try:
            return self.path.read_text(errors="replace")
        except OSError:
            return ""  # it ended before it could say anything


def divert_errors(path: Path) -> None:
    """Let this process, C libraries included, write its errors into a file from now on; without one, where it did."""
    with suppress(OSError):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(file, 2)
        os.close(file)
