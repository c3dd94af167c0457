"""A program that is killed at any moment loses no act that it acknowledged, and leaves a case that opens.

The suite kills a few children; ``pytest -k kill --kills 200`` kills as many as one likes.
"""

import random
import subprocess
import time
from pathlib import Path

import pytest
from case_samples import ROOT, beside, python

from forensic_lpr.case.store import CaseFile
from forensic_lpr.core.audit import first_break
from forensic_lpr.operations.case import open_case

pytestmark = pytest.mark.timeout(3600)  # two hundred kills on a busy machine

# Makes a case, then opens it, records and closes it without end; tells each act only after it was acknowledged.
SESSION = """
import sys
sys.path.insert(0, "tests/unit/case")
from pathlib import Path
from case_samples import draft, made
from forensic_lpr.case.store import CaseFile

path = Path(sys.argv[1])
if not path.exists():
    made(path, rows=1)
print("ready", flush=True)
while True:
    with CaseFile.open(path) as file:
        for number in range(7):
            group = [draft(f"{number} {part}", documents=(bytes(3000 * part),)) for part in range(1 + number % 3)]
            last = file.append(group)[-1]
            print(last.sequence, last.hash, flush=True)
"""


def killed_session(path: Path, delay: float) -> list[tuple[int, str]]:
    """Acts acknowledged by a child that was killed a while after it was ready."""
    child = subprocess.Popen(
        [*python(SESSION), str(path)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n", child.stderr and child.stderr.read()
    time.sleep(delay)  # the moment of the kill is what is varied here, nothing is waited for
    child.kill()
    told, _ = child.communicate()
    lines = told.split("\n")[:-1]  # the last may be cut off
    return [(int(sequence), digest) for sequence, digest in (line.split() for line in lines)]


def test_kill_at_any_moment_loses_no_acknowledged_act(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    rng = random.Random(20261105)
    path, acknowledged = tmp_path / "a.flpr", {}
    for _ in range(pytestconfig.getoption("kills")):
        acknowledged |= dict(killed_session(path, rng.uniform(0, 0.15)))
        with CaseFile.open(path) as file:
            events = file.events()
            assert first_break(events, file.head()) == ""
            hashes = {event.sequence: event.hash for event in events}
        lost = acknowledged.items() - hashes.items()
        assert not lost, f"{len(lost)} of {len(acknowledged)} acknowledged acts are gone"
        assert beside(path) == []
    assert len(acknowledged) > 20
    with open_case(path) as case:
        assert case.view.head.rows >= max(acknowledged)


def test_kill_while_a_case_is_made_leaves_it_whole_or_not_there(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    rng = random.Random(7)
    code = (
        "import sys; sys.path.insert(0, 'tests/unit/case'); from pathlib import Path; "
        "from case_samples import made; print('ready', flush=True)\n"
        "for n in range(10000): made(Path(sys.argv[1]) / f'{n}.flpr', rows=1); print(n, flush=True)"
    )
    for _ in range(max(1, pytestconfig.getoption("kills") // 4)):
        folder = tmp_path / str(rng.random())
        folder.mkdir()
        child = subprocess.Popen([*python(code), str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(rng.uniform(0, 0.1))
        child.kill()
        told = child.communicate()[0].split("\n")[:-1]
        assert {f"{n}.flpr" for n in told} <= {path.name for path in folder.glob("*.flpr")}
        for path in folder.glob("*.flpr"):
            with open_case(path) as case:
                assert case.view.head.rows == 1
