"""One contract for every kind of clip: the frame asked for, always."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.errors import Cancelled, EvidenceChanged, EvidenceUnreadable, FrameNotFound
from forensic_lpr.media.cache import PictureCache
from forensic_lpr.media.hashing import digest_pixels
from forensic_lpr.media.pictures import Converter, matrix_of
from forensic_lpr.media.probe import probe
from forensic_lpr.media.pump import Pump
from forensic_lpr.media.source import open_source
from forensic_lpr.media.table import build_table, frame_at_index, frame_at_time
from forensic_lpr.media.video import VideoSource, cache_budget
from forensic_lpr.synthesis.numbered import CLIPS, number_in

GetClip = Callable[[str], Path]
BY_NAME = {clip.name: clip for clip in CLIPS}
NAMES = list(BY_NAME)
HONEST_REMARKS = {"h264-avi": 1, "h264-raw": 1, "h265-raw": 1, "h264-ps": 1}
"""Sound clips whose containers nevertheless lack time stamps, which the table says once."""


@pytest.mark.parametrize("cache_bytes", [1, None], ids=["uncached", "cached"])
@pytest.mark.parametrize("name", NAMES)
def test_every_seek_gives_the_frame_asked_for(name: str, cache_bytes: int | None, clip: GetClip) -> None:
    table = build_table(clip(name))
    assert len(table.rows) == 60
    chooser = random.Random(name)
    wanted = [0, 59, 58, 59, 1, *(chooser.randrange(60) for _ in range(40))]
    with VideoSource(clip(name), cache_bytes) as source:
        source.attach_table(table)
        found = []
        for index in wanted:
            frame = source.frame(frame_at_index(table, index))
            assert frame.digest == table.rows[index].digest == digest_pixels(frame.image)
            found.append(BY_NAME[name].seen(frame.image))
    assert found == wanted


@pytest.mark.parametrize("name", NAMES)
def test_table_lists_all_frames_in_order(name: str, clip: GetClip) -> None:
    table = build_table(clip(name))
    assert [row.ref.index for row in table.rows] == list(range(60))
    assert table.rows[0].key
    assert len({row.digest for row in table.rows}) == 60
    assert len(table.failures) == HONEST_REMARKS.get(name, 0), table.failures
    if name != "h264-avi":
        times = [row.ref.seconds for row in table.rows]
        assert times == sorted(times) and len(set(times)) == 60


@pytest.mark.parametrize("name", NAMES)
def test_first_frame_and_stepping_on_need_no_table(name: str, clip: GetClip) -> None:
    refs = [row.ref for row in build_table(clip(name)).rows]
    with open_source(clip(name)) as source:
        first = source.first()
        seen = BY_NAME[name].seen
        assert (first.ref, seen(first.image)) == (refs[0], 0)
        assert [seen(source.frame(refs[index]).image) for index in (0, 1, 2, 7, 3, 30)] == [
            0,
            1,
            2,
            7,
            3,
            30,
        ]
        with pytest.raises(FrameNotFound):
            source.frame(FrameRef(4, refs[4].pts + 1, refs[4].time_base))
        with pytest.raises(FrameNotFound):
            source.frame(FrameRef(60, refs[59].pts + 1, refs[59].time_base))


def test_seeking_does_not_decode_from_the_start(clip: GetClip) -> None:
    table = build_table(clip("h264-mkv"))
    with VideoSource(clip("h264-mkv"), cache_bytes=1) as source:
        source.attach_table(table)
        starts = 0
        restart = source._restart

        def counted() -> object:
            nonlocal starts
            starts += 1
            return restart()

        source._restart = counted  # type: ignore[assignment, method-assign]
        for index in (50, 40, 30, 55, 26):
            source.frame(table.rows[index].ref)
        assert starts == 0


def test_picture_is_read_only_rgb_of_the_size_told(clip: GetClip) -> None:
    with open_source(clip("h264-mp4")) as source:
        image = source.first().image
        assert image.shape == (source.info.height, source.info.width, 3) == (64, 96, 3)
        assert image.dtype == np.uint8 and not image.flags.writeable
        assert source.first().picture_type == "I"


def test_a_frame_of_another_clip_is_not_found(clip: GetClip) -> None:
    with open_source(clip("h264-mp4")) as source:
        ref = source.table().rows[5].ref
        for wrong in (
            replace(ref, index=6),
            replace(ref, pts=ref.pts + 1),
            replace(ref, index=60),
            replace(ref, index=-1),
        ):
            with pytest.raises(FrameNotFound):
                source.frame(wrong)


def test_pixels_that_differ_from_the_table_are_refused(clip: GetClip) -> None:
    table = build_table(clip("h264-mkv"))
    rows = list(table.rows)
    rows[30] = replace(rows[30], digest="0" * 64)
    with open_source(clip("h264-mkv")) as source:
        source.attach_table(replace(table, rows=tuple(rows)))
        with pytest.raises(EvidenceChanged):
            source.frame(rows[30].ref)
        assert number_in(source.frame(rows[31].ref).image) == 31


def test_repeated_time_stamps_are_told_and_frames_still_right(clip: GetClip) -> None:
    table = build_table(clip("h264-mkv"))
    rows = tuple(replace(row, ref=replace(row.ref, pts=row.ref.pts)) for row in table.rows)
    same = replace(rows[20], ref=replace(rows[20].ref, pts=rows[19].ref.pts))
    with open_source(clip("h264-mkv")) as source:
        source.attach_table(replace(table, rows=(*rows[:20], same, *rows[21:])))
        assert number_in(source.frame(rows[45].ref).image) == 45


def test_table_can_be_cancelled_soon(clip: GetClip) -> None:
    calls = []

    def cancel(done: int, total: int | None, text: str = "") -> None:
        calls.append(done)
        raise Cancelled

    with open_source(clip("h264-mp4")) as source:
        with pytest.raises(Cancelled):
            source.table(cancel)
        assert len(calls) == 1 and calls[0] <= 4
        assert len(source.table().rows) == 60


def test_table_can_be_built_in_another_thread_meanwhile(clip: GetClip) -> None:
    table = build_table(clip("h264-ts"))
    with ThreadPoolExecutor(2) as pool, VideoSource(clip("h264-ts"), cache_bytes=1) as source:
        beside = [pool.submit(build_table, clip("h264-ts")) for _ in range(4)]
        source.attach_table(table)
        for index in (40, 3, 59, 20, 33, 8):
            assert number_in(source.frame(table.rows[index].ref).image) == index
        assert [future.result() for future in beside] == [table] * 4


def test_decoder_lines_of_one_thread_do_not_reach_the_table_of_another(clip: GetClip, tmp_path: Path) -> None:
    data = bytearray(clip("h264-ts").read_bytes())
    for at in range(len(data) // 2 + 100, len(data), 1000):
        data[at] ^= 0xFF
    path = tmp_path / "damaged.ts"
    path.write_bytes(data)
    with ThreadPoolExecutor(2) as pool:
        damaged = [pool.submit(build_table, path) for _ in range(4)]
        sound = [pool.submit(build_table, clip("h264-ts")) for _ in range(4)]
        assert all(future.result().failures == () for future in sound)
        assert len({future.result().failures for future in damaged}) == 1


@pytest.mark.parametrize("degrees", [90, 180, -90])
def test_rotation_is_applied_and_told(degrees: int, tmp_path: Path) -> None:
    recipe = BY_NAME["h264-mp4"]
    path = replace(recipe, rotation=degrees, frames=13).write(tmp_path)
    info = probe(path)
    with open_source(path) as source:
        image = source.frame(source.table().rows[5].ref).image
    assert (info.width, info.height) == ((96, 64) if degrees == 180 else (64, 96))
    assert image.shape == (info.height, info.width, 3)
    # FFmpeg's degrees, and those of PyAV, count counter-clockwise.
    assert number_in(np.rot90(image, -degrees // 90)) == 5
    assert "applied" in dict(info.facts)["Turn"]


def test_facts_of_a_clip(clip: GetClip) -> None:
    info = probe(clip("h264-interlaced-mp4"))
    facts = dict(info.facts)
    assert (info.kind, info.codec, info.frame_count) == ("video", "h264", 60)
    assert info.duration is not None and abs(float(info.duration) - 2.4) < 0.1
    assert facts["Fields"] == "interlaced, top field first; both fields woven in one picture"
    assert facts["Pixel format"] == "yuv420p"
    assert facts["Colour matrix"] == "not stated, BT.601 assumed"
    assert facts["Average frame rate"].startswith("25.000")
    assert facts["Decoder"].startswith("h264, PyAV ")
    assert dict(probe(clip("h264-mp4")).facts)["Fields"] == "progressive"
    assert dict(probe(clip("mjpeg-avi")).facts)["Colour range"] == "full (0 to 255)"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("h264-bottom-first-mkv", "interlaced, bottom field first; both fields woven in one picture"),
        ("mpeg2-interlaced-ps", "interlaced, bottom field first; both fields woven in one picture"),
        ("mpeg2-ps", "progressive"),
    ],
)
def test_field_order_is_told(name: str, told: str, clip: GetClip) -> None:
    info = probe(clip(name))
    assert dict(info.facts)["Fields"] == told
    woven = f"{clip(name).name} is interlaced: each picture weaves two fields taken one after the other."
    assert info.cautions == ((woven,) if told.startswith("interlaced") else ())


def test_pixels_that_are_not_square_are_kept_and_told(clip: GetClip, tmp_path: Path) -> None:
    info = probe(clip("h264-anamorphic-mp4"))
    assert (info.width, info.height) == (96, 64)
    assert (
        dict(info.facts)["Pixel shape"]
        == "16:11, kept as stored; with square pixels the picture would be 140 × 64"
    )
    assert info.cautions == (
        "The pixels of h264-anamorphic-mp4.mp4 are not square (16:11): they are shown as stored, so shapes look "
        "1.45 times too narrow.",
    )
    turned = probe(replace(BY_NAME["h264-anamorphic-mp4"], rotation=90, frames=3).write(tmp_path))
    assert (turned.width, turned.height) == (64, 96)
    assert (
        dict(turned.facts)["Pixel shape"]
        == "11:16, kept as stored; with square pixels the picture would be 64 × 140"
    )
    assert "1.45 times too wide" in turned.cautions[0]


def test_another_video_stream_is_read_when_chosen(clip: GetClip) -> None:
    path, made = clip("h264-two-streams-mkv"), BY_NAME["h264-two-streams-mkv"]
    info = probe(path, 1)
    assert info.stream == 1 and [number for number, _ in info.streams] == [0, 1]
    assert dict(info.facts)["Video streams"] == "2, number 1 is read; not read: number 0: h264, 96 × 64"
    assert info.cautions == (f"{path.name} holds 2 video streams; number 1 is shown.",)
    for stream in (0, 1):
        table = build_table(path, stream=stream)
        with open_source(path, stream=stream) as source:
            assert number_in(source.first().image) == made.drawn(0, stream)
            assert source.table() == table
            for index in (40, 3, 59):
                seen = number_in(source.frame(frame_at_index(table, index)).image)
                assert seen == made.drawn(index, stream)
    with pytest.raises(EvidenceUnreadable, match=r"has no video stream 7; the numbers .* are 0, 1"):
        probe(path, 7)


def test_a_colour_matrix_without_meaning_is_told_and_assumed(clip: GetClip) -> None:
    with av.open(str(clip("h264-mp4"))) as container:
        picture = next(container.decode(video=0))
    right = Converter("a").rgb(picture)
    picture.colorspace = 3
    assert matrix_of(picture) == "code 3 without meaning, BT.601 assumed"
    assert np.array_equal(Converter("a").rgb(picture), right)


def test_frame_at_time_is_the_frame_shown_then(clip: GetClip) -> None:
    table = build_table(clip("h264-vfr-mkv"))
    for index, row in enumerate(table.rows[:-1]):
        assert frame_at_time(table, row.ref.seconds).index == index
        middle = (row.ref.seconds + table.rows[index + 1].ref.seconds) / 2
        assert frame_at_time(table, middle).index == index
    assert frame_at_time(table, -1).index == 0
    assert frame_at_time(table, 1e9).index == 59
    with pytest.raises(FrameNotFound):
        frame_at_index(table, 60)
    with pytest.raises(FrameNotFound):
        frame_at_index(table, -1)


def test_stepping_back_through_a_group_decodes_it_once_more_at_most(
    clip: GetClip, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = build_table(clip("one-gop-mp4"))
    packets = 0
    step = Pump.step

    def counted(pump: Pump) -> list[av.VideoFrame] | None:
        nonlocal packets
        packets += 1
        return step(pump)

    monkeypatch.setattr(Pump, "step", counted)
    with VideoSource(clip("one-gop-mp4")) as source:
        source.attach_table(table)
        assert number_in(source.frame(table.rows[50].ref).image) == 50
        assert packets > 50
        used = []
        for index in range(49, -1, -1):
            packets = 0
            assert number_in(source.frame(table.rows[index].ref).image) == index
            used.append(packets)
        # A jump leaves out what it does not need; the first step beyond its neighbours decodes the rest, once.
        (steps,) = (at for at, more in enumerate(used) if more)
        assert steps >= 16 and used[steps] > 20
        source.rest()
        packets = 0
        assert number_in(source.frame(table.rows[49].ref).image) == 49
        assert packets > 0
    assert 256 <= cache_budget() / 1024**2 <= 1024


def test_a_jump_leaves_out_frames_that_no_other_is_built_on(clip: GetClip) -> None:
    table = build_table(clip("one-gop-mp4"))
    with VideoSource(clip("one-gop-mp4")) as source:
        source.attach_table(table)
        assert number_in(source.frame(table.rows[50].ref).image) == 50
        kept = [row.ref.index for row in table.rows if source._cache.get(row.ref.index) is not None]
    passed = [row.ref.index for row in table.rows[:34] if row.ref.index not in kept]
    assert passed and {table.rows[index].picture_type for index in passed} == {"B"}
    assert set(range(34, 51)) <= set(kept)


def test_cache_keeps_to_its_budget_and_forgets_the_oldest() -> None:
    pictures = [av.VideoFrame(64, 64, "gray") for _ in range(4)]
    size = sum(plane.buffer_size for plane in pictures[0].planes)
    cache = PictureCache(2 * size)
    for index in (0, 1):
        cache.put(index, pictures[index])
    assert cache.get(0) is pictures[0]
    cache.put(2, pictures[2])
    assert [cache.get(index) is not None for index in range(3)] == [True, False, True]
    tiny = PictureCache(1)
    tiny.put(0, pictures[0])
    tiny.put(3, pictures[3])
    assert tiny.get(0) is None and tiny.get(3) is pictures[3]
