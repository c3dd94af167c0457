"""No room for what a training saves: one sentence, the last good state stays, and the window goes on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from train_hands import LONG, open_train, show_tab

from forensic_lpr import paths
from forensic_lpr.gui.app import Desk
from forensic_lpr.training.runs import progress_of

pytestmark = [
    pytest.mark.timeout(1800),  # a busy machine takes its time to load the network
    pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX"),
]


@contextmanager
def little_room() -> Iterator[None]:
    """No file that is begun now, nor by a process begun now, can grow beyond a megabyte."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_state_and_a_model_that_find_no_room_leave_what_was_there(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    train, window = open_train(qtbot, desk), desk.window
    show_tab(qtbot, train, "recognizer")
    for name, value in (("samples", 100_000), ("batch", 2), ("minutes", 0), ("evaluate_every", 100_000)):
        train.pages.recognizer.form.set_value(name, value)
    with qtbot.waitSignal(train.trainer.told, timeout=LONG):
        window.actions_["train-start"].trigger()
    with qtbot.waitSignal(train.models.kept, timeout=LONG):
        window.actions_["train-stop"].trigger()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    run = train.trainer.folder
    assert run is not None
    good, done = (run / "state.safetensors").read_bytes(), progress_of(run)
    kept = sorted(path.name for path in paths.models().iterdir())

    assert train.pages.recognizer.runs.chosen == run
    with little_room(), qtbot.waitSignal(train.trainer.told, timeout=LONG):
        window.actions_["train-resume"].trigger()
    with qtbot.waitSignal(train.trainer.failed, timeout=LONG) as failed:
        window.actions_["train-stop"].trigger()
    assert (
        failed.args[0]
        == f"The state of the run {run.name} cannot be saved; the last one stays: File too large."
    )
    assert train.message.text == failed.args[0]
    assert (run / "state.safetensors").read_bytes() == good
    assert sorted(path.name for path in run.iterdir()) == ["config.json", "state.safetensors"]
    assert sorted(path.name for path in paths.models().iterdir()) == kept
    assert train.trainer.state == "idle"
    assert window.actions_["train-start"].isEnabled()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)

    with little_room():
        train.models.keep(run)
        qtbot.waitUntil(lambda: not train.models.working, timeout=LONG)
    assert "The model cannot be kept" in train.message.text
    assert train.message.text.endswith("File too large.")
    assert sorted(path.name for path in paths.models().iterdir()) == kept
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)

    with qtbot.waitSignal(train.trainer.told, timeout=LONG):  # there is room again
        window.actions_["train-resume"].trigger()
    assert train.trainer.status is not None
    assert train.trainer.status.samples > 2 * done.step
    with qtbot.waitSignal(train.trainer.stopped, timeout=LONG):
        window.actions_["train-stop"].trigger()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    assert progress_of(run).step > done.step
