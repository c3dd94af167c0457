"""Stored performance: measured the same each time, bound to the weights, and unharmed by files that are none."""

import dataclasses
import json
from pathlib import Path

import pytest

from forensic_lpr import paths
from forensic_lpr.core.metrics import Rate
from forensic_lpr.core.performance import WIDTHS, Performance, performance_of, performance_text, width_class
from forensic_lpr.errors import Cancelled, ReportFailed
from forensic_lpr.operations.performance import find_performance, measure_performance, store_performance
from forensic_lpr.recognition.recognizer import Recognizer


@pytest.fixture(scope="module")
def measured() -> Performance:
    return measure_performance(Recognizer.load("default"), 1)


def test_every_condition_is_counted(measured: Performance) -> None:
    assert len({(c.width, c.blur, c.compression) for c in measured.conditions}) == 6 * 3 * 3
    assert measured.n == 54
    for condition in measured.conditions:
        counts = condition.counts
        assert counts.exact <= counts.all_but_one <= counts.n == 1
        assert counts.exact <= counts.top5 <= counts.n
        assert counts.characters <= counts.slots == 7
        assert condition.detail[0] <= condition.detail[1] <= condition.detail[2]
    for result in measured.widths:
        assert sum(part.n for part in result.bins) == 9 * 7
        assert all(part.right <= part.n and part.said <= part.n for part in result.bins)
        wrong = sum(part.n - part.right for part in result.bins)
        assert sum(count for _, _, count in result.confusions) <= wrong
        assert all(true != read for true, read, _ in result.confusions)
    # Wide, sharp plates are read, the narrowest are not: the conditions are what they say.
    wide = [c.counts.characters for c in measured.conditions if c.width == WIDTHS[-1]]
    narrow = [c.counts.characters for c in measured.conditions if c.width == WIDTHS[0]]
    assert sum(wide) > sum(narrow)


def test_they_are_stored_and_found_by_the_digest_of_the_weights(measured: Performance) -> None:
    own = dataclasses.replace(measured, weights_sha256="ab" * 32)
    path = store_performance(own)
    assert path.parent == paths.performance()
    assert find_performance("ab" * 32) == own
    assert find_performance("cd" * 32) is None
    (path.parent / "a-broken.json").write_text("{}")
    (path.parent / "b-broken.json").write_bytes(b"\xff\xfe")
    assert find_performance("ab" * 32) == own
    assert [p.name for p in path.parent.glob(".*")] == []


def test_a_text_gives_the_same_results_again(measured: Performance) -> None:
    text = performance_text(measured)
    assert performance_of(text) == measured and performance_text(performance_of(text)) == text
    data = json.loads(text)
    data["version"] = 2
    with pytest.raises(ValueError, match="version 2"):
        performance_of(json.dumps(data))


def test_what_is_shipped_is_well_formed() -> None:
    for path in (paths.resources() / "performance").glob("*.json"):
        assert performance_of(path.read_text(encoding="ascii")).n > 0


def test_a_place_that_cannot_be_written_is_one_sentence(measured: Performance, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReportFailed, match="cannot be written"):
        store_performance(measured, tmp_path / "file" / "x.json")


def test_measuring_can_be_cancelled() -> None:
    def stop(done: int, total: int | None, text: str = "") -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        measure_performance(Recognizer.load("default"), 1, stop)


@pytest.mark.parametrize(
    ("width", "limits"), [(5, (18, 24)), (24, (24, 32)), (41.9, (32, 42)), (500, (80, 130))]
)
def test_each_width_has_a_class(width: float, limits: tuple[float, float]) -> None:
    assert width_class(width) == limits


def test_wilson_s_interval_is_that_of_the_literature() -> None:
    low, high = Rate(8, 10).interval  # Wilson 1927; 0.4902, 0.9433
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)
