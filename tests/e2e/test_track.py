"""From a clip to one fused reading, on the command line."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from command_line import ok, refused

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.operations.acquire import acquire
from forensic_lpr.recognition.checkpoint import ModelCard, to_bytes
from forensic_lpr.recognition.networks import INPUT_SIZES, NETWORKS
from forensic_lpr.recognition.preprocess import NORMALISATION
from forensic_lpr.synthesis.tracks import SyntheticTrack, draw_track

SAMPLE = paths.resources() / "sample"


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network that has learnt nothing: following and reporting do not need one that has."""
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
def drawn() -> SyntheticTrack:
    return draw_track(5, 0, load_formats(), frames=8, widths=(38.0, 56.0), size=(320, 240))


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory, drawn: SyntheticTrack) -> Path:
    path = tmp_path_factory.mktemp("clip") / "clip.mp4"
    drawn.write(path)
    return path


def _quad(quad: Quad) -> str:
    return " ".join(f"{x},{y}" for x, y in quad.points())


def test_track_tells_quads_readings_and_shares(
    capsys: pytest.CaptureFixture[str], clip: Path, drawn: SyntheticTrack, weights: Path
) -> None:
    arguments = ("track", clip, "--frame", 3, "--quad", _quad(drawn.quads[3]), "--weights", weights, "--json")
    out = ok(capsys, *arguments)
    data = json.loads(out)
    assert [frame["frame"] for frame in data["frames"]] == list(range(8)) and data["hidden"] == []
    errors = [
        np.hypot(*(np.array(frame["quad"]) - quad.array()).T)
        for frame, quad in zip(data["frames"], drawn.quads, strict=True)
    ]
    assert np.median(errors) <= 0.5 and np.percentile(errors, 95) <= 1.5
    assert [frame["by_hand"] for frame in data["frames"]] == [k == 3 for k in range(8)]
    assert sum(frame["share"] for frame in data["frames"]) == pytest.approx(1)
    assert all(len(frame["plate"]["text"]) == 7 and frame["left_out"] for frame in data["frames"])
    assert data["start"] == {**data["start"], "frame": 0, "reason": "The clip begins here."}
    assert data["end"]["reason"] == "The clip ends here."
    fused = data["fused"]
    assert fused["frames"] == 8 and fused["temperature"] > 1 and len(fused["plates"]) == 20
    assert fused["plates"][-1]["cumulative"] == pytest.approx(sum(p["probability"] for p in fused["plates"]))
    second = data["average_reading"]
    assert second["frames"] == 8 and second["calibrated"] is False and len(second["plates"]) == 20
    assert len(second["pixels_sha256"]) == 64 and 38 < second["plate_width_px"] < 56
    assert data["evidence"]["sha256"] == acquire(clip).digests.sha256
    assert ok(capsys, *arguments) == out


def test_a_stretch_a_format_and_a_correction(
    capsys: pytest.CaptureFixture[str], clip: Path, drawn: SyntheticTrack, weights: Path
) -> None:
    corrected = drawn.quads[5].shifted(1.0, -1.0)
    data = json.loads(
        ok(
            capsys, "track", clip, "--frame", 3, "--quad", _quad(drawn.quads[3]), "--from", 2, "--to", 6,
            "--format", "br-grey", "--correct", f"5 {_quad(corrected)}", "--weights", weights, "--json",
        )
    )  # fmt: skip
    assert [frame["frame"] for frame in data["frames"]] == [2, 3, 4, 5, 6]
    assert [mark["frame"] for mark in data["marks"]] == [3, 5]
    assert np.allclose(data["frames"][3]["quad"], corrected.array())
    assert all(plate["text"][3:].isdigit() for plate in data["fused"]["plates"])
    assert "asked" in data["start"]["reason"] and "asked" in data["end"]["reason"]


def test_track_in_words(
    capsys: pytest.CaptureFixture[str], clip: Path, drawn: SyntheticTrack, weights: Path
) -> None:
    out = ok(
        capsys, "track", clip, "--frame", 0, "--quad", _quad(drawn.quads[0]), "--to", 2, "--weights", weights
    )  # fmt: skip
    assert "3 frames as one" in out and "set by hand" in out and "likeliest plate" in out
    assert "Second reading, of the average" in out
    assert "Ends at frame 2: It was asked to end here." in out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--frame", 99, "--quad", "10,10 60,10 60,30 10,30"), "no frame 99"),
        (("--frame", 0, "--quad", "10,10 60,10 60,30"), "four corners"),
        (("--frame", 0, "--quad", "300,10 360,10 360,30 300,30"), "outside the picture"),
        (("--frame", 0, "--quad", "10,10 60,10 60,30 10,30", "--from", 2), "outside the frames"),
        (("--frame", 0, "--quad", "10,10 60,10 60,30 10,30", "--correct", "x 1,1"), "not a correction"),
        (("--quad", "10,10 60,10 60,30 10,30"), "--frame"),
    ],
)
def test_what_cannot_be_tracked_is_one_sentence(
    capsys: pytest.CaptureFixture[str], clip: Path, weights: Path, options: tuple[object, ...], words: str
) -> None:
    assert words in refused(capsys, "track", clip, *options, "--weights", weights)


def test_evaluate_tracks_counts_every_rule(capsys: pytest.CaptureFixture[str], weights: Path) -> None:
    data = json.loads(ok(capsys, "evaluate-tracks", "--count", 1, "--weights", weights, "--json"))
    assert data["clips"] == 1 and set(data["frames"]) == {"1", "3", "5", "15"}
    for row in data["frames"].values():
        assert set(row["exact"]) == {"product", "vote", "mean", "best single frame", "pixel average"}
        assert all(rate["n"] == 1 and len(rate["interval"]) == 2 for rate in row["exact"].values())
    assert data["found"]["n"] == 15 and data["corner_error_px"]["median"] < 1.0


def test_the_frames_of_the_sample_clip_together_tell_the_truth(capsys: pytest.CaptureFixture[str]) -> None:
    """With the shipped weights, and the plate where the truth says it is in the last frame."""
    told = [t for t in json.loads((SAMPLE / "truth.json").read_text("utf-8")) if t["file"].endswith(".mp4")]
    first = told[1]
    quad = _quad(Quad.from_points(first["quad"]))
    out = ok(
        capsys, "track", SAMPLE / first["file"], "--frame", first["frame"], "--quad", quad,
        "--from", 20, "--to", told[2]["frame"], "--json",
    )  # fmt: skip
    data = json.loads(out)
    assert data["fused"]["plates"][0]["text"] == first["text"]
    last = data["frames"][-1]
    assert last["frame"] == told[2]["frame"]
    assert np.hypot(*(np.array(last["quad"]) - np.array(told[2]["quad"])).T).max() < 1.5
