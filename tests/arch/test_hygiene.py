"""House rules that no linter knows, each read from the syntax tree and each shown to find its offence."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "forensic_lpr"

BGR_FOLDERS = ("imaging/", "synthesis/")
CATCH_ALL_FILES = ("gui/tasks.py", "gui/app.py", "cli/main.py")
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
CODE_IN_DATA = {"cloudpickle", "dill", "joblib", "marshal", "pickle", "shelve"}


def imported(node: ast.AST) -> list[str]:
    """Full names of what an import statement brings in."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def identifier(node: ast.AST) -> str:
    """The name that a node stands for, or an empty text."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.arg if isinstance(node, ast.arg) else ""


def catches_all(node: ast.ExceptHandler) -> bool:
    """Whether a handler swallows everything; one that only cleans up and raises again does not."""
    kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    wide = node.type is None or any(
        kind is not None and identifier(kind) in {"Exception", "BaseException"} for kind in kinds
    )
    again = any(isinstance(inner, ast.Raise) and inner.exc is None for inner in node.body)
    return wide and not (again and identifier(node.type or node) != "Exception")


def unsafe_call(node: ast.Call) -> bool:
    """Whether a call may run code that it finds in a data file."""
    name = ast.unparse(node.func)
    given = {word.arg: ast.unparse(word.value) for word in node.keywords}
    if name == "torch.load":
        return given.get("weights_only") != "True"
    return given.get("allow_pickle", "False") != "False"


def offences(source: str, place: str) -> Iterator[str]:
    """Each broken rule in one module, as "place:line: rule"."""
    for node in ast.walk(ast.parse(source)):
        where = f"{place}:{getattr(node, 'lineno', 0)}"
        names = imported(node)
        tops = {name.partition(".")[0] for name in names}
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        bgr = "bgr" in identifier(node).lower() or re.fullmatch(r"bgra?\d*", text)
        if bgr and not place.startswith(BGR_FOLDERS):
            yield f"{where}: pictures are RGB, BGR stays inside imaging and synthesis"
        if isinstance(node, ast.ExceptHandler) and catches_all(node) and place not in CATCH_ALL_FILES:
            yield f"{where}: catches every exception, bugs too"
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"{where}: relative import"
        if isinstance(node, ast.Call) and identifier(node.func) == "print" and not place.startswith("cli/"):
            yield f"{where}: print outside cli"
        if tops & NETWORK or any(name.startswith("PySide6.QtNetwork") for name in names):
            yield f"{where}: the program works offline"
        if tops & CODE_IN_DATA or (isinstance(node, ast.Call) and unsafe_call(node)):
            yield f"{where}: a data file must not be able to run code"
        if "matplotlib.pyplot" in names:
            yield f"{where}: pyplot keeps global figures; make a Figure"


def test_the_package_keeps_the_house_rules() -> None:
    found = [
        offence
        for path in sorted(PACKAGE.rglob("*.py"))
        for offence in offences(path.read_text("utf-8"), path.relative_to(PACKAGE).as_posix())
    ]
    assert found == []


@pytest.mark.parametrize(
    ("place", "source", "words"),
    [
        ("media/stills.py", "x = cv2.COLOR_BGR2RGB", "BGR"),
        ("media/stills.py", "frame.to_ndarray(format='bgr24')", "BGR"),
        ("core/a.py", "def f(image_bgr): ...", "BGR"),
        ("core/a.py", "try: ...\nexcept Exception: ...", "every exception"),
        ("core/a.py", "try: ...\nexcept Exception:\n    raise", "every exception"),
        ("core/a.py", "try: ...\nexcept (ValueError, BaseException): ...", "every exception"),
        ("core/a.py", "try: ...\nexcept: ...", "every exception"),
        ("gui/window.py", "try: ...\nexcept Exception: ...", "every exception"),
        ("core/a.py", "from . import geometry", "relative"),
        ("core/a.py", "from .geometry import Quad", "relative"),
        ("operations/read.py", "print(1)", "print"),
        ("core/a.py", "import urllib.request", "offline"),
        ("core/a.py", "from http import client", "offline"),
        ("gui/a.py", "from PySide6 import QtNetwork", "offline"),
        ("core/a.py", "import pickle", "run code"),
        ("recognition/a.py", "torch.load(path)", "run code"),
        ("recognition/a.py", "torch.load(path, weights_only=False)", "run code"),
        ("training/a.py", "numpy.load(path, allow_pickle=True)", "run code"),
        ("report/figures.py", "from matplotlib import pyplot as plt", "pyplot"),
    ],
)
def test_an_offence_is_found(place: str, source: str, words: str) -> None:
    found = list(offences(source, place))
    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("imaging/pipeline.py", "x = cv2.COLOR_BGR2RGB"),
        ("gui/tasks.py", "try: ...\nexcept Exception: ..."),
        ("core/a.py", "try: ...\nexcept BaseException:\n    tidy()\n    raise"),
        ("core/a.py", "try: ...\nexcept ValueError: ..."),
        ("core/a.py", "from forensic_lpr.core.geometry import Quad"),
        ("cli/main.py", "print(1)"),
        ("recognition/a.py", "torch.load(path, weights_only=True)"),
        ("core/a.py", "class A: pass\n'BGR in a sentence is no offence'"),
        ("report/figures.py", "from matplotlib.figure import Figure"),
    ],
)
def test_what_is_allowed_is_left_alone(place: str, source: str) -> None:
    assert list(offences(source, place)) == []
