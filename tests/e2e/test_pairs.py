"""Near and far plates of a clip, on the command line: as pairs for the DGM, as pictures of a labelled set."""

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
from forensic_lpr.training.labelreading import read_labelled_set

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


def _where(clip: Path, drive: Drive) -> tuple[object, ...]:
    quad = " ".join(f"{x},{y}" for x, y in drive.quads[0].points())
    return ("take", clip, "--frame", 0, "--quad", quad)


def _arguments(clip: Path, drive: Drive, out: Path, *more: object) -> list[str]:
    return [str(a) for a in ("pairs", *_where(clip, drive), "--out", out, *more)]


def _labelled(clip: Path, drive: Drive, folder: Path, text: str, *more: object) -> list[str]:
    return [str(a) for a in ("data", *_where(clip, drive), "--set", folder, "--text", text, *more)]


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


def test_near_and_far_frames_of_a_clip_join_a_set(
    capsys: pytest.CaptureFixture[str], clip: Path, drive: Drive, tmp_path: Path
) -> None:
    folder, before = tmp_path / "set", digest_file(clip)
    for _ in range(2):  # the second time changes nothing
        assert run(_labelled(clip, drive, folder, "yzc-4p23", "--most", 6)) == 0
        assert f"6 pictures of YZC4P23 from road.mp4, added to {folder}" in capsys.readouterr().out
        found = read_labelled_set(folder, load_formats())
        assert len(found.crops) == 6
    assert digest_file(clip) == before
    assert {(crop.text, crop.source, crop.format_name) for crop in found.crops} == {
        ("YZC4P23", "road", "br-mercosur")
    }
    widths = sorted(crop.width for crop in found.crops)
    truth = sorted(quad.width for quad in drive.quads)
    assert widths[0] == pytest.approx(truth[0], abs=1.5)
    assert widths[-1] == pytest.approx(truth[-1], abs=1.5)
    assert (folder / "labels.csv").read_text("utf-8").count(before.sha256) == 6


def test_what_cannot_be_labelled_is_said_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], clip: Path, drive: Drive, tmp_path: Path
) -> None:
    for text, words in (("ABC", "ABC is of no known plate format."), ("*" * 7, "letters and digits")):
        assert run(_labelled(clip, drive, tmp_path / "set", text)) == 2
        assert words in capsys.readouterr().err
    assert not (tmp_path / "set").exists()
