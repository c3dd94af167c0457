"""Fields as pictures of their own: the right field, at its own time, in the stated order."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensic_lpr.core.evidence import FrameRef, FrameRow, FrameTable
from forensic_lpr.core.fields import field_picture
from forensic_lpr.core.integrity import Remark, Stretch
from forensic_lpr.errors import EvidenceUnreadable, FrameNotFound
from forensic_lpr.media.fields import field_table, frame_table
from forensic_lpr.media.source import open_source
from forensic_lpr.operations.acquire import acquire, load_frame, open_item
from forensic_lpr.synthesis.numbered import WOVEN, NumberedClip, number_in

GetClip = Callable[[str], Path]


@pytest.fixture(params=WOVEN, ids=lambda clip: clip.name)
def woven(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, NumberedClip]:
    clip: NumberedClip = request.param
    return clip.write(tmp_path), clip


def test_every_field_is_the_right_one_in_any_order(woven: tuple[Path, NumberedClip]) -> None:
    path, clip = woven
    item = acquire(path, fields="stated")
    assert item.media.separated and item.media.field_order == clip.woven
    with open_item(item) as source:
        assert number_in(source.first().image) == 0
        table = source.table()
        assert len(table.rows) == clip.frames == 60
        for index in np.random.default_rng(3).permutation(60):
            frame = source.frame(table.rows[index].ref)
            assert number_in(frame.image) == index and frame.ref.index == index
            assert frame.digest == table.rows[index].digest
    assert number_in(load_frame(item, table.rows[33].ref, table).image) == 33


def test_in_the_wrong_order_the_numbers_go_to_and_fro(woven: tuple[Path, NumberedClip]) -> None:
    path, clip = woven
    item = acquire(path, fields="bottom" if clip.woven == "top" else "top")
    with open_item(item) as source:
        seen = [number_in(source.frame(row.ref).image) for row in source.table().rows[:6]]
    assert seen == [1, 0, 3, 2, 5, 4]


def test_what_is_told_of_separated_fields(woven: tuple[Path, NumberedClip]) -> None:
    path, clip = woven
    plain, apart = acquire(path).media, acquire(path, fields="stated").media
    assert (plain.separated, plain.field_order, plain.taken) == (False, clip.woven, (plain.stream, ""))
    assert apart.taken == (plain.stream, clip.woven)
    assert apart.frame_count == 2 * plain.frame_count
    assert dict(apart.facts)["Fields"].endswith(f"; each field shown alone, the {clip.woven} one first")
    assert not any("weaves" in caution for caution in apart.cautions)
    assert "is shown field by field" in apart.cautions[-1]


def test_fields_stand_half_a_step_apart(woven: tuple[Path, NumberedClip]) -> None:
    path, _ = woven
    with open_item(acquire(path, fields="stated")) as source:
        times = [row.ref.seconds for row in source.table().rows]
    # MPEG-TS counts in 1/90000 s, Matroska in milliseconds: a step of 20 ms is exact in both.
    assert {b - a for a, b in pairwise(times)} == {Fraction(1, 50)}


def test_a_separated_clip_refuses_frames_that_it_has_not(woven: tuple[Path, NumberedClip]) -> None:
    path, clip = woven
    with open_source(path, fields=clip.woven) as source:
        ref = source.table().rows[7].ref
        for wrong in (replace(ref, index=8), replace(ref, pts=ref.pts + 1), replace(ref, index=60)):
            with pytest.raises(FrameNotFound):
                source.frame(wrong)


def test_what_has_no_fields_is_one_sentence(clip: GetClip, tmp_path: Path) -> None:
    with pytest.raises(EvidenceUnreadable, match="does not state which field"):
        acquire(clip("h264-mp4"), fields="stated")
    with pytest.raises(EvidenceUnreadable, match="turned"):
        acquire(clip("h264-turned-mp4"), fields="top")
    assert acquire(clip("h264-mp4"), fields="top").media.separated
    still = tmp_path / "still.png"
    Image.new("L", (8, 8)).save(still)
    with pytest.raises(EvidenceUnreadable, match="still picture"):
        acquire(still, fields="top")


def _table(stamps: list[int]) -> FrameTable:
    rows = tuple(
        FrameRow(FrameRef(index, pts, Fraction(1, 10)), "P", index == 0, f"{index:064x}")
        for index, pts in enumerate(stamps)
    )
    return FrameTable(rows, (Remark("gap", "Missing.", (Stretch(1, 2),)),))


def test_the_tables_of_frames_and_fields_are_inverses_also_over_gaps_and_steps_back() -> None:
    frames = _table([5, 15, 25, 95, 105, 100, 110])
    fields = field_table(frames)
    assert frame_table(fields) == frames
    assert [row.ref.pts for row in fields.rows] == [
        10,
        20,
        30,
        40,
        50,
        60,
        190,
        200,
        210,
        220,
        200,
        210,
        220,
        230,
    ]
    assert [row.ref.index for row in fields.rows] == list(range(14))
    assert {row.ref.time_base for row in fields.rows} == {Fraction(1, 20)}
    assert fields.remarks[0].stretches == (Stretch(2, 5),)
    assert [row.key for row in fields.rows[:3]] == [True, False, False]


def test_a_field_keeps_its_lines_and_fills_the_others_with_the_mean_of_its_neighbours() -> None:
    image = np.array([[10, 20], [200, 201], [30, 41], [202, 203]], dtype=np.uint8)
    assert field_picture(image, "top").tolist() == [[10, 20], [20, 31], [30, 41], [30, 41]]
    assert field_picture(image, "bottom").tolist() == [[200, 201], [200, 201], [201, 202], [202, 203]]
    assert not field_picture(image, "top").flags.writeable
