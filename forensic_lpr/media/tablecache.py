"""Frame tables kept from earlier, so that a long clip is not decoded whole at every opening.

A kept table is no evidence: every frame is still checked against its digest when it is fetched, so a wrong table ends
in an error and never in a wrong picture. An entry that is damaged or of another shape counts as absent.
"""

import contextlib
import hashlib
import json
import secrets
import zlib
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import av

from forensic_lpr.core.evidence import FrameRef, FrameRow, FrameTable
from forensic_lpr.core.integrity import KINDS, Remark, Stretch

CACHE_BYTES = 256 * 1024 * 1024
_MAGIC = b"forensic-lpr frame table 1\n"
_MOST_BYTES = 512 * 1024 * 1024
_DIGEST = 64


class TableCache(Protocol):
    """Keeps bytes by key; may forget any at any time, and never raises."""

    def get(self, key: str) -> bytes | None:
        """What was put under a key, or ``None``."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key."""
        ...


def table_key(sha256: str, stream: int) -> str:
    """Key of a table: the same file, the same stream, the same decoder and the same way of writing."""
    versions = ".".join(str(part) for part in av.library_versions["libavcodec"])
    told = f"{sha256} {stream} PyAV {av.__version__} libavcodec {versions} {_MAGIC!r}"
    return hashlib.sha256(told.encode()).hexdigest()


def to_bytes(table: FrameTable) -> bytes:
    """A table as bytes: a digest, then compressed JSON in columns; the same table gives the same bytes."""
    rows = table.rows
    content = {
        "time_base": str(rows[0].ref.time_base),
        "pts": [row.ref.pts for row in rows],
        "types": [row.picture_type for row in rows],
        "keys": "".join("1" if row.key else "0" for row in rows),
        "digests": "".join(row.digest for row in rows),
        "remarks": [
            [remark.kind, remark.sentence, [[s.first, s.last] for s in remark.stretches]]
            for remark in table.remarks
        ],
    }
    packed = zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 1)
    return _MAGIC + hashlib.sha256(packed).hexdigest().encode() + b"\n" + packed


def from_bytes(data: bytes) -> FrameTable | None:
    """The table in some bytes; ``None`` where they are damaged, of another version or not of a table's shape."""
    head, packed = data[: len(_MAGIC) + _DIGEST + 1], data[len(_MAGIC) + _DIGEST + 1 :]
    if head != _MAGIC + hashlib.sha256(packed).hexdigest().encode() + b"\n":
        return None
    try:
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(packed, _MOST_BYTES)
        if not unpacker.eof:
            return None
        return _table(json.loads(text))
    except (zlib.error, ValueError, TypeError, KeyError, ArithmeticError, RecursionError):
        return None


def _table(content: Any) -> FrameTable:
    """A table from JSON; raises one of the errors above where the shape is another."""
    time_base, count = Fraction(content["time_base"]), len(content["pts"])
    digests, keys = content["digests"], content["keys"]
    if not count or len(digests) != count * _DIGEST or len(keys) != count or time_base <= 0:
        raise ValueError("columns of different lengths")
    if not set(digests) <= set("0123456789abcdef"):
        raise ValueError("digests that are not hexadecimal")
    rows = tuple(
        FrameRow(
            FrameRef(index, _whole(pts), time_base),
            _text(kind),
            {"1": True, "0": False}[key],
            digests[index * _DIGEST : (index + 1) * _DIGEST],
        )
        for index, (pts, kind, key) in enumerate(zip(content["pts"], content["types"], keys, strict=True))
    )
    remarks = []
    for kind, sentence, places in content["remarks"]:
        if kind not in KINDS:
            raise ValueError("an unknown kind of remark")
        stretches = tuple(Stretch(_whole(first), _whole(last)) for first, last in places)
        if any(stretch.last >= count for stretch in stretches):
            raise ValueError("a remark on a frame that is not there")
        remarks.append(Remark(kind, _text(sentence), stretches))
    return FrameTable(rows, tuple(remarks))


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError("not a whole number")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


class FolderCache:
    """Tables in a folder of the examiner's own; the least recently used go first when the bytes run out."""

    def __init__(self, folder: Path, budget: int = CACHE_BYTES) -> None:
        """Take the folder, which is made when first needed, and the bytes that it may hold."""
        self._folder = folder
        self._budget = budget

    def get(self, key: str) -> bytes | None:
        """What was put under a key, or ``None``, also where the folder cannot be read."""
        path = self._path(key)
        try:
            if path.stat().st_size > self._budget:
                return None
            data = path.read_bytes()
        except OSError:
            return None
        with contextlib.suppress(OSError):
            path.touch()  # was used now
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key; a folder that cannot be written keeps nothing."""
        if len(data) > self._budget:
            return
        path = self._path(key)
        partial = path.with_name(f"{secrets.token_hex(8)}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(data)
            partial.replace(path)
            self._make_room()
        except OSError:
            with contextlib.suppress(OSError):
                partial.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.table"

    def _make_room(self) -> None:
        entries = [
            (path.stat(), path) for path in self._folder.iterdir() if path.suffix in (".table", ".part")
        ]
        entries.sort(key=lambda entry: entry[0].st_mtime_ns, reverse=True)
        total = 0
        for status, path in entries:
            total += status.st_size
            if total > self._budget:
                path.unlink()
