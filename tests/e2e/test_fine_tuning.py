"""From own plates to an active model on the command line, with a training of a few steps."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from own_plates import label, write_set
from pair_sets import write_sets
from PIL import Image

from forensic_lpr import paths
from forensic_lpr.cli.main import run
from forensic_lpr.training import loop
from forensic_lpr.training.status import Score

SAMPLE = paths.resources() / "sample"


@pytest.fixture(autouse=True)
def no_models(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    assert "forensic-lpr-tests" in str(paths.models())
    # Drawing 640 plates for the curve by width is measured elsewhere.
    monkeypatch.setattr(loop, "validate", lambda *_: (Score(60, 4, 3, 27),))
    shutil.rmtree(paths.models(), ignore_errors=True)
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
    shutil.rmtree(paths.models(), ignore_errors=True)


def ok(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    code = run([str(a) for a in arguments])
    out, err = capsys.readouterr()
    assert (code, err) == (0, ""), err
    return out


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    code = run([str(a) for a in arguments])
    out, err = capsys.readouterr()
    assert code == 2, (out, err)
    assert err.count("\n") == 1 and err.startswith("forensic-lpr: ") and "Traceback" not in err
    return err


def test_from_own_plates_to_an_active_model(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = write_set(tmp_path / "cam", 40, 2)
    out = ok(capsys, "data", "check", folder)
    assert "80 pictures of 40 plates" in out and "SHA-256" in out
    division = tmp_path / "split.json"
    assert "no plate is in two parts" in ok(capsys, "data", "split", folder, "--out", division)
    ok(capsys, "data", "split", folder, "--check", division)
    pairs = write_sets(tmp_path / "pairs", 8, 3, [f"ABC123{k}" for k in range(7)])
    preview = ("data", "preview", folder, tmp_path / "grid.png")
    assert "ABC123" in ok(capsys, *preview, "--columns", 12, "--rows", 20, "--pairs", pairs)
    assert "ABC123" not in ok(capsys, *preview, "--columns", 4, "--rows", 3)
    with Image.open(tmp_path / "grid.png") as grid:
        assert grid.size == (496, 132)

    out = ok(
        capsys, "train", "recognizer", "--set", folder, "--from", "default", "--preset", "quick",
        "--samples", 16, "--batch", 8, "--threads", 1, "--runs", tmp_path / "runs", "--run", "r",
        "--optimizer", "adamw", "--mixing", 0.6, "--share", "own", 2, "--keep", "cam",
        "--pairs", pairs,
        "--learning-rate", "1e-6",  # so little that nothing is forgotten
    )  # fmt: skip
    assert "own plates of the validation part" in out and "Kept as cam" in out
    config = json.loads((tmp_path / "runs" / "r" / "config.json").read_text(encoding="utf-8"))
    assert (config["optimizer"], config["mixing"]) == ("adamw", 0.6)
    assert [Path(place).name for place in config["own"]["pairs"]] == [f"clip-{k}" for k in range(7)]
    assert [line.split()[:2] for line in ok(capsys, "models", "list").splitlines()][-1] == [
        "cam",
        "recognizer",
    ]
    assert "not judged" in refused(capsys, "models", "activate", "cam")
    out = ok(capsys, "models", "gate", "cam", "--set", folder, "--standard", 20)
    assert "cam is marked: not shown to be better" in out
    assert "not shown" in refused(capsys, "models", "activate", "cam")
    assert "cam is active" in ok(capsys, "models", "activate", "cam", "--anyway")

    truth = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))[0]
    quad = " ".join(f"{x},{y}" for x, y in truth["quad"])
    still = (SAMPLE / truth["file"], "--quad", quad, "--frame", truth["frame"], "--json")
    data = json.loads(ok(capsys, "read", *still))
    assert data["weights"]["name"] == "cam"
    out = ok(capsys, "models", "compare", "default", "cam", SAMPLE / truth["file"], "--quad", quad)
    assert out.count(truth["text"]) >= 1 and out.startswith("default")
    card = json.loads(ok(capsys, "models", "show", "cam"))
    assert "learnt as own plates, too: 28 (sets: 7)." in card["card"]["training_data"]
    assert card["active"] and card["card"]["gate"]["set_name"] == "cam" and "default" in card["came from"][0]

    ok(capsys, "models", "export", "cam", tmp_path / "cam.safetensors")
    assert "shipped weights are active" in ok(capsys, "models", "deactivate")
    ok(capsys, "models", "remove", "cam")
    assert "cam (recognizer)" in ok(capsys, "models", "import", tmp_path / "cam.safetensors")


def test_bad_sets_are_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "no folder" in refused(capsys, "data", "check", tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    assert "neither" in refused(capsys, "data", "split", tmp_path / "empty")
    three = write_set(tmp_path / "three", 3, 1)
    (three / f"{label(5).text}_x.png").write_bytes(b"no picture")
    code = run(["data", "check", str(three)])
    out, err = capsys.readouterr()
    assert code == 2 and "cannot be trained on" in err and "3 usable pictures" in out
    for command in ("recognizer",):
        said = refused(capsys, "train", command, "--set", three, "--runs", tmp_path / "runs")
        assert "too little" in said
    assert not (tmp_path / "runs").exists()
    assert "no pair set" in refused(capsys, "train", "dgm", "--pairs", three, "--runs", tmp_path / "runs")
    assert "no source" in refused(
        capsys, "train", "recognizer", "--set", three, "--share", "mine", "1", "--runs", tmp_path / "runs"
    )


@pytest.mark.parametrize(
    "option",
    [("--teacher", "default"), ("--easy", 4), ("--narrow", 0.5), ("--no-dropout",)],
)
def test_what_is_for_drawn_plates_alone_is_refused_beside_a_set(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: tuple[object, ...]
) -> None:
    runs = tmp_path / "runs"
    said = refused(capsys, "train", "recognizer", "--set", tmp_path, *option, "--runs", runs)
    assert f"{option[0]} is for drawn plates, without --set." in said
    assert not runs.exists()


@pytest.mark.parametrize("option", [("--dgm", "dgm"), ("--share", "own", 2), ("--pairs", "pairs")])
def test_what_is_for_own_plates_is_refused_without_a_set(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: tuple[object, ...]
) -> None:
    runs = tmp_path / "runs"
    said = refused(capsys, "train", "recognizer", *option, "--runs", runs)
    assert f"{option[0]} is for own plates, with --set." in said
    assert not runs.exists()
