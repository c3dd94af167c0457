"""What the frozen program sets for itself does not reach the programs that it starts."""

import os
import sys
from pathlib import Path

import pytest

from forensic_lpr import paths
from forensic_lpr.__main__ import restore_library_path

OURS, THEIRS = "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"


@pytest.mark.parametrize("before", [None, "/opt/lib"])
def test_the_frozen_program_gives_the_library_path_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, before: str | None
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setenv(OURS, str(tmp_path))
    monkeypatch.delenv(THEIRS, raising=False)
    if before is not None:
        monkeypatch.setenv(THEIRS, before)
    restore_library_path()
    assert os.environ.get(OURS) == before
    assert THEIRS not in os.environ


def test_from_source_it_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OURS, "/opt/lib")
    restore_library_path()
    assert os.environ[OURS] == "/opt/lib"


def test_a_frozen_program_finds_what_it_carries_beside_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert not paths.frozen()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.frozen()
    assert {paths.resources(), paths.weights(), paths.documents()} == {
        tmp_path / "resources",
        tmp_path / "weights",
        tmp_path / "docs",
    }
