"""A module is one idea; 400 lines are the end of it."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "forensic_lpr"
LIMIT = 400


def too_long(folder: Path) -> list[str]:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in sorted(folder.rglob("*.py"))}
    return [
        f"{path.relative_to(folder)}: {length} lines" for path, length in lengths.items() if length > LIMIT
    ]


def test_no_module_is_too_long() -> None:
    assert too_long(PACKAGE) == []


def test_a_long_module_is_found(tmp_path: Path) -> None:
    (tmp_path / "short.py").write_text("pass\n" * LIMIT, "utf-8")
    (tmp_path / "long.py").write_text("pass\n" * (LIMIT + 1), "utf-8")
    assert too_long(tmp_path) == ["long.py: 401 lines"]
