"""A full disk and a folder that may only be read: one sentence each, and nothing that was recorded is lost."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from case_samples import ROOT, beside, made, python

from forensic_lpr.case.store import CaseFile
from forensic_lpr.core.audit import first_break

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and rights of POSIX")

# No file may grow past a size, which is what SQLite sees of a full disk.
FULL = """
import resource, signal, sys
sys.path.insert(0, "tests/unit/case")
from pathlib import Path
from case_samples import draft
from forensic_lpr.case.store import CaseFile
from forensic_lpr.errors import CaseNotWritten

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
file = CaseFile.open(Path(sys.argv[1]))
refused = 0
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
for number in range(60):
    try:
        event = file.append([draft(str(number), documents=(bytes([number]) * 9000,))])[-1]
    except CaseNotWritten as error:
        refused += 1
        sentence = str(error)
    else:
        print(event.sequence, event.hash)
assert refused > 5
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
event = file.append([draft("there is room again")])[-1]
print(event.sequence, event.hash)
print(sentence)
file.close()
"""

STILL_FULL = (
    FULL.split("resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY")[0]
    + """
print(sentence)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))
try:
    file.close()
except CaseNotWritten as error:
    print(error)
"""
)


@pytest.mark.parametrize(
    ("script", "sentences"), [(FULL, 1), (STILL_FULL, 2)], ids=["room again", "still full"]
)
def test_a_full_disk_loses_nothing(tmp_path: Path, script: str, sentences: int) -> None:
    path = made(tmp_path / "a.flpr")
    result = subprocess.run(
        [*python(script), str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    acts, told = lines[:-sentences], lines[-sentences:]
    for sentence in told:
        assert sentence == "The case a.flpr cannot be written: the disk is full or failing."
    acknowledged = {(int(sequence), digest) for sequence, digest in map(str.split, acts)}
    with CaseFile.open(path) as file:
        events = file.events()
        assert first_break(events, file.head()) == ""
        assert acknowledged <= {(event.sequence, event.hash) for event in events}
        for sha256 in file.documents():
            file.document(sha256)
    assert beside(path) == []


READ_ONLY = """
import os, sys
sys.path.insert(0, "tests/unit/case")
from pathlib import Path
from case_samples import draft, made
from forensic_lpr.case.store import CaseFile
from forensic_lpr.errors import CaseNotWritten

path = Path(sys.argv[1])
if os.getuid() == 0:
    os.setuid(65534)
for attempt in (lambda: CaseFile.open(path), lambda: made(path.parent / "b.flpr")):
    try:
        attempt()
    except CaseNotWritten as error:
        print(error)
with CaseFile.open(path, writable=False) as file:
    print(len(file.events()))
"""


def test_a_folder_that_may_only_be_read_is_told_and_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "dvd"
    folder.mkdir()
    path = made(folder / "a.flpr")
    path.chmod(0o444)
    folder.chmod(0o555)
    for parent in tmp_path.parents:  # the child may be another account than the one that made them
        if Path(tempfile.gettempdir()) in parent.parents:
            parent.chmod(0o755)
    tmp_path.chmod(0o755)
    try:
        result = subprocess.run(
            [*python(READ_ONLY), str(path)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stderr
        told = result.stdout.splitlines()
        assert told[0] == "The case a.flpr cannot be opened: its folder is missing or may only be read."
        assert told[1].startswith("The case b.flpr cannot be") and told[1].endswith("may only be read.")
        assert told[2] == "3"
        assert beside(path) == []
    finally:
        folder.chmod(0o755)
