"""A training is paused, stopped and limited in time, and what goes wrong leaves the last good state."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from own_plates import FORMATS, write_set

from forensic_lpr.errors import Cancelled, RunInvalid, TrainingFailed
from forensic_lpr.operations.train import (
    RecognizerPlan,
    export_weights,
    list_runs,
    plan_recognizer,
    read_log,
    train_recognizer,
)
from forensic_lpr.recognition.checkpoint import find, load_file
from forensic_lpr.recognition.networks import read
from forensic_lpr.recognition.preprocess import normalise
from forensic_lpr.report.recorded import in_portuguese
from forensic_lpr.synthesis.sampler import Sampler
from forensic_lpr.training import finetune, loop, runs, steps
from forensic_lpr.training.batches import IGNORED, Batch
from forensic_lpr.training.config import TrainingConfig, schedule
from forensic_lpr.training.control import TrainingControl
from forensic_lpr.training.distributed import ALONE, Place
from forensic_lpr.training.shares import PRESETS
from forensic_lpr.training.status import Score, TrainingStatus
from forensic_lpr.training.steps import Pace, run_to_end

SMALL = TrainingConfig(samples=24, batch=4, warm_up=8, evaluate_every=1000)


class Counting:
    """Learns nothing: gives the losses it was told to and remembers when it was saved."""

    place: Place = ALONE

    def __init__(self, losses: list[float | Exception]) -> None:
        self.step = 0
        self.seconds = 0.0
        self.losses = losses
        self.saved: list[int] = []

    def learn(self, batch: int, time_share: float = 0.0) -> float:
        loss = self.losses[self.step]
        if isinstance(loss, Exception):
            raise loss
        self.step += 1
        return loss

    def save(self) -> None:
        self.saved.append(self.step)


def run(learner: Counting, control: TrainingControl | None = None, minutes: float = 0.0) -> list[Pace]:
    told: list[Pace] = []
    config = replace(SMALL, minutes=minutes)
    feed = iter(range(100))
    run_to_end(learner, config, feed, 0.9, lambda *_: None, told.append, control or TrainingControl())  # type: ignore[arg-type]
    return told


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (float("nan"), "no number"),
        (float("inf"), "no number"),
        (MemoryError(), "Memory ran out"),
        (torch.OutOfMemoryError("CUDA out of memory"), "Memory ran out"),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory"), "Memory ran out"),
    ],
)
def test_trouble_is_one_sentence_and_the_spoilt_state_is_not_saved(
    trouble: float | Exception, words: str
) -> None:
    learner = Counting([1.0, 1.0, trouble])
    with pytest.raises(TrainingFailed, match=words):
        run(learner)
    assert learner.saved == []


def test_a_mistake_in_the_program_is_not_called_lack_of_memory() -> None:
    learner = Counting([1.0, RuntimeError("shapes do not fit")])
    with pytest.raises(RuntimeError, match="shapes"):
        run(learner)


def test_a_stopped_training_saves_and_a_paused_one_waits() -> None:
    control = TrainingControl()
    control.pause()
    learner = Counting([1.0] * 6)
    thread = threading.Thread(target=lambda: run(learner, control))
    thread.start()
    while learner.step == 0:
        pass
    thread.join(0.5)
    assert thread.is_alive() and learner.step == 1 and control.paused
    control.resume()
    thread.join(20)
    assert not thread.is_alive() and learner.step == 6 and learner.saved[-1] == 6
    stopped = Counting([1.0] * 6)
    switch = TrainingControl()
    switch.stop()
    with pytest.raises(Cancelled):
        run(stopped, switch)
    assert stopped.saved == [1]


def test_the_time_limit_ends_a_training_and_a_pause_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = {"now": 0.0}
    monkeypatch.setattr(steps.time, "monotonic", lambda: clock["now"])
    learner = Counting([1.0] * 6)
    rates: list[float] = []
    shares: list[float] = []

    class Pausing(TrainingControl):
        def check(self) -> float:
            clock["now"] += 1000 if learner.step == 1 else 0
            return 1000.0 if learner.step == 1 else 0.0

    learn = learner.learn

    def slow(batch: int, time_share: float = 0.0) -> float:
        clock["now"] += 20
        shares.append(time_share)
        rates.append(SMALL.rate(learner.step, time_share))
        return learn(batch)

    learner.learn = slow  # type: ignore[method-assign]
    told = run(learner, Pausing(), minutes=1.0)
    assert learner.step == 3 and learner.seconds == 60
    assert shares == pytest.approx([0, 1 / 3, 2 / 3]) and rates[-1] < rates[1]
    assert told[-1].seconds_left == 0.0


def test_the_rate_dies_out_with_the_time_too() -> None:
    assert schedule(50_000, 100, 1000, 100_000, 0.0) == pytest.approx(0.5, abs=0.02)
    assert schedule(5_000, 100, 1000, 100_000, 0.5) == pytest.approx(0.5)
    assert schedule(5_000, 100, 1000, 100_000, 1.0) == pytest.approx(0.0)
    assert schedule(100, 100, 1000, 100_000, 0.9) < 0.03
    with pytest.raises(RunInvalid, match="time limit"):
        TrainingConfig(minutes=-1)


def test_a_full_disk_keeps_the_last_state_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "run"
    trainer = loop.Trainer(runs.create(folder, SMALL), torch.device("cpu"))
    trainer.save()
    before = (folder / runs.STATE).read_bytes()

    def full(tensors: object, path: Path, metadata: object) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(runs, "save_file", full)
    with pytest.raises(RunInvalid, match="last one stays"):
        trainer.save()
    assert (folder / runs.STATE).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == [runs.CONFIG, runs.STATE]


def test_fine_tuning_goes_from_a_set_to_a_card_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[dict[str, torch.Tensor]] = []

    def judge(network: torch.nn.Module, *_: object) -> tuple[Score, ...]:
        judged.append({name: value.clone() for name, value in network.state_dict().items()})
        return (Score(60, 4, 3, 27),)

    monkeypatch.setattr(loop, "validate", judge)
    folder = write_set(tmp_path / "cam")
    config = plan_recognizer(RecognizerPlan(folder, parent="default", samples=32, batch=8, minutes=0, seed=2))
    assert config.settled and config.own is not None and config.parent_sha256
    assert (config.optimizer, config.mixing) == ("muon", PRESETS["quick"].mixing)
    assert plan_recognizer(RecognizerPlan(folder, mixing=0.3)).mixing == 0.3
    assert plan_recognizer(RecognizerPlan(folder, optimizer="adamw")).optimizer == "adamw"
    assert plan_recognizer(RecognizerPlan(folder, "long")).optimizer == "adamw"
    seen: list[TrainingStatus] = []
    train_recognizer(tmp_path / "runs" / "r", config, seen.append, threads=1, device="cpu")
    last = seen[-1]
    assert last.samples == last.total == 32 and last.own is not None and last.own.n >= 2
    assert last.examples and last.scores[0].exact == 3
    assert len({example.truth for example in last.examples}) > 1
    (summary,) = list_runs(tmp_path / "runs")
    assert (summary.samples, summary.total, summary.parent) == (32, 32, "default")
    assert summary.data == (str(folder.resolve()),)
    assert read_log(summary.folder)[-1]["own"] == [last.own.hits, last.own.n]

    path = tmp_path / "cam.safetensors"
    path.write_bytes(export_weights(summary.folder, "cam"))
    run = runs.open_run(summary.folder)
    averaged = dict(loop.Trainer(run, torch.device("cpu")).average.state_dict())
    began = load_file(find("default")).network.state_dict()
    told = in_portuguese(load_file(path).card.training_data, str)
    assert "imagens próprias" in told and " own " not in told and "weights" not in told
    assert "50 % das desenhadas de 28 a 66" in told
    assert f"aprendidos mantêm-se {100 * config.mixing:.0f}\u00a0%" in told
    kept = load_file(path).network.state_dict()
    learnt = {name: value for name, value in kept.items() if value.is_floating_point()}
    way = torch.cat([(averaged[name] - began[name]).flatten() for name in learnt])
    gone = torch.cat([(value - began[name]).flatten() for name, value in learnt.items()])
    assert config.mixing < 0.9
    assert abs(float(way @ gone / (way @ way)) - config.mixing) < 0.05  # but for rounding to half precision
    for name, value in learnt.items():  # what is judged during the training is what comes out of it
        assert torch.equal(value, judged[-1][name].half().float()), name
    card = load_file(path).card
    (record,) = card.own
    assert record.set_name == "cam" and record.set_digest == config.own.digest
    assert card.parents == (config.parent_sha256,) and "own pictures" in card.training_data
    assert not any(text in str(card) for text in finetune.read_labelled_set(folder, FORMATS).plates)

    # The batch statistics are those of the weights it began with.
    parent = load_file(runs_weights()).network.state_dict()
    own = load_file(path).network.state_dict()
    means = [name for name in own if name.endswith("running_mean")]
    assert means and all(torch.equal(own[name], parent[name]) for name in means)
    assert any(not torch.equal(own[name], parent[name]) for name in own)

    (folder / "labels.csv").write_text((folder / "labels.csv").read_text().replace("day 1", "day 9"))
    with pytest.raises(RunInvalid, match="no longer the one"):
        train_recognizer(summary.folder, None, seen.append, threads=1, device="cpu")
    with pytest.raises(RunInvalid, match="no preset"):
        plan_recognizer(RecognizerPlan(folder, preset="slow"))


def runs_weights() -> Path:
    from forensic_lpr.recognition.checkpoint import find

    return find("default")


def test_a_settled_step_does_not_depend_on_the_rest_of_its_batch(tmp_path: Path) -> None:
    config = replace(SMALL, settled=True)
    rng = np.random.default_rng(0)
    batch = Batch(
        rng.integers(0, 255, (4, 40, 120), dtype=np.uint8),
        rng.integers(0, 36, (4, 7)).astype(np.int64),
        np.zeros(4, np.int64),
    )
    whole = loop.Trainer(runs.create(tmp_path / "a", config), torch.device("cpu"))
    losses = []
    for place in range(4):
        alone = loop.Trainer(runs.create(tmp_path / f"b{place}", config), torch.device("cpu"))
        part = slice(place, place + 1)
        losses.append(alone.learn(Batch(batch.images[part], batch.classes[part], batch.patterns[part])))
    assert whole.learn(batch) == pytest.approx(float(np.mean(losses)), rel=1e-5)


def test_nothing_pulls_at_first_where_the_parent_s_reading_is_to_be_kept(tmp_path: Path) -> None:
    config = replace(
        SMALL, settled=True, warm_up=0, parent="default", parent_sha256=load_file(find("default")).sha256
    )
    rng = np.random.default_rng(0)
    sampler = Sampler(1, FORMATS, (120, 40), (90.0, 110.0))
    images = np.stack([sampler(3 * number).image for number in range(4)])
    wrong = Batch(images, rng.integers(0, 36, (4, 7)).astype(np.int64), np.ones(4, np.int64))

    def pull(batch: Batch, name: str) -> float:
        trainer = loop.Trainer(runs.create(tmp_path / name, config), torch.device("cpu"))
        trainer.learn(batch)
        return max(float(p.grad.abs().max()) for p in trainer.network.parameters() if p.grad is not None)

    learnt = pull(wrong, "learnt")
    assert pull(replace(wrong, remembered=np.ones(4, np.bool_)), "remembered") < 1e-3 * learnt
    assert pull(replace(wrong, remembered=np.array([True, True, False, False])), "half") > 0.1 * learnt


def test_a_teacher_s_reading_counts_beside_the_truth(tmp_path: Path) -> None:
    """The loss is the divergence from a mixture of both; of slots that are not to be learnt nothing is taken."""
    default = load_file(find("default"))
    taught = replace(SMALL, settled=True, teacher="default", teacher_sha256=default.sha256)
    sampler = Sampler(1, FORMATS, (120, 40), (20.0, 110.0))
    images = np.stack([sampler(3 * number).image for number in range(4)])
    classes = np.random.default_rng(0).integers(0, 36, (4, 7)).astype(np.int64)
    classes[0, 4] = IGNORED
    batch = Batch(images, classes, np.ones(4, np.int64))

    trainer = loop.Trainer(runs.create(tmp_path / "run", taught), torch.device("cpu"))
    trainer.precision = torch.float32
    trainer.network.eval()
    shown = normalise(images)
    with torch.no_grad():
        said, seen = read(trainer.network, shown)[0].double(), default.network(shown).double().exp()
    truth = torch.nn.functional.one_hot(torch.from_numpy(classes).clamp(min=0), 36).double()
    aim = (1 - loop.TAUGHT) * truth + loop.TAUGHT * seen
    aim[0, 4] = 0.0
    wanted = float((torch.xlogy(aim, aim) - aim * said).sum()) / classes.size
    assert trainer.learn(batch) == pytest.approx(wanted, rel=1e-4)

    with pytest.raises(RunInvalid, match="was begun with"):
        loop.Trainer(
            runs.create(tmp_path / "other", replace(taught, teacher_sha256="0" * 64)), torch.device("cpu")
        )
