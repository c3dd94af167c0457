"""Blind first, then the machine, then the conclusion: what may not happen is refused."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from report_samples import ordinary

from forensic_lpr.core.acts import Place
from forensic_lpr.core.blind import CANNOT_READ, BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.conclusion import parse_conclusion
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.errors import ActRefused, CaseInvalid
from forensic_lpr.operations import examine
from forensic_lpr.operations.case import (
    OpenCase,
    add_evidence,
    describe,
    mark,
    new_case,
    open_case,
    open_frame,
)
from forensic_lpr.report.casewire import case_data, events_csv

_, ITEM, FRAME, READING = ordinary()
PLACE = Place(1, FRAME.ref, FRAME.digest, READING.request.quad)
OWN = BlindReading(("A", "B", "?", "18", "D", "2", "3"))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[OpenCase]:
    with new_case(tmp_path / "a", Case("", number="7", examiner="A. Examiner")) as case:
        add_evidence(case, ITEM)
        open_frame(case, 1, FRAME)
        mark(case, PLACE)
        yield case


def kinds(case: OpenCase) -> list[str]:
    return [event.kind for event in case.view.events]


def test_the_machine_waits_for_the_own_reading(case: OpenCase) -> None:
    with pytest.raises(ActRefused, match="Seal your own reading of plate 1 first"):
        examine.record_reading(case, 1, READING, "default")
    with pytest.raises(ActRefused, match="Seal your own reading of this plate first"):
        examine.require_unmasked(case, None)
    with pytest.raises(ActRefused, match="Seal your own"):
        examine.reconcile(case, 1, parse_conclusion("A"))
    assert "reading recorded" not in kinds(case)
    examine.seal(case, 1, OWN)
    examine.record_reading(case, 1, READING, "default")
    assert kinds(case)[-3:] == ["blind reading sealed", "reading recorded", "machine reading shown"]


def test_without_an_own_reading_the_record_says_so(case: OpenCase) -> None:
    examine.unblind(case, 1, "a demonstration")
    examine.unblind(case, 1, "again")
    examine.record_reading(case, 1, READING, "default")
    assert kinds(case).count("unblinded") == 1
    assert case.view.plates[0].unblinded_reason == "a demonstration"
    with pytest.raises(ActRefused, match="no longer be blind"):
        examine.seal(case, 1, OWN)


def test_an_own_reading_is_sealed_once_and_changed_with_a_reason(case: OpenCase) -> None:
    with pytest.raises(ActRefused, match="No own reading"):
        examine.change_reading(case, 1, ("A",), "x")
    examine.seal(case, 1, CANNOT_READ)
    with pytest.raises(ActRefused, match="was sealed at"):
        examine.seal(case, 1, OWN)
    with pytest.raises(ActRefused, match="Say why"):
        examine.change_reading(case, 1, OWN.slots, " ")
    examine.change_reading(case, 1, OWN.slots, "the second letter is clear now")
    examine.change_reading(case, 1, ("A",), "no")
    blind = case.view.plates[0].blind
    assert blind is not None
    assert blind.reading == CANNOT_READ
    assert [change[1].slots for change in blind.changes] == [OWN.slots, ("A",)]
    last = json.loads(case.view.events[-1].parameters)
    assert last["old"] == list(OWN.slots)


def test_a_reading_comes_back_to_the_bit(case: OpenCase) -> None:
    examine.unblind(case, 1)
    examine.record_reading(case, 1, READING, "default")
    path = case.path
    case.close()
    with open_case(path, writable=False) as again:
        recorded = again.view.readings[0]
        reading = recorded.reading
        assert isinstance(reading, PlateReading)
        assert reading.slots.log_probabilities.tobytes() == READING.slots.log_probabilities.tobytes()
        assert reading.plate_image.tobytes() == READING.plate_image.tobytes()
        plain = {"plate_image": None, "slots": None}
        assert replace(reading, **plain) == replace(READING, **plain)
        event = next(e for e in again.view.events if e.kind == "reading recorded")
        assert event.weights_sha256 == READING.weights.sha256
        assert ("Machine" in dict(recorded.act.environment)) and recorded.act.likeliest


def test_another_format_and_other_weights_leave_their_events(case: OpenCase) -> None:
    examine.unblind(case, 1)
    examine.record_reading(case, 1, READING, "default")
    examine.record_reading(case, 1, READING, "default")
    assert not {"format changed", "model changed"} & set(kinds(case))
    other = replace(
        READING,
        request=replace(READING.request, format_name="br-grey"),
        weights=replace(READING.weights, sha256="ee" * 32),
    )
    examine.record_reading(case, 1, other, "default")
    assert {"format changed", "model changed"} <= set(kinds(case))


def test_another_recipe_leaves_its_event(case: OpenCase) -> None:
    examine.unblind(case, 1)
    examine.record_reading(case, 1, READING, "default")
    recipe = Recipe((Step.of("gamma", gamma=1.5),))
    enhanced = replace(READING, request=replace(READING.request, recipe=recipe))
    examine.record_reading(case, 1, enhanced, "default")
    changed = json.loads(next(e for e in case.view.events if e.kind == "recipe changed").parameters)
    assert json.loads(changed["old"]) == {"steps": []}
    assert json.loads(changed["new"])["steps"][0]["parameters"] == [["gamma", 1.5]]
    assert case.view.readings[1].reading.request.recipe == recipe  # type: ignore[union-attr]


def test_another_stream_of_the_same_clip_is_another_exhibit(case: OpenCase) -> None:
    assert add_evidence(case, replace(ITEM, media=replace(ITEM.media, stream=1))) == 2
    assert add_evidence(case, ITEM) == 1


def test_a_reading_of_other_evidence_is_refused(case: OpenCase) -> None:
    examine.unblind(case, 1)
    other = replace(READING, request=replace(READING.request, evidence_sha256="00" * 32))
    with pytest.raises(ActRefused, match="not of the exhibit"):
        examine.record_reading(case, 1, other, "default")


def test_a_conclusion_that_departs_needs_its_reason(case: OpenCase) -> None:
    examine.seal(case, 1, OWN)
    examine.record_reading(case, 1, READING, "default")
    text = case.view.readings[0].act.likeliest
    assert text.startswith("AB")
    with pytest.raises(ActRefused, match="Slot 1 departs from the readings"):
        examine.reconcile(case, 1, parse_conclusion("X" + text[1:]))
    examine.reconcile(case, 1, parse_conclusion("X" + text[1:], {1: "a serif is seen"}))
    overridden = json.loads(next(e for e in case.view.events if e.kind == "overridden").parameters)
    assert (overridden["slot"], overridden["machine"], overridden["examiner"]) == (1, "A", "X")
    examine.reconcile(case, 1, parse_conclusion(text))
    with pytest.raises(ActRefused, match="Say why the conclusion is withdrawn"):
        examine.withdraw(case, 1, " ")
    examine.withdraw(case, 1, "The wrong exhibit was looked at.")
    plate = case.view.plates[0]
    assert plate.conclusion is None  # the one before does not count again
    assert plate.reconciliations[-1].withdrawn is not None
    assert plate.reconciliations[-1].withdrawn.reason == "The wrong exhibit was looked at."
    with pytest.raises(ActRefused, match="no conclusion"):
        examine.withdraw(case, 1, "again")
    examine.reconcile(case, 1, parse_conclusion(text))
    assert case.view.plates[0].conclusion == parse_conclusion(text)


def test_abstaining_needs_a_remark_and_is_an_event(case: OpenCase) -> None:
    examine.seal(case, 1, CANNOT_READ)
    with pytest.raises(ActRefused, match="Say in a remark"):
        examine.reconcile(case, 1, parse_conclusion("???????"))
    examine.reconcile(case, 1, parse_conclusion("???????", remark="too few pixels"))
    assert kinds(case)[-2:] == ["abstained", "reconciled"]


def test_a_marking_belongs_to_the_plate_on_which_it_lies(case: OpenCase) -> None:
    nearby = replace(PLACE, quad=PLACE.quad.shifted(3, 1))
    assert mark(case, nearby) == 1
    assert case.view.plates[0].place == PLACE
    assert case.view.plates[0].marked == nearby
    # Slowly wandering off does not carry the seal along: what counts is where the plate was marked first.
    for step in range(10, 70, 10):
        number = mark(case, replace(PLACE, quad=PLACE.quad.shifted(step, 0)))
    assert number == 2
    rows = case.view.head.rows
    assert mark(case, replace(PLACE, quad=PLACE.quad.shifted(60, 0))) == 2
    assert case.view.head.rows == rows  # not moved, nothing to tell


def test_a_plate_is_not_marked_in_two_places_of_one_frame(case: OpenCase) -> None:
    """Or the seal of one car would unmask another."""
    elsewhere = replace(PLACE, quad=PLACE.quad.shifted(150, 0))
    with pytest.raises(ActRefused, match="elsewhere in this frame"):
        mark(case, elsewhere, 1)
    assert mark(case, replace(elsewhere, frame_digest="another frame"), 1) == 1
    add_evidence(case, replace(ITEM, digests=replace(ITEM.digests, sha256="00" * 32)))
    with pytest.raises(ActRefused, match="on exhibit 1"):
        mark(case, replace(PLACE, exhibit=2), 1)


def test_the_same_file_is_one_exhibit(case: OpenCase) -> None:
    assert add_evidence(case, replace(ITEM, path=Path("/elsewhere/copy.avi"))) == 1
    assert kinds(case).count("evidence acquired") == 1


def test_facts_are_changed_and_remembered(case: OpenCase) -> None:
    rows = case.view.head.rows
    describe(case, case.view.case)
    assert case.view.head.rows == rows
    describe(case, replace(case.view.case, question="  Which\0 plate? \ud800", identity="forged"))
    assert case.view.case.question == "Which plate? ?"
    assert case.view.case.identity != "forged"
    assert len(case.view.case.identity) == 32


def test_a_report_is_recorded_by_its_digest(case: OpenCase, tmp_path: Path) -> None:
    case.record(examine.report_act(case, tmp_path / "out" / "r.pdf", b"%PDF", (1,)))
    report = case.view.reports[0]
    assert report.act.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert report.act.relative == "out/r.pdf"


def test_an_act_that_cannot_be_leaves_the_case_as_it_was(case: OpenCase) -> None:
    from forensic_lpr.core import acts

    before = case.view
    with pytest.raises(ValueError, match="not the next"):
        case.record(acts.Unblinded(1, ""), acts.EvidenceAcquired(9, ITEM, ""))
    assert case.view is before
    path = case.path
    case.close()
    with open_case(path) as again:
        assert again.view == before


def test_a_row_written_behind_the_programs_back_closes_the_case(case: OpenCase) -> None:
    from case_samples import behind_its_back

    path = case.path
    case.close()
    with behind_its_back(path) as connection:
        connection.execute("UPDATE audit SET who = 'B. Examiner' WHERE sequence = 2")
    with pytest.raises(CaseInvalid, match=r"Row 2 .* was changed"):
        open_case(path)


def test_the_case_as_data_is_plain_and_the_table_harmless(case: OpenCase) -> None:
    examine.seal(case, 1, OWN)
    examine.record_reading(case, 1, READING, "default")
    text = json.dumps(case_data(case.view))
    assert READING.plates[0].text in text and "AB?[18]D23" in text
    case.who = "=cmd|' /C calc'!A0"
    examine.reconcile(case, 1, parse_conclusion("?" * 7, remark="x"))
    rows = events_csv(case.view.events).splitlines()
    assert len(rows) == len(case.view.events) + 1
    assert ",'=cmd" in rows[-1]
    assert not any(line.startswith("=") or ",=" in line for line in rows)
