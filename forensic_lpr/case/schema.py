"""What a case file looks like inside, how an older one is brought up to date, and how a foreign one is told.

Two tables hold everything: the audit log, and documents (readings as canonical JSON) that rows of the log name by
digest. A third keeps the end of the log. Triggers refuse every change to what was written.
"""

import sqlite3

APPLICATION_ID = 0x464C5052
"""``FLPR`` in the header of every case file."""
HEADER_BYTES = 100
MAGIC = b"SQLite format 3\0"

_VERSION_1 = """
CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    utc_offset TEXT NOT NULL,
    kind TEXT NOT NULL,
    parameters TEXT NOT NULL,
    program_version TEXT NOT NULL,
    weights_sha256 TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE document (
    sha256 TEXT PRIMARY KEY,
    data BLOB NOT NULL
) STRICT;
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    rows INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_row_stays BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'a row of the audit log is never changed'); END;
CREATE TRIGGER audit_row_is_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'a row of the audit log is never deleted'); END;
CREATE TRIGGER audit_row_follows BEFORE INSERT ON audit
WHEN NEW.sequence IS NOT (SELECT rows + 1 FROM head) OR NEW.previous IS NOT (SELECT hash FROM head)
BEGIN SELECT RAISE(ABORT, 'a row of the audit log follows the last one'); END;
CREATE TRIGGER head_moves_on AFTER INSERT ON audit
BEGIN UPDATE head SET rows = NEW.sequence, hash = NEW.hash; END;
CREATE TRIGGER head_is_the_last_row BEFORE UPDATE ON head
WHEN NEW.rows IS NOT OLD.rows + 1 OR NEW.hash IS NOT (SELECT hash FROM audit WHERE sequence = NEW.rows)
BEGIN SELECT RAISE(ABORT, 'the head is the last row of the audit log'); END;
CREATE TRIGGER head_is_kept BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'the head is never deleted'); END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER document_is_kept BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;
INSERT INTO head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
"""

MIGRATIONS: tuple[str, ...] = (_VERSION_1,)
"""Scripts in order; the number of those applied is the version of a case file. A script is never changed once it
was released: a new version is a new script at the end."""
VERSION = len(MIGRATIONS)

Objects = frozenset[tuple[str, str, str, str]]


def version_of(connection: sqlite3.Connection) -> int:
    """Number of migrations that were applied to a case file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Bring a case file up to date, in one transaction; nothing happens to one that is."""
    done = version_of(connection)
    if done == len(migrations):
        return
    # PRAGMA takes no parameters; both numbers are ours. executescript would commit in between.
    steps = "".join(migrations[done:])
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE; {steps} PRAGMA application_id = {APPLICATION_ID}; "
            f"PRAGMA user_version = {len(migrations)}; COMMIT;"
        )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.rollback()
        raise


def objects(connection: sqlite3.Connection) -> Objects:
    """Every table, index, trigger and view with the text that made it."""
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    return frozenset((str(a), str(b), str(c), str(d)) for a, b, c, d in rows)


def expected_objects(version: int, migrations: tuple[str, ...] = MIGRATIONS) -> Objects:
    """What :func:`objects` gives for a case file of a version."""
    connection = sqlite3.connect(":memory:")
    try:
        migrate(connection, migrations[:version])
        return objects(connection)
    finally:
        connection.close()
