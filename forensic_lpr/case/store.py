"""The case file in use: rows are appended, each act or group of acts in one transaction, and read again."""

import hashlib
import secrets
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import astuple
from datetime import datetime
from pathlib import Path

from forensic_lpr.case import opening
from forensic_lpr.case.lock import CaseLock
from forensic_lpr.core.audit import Draft, Event, Head
from forensic_lpr.core.closing import Closing
from forensic_lpr.errors import CaseInvalid, CaseNotWritten

SUFFIX = ".flpr"
_COLUMNS = "sequence, who, at, utc_offset, kind, parameters, program_version, weights_sha256, previous, hash"


def _unchecked(event: Event) -> None:
    """Nothing to check."""


class CaseFile(Closing):
    """An open case file. Used from one thread at a time; closing it leaves one file and nothing beside it."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, writable: bool, lock: CaseLock | None = None
    ) -> None:
        self.path = path
        self.writable = writable
        self._connection = connection
        self._lock = lock

    @staticmethod
    def open(path: Path, writable: bool = True) -> "CaseFile":
        """Open a case file; a writable one is locked against every other window and command.

        Raises:
            CaseInvalid: it is no case file, is damaged, or is of a newer program.
            CaseLocked: it is open elsewhere.
            CaseNotWritten: it cannot be written.
        """
        path = path.absolute()
        opened = opening.connect(path, writable)
        return CaseFile(path, opened.connection, opened.writable, opened.lock)

    @staticmethod
    def create(path: Path, first: Draft) -> "CaseFile":
        """Make a case file with its first row; it is under its name only once it is whole.

        Raises:
            CaseNotWritten: there is a file of that name, or it cannot be written.
        """
        path = path.absolute()
        partial = path.with_name(f".case-{secrets.token_hex(8)}.part")
        try:
            connection = opening.start(partial)
            try:
                with opening.told(path):
                    CaseFile(partial, connection, True).append((first,))
            finally:
                connection.close()
            with opening.told(path):
                if path.exists() or opening.log_beside(path).exists():
                    raise CaseNotWritten(f"There is a file {path.name} already; a case is never overwritten.")
                partial.rename(path)
        except CaseNotWritten as error:
            # The examiner knows the name that was asked for, not the one used while the file was made.
            raise CaseNotWritten(str(error).replace(partial.name, path.name)) from error
        finally:
            with suppress(OSError):
                partial.unlink()
        return CaseFile.open(path)

    def append(
        self, drafts: Sequence[Draft], check: Callable[[Event], None] = _unchecked
    ) -> tuple[Event, ...]:
        """Record acts: all of them or, when that fails, none.

        Args:
            drafts: The acts.
            check: Called with each row before any counts; what it raises undoes them all.

        Raises:
            CaseNotWritten: the disk is full or failing; everything recorded before is still there.
        """
        now = datetime.now().astimezone()
        try:
            with opening.told(self.path):
                self._connection.execute("BEGIN IMMEDIATE")
                head, events = self.head(), []
                for draft in drafts:
                    event = draft.after(head, now)
                    for data in draft.documents:
                        self._connection.execute(
                            "INSERT OR IGNORE INTO document VALUES (?, ?)", (digest_of(data), data)
                        )
                    self._connection.execute(
                        f"INSERT INTO audit ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)", astuple(event)
                    )
                    check(event)
                    head = Head(event.sequence, event.hash)
                    events.append(event)
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
            raise
        return tuple(events)

    def head(self) -> Head:
        """The end of the log as it was kept."""
        with opening.told(self.path):
            row = self._connection.execute("SELECT rows, hash FROM head").fetchone()
        if row is None:
            raise CaseInvalid(f"The case {self.path.name} has lost the end of its audit log.")
        return Head(int(row[0]), str(row[1]))

    def events(self) -> tuple[Event, ...]:
        """The whole audit log, in order."""
        with opening.told(self.path):
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM audit ORDER BY sequence").fetchall()
        return tuple(Event(int(row[0]), *(str(text) for text in row[1:])) for row in rows)

    def document(self, sha256: str) -> bytes:
        """A document by its digest, which is checked.

        Raises:
            CaseInvalid: there is none, or it is no longer the one that was recorded.
        """
        with opening.told(self.path):
            row = self._connection.execute("SELECT data FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise CaseInvalid(f"The case {self.path.name} has lost the document {sha256[:12]}.")
        data = bytes(row[0])
        if digest_of(data) != sha256:
            raise CaseInvalid(f"The document {sha256[:12]} in the case {self.path.name} was changed.")
        return data

    def documents(self) -> tuple[str, ...]:
        """Digests of all documents, in order."""
        with opening.told(self.path):
            return tuple(
                str(row[0]) for row in self._connection.execute("SELECT sha256 FROM document ORDER BY sha256")
            )

    def close(self) -> None:
        """Close; harmless when repeated.

        Raises:
            CaseNotWritten: the newest acts stay in the log beside the case file, where the next opening finds them.
        """
        try:
            if self.writable:
                with opening.told(self.path):
                    opening.make_one_file(self._connection)
        finally:
            self.writable = False
            self._connection.close()
            if self._lock is not None:
                self._lock.release()


def digest_of(data: bytes) -> str:
    """SHA-256 of a document, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
