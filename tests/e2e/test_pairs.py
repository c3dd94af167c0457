"""Pairs of near and far plates from a clip, on the command line."""

import json
from pathlib import Path

import numpy as np
import pytest

from forensic_lpr.cli.main import run
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.track import Mark
from forensic_lpr.errors import PairsInvalid
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.media.hashing import digest_file
from forensic_lpr.operations.acquire import acquire, open_item
from forensic_lpr.operations.pairs import PairThresholds, take_pairs
from forensic_lpr.operations.track import capture_track, track
from forensic_lpr.synthesis.codec import write_clip
from forensic_lpr.synthesis.pairs import PLATE_SIZE, Drive, film
from forensic_lpr.synthesis.pairset import MANIFEST, read_pair_set

FAR_DETAIL = 9.0


@pytest.fixture(scope="module")
def drive() -> Drive:
    """A car that drives away from 122 pixels of plate width."""
    return film(np.random.default_rng(4), load_formats())


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory, drive: Drive) -> Path:
    path = tmp_path_factory.mktemp("drive") / "road.mp4"
    write_clip(path, [np.repeat(frame[:, :, None], 3, axis=2) for frame in drive.frames], 8, 2_000_000)
    return path


def _arguments(clip: Path, drive: Drive, out: Path, *more: object) -> list[str]:
    quad = " ".join(f"{x},{y}" for x, y in drive.quads[0].points())
    return [str(a) for a in ("pairs", "take", clip, "--frame", 0, "--quad", quad, "--out", out, *more)]


def test_near_and_far_plates_of_a_clip_become_pairs(
    capsys: pytest.CaptureFixture[str], clip: Path, drive: Drive, tmp_path: Path
) -> None:
    out = tmp_path / "set"
    before = digest_file(clip)
    assert run(_arguments(clip, drive, out, "--far-detail", FAR_DETAIL, "--text", "yzc-4p23")) == 0
    told = capsys.readouterr().out
    found = read_pair_set(out)
    assert f"{len(found.pairs)} pairs of YZC4P23 from road.mp4, written to {out}" in told
    assert digest_file(clip) == before and found.evidence_sha256 == before.sha256
    assert {plate.role for plate in found.plates} == {"near", "far"}
    for plate in found.plates:
        truth = drive.quads[plate.frame.index]
        assert abs(plate.quad.width - truth.width) < 1.5
        assert plate.quad.width >= 90 if plate.role == "near" else 25 <= plate.quad.width <= 55
        assert plate.detail >= 12 if plate.role == "near" else plate.detail <= FAR_DETAIL
        seen = rectify(drive.frames[plate.frame.index], truth, *PLATE_SIZE).astype(float)
        assert np.corrcoef(seen.ravel(), plate.image.astype(float).ravel())[0, 1] > 0.9
    assert len({near for near, _ in found.pairs}) == sum(plate.role == "near" for plate in found.plates)
    assert json.loads((out / MANIFEST).read_text("utf-8"))["thresholds"]["far_detail"] == FAR_DETAIL
    assert run(["pairs", "check", str(out)]) == 0
    assert "as they were written" in capsys.readouterr().out
    kept = {path.name: path.read_bytes() for path in out.iterdir()}
    assert run(_arguments(clip, drive, out)) == 2
    assert "exists already" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in out.iterdir()} == kept


def test_the_number_of_pairs_is_bounded(
    capsys: pytest.CaptureFixture[str], clip: Path, drive: Drive, tmp_path: Path
) -> None:
    assert run(_arguments(clip, drive, tmp_path / "set", "--most", 2)) == 0
    found = read_pair_set(tmp_path / "set")
    assert len(found.pairs) == 2 and len({far for _, far in found.pairs}) == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--near-width", 200), "are near"),
        (("--near-width", 50), "must be wider"),
        (("--text", "<b>"), "letters and digits"),
    ],
)
def test_what_gives_no_pairs_is_one_sentence_and_leaves_nothing(
    more: tuple[object, ...],
    words: str,
    capsys: pytest.CaptureFixture[str],
    clip: Path,
    drive: Drive,
    tmp_path: Path,
) -> None:
    assert run(_arguments(clip, drive, tmp_path / "set", *more)) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and words in err
    assert list(tmp_path.iterdir()) == []


def test_roles_by_width_and_detail() -> None:
    thresholds = PairThresholds()
    assert thresholds.role(100, 15) == "near" and thresholds.role(100, 11) is None
    assert thresholds.role(40, 8) == "far" and thresholds.role(40, 13) is None
    assert thresholds.role(70, 15) is None and thresholds.role(20, 3) is None


def test_fields_give_no_pairs(clip: Path, drive: Drive) -> None:
    item = acquire(clip, fields="top")
    with open_item(item) as source:
        mark = Mark(source.table().rows[0].ref, drive.quads[0])
        found = track(capture_track(item, source.table(), [mark], 0, 1), source)
        with pytest.raises(PairsInvalid, match="lines are filled in"):
            take_pairs(found, source, item, PairThresholds())
