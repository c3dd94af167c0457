"""The command line from end to end, with the shipped weights and the sample case."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import torch
from command_line import ok, refused
from PIL import Image

from forensic_lpr import paths
from forensic_lpr.__main__ import COMMANDS
from forensic_lpr.cli.main import cli
from forensic_lpr.core.catalogue import OPERATIONS
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.imaging.pipeline import apply
from forensic_lpr.operations.acquire import acquire, choose_frame
from forensic_lpr.operations.read import capture, compute
from forensic_lpr.recognition.checkpoint import find, load_file
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.report.wire import reading_data

SAMPLE = paths.resources() / "sample"
TOLD = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))


def _quad(entry: dict) -> str:
    return " ".join(f"{x},{y}" for x, y in entry["quad"])


@pytest.mark.parametrize("entry", TOLD, ids=lambda e: f"{e['file']}-{e['frame']}")
def test_read_tells_the_truth_of_the_sample_case(capsys: pytest.CaptureFixture[str], entry: dict) -> None:
    out = ok(
        capsys, "read", SAMPLE / entry["file"], "--quad", _quad(entry), "--frame", entry["frame"], "--json"
    )
    data = json.loads(out)
    assert data["plates"][0]["text"] == entry["text"]
    assert data["format"] == entry["format"]
    assert [len(slot) for slot in data["slots"]] == [5] * 7
    assert data["calibrated"] is True
    assert all(s[0][0] == kept[0] for s, kept in zip(data["slots"], data["sets"], strict=True))
    assert data["plates"][-1]["cumulative"] == pytest.approx(sum(p["probability"] for p in data["plates"]))
    item = acquire(SAMPLE / entry["file"])
    assert data["evidence"]["sha256"] == item.digests.sha256
    assert data["weights"]["name"] == "default" and len(data["weights"]["sha256"]) == 64
    assert {"quad", "plate_px", "plates_without_syntax", "warnings"} <= data.keys()
    # Beside a right marking no caution stands but that of the size.
    assert {caution["kind"] for caution in data["inspection"]["cautions"]} <= {"few-pixels", "low"}
    assert 0 < data["inspection"]["legibility"] <= 1


def test_the_command_line_gives_what_the_operations_give(capsys: pytest.CaptureFixture[str]) -> None:
    """The window calls the same two functions; its own test compares it with them too."""
    entry = TOLD[1]
    out = ok(
        capsys, "read", SAMPLE / entry["file"], "--quad", _quad(entry), "--frame", entry["frame"], "--json"
    )
    item = acquire(SAMPLE / entry["file"])
    frame = choose_frame(item, entry["frame"], None)
    request = capture(item, frame, Quad.from_points(entry["quad"]))
    reading = compute(request, frame, Recognizer.load("default"), load_formats())
    assert json.loads(out) == json.loads(json.dumps(reading_data(item, reading)))


def test_frame_by_time_is_frame_by_number(capsys: pytest.CaptureFixture[str]) -> None:
    clip, quad = SAMPLE / "gate-camera.mp4", _quad(TOLD[1])
    by_number = json.loads(ok(capsys, "read", clip, "--quad", quad, "--frame", 10, "--json"))
    by_time = json.loads(ok(capsys, "read", clip, "--quad", quad, "--time", "00:00:00.41", "--json"))
    assert by_number == by_time
    assert by_number["evidence"]["frame"] == 10


def test_a_format_restricts_the_plates(capsys: pytest.CaptureFixture[str]) -> None:
    entry = TOLD[0]
    arguments = ("read", SAMPLE / entry["file"], "--quad", _quad(entry), "--json", "--format")
    grey = json.loads(ok(capsys, *arguments, "br-grey"))
    mercosur = json.loads(ok(capsys, *arguments, "br-mercosur"))
    assert all(p["text"][4].isdigit() for p in grey["plates"])
    assert all(p["text"][4].isalpha() for p in mercosur["plates"])
    assert grey["slots"] == mercosur["slots"]
    assert grey["plates_without_syntax"] == mercosur["plates_without_syntax"]


def _lines(document: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(document)
    return [line for page in pages for line in page.get_textpage().get_text_range().splitlines()]


RECIPE = Recipe((Step.of("gamma", gamma=1.4), Step.of("lucy-defocus", radius=1.2, iterations=3)))


def test_a_recipe_reads_the_enhanced_picture_and_the_record_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    entry, recipe = TOLD[1], tmp_path / "recipe.json"
    recipe.write_text(RECIPE.json(), "utf-8")
    arguments = (SAMPLE / entry["file"], "--quad", _quad(entry), "--frame", entry["frame"])
    data = json.loads(ok(capsys, "read", *arguments, "--recipe", recipe, "--json"))
    item = acquire(SAMPLE / entry["file"])
    frame = choose_frame(item, entry["frame"], None)
    request = capture(item, frame, Quad.from_points(entry["quad"]), recipe=RECIPE)
    reading = compute(request, frame, Recognizer.load("default"), load_formats())
    assert data == json.loads(json.dumps(reading_data(item, reading)))
    assert data["enhancement"]["recipe"] == RECIPE.data()
    plain = json.loads(ok(capsys, "read", *arguments, "--json"))
    assert plain["enhancement"]["steps"] == [] and plain["slots"] != data["slots"]
    assert data["plates_of_original"] == plain["plates"]
    assert "Enhanced in 2 steps: Gamma" in ok(capsys, "read", *arguments, "--recipe", recipe)
    ok(capsys, "report", *arguments, "--recipe", recipe, "--out", tmp_path / "r.pdf")
    text = "".join(_lines((tmp_path / "r.pdf").read_bytes()))
    assert RECIPE.digest in text and "gamma 1.40" in text


def test_enhance_writes_a_picture_and_its_record(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    recipe, out = tmp_path / "recipe.json", tmp_path / "out.png"
    recipe.write_text(RECIPE.json(), "utf-8")
    clip = SAMPLE / "gate-camera.mp4"
    ok(capsys, "enhance", clip, "--frame", 10, "--recipe", recipe, "--out", out)
    frame = choose_frame(acquire(clip), 10, None)
    with Image.open(out) as picture:
        assert (np.asarray(picture) == apply(RECIPE, frame.image)).all()
    record = json.loads((tmp_path / "out.png.json").read_text("ascii"))
    assert record["evidence"]["frame_sha256"] == frame.digest
    assert "written over" in refused(capsys, "enhance", clip, "--recipe", recipe, "--out", out)
    recipe.write_text(RECIPE.json().replace("1.4", "NaN"), "utf-8")
    assert "NaN" in refused(capsys, "enhance", clip, "--recipe", recipe, "--out", tmp_path / "b.png")
    assert "cannot be read" in refused(
        capsys, "read", clip, "--quad", GOOD, "--recipe", tmp_path / "none.json"
    )
    refused(capsys, "enhance", clip)
    listed = ok(capsys, "enhance", "--list")
    assert all(f"{operation.name}: {operation.title}" in listed for operation in OPERATIONS)


def test_acquire_tells_digests_and_facts(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(ok(capsys, "acquire", SAMPLE / "gate-camera.mp4", "--json"))
    assert (data["kind"], data["width"], data["height"]) == ("video", 960, 540)
    assert len(data["sha256"]) == 64 and len(data["md5"]) == 32
    assert data["sha256"] in ok(capsys, "acquire", SAMPLE / "gate-camera.mp4")


def test_evaluate_prints_every_width(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    entry = TOLD[0]
    x0, y0, x1, y1 = Quad.from_points(entry["quad"]).bounds()
    with (tmp_path / "t.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "x", "y", "width", "height", "text"])
        writer.writerow([SAMPLE / entry["file"], x0, y0, x1 - x0 + 1, y1 - y0 + 1, entry["text"]])
    data = json.loads(
        ok(capsys, "evaluate", "--photos", tmp_path / "t.csv", "--widths", "native,60,120", "--json")
    )
    assert list(data["widths"]) == ["native", "60", "120", "all"]
    assert data["widths"]["native"]["exact"] == 1.0 and data["widths"]["native"]["n"] == 1
    assert data["widths"]["all"]["n"] == 2 and data["widths"]["all"]["counts"]["characters"][1] == 14
    assert data["widths"]["120"]["n"] == 0  # narrower than 120 pixels: left out
    assert "100.0 % (1/1)" in ok(capsys, "evaluate", "--photos", tmp_path / "t.csv", "--widths", "native")
    jittered = ok(capsys, "evaluate", "--photos", tmp_path / "t.csv", "--widths", "native", "--jitters", 5)
    assert "(5/5) [21–100]" in jittered  # five readings of one plate
    assert "\n    all " not in jittered  # of one width


def test_evaluate_measures_held_drawn_plates_of_a_format(capsys: pytest.CaptureFixture[str]) -> None:
    command = ("evaluate", "--drawn", "br-mercosur", "--count", 12, "--widths", "native,60", "--json")
    told = json.loads(ok(capsys, *command))["widths"]
    assert told["native"]["n"] == told["60"]["n"] == 12 and told["native"]["exact"] >= 0.7
    misled = json.loads(ok(capsys, *command, "--format", "br-grey"))["widths"]
    assert misled["native"]["exact"] == 0  # so these are Mercosur plates indeed
    for name in ("br-martian", "auto"):  # which stands for all formats where plates are read
        assert f"'{name}' is none; known are br-grey, " in refused(capsys, "evaluate", "--drawn", name)


def test_selftest_passes_and_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    checks = json.loads(ok(capsys, "selftest", "--json"))
    assert len(checks) == 2 * len(TOLD) and all(check["passed"] for check in checks)


def test_train_and_weights(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    common = ("--runs", tmp_path)
    out = ok(
        capsys,
        "train",
        "recognizer",
        "--run",
        "r",
        "--samples",
        8,
        "--batch",
        4,
        "--easy",
        4,
        "--narrow",
        0.25,
        "--threads",
        1,
        *common,
    )
    assert "Training finished." in out
    config = json.loads((tmp_path / "r" / "config.json").read_text(encoding="utf-8"))
    assert (config["easy"], config["narrow"]) == (4, 0.25)
    assert "Training finished." in ok(capsys, "train", "recognizer", "--resume", "r", "--threads", 1, *common)
    ok(capsys, "weights", "r", tmp_path / "mine.safetensors", *common)
    entry = TOLD[0]
    data = json.loads(
        ok(
            capsys,
            "read",
            SAMPLE / entry["file"],
            "--quad",
            _quad(entry),
            "--weights",
            tmp_path / "mine.safetensors",
            "--json",
        )
    )
    assert data["weights"]["name"] == "mine"
    said = f"Run {tmp_path / 'r'}\n"
    assert "already" in refused(capsys, "train", "recognizer", "--run", "r", *common, before=said)
    assert "no run" in refused(capsys, "train", "recognizer", "--resume", "other", *common)
    assert "not a name" in refused(capsys, "train", "recognizer", "--resume", "../r", *common)


def test_calibrate_changes_what_is_said_and_not_the_weights(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = ok(capsys, "calibrate", "default", tmp_path / "honest.safetensors", "--plates", 300)
    assert [line.split()[0] for line in out.splitlines()] == ["before", "after"]
    before, after = load_file(find("default")), load_file(tmp_path / "honest.safetensors")
    assert after.card.calibration is not None and after.card.calibration != before.card.calibration
    for name, tensor in before.network.state_dict().items():
        assert torch.equal(tensor, after.network.state_dict()[name])


def test_synth_preview(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ok(capsys, "synth", "preview", tmp_path / "p.png", "--rows", 2, "--columns", 3)
    with Image.open(tmp_path / "p.png") as picture:
        assert np.asarray(picture).std() > 10
    assert "cannot be written" in refused(
        capsys, "synth", "preview", tmp_path / "none" / "p.png", "--rows", 1
    )


GOOD = "648,503 746,505 746,537 648,535"


@pytest.mark.parametrize(
    ("quad", "word"),
    [
        ("648,503 746,505 746,537", "four corners"),
        ("a,b c,d e,f g,h", "quad"),
        ("1,2,3 4,5,6", "quad"),
        ("0,0 10,0 20,0 30,0", "plate"),
        ("0,0 100,0 100,100 60,40", "enclose"),
        ("0,0 1e400,0 100,100 0,100", "not a number"),
        ("1200,600 1400,600 1400,700 1200,700", "outside"),
    ],
)
def test_a_bad_quad_is_one_sentence(capsys: pytest.CaptureFixture[str], quad: str, word: str) -> None:
    assert word in refused(capsys, "read", SAMPLE / "car-park.jpg", "--quad", quad)


def test_bad_files_are_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    whole = (SAMPLE / "car-park.jpg").read_bytes()
    clip = (SAMPLE / "gate-camera.mp4").read_bytes()
    rng = np.random.default_rng(0)
    bad = {
        "empty.jpg": b"",
        "truncated.jpg": whole[: len(whole) // 2],
        "truncated.mp4": clip[:2000],
        "noise.png": rng.bytes(4000),
        "page.jpg": b"<html><body>no picture</body></html>",
        "list.m3u8": b"#EXTM3U\n#EXTINF:10,\nhttp://example.invalid/a.ts\n",
        "new\nline.jpg": b"x",
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
        refused(capsys, "read", tmp_path / name, "--quad", GOOD)
    refused(capsys, "acquire", tmp_path / "missing.jpg")
    refused(capsys, "acquire", tmp_path)
    refused(capsys, "read", SAMPLE / "gate-camera.mp4", "--quad", GOOD, "--frame", 5000)
    refused(capsys, "read", SAMPLE / "car-park.jpg", "--quad", GOOD, "--format", "mars")
    refused(capsys, "read", SAMPLE / "car-park.jpg", "--quad", GOOD, "--weights", "nonsense")
    refused(capsys, "read", SAMPLE / "car-park.jpg", "--quad", GOOD, "--frame", 0, "--time", "1")
    refused(capsys, "read", SAMPLE / "car-park.jpg", "--quad", GOOD, "--time", "later")
    refused(capsys, "evaluate", "--photos", tmp_path / "none.csv")
    refused(capsys, "read", SAMPLE / "car-park.jpg")
    if not torch.cuda.is_available():
        assert "no device" in refused(
            capsys, "read", SAMPLE / "car-park.jpg", "--quad", GOOD, "--device", "cuda"
        )
    refused(capsys, "fly")


def test_damaged_weights_are_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = bytearray((paths.weights() / "default.safetensors").read_bytes())
    (tmp_path / "cut.safetensors").write_bytes(data[: len(data) // 2])
    assert "damaged" in refused(
        capsys, "read", SAMPLE / "car-park.jpg", "--quad", GOOD, "--weights", tmp_path / "cut.safetensors"
    )


def test_a_report_is_never_written_over_the_evidence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    evidence = tmp_path / "photo.jpg"
    evidence.write_bytes((SAMPLE / "car-park.jpg").read_bytes())
    before = evidence.read_bytes(), evidence.stat().st_mtime_ns
    assert "evidence" in refused(capsys, "report", evidence, "--quad", GOOD, "--out", evidence)
    refused(capsys, "report", evidence, "--quad", GOOD, "--out", tmp_path / "no" / "folder.pdf")
    assert (evidence.read_bytes(), evidence.stat().st_mtime_ns) == before


def test_a_hundred_megapixels_are_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    picture = Image.new("L", (11_600, 8_700), 90)
    picture.paste(Image.open(SAMPLE / "car-park.jpg").convert("L"), (5000, 4000))
    picture.save(tmp_path / "large.png", compress_level=1)
    quad = " ".join(f"{x + 5000},{y + 4000}" for x, y in TOLD[0]["quad"])
    data = json.loads(ok(capsys, "read", tmp_path / "large.png", "--quad", quad, "--json"))
    assert data["plates"][0]["text"] == TOLD[0]["text"]


def test_the_module_starts_as_a_program(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [sys.executable, "-m", "forensic_lpr", "acquire", str(tmp_path / "none.png")],
        capture_output=True, text=True, env=environment, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and done.stdout == ""


def test_every_command_goes_to_the_command_line() -> None:
    assert set(cli.commands) == COMMANDS
