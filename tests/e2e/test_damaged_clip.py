"""A damaged clip plays on, and its record says what is damaged; one of several streams can be chosen."""

import json
from pathlib import Path

import pypdfium2
import pytest
import torch
from command_line import ok

from forensic_lpr.cli.main import run
from forensic_lpr.core.evidence import FrameTable
from forensic_lpr.media.table import build_table
from forensic_lpr.recognition.checkpoint import ModelCard, to_bytes
from forensic_lpr.recognition.networks import INPUT_SIZES, NETWORKS
from forensic_lpr.recognition.preprocess import NORMALISATION
from forensic_lpr.report.recorded import in_portuguese
from forensic_lpr.synthesis.numbered import CLIPS, NumberedClip

QUAD = "10,10 70,10 70,40 10,40"
TS_PACKET = 188


def _made(name: str) -> NumberedClip:
    return next(clip for clip in CLIPS if clip.name == name)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network that has learnt nothing: the record of the evidence does not need one that has."""
    torch.manual_seed(3)
    name = "slot-attention"
    card = ModelCard(
        "naive", name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", None, 7, INPUT_SIZES[name], NORMALISATION,
        "none", 0, "0", "2026-01-01",
    )  # fmt: skip
    path = tmp_path_factory.mktemp("weights") / "naive.safetensors"
    path.write_bytes(to_bytes(card, NETWORKS[name](7, 36).state_dict()))
    return path


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transport stream with a scratched packet in its middle."""
    path = _made("h264-ts").write(tmp_path_factory.mktemp("damaged"))
    data = bytearray(path.read_bytes())
    for at in range(55 * TS_PACKET + 60, 55 * TS_PACKET + 160, 9):
        data[at] ^= 0x55
    path.write_bytes(data)
    return path


@pytest.fixture(scope="module")
def table(damaged: Path) -> FrameTable:
    return build_table(damaged)


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    return text


def test_the_reading_of_a_damaged_clip_says_so(
    capsys: pytest.CaptureFixture[str], damaged: Path, table: FrameTable, weights: Path
) -> None:
    sound, doubtful = 3, next(at for at in range(60) if table.doubts_on(at))
    for index in (sound, doubtful):
        arguments = ("read", damaged, "--quad", QUAD, "--frame", index, "--weights", weights)
        data = json.loads(ok(capsys, *arguments, "--json"))
        assert [remark["sentence"] for remark in data["integrity"]] == list(table.failures)
        assert data["integrity"][0]["kind"] == "packets"
        assert data["integrity"][0]["frames"] == [[s.first, s.last] for s in table.remarks[0].stretches]
        warned = [w for w in data["warnings"] if f"Frame {index} is damaged or built on a damaged one" in w]
        assert len(warned) == (index == doubtful)
        text = ok(capsys, *arguments)
        assert f"Integrity: {table.remarks[0].text}" in text


def test_the_report_on_a_damaged_clip_says_so(
    capsys: pytest.CaptureFixture[str], damaged: Path, table: FrameTable, weights: Path, tmp_path: Path
) -> None:
    out = tmp_path / "report.pdf"
    ok(capsys, "report", damaged, "--quad", QUAD, "--frame", 3, "--weights", weights, "--out", out)
    text = _text(out)
    assert "Integrity of the clip" in text
    assert f"the whole clip was decoded; {len(table.remarks)} remarks below" in text
    for remark in table.remarks:
        assert remark.sentence in text


def test_the_report_of_a_case_on_a_damaged_clip_says_so_in_its_language(
    capsys: pytest.CaptureFixture[str], damaged: Path, table: FrameTable, weights: Path, tmp_path: Path
) -> None:
    case, out = tmp_path / "case.flpr", tmp_path / "laudo.pdf"
    ok(capsys, "case", "new", case, "--number", "7", "--examiner", "A. Examiner")
    ok(capsys, "case", "add", case, damaged)
    where = ("--exhibit", 1, "--quad", QUAD, "--frame", 3)
    ok(capsys, "case", "seal", case, *where, "--cannot-read")
    ok(capsys, "case", "read", case, *where, "--weights", weights)
    ok(capsys, "report", case, "--out", out, "--language", "pt-BR")
    text = _text(out)
    assert "Integridade do vídeo" in text
    for remark in table.remarks:
        told = in_portuguese(remark.text, lambda number: number.translate(str.maketrans(",.", ".,")))
        assert told != remark.text and told in text


def test_a_stream_is_chosen_and_told(
    capsys: pytest.CaptureFixture[str], weights: Path, tmp_path: Path
) -> None:
    path = _made("h264-two-streams-mkv").write(tmp_path)
    data = json.loads(ok(capsys, "acquire", path, "--stream", 1, "--json"))
    assert data["stream"] == 1 and [number for number, _ in data["streams"]] == [0, 1]
    digests = []
    for stream in (0, 1):
        arguments = ("--quad", QUAD, "--frame", 3, "--weights", weights, "--stream", stream, "--json")
        told = json.loads(ok(capsys, "read", path, *arguments))["evidence"]
        assert told["stream"] == stream
        digests.append(told["frame_sha256"])
    assert digests[0] != digests[1]
    assert run(["acquire", str(path), "--stream", "5"]) == 2
    assert "has no video stream 5" in capsys.readouterr().err


def test_a_clock_in_the_picture_gives_every_frame_its_time(
    capsys: pytest.CaptureFixture[str], weights: Path, tmp_path: Path
) -> None:
    path = _made("h264-mp4").write(tmp_path)
    clock = ("--clock", "2026-03-01T12:00:00=10")
    arguments = (path, "--quad", QUAD, "--frame", 35, "--weights", weights, *clock)
    assert json.loads(ok(capsys, "read", *arguments, "--json"))["scene_clock"] == {
        "read_in_frame": 10,
        "read": "2026-03-01 12:00:00.000",
        "at_this_frame": "2026-03-01 12:00:01.000",
    }
    assert "By the clock in the picture: 2026-03-01 12:00:01.000" in ok(capsys, "read", *arguments)
    out = tmp_path / "report.pdf"
    ok(capsys, "report", *arguments, "--out", out, "--case-file", tmp_path / "english.flpr")
    assert "2026-03-01 12:00:01.000; the examiner read 2026-03-01 12:00:00.000 off frame 10" in _text(out)
    document = pypdfium2.PdfDocument(out)
    attached = [document.get_attachment(number) for number in range(document.count_attachments())]
    (twin,) = (json.loads(bytes(a.get_data())) for a in attached if a.get_name() == "report.json")
    document.close()
    assert twin["record"]["exhibits"][0]["clock"] == {"frame": 10, "shown": "2026-03-01 12:00:00.000"}
    ok(capsys, "report", *arguments, "--out", out, "--language", "pt-BR")
    told = "Pelo relógio na imagem 2026-03-01 12:00:01,000; o perito leu 2026-03-01 12:00:00,000 no quadro 10"
    assert told in _text(out)
    for wrong in ("noon=3", "2026-03-01T12:00:00", "2026-03-01T12:00:00=x", "2026-03-01T12:00:00=99"):
        assert run(["read", str(path), "--quad", QUAD, "--weights", str(weights), "--clock", wrong]) == 2
        assert capsys.readouterr().err.count("\n") == 1
