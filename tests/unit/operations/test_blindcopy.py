"""A blind copy holds no byte of any reading, and only what was sealed in it blind comes back into the case."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from report_samples import frame_of, item, reading

from forensic_lpr.core import acts
from forensic_lpr.core.acts import Place
from forensic_lpr.core.blind import CANNOT_READ, BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.conclusion import parse_conclusion
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.errors import (
    ActRefused,
    CaseInvalid,
    CaseNotWritten,
    EvidenceChanged,
    EvidenceUnreadable,
    ForensicLprError,
)
from forensic_lpr.media.hashing import digest_file
from forensic_lpr.operations import examine
from forensic_lpr.operations.blindcopy import blind_copy, take_in
from forensic_lpr.operations.case import (
    add_evidence,
    mark,
    new_case,
    open_case,
    set_enhancement,
)

QUAD = Quad.from_points([(300.25, 200), (392, 206.5), (391, 238), (299.5, 231)])
FRAME = frame_of(QUAD)
PLACE = Place(1, FRAME.ref, FRAME.digest, QUAD)
OTHER = replace(PLACE, quad=QUAD.shifted(0, 60))
FACTS = Case(
    "",
    number="2026-0417",
    laboratory="Laboratory",
    examiner="A. Examiner",
    reviewer="R. Reviewer",
    question="What does the plate show?",
    context="The neighbour remembers ZZZ9Z99.",
    deviations="The screen was changed.",
    request="Court, 12 K 345/26",
)
SECOND = "B. Second"


@pytest.fixture
def evidence(tmp_path: Path) -> EvidenceItem:
    path = tmp_path / "camera 4.avi"
    path.write_bytes(b"evidence" * 100)
    return replace(item(), path=path, digests=digest_file(path))


@pytest.fixture
def case(tmp_path: Path, evidence: EvidenceItem) -> Path:
    """A case, closed: plate 1 read, changed, read by machine, concluded on and reported; plate 2 marked only."""
    path = tmp_path / "case.flpr"
    with new_case(path, FACTS) as case:
        add_evidence(case, evidence)
        set_enhancement(case, 1, Recipe((Step.of("gamma", gamma=1.75),)), False)
        mark(case, PLACE)
        examine.seal(case, 1, BlindReading(tuple("QWJ7K4[3".replace("[", "")), "The tail is in glare."))
        read = reading(evidence, FRAME, QUAD)
        examine.record_reading(case, 1, read, "default")
        examine.change_reading(case, 1, tuple("QWJ7K48"), "Seen again on paper.")
        remarks = dict.fromkeys(range(1, 8), "By its outline.")
        examine.reconcile(case, 1, parse_conclusion("QWJ7K48", remarks, "All in all."))
        case.record(examine.report_act(case, tmp_path / "laudo.pdf", b"%PDF", (1,)))
        mark(case, OTHER)
    return path


def copy_of(case: Path, examiner: str = SECOND) -> Path:
    return blind_copy(case, case.with_name("blind.flpr"), examiner)


def forbidden(case: Path) -> set[bytes]:
    """All that tells of a reading, and every row of the first log that is not handed on."""
    with open_case(case, writable=False) as opened:
        view = opened.view
        plate = view.plates[0]
        read = plate.readings[0].reading
        assert isinstance(read, PlateReading)
        told = {
            *('"Q","W","J","7","K","4","3"', '"Q","W","J","7","K","4","8"'),
            *("in glare", "on paper", "All in all", "outline", "laudo", "gamma", "ZZZ9Z99", "R. Reviewer"),
            *("screen was changed", plate.readings[0].act.document, read.weights.sha256),
            *(candidate.text for candidate in read.plates[:20]),
            *(event.hash for event in view.events),
        }
    kinds = {
        "blind reading sealed",
        "reading recorded",
        "machine reading shown",
        "reconciled",
        "report made",
    }
    return {text.encode() for text in told | kinds}


def found(data: bytes, wanted: set[bytes]) -> set[bytes]:
    """Which of some texts stand in a file, also in UTF-16 or with other letters."""
    folded = data.lower()
    return {t for t in wanted if t.lower() in folded or t.decode().encode("utf-16-le") in data}


def test_no_byte_of_a_reading_is_in_the_copy(case: Path) -> None:
    wanted = forbidden(case)
    assert len(found(case.read_bytes(), wanted)) == len(wanted)  # the search finds what is there
    made = copy_of(case)
    assert found(made.read_bytes(), wanted | {b"QWJ7K43", b"QWJ7K48"}) == set()
    assert [path.name for path in made.parent.glob("blind.flpr*")] == ["blind.flpr"]
    with open_case(made, writable=False) as copy, open_case(case, writable=False) as first:
        kinds = [event.kind for event in copy.view.events]
        assert kinds == ["case created", "begun as blind copy", "evidence acquired", "quad set", "quad set"]
        assert copy.file.documents() == () and len(first.file.documents()) == 1
        assert not any(plate.unmasked or plate.seen_by for plate in copy.view.plates)
        assert [plate.marked for plate in copy.view.plates] == [PLACE, OTHER]
        told = copy.view.case
        assert (told.number, told.question, told.examiner) == (FACTS.number, FACTS.question, SECOND)
        assert (told.context, told.reviewer, told.deviations) == ("", "", "")
        assert first.view.events[-1].kind == "blind copy made"
        assert first.view.copies == (acts.BlindCopyMade("blind.flpr", told.identity, SECOND),)


def test_what_the_first_examiner_read_makes_no_difference_to_the_copy(case: Path, tmp_path: Path) -> None:
    """The same case read quite otherwise gives a copy that differs in its random identity and its times alone."""
    (tmp_path / "two").mkdir()
    other = tmp_path / "two" / "case.flpr"
    with open_case(case, writable=False) as first, new_case(other, FACTS) as second:
        add_evidence(second, first.view.exhibits[0].item)
        mark(second, PLACE)
        examine.seal(second, 1, CANNOT_READ)
        mark(second, OTHER)
        examine.seal(second, 2, BlindReading(("A",)))
    rows = []
    for path in (case, other):
        with open_case(copy_of(path), writable=False) as copy, open_case(path, writable=False) as made_of:
            told = "\n".join(f"{e.sequence} {e.who} {e.kind} {e.parameters}" for e in copy.view.events)
            for unlike in (copy.view.case.identity, made_of.view.case.identity, copy.view.case.created_at):
                told = told.replace(unlike, "-")
            rows.append(told.replace("../camera 4.avi", "camera 4.avi"))
    assert rows[0] == rows[1]
    assert (
        abs((case.with_name("blind.flpr").stat().st_size) - other.with_name("blind.flpr").stat().st_size) == 0
    )


def sealed(copy: Path, number: int, text: str) -> None:
    with open_case(copy) as opened:
        assert opened.who == SECOND
        examine.seal(opened, number, BlindReading(tuple(text), "By lamp light."))


def test_the_sealed_reading_comes_back_under_its_own_name_and_time(case: Path) -> None:
    copy = copy_of(case)
    sealed(copy, 1, "QWJ7K4?")
    with open_case(copy) as opened:
        examine.change_reading(opened, 1, tuple("XXXXXXX"), "After the machine's.")
        examine.seal(opened, 2, CANNOT_READ)
        view = opened.view
        at, head = view.plates[0].blind, view.head.hash
    before = copy.read_bytes()
    result = take_in(case, copy)
    assert result.plates == (1,) and result.left == ("Plate 2: it has no first reading in the case yet.",)
    assert copy.read_bytes() == before
    with open_case(case) as first:
        (second,) = first.view.plates[0].second
        assert at is not None
        assert (second.reading.text, second.reading.note) == ("QWJ7K4?", "By lamp light.")
        assert (second.examiner, second.sealed_at, second.copy_head) == (SECOND, at.sealed_at, head)
        assert (
            first.view.events[-1].kind == "second reading taken in"
            and first.view.events[-1].who == FACTS.examiner
        )
        assert first.view.plates[0].was_seen_by(SECOND)
        examine.seal(first, 2, BlindReading(("B",)))
    assert take_in(case, copy).plates == (2,)  # the first reading is there now
    with pytest.raises(
        ActRefused, match=r"^There is nothing to take in from blind\.flpr\. Plate 1: B\. Second has"
    ):
        take_in(case, copy)


def test_what_was_not_blind_is_not_taken_in(case: Path) -> None:
    copy = copy_of(case)
    with open_case(copy) as opened:
        examine.unblind(opened, 1, "in haste")
        mark(opened, replace(PLACE, quad=QUAD.shifted(0, -90)))
        examine.seal(opened, 3, BlindReading(("A",)))
    with pytest.raises(ActRefused) as refused:
        take_in(case, copy)
    told = str(refused.value)
    assert "Plate 1: the machine's reading was asked for before" in told
    assert "Plate 2: no reading was sealed." in told and "Plate 3: it was marked in the copy" in told


def test_one_who_has_seen_a_reading_is_no_second_examiner(case: Path) -> None:
    copy = copy_of(case)
    with open_case(copy, " a. EXAMINER") as opened:
        examine.seal(opened, 1, BlindReading(("A",)))
    with pytest.raises(ActRefused, match="has read it in the case, or saw a reading of it there"):
        take_in(case, copy)


def test_another_case_s_copy_and_a_changed_one_are_refused(case: Path, tmp_path: Path) -> None:
    copy = copy_of(case)
    sealed(copy, 1, "QWJ7K4?")
    with new_case(tmp_path / "other.flpr", FACTS):
        pass
    for of, wrong in ((case, tmp_path / "other.flpr"), (tmp_path / "other.flpr", copy)):
        with pytest.raises(ActRefused, match="is no blind copy of this case"):
            take_in(of, wrong)
    data = copy.read_bytes()
    at = data.index(b'"?"')
    copy.write_bytes(data[: at + 1] + b"3" + data[at + 2 :])
    with pytest.raises(CaseInvalid, match="changed behind the program's back"):
        take_in(case, copy)


@pytest.mark.parametrize("how", ["nobody", "first", "nothing", "gone", "changed", "there", "folder"])
def test_what_cannot_be_copied_is_one_sentence_and_leaves_nothing(
    case: Path, tmp_path: Path, how: str
) -> None:
    target, examiner = tmp_path / "blind.flpr", SECOND
    errors: dict[str, type[ForensicLprError]] = {"gone": EvidenceUnreadable, "changed": EvidenceChanged}
    if how == "nobody":
        examiner = "  "
    elif how == "first":
        examiner = "A.  examiner"
        with open_case(case) as opened:
            examine.seal(opened, 2, CANNOT_READ)
    elif how == "nothing":
        case = tmp_path / "empty.flpr"
        new_case(case, FACTS).close()
    elif how == "gone":
        (tmp_path / "camera 4.avi").unlink()
    elif how == "changed":
        (tmp_path / "camera 4.avi").write_bytes(b"evidencE" * 100)
    elif how == "there":
        target.write_bytes(b"mine")
    else:
        target = tmp_path / "no" / "blind.flpr"
    wanted = CaseNotWritten if how in ("there", "folder") else errors.get(how, ActRefused)
    with pytest.raises(wanted) as refused:
        blind_copy(case, target, examiner)
    assert re.fullmatch(r"[A-Z][^\n]+\.", str(refused.value))
    assert target.exists() == (how == "there") and not list(tmp_path.glob(".case*"))
    with open_case(case, writable=False) as opened:
        assert opened.view.copies == ()


def test_a_log_that_takes_in_what_cannot_be_is_refused(case: Path) -> None:
    told = acts.SecondReadingTakenIn(1, ("A",), "", SECOND, "2026-05-04T10:00:00-03:00", "c0ffee", "0" * 64)
    copy_of(case)
    with open_case(case) as opened:
        known = opened.view.copies[0].identity
        for wrong in (
            told,  # from a copy that was never made
            replace(told, copy=known, sealed_at="yesterday"),
            replace(told, copy=known, examiner="a. examiner"),
            replace(told, copy=known, plate=2),  # not read yet
            acts.BegunAsBlindCopy("c0ffee"),
        ):
            before = opened.view.head
            with pytest.raises(ValueError, match="it "):
                opened.record(wrong)
            assert opened.view.head == before
