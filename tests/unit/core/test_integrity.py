"""Remarks and stretches."""

from dataclasses import replace
from fractions import Fraction

import pytest

from forensic_lpr.core.evidence import FrameRef, FrameRow, FrameTable
from forensic_lpr.core.integrity import KINDS, PIXELS, Remark, Stretch, place_text, stretches_of


def test_neighbouring_frames_make_one_stretch() -> None:
    assert stretches_of([7, 3, 4, 4, 5, 9]) == (Stretch(3, 5), Stretch(7, 7), Stretch(9, 9))
    assert stretches_of([]) == ()


@pytest.mark.parametrize(("first", "last"), [(-1, 3), (4, 3)])
def test_a_stretch_does_not_run_backward(first: int, last: int) -> None:
    with pytest.raises(ValueError, match="runs from"):
        Stretch(first, last)


def test_places_are_told_in_words() -> None:
    assert place_text(()) == ""
    assert place_text((Stretch(3, 3),)) == "frame 3"
    assert place_text((Stretch(3, 5), Stretch(8, 8))) == "frames 3 to 5, 8"
    many = stretches_of(range(0, 20, 2))
    assert place_text(many, most=2) == "frames 0, 2 and 8 more stretches"
    assert place_text(many[:3], most=2) == "frames 0, 2 and 1 more stretch"
    assert Remark("gap", "Gap.", (Stretch(1, 2),)).text == "Gap. (frames 1 to 2)"
    assert Remark("stamps", "No times.").text == "No times."


def test_damage_is_carried_on_to_the_next_key_and_back_over_b_frames() -> None:
    assert set(KINDS) >= PIXELS
    rows = tuple(FrameRow(FrameRef(at, at, Fraction(1)), "P", at % 5 == 0, "0" * 64) for at in range(12))
    hurt = Remark("packets", "Hurt.", (Stretch(2, 2), Stretch(8, 8)))
    table = FrameTable(rows, (hurt, Remark("gap", "Gap.", (Stretch(5, 6),))))
    assert [at for at in range(12) if table.doubts_on(at)] == [2, 3, 4, 8, 9]
    assert table.doubts_on(3) == (hurt,) and table.doubtful_pixels
    assert table.failures == ("Hurt.", "Gap.")
    ahead = tuple(replace(row, picture_type="B" if row.ref.index in (0, 1, 7) else "P") for row in rows)
    assert [at for at in range(12) if replace(table, rows=ahead).doubts_on(at)] == [0, 1, 2, 3, 4, 7, 8, 9]
    assert not FrameTable(rows, table.remarks[1:]).doubtful_pixels
