"""Damaged clips play on, and the table says what is missing."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import pytest
from av.container import InputContainer

from forensic_lpr.core.integrity import Remark, Stretch
from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.media.container import open_clip
from forensic_lpr.media.damage import Places, unrepeatable
from forensic_lpr.media.decoderlog import DecoderLog, Position
from forensic_lpr.media.pump import Pump
from forensic_lpr.media.source import open_source
from forensic_lpr.media.table import build_table
from forensic_lpr.synthesis.numbered import draw, number_in

GetClip = Callable[[str], Path]
TS_PACKET = 188


def scratched(source: Path, target: Path, flips: int, seed: int = 1) -> Path:
    """A copy with flipped bytes inside the payload of the second half's packets."""
    data = bytearray(source.read_bytes())
    chooser = random.Random(seed)
    for _ in range(flips):
        at = chooser.randrange(len(data) // 2, len(data))
        if at % TS_PACKET > 12:
            data[at] ^= 0xFF
    target.write_bytes(data)
    return target


@pytest.mark.parametrize("name", ["h264-ts", "mpeg2-ts"])
def test_flipped_bytes_are_told_and_the_rest_still_plays(name: str, clip: GetClip, tmp_path: Path) -> None:
    path = scratched(clip(name), tmp_path / "scratched.ts", 30)
    table = build_table(path)
    assert len(table.rows) >= 30
    assert any(sentence.startswith("The decoder (") for sentence in table.failures), table.failures
    with open_source(path) as source:
        source.attach_table(table)
        for row in (table.rows[10], table.rows[-1], table.rows[len(table.rows) // 2]):
            assert source.frame(row.ref).digest == row.digest
        assert number_in(source.frame(table.rows[10].ref).image) == 10


def test_a_stream_that_appears_on_the_way_does_no_harm(clip: GetClip, tmp_path: Path) -> None:
    data = bytearray(clip("mpeg2-ps").read_bytes())
    codes = [at for at in range(len(data) - 4) if data[at : at + 4] == b"\x00\x00\x01\xe0"]
    data[codes[len(codes) // 2] + 3] = 0xE5
    path = tmp_path / "two.mpg"
    path.write_bytes(data)
    table = build_table(path)
    assert 30 < len(table.rows) <= 60
    assert table.failures


def test_frames_that_decode_differently_are_named_and_still_given(clip: GetClip) -> None:
    table = build_table(clip("h264-ts"))
    rows = list(table.rows)
    rows[20] = replace(rows[20], digest="0" * 64)
    other = replace(table, rows=tuple(rows))
    told = unrepeatable(other.rows, table.rows)
    assert told == (
        Remark(
            "unrepeatable",
            "Damaged frames that decode differently from pass to pass, and can show parts of other frames: "
            "1 (numbers 20).",
            (Stretch(20, 20),),
        ),
    )
    assert unrepeatable(table.rows, table.rows) == ()
    with open_source(clip("h264-ts")) as source:
        source.attach_table(replace(other, remarks=told))
        assert number_in(source.frame(rows[20].ref).image) == 20
        assert source.frame(rows[20].ref).digest == table.rows[20].digest


def test_two_passes_over_light_damage_agree(clip: GetClip, tmp_path: Path) -> None:
    path = scratched(clip("h264-ts"), tmp_path / "scratched.ts", 30)
    assert build_table(path) == build_table(path)


def test_lost_packets_leave_a_gap_that_is_told(clip: GetClip, tmp_path: Path) -> None:
    data = clip("h264-ts").read_bytes()
    packets = [data[at : at + TS_PACKET] for at in range(0, len(data), TS_PACKET)]
    cut = len(packets) // 2
    path = tmp_path / "cut.ts"
    path.write_bytes(b"".join(packets[:cut] + packets[cut + len(packets) // 6 :]))
    table = build_table(path)
    assert len(table.rows) < 60
    gap = next(remark for remark in table.remarks if remark.sentence.startswith("Gap of"))
    assert gap.kind == "gap" and not gap.doubtful_pixels
    (place,) = gap.stretches
    assert place.last == place.first + 1
    with open_source(path) as source:
        shown = [number_in(source.frame(table.rows[at].ref).image) for at in (place.first, place.last)]
    assert -1 in shown or shown[1] - shown[0] > 1


def test_packets_marked_corrupt_are_counted(clip: GetClip, tmp_path: Path) -> None:
    data = bytearray(clip("h264-ts").read_bytes())
    for at in range(len(data) // 2 // TS_PACKET * TS_PACKET, len(data), TS_PACKET * 7):
        data[at + 1] |= 0x80  # transport error indicator
    path = tmp_path / "marked.ts"
    path.write_bytes(data)
    table = build_table(path)
    remark = next(r for r in table.remarks if r.sentence.endswith("marked as corrupt by the container."))
    assert remark.kind == "packets" and remark.doubtful_pixels
    assert remark.stretches and all(20 <= s.first <= s.last < len(table.rows) for s in remark.stretches)
    first = remark.stretches[0].first
    with open_source(path) as source:
        assert source.first().remarks is None
        source.attach_table(table)
        assert source.first().remarks == table.remarks and source.first().doubts == ()
        assert remark in source.frame(table.rows[first].ref).doubts
        after = next(row for row in table.rows if row.ref.index > first and not row.key)
        assert remark in source.frame(after.ref).doubts


def test_truncated_matroska_gives_what_is_there_and_says_so(clip: GetClip, tmp_path: Path) -> None:
    data = clip("h264-mkv").read_bytes()
    path = tmp_path / "half.mkv"
    path.write_bytes(data[: len(data) // 2])
    table = build_table(path)
    assert 10 < len(table.rows) < 60
    assert table.failures


def test_truncated_mp4_is_refused_in_one_sentence(clip: GetClip, tmp_path: Path) -> None:
    path = tmp_path / "half.mp4"
    path.write_bytes(clip("h264-mp4").read_bytes()[:3000])
    with pytest.raises(EvidenceUnreadable, match=r"half\.mp4"):
        open_source(path)


def test_empty_packets_do_not_end_the_clip(tmp_path: Path) -> None:
    """Recorders write a packet without content for "nothing new"."""
    path = tmp_path / "still.nut"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mjpeg", rate=25, options={"qmin": "2", "qmax": "3"})
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuvj420p"
        for number in range(20):
            picture = av.VideoFrame.from_ndarray(draw(number)).reformat(format="yuvj420p")
            picture.pts, picture.time_base = number, Fraction(1, 25)
            packets = stream.encode(picture)
            if number == 10:
                packets = [av.Packet(b"")]
                packets[0].stream, packets[0].pts, packets[0].dts = stream, 10, 10
                packets[0].time_base = Fraction(1, 25)
            container.mux(packets)
        container.mux(stream.encode(None))
    table = build_table(path)
    assert len(table.rows) == 19
    assert "1 packet without content." in table.failures
    with open_source(path) as source:
        source.attach_table(table)
        assert number_in(source.frame(table.rows[18].ref).image) == 19


def test_cut_mp4_with_its_index_in_front_gives_what_is_there(clip: GetClip, tmp_path: Path) -> None:
    whole, path = tmp_path / "whole.mp4", tmp_path / "cut.mp4"
    with (
        av.open(str(clip("h264-mp4"))) as given,
        av.open(str(whole), "w", options={"movflags": "faststart"}) as made,
    ):
        stream = made.add_stream_from_template(given.streams.video[0])
        for packet in given.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                made.mux(packet)
    data = whole.read_bytes()
    path.write_bytes(data[: len(data) * 6 // 10])
    table = build_table(path)
    assert 0 < len(table.rows) < 60
    told = " ".join(table.failures)
    assert {"end", "packets"} <= {remark.kind for remark in table.remarks}
    assert f"The container names 60 frames, {len(table.rows)} could be decoded." in told
    assert "1 packet could not be decoded" in told
    assert "The container names a duration of 2.400 s" in told


class StutteringContainer:
    """A container whose reading fails now and then, as over a bad disk, and goes on when asked again."""

    def __init__(self, container: InputContainer, failures: int) -> None:
        self._packets = container.demux(video=0)
        self._failures = failures

    def demux(self, stream: object) -> Iterator[av.Packet]:
        for packet in self._packets:
            yield packet
            if self._failures:
                self._failures -= 1
                raise av.InvalidDataError(1, "bad block")


@pytest.mark.parametrize("failures", [1, 5])
def test_reading_goes_on_after_errors_and_counts_them(failures: int, clip: GetClip) -> None:
    opened = open_clip(clip("mjpeg-avi"))
    stuttering = replace(opened, container=StutteringContainer(opened.container, failures))
    pump = Pump(stuttering)
    frames = 0
    while (pictures := pump.step()) is not None:
        frames += len(pictures)
    opened.close()
    assert frames == 60
    times = "1 time" if failures == 1 else f"{failures} times"
    assert [sentence for _, sentence, _ in pump.tally.told()] == [f"Reading failed {times}: bad block."]


def test_streams_that_appear_on_the_way_do_not_lose_the_last_frames(clip: GetClip) -> None:
    class Stumbling:
        """Reads as PyAV does when damage has made a stream appear: it fails before the decoder is emptied."""

        def __init__(self, container: InputContainer) -> None:
            self._container = container

        def demux(self, stream: object) -> Iterator[av.Packet]:
            yield from (packet for packet in self._container.demux(video=0) if packet.size)
            raise IndexError("list index out of range")

    opened = open_clip(clip("h264-ts"))
    pump = Pump(replace(opened, container=Stumbling(opened.container)))
    frames = 0
    while (pictures := pump.step()) is not None:
        frames += len(pictures)
    opened.close()
    assert frames == 60


def test_reading_that_fails_for_ever_is_given_up(clip: GetClip) -> None:
    class Dead:
        def demux(self, stream: object) -> Iterator[av.Packet]:
            raise av.InvalidDataError(1, "bad block")
            yield

    opened = open_clip(clip("mjpeg-avi"))
    pump = Pump(replace(opened, container=Dead()))
    while pump.step() is not None:
        pass
    opened.close()
    assert [*pump.tally.told()][-1][1] == "Reading was given up before the end of the file."


def test_decoder_log_counts_lines_that_differ_in_numbers_only_and_knows_where() -> None:
    log = DecoderLog()
    for block in range(12):
        log.at = Position(block // 6, block // 6)
        log.add("h264", f"error while decoding MB {block} 4, bytestream -{block}\n")
    log.at = None
    log.add("h264", "no \x1b[31mframe!")
    assert log.told() == (
        (
            "The decoder (h264) reported: error while decoding MB 0 4, bytestream -0 (12 times alike).",
            frozenset({Position(0, 0), Position(1, 1)}),
        ),
        ("The decoder (h264) reported: no ?[31mframe!.", frozenset()),
    )


@pytest.mark.parametrize("packet", [55, 59])
def test_every_frame_with_wrong_pixels_is_in_doubt_and_sound_ones_are_not(
    packet: int, clip: GetClip, tmp_path: Path
) -> None:
    data = bytearray(clip("h264-ts").read_bytes())
    for at in range(packet * TS_PACKET + 60, packet * TS_PACKET + 160, 9):
        data[at] ^= 0x55
    path = tmp_path / "scratched.ts"
    path.write_bytes(data)
    table = build_table(path)
    sound = {row.digest for row in build_table(clip("h264-ts")).rows}
    wrong = [row.ref.index for row in table.rows if row.digest not in sound]
    doubtful = [at for at in range(len(table.rows)) if table.doubts_on(at)]
    assert wrong and set(wrong) <= set(doubtful)
    assert min(doubtful) >= min(wrong) - 6 and max(doubtful) <= max(wrong) + 2
    assert any(remark.kind == "decoder" and remark.stretches for remark in table.remarks)


def test_places_are_frames_or_the_frames_round_a_lost_one(clip: GetClip) -> None:
    rows = build_table(clip("h264-mp4")).rows
    kept = [replace(row, ref=replace(row.ref, index=at)) for at, row in enumerate((*rows[:10], *rows[11:]))]
    places = Places(kept, stamped=True)
    assert places.frames(Position(rows[5].ref.pts, 7)) == (5,)
    assert places.frames(Position(rows[10].ref.pts, 12)) == (9, 10)
    assert places.frames(Position(rows[59].ref.pts + 99, 59)) == (58,)
    assert places.frames(Position(None, 3)) == (3,) and places.frames(Position(None, 99)) == (58,)
    assert Places(kept, stamped=False).frames(Position(rows[5].ref.pts, 7)) == (7,)
    assert places.stretches([Position(None, at) for at in (3, 5, 4, 9)]) == (Stretch(3, 5), Stretch(9, 9))
