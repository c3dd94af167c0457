"""Two processes under torchrun (gloo, CPU) train as one process with the same batches does."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from own_plates import FORMATS

from forensic_lpr.errors import RunInvalid
from forensic_lpr.training import runs
from forensic_lpr.training.batches import BatchRecipe
from forensic_lpr.training.config import TrainingConfig
from forensic_lpr.training.distributed import ALONE, Place
from forensic_lpr.training.loop import Trainer
from forensic_lpr.training.shares import Optimizer

ROOT = Path(__file__).resolve().parents[3]
CONFIG = TrainingConfig(samples=24, batch=4, warm_up=8, learning_rate=5e-4, evaluate_every=1000, settled=True)
"""A low rate: Adam makes a whole step of a gradient that is but rounding, and a high one lets that grow at once."""
SCRIPT = """
import json, sys, torch
from pathlib import Path
from forensic_lpr.core.formats import load_formats
from forensic_lpr.training import runs
from forensic_lpr.training.batches import BatchRecipe
from forensic_lpr.training.distributed import join, leave
from forensic_lpr.training.loop import Trainer


torch.set_num_threads(1)
device = torch.device("cpu")
with join(device) as place:
    run = runs.open_run(Path(sys.argv[1]))
    trainer = Trainer(run, device, place)
    trainer.precision = torch.float32
    make = BatchRecipe(1, load_formats(), (120, 40), 4, 0, place.rank, place.size).maker()
    losses = [trainer.learn(make(trainer.step)) for _ in range(run.config.steps)]
    trainer.save()
    told = [place.rank, place.size, losses, place.agreed(place.rank + 5.0)]
    # Lines of one pipe may run together: a file for each.
    Path(sys.argv[2], f"told-{place.rank}.json").write_text(json.dumps(told))
leave(0)
"""


@pytest.mark.parametrize("optimizer", ["adamw", "muon"])
def test_two_processes_give_the_losses_and_weights_of_one(tmp_path: Path, optimizer: Optimizer) -> None:
    (tmp_path / "part.py").write_text(SCRIPT)
    config = replace(CONFIG, optimizer=optimizer)
    alone = Trainer(runs.create(tmp_path / "one", config), torch.device("cpu"))
    alone.precision = torch.float32  # in which one process rounds little otherwise than two, on every machine
    make = BatchRecipe(1, FORMATS, (120, 40), 4).maker()
    wanted = [alone.learn(make(alone.step)) for _ in range(CONFIG.steps)]

    run = runs.create(tmp_path / "two", config)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    command = [
        sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2",
        str(tmp_path / "part.py"), str(run.folder), str(tmp_path),
    ]  # fmt: skip
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stderr
    told = [json.loads(file.read_text()) for file in tmp_path.glob("told-*.json")]
    assert sorted(entry[:2] for entry in told) == [[0, 2], [1, 2]]
    for _, _, losses, agreed in told:
        assert losses == pytest.approx(wanted, rel=1e-4)
        assert agreed == 5.0
    assert wanted[0] != pytest.approx(wanted[-1], rel=1e-2)
    both = Trainer(run, torch.device("cpu"))
    assert both.step == CONFIG.steps
    wholes = [
        torch.cat([tensor.double().flatten() for tensor in trainer.network.state_dict().values()])
        for trainer in (alone, both)
    ]
    assert (wholes[0] - wholes[1]).norm() <= 5e-4 * wholes[0].norm()
    if optimizer == "muon":
        return  # its products in fewer bits round otherwise, which single small biases show
    for name, tensor in alone.network.state_dict().items():
        # Not weight by weight: see the rate above.
        apart = (tensor.double() - both.network.state_dict()[name].double()).norm()
        assert apart <= 5e-3 * max(1e-3, float(tensor.double().norm())), name


def test_a_command_under_torchrun_ends_without_ending_the_interpreter() -> None:
    """What still waits in gloo's threads would abort a training that is complete (seen: SIGABRT at the end)."""
    script = (
        "import atexit, sys; from forensic_lpr.__main__ import main;"
        "atexit.register(print, 'the interpreter ended'); sys.argv = ['forensic-lpr', sys.argv[1]]; sys.exit(main())"
    )

    def ended(argument: str, **beside: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **beside}
        command = [sys.executable, "-c", script, argument]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=110)

    alone = ended("--version")
    assert alone.returncode == 0 and alone.stdout.endswith("the interpreter ended\n")
    one_of_several = ended("--version", RANK="0")
    assert one_of_several.returncode == 0
    assert one_of_several.stdout and alone.stdout == one_of_several.stdout + "the interpreter ended\n"
    wrong = ended("--nonsense", RANK="0")
    assert wrong.returncode == 2 and not wrong.stdout and "nonsense" in wrong.stderr


def test_it_ends_with_its_status_although_nobody_reads_any_more() -> None:
    script = "import sys; from forensic_lpr.training.distributed import leave; sys.stderr.close(); leave(3)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, timeout=110)
    assert done.returncode == 3


def test_a_batch_that_cannot_be_divided_is_refused(tmp_path: Path) -> None:
    run = runs.create(tmp_path / "run", replace(CONFIG, batch=6))
    with pytest.raises(RunInvalid, match="cannot be divided among 4"):
        Trainer(run, torch.device("cpu"), Place(0, 4))


def test_alone_nothing_is_shared() -> None:
    network = torch.nn.Linear(2, 2)
    assert ALONE.shared(network, torch.device("cpu")) is network
    assert ALONE.mean(3.5) == ALONE.agreed(3.5) == 3.5 and ALONE.first
