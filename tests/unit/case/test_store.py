"""The case file: append-only, locked while open, one file when closed."""

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest
from case_samples import ROOT, behind_its_back, beside, draft, made, python

from forensic_lpr.case import opening, schema
from forensic_lpr.case.store import CaseFile
from forensic_lpr.core.audit import first_break
from forensic_lpr.errors import CaseInvalid, CaseLocked, CaseNotWritten


def test_what_is_appended_is_there_after_reopening(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr", rows=4)
    with CaseFile.open(path) as file:
        events = file.events()
        assert [event.sequence for event in events] == [1, 2, 3, 4]
        assert first_break(events, file.head()) == ""
        assert len(file.documents()) == 3
        assert file.document(file.documents()[0]).startswith(b"document")


def test_open_it_keeps_a_log_beside_it_and_closed_it_is_one_file(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    assert beside(path) == []
    with CaseFile.open(path) as file:
        file.append([draft()])
        assert beside(path) == ["a.flpr-lock", "a.flpr-wal"]
        # What was acknowledged survives that the power fails, which no test can try.
        assert file._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert beside(path) == []
    header = path.read_bytes()[:100]
    assert header[18:20] == b"\1\1"  # read and written without a log beside it
    assert int.from_bytes(header[68:72], "big") == schema.APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == schema.VERSION


def test_a_group_is_recorded_whole_or_not_at_all(tmp_path: Path) -> None:
    with CaseFile.open(made(tmp_path / "a.flpr")) as file:
        before = file.events()

        def refuse_second(event: object) -> None:
            if len(seen := [*seen_events, event]) == 2:
                raise LookupError(len(seen))
            seen_events.append(event)

        seen_events: list[object] = []
        with pytest.raises(LookupError):
            file.append([draft("one", documents=(b"x",)), draft("two")], refuse_second)
        assert file.events() == before
        assert len(file.documents()) == 2
        file.append([draft("one"), draft("two")])
        assert first_break(file.events(), file.head()) == ""
        assert len(file.events()) == len(before) + 2


def test_the_same_document_is_kept_once(tmp_path: Path) -> None:
    with CaseFile.open(made(tmp_path / "a.flpr")) as file:
        file.append([draft(documents=(b"same",))])
        count = len(file.documents())
        file.append([draft(documents=(b"same",))])
        assert len(file.documents()) == count


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET who = 'x' WHERE sequence = 1",
        "DELETE FROM audit WHERE sequence = 3",
        "INSERT INTO audit SELECT 9, who, at, utc_offset, kind, parameters, program_version, weights_sha256, "
        "previous, 'h' FROM audit WHERE sequence = 1",
        "INSERT INTO audit SELECT 4, who, at, utc_offset, kind, parameters, program_version, weights_sha256, "
        "previous, 'h' FROM audit WHERE sequence = 1",
        "UPDATE head SET rows = 2",
        "UPDATE head SET hash = 'x'",
        "DELETE FROM head",
        "UPDATE document SET data = x'00'",
        "DELETE FROM document",
    ],
)
def test_what_was_written_cannot_be_changed(tmp_path: Path, statement: str) -> None:
    connection = sqlite3.connect(made(tmp_path / "a.flpr"))
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()


def test_it_is_locked_against_a_second_window_and_a_second_process(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    child = (
        "from pathlib import Path; from forensic_lpr.case.store import CaseFile; "
        f"CaseFile.open(Path({str(path)!r}), writable=False)"
    )
    with CaseFile.open(path) as file:
        for writable in (True, False):
            with pytest.raises(CaseLocked, match="open in another window"):
                CaseFile.open(path, writable)
        result = subprocess.run(python(child), cwd=ROOT, capture_output=True, text=True, check=False)
        assert "CaseLocked" in result.stderr
        file.append([draft("after")])
    assert subprocess.run(python(child), cwd=ROOT, check=False).returncode == 0


def test_the_lock_survives_that_the_file_is_read_and_closed_elsewhere(tmp_path: Path) -> None:
    """POSIX drops a program's own locks on a file when it closes the file anywhere."""
    path = made(tmp_path / "a.flpr")
    child = f"from forensic_lpr.case.store import CaseFile, Path; CaseFile.open(Path({str(path)!r}))"
    with CaseFile.open(path):
        path.read_bytes()
        result = subprocess.run(python(child), cwd=ROOT, capture_output=True, text=True, check=False)
    assert "CaseLocked" in result.stderr


def test_a_lock_left_by_a_killed_program_is_taken_over(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    child = (
        "import os, sys; from pathlib import Path; sys.path.insert(0, 'tests/unit/case'); "
        "from case_samples import draft; from forensic_lpr.case.store import CaseFile; "
        f"file = CaseFile.open(Path({str(path)!r})); file.append([draft('last')]); os._exit(9)"
    )
    assert subprocess.run(python(child), cwd=ROOT, check=False).returncode == 9
    assert beside(path) == ["a.flpr-lock", "a.flpr-wal"]
    with CaseFile.open(path, writable=False) as file:  # a reader puts it in order, too
        assert len(file.events()) == 4
    assert beside(path) == []


def test_a_reader_changes_nothing_and_may_not_write(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    os.utime(path, (1, 1))
    before = path.read_bytes()
    with CaseFile.open(path, writable=False) as file:
        assert len(file.events()) == 3
        with pytest.raises(CaseNotWritten, match="may only be read"):
            file.append([draft()])
    assert (path.read_bytes(), path.stat().st_mtime) == (before, 1)
    assert beside(path) == []


def test_a_case_is_never_made_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "a.flpr"
    path.write_bytes(b"precious")
    with pytest.raises(CaseNotWritten, match="never overwritten"):
        made(path)
    assert path.read_bytes() == b"precious"
    assert beside(path) == []


def test_a_case_in_a_folder_that_is_not_there_is_told_by_its_own_name(tmp_path: Path) -> None:
    with pytest.raises(CaseNotWritten, match=r"The case a\.flpr cannot be"):
        made(tmp_path / "none" / "a.flpr")


def test_a_changed_document_is_found(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    with behind_its_back(path) as connection:
        connection.execute("UPDATE document SET data = x'00' WHERE rowid = 1")
    with CaseFile.open(path) as file, pytest.raises(CaseInvalid, match="was changed"):
        for sha256 in file.documents():
            file.document(sha256)


def test_an_older_case_file_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    newer = (*schema.MIGRATIONS, "CREATE TABLE note (text TEXT NOT NULL) STRICT;")
    connection = sqlite3.connect(path, isolation_level=None)
    before = connection.execute("SELECT * FROM audit").fetchall()
    schema.migrate(connection, newer)
    assert schema.version_of(connection) == schema.VERSION + 1
    assert schema.objects(connection) == schema.expected_objects(schema.VERSION + 1, newer)
    assert connection.execute("SELECT * FROM audit").fetchall() == before
    schema.migrate(connection, newer)  # nothing left to do
    connection.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    connection = sqlite3.connect(path, isolation_level=None)
    before = schema.objects(connection)
    with pytest.raises(sqlite3.Error):
        schema.migrate(connection, (*schema.MIGRATIONS, "CREATE TABLE a (b); CREATE TABLE audit (c);"))
    assert schema.objects(connection) == before
    assert schema.version_of(connection) == schema.VERSION
    connection.close()


def test_the_log_beside_a_case_is_named_after_it() -> None:
    assert opening.log_beside(Path("/a/b.flpr")) == Path("/a/b.flpr-wal")
