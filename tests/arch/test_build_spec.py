"""build.spec says what the frozen program carries; it must agree with what the source asks for at run time."""

import ast
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "forensic_lpr"
SPEC = (ROOT / "build.spec").read_text("utf-8")


def told(name: str) -> tuple[str, ...]:
    """The value of a literal of the spec."""
    for node in ast.parse(SPEC).body:
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [name]:
            value = ast.literal_eval(node.value)
            assert isinstance(value, tuple)
            return value
    raise AssertionError(f"build.spec does not set {name}")


def needless() -> re.Pattern[str]:
    """The pattern of files that are left out."""
    for node in ast.walk(ast.parse(SPEC)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            return re.compile(ast.literal_eval(node.args[0]), re.VERBOSE)
    raise AssertionError("build.spec leaves nothing out")


def modules() -> list[ast.Module]:
    return [ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]


def named_at_run_time(trees: list[ast.Module]) -> set[str]:
    """What is imported by a text, which no analysis of import statements can see."""
    return {
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("import_module")
        and isinstance(node.args[0], ast.Constant)
    }


def imported(trees: list[ast.Module]) -> set[str]:
    names: set[str] = set()
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_what_is_imported_by_name_is_told() -> None:
    names = named_at_run_time(modules())
    assert names, "the walk finds them"
    assert names == set(told("HIDDEN"))


def test_nothing_that_is_imported_is_excluded() -> None:
    used = imported(modules())
    assert "PySide6.QtWidgets" in used
    for excluded in told("EXCLUDED"):
        assert not any(name == excluded or name.startswith(f"{excluded}.") for name in used), excluded


def test_what_is_shipped_is_there() -> None:
    assert {"resources", "weights"} <= set(told("FOLDERS"))
    for place in (*told("FOLDERS"), *told("FILES"), "resources/desktop/forensic-lpr-256.png"):
        assert (ROOT / place).exists(), place


def test_what_is_needed_is_not_left_out() -> None:
    pattern = needless()
    for kept in (
        "torch/lib/libtorch_cpu.so",
        "torch/bin/torch_shm_manager",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/translations/qtbase_pt_BR.qm",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "resources/report/report.typ",
        "resources/manual/en/01-first-minute.md",
        "resources/manual/pictures/en/first-minute.png",
        "weights/default.safetensors",
        "torch-2.13.0.dist-info/METADATA",
        "matplotlib/mpl-data/matplotlibrc",
    ):
        assert not pattern.search(kept), kept
    for left in ("torch/include/ATen/ATen.h", "torch/test/a.py", "PySide6/Qt/plugins/platforms/libqvnc.so"):
        assert pattern.search(left), left


def test_the_build_extra_brings_what_signing_needs() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    build = {Requirement(line).name for line in extras["build"]}
    assert "pyinstaller" in build
    assert {Requirement(line).name for line in extras["sign"]} <= build
