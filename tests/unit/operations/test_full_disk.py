"""A disk that is truly full: a report is written whole or not at all, a case loses nothing that it acknowledged."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from case_samples import ROOT, beside, draft, made, python

from forensic_lpr.case.store import CaseFile
from forensic_lpr.core.audit import first_break
from forensic_lpr.errors import CaseNotWritten, ReportFailed
from forensic_lpr.operations.beside import write_beside

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="disks of POSIX")
SIZE = 400 << 10


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 400 KiB; only the system's administrator can make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no disk can be mounted here; limits on the size of files are tried below")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_report_is_written_whole_or_not_at_all(small_disk: Path) -> None:
    target = small_disk / "r.pdf"
    write_beside(target, b"%PDF an earlier report", ())
    with pytest.raises(
        ReportFailed, match=r"^The report cannot be written to [^\n]+: No space left on device\.$"
    ):
        write_beside(target, b"x" * (2 * SIZE), ())
    assert target.read_bytes() == b"%PDF an earlier report"
    assert beside(target) == []
    write_beside(target, b"x" * (SIZE // 4), ())  # what did not fit takes no room
    assert target.stat().st_size == SIZE // 4


def test_a_case_on_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    path = made(small_disk / "a.flpr")
    ballast = small_disk / "ballast"
    acknowledged = []
    with CaseFile.open(path) as file:
        room = os.statvfs(small_disk)
        ballast.write_bytes(b"x" * (room.f_bavail * room.f_frsize - (48 << 10)))
        with pytest.raises(CaseNotWritten, match=r"^The case a\.flpr cannot be written: the disk is full"):
            for number in range(200):
                acknowledged += file.append([draft(str(number), documents=(bytes([number]) * 4000,))])
        assert 0 < len(acknowledged) < 200
        ballast.unlink()
        acknowledged += file.append([draft("there is room again")])
    with CaseFile.open(path) as file:
        events = file.events()
        assert first_break(events, file.head()) == ""
        assert set(acknowledged) <= set(events)
        for sha256 in file.documents():
            file.document(sha256)
    assert beside(path) == []


LIMITED = """
import resource, signal, sys
from pathlib import Path
from forensic_lpr.errors import ReportFailed
from forensic_lpr.operations.beside import write_beside

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
target = Path(sys.argv[1])
write_beside(target, b"%PDF an earlier report", ())
try:
    write_beside(target, b"x" * 200_000, ())
except ReportFailed as error:
    print(error)
"""

READ_ONLY = """
import os, sys
from pathlib import Path
from forensic_lpr.errors import ReportFailed
from forensic_lpr.operations.beside import write_beside

if os.getuid() == 0:
    os.setuid(65534)
try:
    write_beside(Path(sys.argv[1]), b"%PDF", ())
except ReportFailed as error:
    print(error)
"""


def test_a_report_that_may_not_grow_so_large_leaves_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "r.pdf"
    done = subprocess.run(
        [*python(LIMITED), str(target)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("The report cannot be written to") and done.stdout.count("\n") == 1
    assert target.read_bytes() == b"%PDF an earlier report" and beside(target) == []


def test_a_report_into_a_folder_that_may_only_be_read_is_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "dvd"
    folder.mkdir()
    folder.chmod(0o555)
    for parent in (tmp_path, *list(tmp_path.parents)[:2]):  # the child may be another account
        parent.chmod(0o755)
    try:
        target = folder / "r.pdf"
        done = subprocess.run(
            [*python(READ_ONLY), str(target)], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert done.stdout.startswith("The report cannot be written to") and done.stdout.count("\n") == 1
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o755)
