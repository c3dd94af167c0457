"""DGM training at small scale: the score, resuming after a kill, from a run to weights."""

import multiprocessing
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import Cancelled, RunInvalid
from forensic_lpr.operations.train import export_weights, train_dgm
from forensic_lpr.recognition.checkpoint import find, load_file
from forensic_lpr.synthesis.dgm import FarPlates, to_network
from forensic_lpr.synthesis.dgm_checkpoint import load_dgm
from forensic_lpr.synthesis.pairs import PLATE_SIZE
from forensic_lpr.synthesis.sampler import Sampler
from forensic_lpr.synthesis.scan import Scan, View
from forensic_lpr.training import dgm_loop, runs
from forensic_lpr.training.config import DgmConfig, TrainingConfig
from forensic_lpr.training.dgm_loop import DgmTrainer
from forensic_lpr.training.export import dgm_bytes
from forensic_lpr.training.ownpairs import PairBatch, PairRecipe
from forensic_lpr.training.readerscore import ReaderScore
from forensic_lpr.training.scoring import energy_score
from forensic_lpr.training.status import DgmStatus

FORMATS = load_formats()
SMALL = DgmConfig(samples=12, batch=2, warm_up=4, evaluate_every=1000)
CPU = torch.device("cpu")
VIEW = View(Quad.from_box(10, 20, 50, 17), 1.0)


def batch(number: int, size: int = 2) -> PairBatch:
    rng = np.random.default_rng([1, number])
    near = rng.integers(0, 256, (size, 40, 120), dtype=np.uint8)
    return PairBatch(near, near // 2 + 40, Scan.of([VIEW] * size, PLATE_SIZE))


def weights(run: runs.RunOf[DgmConfig]) -> dict[str, torch.Tensor]:
    return dict(DgmTrainer(run, CPU).average.state_dict())


def train_in_pieces(run: runs.RunOf[DgmConfig], pieces: list[int]) -> None:
    for steps in pieces:
        trainer = DgmTrainer(run, CPU)
        for _ in range(steps):
            trainer.learn(batch(trainer.step))
        trainer.save()


def test_the_score_is_best_for_the_true_distribution() -> None:
    """Truth: one of two pictures. Both at random beats always the one, and beats their mean."""
    generator = torch.Generator().manual_seed(0)
    two = torch.randn(2, 1, 40, 120, generator=generator)

    def pick(count: int) -> torch.Tensor:
        return two[torch.randint(2, (count,), generator=generator)]

    truth, count = pick(400), 400
    mean = two.mean(dim=0, keepdim=True).expand(count, -1, -1, -1)
    one = two[:1].expand(count, -1, -1, -1)
    scores = {
        "random": float(energy_score(truth, pick(count), pick(count))),
        "mean": float(energy_score(truth, mean, mean)),
        "one": float(energy_score(truth, one, one)),
    }
    assert scores["random"] < 0.9 * scores["mean"] and scores["random"] < 0.9 * scores["one"]


def test_the_score_asks_for_grain() -> None:
    generator = torch.Generator().manual_seed(0)

    def grainy(strength: float) -> torch.Tensor:
        return strength * torch.randn(64, 1, 40, 120, generator=generator)

    truth = grainy(0.3)
    right = float(energy_score(truth, grainy(0.3), grainy(0.3)))
    for strength in (0.0, 0.1, 0.7):
        assert right < float(energy_score(truth, grainy(strength), grainy(strength)))


def test_the_readers_score_is_best_for_plates_that_read_alike() -> None:
    """Truth: one of two plates. Both at random beats always the one, and beats plates of other letters."""
    sampler = Sampler(3, FORMATS[:1], (120, 40), (110, 110))
    four = to_network(np.stack([sampler(3 * index).image for index in range(4)]))
    two, others = four[:2], four[2:]
    score = ReaderScore(load_file(find("default")).network, CPU)
    generator = torch.Generator().manual_seed(0)

    def pick(plates: torch.Tensor) -> torch.Tensor:
        return plates[torch.randint(2, (160,), generator=generator)]

    truth = pick(two)
    right = float(score(truth, pick(two), pick(two)))
    one = two[:1].expand(160, -1, -1, -1)
    assert right < 0.9 * float(score(truth, one, one))
    assert right < 0.6 * float(score(truth, pick(others), pick(others)))


def test_a_reader_teaches_letters_and_stays_as_it_is(tmp_path: Path) -> None:
    """With a reader the same steps lead elsewhere; the score that is told stays that of the pictures."""
    weights_of_reader = load_file(find("default"))
    config = replace(SMALL, reader="default", reader_sha256=weights_of_reader.sha256)
    plain, taught = runs.create(tmp_path / "plain", SMALL), runs.create(tmp_path / "taught", config)
    trainers = [DgmTrainer(run, CPU) for run in (plain, taught)]
    assert trainers[0].judge(batch(9)) == trainers[1].judge(batch(9))
    losses = [trainer.learn(batch(0)) for trainer in trainers]
    assert losses[0] == losses[1]
    assert not torch.equal(*(trainer.network.layers[5].weight for trainer in trainers))
    reader = trainers[1].reader
    assert reader is not None
    assert all(parameter.grad is None for parameter in reader.network.parameters())


def test_another_reader_than_the_run_began_with_is_refused(tmp_path: Path) -> None:
    run = runs.create(tmp_path / "run", replace(SMALL, reader="default", reader_sha256="0" * 64))
    with pytest.raises(RunInvalid, match="not those that the run"):
        DgmTrainer(run, CPU).learn(batch(0))


def test_what_was_learnt_can_be_kept_after_the_reader_has_become_another(tmp_path: Path) -> None:
    taught = replace(SMALL, reader="default", reader_sha256=load_file(find("default")).sha256)
    run = runs.create(tmp_path / "run", taught)
    trainer = DgmTrainer(run, CPU)
    trainer.learn(batch(0))
    trainer.save()
    other = replace(run, config=replace(taught, reader_sha256="0" * 64))
    assert dgm_bytes(other, "own", "2026-01-01", "1.0", ())


def test_a_resumed_training_gives_the_same_weights_as_one_never_stopped(tmp_path: Path) -> None:
    whole, pieces = (runs.create(tmp_path / name, SMALL) for name in ("whole", "pieces"))
    train_in_pieces(whole, [6])
    train_in_pieces(pieces, [1, 3, 2])
    a, b = weights(whole), weights(pieces)
    assert a.keys() == b.keys()
    for name in a:
        assert torch.equal(a[name], b[name]), name


def _train_until_killed(folder: str) -> None:
    torch.set_num_threads(1)
    run = runs.open_as(Path(folder), DgmConfig)
    trainer = DgmTrainer(run, CPU)
    while trainer.step < run.config.steps:
        trainer.learn(batch(trainer.step))
        trainer.save()


def test_a_kill_at_any_moment_leaves_a_state_that_goes_on_to_the_same_weights(tmp_path: Path) -> None:
    config = replace(SMALL, samples=24)
    whole, killed = (runs.create(tmp_path / name, config) for name in ("whole", "killed"))
    train_in_pieces(whole, [config.steps])
    process = multiprocessing.get_context("fork").Process(
        target=_train_until_killed, args=(str(killed.folder),)
    )
    process.start()
    deadline = time.monotonic() + 30
    while not (killed.folder / runs.STATE).exists():
        assert time.monotonic() < deadline
        time.sleep(0.001)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    done = DgmTrainer(killed, CPU).step
    assert 1 <= done <= config.steps
    train_in_pieces(killed, [config.steps - done])
    a, b = weights(whole), weights(killed)
    assert all(torch.equal(a[name], b[name]) for name in a)


def test_training_learns_to_darken_and_to_scatter(tmp_path: Path) -> None:
    """Far is the near plate at half its contrast plus a level that no one can foresee."""
    config = replace(SMALL, samples=8 * 200, batch=8, warm_up=80, learning_rate=4e-3)
    trainer = DgmTrainer(runs.create(tmp_path / "run", config), CPU)
    rng = np.random.default_rng(0)
    level = rng.integers(60, 180, (400, 1, 1))

    def pairs(k: int) -> PairBatch:
        near = np.repeat(rng.integers(40, 200, (8, 1, 1)), 40, 1).repeat(120, 2).astype(np.uint8)
        far = (near // 4 + level[8 * k : 8 * k + 8] // 2).astype(np.uint8)
        return PairBatch(near, far, Scan.of([VIEW] * 8, PLATE_SIZE))

    tried = [pairs(k) for k in range(45, 50)]
    before = np.mean([trainer.judge(batch) for batch in tried])
    for k in range(45):
        trainer.learn(pairs(k))
    assert np.mean([trainer.judge(batch) for batch in tried]) < 0.6 * before
    near = np.full((40, 120), 120, np.uint8)
    made = [FarPlates(trainer.network, 1, ((50.0, 0.0),))(near, k).mean() for k in range(24)]
    assert np.std(made) > 3


def test_batches_are_the_pairs_of_their_numbers() -> None:
    make = PairRecipe(5, FORMATS, 2).maker()
    second = make(1)
    assert second.near.shape == second.far.shape == (2, 40, 120)
    again = PairRecipe(5, FORMATS, 4).maker()(0)
    assert np.array_equal(again.near[2:], second.near) and np.array_equal(again.far[2:], second.far)


def test_a_run_goes_from_start_to_weights_and_can_be_stopped_on_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dgm_loop, "HELD_OUT", 2)
    seen: list[DgmStatus] = []

    def stop_early(status: DgmStatus) -> None:
        seen.append(status)
        if status.samples >= 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        train_dgm(tmp_path / "run", SMALL, stop_early, threads=1, device="cpu")
    train_dgm(tmp_path / "run", None, seen.append, threads=1, device="cpu")
    assert [status.samples for status in seen] == [2, 4, 6, 8, 10, 12]
    assert seen[-1].held_out is not None and seen[-1].held_out > 0
    path = tmp_path / "mine.safetensors"
    path.write_bytes(export_weights(tmp_path / "run", "mine", (("told", "60 %"),)))
    card = load_dgm(str(path)).card
    assert (card.name, card.samples, card.network) == ("mine", 12, "dgm")
    assert "no photograph" in card.training_data


def test_bad_runs_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunInvalid, match="batches"):
        DgmConfig(samples=1)
    runs.create(tmp_path / "dgm", SMALL)
    runs.create(tmp_path / "recognizer", TrainingConfig())
    with pytest.raises(RunInvalid, match="damaged"):
        runs.open_as(tmp_path / "recognizer", DgmConfig)
    with pytest.raises(RunInvalid, match="damaged"):
        runs.open_run(tmp_path / "dgm")
    with pytest.raises(RunInvalid, match="no run"):
        runs.open_as(tmp_path / "none", DgmConfig)
    with pytest.raises(RunInvalid, match="no weights yet"):
        export_weights(tmp_path / "dgm", "x")
