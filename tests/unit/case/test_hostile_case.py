"""Files that are no case, or one made to do harm: each gets one sentence, and none is written to."""

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from case_samples import behind_its_back, draft, made

from forensic_lpr.case import opening, schema
from forensic_lpr.case.store import CaseFile
from forensic_lpr.core.audit import first_break
from forensic_lpr.errors import CaseInvalid, ForensicLprError


def _refused(path: Path, words: str | None = None) -> str:
    with pytest.raises(CaseInvalid, match=words) as refused:
        CaseFile.open(path).close()
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\0", b"%PDF-1.7" + bytes(200), b"SQLite format 3\0" + bytes(4000)]
)
def test_what_is_no_case_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.flpr"
    path.write_bytes(content)
    _refused(path, "no case file")
    assert path.read_bytes() == content


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    _refused(tmp_path / "none.flpr", "There is no case file")
    _refused(tmp_path, "There is no case file")
    os.mkfifo(tmp_path / "pipe.flpr")
    _refused(tmp_path / "pipe.flpr", "There is no case file")
    _refused(tmp_path / ("x" * 300), "There is no case file")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("PRAGMA application_id = 7", "no case file"),
        (f"PRAGMA user_version = {schema.VERSION + 1}", "newer version"),
        ("PRAGMA user_version = 0", "other tables"),
        ("CREATE TABLE more (a)", "other tables"),
        ("CREATE VIEW v AS SELECT load_extension('/tmp/x')", "other tables"),
        ("CREATE TRIGGER t AFTER INSERT ON audit BEGIN DELETE FROM document; END", "other tables"),
        ("CREATE INDEX i ON audit (who)", "other tables"),
        ("DROP TRIGGER audit_row_stays", "other tables"),
        ("DROP TABLE document", "other tables"),
        ("ALTER TABLE audit ADD COLUMN more TEXT", "other tables"),
    ],
)
def test_a_foreign_schema_is_refused(tmp_path: Path, statement: str, words: str) -> None:
    path = made(tmp_path / "a.flpr")
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    before = path.read_bytes()
    _refused(path, words)
    assert path.read_bytes() == before


def test_a_trigger_of_the_same_name_with_other_text_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER audit_row_stays")
    connection.execute("CREATE TRIGGER audit_row_stays BEFORE UPDATE ON audit BEGIN SELECT 1; END")
    connection.commit()
    connection.close()
    _refused(path, "other tables")


def _flipped(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]


def test_no_flipped_byte_of_the_file_changes_the_record_unseen(tmp_path: Path) -> None:
    """A flip is refused, or lies where nothing is recorded; the record is never another one."""
    path = made(tmp_path / "a.flpr")
    with CaseFile.open(path) as file:
        truth = (file.events(), file.head(), {sha: file.document(sha) for sha in file.documents()})
    data, rng, found = path.read_bytes(), random.Random(5), 0
    for _ in range(250):
        path.write_bytes(_flipped(data, rng.randrange(len(data)), rng.randrange(8)))
        try:
            with CaseFile.open(path, writable=False) as file:
                events, head = file.events(), file.head()
                if first_break(events, head):
                    found += 1
                    continue
                documents = {sha: file.document(sha) for sha in file.documents()}
            assert (events, head, documents) == truth
        except ForensicLprError as error:
            found += 1
            assert "\n" not in str(error)
    assert found > 20


@pytest.mark.parametrize("keep", [50, 100, 512, 4096, 5000, -1])
def test_a_cut_off_file_is_refused(tmp_path: Path, keep: int) -> None:
    path = made(tmp_path / "a.flpr")
    path.write_bytes(path.read_bytes()[:keep])
    _refused(path)


def test_something_appended_to_the_file_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    path.write_bytes(path.read_bytes() + bytes(4096))
    _refused(path, "longer or shorter")


def test_a_page_of_rubbish_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr", rows=40)
    data = bytearray(path.read_bytes())
    data[3 * 4096 : 4 * 4096] = random.Random(1).randbytes(4096)
    path.write_bytes(bytes(data))
    _refused(path)


def test_rubbish_in_the_log_beside_a_case_is_not_taken_for_acts(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    opening.log_beside(path).write_bytes(random.Random(2).randbytes(9000))
    with CaseFile.open(path) as file:
        assert len(file.events()) == 3


def test_a_text_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.flpr")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'head'")
    connection.commit()
    connection.close()
    _refused(path, "other tables")


def test_a_huge_blob_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "a.flpr")
    with behind_its_back(path) as connection:
        connection.execute("UPDATE document SET data = zeroblob(4000000) WHERE rowid = 1")
    limits = tuple((n, 1_000_000 if n == sqlite3.SQLITE_LIMIT_LENGTH else m) for n, m in opening._LIMITS)
    monkeypatch.setattr(opening, "_LIMITS", limits)

    def all_documents() -> None:
        with CaseFile.open(path) as file:
            for sha256 in file.documents():
                file.document(sha256)

    with pytest.raises(ForensicLprError):
        all_documents()


@pytest.mark.parametrize(
    "name", ["'; DROP TABLE audit; --", '"); DELETE FROM audit; --', "\u202e\u0000x", "Robert'); --" * 50]
)
def test_sql_in_names_stays_a_name(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / "a.flpr")
    with CaseFile.open(path) as file:
        file.append([draft("x", who=name)])
    with CaseFile.open(path) as file:
        assert file.events()[-1].who == name
        assert first_break(file.events(), file.head()) == ""


@pytest.mark.parametrize(
    "name", ["a%20b.flpr", "a?mode=memory.flpr", "a#b.flpr", "ä 😀.flpr", "file:x.flpr", "'.flpr"]
)
def test_a_case_may_have_any_name(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / name)
    with CaseFile.open(path, writable=False) as file:
        assert len(file.events()) == 3
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_the_tests_change_what_they_say(tmp_path: Path) -> None:
    """Triggers put back by the helper leave the schema as the program makes it."""
    path = made(tmp_path / "a.flpr")
    with behind_its_back(path):
        pass
    opened: Callable[[Path], CaseFile] = CaseFile.open
    with opened(path) as file:
        assert len(file.events()) == 3
