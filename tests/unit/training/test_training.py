"""Training at small scale: order of the data, resuming after a kill, children, errors."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
import torch

from forensic_lpr.core.formats import load_formats
from forensic_lpr.errors import Cancelled, RunInvalid, WeightsInvalid
from forensic_lpr.operations.train import export_weights, train_recognizer
from forensic_lpr.recognition.checkpoint import load_file
from forensic_lpr.recognition.networks import read
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.synthesis.sampler import Sampler
from forensic_lpr.training import runs
from forensic_lpr.training.batches import IGNORED, MIXED_SHARE, BatchFeed, BatchRecipe, make_batch
from forensic_lpr.training.config import TrainingConfig
from forensic_lpr.training.loop import Trainer
from forensic_lpr.training.status import TrainingStatus

FORMATS = load_formats()
NAMES = tuple(plate_format.name for plate_format in FORMATS)
SMALL = TrainingConfig(samples=24, batch=4, warm_up=8, evaluate_every=1000)
RECIPE = BatchRecipe(5, FORMATS, (120, 40), 4)


def test_patterns_keep_their_numbers_whatever_is_drawn() -> None:
    batch = replace(RECIPE, drawn=("br-mercosur",)).maker()(0)
    assert {FORMATS[number].name for number in batch.patterns} == {"br-mercosur"}
    assert FORMATS[0].name != "br-mercosur"


def _weights(run: runs.Run) -> dict[str, torch.Tensor]:
    return dict(Trainer(run, torch.device("cpu")).average.state_dict())


def _train_in_pieces(run: runs.Run, pieces: list[int]) -> None:
    """Train as a process that is killed after each piece: only what was saved goes on."""
    for steps in pieces:
        trainer = Trainer(run, torch.device("cpu"))
        sampler = Sampler(run.config.seed, FORMATS, (120, 40))
        for _ in range(steps):
            trainer.learn(make_batch(sampler, NAMES, trainer.step, run.config.batch))
        trainer.save()


@pytest.mark.parametrize("optimizer", ["adamw", "muon"])
def test_a_resumed_training_gives_the_same_weights_as_one_never_stopped(
    tmp_path: Path, optimizer: Literal["adamw", "muon"]
) -> None:
    config = replace(SMALL, optimizer=optimizer)
    whole, pieces = (runs.create(tmp_path / name, config) for name in ("whole", "pieces"))
    _train_in_pieces(whole, [6])
    _train_in_pieces(pieces, [1, 3, 2])
    a, b = _weights(whole), _weights(pieces)
    assert a.keys() == b.keys()
    for name in a:
        assert torch.equal(a[name], b[name]), name


def test_work_after_the_last_save_is_done_again_not_counted_twice(tmp_path: Path) -> None:
    whole, killed = (runs.create(tmp_path / name, SMALL) for name in ("whole", "killed"))
    _train_in_pieces(whole, [4])
    _train_in_pieces(killed, [2])
    lost = Trainer(killed, torch.device("cpu"))
    lost.learn(make_batch(Sampler(1, FORMATS, (120, 40)), NAMES, lost.step, 4))  # never saved
    _train_in_pieces(killed, [2])
    a, b = _weights(whole), _weights(killed)
    assert all(torch.equal(a[name], b[name]) for name in a)


def test_without_dropout_only_dropout_is_as_in_reading(tmp_path: Path) -> None:
    batch = make_batch(Sampler(3, FORMATS, (120, 40)), NAMES, 0, 4)
    statistics: dict[bool, torch.Tensor] = {}
    for dropout in (True, False):
        config = replace(SMALL, network="multitask-2019", dropout=dropout)
        trainer = Trainer(runs.create(tmp_path / str(dropout), config), torch.device("cpu"))
        trainer.learn(batch)
        drops = [m for m in trainer.network.modules() if isinstance(m, torch.nn.Dropout)]
        assert drops and {m.training for m in drops} == {dropout}
        statistics[dropout] = trainer.network.state_dict()["shared.2.running_mean"]
    assert torch.equal(statistics[True], statistics[False]) and statistics[False].abs().sum() > 0


def test_nothing_is_learnt_of_a_character_that_may_be_foreign(tmp_path: Path) -> None:
    batch = make_batch(Sampler(3, FORMATS, (120, 40), mixed=1.0), NAMES, 0, 4)
    assert (batch.classes[:, 4] == IGNORED).all() and (np.delete(batch.classes, 4, axis=1) >= 0).all()
    trainer = Trainer(runs.create(tmp_path / "run", SMALL), torch.device("cpu"))
    weight = trainer.network.get_parameter("places")
    trainer.learn(batch)
    assert weight.grad is not None
    moved = weight.grad.abs().sum(dim=1)
    assert moved[4] == 0 and (np.delete(moved.numpy(), 4) > 0).all()


def test_batches_come_in_order_whatever_the_number_of_processes() -> None:
    expected = [
        make_batch(Sampler(5, FORMATS, (120, 40), mixed=MIXED_SHARE), NAMES, number, 4)
        for number in (2, 3, 4)
    ]
    for workers in (1, 2):
        with BatchFeed(RECIPE, 2, workers) as feed:
            for batch, wanted in zip(feed, expected, strict=False):
                assert np.array_equal(batch.images, wanted.images)
                assert np.array_equal(batch.classes, wanted.classes)
                assert np.array_equal(batch.patterns, wanted.patterns)
    assert not multiprocessing.active_children()


def test_a_killed_parent_takes_its_children_along(tmp_path: Path) -> None:
    script = (
        "import time\n"
        "from tests_feed import feed\n"
        "if __name__ == '__main__':\n"
        "    with feed() as f:\n"
        "        next(iter(f)); time.sleep(2); print(f._processes[0].pid, flush=True); time.sleep(60)\n"
    )
    (tmp_path / "tests_feed.py").write_text(
        "from forensic_lpr.core.formats import load_formats\n"
        "from forensic_lpr.training.batches import BatchFeed, BatchRecipe\n"
        "def feed():\n    return BatchFeed(BatchRecipe(5, load_formats(), (120, 40), 64), 0)\n"
    )
    (tmp_path / "main.py").write_text(script)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    parent = subprocess.Popen(
        [sys.executable, str(tmp_path / "main.py")], stdout=subprocess.PIPE, env=environment, text=True
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 20
    while _runs(child):
        assert time.monotonic() < deadline, "the child outlived its parent"
        time.sleep(0.1)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_run_goes_from_start_to_weights_and_can_be_stopped_on_the_way(tmp_path: Path) -> None:
    seen: list[TrainingStatus] = []

    def stop_early(status: TrainingStatus) -> None:
        seen.append(status)
        if status.samples >= 8:
            raise Cancelled

    with pytest.raises(Cancelled):
        train_recognizer(tmp_path / "run", SMALL, stop_early, threads=1)
    assert seen[-1].samples == 8
    train_recognizer(tmp_path / "run", None, seen.append, threads=1)
    assert [status.samples for status in seen] == [4, 8, 12, 16, 20, 24]
    assert seen[-1].scores and seen[-1].scores[0].n > 100

    path = tmp_path / "mine.safetensors"
    path.write_bytes(export_weights(tmp_path / "run", "mine", (("exact", "0 %"),)))
    card = load_file(path).card
    assert (card.name, card.samples, card.network) == ("mine", 24, "slot-attention")
    assert "Synthetic" in card.training_data


def test_training_learns(tmp_path: Path) -> None:
    """Eight plates over and over: the loss must fall far below guessing (3.58 nats)."""
    config = replace(SMALL, samples=8 * 60, batch=8, warm_up=64, learning_rate=3e-3)
    trainer = Trainer(runs.create(tmp_path / "run", config), torch.device("cpu"))
    batch = make_batch(Sampler(1, FORMATS, (120, 40), (110, 120)), NAMES, 0, 8)
    losses = [trainer.learn(batch) for _ in range(45)]
    assert losses[0] > 3.3
    assert min(losses[-5:]) < 2.0


def test_training_learns_which_format_a_plate_is_of(tmp_path: Path) -> None:
    config = replace(SMALL, samples=16 * 40, batch=16, warm_up=64, learning_rate=3e-3, pattern_share=1.0)
    trainer = Trainer(runs.create(tmp_path / "run", config), torch.device("cpu"))
    batch = make_batch(Sampler(1, FORMATS, (120, 40), (110, 120)), NAMES, 0, 16)
    assert set(batch.patterns.tolist()) == {0, 1}
    for _ in range(30):
        trainer.learn(batch)
    with torch.no_grad():
        _, patterns = read(trainer.network.train(), normalise(batch.images))
    assert patterns is not None
    found = patterns.argmax(dim=1).numpy()
    assert (found == batch.patterns).mean() > 0.9


def test_a_run_starts_from_the_weights_it_was_made_for(tmp_path: Path) -> None:
    train_recognizer(tmp_path / "first", replace(SMALL, samples=8), lambda status: None, threads=1)
    parent = tmp_path / "parent.safetensors"
    parent.write_bytes(export_weights(tmp_path / "first", "parent"))
    child = replace(SMALL, samples=4, parent=str(parent))
    run = train_recognizer(tmp_path / "child", child, lambda status: None, threads=1)
    own = load_file(parent)
    assert run.config.parent_sha256 == own.sha256
    exported = tmp_path / "child.safetensors"
    exported.write_bytes(export_weights(tmp_path / "child", "child"))
    card = load_file(exported).card
    assert card.samples == 8 + 4 and own.sha256 in card.training_data

    fresh = runs.create(tmp_path / "fresh", run.config)
    start = Trainer(fresh, torch.device("cpu")).network.state_dict()
    assert all(torch.equal(start[name], tensor) for name, tensor in own.network.state_dict().items())

    parent.write_bytes(export_weights(tmp_path / "first", "another"))
    with pytest.raises(RunInvalid, match="not those"):
        Trainer(fresh, torch.device("cpu"))
    with pytest.raises(WeightsInvalid, match="no weights"):
        train_recognizer(tmp_path / "orphan", replace(SMALL, parent="nobody"), lambda status: None)
    assert not (tmp_path / "orphan").exists()


def test_the_rate_rises_and_dies_out() -> None:
    config = TrainingConfig(samples=100_000, batch=100, warm_up=10_000, learning_rate=1e-3)
    rates = [config.rate(step) for step in range(config.steps)]
    assert rates[0] < 2e-5
    assert max(rates) == pytest.approx(1e-3, rel=0.02)
    assert rates[-1] < 1e-6
    peak = rates.index(max(rates))
    assert rates[:peak] == sorted(rates[:peak]) and rates[peak:] == sorted(rates[peak:], reverse=True)


def test_bad_runs_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunInvalid, match="no network"):
        TrainingConfig(network="resnet")
    with pytest.raises(RunInvalid, match="no optimizer 'sgd'; known are adamw, muon"):
        TrainingConfig(optimizer="sgd")  # type: ignore[arg-type]
    for mixing in (0.0, 1.01, float("nan")):
        with pytest.raises(RunInvalid, match="number above 0, at most 1"):
            TrainingConfig(parent="default", mixing=mixing)
    with pytest.raises(RunInvalid, match="no weights before"):
        TrainingConfig(mixing=0.8)
    with pytest.raises(RunInvalid, match="batches"):
        TrainingConfig(samples=1)
    with pytest.raises(RunInvalid, match="no run"):
        runs.open_run(tmp_path / "none")
    run = runs.create(tmp_path / "run", SMALL)
    with pytest.raises(RunInvalid, match="already"):
        runs.create(tmp_path / "run", SMALL)
    with pytest.raises(RunInvalid, match="no weights yet"):
        export_weights(tmp_path / "run", "x")
    (run.folder / runs.STATE).write_bytes(b"\x00" * 100)
    with pytest.raises(RunInvalid, match="damaged"):
        Trainer(run, torch.device("cpu"))
    (run.folder / runs.CONFIG).write_text("{", encoding="utf-8")
    with pytest.raises(RunInvalid, match="damaged"):
        runs.open_run(run.folder)


def test_a_log_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    run = runs.create(tmp_path / "run", TrainingConfig())
    (run.folder / runs.LOG).mkdir()
    with pytest.raises(RunInvalid, match=r"^The log of the run run cannot be written: Is a directory\.$"):
        run.log({"samples": 1})
