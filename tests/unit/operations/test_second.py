"""The second examiner: another name, no reading in sight, refused in the record itself where that is not so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from report_samples import ordinary

from forensic_lpr.core import acts
from forensic_lpr.core.actrows import kind_of, parameters_of
from forensic_lpr.core.acts import Place
from forensic_lpr.core.audit import START, Draft, Head
from forensic_lpr.core.blind import CANNOT_READ, BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.conclusion import parse_conclusion
from forensic_lpr.core.history import History
from forensic_lpr.core.recipe import ORIGINAL, Recipe, Step
from forensic_lpr.errors import ActRefused
from forensic_lpr.operations import examine, second
from forensic_lpr.operations.case import (
    OpenCase,
    add_evidence,
    is_empty,
    mark,
    new_case,
    open_case,
    set_clock,
    set_enhancement,
)

_, ITEM, FRAME, READING = ordinary()
PLACE = Place(1, FRAME.ref, FRAME.digest, READING.request.quad)
OTHER = replace(PLACE, quad=PLACE.quad.shifted(0, 60))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[OpenCase]:
    with new_case(tmp_path / "a.flpr", Case("", examiner="A. Examiner")) as case:
        add_evidence(case, ITEM)
        mark(case, PLACE)
        yield case


def as_second(case: OpenCase, name: str = "B. Second") -> None:
    case.who = name


def test_a_second_reading_is_kept_with_its_name(case: OpenCase) -> None:
    with pytest.raises(ActRefused, match="no first reading yet"):
        second.begin(case)
    examine.seal(case, 1, BlindReading(("A", "B")))
    examine.record_reading(case, 1, READING, "default")
    mark(case, OTHER)
    as_second(case)
    assert [plate.number for plate in second.waiting(case)] == [1]  # the other was not read at all yet
    second.begin(case)
    assert second.is_hidden(case, case.view.plates[0])
    second.seal(case, 1, BlindReading(("A", "8"), "by eye"))
    (sealed,) = case.view.plates[0].second
    assert (sealed.examiner, sealed.reading.text, sealed.reading.note) == ("B. Second", "A8", "by eye")
    assert not second.is_hidden(case, case.view.plates[0]) and second.waiting(case) == ()
    with pytest.raises(ActRefused, match="has read plate 1"):
        second.seal(case, 1, CANNOT_READ)
    as_second(case, "C. Third")
    second.seal(case, 1, CANNOT_READ)  # a third may follow
    assert len(case.view.plates[0].second) == 2


@pytest.mark.parametrize("name", ["A. Examiner", " a.EXAMINER "])
def test_the_first_examiner_is_no_second(case: OpenCase, name: str) -> None:
    examine.seal(case, 1, BlindReading(("A",)))
    as_second(case, name)
    with pytest.raises(ActRefused, match="no plate that"):
        second.begin(case)
    with pytest.raises(ActRefused, match="blind and another person's"):
        second.seal(case, 1, CANNOT_READ)


@pytest.mark.parametrize("how", ["shown", "unblinded", "concluded"])
def test_whoever_saw_a_reading_is_no_second(case: OpenCase, how: str) -> None:
    if how == "unblinded":
        as_second(case)
        examine.unblind(case, 1, "to look")
    else:
        examine.seal(case, 1, BlindReading(tuple("AB?1234")))
        as_second(case)
        if how == "shown":
            examine.record_reading(case, 1, READING, "default")
        else:
            examine.reconcile(case, 1, parse_conclusion("[AB]", {1: "open"}, "x"))
    with pytest.raises(ActRefused):
        second.seal(case, 1, CANNOT_READ)


def test_a_record_that_tells_of_a_second_reading_that_was_not_blind_is_refused() -> None:
    told = [
        acts.CaseCreated(Case("id")),
        acts.EvidenceAcquired(1, ITEM, ""),
        acts.QuadSet(1, PLACE),
        acts.BlindReadingSealed(1, ("A",), ""),
        acts.SecondReadingSealed(1, ("B",), ""),
    ]
    head, history = Head(0, START), History(lambda act: READING)
    for act in told[:-1]:
        event = Draft("A", kind_of(act), parameters_of(act), "1").after(head, datetime.now(UTC))
        history.take(event)
        head = Head(event.sequence, event.hash)
    act = told[-1]
    event = Draft(" a", kind_of(act), parameters_of(act), "1").after(head, datetime.now(UTC))
    with pytest.raises(ValueError, match="one who had seen another"):
        history.take(event)


def test_a_conclusion_that_departs_from_the_second_reading_needs_its_reason(case: OpenCase) -> None:
    examine.seal(case, 1, BlindReading(("A",)))
    as_second(case)
    second.seal(case, 1, BlindReading(("B",)))
    with pytest.raises(ActRefused, match="your own: A, second: B, the machine's: none"):
        examine.reconcile(case, 1, parse_conclusion("A"))
    examine.reconcile(case, 1, parse_conclusion("A", {1: "The bar is seen."}))


def test_clock_and_steps_of_an_exhibit_are_kept_and_taken_away(case: OpenCase) -> None:
    rows = case.view.head.rows
    clock = SceneClock(FRAME.ref, datetime(2026, 4, 14, 17, 3, 21, 480_000))
    for _ in range(2):  # the second time nothing changed
        set_clock(case, 1, clock)
    recipe = Recipe((Step.of("gamma", gamma=2.0), replace(Step.of("unsharp"), enabled=False)))
    for _ in range(2):
        set_enhancement(case, 1, recipe, True)
    path = case.path
    case.close()
    with open_case(path) as again:
        (exhibit,) = again.view.exhibits
        assert exhibit.clock == clock and exhibit.reads_enhanced
        assert again.view.head.rows == rows + 2 and not is_empty(again.view)
        set_clock(again, 1, None)
        set_enhancement(again, 1, ORIGINAL, False)
        (exhibit,) = again.view.exhibits
        assert (exhibit.clock, exhibit.recipe, exhibit.reads_enhanced) == (None, "", False)
        with pytest.raises(ActRefused, match="no exhibit 2"):
            set_clock(again, 2, clock)


def test_frames_switched_in_a_track_are_kept_in_order(case: OpenCase) -> None:
    examine.switch_frames(case, 1, (5, 3))
    examine.switch_frames(case, 1, ())
    assert [one.off for one in case.view.plates[0].switched] == [(3, 5), ()]
    with pytest.raises(ActRefused, match="no plate 2"):
        examine.switch_frames(case, 2, ())


def test_a_case_in_which_only_evidence_was_taken_in_is_empty(tmp_path: Path) -> None:
    with new_case(tmp_path / "b.flpr", Case("")) as case:
        add_evidence(case, ITEM)
        assert is_empty(case.view)
        mark(case, PLACE)
        assert not is_empty(case.view)
