"""What the layers below the window say in English, as templates: the window knows their sentences again by these.

    python tests/arch/said_below.py > FILE.py

writes them the way that Qt's extractor reads, so that the Linguist file has them beside the words of the window.
"""

import ast
import errno
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from forensic_lpr.core.actrows import KINDS
from forensic_lpr.report.language import Texts
from forensic_lpr.report.texts import printable

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "forensic_lpr"
CONTEXT = "below"
_NEVER_SHOWN = ("cli", "evaluation", "training/export", "training/inspector_loop")
"""The window shows no sentence of these but what models' cards quote."""
_ERRORS_ONLY = ("gui", "report", "errors")
"""What else stands in these is in the Linguist file already, or in the report's own two languages."""
_IN_PARTS = (
    "core/blind",
    "core/gate",
    "core/inspection",
    "core/operation",
    "core/recipe",
    "media/container",
    "operations/apart",
    "operations/examine",
    "operations/models",
    "operations/replay",
    "operations/verify",
)
"""These put sentences together from parts."""
_COMMANDS_ONLY = re.compile(
    r"operations/(adaptation|bench|calibrate|degradation|desktop|environment|evaluate|performance|reproduce|synthesise)"
)
_SYSTEM = (
    errno.ENOENT,
    errno.EACCES,
    errno.EPERM,
    errno.EEXIST,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.ENOSPC,
    errno.EROFS,
    errno.EIO,
    errno.EFBIG,
    errno.ENAMETOOLONG,
)
"""What the system says when a file cannot be read or written."""


_NAMES_A_CHECK = ("Finding", "_tried")
"""The first argument of these says in a word what was verified."""
_EXAMPLES = {
    "bright": ("3%",),
    "count": ("3", "3 packets", "3 frames"),
    "dark": ("3%",),
    "empty_packets": ("3 packets",),
    "factor": ("3.5",),
    "flat": ("3%",),
    "missing": ("", ": about 3 missing"),
    "more": ("",),
    "order": ("top", "bottom"),
    "places": ("3 packets", "3 times", "3"),
    "side": ("narrow",),
    "where": ("frames 3 and 4 (at 3.5 s)",),
    "word": ("gaps",),
}
"""What can stand in the place of a value, if a plain number cannot."""


def said_below() -> set[str]:
    """Every template: errors, sentences, words of progress, kinds of acts, titles of formats, the system's words."""
    found = {os.strerror(code) for code in _SYSTEM} | set(KINDS)
    for file in sorted((ROOT / "resources" / "formats").glob("*.toml")):
        found.add(tomllib.loads(file.read_text("utf-8"))["title"])
    errors = _known_errors()
    for file in sorted(PACKAGE.rglob("*.py")):
        place = file.relative_to(PACKAGE).as_posix()
        if place.startswith(_NEVER_SHOWN) or _COMMANDS_ONLY.match(place):
            continue
        tree = ast.parse(file.read_text("utf-8"))
        found |= set(_raised(tree, errors))
        if not place.startswith(_ERRORS_ONLY):
            found |= set(_told(tree, 2 if place.startswith(_IN_PARTS) else 3))
    return {text for text in found if not _report_knows(text)}


def _report_knows(template: str) -> bool:
    """Whether the report has these words in Portuguese already, since they are recorded; the window asks it too."""
    names = re.findall(r"\{(\w+)\}", template)
    told = Texts("pt-BR").recorded
    for values in product(*(_EXAMPLES.get(name, ("3",)) for name in names)):
        text = template.format(**dict(zip(names, values, strict=True)))
        if told(text) != printable(text):
            return True
    return False


def _known_errors() -> set[str]:
    tree = ast.parse((PACKAGE / "errors.py").read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.ClassDef)}


def _told(tree: ast.Module, least: int) -> Iterator[str]:
    """What a module says beside errors: sentences, or texts of at least two words, and words of progress."""
    passed_over = set(_not_said(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and len(node.args) == 3 and ast.unparse(node.func).endswith("progress"):
            yield from _texts(node.args[2])
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in _NAMES_A_CHECK:
            yield from _texts(node.args[0])
        if id(node) not in passed_over and (text := _template(node)) is not None and _is_said(text, least):
            yield text


def _raised(tree: ast.Module, errors: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in errors:
            for argument in node.args:
                yield from _texts(argument)


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be."""
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif (text := _template(node)) and re.search("[a-z]", re.sub(r"\{.*?\}", "", text)):
        yield text


def _is_said(text: str, least: int) -> bool:
    """Whether a text is said to someone: of three words and more only sentences are."""
    plain = re.sub(r"\{.*?\}", "", text)
    if " " not in text or text.startswith("forensic-lpr") or "[Any" in text:
        return False
    return len(re.findall(r"[a-z]{2,}", plain)) >= least and (least == 2 or text.rstrip().endswith("."))


def _not_said(tree: ast.Module) -> Iterator[int]:
    """Docstrings, parts of texts, and what only a developer sees."""
    for node in ast.walk(tree):
        inner: list[ast.AST] = []
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inner = [node.value]
        elif isinstance(node, ast.JoinedStr):
            inner = [part for part in ast.walk(node) if part is not node]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in (
            "ValueError",
            "TypeError",
            "RuntimeError",
        ):
            inner = list(ast.walk(node))
        elif isinstance(node, ast.keyword) and node.arg == "name":  # of a thread
            inner = [node.value]
        yield from map(id, inner)


def _template(node: ast.AST) -> str | None:
    """A text with names in place of its values."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    parts, used = [], set[str]()
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            name = base = _name(part.value)
            number = 1
            while name in used:
                number += 1
                name = f"{base}{number}"
            used.add(name)
            parts.append(f"{{{name}}}")
        elif isinstance(part, ast.Constant):
            parts.append(str(part.value))
    return "".join(parts)


def _name(node: ast.expr) -> str:
    """A short name of a value, for the translator."""
    match node:
        case ast.Name():
            found = node.id
        case ast.Attribute():
            found = node.attr
        case ast.Subscript() | ast.Starred():
            found = _name(node.value)
        case ast.BoolOp():
            found = _name(node.values[-1])
        case ast.BinOp():
            found = _name(node.left)
        case ast.Call() if node.args:
            found = _name(node.args[0])
        case ast.Call():
            found = _name(node.func)
        case _:
            found = "value"
    return found.strip("_").lower()


def main() -> None:
    """Write the templates as calls that Qt's extractor finds."""
    sys.stdout.write("from PySide6.QtCore import QCoreApplication\n")
    for text in sorted(said_below()):
        sys.stdout.write(f"QCoreApplication.translate({CONTEXT!r}, {text!r})\n")


if __name__ == "__main__":
    main()
