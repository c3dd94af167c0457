"""The import contracts of pyproject.toml hold, and would be seen to break."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_contracts_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("core/alphabet.py", "import forensic_lpr.media", "The value flows one way"),
        ("imaging/rectify.py", "import forensic_lpr.media", "The value flows one way"),
        ("core/alphabet.py", "from PySide6 import QtCore", "Qt stays in the window"),
        ("core/alphabet.py", "import torch", "torch stays with the networks"),
        ("core/alphabet.py", "import cv2", "cv2 stays with pictures"),
        ("case/store.py", "import forensic_lpr.media", "The value flows one way"),
        ("core/alphabet.py", "import sqlite3", "sqlite3 stays in the case file"),
    ],
)
def test_a_forbidden_import_is_found(tmp_path: Path, module: str, line: str, contract: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "forensic_lpr", tmp_path / "forensic_lpr", ignore=shutil.ignore_patterns("__pycache__")
    )
    with (tmp_path / "forensic_lpr" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = lint_imports(tmp_path)
    assert result.returncode != 0
    assert f"{contract} BROKEN" in result.stdout
