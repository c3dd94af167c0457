"""run.py stands alone: it must work before anything is installed, and agree with pyproject.toml."""

import ast
import importlib.util
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
SOURCE = (ROOT / "run.py").read_text("utf-8")


@pytest.fixture
def run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("forensic_lpr_run", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_only_the_standard_library_is_imported() -> None:
    tops = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(SOURCE))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert tops <= sys.stdlib_module_names


def test_an_old_python_can_read_as_far_as_the_sentence_about_its_version() -> None:
    ast.parse(SOURCE, feature_version=(3, 8))


def test_it_stays_small() -> None:
    assert len(SOURCE.splitlines()) < 400


def test_the_locked_versions_satisfy_pyproject(run: ModuleType) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    wanted = {requirement.name.lower(): requirement for requirement in map(Requirement, asked)}
    locked = {lock.name.lower(): lock for lock in map(Requirement, run.CONSTRAINTS)}
    assert run.CONSTRAINTS[0].startswith("torch==")  # install_torch takes the first
    for name, lock in locked.items():
        (version,) = lock.specifier
        assert version.operator == "=="
        if name in wanted:
            assert wanted[name].specifier.contains(version.version), f"{lock} is not {wanted[name]}"


def test_help_installs_nothing(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text(SOURCE, "utf-8")
    result = subprocess.run(
        [sys.executable, "run.py", "--help"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "python3 run.py test" in result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["run.py"]


def test_what_pip_plans_is_read_from_its_report(run: ModuleType) -> None:
    report = {"install": [{"metadata": {"name": "torch"}}, {"metadata": {"name": "NVIDIA-cublas"}}]}
    assert run.planned_names(json.dumps(report)) == {"torch", "nvidia-cublas"}


def test_a_changed_pin_changes_the_fingerprint(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run.fingerprint()
    assert run.fingerprint() == before
    monkeypatch.setattr(run, "CONSTRAINTS", (*run.CONSTRAINTS, "six==1.17.0"))
    assert run.fingerprint() != before
