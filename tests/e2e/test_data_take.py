"""Frames of a clip as labelled pictures, on the command line."""

from pathlib import Path

import numpy as np
import pytest

from forensic_lpr.cli.main import run
from forensic_lpr.core.formats import load_formats
from forensic_lpr.media.hashing import digest_file
from forensic_lpr.synthesis.codec import write_clip
from forensic_lpr.synthesis.pairs import Drive, film
from forensic_lpr.training.labelreading import read_labelled_set


@pytest.fixture(scope="module")
def drive() -> Drive:
    """A car that drives away from 122 pixels of plate width."""
    return film(np.random.default_rng(4), load_formats())


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory, drive: Drive) -> Path:
    path = tmp_path_factory.mktemp("drive") / "road.mp4"
    write_clip(path, [np.repeat(frame[:, :, None], 3, axis=2) for frame in drive.frames], 8, 2_000_000)
    return path


def arguments(clip: Path, drive: Drive, folder: Path, text: str, *more: object) -> list[str]:
    corners = " ".join(f"{x},{y}" for x, y in drive.quads[0].points())
    told = ("data", "take", clip, "--frame", 0, "--quad", corners, "--set", folder, "--text", text, *more)
    return [str(one) for one in told]


def test_near_and_far_frames_of_a_clip_join_a_set(
    capsys: pytest.CaptureFixture[str], clip: Path, drive: Drive, tmp_path: Path
) -> None:
    folder, before = tmp_path / "set", digest_file(clip)
    for _ in range(2):  # the second time changes nothing
        assert run(arguments(clip, drive, folder, "yzc-4p23", "--most", 6)) == 0
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
        assert run(arguments(clip, drive, tmp_path / "set", text)) == 2
        assert words in capsys.readouterr().err
    assert not (tmp_path / "set").exists()
