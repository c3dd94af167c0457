"""Bad files: each gives one sentence that names it, nothing on the terminal, and nothing else is opened."""

import os
import random
import socket
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from av.stream import Disposition
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.media.hashing import digest_file
from forensic_lpr.media.probe import probe
from forensic_lpr.media.source import open_source

GetClip = Callable[[str], Path]

TEXTS = {
    "page.html": b"<!DOCTYPE html><html><body><img src='http://127.0.0.1:9/x.png'></body></html>",
    "drawing.svg": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    "drawing.png": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9'/></svg>",
    "notes.txt": b"ABC1D23 was seen at noon.\n" * 400,
    "notes.mp4": b"ABC1D23 was seen at noon.\n" * 400,
    "list.m3u8": b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n",
    "list.mp4": b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nclip.ts\n#EXT-X-ENDLIST\n",
    "script.ffconcat": b"ffconcat version 1.0\nfile clip.ts\nfile clip.ts\n",
    "script.avi": b"ffconcat version 1.0\nfile clip.ts\nfile clip.ts\n",
    "stream.sdp": b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n",
    "manifest.mpd": b'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"></MPD>',
    "zeros.bin": bytes(5000),
    "zeros.mp4": bytes(5000),
    "one.png": b"\x89",
    "head.png": b"\x89PNG\r\n\x1a\n",
    "head.jpg": b"\xff\xd8\xff",
    "head.tif": b"II*\x00\x08\x00\x00\x00",
    "head.webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "head.bmp": b"BM\x00\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00",
}


def refused(path: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """Assert that a file is refused by probe and by open_source; returns the sentence."""
    for use in (probe, open_source):
        with pytest.raises(EvidenceUnreadable) as caught:
            use(path)
        sentence = str(caught.value)
        assert path.name in sentence
        assert sentence.endswith(".") and "\n" not in sentence
        assert str(path.parent) not in sentence
    assert capfd.readouterr() == ("", "")
    return sentence


@pytest.mark.parametrize("name", TEXTS)
def test_disguised_files_are_refused(
    name: str,
    tmp_path: Path,
    clip: GetClip,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clip.ts").write_bytes(clip("h264-ts").read_bytes())
    path = tmp_path / name
    path.write_bytes(TEXTS[name])
    refused(path, capfd)


def test_missing_folder_empty_and_pipe(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert "does not exist" in refused(tmp_path / "none.png", capfd)
    (tmp_path / "folder.mp4").mkdir()
    assert "is a folder" in refused(tmp_path / "folder.mp4", capfd)
    (tmp_path / "empty.avi").touch()
    assert "is empty" in refused(tmp_path / "empty.avi", capfd)
    os.mkfifo(tmp_path / "pipe.ts")
    assert "not a regular file" in refused(tmp_path / "pipe.ts", capfd)
    with pytest.raises(EvidenceUnreadable):
        digest_file(tmp_path / "none.png")
    with pytest.raises(EvidenceUnreadable):
        digest_file(tmp_path / "a\0b")


@pytest.mark.parametrize(
    "name", ["concat:a|b", "http:%2F%2F127.0.0.1", "%d.png", "frame%03d.ts", "-i.mp4", "lavfi:x"]
)
def test_names_are_never_interpreted(name: str, tmp_path: Path, clip: GetClip) -> None:
    path = tmp_path / name
    path.write_bytes(clip("h264-ts").read_bytes())
    assert probe(path).codec == "h264"


def test_sound_without_picture_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sound.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=16000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
        frame.sample_rate = 16000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    assert "holds no video stream" in refused(path, capfd)


def test_a_cover_picture_is_no_video(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "song.m4a"
    with av.open(str(path), "w", format="mp4") as container:
        sound = container.add_stream("aac", rate=16000, layout="mono")
        cover = container.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 32, 32, "yuvj420p"
        cover.disposition = Disposition.attached_pic
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
        frame.sample_rate = 16000
        container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
        container.mux(cover.encode(av.VideoFrame(32, 32, "yuvj420p")))
        container.mux(cover.encode(None))
    assert "holds no video stream" in refused(path, capfd)


def test_metadata_in_no_known_encoding_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "named.mkv"
    with av.open(str(path), "w") as container:
        container.metadata["title"] = "qqqqqqqq"
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height = 32, 32
        container.mux(stream.encode(av.VideoFrame(32, 32, "yuv420p")))
        container.mux(stream.encode(None))
    path.write_bytes(path.read_bytes().replace(b"qqqqqqqq", b"\xff\xfe\xff\xfe\xff\xfe\xff\xfe"))
    assert probe(path).codec == "mpeg4"


@pytest.mark.parametrize("seed", range(8))
def test_random_bytes_are_refused(seed: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / f"noise{seed}.avi"
    path.write_bytes(random.Random(seed).randbytes(20_000))
    refused(path, capfd)


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, 10**6),
    value=st.integers(0, 255),
    keep=st.integers(1, 10**6),
    name=st.sampled_from(["h264-mp4", "h264-mkv", "mpeg4-avi", "mpeg2-ps", "h264-ts"]),
)
def test_any_damage_gives_frames_or_a_known_error(
    at: int, value: int, keep: int, name: str, clip: GetClip, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = bytearray(clip(name).read_bytes())
    data[at % len(data)] = value
    path = tmp_path_factory.mktemp("damaged") / "clip.bin"
    path.write_bytes(data[: max(1, keep % (2 * len(data)))])
    try:
        with open_source(path) as source:
            table = source.table()
            assert table.rows
            frame = source.frame(table.rows[-1].ref)
            assert frame.ref == table.rows[-1].ref
            assert table.failures or frame.digest == table.rows[-1].digest
    except EvidenceUnreadable as error:
        assert "clip.bin" in str(error)


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, 10**6),
    value=st.integers(0, 255),
    kind=st.sampled_from(["png", "jpg", "tif", "bmp", "webp"]),
)
def test_any_damaged_still_gives_a_picture_or_a_known_error(
    at: int, value: int, kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("stills") / f"still.{kind}"
    Image.fromarray(np.arange(20 * 30 * 3, dtype=np.uint16).astype(np.uint8).reshape(20, 30, 3)).save(path)
    data = bytearray(path.read_bytes())
    data[at % len(data)] = value
    path.write_bytes(data)
    try:
        with open_source(path) as source:
            assert source.first().image.ndim == 3
    except EvidenceUnreadable as error:
        assert path.name in str(error)
