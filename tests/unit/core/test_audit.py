"""The chain of the audit log: what it finds, and that every field counts."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from forensic_lpr.core.audit import START, Draft, Event, Head, first_break, hash_of

NOW = datetime(2026, 11, 5, 9, 0, 0, 123456, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))


def chain(count: int = 4) -> tuple[list[Event], Head]:
    head, events = Head(0, START), []
    for number in range(count):
        event = Draft("A. Examiner", "undo", f'{{"n":{number}}}', "1.0", "ab" * 32).after(head, NOW)
        head = Head(event.sequence, event.hash)
        events.append(event)
    return events, head


def test_a_chain_as_recorded_holds() -> None:
    assert first_break(*chain()) == ""
    assert first_break([], Head(0, START)) == ""


def test_time_is_utc_with_the_examiners_offset() -> None:
    event = chain(1)[0][0]
    assert event.at == "2026-11-05T12:30:00.123456Z"
    assert event.utc_offset == "-03:30"
    assert event.local_time == "2026-11-05T09:00:00-03:30"
    assert Draft("", "", "", "").after(Head(0, START), NOW.astimezone(UTC)).utc_offset == "+00:00"


@pytest.mark.parametrize("field", [field.name for field in fields(Event)])
@pytest.mark.parametrize("row", [0, 1, 3])
def test_a_change_of_any_field_is_found_and_its_row_named(field: str, row: int) -> None:
    events, head = chain()
    value = getattr(events[row], field)
    changed = value + 5 if isinstance(value, int) else "x" + value[1:]
    events[row] = replace(events[row], **{field: changed})
    assert f"Row {row + 1} " in first_break(events, head)


def test_a_row_changed_with_a_hash_that_fits_breaks_the_next_or_the_head() -> None:
    for row, words in ((1, "Row 3 .* does not follow"), (3, "not the one that was recorded last")):
        events, head = chain()
        forged = replace(events[row], who="Someone else")
        events[row] = replace(forged, hash=hash_of(forged))
        with pytest.raises(AssertionError, match=words):
            assert not first_break(events, head), first_break(events, head)


def test_a_cut_tail_a_missing_row_and_a_swap_are_found() -> None:
    events, head = chain()
    assert "has 3 rows, but 4" in first_break(events[:3], head)
    assert "Row 2 of the audit log is missing" in first_break([events[0], *events[2:]], head)
    assert "Row 2" in first_break([events[0], events[2], events[1], events[3]], head)
    assert "has 5 rows, but 4" in first_break(chain(5)[0], head)


def test_fields_cannot_run_into_each_other() -> None:
    event = chain(1)[0][0]
    assert hash_of(replace(event, who="ab", kind="c")) != hash_of(replace(event, who="a", kind="bc"))
