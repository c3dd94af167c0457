"""The window opens at once: torch and matplotlib take seconds to import and come behind it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "matplotlib")
SCRIPT = f"import sys; import {{module}}; print([name for name in {HEAVY} if name in sys.modules])"


def heavy_after_import(module: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(module=module)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


@pytest.mark.skipif(not (ROOT / "forensic_lpr/gui/app.py").exists(), reason="there is no window yet")
def test_importing_the_window_leaves_the_heavy_ones_out() -> None:
    assert heavy_after_import("forensic_lpr.gui.app") == "[]"


def test_a_heavy_import_is_seen() -> None:
    assert heavy_after_import("matplotlib") == "['matplotlib']"
