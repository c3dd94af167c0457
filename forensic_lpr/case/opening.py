"""Opening a case file that may be anything: hostile, damaged, newer, locked, or left behind by a crash.

Nothing in the file is trusted before its header, its schema and its pages were checked.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from forensic_lpr.case import schema
from forensic_lpr.case.lock import CaseLock
from forensic_lpr.errors import CaseInvalid, CaseLocked, CaseNotWritten, ForensicLprError

MOST_BYTES = 256 << 20
"""No text or document in a case file is longer."""
_WAIT_S = 1.0
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 4),
)


def log_beside(path: Path) -> Path:
    """The file in which SQLite keeps the newest acts while a case is open, or after a crash."""
    return path.with_name(path.name + "-wal")


@dataclass(frozen=True)
class Opened:
    """A checked connection to a case file, the lock on it, and whether it may write."""

    connection: sqlite3.Connection
    lock: CaseLock
    writable: bool


def connect(path: Path, writable: bool) -> Opened:
    """Open a case file; the caller closes the connection, then releases the lock.

    Args:
        path: The case file.
        writable: Whether acts will be recorded; the file is then brought up to date.

    Raises:
        CaseInvalid: it is no case file, is damaged, or is of a newer program.
        CaseLocked: it is open elsewhere.
        CaseNotWritten: it cannot be written.
    """
    if not _is_file(path):
        raise CaseInvalid(f"There is no case file {path.name}.")
    lock = CaseLock(path, writable)
    try:
        header = _checked_header(path)
        if not writable and _left_open(path, header):  # what a crash left must be put in order first
            lock.release()
            return connect(path, writable=True)
        if not _left_open(path, header) and not _is_whole(path, header):
            raise CaseInvalid(
                f"The case {path.name} is damaged: it is longer or shorter than its header says."
            )
        mode = "rw" if writable else "ro"
        with told(path):
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}",
                uri=True,
                timeout=_WAIT_S,
                isolation_level=None,
                check_same_thread=False,
            )
        try:
            with told(path):
                _set_up(connection, path, writable)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise
    return Opened(connection, lock, writable)


def start(path: Path) -> sqlite3.Connection:
    """A connection to a new case file with empty tables.

    Raises:
        CaseNotWritten: it cannot be written there.
    """
    with told(path):
        connection = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)
    try:
        with told(path):
            _harden(connection)
            schema.migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def write_ahead(connection: sqlite3.Connection) -> None:
    """Lock the file and keep new acts in a log beside it, each on the disk before it is acknowledged."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    # The lock is taken with the first write, not with the wish for it.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")


def make_one_file(connection: sqlite3.Connection) -> None:
    """Bring all acts into the case file itself, and leave nothing beside it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say into one sentence."""
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeError) as error:
        raise _sentence(path, error) from error


def _sentence(path: Path, error: Exception) -> ForensicLprError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return CaseLocked(f"The case {name} is open in another window or command; close it there first.")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return CaseNotWritten(f"The case {name} cannot be written: the file or its folder may only be read.")
    if code == sqlite3.SQLITE_CANTOPEN:
        return CaseNotWritten(f"The case {name} cannot be opened: its folder is missing or may only be read.")
    if code == sqlite3.SQLITE_FULL:
        return CaseNotWritten(f"The case {name} cannot be written: the disk is full.")
    if code == sqlite3.SQLITE_IOERR:
        return CaseNotWritten(f"The case {name} cannot be written: the disk is full or failing.")
    if isinstance(error, OSError):
        return CaseNotWritten(f"The case {name} cannot be opened: {error.strerror or error}.")
    return CaseInvalid(f"The case {name} is damaged or no case file of this program.")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False  # a name that this system cannot have


def _checked_header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            header = file.read(schema.HEADER_BYTES)
    except OSError as error:
        raise CaseInvalid(f"The case {path.name} cannot be read: {error.strerror}.") from error
    application = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big")
    if (
        len(header) < schema.HEADER_BYTES
        or header[:16] != schema.MAGIC
        or application != schema.APPLICATION_ID
    ):
        raise CaseInvalid(f"{path.name} is no case file of this program.")
    if version > schema.VERSION:
        raise CaseInvalid(
            f"The case {path.name} was made by a newer version of this program; open it with that one."
        )
    return header


def _left_open(path: Path, header: bytes) -> bool:
    """Whether the case was not closed: its header tells of a log beside it, or a journal lies there."""
    return 2 in header[18:20] or log_beside(path).exists() or path.with_name(path.name + "-journal").exists()


def _is_whole(path: Path, header: bytes) -> bool:
    """Whether the file is as long as its header says; SQLite would take a cut last page for one of zeros."""
    page = int.from_bytes(header[16:18], "big")
    return path.stat().st_size == int.from_bytes(header[28:32], "big") * (65536 if page == 1 else page)


def _harden(connection: sqlite3.Connection) -> None:
    for limit, most in _LIMITS:
        connection.setlimit(limit, most)
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {setting}")


def _set_up(connection: sqlite3.Connection, path: Path, writable: bool) -> None:
    """Check before use: schema as text first, so that no foreign trigger or view is ever run."""
    _harden(connection)
    if writable:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    version = schema.version_of(connection)
    if not 1 <= version <= schema.VERSION or schema.objects(connection) != schema.expected_objects(version):
        raise CaseInvalid(f"The case {path.name} holds other tables or triggers than a case file has.")
    (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if answer != "ok":
        raise CaseInvalid(f"The case {path.name} is damaged: its pages do not fit together.")
    if writable:
        write_ahead(connection)
        schema.migrate(connection)
