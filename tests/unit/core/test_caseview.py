"""What a case says is folded from its acts, and acts that cannot have happened are found."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from report_samples import ordinary

from forensic_lpr.core import acts
from forensic_lpr.core.actrows import KINDS, kind_of, parameters_of
from forensic_lpr.core.acts import Act, Place
from forensic_lpr.core.audit import START, Draft, Head
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.caseview import same_plate
from forensic_lpr.core.conclusion import parse_conclusion
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.history import History

_, ITEM, FRAME, READING = ordinary()
PLACE = Place(1, FRAME.ref, FRAME.digest, READING.request.quad)
RECORDED = acts.ReadingRecorded(1, 1, "frame", "d" * 64, "ABC1D23", "default", ())
BEGINNING: list[Act] = [
    acts.CaseCreated(Case("id", number="7")),
    acts.EvidenceAcquired(1, ITEM, "camera 4.avi"),
    acts.QuadSet(1, PLACE),
]


def history(*told: Act) -> History:
    head, made = Head(0, START), History(lambda act: READING)
    for act in told:
        draft = Draft("A. Examiner", kind_of(act), parameters_of(act), "1.0")
        event = draft.after(head, datetime(2026, 11, 5, 10, tzinfo=UTC))
        made.take(event)
        head = Head(event.sequence, event.hash)
    return made


def test_every_kind_of_act_has_one_name() -> None:
    assert set(KINDS.values()) == set(acts.Act.__args__)
    assert len(set(KINDS.values())) == len(KINDS)


def test_a_plate_from_marking_to_conclusion() -> None:
    view = history(
        *BEGINNING,
        acts.BlindReadingSealed(1, ("A", "?", "C8"), "by eye"),
        RECORDED,
        acts.MachineReadingShown(1, 1),
        acts.ReadingChanged(1, ("A", "?", "C8"), ("A", "B", "C"), "seen now"),
        acts.Reconciled(1, parse_conclusion("AB(C)")),
    ).view()
    plate = view.plates[0]
    assert plate.unmasked
    assert plate.blind is not None
    assert plate.blind.reading == BlindReading(("A", "?", "C8"), "by eye")
    assert plate.blind.sealed_at == plate.shown_at == "2026-11-05T10:00:00+00:00"
    assert plate.blind.changes[0][1:] == (BlindReading(("A", "B", "C")), "seen now")
    assert plate.readings[0].reading is READING
    assert plate.conclusion == parse_conclusion("AB(C)")
    assert view.head.rows == len(view.events) == 8
    assert view.readings == plate.readings


def test_undo_brings_the_conclusion_before_back() -> None:
    told = [*BEGINNING, acts.Unblinded(1, ""), acts.Reconciled(1, parse_conclusion("A"))]
    told += [acts.Reconciled(1, parse_conclusion("B")), acts.Undone(6, "the conclusion B")]
    assert history(*told).view().plates[0].conclusion == parse_conclusion("A")
    assert history(*told, acts.Undone(5, "the conclusion A")).view().plates[0].conclusion is None


def test_facts_and_paths_follow_the_latest_act() -> None:
    view = history(
        *BEGINNING,
        acts.CaseDescribed(Case("id", number="8")),
        acts.EvidenceRelocated(1, ITEM.path.with_name("moved.avi"), "moved.avi"),
    ).view()
    assert view.case.number == "8"
    assert view.exhibits[0].item.path.name == "moved.avi"
    assert view.exhibits[0].acquired_path == str(ITEM.path)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (acts.CaseCreated(Case("other")), "first row"),
        (acts.EvidenceAcquired(3, ITEM, ""), "not the next"),
        (acts.EvidenceVerified(2, ""), "number 2"),
        (acts.QuadSet(3, PLACE), "not the next"),
        (acts.QuadSet(2, replace(PLACE, exhibit=9)), "number 9"),
        (acts.BlindReadingSealed(2, (), ""), "number 2"),
        (acts.BlindReadingSealed(1, ("Ä",), ""), "could not have been recorded"),
        (RECORDED, "before the blind reading was sealed"),
        (acts.MachineReadingShown(1, 1), "before the blind reading was sealed"),
        (acts.ReadingChanged(1, (), (), "x"), "never sealed"),
        (acts.Abstained(4, "x"), "number 4"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_act_that_cannot_have_happened_is_refused(act: Act, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        history(*BEGINNING, act)


def test_a_second_seal_and_a_log_without_a_beginning_are_refused() -> None:
    sealed = acts.BlindReadingSealed(1, ("A",), "")
    with pytest.raises(ValueError, match="second blind reading"):
        history(*BEGINNING, sealed, sealed)
    with pytest.raises(ValueError, match="first row"):
        history(BEGINNING[1])
    with pytest.raises(ValueError, match="does not begin"):
        history().view()


def test_a_copy_goes_its_own_way() -> None:
    first = history(*BEGINNING)
    before = first.view()
    copy = first.copy()
    draft = Draft("", "unblinded", parameters_of(acts.Unblinded(1, "")), "")
    copy.take(draft.after(before.head, datetime.now(UTC)))
    assert first.view() == before
    assert copy.view().plates[0].unmasked


def test_markings_are_of_one_plate_while_the_middle_of_each_lies_in_the_other() -> None:
    quad = Quad.from_box(100, 50, 60, 20)
    assert same_plate(quad, quad.shifted(8, 3))
    assert same_plate(quad, quad.rotated())
    assert not same_plate(quad, quad.shifted(31, 0))
    assert not same_plate(quad, Quad.from_box(110, 20, 300, 50))
    view = history(*BEGINNING).view()
    assert view.plate_at(replace(PLACE, quad=PLACE.quad.shifted(2, 1))) == view.plates[0]
    assert view.plate_at(replace(PLACE, quad=PLACE.quad.shifted(200, 1))) is None
    assert view.plate_at(replace(PLACE, frame_digest="other")) is None


def test_a_plate_may_be_marked_in_another_frame_when_that_is_said() -> None:
    later = replace(PLACE, frame_digest="later", quad=PLACE.quad.shifted(300, 0))
    view = history(*BEGINNING, acts.QuadSet(1, later)).view()
    assert view.plate_at(replace(later, quad=later.quad.shifted(1, 1))) == view.plates[0]
    assert view.plate_at(PLACE) == view.plates[0]
    assert view.plate_at(replace(PLACE, quad=later.quad)) is None
    with pytest.raises(ValueError, match="two places of one frame"):
        history(*BEGINNING, acts.QuadSet(1, replace(PLACE, quad=later.quad)))
    with pytest.raises(ValueError, match="another exhibit"):
        history(*BEGINNING, acts.EvidenceAcquired(2, ITEM, ""), acts.QuadSet(1, replace(PLACE, exhibit=2)))
