"""Own pairs for the DGM: found, kept back, mixed, and watched over the time of a training."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from own_plates import FORMATS
from pair_sets import write_sets

from forensic_lpr.cli.main import cli
from forensic_lpr.errors import PairsInvalid, RunInvalid
from forensic_lpr.operations.train import export_weights, plan_dgm, train_dgm
from forensic_lpr.recognition.checkpoint import find, load_file
from forensic_lpr.synthesis.dgm_checkpoint import load_dgm
from forensic_lpr.synthesis.pairs import Pair
from forensic_lpr.synthesis.pairset import MANIFEST
from forensic_lpr.training import dgm_loop
from forensic_lpr.training.config import DgmConfig
from forensic_lpr.training.ownpairs import PairRecipe, divide_pairs, find_pair_sets
from forensic_lpr.training.snapshots import snapshots
from forensic_lpr.training.status import DgmStatus


def levels(pairs: tuple[Pair, ...]) -> set[int]:
    return {int(pair.near[0, 0]) for pair in pairs}


def test_whole_sets_are_kept_back_where_there_are_enough(tmp_path: Path) -> None:
    found = find_pair_sets(write_sets(tmp_path / "pairs", 6))
    assert [path.name for path in found] == [f"clip-{k}" for k in range(6)]
    division = divide_pairs(found)
    assert division.by == "set" and len(division.training) + len(division.held) == 18
    assert levels(division.held) == {45} and not levels(division.held) & levels(division.training)
    three = divide_pairs(found[:3])
    assert three.by == "set" and levels(three.held) == {25}
    one = divide_pairs(find_pair_sets(write_sets(tmp_path / "one", 1, 7) / "clip-0"))
    assert one.by == "pair" and (len(one.training), len(one.held)) == (6, 1)


def test_what_holds_no_pairs_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PairsInvalid, match="no pair set"):
        find_pair_sets(tmp_path)
    small = write_sets(tmp_path / "small", 1, 2)
    with pytest.raises(PairsInvalid, match="at least 5"):
        plan_dgm(small)
    with pytest.raises(RunInvalid, match="share"):
        plan_dgm(write_sets(tmp_path / "pairs", 6), share=0.0)


def test_batches_hold_their_share_of_own_pairs_moved_alike(tmp_path: Path) -> None:
    division = divide_pairs(find_pair_sets(write_sets(tmp_path / "pairs", 6)))
    recipe = PairRecipe(3, FORMATS, 6, division.training, 0.5)
    make = recipe.maker()
    batch = make(2)
    assert batch.near.shape == batch.far.shape == (6, 40, 120)
    for near, far in zip(batch.near[:3].astype(int), batch.far[:3].astype(int), strict=True):
        step = np.median(far - near)
        assert 1 <= step <= 3 and np.abs(far - near - step).max() <= 2  # the same corners in both
    assert all(batch.near[k].std() > 15 for k in range(3, 6))  # drawn plates
    again = recipe.maker()
    assert np.array_equal(again(2).near, batch.near) and not np.array_equal(again(3).near, batch.near)


def test_plates_made_after_drawn_clips_are_to_read_as_recorded_ones_too() -> None:
    drawn = plan_dgm(None, samples=1000)
    assert drawn.own is None and drawn.warm_up == 100 and drawn.parent == ""
    assert (drawn.reader, drawn.reader_sha256) == ("default", load_file(find("default")).sha256)
    assert drawn.learning_rate == 3 * plan_dgm(None, parent="dgm").learning_rate


def test_own_pairs_go_on_from_the_shipped_dgm_unless_asked_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parents: list[str] = []

    def keep(place: Path, config: DgmConfig, *others: object, **more: object) -> None:
        parents.append(config.parent)

    monkeypatch.setattr("forensic_lpr.operations.train.train_dgm", keep)
    command = ["train", "dgm", "--samples", "1000", "--runs", str(tmp_path)]
    own = ["--pairs", str(write_sets(tmp_path / "pairs", 6))]
    for more in ([], own, [*own, "--from", "scratch"], ["--from", "dgm"]):
        assert CliRunner().invoke(cli, [*command, *more]).exit_code == 0
    assert parents == ["", "dgm", "", "dgm"]


def test_a_training_on_own_pairs_is_watched_and_its_sets_must_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dgm_loop, "HELD_OUT", 2)
    folder = write_sets(tmp_path / "pairs", 6)
    config = replace(plan_dgm(folder, samples=24, batch=4), evaluate_every=12)
    seen: list[DgmStatus] = []
    train_dgm(tmp_path / "run", config, seen.append, threads=1, device="cpu")
    last = seen[-1]
    assert last.own_held_out is not None and last.bicubic is not None and last.snapshots == 2
    kept = snapshots(tmp_path / "run")
    assert [snapshot.samples for snapshot in kept] == [12, 24]
    early, late = (load_dgm(str(snapshot.path)).network.state_dict() for snapshot in kept)
    assert any(not np.array_equal(early[name], late[name]) for name in early)
    path = tmp_path / "own.safetensors"
    path.write_bytes(export_weights(tmp_path / "run", "own"))
    card = load_dgm(str(path)).card
    assert [name for name, _ in card.pair_sets] == [f"clip-{k}" for k in range(6)]
    assert "own camera" in card.training_data

    further = plan_dgm(folder, samples=8, batch=4, parent=str(path))
    train_dgm(tmp_path / "further", further, seen.append, threads=1, device="cpu")
    path.write_bytes(export_weights(tmp_path / "run", "other"))
    with pytest.raises(RunInvalid, match="not the one that the run further starts from"):
        train_dgm(tmp_path / "further", None, seen.append, threads=1, device="cpu")

    manifest = folder / "clip-2" / MANIFEST
    manifest.write_text(manifest.read_text().replace('"2.mp4"', '"3.mp4"'))
    with pytest.raises(RunInvalid, match="clip-2 is no longer"):
        train_dgm(tmp_path / "run", None, seen.append, threads=1, device="cpu")
