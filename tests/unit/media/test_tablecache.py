"""Tables kept from earlier: the same table, or none."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from forensic_lpr.core.evidence import FrameTable
from forensic_lpr.core.integrity import Remark, Stretch
from forensic_lpr.errors import EvidenceChanged
from forensic_lpr.media import tablecache
from forensic_lpr.media.table import build_table
from forensic_lpr.media.tablecache import FolderCache, from_bytes, table_key, to_bytes
from forensic_lpr.operations.acquire import acquire, list_frames, open_item

GetClip = Callable[[str], Path]


@pytest.fixture(scope="module")
def table(clip: GetClip) -> FrameTable:
    remarks = (
        Remark("gap", "A gap with ünusual words.", (Stretch(3, 4), Stretch(9, 9))),
        Remark("end", "Short."),
    )
    return replace(build_table(clip("h264-vfr-mkv")), remarks=remarks)


def test_a_table_comes_back_as_it_was(table: FrameTable) -> None:
    data = to_bytes(table)
    assert from_bytes(data) == table
    assert to_bytes(table) == data
    assert len(data) < 60 * 100


def test_a_damaged_entry_counts_as_absent(table: FrameTable) -> None:
    data = to_bytes(table)
    for at in range(0, len(data), 7):
        assert from_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]) is None
        assert from_bytes(data[:at]) is None
    assert from_bytes(b"") is None


@pytest.mark.parametrize(
    "change",
    [
        {"pts": []},
        {"pts": [1.5] * 60},
        {"keys": "2" * 60},
        {"keys": "1"},
        {"digests": "g" * 64 * 60},
        {"types": [None] * 60},
        {"types": ["I"] * 59},
        {"time_base": "0"},
        {"time_base": "1/0"},
        {"time_base": None},
        {"remarks": [["weather", "Rain.", []]]},
        {"remarks": [["gap", "Gap.", [[3, 60]]]]},
        {"remarks": [["gap", "Gap.", [[4, 3]]]]},
        {"remarks": [["gap", "Gap.", 5]]},
        {"remarks": 5},
    ],
)
def test_an_entry_of_another_shape_counts_as_absent(
    change: dict[str, object], table: FrameTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    dumps = tablecache.json.dumps
    monkeypatch.setattr(tablecache.json, "dumps", lambda content, **how: dumps({**content, **change}, **how))
    assert from_bytes(to_bytes(table)) is None


def test_an_entry_that_unpacks_to_too_much_counts_as_absent(
    table: FrameTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = to_bytes(table)
    monkeypatch.setattr(tablecache, "_MOST_BYTES", 100)
    assert from_bytes(data) is None


def test_keys_differ_by_file_and_stream() -> None:
    assert len({table_key("a" * 64, 0), table_key("b" * 64, 0), table_key("a" * 64, 1)}) == 3


def test_the_folder_forgets_what_was_not_used_for_longest(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path / "tables", budget=100)
    for at, key in enumerate(("a", "b", "c")):
        cache.put(key, key.encode() * 30)
        os.utime(tmp_path / "tables" / f"{key}.table", (at, at))
    assert cache.get("a") == b"a" * 30
    cache.put("d", b"d" * 30)
    assert [cache.get(key) is not None for key in "abcd"] == [True, False, True, True]
    cache.put("e", b"e" * 101)
    assert cache.get("e") is None and cache.get("missing") is None


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = FolderCache(tmp_path / "file" / "tables")
    cache.put("a", b"a")
    assert cache.get("a") is None


def test_frames_are_listed_once_and_a_wrong_table_gives_no_wrong_picture(
    clip: GetClip, tmp_path: Path
) -> None:
    item = acquire(clip("h264-mkv"))
    cache = FolderCache(tmp_path)
    table = list_frames(item, cache=cache)
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(to_bytes(replace(table, rows=table.rows[:30])))
    assert len(list_frames(item, cache=cache).rows) == 30  # from the cache, no pass
    entry.write_bytes(b"damaged")
    assert list_frames(item, cache=cache) == table
    wrong = replace(table.rows[7], digest=table.rows[8].digest)
    entry.write_bytes(to_bytes(replace(table, rows=(*table.rows[:7], wrong, *table.rows[8:]))))
    with open_item(item) as source:
        source.attach_table(list_frames(item, cache=cache))
        with pytest.raises(EvidenceChanged):
            source.frame(wrong.ref)
