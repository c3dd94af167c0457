"""Cases made by hand for the tests: without evidence files and without a network."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forensic_lpr.case import schema
from forensic_lpr.case.store import CaseFile
from forensic_lpr.core import acts
from forensic_lpr.core.actrows import parameters_of
from forensic_lpr.core.audit import Draft
from forensic_lpr.core.case import Case

ROOT = Path(__file__).resolve().parents[3]


def draft(text: str = "n", who: str = "A. Examiner", documents: tuple[bytes, ...] = ()) -> Draft:
    """An act that concerns nothing else."""
    return Draft(who, "undo", parameters_of(acts.Undone(0, text)), "1.0", "", documents)


def made(path: Path, rows: int = 3) -> Path:
    """A closed case file with rows."""
    first = Draft("A. Examiner", "case created", parameters_of(acts.CaseCreated(Case("id"))), "1.0")
    with CaseFile.create(path, first) as file:
        for number in range(1, rows):
            file.append([draft(str(number), documents=(b"document %d" % number,))])
    return path


@contextmanager
def behind_its_back(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as someone opens it who wants to change it: triggers gone, and put back afterwards."""
    connection = sqlite3.connect(path)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield connection
    connection.commit()
    # In the order in which the program makes them, so that the schema is the same text again.
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()


def beside(path: Path) -> list[str]:
    """Names of all files in a case's folder but the case."""
    return sorted(other.name for other in path.parent.iterdir() if other != path)


def python(code: str) -> list[str]:
    """The command that runs code in a new process of this Python."""
    return [sys.executable, "-c", code]


VERSION = schema.VERSION
