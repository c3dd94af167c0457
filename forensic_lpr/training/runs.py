"""A run: one training with its folder, which holds all that is needed to go on after a kill.

Files: ``config.json``, ``state.safetensors`` (weights, average, optimizer; replaced as a whole, never edited),
``log.jsonl`` (one line per evaluation).
"""

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import cattrs
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.checkpoint import Checkpoint, find, load_file
from forensic_lpr.training.config import DgmConfig, TrainingConfig

STATE, CONFIG, LOG = "state.safetensors", "config.json", "log.jsonl"


C = TypeVar("C", TrainingConfig, DgmConfig)


@dataclass(frozen=True)
class RunOf(Generic[C]):
    """A training's folder and settings."""

    folder: Path
    config: C

    @property
    def name(self) -> str:
        """Name of the run: its folder's."""
        return self.folder.name

    def log(self, entry: dict[str, object]) -> None:
        """Append one line to the run's log; raises RunInvalid where the disk is full or not writable."""
        try:
            with (self.folder / LOG).open("a", encoding="utf-8") as file:
                file.write(json.dumps(entry) + "\n")
        except OSError as error:
            raise RunInvalid(f"The log of the run {self.name} cannot be written: {_why(error)}.") from error


Run = RunOf[TrainingConfig]
"""The training of a recognizer."""


def create(folder: Path, config: C) -> RunOf[C]:
    """Start a new run in a folder that does not exist yet.

    Raises:
        RunInvalid: the folder exists or cannot be made.
    """
    try:
        folder.mkdir(parents=True)
        (folder / CONFIG).write_text(json.dumps(asdict(config), indent=2) + "\n", encoding="utf-8")
    except FileExistsError:
        raise RunInvalid(f"There is already a run {folder.name}; resume it or choose another name.") from None
    except OSError as error:
        raise RunInvalid(f"The run {folder.name} cannot be started: {error.strerror}.") from error
    return RunOf(folder, config)


def open_run(folder: Path) -> Run:
    """An existing run of a recognizer.

    Raises:
        RunInvalid: there is none, or its settings are damaged.
    """
    return open_as(folder, TrainingConfig)


def open_as(folder: Path, kind: type[C]) -> RunOf[C]:
    """An existing run with settings of a kind.

    Raises:
        RunInvalid: there is none, it is of another kind, or its settings are damaged.
    """
    try:
        raw = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        return RunOf(folder, cattrs.Converter(forbid_extra_keys=True).structure(raw, kind))
    except OSError as error:
        raise RunInvalid(f"There is no run {folder.name} to resume.") from error
    except (ValueError, TypeError, cattrs.BaseValidationError) as error:
        raise RunInvalid(f"The settings of the run {folder.name} are damaged.") from error


def is_dgm(folder: Path) -> bool:
    """Whether a folder holds the run of a DGM; damaged and missing ones do not."""
    try:
        raw = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        return bool(raw["network"] == "dgm")
    except (OSError, ValueError, TypeError, KeyError):
        return False


@dataclass(frozen=True)
class Progressed:
    """How far a run is: steps done, and seconds spent on them."""

    step: int
    seconds: float


def save_state(
    run: RunOf[Any],
    done: Progressed,
    network: nn.Module,
    average: nn.Module,
    optimizer: torch.optim.Optimizer,
) -> None:
    """Write the state so that a kill at any moment leaves the old state or the new one whole.

    Raises:
        RunInvalid: the disk is full or not writable; the last state stays.
    """
    tensors: dict[str, Tensor] = {}
    for prefix, module in (("network", network), ("average", average)):
        tensors |= {f"{prefix}.{k}": v.detach().cpu().contiguous() for k, v in module.state_dict().items()}
    for index, moments in optimizer.state_dict()["state"].items():
        tensors |= {
            f"optimizer.{index}.{k}": torch.as_tensor(v).cpu().contiguous() for k, v in moments.items()
        }
    unfinished = run.folder / (STATE + ".new")
    try:
        save_file(tensors, unfinished, metadata={"step": str(done.step), "seconds": repr(done.seconds)})
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(run.folder / STATE)
    except (OSError, SafetensorError) as error:
        raise RunInvalid(
            f"The state of the run {run.name} cannot be saved; the last one stays: {_why(error)}."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _why(error: OSError | SafetensorError) -> str:
    """What the system said, in its own few words; the library that writes tensors wraps them into many."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    number = re.search(r"os error (\d+)", str(error))
    return os.strerror(int(number[1])) if number else str(error)


def weights_of(run: RunOf[Any], weights: str, sha256: str) -> Checkpoint:
    """Weights of a recognizer that a run was made for, by name or path.

    Raises:
        RunInvalid: they are others by now.
        WeightsInvalid: there are none, or they are damaged.
    """
    found = load_file(find(weights))
    if found.sha256 != sha256:
        raise RunInvalid(f"The weights {weights} are not those that the run {run.name} was begun with.")
    return found


def load_state(
    run: RunOf[Any], network: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer
) -> Progressed:
    """Put the saved state into the three objects; how far it is, nothing for a fresh run.

    Raises:
        RunInvalid: the state is damaged or of another network.
    """
    path = run.folder / STATE
    if not path.exists():
        return Progressed(0, 0.0)
    try:
        with safe_open(path, "pt") as file:
            done = _progressed(file.metadata() or {})
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118 (not a mapping)
        for prefix, module in (("network.", network), ("average.", average)):
            module.load_state_dict(
                {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}
            )
        moments: dict[int, dict[str, Tensor]] = {}
        for key, tensor in tensors.items():
            if key.startswith("optimizer."):
                _, index, kind = key.split(".", 2)
                moments.setdefault(int(index), {})[kind] = tensor
        optimizer.load_state_dict({"state": moments, "param_groups": optimizer.state_dict()["param_groups"]})
        _lay_out_moments(optimizer)
    except (OSError, SafetensorError, KeyError, ValueError, RuntimeError) as error:
        raise RunInvalid(f"The state of the run {run.name} is damaged.") from error
    return done


def _lay_out_moments(optimizer: torch.optim.Optimizer) -> None:
    """Give moments the memory layout of their parameters, which files do not keep and a fused step relies on."""
    for parameter, moments in optimizer.state.items():
        for kind, tensor in moments.items():
            if tensor.shape == parameter.shape:
                moments[kind] = torch.empty_like(parameter).copy_(tensor)


def progress_of(folder: Path) -> Progressed:
    """How far the run in a folder is, from its saved state; nothing for a fresh one.

    Raises:
        RunInvalid: the state is damaged.
    """
    path = folder / STATE
    if not path.exists():
        return Progressed(0, 0.0)
    try:
        with safe_open(path, "pt") as file:
            return _progressed(file.metadata() or {})
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise RunInvalid(f"The state of the run {folder.name} is damaged.") from error


def _progressed(told: dict[str, str]) -> Progressed:
    return Progressed(int(told["step"]), float(told.get("seconds", 0.0)))
