"""Everything but the window works where Qt is not installed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Imports every module outside gui while Qt cannot be found, and prints each that fails.
SCRIPT = """
import importlib, importlib.abc, pkgutil, sys

class WithoutQt(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "superqt", "qtpy"}:
            raise ModuleNotFoundError(f"No module named {name!r} (blocked)", name=name)
        return None

sys.meta_path.insert(0, WithoutQt())
import forensic_lpr

names = []
def gather(package):
    for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if found.name == "forensic_lpr.gui":
            continue
        names.append(found.name)
        try:
            module = importlib.import_module(found.name)
        except ImportError as error:
            print(f"{found.name}: {error}")
        else:
            if found.ispkg:
                gather(module)

gather(forensic_lpr)
print(len(names), file=sys.stderr)
"""


def failures(folder: Path) -> tuple[list[str], int]:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=folder, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines(), int(result.stderr.splitlines()[-1])


def test_every_module_outside_gui_imports_without_qt() -> None:
    failed, count = failures(ROOT)
    assert failed == []
    assert count > 15  # the walk did find the package


def test_a_module_that_needs_qt_is_found(tmp_path: Path) -> None:
    package = tmp_path / "forensic_lpr"
    for folder, text in (("", ""), ("core", ""), ("gui", "import PySide6")):
        (package / folder).mkdir()
        (package / folder / "__init__.py").write_text(text, "utf-8")
    (package / "core" / "colours.py").write_text("from PySide6.QtGui import QColor", "utf-8")
    failed, _ = failures(tmp_path)
    assert [line.partition(":")[0] for line in failed] == ["forensic_lpr.core.colours"]
